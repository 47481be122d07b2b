//! The data, its vault and a second copy make three.

use super::declare::declare_rule;
use super::shared::offer_mirror;
use crate::facts::{Facts, SecondCopy, VaultFact};
use crate::finding::{Fail, Gap, Judged, Verdict};

declare_rule! {
    "G001" "fewer-than-three-copies", since "0.2", Practice, Advice,
    fix ChangesMeaning, over Vaults, in ALL,
    from [THREE_TWO_ONE_RULE, NIST_800_53],
    rests on [THREE_COPIES],
    title: { en: "fewer than three copies", zh: "少于三份副本" },
    message: {
        en: "vault `{vault}` holds the only copy beside the data itself",
        zh: "除数据本身外，只有备份库 `{vault}` 存有副本",
    },
    expected: { en: "three copies, one of them in another region", zh: "三份副本，其中一份在其他地域" },
    what: {
        en: "The backups in a vault have a second copy: a mirror, or other vaults that take the same sources.",
        zh: "备份库中的备份有第二份副本：镜像库，或存放相同数据源的其他备份库。",
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

fn judge(vault: &VaultFact<'_>, facts: &Facts<'_>) -> Judged {
    match vault.second_copy {
        SecondCopy::Exists => return Ok(Verdict::Pass),
        SecondCopy::None => {}
        _ => return Err(Gap::LeftOut),
    }
    let mut sources = facts.sources_in(vault).peekable();
    if sources.peek().is_some() && sources.all(|source| source.vaults > 1) {
        return Ok(Verdict::Pass);
    }
    offer_mirror(Fail::at(vault, "").arg("vault", vault), vault, facts).into()
}
