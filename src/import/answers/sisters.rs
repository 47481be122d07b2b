//! Policies, bindings, plans, clients, restores and resources: their records joined into the objects of the document.

use std::borrow::Cow;

use super::build::{Row, account, build, text};
use super::drafts::{self, Draft, Drafts, made};
use super::fields::Fields;
use super::records::{Kept, kept};
use super::{File, Told, regions, tables};
use crate::catalog::source_kinds::SourceKind;
use crate::import::loose::Loose;
use crate::import::{Note, NoteKind, Noun, Why};
use crate::model::{Client, Policy, Restore, Source, Topology};
use crate::text::names::Names;
use crate::text::value::{Map, Value};

/// Puts into a plan what the answers tell beside vaults and mirrors.
pub(super) fn merge(files: &[File<'_>], plan: &mut Topology<'static>, told: &mut Told) {
    let mut join = Join {
        told,
        clients: Drafts::new(),
        sources: Drafts::new(),
        policies: Drafts::new(),
        restores: Vec::new(),
        bound: Vec::new(),
    };
    for noun in [
        Noun::Client,
        Noun::Policy,
        Noun::Plan,
        Noun::Binding,
        Noun::Resource,
        Noun::Instance,
        Noun::Restore,
        Noun::Account,
    ] {
        for kept in kept(files, noun, join.told) {
            join.told.took(kept.at, kept.operation.name, noun, None);
            let tables = kept.operation.tables;
            account(kept.record, tables, &mut join.told.fields);
            match noun {
                Noun::Client => join.client(&kept),
                Noun::Policy => join.policy(&kept),
                Noun::Plan => join.plan(&kept),
                Noun::Binding => join.binding(&kept),
                Noun::Resource => join.resource(&kept),
                Noun::Instance => join.instance(&kept),
                Noun::Restore => join.restore(&kept),
                _ => {}
            }
        }
    }
    join.missing();
    join.finish(plan);
    regions::merge(files, plan, told);
}

/// A restore as far as it is told.
struct RestoreDraft {
    draft: Draft,
    to: Map,
    /// Source, store and destination, as one text.
    key: String,
    /// The destination, as a source would be called.
    destination: String,
    began: u64,
}

/// The bindings of a policy.
#[derive(Clone, Copy, Default)]
struct Bound {
    /// How many were loaded.
    loaded: u64,
    /// How many there are.
    stated: Option<u64>,
    /// Whether the policy itself was loaded.
    listed: bool,
}

struct Join<'a> {
    told: &'a mut Told,
    clients: Drafts,
    sources: Drafts,
    policies: Drafts,
    restores: Vec<RestoreDraft>,
    /// What is known of the bindings of each policy, by its place.
    bound: Vec<Bound>,
}

impl Join<'_> {
    fn note(&mut self, kind: NoteKind, kept: &Kept<'_>, args: &[(&'static str, &str)]) {
        let mut note = Note::new(kind, kept.file, kept.pointer.clone());
        for (name, value) in args {
            note = note.arg(name, *value);
        }
        self.told.notes.push(note);
    }

    fn client(&mut self, kept: &Kept<'_>) {
        let record = kept.record;
        let mut map = Map::new();
        build(record, tables::CLIENT, &mut self.told.fields, &mut map);
        let Some(draft) = self.clients.of(&kept.id, kept) else {
            return;
        };
        let on = ["InstanceId", "ClusterId"].map(|name| text(record.get(name)));
        if let Some(on) = on.into_iter().flatten().next_back() {
            draft.stands_on = on.into_owned();
        }
        drafts::add(&mut draft.map, map, kept, &kept.id, self.told);
    }

    fn policy(&mut self, kept: &Kept<'_>) {
        let mut map = Map::new();
        build(kept.record, tables::POLICY, &mut self.told.fields, &mut map);
        let rules = kept.record.get("Rules");
        let mut made = Vec::new();
        let mut locked = None;
        match rules.items() {
            Some(rules) => {
                for rule in rules {
                    let flag = rule.get("Immutable").flag();
                    locked = if flag == Some(true) {
                        flag
                    } else {
                        locked.or(flag)
                    };
                    made.extend(self.rule(rule));
                }
            }
            None if rules.is_absent() => {}
            None => self.told.fields.ignore("Rules", Why::Unusable),
        }
        // The service tells it for each rule of a policy of ECS instances.
        if let Some(locked) = locked {
            map.insert("locked", locked.into());
        }
        if !made.is_empty() {
            map.insert("rules", Value::Array(made));
        }
        let count = kept.record.get("PolicyBindingCount").whole();
        if let Some(draft) = self.policies.of(&kept.id, kept) {
            draft.map = map;
        }
        if let Some(bound) = self.bound(&kept.id) {
            bound.listed = true;
            bound.stated = count;
        }
    }

    /// What is known of the bindings of a policy.
    fn bound(&mut self, policy: &str) -> Option<&mut Bound> {
        let at = self.policies.ids.find(policy)?;
        if self.bound.len() <= at {
            self.bound.resize(at + 1, Bound::default());
        }
        self.bound.get_mut(at)
    }

    fn rule(&mut self, record: &Loose) -> Option<Value> {
        let fields = &mut self.told.fields;
        account(record, &[tables::RULE], fields);
        let mut map = Map::new();
        build(record, tables::RULE, fields, &mut map);
        let Some(kind) = map.get("type").and_then(Value::as_str) else {
            fields.ignore("Rules", Why::Unusable);
            return None;
        };
        if kind == "REPLICATION"
            && let Some(days) = map.remove("retentionDays")
        {
            map.insert("replicationRetentionDays", days);
        }
        for (name, field, table, key) in [
            (
                "RetentionRules",
                "specialRetentions",
                tables::SPECIAL,
                "type",
            ),
            ("TagFilters", "tags", tables::TAG, "key"),
        ] {
            let list = self.list(record.get(name), name, table, key);
            if !list.is_empty() {
                map.insert(field, Value::Array(list));
            }
        }
        Some(map.into())
    }

    /// The objects of a list; those that do not state a key are no use.
    fn list(
        &mut self,
        value: &Loose,
        name: &'static str,
        table: &'static [Row],
        key: &str,
    ) -> Vec<Value> {
        let fields = &mut self.told.fields;
        let mut made = Vec::new();
        if value.is_absent() {
            return made;
        }
        let Some(items) = value.items() else {
            fields.ignore(name, Why::Unusable);
            return made;
        };
        for item in items {
            account(item, &[table], fields);
            let mut map = Map::new();
            build(item, table, fields, &mut map);
            // The document's tags choose what carries them.
            let chooses = text(item.get("Operator")).is_none_or(|operator| operator == "EQUAL");
            if chooses && map.get(key).is_some() {
                made.push(map.into());
            } else {
                fields.ignore(name, Why::Unusable);
            }
        }
        made
    }

    /// The source of a type and a resource; its id. What else is known of it is added.
    fn source(&mut self, kind: &str, resource: &str, more: Map, kept: &Kept<'_>) -> String {
        let id = source_id(kind, resource);
        let known = SourceKind::from_word(kind);
        let mut map = Map::new();
        map.insert("type", kind.into());
        if known == Some(SourceKind::OnPremisesFile) {
            map.insert("client", resource.into());
        } else if known.and_then(SourceKind::on_cloud) != Some(false) {
            map.insert("resource", resource.into());
        }
        let Some(draft) = self.sources.of(&id, kept) else {
            return id;
        };
        resource.clone_into(&mut draft.stands_on);
        if draft.map.get("type").is_none() {
            drafts::add(&mut draft.map, map, kept, &id, self.told);
        }
        drafts::add(&mut draft.map, more, kept, &id, self.told);
        id
    }

    /// The account that a record names as that of its source.
    fn other_account(record: &Loose, into: &mut Map) {
        let own = text(record.get("CrossAccountType")).is_some_and(|kind| kind == "SELF_ACCOUNT");
        let account = text(record.get("CrossAccountUserId")).filter(|id| !own && id != "0");
        if let Some(account) = account {
            into.insert("account", account.as_ref().into());
        }
    }

    fn details(&mut self, source: &str, options: &[Cow<'_, Loose>], kept: &Kept<'_>) {
        let mut details = Map::new();
        for options in options {
            build(
                options,
                tables::OPTIONS,
                &mut self.told.fields,
                &mut details,
            );
        }
        if let Some(draft) = self.sources.of(source, kept) {
            drafts::add(&mut draft.details, details, kept, source, self.told);
        }
    }

    /// The paths of a source of files: a list, a list in a text, or one path.
    fn paths(&mut self, source: &str, kind: &str, value: &Loose, kept: &Kept<'_>) {
        if SourceKind::from_word(kind) != Some(SourceKind::EcsFile) || value.is_absent() {
            return;
        }
        let unpacked = value.unpacked().filter(|one| one.items().is_some());
        let one = [value.clone()];
        let paths = match &unpacked {
            Some(list) => list.items().unwrap_or_default(),
            None => &one,
        };
        let paths: Vec<String> = paths
            .iter()
            .filter_map(|path| Some(text(path)?.into_owned()))
            .collect();
        if let Some(draft) = self.sources.of(source, kept) {
            for path in paths {
                draft.add(path);
            }
        }
    }

    fn binding(&mut self, kept: &Kept<'_>) {
        let record = kept.record;
        let stated = |name| text(record.get(name));
        let parts = (
            stated("PolicyId"),
            stated("SourceType"),
            stated("DataSourceId"),
        );
        let (Some(policy), Some(kind), Some(resource)) = parts else {
            self.note(NoteKind::NoParts, kept, &[("object", &kept.id)]);
            return;
        };
        let mut more = Map::new();
        Self::other_account(record, &mut more);
        let options = record.get("AdvancedOptions").unpacked().unwrap_or_default();
        if let Some(client) = text(options.get("CommonNasDetail").get("ClientId")) {
            more.insert("client", client.as_ref().into());
        }
        let source = self.source(&kind, &resource, more, kept);
        account(&options, &[tables::ADVANCED], &mut self.told.fields);
        let parts = [
            "UdmDetail",
            "FileDetail",
            "OssDetail",
            "CommonNasDetail",
            "CommonFileSystemDetail",
        ];
        let parts = parts.map(|name| Cow::Borrowed(options.get(name)));
        for part in &parts {
            account(part, &[tables::OPTIONS], &mut self.told.fields);
        }
        self.details(&source, &parts, kept);
        if let Some(_) = text(options.get("OssDetail").get("InventoryId"))
            && let Some(draft) = self.sources.of(&source, kept)
        {
            draft.details.insert("inventory", true.into());
        }
        self.paths(&source, &kind, record.get("Source"), kept);
        let off = is_off(record, &mut self.told.fields);
        let mut limit = Map::new();
        if let Some(speed) = stated("SpeedLimit").filter(|_| !off) {
            limit.insert("speedLimit", speed.as_ref().into());
        }
        let Some(draft) = self.policies.of(&policy, kept) else {
            return;
        };
        if !off {
            draft.add(source.clone());
        }
        drafts::add(&mut draft.map, limit, kept, &policy, self.told);
        if let Some(bound) = self.bound(&policy) {
            bound.loaded += 1;
        }
        if off {
            let args = [("source", &*source), ("policy", &*policy)];
            self.note(NoteKind::BindingOff, kept, &args);
        }
    }

    fn plan(&mut self, kept: &Kept<'_>) {
        let record = kept.record;
        let fields = &mut self.told.fields;
        let mut map = Map::from_iter([("type", "PLAN")]);
        build(record, tables::PLAN, fields, &mut map);
        let detail = record.get("Detail").unpacked().unwrap_or_else(|| {
            fields.ignore("Detail", Why::Unusable);
            Cow::Owned(Loose::Absent)
        });
        let options = record.get("Options").unpacked().unwrap_or_else(|| {
            fields.ignore("Options", Why::Unusable);
            Cow::Owned(Loose::Absent)
        });
        for part in [&detail, &options] {
            account(part, &[tables::OPTIONS], fields);
        }
        let mut rules = Vec::new();
        let several = record.get("Rules").items().unwrap_or_default();
        for rule in several {
            account(rule, &[tables::RULE_OF_PLAN], fields);
            if rule.get("Disabled").flag() == Some(true) {
                continue;
            }
            let mut one = Map::from_iter([("type", "BACKUP")]);
            build(rule, tables::RULE_OF_PLAN, fields, &mut one);
            if let Some(vault) = text(record.get("VaultId")) {
                one.insert("vault", vault.as_ref().into());
            }
            rules.push(one.into());
        }
        let rules_off = several.len() - rules.len();
        let mut off = is_off(record, fields);
        if several.is_empty() {
            let mut one = Map::from_iter([("type", "BACKUP")]);
            build(record, tables::RULE_IN_PLAN, fields, &mut one);
            build(&detail, tables::COPY, fields, &mut one);
            rules.push(one.into());
        } else {
            off |= rules.is_empty();
            // Its rules say it, each for itself.
            for name in ["Schedule", "Retention"] {
                if !record.get(name).is_absent() {
                    fields.ignore(name, Why::NotNeeded);
                }
            }
        }
        map.insert("rules", Value::Array(rules));
        let mut sources = Vec::new();
        for (kind, resource) in resources(kept) {
            let mut more = Map::new();
            Self::other_account(record, &mut more);
            let client = text(record.get("ClientId")).filter(|client| **client != *resource);
            if let Some(client) = client {
                more.insert("client", client.as_ref().into());
            }
            let source = self.source(&kind, &resource, more, kept);
            self.details(&source, &[detail.clone(), options.clone()], kept);
            self.paths(&source, &kind, record.get("Paths"), kept);
            sources.push(source);
        }
        if sources.is_empty() {
            self.note(NoteKind::PlanWithoutSource, kept, &[("object", &kept.id)]);
        }
        if off {
            self.note(NoteKind::PlanOff, kept, &[("object", &kept.id)]);
        } else if rules_off > 0 {
            let count = rules_off.to_string();
            let args = [("object", &*kept.id), ("count", &*count)];
            self.note(NoteKind::RuleOff, kept, &args);
        }
        if let Some(draft) = self.policies.of(&kept.id, kept) {
            draft.map = map;
            for source in sources.into_iter().filter(|_| !off) {
                draft.add(source);
            }
        }
        if let Some(bound) = self.bound(&kept.id) {
            bound.listed = true;
        }
    }

    fn resource(&mut self, kept: &Kept<'_>) {
        let record = kept.record;
        let parts = [record.get("SourceType"), record.get("ResourceId")].map(text);
        let [Some(kind), Some(resource)] = parts else {
            self.note(NoteKind::NoParts, kept, &[("object", &kept.id)]);
            return;
        };
        let mut more = Map::new();
        build(record, tables::PROTECTED, &mut self.told.fields, &mut more);
        self.source(&kind, &resource, more, kept);
    }

    fn instance(&mut self, kept: &Kept<'_>) {
        let mut more = Map::new();
        build(kept.record, tables::HANA, &mut self.told.fields, &mut more);
        Self::other_account(kept.record, &mut more);
        self.source(SourceKind::Hana.word(), &kept.id, more, kept);
    }

    fn restore(&mut self, kept: &Kept<'_>) {
        let record = kept.record;
        let status = text(record.get("Status")).unwrap_or_default();
        if !LIVE.contains(&&*status) {
            let args = [("object", &*kept.id), ("status", &*status)];
            self.note(NoteKind::RestoreNotDone, kept, &args);
            return;
        }
        let mut map = Map::new();
        build(record, tables::RESTORE, &mut self.told.fields, &mut map);
        let source = ["SourceResourceId", "SourceInstanceId"].map(|name| text(record.get(name)));
        let source = source.into_iter().flatten().next();
        let (Some(kind), Some(resource), Some(_)) =
            (text(record.get("SourceType")), source, map.get("from"))
        else {
            self.note(NoteKind::RestoreOfWhat, kept, &[("object", &kept.id)]);
            return;
        };
        let source = self.source(&kind, &resource, Map::new(), kept);
        map.insert("source", source.as_str().into());
        let mut to = Map::new();
        build(record, tables::DESTINATION, &mut self.told.fields, &mut to);
        if let Some(udm) = record.get("UdmDetail").unpacked() {
            build(&udm, tables::CLONE, &mut self.told.fields, &mut to);
        }
        let shown = |map: &Map, field| {
            map.get(field)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let (store, target) = (shown(&map, "from"), shown(&to, "resource"));
        let began = ["StartTime", "CreatedTime"].map(|name| record.get(name).whole());
        self.restores.push(RestoreDraft {
            key: [source.as_str(), &store, &target, &shown(&map, "type")].join("\n"),
            destination: source_id(&kind, &target),
            began: began.into_iter().flatten().next().unwrap_or_default(),
            to,
            draft: Draft {
                map,
                file: kept.file.to_owned(),
                pointer: kept.pointer.clone(),
                ..Draft::default()
            },
        });
    }

    /// What answers name and no answer lists, where the document has no place for the name.
    fn missing(&mut self) {
        for (at, draft) in self.policies.all.iter().enumerate() {
            let id = draft
                .map
                .get("id")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let bound = self.bound.get(at).copied().unwrap_or_default();
            let note = |kind| Note::new(kind, &draft.file, draft.pointer.clone()).arg("object", id);
            if !bound.listed {
                self.told.notes.push(note(NoteKind::PolicyNotLoaded));
            } else if let Some(stated) = bound.stated.filter(|stated| *stated > bound.loaded) {
                self.told.notes.push(
                    note(NoteKind::BindingsNotLoaded)
                        .arg("loaded", bound.loaded.to_string())
                        .arg("stated", stated.to_string()),
                );
            }
        }
    }

    fn finish(mut self, plan: &mut Topology<'static>) {
        self.name_clients();
        let restores = self.newest_restores();
        let Self {
            told,
            clients,
            sources,
            policies,
            ..
        } = self;
        for draft in clients.all {
            if draft.map.get("status").is_none() {
                let id = draft
                    .map
                    .get("id")
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                let note = Note::new(NoteKind::NoStatus, &draft.file, draft.pointer.clone());
                told.notes.push(note.arg("object", id));
                continue;
            }
            plan.clients.extend(made::<Client<'static>>(draft, told));
        }
        for mut draft in sources.all {
            let paths = std::mem::take(&mut draft.list);
            if !paths.is_empty() {
                let paths = paths.into_iter().map(Value::from).collect();
                draft.details.insert("paths", Value::Array(paths));
            }
            if !draft.details.is_empty() {
                let details = std::mem::take(&mut draft.details);
                draft.map.insert("details", details.into());
            }
            plan.sources.extend(made::<Source<'static>>(draft, told));
        }
        for mut draft in policies.all {
            let sources = std::mem::take(&mut draft.list);
            if !sources.is_empty() {
                let sources = sources.into_iter().map(Value::from).collect();
                draft.map.insert("sources", Value::Array(sources));
            }
            plan.policies.extend(made::<Policy<'static>>(draft, told));
        }
        for draft in restores {
            plan.restores.extend(made::<Restore<'static>>(draft, told));
        }
    }

    /// Joins sources with the one client on their instance.
    fn name_clients(&mut self) {
        let mut on = Names::new();
        let mut clients: Vec<Option<String>> = Vec::new();
        for client in &self.clients.all {
            let id = client.map.get("id").and_then(Value::as_str);
            let (Some(id), false) = (id, client.stands_on.is_empty()) else {
                continue;
            };
            match on.number(client.stands_on.clone().into()) {
                (_, true) => clients.push(Some(id.to_owned())),
                // Of two clients nothing tells which one serves the source.
                (at, false) => {
                    if let Some(client) = clients.get_mut(at) {
                        *client = None;
                    }
                }
            }
        }
        for source in &mut self.sources.all {
            let kind = source.map.get("type").and_then(Value::as_str);
            let served = matches!(
                kind.and_then(SourceKind::from_word),
                Some(SourceKind::EcsFile | SourceKind::Hana)
            );
            let client = on.find(&source.stands_on).and_then(|at| clients.get(at));
            if let (true, None, Some(Some(client))) = (served, source.map.get("client"), client) {
                source.map.insert("client", client.as_str().into());
            }
        }
    }

    /// Of the restores of one source from one store to one destination only the newest, with the region of the
    /// destination where an answer lists it as a source.
    fn newest_restores(&mut self) -> Vec<Draft> {
        let restores = std::mem::take(&mut self.restores);
        let mut keys = Names::new();
        let mut newest: Vec<RestoreDraft> = Vec::new();
        let mut older = 0_usize;
        for restore in restores {
            let (at, new) = keys.number(restore.key.clone().into());
            match newest.get_mut(at) {
                Some(before) if !new => {
                    older += 1;
                    if restore.began >= before.began {
                        *before = restore;
                    }
                }
                _ => newest.push(restore),
            }
        }
        if older > 0 {
            let note = Note::new(NoteKind::OlderRestores, "", String::new());
            self.told.notes.push(note.arg("count", older.to_string()));
        }
        let drafts = newest.into_iter().map(|mut restore| {
            let same = self.sources.ids.find(&restore.destination);
            let same = same.and_then(|at| self.sources.all.get(at));
            if let Some(region) = same.and_then(|source| source.map.get("region")) {
                restore.to.insert("region", region.clone());
            }
            if !restore.to.is_empty() {
                restore.draft.map.insert("to", restore.to.into());
            }
            restore.draft
        });
        drafts.collect()
    }
}

/// Whether a binding or plan is switched off.
fn is_off(record: &Loose, fields: &mut Fields) -> bool {
    let disabled = record.get("Disabled");
    if disabled.flag().is_none() && !disabled.is_absent() {
        fields.ignore("Disabled", Why::Unusable);
    }
    disabled.flag() == Some(true)
}

/// The states of a restore job that is done, or on its way.
const LIVE: &[&str] = &["COMPLETE", "CREATED", "QUEUED", "RUNNING"];

/// The id of a source: its type and its resource. Words that mean one kind give one id.
fn source_id(kind: &str, resource: &str) -> String {
    let word = match SourceKind::from_word(kind) {
        // HDFS and S3 are one kind and yet different.
        None | Some(SourceKind::ArchiveOnly) => kind,
        Some(known) => known.word(),
    };
    [word, ":", resource].concat()
}

/// What a plan backs up: types and resources.
fn resources<'f>(kept: &Kept<'f>) -> Vec<(Cow<'f, str>, Cow<'f, str>)> {
    let record = kept.record;
    let kind = if kept.operation.tables.len() > 2 {
        Some(SourceKind::Hana.word().into())
    } else {
        text(record.get("SourceType"))
    };
    let Some(kind) = kind else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for one in record.get("Resources").items().unwrap_or_default() {
        if let Some(resource) = text(one.get("ResourceId")) {
            let own = text(one.get("SourceType")).unwrap_or_else(|| kind.clone());
            found.push((own, resource));
        }
    }
    let name = match SourceKind::from_word(&kind) {
        Some(SourceKind::EcsFile | SourceKind::EcsInstance | SourceKind::EcsDisk) => "InstanceId",
        Some(SourceKind::Oss) => "Bucket",
        Some(SourceKind::Nas) => "FileSystemId",
        Some(SourceKind::Tablestore) => "InstanceName",
        Some(SourceKind::OnPremisesFile) => "ClientId",
        Some(SourceKind::Hana) => "ClusterId",
        _ => "DataSourceId",
    };
    if found.is_empty() {
        found.extend(text(record.get(name)).map(|resource| (kind, resource)));
    }
    found
}
