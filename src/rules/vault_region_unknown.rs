//! Every region id is a listed one: of vaults, mirrors, clients, sources, policies and destinations.

use super::declare::declare_rule;
use super::shared::unknown_word;
use crate::facts::Facts;
use crate::finding::{Gap, Judged};

declare_rule! {
    "V005" "vault-region-unknown", since "0.1", Vault, Error,
    fix ChangesMeaning, over Noted, in ALL,
    from [ENDPOINTS, TYPESCRIPT_SDK],
    rests on [REGION_LIST],
    title: {
        en: "a region id that is not listed",
        zh: "地域标识不在列表中",
    },
    message: {
        en: "`{object}` names the region `{word}`, which no list of the service has",
        zh: "`{object}` 的地域 `{word}` 不在服务的任何地域列表中",
    },
    expected: {
        en: "the id of a listed region, such as `cn-hangzhou`",
        zh: "列表中的地域标识，如 `cn-hangzhou`",
    },
    what: {
        en: "Every region id in the plan is one of those that the documentation lists. In what an import brought, an unlisted one is a warning.",
        zh: "方案中的每个地域标识都在文档列出的地域之中。来自导入数据的未知地域仅作警告。",
    },
    why: {
        en: "A misspelt region is refused, and redundancy, cross-region support and cost cannot be told for a region that nobody lists.",
        zh: "拼写错误的地域会被拒绝；对未列出的地域也无法判断冗余类型、跨地域支持和费用。",
    },
    remedy: {
        en: "Correct the id. A region that is newer than this release may be right all the same.",
        zh: "更正标识。若地域晚于本版本开放，也可能是正确的。",
    },
}

fn noted(facts: &Facts<'_>) -> usize {
    facts.unknown_regions.len()
}

fn looked_at(facts: &Facts<'_>) -> usize {
    facts.stated.regions
}

fn judge(number: usize, facts: &Facts<'_>) -> Judged {
    let word = facts.unknown_regions.get(number).ok_or(Gap::LeftOut)?;
    unknown_word(word, number, facts).into()
}
