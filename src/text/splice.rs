//! A patch on a JSON text: what it does not touch stays as it was written, layout included. Knows JSON only;
//! whether the outcome is a document is for the reader to say.

use super::patch::Op;
use super::pointer;
use super::scan::{self, Kind, Member, Node};
use super::value::{Layout, Value, push_text};

/// Why an operation does not fit the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The text is not JSON.
    NotJson,
    /// The pointer names nothing that the text has or could have.
    Path,
}

/// The text after an operation. A list that is absent is made when an element is added to it.
///
/// # Errors
/// When the text is not JSON, nested deeper than `max_depth`, or has no such place.
pub fn splice(text: &str, op: &Op, max_depth: usize) -> Result<String, Misfit> {
    let root = scan::parse(text, max_depth).map_err(|_| Misfit::NotJson)?;
    let tokens = pointer::tokens(op.path()).ok_or(Misfit::Path)?;
    let (last, parents) = tokens.split_last().ok_or(Misfit::Path)?;
    let mut holder = &root;
    let mut steps = parents.iter();
    while let Some(token) = steps.next() {
        match child(holder, token) {
            Some(next) => holder = next,
            None => {
                // Only a list whose first element comes to be may be absent.
                let is_first = steps.next().is_none() && matches!(&**last, "-" | "0");
                let (Op::Add { value, .. }, true, Kind::Object(members)) =
                    (op, is_first, &holder.kind)
                else {
                    return Err(Misfit::Path);
                };
                let list = ["[", &written(value), "]"].concat();
                return Ok(append(text, holder, members.last().map(end), token, &list));
            }
        }
    }
    match &holder.kind {
        Kind::Object(members) => in_object(text, holder, members, last, op),
        Kind::List(items) => in_list(text, holder, items, last, op),
        _ => Err(Misfit::Path),
    }
}

fn child<'n>(node: &'n Node, token: &str) -> Option<&'n Node> {
    match &node.kind {
        Kind::Object(members) => members.iter().find(|m| m.key == token).map(|m| &m.value),
        Kind::List(items) => items.get(pointer::index(token)?),
        _ => None,
    }
}

fn end(member: &Member) -> usize {
    member.value.span.end
}

fn in_object(
    text: &str,
    holder: &Node,
    members: &[Member],
    name: &str,
    op: &Op,
) -> Result<String, Misfit> {
    let found = members.iter().position(|member| member.key == name);
    match (op, found) {
        (Op::Add { value, .. } | Op::Replace { value, .. }, Some(at)) => {
            let span = members.get(at).ok_or(Misfit::Path)?.value.span;
            Ok(replaced(text, span.start, span.end, &written(value)))
        }
        (Op::Add { value, .. }, None) => {
            let last = members.last().map(end);
            Ok(append(text, holder, last, name, &written(value)))
        }
        (Op::Remove { .. }, Some(at)) => {
            let spans: Vec<_> = members.iter().map(|m| (m.key_span.start, end(m))).collect();
            Ok(without(text, &spans, at))
        }
        (Op::Replace { .. } | Op::Remove { .. }, None) => Err(Misfit::Path),
    }
}

fn in_list(
    text: &str,
    holder: &Node,
    items: &[Node],
    token: &str,
    op: &Op,
) -> Result<String, Misfit> {
    let at = match token {
        "-" => items.len(),
        token => pointer::index(token).ok_or(Misfit::Path)?,
    };
    let spans: Vec<_> = items.iter().map(|n| (n.span.start, n.span.end)).collect();
    match (op, spans.get(at)) {
        (Op::Add { value, .. }, Some((start, _))) => {
            let break_before = gap(text, holder, *start);
            let insert = [&written(value), ",", break_before].concat();
            Ok(replaced(text, *start, *start, &insert))
        }
        (Op::Add { value, .. }, None) if at == items.len() => {
            let (from, insert) = match spans.last() {
                Some((start, end)) => {
                    let first = spans.first().map_or(*start, |span| span.0);
                    (
                        *end,
                        [",", gap(text, holder, first), &written(value)].concat(),
                    )
                }
                None => (holder.span.start + 1, written(value)),
            };
            let to = if spans.is_empty() {
                holder.span.end - 1
            } else {
                from
            };
            Ok(replaced(text, from, to, &insert))
        }
        (Op::Replace { value, .. }, Some((start, end))) => {
            Ok(replaced(text, *start, *end, &written(value)))
        }
        (Op::Remove { .. }, Some(_)) => Ok(without(text, &spans, at)),
        _ => Err(Misfit::Path),
    }
}

/// What separates the parts of an object or list: the white space between its bracket and its first part, or
/// one space where there is none.
fn gap<'t>(text: &'t str, holder: &Node, first: usize) -> &'t str {
    let gap = text.get(holder.span.start + 1..first).unwrap_or_default();
    if gap.is_empty() { " " } else { gap }
}

/// Adds a member at the end of an object, laid out as its other members are.
fn append(text: &str, holder: &Node, last: Option<usize>, name: &str, value: &str) -> String {
    let mut member = Vec::new();
    push_text(&mut member, name);
    let member = [&*String::from_utf8_lossy(&member), ": ", value].concat();
    match (last, &holder.kind) {
        (Some(from), Kind::Object(members)) => {
            let first = members.first().map_or(from, |m| m.key_span.start);
            let insert = [",", gap(text, holder, first), &member].concat();
            replaced(text, from, from, &insert)
        }
        _ => {
            let insert = [" ", &member, " "].concat();
            replaced(text, holder.span.start + 1, holder.span.end - 1, &insert)
        }
    }
}

/// Takes out one of several parts, with one comma and the white space beside it.
fn without(text: &str, spans: &[(usize, usize)], at: usize) -> String {
    let of = |at: usize| spans.get(at).copied();
    let (from, to) = match (at.checked_sub(1).and_then(of), of(at), of(at + 1)) {
        (Some(before), Some(own), _) => (before.1, own.1),
        (None, Some(own), Some(after)) => (own.0, after.0),
        (None, Some(own), None) => own,
        _ => return text.to_owned(),
    };
    replaced(text, from, to, "")
}

fn replaced(text: &str, from: usize, to: usize, insert: &str) -> String {
    let (before, after) = (text.get(..from), text.get(to..));
    [
        before.unwrap_or_default(),
        insert,
        after.unwrap_or_default(),
    ]
    .concat()
}

/// A value in one line, with a space after each comma and colon.
fn written(value: &Value) -> String {
    value.laid_out(Layout::Line)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TEXT: &str = "{\n  \"vaults\": [\n    { \"id\": \"a\", \"name\": \"x\" },\n    { \"id\": \"b\" }\n  ]\n}";

    fn add(path: &str, value: serde_json::Value) -> Op {
        Op::set(path, value)
    }

    #[track_caller]
    fn gives(op: &Op, expected: &str) {
        assert_eq!(splice(TEXT, op, 64).as_deref(), Ok(expected));
    }

    #[test]
    fn what_is_not_touched_stays_as_written() {
        gives(
            &Op::Replace {
                path: "/vaults/0/name".into(),
                value: json!("y\"").into(),
            },
            &TEXT.replace("\"x\"", "\"y\\\"\""),
        );
        gives(
            &add("/vaults/0/name", json!("y")),
            &TEXT.replace("\"x\"", "\"y\""),
        );
        gives(
            &add("/vaults/1/name", json!("y")),
            &TEXT.replace("\"b\"", "\"b\", \"name\": \"y\""),
        );
        gives(
            &Op::remove("/vaults/0/name"),
            &TEXT.replace(", \"name\": \"x\"", ""),
        );
        gives(
            &Op::remove("/vaults/0/id"),
            &TEXT.replace("\"id\": \"a\", ", ""),
        );
    }

    #[test]
    fn new_parts_are_laid_out_as_their_neighbours() {
        let new = json!({"id": "c"});
        gives(
            &add("/vaults/-", new.clone()),
            &TEXT.replace("\"b\" }", "\"b\" },\n    { \"id\": \"c\" }"),
        );
        gives(
            &add("/vaults/0", new.clone()),
            &TEXT.replace("{ \"id\": \"a\"", "{ \"id\": \"c\" },\n    { \"id\": \"a\""),
        );
        gives(
            &add("/mirrors/-", new),
            &TEXT.replace("\n  ]\n}", "\n  ],\n  \"mirrors\": [{ \"id\": \"c\" }]\n}"),
        );
    }

    #[test]
    fn elements_go_with_their_comma() {
        gives(
            &Op::remove("/vaults/0"),
            &TEXT.replace("{ \"id\": \"a\", \"name\": \"x\" },\n    ", ""),
        );
        gives(
            &Op::remove("/vaults/1"),
            &TEXT.replace(",\n    { \"id\": \"b\" }", ""),
        );
        assert_eq!(splice("[1]", &Op::remove("/0"), 64).as_deref(), Ok("[]"));
        assert_eq!(
            splice("{}", &add("/a", json!(1)), 64).as_deref(),
            Ok("{ \"a\": 1 }")
        );
        assert_eq!(
            splice("[ ]", &add("/-", json!(1)), 64).as_deref(),
            Ok("[1]")
        );
    }

    #[test]
    fn places_that_cannot_be_are_refused() {
        for op in [
            Op::remove("/vaults/2"),
            Op::remove("/x"),
            Op::remove(""),
            Op::remove("x"),
            add("/vaults/3", json!(1)),
            add("/x/y/-", json!(1)),
            add("/x/name", json!(1)),
            add("/vaults/0/name/x", json!(1)),
            Op::Replace {
                path: "/name".into(),
                value: json!(1).into(),
            },
        ] {
            assert_eq!(splice(TEXT, &op, 64), Err(Misfit::Path), "{op:?}");
        }
        assert_eq!(splice("{", &add("/a", json!(1)), 64), Err(Misfit::NotJson));
    }
}
