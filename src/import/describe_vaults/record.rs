//! An answer of DescribeVaults as the service writes it: envelope and records, with an account of every field that
//! is not used. Makes nothing of them.

use super::super::loose::Loose;
use super::super::{FileProblem, FileProblemKind, Ignored, Why};
use crate::catalog::limits;
use crate::lang::Text;
use crate::model::read::broken_json;
use crate::text::{locate, scan};

/// One answer.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// How many objects the service says that there are.
    pub(super) total: Option<u64>,
    pub(super) records: Vec<Record>,
    /// JSON Pointer of the list of records.
    pub(super) list: &'static str,
}

/// The fields of a record by which nothing is judged.
const NOT_NEEDED: &[&str] = &[
    "ArchiveBytesDone",
    "ArchiveStorageSize",
    "BucketName",
    "BytesDone",
    "ChargedStorageSize",
    "CompressionAlgorithm",
    "Dedup",
    "IndexAvailable",
    "IndexLevel",
    "IndexUpdateTime",
    "LatestReplicationTime",
    "ReplicationStatus",
    "ResourceGroupId",
    "Retention",
    "SearchEnabled",
    "SnapshotCount",
    "Tags",
];

/// The fields of an envelope that are no data about vaults: they are not worth a word.
const ENVELOPE: &[&str] = &[
    "Code",
    "HostId",
    "Message",
    "PageNumber",
    "PageSize",
    "Recommend",
    "RequestId",
    "Success",
    "TotalCount",
    "Vaults",
];

/// Most names of fields that are told apart.
const NAMES: usize = 200;

/// The account of fields: those that are not used, and those that stand twice.
#[derive(Debug, Default)]
pub(super) struct Fields {
    ignored: [Tally; 3],
    pub(super) twice: Tally,
}

/// How often names came, in the order of their letters. They are few.
#[derive(Debug, Default)]
pub(super) struct Tally(pub(super) Vec<(String, usize)>);

impl Tally {
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(known, _)| known.as_str().cmp(name))
    }

    #[inline(never)]
    fn count(&mut self, name: String) {
        match self.place(&name) {
            Ok(at) => self.0.get_mut(at).into_iter().for_each(|one| one.1 += 1),
            Err(at) => self.0.insert(at, (name, 1)),
        }
    }
}

impl Fields {
    pub(super) fn ignore(&mut self, field: &str, why: Why) {
        let [unusable, unknown, not_needed] = &mut self.ignored;
        let names = match why {
            Why::Unusable => unusable,
            Why::Unknown => unknown,
            Why::NotNeeded => not_needed,
        };
        if let Ok(at) = names.place(field) {
            names.0.get_mut(at).into_iter().for_each(|one| one.1 += 1);
        } else if names.0.len() < NAMES {
            names.count(one_line(field, 80));
        } else {
            names.count("…".to_owned());
        }
    }

    pub(super) fn into_ignored(self) -> Vec<Ignored> {
        [Why::Unusable, Why::Unknown, Why::NotNeeded]
            .into_iter()
            .zip(self.ignored)
            .flat_map(|(why, names)| {
                names
                    .0
                    .into_iter()
                    .map(move |(field, count)| Ignored { field, count, why })
            })
            .collect()
    }
}

/// A value as a message shows it: one line of bounded length.
pub(super) fn one_line(text: &str, most: usize) -> String {
    text.chars()
        .take(most)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

macro_rules! record {
    ($( $field:ident = $name:literal, )*) => {
        /// One vault as an answer lists it.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub(super) struct Record {
            $( pub(super) $field: Loose, )*
        }

        impl Record {
            fn slot(&mut self, key: &str) -> Option<(&'static str, &mut Loose)> {
                match key {
                    $( $name => Some(($name, &mut self.$field)), )*
                    _ => None,
                }
            }
        }
    };
}

record! {
    id = "VaultId",
    name = "VaultName",
    description = "Description",
    region = "VaultRegionId",
    kind = "VaultType",
    storage_class = "VaultStorageClass",
    status = "Status",
    status_message = "VaultStatusMessage",
    replication = "Replication",
    is_source = "ReplicationSourceVault",
    source_region = "ReplicationSourceRegionId",
    source_id = "ReplicationSourceVaultId",
    target_region = "ReplicationTargetRegionId",
    target_id = "ReplicationTargetVaultId",
    owner = "VaultOwnerId",
    source_owner = "ReplicationSourceOwnerId",
    target_owner = "ReplicationTargetOwnerId",
    shared_with = "RsTargetAccountIds",
    progress = "ReplicationProgress",
    encryption = "EncryptType",
    kms_key = "KmsKeyId",
    redundancy = "RedundancyType",
    charge_type = "ChargeType",
    trial = "TrialInfo",
    locked = "WormEnabled",
    stored_bytes = "StorageSize",
    source_types = "SourceTypes",
    backup_plans = "BackupPlanStatistics",
    created = "CreatedTime",
    updated = "UpdatedTime",
}

/// Reads an answer. The text has no byte order mark.
pub(super) fn read(file: &str, body: &str, fields: &mut Fields) -> Result<Answer, FileProblem> {
    let root = match scan::parse(body, limits::DEPTH) {
        Ok(root) => root,
        Err(broken) => return Err(FileProblem::of_text(file, broken_json(body, broken))),
    };
    let root = Loose::of(root, body);
    envelope(root, true, fields).map_err(|wrong| match wrong {
        Wrong::Refused { code, message } => FileProblem {
            file: file.to_owned(),
            pointer: String::new(),
            position: None,
            kind: FileProblemKind::Refused { code, message },
        },
        Wrong::Shape { pointer, expected } => {
            let start = locate::span(body, pointer, limits::DEPTH).map_or(0, |span| span.start);
            FileProblem {
                file: file.to_owned(),
                pointer: pointer.to_owned(),
                position: Some(locate::position(body, start)),
                kind: FileProblemKind::Shape { expected },
            }
        }
    })
}

enum Wrong {
    Refused {
        code: String,
        message: String,
    },
    Shape {
        pointer: &'static str,
        expected: Text,
    },
}

const ANSWER: Text = Text::new(
    "an object that holds `Vaults`, or an array of vault records",
    "含 `Vaults` 的对象，或备份库记录的数组",
);
const LIST: Text = Text::new(
    "an array of vault records as `Vaults`, or as `Vault` within it",
    "`Vaults` 或其中的 `Vault` 为备份库记录的数组",
);

fn envelope(root: Loose, outermost: bool, fields: &mut Fields) -> Result<Answer, Wrong> {
    let members = match root {
        Loose::Object(members) => members,
        // A list of records, as tools cut it out of an answer.
        Loose::List(items) if outermost => {
            return Ok(Answer {
                total: None,
                records: items.into_iter().map(|item| record(item, fields)).collect(),
                list: "",
            });
        }
        _ => {
            let pointer = if outermost { "" } else { "/body" };
            return Err(Wrong::Shape {
                pointer,
                expected: ANSWER,
            });
        }
    };
    let has = |name: &str| members.iter().any(|(key, _)| key == name);
    if outermost && has("body") && !has("Vaults") {
        // The whole response, as SDKs print it: status and headers around the answer.
        let body = members.into_iter().find(|(key, _)| key == "body");
        return envelope(
            body.map(|(_, body)| body).unwrap_or_default(),
            false,
            fields,
        );
    }
    let (mut code, mut message, mut success) = (String::new(), String::new(), None);
    let (mut total, mut vaults) = (None, None);
    for (key, value) in members {
        match &*key {
            "Code" => code = value.text().map(|c| one_line(&c, 80)).unwrap_or_default(),
            "Message" => message = value.text().map(|m| one_line(&m, 300)).unwrap_or_default(),
            "Success" => success = value.flag(),
            "TotalCount" => {
                total = value.whole();
                if total.is_none() && !value.is_absent() {
                    fields.ignore("TotalCount", Why::Unusable);
                }
            }
            "Vaults" => vaults = Some(value),
            name if ENVELOPE.contains(&name) => {}
            name => fields.ignore(name, Why::Unknown),
        }
    }
    let well = success == Some(true) || code.is_empty() || code == "200";
    let refused = success == Some(false) || (vaults.is_none() && !well);
    if refused {
        return Err(Wrong::Refused { code, message });
    }
    let shape = |pointer| {
        Err(Wrong::Shape {
            pointer,
            expected: LIST,
        })
    };
    let [plain, nested] = match outermost {
        true => ["/Vaults", "/Vaults/Vault"],
        false => ["/body/Vaults", "/body/Vaults/Vault"],
    };
    let (items, list) = match vaults {
        None => {
            let pointer = if outermost { "" } else { "/body" };
            return Err(Wrong::Shape {
                pointer,
                expected: ANSWER,
            });
        }
        Some(Loose::List(items)) => (items, plain),
        // An account without vaults in the region.
        Some(Loose::Absent) => (Vec::new(), plain),
        Some(Loose::Object(members)) if members.is_empty() => (Vec::new(), plain),
        Some(Loose::Object(members)) => {
            let mut items = None;
            for (key, value) in members {
                match (&*key, value) {
                    ("Vault", Loose::List(list)) => items = Some(list),
                    ("Vault", _) => return shape(nested),
                    (name, _) => fields.ignore(name, Why::Unknown),
                }
            }
            match items {
                Some(items) => (items, nested),
                None => return shape(plain),
            }
        }
        Some(_) => return shape(plain),
    };
    Ok(Answer {
        total,
        records: items.into_iter().map(|item| record(item, fields)).collect(),
        list,
    })
}

/// A record. Anything but an object has no fields, and is reported as a record without an id.
fn record(item: Loose, fields: &mut Fields) -> Record {
    let mut record = Record::default();
    let Loose::Object(members) = item else {
        return record;
    };
    for (key, value) in members {
        match record.slot(&key) {
            Some((name, slot)) => {
                if !slot.is_absent() {
                    fields.twice.count(name.to_owned());
                }
                *slot = value;
            }
            None if NOT_NEEDED.contains(&&*key) => fields.ignore(&key, Why::NotNeeded),
            None => fields.ignore(&key, Why::Unknown),
        }
    }
    record
}
