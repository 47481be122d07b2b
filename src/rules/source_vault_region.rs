//! A source on Alibaba Cloud is backed up in its own region.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, RegionFact, SourceFact, stated};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S006" "source-vault-region", since "0.2", Source, Error,
    fix ByHand, over Sources, in SINCE_2021,
    from [NAS_BACKUP, TABLESTORE_TRIAL],
    rests on [VAULT_OF_ITS_REGION],
    title: { en: "a source backed up into another region", zh: "数据源备份到其他地域" },
    message: {
        en: "source `{source}` is in `{region}`, and vault `{vault}`, to which it is backed up, in `{other}`",
        zh: "数据源 `{source}` 位于 `{region}`，而其备份库 `{vault}` 位于 `{other}`",
    },
    expected: { en: "a vault in `{region}`", zh: "`{region}` 的备份库" },
    what: {
        en: "A source on Alibaba Cloud that states its region is backed up to a vault of that region.",
        zh: "阿里云上填写了地域的数据源备份到同一地域的备份库。",
    },
    why: {
        en: "The console offers only vaults of the source's own region.",
        zh: "控制台仅提供数据源所在地域的备份库。",
    },
    remedy: {
        en: "Back up to a vault in the region of the source, and mirror that vault where the copy is wanted.",
        zh: "备份到数据源所在地域的备份库，再在需要副本的地域建立镜像库。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(id) = stated(source.doc.region.as_ref()) else {
        return Ok(Verdict::NotApplicable);
    };
    // Backups of whole instances and disks are snapshots and lie in no vault.
    let in_no_vault = matches!(
        source.kind,
        Some(SourceKind::EcsInstance | SourceKind::EcsDisk)
    );
    if in_no_vault || source.on_cloud() != Ok(true) {
        return Ok(Verdict::NotApplicable);
    }
    let region = RegionFact::new(id);
    let mut vaults = facts.vaults_of(source).peekable();
    if vaults.peek().is_none() {
        return Ok(Verdict::NotApplicable);
    }
    // Regions that are missing or unlisted are told by other rules.
    let elsewhere = vaults.find_map(|vault| {
        let other = vault.region.filter(|other| !other.same(region))?;
        Some((vault, other))
    });
    let Some((vault, other)) = elsewhere else {
        return Ok(Verdict::Pass);
    };
    if region.known.is_none() || other.known.is_none() {
        return Err(Gap::LeftOut);
    }
    let own = source.vault == Some(vault.object.index);
    let label = Text::new(
        "Back up to a vault in `{region}`, and mirror that one",
        "备份到 `{region}` 的备份库，再为其建立镜像库",
    );
    Fail::at(source, if own { "/vault" } else { "/region" })
        .arg("source", source)
        .arg("region", id)
        .arg("vault", vault)
        .arg("other", other.id)
        .actual(other.id)
        .fix(Safety::ByHand, label)
        .with("region", id)
        .into()
}
