//! A source's operating system is one that the edition lists for its kind and place.

use super::declare::declare_rule;
use super::shared::listed;
use crate::catalog::limits;
use crate::catalog::vocabulary;
use crate::facts::{Facts, SourceFact, stated};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S002" "source-os-unsupported", since "0.1", Source, Error,
    fix NeedsValue, over Sources, in HBR,
    from [WHAT_IS_HBR, SUPPORTED_SYSTEMS_2021],
    rests on [SOURCES_2019, SYSTEMS_2021],
    title: {
        en: "an operating system that is not supported",
        zh: "不支持的操作系统",
    },
    message: {
        en: "source `{source}` runs on `{os}`, which {edition} does not support for {kind}",
        zh: "数据源 `{source}` 的操作系统为 `{os}`，{edition}不支持在其上备份{kind}",
    },
    expected: {
        en: "one of: {systems}",
        zh: "以下之一：{systems}",
    },
    what: {
        en: "The operating system of a source is one that the edition lists for this kind of source.",
        zh: "数据源的操作系统是该版本为此类数据源列出的系统之一。",
    },
    why: {
        en: "There is no client for another system, so that the source cannot be backed up.",
        zh: "其他系统没有可用的客户端，数据源无法备份。",
    },
    remedy: {
        en: "Use a host with a supported system, or correct the entry.",
        zh: "使用受支持系统的主机，或更正填写的系统。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(os) = stated(source.doc.os.as_ref()) else {
        return Ok(Verdict::NotApplicable);
    };
    let kind = source.kind.ok_or(Gap::LeftOut)?;
    let systems = match source.systems(facts.edition) {
        Ok(systems) => systems,
        Err(gap) => {
            // The place decides which list holds. It need not be known where both lists say the same.
            let lists = [true, false].map(|cloud| kind.systems(facts.edition, cloud));
            let refused = lists.map(|list| !list.is_empty() && !list.contains(&os));
            match refused {
                [true, true] => lists[0],
                [false, false] => return Ok(Verdict::Pass),
                _ => return Err(gap),
            }
        }
    };
    if systems.is_empty() {
        return Ok(Verdict::NotApplicable);
    }
    if systems.contains(&os) {
        return Ok(Verdict::Pass);
    }
    let near = if source.object.index < limits::SUGGESTIONS && vocabulary::OS.find(os).is_none() {
        vocabulary::OS
            .suggest(os)
            .filter(|near| systems.contains(near))
    } else {
        None
    };
    let listed = listed(systems.iter().copied(), "");
    let fail = Fail::at(source, "/os")
        .arg("source", source)
        .arg("os", os)
        .arg("kind", kind.label())
        .arg("edition", facts.edition.title())
        .arg("systems", listed.as_str())
        .actual(os);
    match near {
        Some(near) => {
            let label = Text::new("Change it to `{word}`", "改为 `{word}`");
            fail.fix(Safety::ChangesMeaning, label)
                .set(near)
                .with("word", near)
        }
        None => {
            let label = Text::new(
                "Use a supported system: {systems}",
                "使用受支持的系统：{systems}",
            );
            fail.fix(Safety::NeedsValue, label).with("systems", listed)
        }
    }
    .into()
}
