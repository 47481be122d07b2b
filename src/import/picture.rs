//! A picture of a map that carries its plan: what is drawn is not read, the plan is. Other programs may have written the
//! picture again, so the element is found whatever prefix, quotes or section it has got.

use std::borrow::Cow;

use crate::text::xml;

/// Id of the `metadata` element that holds the plan.
pub const CARRIER: &str = "vaultplan-plan";

/// The element's content as it stands in the picture, with what stands before it.
fn content(text: &str) -> Option<(&str, &str)> {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if !start.starts_with('<') {
        return None;
    }
    let mut rest = text;
    loop {
        let (_, found) = rest.split_once("metadata")?;
        let (head, inner) = found.split_once('>')?;
        let named = head.split(['"', '\'']).any(|part| part == CARRIER);
        if named && !head.ends_with('/') && !head.contains('<') {
            let (content, _) = inner.split_once("</").unwrap_or((inner, ""));
            let before = text.len() - inner.len();
            return Some((content, text.get(..before)?));
        }
        rest = found;
    }
}

/// Whether a text is a picture that carries a plan.
#[must_use]
pub(super) fn carries(text: &str) -> bool {
    content(text).is_some()
}

/// The text of the plan that a picture carries. Line breaks stand before it as they do in the picture, so that a line of
/// the plan has the same number in both.
#[must_use]
pub fn plan_in(text: &str) -> Option<String> {
    let (content, before) = content(text)?;
    let lines = before.bytes().filter(|byte| *byte == b'\n').count();
    let mut out = "\n".repeat(lines);
    let section = content.trim().strip_prefix("<![CDATA[");
    match section.and_then(|section| section.strip_suffix("]]>")) {
        Some(section) => out.push_str(section),
        None => out.push_str(&xml::read(content)),
    }
    Some(out)
}

/// The text of a document: that of the plan, where a picture carries one.
#[must_use]
pub fn document(text: &str) -> Cow<'_, str> {
    plan_in(text).map_or(Cow::Borrowed(text), Cow::Owned)
}
