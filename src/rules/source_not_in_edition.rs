//! The edition in which a plan is judged lists the kinds of source that the plan has.

use super::declare::declare_rule;
use crate::catalog::editions::Edition;
use crate::catalog::source_kinds::{Listed, SourceKind};
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Gap, Judged, ObjectRef, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S001" "source-not-in-edition", since "0.1", Source, Error,
    fix ChangesMeaning, over Sources, in ALL,
    from [WHAT_IS_HBR, OSS_BACKUP_2019, CROSS_REGION_BACKUP, VAULT_TYPES],
    rests on [SOURCES_2019, OSS_2019, SOURCES_NOW],
    title: {
        en: "a source that the edition does not know",
        zh: "版本中没有的数据源",
    },
    message: {
        en: "source `{source}` is of the type {kind}, which {edition} does not list",
        zh: "数据源 `{source}` 的类型为{kind}，{edition}未列出",
    },
    expected: {
        en: "a source that the edition lists, or another edition",
        zh: "该版本列出的数据源，或改用其他版本",
    },
    what: {
        en: "The documentation of the edition lists the type of the source.",
        zh: "该版本的文档列出了数据源的类型。",
    },
    why: {
        en: "The service of that time could not back up this kind of source, so that nothing else that is said of it would hold.",
        zh: "当时的服务不支持备份这类数据源，其余结论也就无从成立。",
    },
    remedy: {
        en: "Judge the plan in an edition that lists the source, or plan another source.",
        zh: "改用列出该数据源的版本，或规划其他数据源。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    // An unknown type is the business of `source-type-unknown`.
    let kind = source.kind.ok_or(Gap::LeftOut)?;
    match kind.listed(facts.edition) {
        Listed::Yes => Ok(Verdict::Pass),
        Listed::NotStated => Ok(Verdict::NotApplicable),
        Listed::No => {
            let fail = Fail::at(source, "/type")
                .arg("source", source)
                .arg("kind", kind.label())
                .arg("edition", facts.edition.title())
                .actual(&source.doc.kind);
            let Some(edition) = nearest(kind, facts.edition) else {
                return fail.into();
            };
            let label = Text::new(
                "Judge the plan in the edition {edition}",
                "改用{edition}判断方案",
            );
            fail.fix(Safety::ChangesMeaning, label)
                .set_at(ObjectRef::PLAN, "/edition", edition.word())
                .with("edition", edition.title())
                .into()
        }
    }
}

/// The edition that lists a kind and is nearest in time, a newer one before an older one.
fn nearest(kind: SourceKind, edition: Edition) -> Option<Edition> {
    let lists = |other: &Edition| kind.listed(*other) == Listed::Yes;
    let newer = Edition::ALL.into_iter().filter(|other| *other > edition);
    let older = Edition::ALL
        .into_iter()
        .rev()
        .filter(|other| *other < edition);
    newer.chain(older).find(lists)
}
