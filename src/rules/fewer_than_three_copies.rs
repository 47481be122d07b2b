//! The data, its vault and a second copy make three.

use super::declare::declare_rule;
use super::shared::offer_mirror;
use crate::facts::{Facts, SecondCopy, VaultFact};
use crate::finding::{Fail, Judged, ObjectRef, Verdict};
use crate::model::Topology;

declare_rule! {
    "G001" "fewer-than-three-copies", since "0.2", Practice, Advice,
    fix ChangesMeaning, over Plan, in ALL,
    from [THREE_TWO_ONE_RULE, NIST_800_53],
    rests on [THREE_COPIES],
    title: { en: "fewer than three copies", zh: "少于三份副本" },
    message: {
        en: "one copy beside the data itself is kept, not two; vaults without a second copy: {count}, first of all `{vault}`",
        zh: "除数据本身外只保留一份副本；没有第二份副本的备份库数：{count}，首先是 `{vault}`",
    },
    expected: { en: "three copies, one of them in another region", zh: "三份副本，其中一份在其他地域" },
    what: {
        en: "The backups in each vault have a second copy: a mirror, or other vaults that take the same sources.",
        zh: "每个备份库中的备份都有第二份副本：镜像库，或存放相同数据源的其他备份库。",
    },
    why: {
        en: "Three copies, one of them in another place, survive what destroys any one of them.",
        zh: "三份副本且一份在异地时，任何一份损毁都不会丢失数据。",
    },
    remedy: {
        en: "Add a mirror, or back the sources up to a second vault.",
        zh: "添加镜像库，或将数据源另外备份到第二个备份库。",
    },
}

fn judge(_: &Topology<'_>, facts: &Facts<'_>) -> Judged {
    let (mut first, mut count, mut others) = (None, 0_usize, false);
    for vault in &facts.vaults {
        match vault.second_copy {
            SecondCopy::None if !lies_twice(vault, facts) => {
                count += 1;
                first = first.or(Some(vault));
            }
            SecondCopy::None | SecondCopy::Exists => others = true,
            _ => {}
        }
    }
    let Some(vault) = first else {
        return Ok(if others {
            Verdict::Pass
        } else {
            Verdict::NotApplicable
        });
    };
    let fail = Fail::at(ObjectRef::PLAN, "/vaults")
        .arg("count", count)
        .arg("vault", vault);
    offer_mirror(fail, vault, facts).into()
}

/// Whether all that a vault holds lies in another vault as well.
fn lies_twice(vault: &VaultFact<'_>, facts: &Facts<'_>) -> bool {
    let mut sources = facts.sources_in(vault).peekable();
    sources.peek().is_some() && sources.all(|source| source.vaults > 1)
}
