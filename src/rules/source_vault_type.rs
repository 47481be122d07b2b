//! A source is backed up to a type of vault that holds it.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::catalog::vocabulary::VAULT_TYPE;
use crate::facts::{Facts, SourceFact, VaultKind};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S007" "source-vault-type", since "0.2", Source, Error,
    fix NeedsValue, over Sources, in CLOUD_BACKUP,
    from [VAULT_TYPES, ECS_DATABASES, ARCHIVE_DATA],
    rests on [VAULTS_HOLD],
    title: { en: "a type of vault that does not hold the source", zh: "备份库类型不能存放该数据源" },
    message: {
        en: "{type} `{vault}` does not hold backups of {kind} such as `{source}`",
        zh: "{type} `{vault}` 不能存放{kind}数据源 `{source}` 的备份",
    },
    expected: { en: "a vault of the type {wanted}", zh: "类型为{wanted}的备份库" },
    what: {
        en: "Each source is backed up to a type of vault that holds its kind: databases to a database vault, container clusters to a container vault, HDFS and S3 to an archive vault, most others to a general vault.",
        zh: "每个数据源备份到可存放其类型的备份库：数据库存入数据库备份库，容器集群存入容器备份库，HDFS 和 S3 存入归档库，其他大多存入普通备份库。",
    },
    why: {
        en: "The service offers only vaults of the fitting type for a source.",
        zh: "服务只为数据源提供类型相符的备份库。",
    },
    remedy: {
        en: "Choose a vault of the fitting type. The type of a vault cannot be changed.",
        zh: "选择类型相符的备份库。备份库的类型不能更改。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let kind = source.kind.ok_or(Gap::LeftOut)?;
    let Some(wanted) = wanted(kind) else {
        return Ok(Verdict::NotApplicable);
    };
    let mut known = false;
    for vault in facts.vaults_of(source) {
        // A type that is not known is told by other rules.
        let Some(own) = vault.kind else { continue };
        if holds(own, kind, wanted) {
            known = true;
            continue;
        }
        let named = source.vault == Some(vault.object.index);
        let label = Text::new(
            "Choose a vault of the type {wanted}",
            "选择类型为{wanted}的备份库",
        );
        return Fail::at(source, if named { "/vault" } else { "/type" })
            .arg("source", source)
            .arg("kind", kind.label())
            .arg("vault", vault)
            .arg("type", type_label(own))
            .arg("wanted", type_label(wanted))
            .actual(word(own))
            .fix(Safety::NeedsValue, label)
            .with("wanted", type_label(wanted))
            .into();
    }
    Ok(if known {
        Verdict::Pass
    } else {
        Verdict::NotApplicable
    })
}

/// The type of vault for a kind of source; `None` where it lies in no vault, or no page says.
fn wanted(kind: SourceKind) -> Option<VaultKind> {
    use SourceKind as Kind;
    Some(match kind {
        Kind::SqlServer | Kind::MySql | Kind::Oracle | Kind::MariaDb => VaultKind::Database,
        Kind::Container => VaultKind::Container,
        Kind::ArchiveOnly => VaultKind::Archive,
        Kind::EcsInstance | Kind::EcsDisk | Kind::Sync | Kind::MongoDb => return None,
        _ => VaultKind::General,
    })
}

/// Whether a type of vault holds a kind of source, as far as pages say.
fn holds(vault: VaultKind, kind: SourceKind, wanted: VaultKind) -> bool {
    vault == wanted
        || match vault {
            VaultKind::Tablestore => kind == SourceKind::Tablestore,
            // Long-term archiving of files.
            VaultKind::Archive => {
                matches!(kind, SourceKind::OnPremisesNas | SourceKind::OnPremisesFile)
            }
            _ => false,
        }
}

fn word(kind: VaultKind) -> &'static str {
    match kind {
        VaultKind::General => "STANDARD",
        VaultKind::Tablestore => "OTS_BACKUP",
        VaultKind::Database => "DATABASE",
        VaultKind::Archive => "ARCHIVE",
        VaultKind::Container => "CONTAINER",
    }
}

fn type_label(kind: VaultKind) -> Text {
    let word = word(kind);
    VAULT_TYPE.label(word).unwrap_or(Text::same(word))
}
