//! A loaded record does not state things that exclude each other.

use super::declare::declare_rule;
use super::shared::listed;
use crate::facts::{Facts, Store};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "D010" "record-contradicts-itself", since "0.2", Document, Warning,
    fix ByHand, over Stores, in ALL,
    from [DESCRIBE_VAULTS],
    rests on [RECORDS_MAY_CONTRADICT],
    title: {
        en: "a record that contradicts itself",
        zh: "自相矛盾的记录",
    },
    message: {
        en: "the record of `{object}` states things that exclude each other: {what}",
        zh: "`{object}` 的记录中有相互矛盾的内容：{what}",
    },
    expected: {
        en: "a record that agrees with itself",
        zh: "前后一致的记录",
    },
    what: {
        en: "No record that was loaded states things that exclude each other.",
        zh: "载入的记录中没有相互矛盾的内容。",
    },
    why: {
        en: "The record is judged as it was read, by its mark Replication. If that is not how things are, the findings are not either.",
        zh: "记录按 Replication 标记读取并判定。若与实际不符，结果也会不符。",
    },
    remedy: {
        en: "Check the vault in the console.",
        zh: "在控制台核对该备份库。",
    },
}

fn judge(store: Store<'_, '_>, _: &Facts<'_>) -> Judged {
    let contradictions = match store {
        Store::Vault(vault) => &vault.doc.contradictions,
        Store::Mirror(mirror) => &mirror.doc.contradictions,
    };
    if contradictions.is_empty() {
        return Ok(Verdict::Pass);
    }
    let what = listed(contradictions.iter().map(|one| &**one), "`");
    let label = Text::new("Check it in the console", "在控制台核对");
    Fail::at(store.object(), "/contradictions")
        .arg("object", store)
        .arg("what", what.as_str())
        .actual(&what)
        .fix(Safety::ByHand, label)
        .into()
}
