//! Which of the two ways may switch cross-region backup on for a kind of source, by edition: on the page of the
//! vault, or by a policy.

use super::editions::Edition;
use super::source_kinds::SourceKind;
use super::sources::{self, Source};

/// Whether an edition's pages offer a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// They do.
    Yes,
    /// They rule it out, or leave the kind out of their list.
    No,
    /// No page of that time that was read settles it.
    NotStated,
}

/// The two ways of a kind of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// On the page of the storage vaults (in HBR: on the vault's card).
    pub vault_page: Offered,
    /// By a policy in Policy Center.
    pub policy: Offered,
    /// The pages on which this rests.
    pub sources: &'static [&'static Source],
}

static PAGES_2019: &[&Source] = &[
    &sources::MIRROR_VAULTS_2019_FILES,
    &sources::MIRROR_VAULTS_2019_SQL,
    &sources::MIRROR_VAULTS_2019_HANA,
];
static PAGES_2021: &[&Source] = &[
    &sources::REMOTE_BACKUP_2020,
    &sources::RESTORE_SQL_2021,
    &sources::BILLING_2021,
];
static PAGES_MIRROR_VAULT: &[&Source] = &[&sources::CROSS_REGION_BACKUP];
static PAGES_2026: &[&Source] = &[
    &sources::CROSS_REGION_BACKUP_2026,
    &sources::BACKUP_POLICIES,
];

/// The ways of a kind of source in an edition.
#[must_use]
pub fn ways(kind: SourceKind, edition: Edition) -> Ways {
    use Offered::{No, NotStated, Yes};
    let (vault_page, policy) = match edition {
        // There were no policies yet.
        Edition::Hbr2019 => (
            match kind {
                SourceKind::EcsFile | SourceKind::SqlServer | SourceKind::Hana => Yes,
                _ => NotStated,
            },
            No,
        ),
        // Policies served ECS instances alone, if at all.
        Edition::Hbr2021 => (
            match kind {
                SourceKind::EcsFile
                | SourceKind::SqlServer
                | SourceKind::Hana
                | SourceKind::Nas
                | SourceKind::OnPremisesFile
                | SourceKind::Vmware => Yes,
                SourceKind::ArchiveOnly => No,
                _ => NotStated,
            },
            match kind {
                SourceKind::EcsInstance | SourceKind::EcsDisk => NotStated,
                _ => No,
            },
        ),
        Edition::MirrorVault | Edition::ReplicationTarget => match kind {
            SourceKind::EcsFile
            | SourceKind::Oss
            | SourceKind::OnPremisesNas
            | SourceKind::Nas
            | SourceKind::Tablestore
            | SourceKind::Cpfs
            | SourceKind::OnPremisesFile => (Yes, Yes),
            SourceKind::EcsInstance => (No, Yes),
            // The newer pages keep SAP HANA out of the policies, and VMware out of the list.
            SourceKind::Hana if matches!(edition, Edition::MirrorVault) => (Yes, Yes),
            SourceKind::Hana => (Yes, No),
            SourceKind::Vmware if matches!(edition, Edition::MirrorVault) => (Yes, Yes),
            SourceKind::EcsDisk | SourceKind::Sync => (NotStated, NotStated),
            SourceKind::Vmware
            | SourceKind::SqlServer
            | SourceKind::MySql
            | SourceKind::Oracle
            | SourceKind::MariaDb
            | SourceKind::MongoDb
            | SourceKind::Container
            | SourceKind::ArchiveOnly => (No, No),
        },
    };
    Ways {
        vault_page,
        policy,
        sources: match edition {
            Edition::Hbr2019 => PAGES_2019,
            Edition::Hbr2021 => PAGES_2021,
            Edition::MirrorVault => PAGES_MIRROR_VAULT,
            Edition::ReplicationTarget => PAGES_2026,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(kind: SourceKind, edition: Edition) -> (Offered, Offered) {
        let ways = ways(kind, edition);
        (ways.vault_page, ways.policy)
    }

    #[test]
    fn nine_kinds_have_both_ways_in_the_mirror_vault_edition() {
        for kind in [
            SourceKind::EcsFile,
            SourceKind::Oss,
            SourceKind::OnPremisesNas,
            SourceKind::Nas,
            SourceKind::Tablestore,
            SourceKind::Cpfs,
            SourceKind::OnPremisesFile,
            SourceKind::Hana,
            SourceKind::Vmware,
        ] {
            assert_eq!(
                both(kind, Edition::MirrorVault),
                (Offered::Yes, Offered::Yes),
                "{kind:?}"
            );
        }
    }

    #[test]
    fn the_newest_edition_lists_no_vmware_and_keeps_sap_hana_out_of_policies() {
        let edition = Edition::ReplicationTarget;
        assert_eq!(
            both(SourceKind::Vmware, edition),
            (Offered::No, Offered::No)
        );
        assert_eq!(both(SourceKind::Hana, edition), (Offered::Yes, Offered::No));
        assert_eq!(both(SourceKind::Oss, edition), (Offered::Yes, Offered::Yes));
    }

    #[test]
    fn instances_go_by_policy_only_and_databases_by_neither() {
        for edition in [Edition::MirrorVault, Edition::ReplicationTarget] {
            assert_eq!(
                both(SourceKind::EcsInstance, edition),
                (Offered::No, Offered::Yes)
            );
            assert_eq!(both(SourceKind::MySql, edition), (Offered::No, Offered::No));
            assert_eq!(
                both(SourceKind::Container, edition),
                (Offered::No, Offered::No)
            );
        }
    }

    #[test]
    fn hbr_2019_has_no_policies() {
        assert_eq!(
            both(SourceKind::SqlServer, Edition::Hbr2019),
            (Offered::Yes, Offered::No)
        );
        assert_eq!(
            both(SourceKind::Oss, Edition::Hbr2019),
            (Offered::NotStated, Offered::No)
        );
    }
}
