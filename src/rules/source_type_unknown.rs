//! The type of a source is a listed one.

use super::declare::declare_rule;
use super::shared::unknown_word;
use crate::facts::Facts;
use crate::finding::{Gap, Judged};

declare_rule! {
    "S005" "source-type-unknown", since "0.1", Source, Error,
    fix ChangesMeaning, over Noted, in ALL,
    from [GO_SDK],
    rests on [SOURCE_TYPES],
    title: {
        en: "a source type that is not known",
        zh: "未知的数据源类型",
    },
    message: {
        en: "source `{object}` has the type `{word}`, which is not known",
        zh: "数据源 `{object}` 的类型 `{word}` 未知",
    },
    expected: {
        en: "a listed source type, such as `ECS_FILE`",
        zh: "列表中的数据源类型，如 `ECS_FILE`",
    },
    what: {
        en: "The type of a source is one that the API or this product lists. In what an import brought, another one is a warning.",
        zh: "数据源类型是 API 或本产品列出的类型之一。来自导入数据的其他类型仅作警告。",
    },
    why: {
        en: "How a source is backed up, copied and restored depends on its type.",
        zh: "数据源如何备份、复制和恢复取决于其类型。",
    },
    remedy: {
        en: "Correct the type.",
        zh: "更正类型。",
    },
}

fn noted(facts: &Facts<'_>) -> usize {
    facts.unknown_sources.len()
}

fn looked_at(facts: &Facts<'_>) -> usize {
    facts.sources.len()
}

fn judge(number: usize, facts: &Facts<'_>) -> Judged {
    let word = facts.unknown_sources.get(number).ok_or(Gap::LeftOut)?;
    unknown_word(word, number, facts).into()
}
