//! The operations of the service whose answers are read: what their lists are called, what their records hold, and by
//! what they are told apart.

use super::build::Row;
use super::tables as of;
use crate::import::Noun;
use crate::import::loose::Loose;

/// An operation.
#[derive(Debug)]
pub(super) struct Operation {
    /// As the service calls it.
    pub(super) name: &'static str,
    /// Name of its list.
    pub(super) list: &'static str,
    /// Name under which the list stands within, where it is nested.
    pub(super) item: &'static str,
    /// The field that identifies a record.
    pub(super) id: &'static str,
    /// What a record is called.
    pub(super) noun: Noun,
    /// Whether the service says how many records there are.
    pub(super) counted: bool,
    /// The tables of the fields of a record.
    pub(super) tables: &'static [&'static [Row]],
}

/// Tables of fields, where they are read: a page that embeds the engine needs them no more than it needs estates.
const fn rows(tables: &'static [&'static [Row]]) -> &'static [&'static [Row]] {
    if super::SISTERS { tables } else { &[] }
}

/// The first of them. Its records have a form of their own.
static VAULTS: Operation = Operation {
    name: "DescribeVaults",
    list: "Vaults",
    item: "Vault",
    id: "VaultId",
    noun: Noun::Vault,
    counted: true,
    tables: &[],
};

/// All of them. Where two share a list, [`of`] tells them apart.
pub(super) static ALL: &[&Operation] = &[
    &VAULTS,
    &Operation {
        name: "DescribePoliciesV2",
        list: "Policies",
        item: "Policy",
        id: "PolicyId",
        noun: Noun::Policy,
        counted: true,
        tables: rows(&[of::POLICY]),
    },
    &Operation {
        name: "DescribePolicyBindings",
        list: "PolicyBindings",
        item: "PolicyBinding",
        id: "PolicyBindingId",
        noun: Noun::Binding,
        counted: true,
        tables: rows(&[of::BINDING]),
    },
    &Operation {
        name: "DescribeBackupPlans",
        list: "BackupPlans",
        item: "BackupPlan",
        id: "PlanId",
        noun: Noun::Plan,
        counted: true,
        tables: rows(&[of::PLAN, of::RULE_IN_PLAN]),
    },
    &Operation {
        name: "DescribeHanaBackupPlans",
        list: "HanaBackupPlans",
        item: "HanaBackupPlan",
        id: "PlanId",
        noun: Noun::Plan,
        counted: true,
        tables: rows(&[of::PLAN, of::RULE_IN_PLAN, of::HANA_PLAN]),
    },
    &Operation {
        name: "DescribeClients",
        list: "Clients",
        item: "Client",
        id: "ClientId",
        noun: Noun::Client,
        counted: true,
        tables: rows(&[of::CLIENT]),
    },
    &Operation {
        name: "DescribeBackupClients",
        list: "Clients",
        item: "Client",
        id: "ClientId",
        noun: Noun::Client,
        counted: true,
        tables: rows(&[of::CLIENT]),
    },
    &Operation {
        name: "DescribeRestoreJobs2",
        list: "RestoreJobs",
        item: "RestoreJob",
        id: "RestoreId",
        noun: Noun::Restore,
        counted: true,
        tables: rows(&[of::RESTORE, of::DESTINATION]),
    },
    &Operation {
        name: "ListProtectedResources",
        list: "ProtectedResources",
        item: "ProtectedResource",
        id: "ProtectedResourceId",
        noun: Noun::Resource,
        counted: true,
        tables: rows(&[of::PROTECTED]),
    },
    &Operation {
        name: "DescribeHanaInstances",
        list: "Hanas",
        item: "Hana",
        id: "ClusterId",
        noun: Noun::Instance,
        counted: true,
        tables: rows(&[of::HANA]),
    },
    &Operation {
        name: "DescribeRegions",
        list: "Regions",
        item: "Region",
        id: "RegionId",
        noun: Noun::Region,
        counted: false,
        tables: rows(&[of::REGION]),
    },
    &Operation {
        name: "DescribeVaultReplicationRegions",
        list: "Regions",
        item: "RegionId",
        id: "",
        noun: Noun::MirrorRegion,
        counted: false,
        tables: &[],
    },
    &Operation {
        name: "DescribeCrossAccounts",
        list: "CrossAccounts",
        item: "CrossAccount",
        id: "Id",
        noun: Noun::Account,
        counted: true,
        tables: rows(&[of::ACCOUNT]),
    },
];

/// Lists of operations that are known and not read: nothing in the plan holds what they tell.
const NOT_READ: &[(&str, &str)] = &[
    ("BackupJobs", "DescribeBackupJobs2"),
    ("Clusters", "DescribeContainerCluster"),
    ("DataSources", "DescribeDataSources"),
    ("HanaBackups", "DescribeHanaBackupsAsync"),
    ("HanaDatabases", "DescribeHanaDatabases"),
    ("HanaRestores", "DescribeHanaRestores"),
    ("OtsInstances", "DescribeRecoverableOtsInstances"),
    ("Snapshots", "SearchHistoricalSnapshots"),
];

/// An operation by its name.
pub(super) fn named(name: &str) -> &'static Operation {
    let found = ALL.iter().find(|one| one.name == name);
    found.map_or(&VAULTS, |one| one)
}

/// An operation whose list has a name.
pub(in crate::import) fn of_list(list: &str) -> Option<&'static str> {
    ALL.iter().find(|one| one.list == list).map(|one| one.name)
}

/// The operation of a list that is known and not read.
pub(super) fn not_read(list: &str) -> Option<&'static str> {
    let found = NOT_READ.iter().find(|(name, _)| *name == list);
    let found = found.map(|(_, operation)| *operation);
    found.or_else(|| of_list(list).filter(|_| !super::SISTERS))
}

/// The operation of a list and of the name under which it is nested.
pub(super) fn of_item(list: &str, item: &str) -> Option<&'static Operation> {
    let found = ALL.iter().find(|one| one.list == list && one.item == item);
    found.copied()
}

/// The operation of a list, by the name under which it is nested and by its records.
pub(super) fn of(
    list: &str,
    item: Option<&'static Operation>,
    records: &[Loose],
) -> &'static Operation {
    let has = |names: &[&str]| {
        let all = || records.iter().flat_map(Loose::members);
        all().any(|(key, _)| names.contains(&&**key))
    };
    match list {
        "Clients" if has(OLD_CLIENT) || (records.is_empty() && item.is_some()) => {
            named("DescribeClients")
        }
        "Clients" => named("DescribeBackupClients"),
        "Regions" => match item {
            Some(item) => item,
            None if records.iter().any(|one| one.text().is_some()) => {
                named("DescribeVaultReplicationRegions")
            }
            None => named("DescribeRegions"),
        },
        list => of_list(list).map_or(&VAULTS, named),
    }
}

/// Fields that only the records of DescribeClients have.
const OLD_CLIENT: &[&str] = &["ClientName", "ClusterId", "HeartBeatTime", "VaultId"];

/// Fields that tell what a record is, without its answer; the first that it has decides. [`of_record`] reads them.
const SIGNS: &[(&str, &str)] = &[
    ("PolicyBindingId", "DescribePolicyBindings"),
    ("DatabaseName", "DescribeHanaBackupPlans"),
    ("PlanId", "DescribeBackupPlans"),
    ("RestoreId", "DescribeRestoreJobs2"),
    ("ClientName", "DescribeClients"),
    ("HeartBeatTime", "DescribeClients"),
    ("ClientVersion", "DescribeBackupClients"),
    ("ProtectedResourceId", "ListProtectedResources"),
    ("HanaName", "DescribeHanaInstances"),
    ("CrossAccountRoleName", "DescribeCrossAccounts"),
    ("PolicyName", "DescribePoliciesV2"),
    ("PolicyType", "DescribePoliciesV2"),
    ("LocalName", "DescribeRegions"),
    ("VaultId", "DescribeVaults"),
    ("PolicyId", "DescribePoliciesV2"),
    ("ClientId", "DescribeBackupClients"),
];

/// The operation to which a record belongs, by its fields.
pub(in crate::import) fn of_record(has: &dyn Fn(&str) -> bool) -> Option<&'static str> {
    let found = SIGNS.iter().find(|(field, _)| has(field));
    found.map(|(_, operation)| *operation)
}

/// The operation to which records belong that stand alone; DescribeVaults when nothing tells.
pub(super) fn of_records(records: &[Loose]) -> &'static Operation {
    if records.iter().any(|one| one.text().is_some()) {
        return named("DescribeVaultReplicationRegions");
    }
    let mut records = records.iter();
    let found = records.find_map(|one| of_record(&|name| !one.get(name).is_absent()));
    found.map_or(&VAULTS, named)
}
