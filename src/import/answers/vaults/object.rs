//! A record as an object of the plan. What a record does not say is marked as unknown: the defaults of the document
//! are those of what a plan creates, not of what exists.

use super::super::fields::Fields;
use super::record::Record;
use crate::import::loose::Loose;
use crate::import::{Note, NoteKind, Why};
use crate::model::topology::MAX_GB;
use crate::model::{Id, Mirror, Moment, Origin, Tag, Trial, Txt, Vault, Whole, time};

/// A record of the plan.
pub(super) enum Object {
    Vault(Box<Vault<'static>>),
    Mirror(Box<Mirror<'static>>),
}

/// A record being read.
pub(super) struct Read<'r> {
    pub(super) record: &'r Record,
    pub(super) id: &'r str,
    pub(super) file: &'r str,
    pub(super) pointer: String,
    pub(super) fields: &'r mut Fields,
    pub(super) notes: &'r mut Vec<Note>,
}

impl Read<'_> {
    /// The object; `named_by` is the vault that names this record as its target.
    pub(super) fn object(&mut self, named_by: Option<&str>) -> Object {
        let record = self.record;
        let marked = self.flag("Replication", &record.replication);
        let stated = self.text("ReplicationSourceVaultId", &record.source_id);
        let mut object = match (marked, stated) {
            (Some(true), Some(source)) => self.mirror(source),
            (None, Some(source)) => {
                self.note(NoteKind::TargetByFields, &[]);
                self.mirror(source)
            }
            (Some(true), None) => match named_by {
                Some(source) => {
                    self.note(NoteKind::SourceByTarget, &[("source", source)]);
                    self.mirror(source.to_owned().into())
                }
                None => {
                    self.note(NoteKind::NoSource, &[]);
                    self.vault(false)
                }
            },
            (Some(false), _) => self.vault(true),
            // Said in words that cannot be used, or not at all.
            (None, None) => self.vault(record.replication.is_absent()),
        };
        let contradictions = self.contradictions(marked);
        match &mut object {
            Object::Vault(vault) => vault.contradictions = contradictions,
            Object::Mirror(mirror) => mirror.contradictions = contradictions,
        }
        object
    }

    fn vault(&mut self, kind_is_known: bool) -> Object {
        let record = self.record;
        let mut unknown = Unknown::default();
        let name = unknown.unless("name", self.text("VaultName", &record.name));
        let region = unknown.unless("region", self.text("VaultRegionId", &record.region));
        let mut kind = unknown.unless("type", self.text("VaultType", &record.kind));
        if !kind_is_known && kind.take().is_some() {
            unknown.0.push("type");
        }
        let status = unknown.unless("status", self.text("Status", &record.status));
        let encryption = unknown.unless("encryption", self.text("EncryptType", &record.encryption));
        let charge_type = self.text("ChargeType", &record.charge_type);
        let trial = self.trial();
        // What `FREE` means is not documented.
        let maybe_free = trial.is_none() && charge_type.as_deref() == Some("FREE");
        if maybe_free || matches!(trial, Some(None)) {
            unknown.0.push("trial");
        }
        Object::Vault(Box::new(Vault {
            id: id(self.id),
            name,
            region,
            account: self.text("VaultOwnerId", &record.owner),
            kind,
            status,
            redundancy: self.text("RedundancyType", &record.redundancy),
            encryption,
            kms_key: self.text("KmsKeyId", &record.kms_key),
            storage_class: self.text("VaultStorageClass", &record.storage_class),
            charge_type,
            description: self.text("Description", &record.description),
            trial: trial.flatten().map(Box::new),
            locked: self.flag("WormEnabled", &record.locked),
            reduction_ratio: None,
            stored_gb: self.gigabytes("StorageSize", &record.stored_bytes),
            source_types: words(&record.source_types, "SourceType"),
            tags: self.tags(),
            critical: None,
            contradictions: Vec::new(),
            created_at: self.moment("CreatedTime", &record.created),
            unknown: unknown.words(),
            origin: Some(Box::new(self.origin())),
            note: None,
        }))
    }

    fn mirror(&mut self, source: Txt<'static>) -> Object {
        let record = self.record;
        let mut unknown = Unknown::default();
        let name = unknown.unless("name", self.text("VaultName", &record.name));
        let region = unknown.unless("region", self.text("VaultRegionId", &record.region));
        let status = unknown.unless("status", self.text("Status", &record.status));
        let encryption = unknown.unless("encryption", self.text("EncryptType", &record.encryption));
        Object::Mirror(Box::new(Mirror {
            id: id(self.id),
            source: Id::from(source.to_string()),
            name,
            region,
            source_region: self.text("ReplicationSourceRegionId", &record.source_region),
            account: self.text("VaultOwnerId", &record.owner),
            way: None,
            status,
            redundancy: self.text("RedundancyType", &record.redundancy),
            encryption,
            kms_key: self.text("KmsKeyId", &record.kms_key),
            description: self.text("Description", &record.description),
            schedule: None,
            backup_plans: self.backup_plans(),
            history_gb: None,
            bandwidth_mbps: None,
            history_percent: self.history_percent(),
            cross_account: None,
            tags: self.tags(),
            contradictions: Vec::new(),
            created_at: self.moment("CreatedTime", &record.created),
            unknown: unknown.words(),
            origin: Some(Box::new(self.origin())),
            note: None,
        }))
    }

    fn origin(&self) -> Origin<'static> {
        let name = super::display_name(self.record, self.id);
        Origin {
            file: Some(self.file.to_owned().into()),
            pointer: Some(self.pointer.clone().into()),
            name: Some(name.into()),
            resource: None,
        }
    }

    fn note(&mut self, kind: NoteKind, args: &[(&'static str, &str)]) {
        let object = super::display_name(self.record, self.id);
        let mut note = Note::new(kind, self.file, self.pointer.clone()).arg("object", object);
        for (name, value) in args {
            note = note.arg(name, *value);
        }
        self.notes.push(note);
    }

    /// What excludes each other within the record, in the words of its fields. It is loaded as it stands.
    fn contradictions(&mut self, marked: Option<bool>) -> Vec<Txt<'static>> {
        let record = self.record;
        let mut found = Vec::new();
        let mut add = |one: &str, other: &str, value: &str| {
            found.push(Txt::from(format!("{one} / {other}={value}")));
        };
        let (own, source) = (record.region.text(), record.source_region.text());
        if marked == Some(false) {
            if let Some(id) = record.source_id.text() {
                add("Replication=false", "ReplicationSourceVaultId", &id);
            }
            if let (Some(own), Some(source)) = (own, source)
                && own == source
            {
                add("Replication=false", "ReplicationSourceRegionId", &source);
            }
        }
        if let (Some(false), Some(region)) = (record.is_source.flag(), record.target_region.text())
            && marked != Some(true)
        {
            let field = "ReplicationTargetRegionId";
            add("ReplicationSourceVault=false", field, &region);
        }
        let status = record.status.text().unwrap_or_default();
        let message = record.status_message.text();
        if let Some(message) = message.as_deref().filter(|_| status == "CREATED") {
            add("Status=CREATED", "VaultStatusMessage", message);
        }
        if let (Some(encryption), Some(key)) = (record.encryption.text(), record.kms_key.text())
            && encryption != "KMS"
        {
            add(&format!("EncryptType={encryption}"), "KmsKeyId", &key);
        }
        if let Some(message) = message.filter(|_| status != "CREATED") {
            if message == "SOURCE_VAULT_ALREADY_HAS_REPLICATION" {
                let source = record.source_id.text().unwrap_or_default();
                self.note(NoteKind::AlreadyMirrored, &[("source", &source)]);
            } else {
                self.note(NoteKind::StatusMessage, &[("message", &message)]);
            }
        }
        found
    }

    /// The trial: none, one, or `Some(None)` when the record hints at one and states no time.
    fn trial(&mut self) -> Option<Option<Trial<'static>>> {
        let Loose::Object(members) = &self.record.trial else {
            if !self.record.trial.is_absent() {
                self.fields.ignore("TrialInfo", Why::Unusable);
                return Some(None);
            }
            return None;
        };
        let find = |wanted: &str| {
            let found = members.iter().find(|(name, _)| name == wanted);
            found.map_or(&Loose::Absent, |(_, value)| value)
        };
        let times = ["TrialStartTime", "TrialExpireTime", "TrialVaultReleaseTime"];
        let dated = times
            .iter()
            .any(|name| find(name).whole().is_some_and(|time| time > 0));
        let pay_after = self.flag("KeepAfterTrialExpiration", find("KeepAfterTrialExpiration"));
        if !dated {
            // A paid vault may carry an empty record. One that says it is kept afterwards is not empty.
            return (pay_after == Some(true)).then_some(None);
        }
        Some(Some(Trial {
            source: None,
            expires_at: self.moment("TrialExpireTime", find("TrialExpireTime")),
            pay_after,
            note: None,
        }))
    }

    fn backup_plans(&mut self) -> Option<Whole<1_000_000>> {
        match &self.record.backup_plans {
            Loose::Absent => None,
            Loose::Object(members) => {
                let mut sum = 0_u64;
                for (_, count) in members {
                    match count.whole() {
                        Some(count) => sum = sum.saturating_add(count),
                        None if count.is_absent() => {}
                        None => self.fields.ignore("BackupPlanStatistics", Why::Unusable),
                    }
                }
                Some(Whole(sum.min(1_000_000)))
            }
            _ => {
                self.fields.ignore("BackupPlanStatistics", Why::Unusable);
                None
            }
        }
    }

    fn tags(&mut self) -> Vec<Tag<'static>> {
        let mut tags = Vec::new();
        let stated = &self.record.tags;
        let Some(items) = stated.items() else {
            if !stated.is_absent() {
                self.fields.ignore("Tags", Why::Unusable);
            }
            return tags;
        };
        for item in items {
            let text = |name| {
                let text = item.get(name).text();
                text.map(|text| Txt::from(text.into_owned()))
            };
            match text("Key") {
                Some(name) => tags.push(Tag {
                    name,
                    value: text("Value"),
                }),
                None => self.fields.ignore("Tags", Why::Unusable),
            }
        }
        tags
    }

    fn history_percent(&mut self) -> Option<Whole<100>> {
        let value = match &self.record.progress {
            Loose::Object(members) => members
                .iter()
                .find(|(name, _)| name == "HistoricalReplicationProgress")
                .map(|(_, value)| value)?,
            Loose::Absent => return None,
            other => other,
        };
        let percent = value.whole().filter(|percent| *percent <= 100).map(Whole);
        if percent.is_none() && !value.is_absent() {
            self.fields
                .ignore("HistoricalReplicationProgress", Why::Unusable);
        }
        percent
    }

    fn text(&mut self, field: &str, value: &Loose) -> Option<Txt<'static>> {
        let text = value.text().map(|text| Txt::from(text.into_owned()));
        if text.is_none() && !value.is_absent() {
            self.fields.ignore(field, Why::Unusable);
        }
        text
    }

    fn flag(&mut self, field: &str, value: &Loose) -> Option<bool> {
        let flag = value.flag();
        if flag.is_none() && !value.is_absent() {
            self.fields.ignore(field, Why::Unusable);
        }
        flag
    }

    /// Bytes as whole GB (10^9 bytes), rounded up: a vault that holds anything holds more than nothing.
    fn gigabytes(&mut self, field: &str, value: &Loose) -> Option<Whole<MAX_GB>> {
        let size = value
            .whole()
            .map(|bytes| bytes.div_ceil(1_000_000_000))
            .filter(|size| *size <= MAX_GB)
            .map(Whole);
        if size.is_none() && !value.is_absent() {
            self.fields.ignore(field, Why::Unusable);
        }
        size
    }

    /// Unix seconds as a time. The service writes 0 for "never".
    fn moment(&mut self, field: &str, value: &Loose) -> Option<Moment<'static>> {
        /// The last second of the year 9999.
        const LAST: i64 = 253_402_300_799;
        let unix = value.whole().and_then(|unix| i64::try_from(unix).ok());
        match unix.filter(|unix| *unix <= LAST) {
            Some(0) => None,
            Some(unix) => Some(Moment {
                text: time::format(unix).into(),
                unix,
            }),
            None => {
                if !value.is_absent() {
                    self.fields.ignore(field, Why::Unusable);
                }
                None
            }
        }
    }
}

/// The fields that the record does not tell.
#[derive(Default)]
struct Unknown(Vec<&'static str>);

impl Unknown {
    fn unless(&mut self, field: &'static str, value: Option<Txt<'static>>) -> Option<Txt<'static>> {
        if value.is_none() {
            self.0.push(field);
        }
        value
    }

    fn words(self) -> Vec<Txt<'static>> {
        self.0.into_iter().map(Txt::from).collect()
    }
}

/// A list of words, plain or under the name of one of them.
pub(super) fn words(value: &Loose, name: &str) -> Vec<Txt<'static>> {
    let list = match value {
        Loose::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, v)| v),
        other => Some(other),
    };
    match list {
        Some(Loose::List(items)) => items
            .iter()
            .filter_map(Loose::text)
            .map(|word| Txt::from(word.into_owned()))
            .collect(),
        _ => Vec::new(),
    }
}

fn id(id: &str) -> Id<'static> {
    Id::from(id.to_owned())
}
