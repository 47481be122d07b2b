//! Computes the facts in a few linear passes. Nothing here depends on the order of a hash table.

use std::borrow::Cow;

use super::binding::{self, Binding, BoundBy, Noted};
use super::ids::{Ids, id_of};
use super::implied;
use super::object::{
    Before, ChangeFact, ClientFact, Dangling, EncryptionMethod, From, MirrorFact, RestoreFact,
    SecondCopy, SourceFact, SourceRef, Status, TrialFact, UnknownWord, VaultFact, VaultKind,
    VmwareShare, Writer, is_unknown, stated,
};
use super::policy::{self, KeyFact, PolicyFact, PolicyKind, PolicyRuleFact, RuleKind};
use super::{Facts, RegionFact, Stated, Store, key, steps};
use crate::catalog::editions::{Edition, Editions};
use crate::catalog::source_kinds::SourceKind;
use crate::catalog::vocabulary::{self as vocab, Vocabulary};
use crate::catalog::{limits, regions};
use crate::finding::{ObjectKind, ObjectRef, Spot};
use crate::model::{ChangeKind, Origin, Topology, Txt, Vault};
use crate::text::names::Names;
use crate::text::pointer::push_index;

pub(super) fn build<'t>(plan: &'t Topology<'t>, edition: Edition, now: Option<i64>) -> Facts<'t> {
    let mut facts = Facts {
        plan,
        edition,
        now,
        imported: !plan.answers.is_empty(),
        vaults: Vec::with_capacity(plan.vaults.len()),
        mirrors: Vec::with_capacity(plan.mirrors.len()),
        clients: Vec::with_capacity(plan.clients.len()),
        sources: Vec::with_capacity(plan.sources.len()),
        restores: Vec::with_capacity(plan.restores.len()),
        changes: Vec::with_capacity(plan.changes.len()),
        policies: Vec::with_capacity(plan.policies.len()),
        policy_rules: Vec::new(),
        keys: Vec::with_capacity(plan.keys.len()),
        bound: Vec::new(),
        writes: Vec::new(),
        bindings: Vec::new(),
        chooses_by_tags: false,
        binds_unknown: false,
        bindings_loaded: ["DescribePolicyBindings", "DescribeBackupPlans"]
            .iter()
            .all(|operation| is_loaded_whole(plan, operation)),
        policy_vaults: Vec::new(),
        implied: Vec::new(),
        key_aliases: Vec::new(),
        aliases: Names::new(),
        writers: Vec::new(),
        mirror_regions: Vec::new(),
        holdings: Vec::new(),
        ids: Ids::new(plan),
        supported: plan.replication_regions.as_ref().map(|list| {
            let mut names = Names::new();
            for id in list {
                names.number(Cow::Borrowed(&**id));
            }
            names
        }),
        loaded_whole: loaded_whole(plan),
        originals: Vec::new(),
        crowded_accounts: Vec::new(),
        crowded_regions: Vec::new(),
        mirrors_without_source: 0,
        repeated_ids: Vec::new(),
        dangling: Vec::new(),
        unknown_regions: Vec::new(),
        unknown_statuses: Vec::new(),
        unknown_sources: Vec::new(),
        unknown_words: Vec::new(),
        stated: Stated::default(),
    };
    collect_ids(&mut facts);
    read_sources(&mut facts);
    read_vaults(&mut facts);
    let absent = read_mirrors(&mut facts);
    read_keys(&mut facts);
    mark_key_users(&mut facts);
    read_clients(&mut facts);
    read_policies(&mut facts);
    implied::add(&mut facts);
    mark_cycles(&mut facts);
    find_originals(&mut facts);
    read_restores(&mut facts);
    read_changes(&mut facts);
    binding::join(&mut facts);
    steps::play(&mut facts);
    mark_clients(&mut facts);
    collect_mirror_regions(&mut facts);
    mark_mirrors_beside_others(&mut facts, absent);
    finish_trials(&mut facts);
    sum_up_contents(&mut facts);
    find_second_copies(&mut facts);
    count_accounts(&mut facts);
    count_targets(&mut facts);
    facts
}

/// Whether answers of an operation were loaded, and each lists as many objects as the service said that there are.
fn is_loaded_whole(plan: &Topology<'_>, operation: &str) -> bool {
    let answers = plan.answers.iter();
    let mut answers = answers
        .filter(|answer| answer.operation.as_deref() == Some(operation))
        .peekable();
    answers.peek().is_some()
        && answers.all(|answer| {
            let both = answer.listed.as_ref().zip(answer.total.as_ref());
            both.is_some_and(|(listed, total)| listed >= total)
        })
}

/// The regions of which one answer of DescribeVaults lists as many vaults as the service said that there are.
fn loaded_whole<'t>(plan: &'t Topology<'t>) -> Names<'t> {
    let mut names = Names::new();
    for answer in &plan.answers {
        if answer.operation.as_deref() == Some("DescribeVaults")
            && let (Some(listed), Some(total)) = (&answer.listed, &answer.total)
            && listed >= total
        {
            for region in &answer.regions {
                names.number(Cow::Borrowed(&**region));
            }
        }
    }
    names
}

fn collect_ids<'t>(facts: &mut Facts<'t>) {
    let plan = facts.plan;
    for (kind, count) in [
        (ObjectKind::Vault, plan.vaults.len()),
        (ObjectKind::Mirror, plan.mirrors.len()),
        (ObjectKind::Client, plan.clients.len()),
        (ObjectKind::Source, plan.sources.len()),
        (ObjectKind::Policy, plan.policies.len()),
        (ObjectKind::Restore, plan.restores.len()),
        (ObjectKind::Key, plan.keys.len()),
        (ObjectKind::Change, plan.changes.len()),
    ] {
        for index in 0..count {
            let object = ObjectRef::new(kind, index);
            let id = id_of(plan, object);
            // Only a step of the change plan may have none.
            if id.is_empty() && kind == ObjectKind::Change {
                continue;
            }
            facts.stated.ids += 1;
            if let Some(first) = facts.ids.insert(id, object) {
                facts.repeated_ids.push((object, id, first));
            }
        }
    }
}

/// Notes a word that a vocabulary does not have.
fn check_word<'t>(
    facts: &mut Facts<'t>,
    word: Option<&'t Txt<'t>>,
    vocabulary: &'static Vocabulary,
    object: ObjectRef,
    path: &'static str,
    origin: Option<&Origin<'_>>,
) {
    if let Some(word) = word {
        facts.stated.words += 1;
        if vocabulary.find(word).is_none() {
            let imported = origin.is_some();
            note(
                &mut facts.unknown_words,
                object,
                path,
                word,
                vocabulary,
                imported,
            );
        }
    }
}

/// Notes a word that is not known.
#[inline(never)]
fn note<'t>(
    list: &mut Vec<UnknownWord<'t>>,
    object: ObjectRef,
    path: impl Into<Cow<'static, str>>,
    word: &'t str,
    vocabulary: &'static Vocabulary,
    imported: bool,
) {
    let path = path.into();
    list.push(UnknownWord {
        spot: Spot { object, path },
        word,
        vocabulary,
        imported,
    });
}

/// The path of a field of an element of a list, such as `/rules/3/type`.
fn inside(list: &str, at: usize, field: &str) -> String {
    let mut path = list.to_owned();
    push_index(&mut path, at);
    path.push_str(field);
    path
}

/// Reads a region, and notes one that is not listed. A blank text counts as absent. A region of the account's own
/// list of regions exists, whether or not the catalogue has it.
fn read_region<'t>(
    facts: &mut Facts<'t>,
    text: Option<&'t Txt<'t>>,
    object: ObjectRef,
    path: impl Into<Cow<'static, str>>,
    imported: bool,
) -> Option<RegionFact<'t>> {
    let region = RegionFact::new(stated(text)?);
    facts.stated.regions += 1;
    let listed = |names: &Names<'_>| names.contains(region.id);
    if region.known.is_none() && !facts.supported.as_ref().is_some_and(listed) {
        note(
            &mut facts.unknown_regions,
            object,
            path,
            region.id,
            &vocab::REGION,
            imported,
        );
    }
    Some(region)
}

/// Notes a status of a vault or mirror that is not known. A blank one is not.
fn check_status<'t>(
    facts: &mut Facts<'t>,
    status: Option<&'t Txt<'t>>,
    object: ObjectRef,
    imported: bool,
) {
    if let Some(status) = status {
        facts.stated.statuses += 1;
        if vault_status(Some(status)).is_none() {
            note(
                &mut facts.unknown_statuses,
                object,
                "/status",
                status,
                &vocab::VAULT_STATUS,
                imported,
            );
        }
    }
}

fn read_vaults(facts: &mut Facts<'_>) {
    for (index, doc) in facts.plan.vaults.iter().enumerate() {
        let object = ObjectRef::new(ObjectKind::Vault, index);
        let origin = doc.origin.as_deref();
        let imported = doc.origin.is_some();
        let region = read_region(facts, doc.region.as_ref(), object, "/region", imported);
        let kind = vault_kind(doc.kind.as_deref());
        let status = vault_status(doc.status.as_deref());
        check_status(facts, doc.status.as_ref(), object, imported);
        let encryption = method(doc.encryption.as_deref());
        check_word(
            facts,
            doc.kind.as_ref(),
            &vocab::VAULT_TYPE,
            object,
            "/type",
            origin,
        );
        check_word(
            facts,
            doc.encryption.as_ref(),
            &vocab::ENCRYPTION,
            object,
            "/encryption",
            origin,
        );
        check_word(
            facts,
            doc.redundancy.as_ref(),
            &vocab::REDUNDANCY,
            object,
            "/redundancy",
            origin,
        );
        check_word(
            facts,
            doc.storage_class.as_ref(),
            &vocab::STORAGE_CLASS,
            object,
            "/storageClass",
            origin,
        );
        check_word(
            facts,
            doc.charge_type.as_ref(),
            &vocab::CHARGE_TYPE,
            object,
            "/chargeType",
            origin,
        );
        if let Some(trial) = &doc.trial {
            check_word(
                facts,
                trial.source.as_ref(),
                &vocab::TRIAL,
                object,
                "/trial/source",
                origin,
            );
        }
        for (at, word) in doc.source_types.iter().enumerate() {
            facts.stated.words += 1;
            if SourceKind::from_word(word).is_none() {
                let path = inside("/sourceTypes", at, "");
                note(
                    &mut facts.unknown_words,
                    object,
                    path,
                    word,
                    &vocab::SOURCE_TYPE,
                    imported,
                );
            }
        }
        facts.vaults.push(VaultFact {
            doc,
            object,
            region,
            kind: if is_unknown(&doc.unknown, "type") {
                None
            } else {
                kind
            },
            status: if is_unknown(&doc.unknown, "status") {
                None
            } else {
                status
            },
            encryption: if is_unknown(&doc.unknown, "encryption") {
                None
            } else {
                encryption
            },
            // Finished when the sources of the vault are known.
            trial: Some(TrialFact::None),
            first_mirror: None,
            last_mirror: None,
            mirror_count: 0,
            vmware: VmwareShare::NotStated,
            deleted_at: None,
            has_client: false,
            converted_at: None,
            has_living: None,
            locked_at: None,
            critical: doc.critical == Some(true),
            tablestore: kind == Some(VaultKind::Tablestore),
            second_copy: SecondCopy::NotTold,
        });
    }
}

fn vault_kind(word: Option<&str>) -> Option<VaultKind> {
    Some(match word {
        None | Some("STANDARD") => VaultKind::General,
        Some("OTS_BACKUP") => VaultKind::Tablestore,
        Some("DATABASE") => VaultKind::Database,
        Some("ARCHIVE") => VaultKind::Archive,
        Some("CONTAINER") => VaultKind::Container,
        Some(_) => return None,
    })
}

fn vault_status(word: Option<&str>) -> Option<Status> {
    Some(match word {
        None | Some("CREATED") => Status::Created,
        Some("INITIALIZING") => Status::Initializing,
        Some("ERROR") => Status::Error,
        Some("UNKNOWN") => Status::Unknown,
        Some(_) => return None,
    })
}

pub(super) fn method(word: Option<&str>) -> Option<EncryptionMethod> {
    match word {
        None | Some("HBR_PRIVATE") => Some(EncryptionMethod::Managed),
        Some("KMS") => Some(EncryptionMethod::Kms),
        Some(_) => None,
    }
}

/// Reads the mirrors. Gives back the first mirror of each source that may be a vault which an import did not load:
/// two records of one source contradict each other all the same.
fn read_mirrors(facts: &mut Facts<'_>) -> Vec<usize> {
    let mut absent = Names::new();
    // The first and the last mirror of each absent source.
    let (mut firsts, mut lasts) = (Vec::new(), Vec::new());
    for (index, doc) in facts.plan.mirrors.iter().enumerate() {
        let object = ObjectRef::new(ObjectKind::Mirror, index);
        let origin = doc.origin.as_deref();
        let imported = doc.origin.is_some();
        let region = read_region(facts, doc.region.as_ref(), object, "/region", imported);
        let source_region = doc.source_region.as_ref();
        read_region(facts, source_region, object, "/sourceRegion", imported);
        check_status(facts, doc.status.as_ref(), object, imported);
        let encryption = method(doc.encryption.as_deref());
        check_word(
            facts,
            doc.encryption.as_ref(),
            &vocab::ENCRYPTION,
            object,
            "/encryption",
            origin,
        );
        check_word(
            facts,
            doc.redundancy.as_ref(),
            &vocab::REDUNDANCY,
            object,
            "/redundancy",
            origin,
        );
        let source = match facts.ids.get(&doc.source) {
            Some(ObjectRef {
                kind: ObjectKind::Vault,
                index,
            }) => SourceRef::Vault(index),
            Some(ObjectRef {
                kind: ObjectKind::Mirror,
                index,
            }) => SourceRef::Mirror(index),
            _ => SourceRef::Absent,
        };
        let mut last = None;
        if source == SourceRef::Absent {
            facts.mirrors_without_source += 1;
            if facts.may_be_elsewhere(doc) {
                let (number, new) = absent.number(Cow::Borrowed(&*doc.source));
                if new {
                    firsts.push(index);
                    lasts.push(index);
                } else if let Some(slot) = lasts.get_mut(number) {
                    last = Some(std::mem::replace(slot, index));
                }
            }
        }
        if let SourceRef::Vault(vault) = source
            && let Some(vault) = facts.vaults.get_mut(vault)
        {
            vault.mirror_count += 1;
            vault.first_mirror.get_or_insert(index);
            last = vault.last_mirror.replace(index);
        }
        if let Some(last) = last.and_then(|last| facts.mirrors.get_mut(last)) {
            last.next_of_source = Some(index);
        }
        facts.mirrors.push(MirrorFact {
            doc,
            object,
            source,
            implied_by: None,
            region,
            encryption: if is_unknown(&doc.unknown, "encryption") {
                None
            } else {
                encryption
            },
            next_of_source: None,
            beside: None,
            in_cycle: false,
            heads_cycle: false,
            stands_at_first: false,
            created_at_step: None,
            spans: Vec::new(),
        });
        if let Some(count) = doc.backup_plans
            && count.0 > 0
        {
            let spot = Spot {
                object,
                path: "/backupPlans".into(),
            };
            facts.writers.push(Writer {
                spot,
                target: &doc.id,
                found: Some(object),
            });
        }
    }
    firsts
}

/// Marks the mirrors that lie on a cycle. Each mirror has one source, so a walk that meets itself is one.
fn mark_cycles(facts: &mut Facts<'_>) {
    let next = |facts: &Facts<'_>, index: usize| match facts.mirrors.get(index).map(|m| m.source) {
        Some(SourceRef::Mirror(source)) => Some(source),
        _ => None,
    };
    // 0: not seen; otherwise the number of the walk that saw it.
    let mut walk_of = vec![0_usize; facts.mirrors.len()];
    for start in 0..facts.mirrors.len() {
        let mut at = Some(start);
        while let Some(index) = at {
            match walk_of.get_mut(index) {
                Some(seen) if *seen == 0 => *seen = start + 1,
                Some(seen) => {
                    if *seen == start + 1 {
                        let (mut around, mut first) = (index, index);
                        while let Some(mirror) =
                            facts.mirrors.get_mut(around).filter(|m| !m.in_cycle)
                        {
                            mirror.in_cycle = true;
                            first = first.min(around);
                            around = next(facts, around).unwrap_or(index);
                        }
                        if let Some(mirror) = facts.mirrors.get_mut(first) {
                            mirror.heads_cycle = true;
                        }
                    }
                    break;
                }
                None => break,
            }
            at = next(facts, index);
        }
    }
}

/// Follows each chain of mirrors to the vault at its end. Each mirror is walked over once; most plans have no
/// mirror of a mirror, and then there is nothing to follow.
fn find_originals(facts: &mut Facts<'_>) {
    let chained = |mirror: &MirrorFact<'_>| matches!(mirror.source, SourceRef::Mirror(_));
    if !facts.mirrors.iter().any(chained) {
        return;
    }
    let mut done = vec![false; facts.mirrors.len()];
    let mut originals = vec![None; facts.mirrors.len()];
    let mut path = Vec::new();
    for start in 0..facts.mirrors.len() {
        let mut at = start;
        let end = loop {
            match (done.get(at), facts.mirrors.get(at)) {
                (Some(false), Some(mirror)) if !mirror.in_cycle => {
                    path.push(at);
                    match mirror.source {
                        SourceRef::Vault(vault) => break Some(vault),
                        SourceRef::Mirror(next) => at = next,
                        SourceRef::Absent => break None,
                    }
                }
                _ => break originals.get(at).copied().flatten(),
            }
        };
        for index in path.drain(..) {
            if let (Some(done), Some(original)) = (done.get_mut(index), originals.get_mut(index)) {
                (*done, *original) = (true, end);
            }
        }
    }
    facts.originals = originals;
}

/// Marks the mirrors that exist while an earlier mirror of their source does. A change plan may delete one and
/// create the next; a mirror that is already marked counts for none after it. `absent` holds the first mirror of
/// each source that is not there.
fn mark_mirrors_beside_others(facts: &mut Facts<'_>, absent: Vec<usize>) {
    let crowded = facts.vaults.iter().filter(|vault| vault.mirror_count > 1);
    let firsts = crowded.filter_map(|vault| vault.first_mirror);
    for first in firsts.chain(absent) {
        let mut alone = Alone::default();
        let mut next = Some(first);
        while let Some(mirror) = next.and_then(|index| facts.mirrors.get_mut(index)) {
            let other = mirror.spans().iter().find_map(|(first, last)| {
                let other = alone.last_before(*last);
                other.filter(|other| other.last >= *first)
            });
            mirror.beside = other.map(|other| other.mirror);
            if other.is_none() {
                for &(first, last) in mirror.spans() {
                    let mirror = mirror.object.index;
                    alone.add(Lifetime {
                        first,
                        last,
                        mirror,
                    });
                }
            }
            next = mirror.next_of_source;
        }
    }
}

/// The first and the last state of a time in which a mirror copies its source.
#[derive(Clone, Copy)]
struct Lifetime {
    first: usize,
    last: usize,
    mirror: usize,
}

/// The times of a vault's mirrors, of which no two overlap: runs in the order of time, as long as the bits of
/// their number say, so that neither adding nor finding one costs much in a vault of very many.
#[derive(Default)]
struct Alone(Vec<Lifetime>);

impl Alone {
    fn add(&mut self, lifetime: Lifetime) {
        self.0.push(lifetime);
        // The last two runs become one for as long as they are of equal length.
        for bit in 0..self.0.len().trailing_zeros() {
            let half = 1 << bit;
            let Some(start) = self.0.len().checked_sub(2 * half) else {
                break;
            };
            let old = self.0.split_off(start);
            let Some((mut left, mut right)) = old.split_at_checked(half) else {
                break;
            };
            loop {
                let take = match (left.split_first(), right.split_first()) {
                    (Some((one, rest)), other)
                        if other.is_none_or(|(o, _)| one.first <= o.first) =>
                    {
                        left = rest;
                        one
                    }
                    (_, Some((one, rest))) => {
                        right = rest;
                        one
                    }
                    _ => break,
                };
                self.0.push(*take);
            }
        }
    }

    /// The one that begins last, at a state or before it.
    fn last_before(&self, state: usize) -> Option<Lifetime> {
        let mut best: Option<Lifetime> = None;
        let mut rest = self.0.as_slice();
        while let Some(bit) = rest.len().checked_ilog2() {
            let (run, after) = rest.split_at_checked(1 << bit)?;
            let found = run.partition_point(|other| other.first <= state);
            let found = found.checked_sub(1).and_then(|at| run.get(at)).copied();
            if best.is_none_or(|best| found.is_some_and(|found| found.first >= best.first)) {
                best = found;
            }
            rest = after;
        }
        best
    }
}

/// Sums up what each vault holds, from its sources and from the source types of its record.
fn sum_up_contents(facts: &mut Facts<'_>) {
    let is_vmware = |kind: Option<SourceKind>| kind == Some(SourceKind::Vmware);
    for (vault, source) in &facts.holdings {
        let source = facts.sources.get(*source);
        let kind = source.and_then(|source| source.kind);
        let living = source.is_some_and(|source| source.doc.gone != Some(true));
        if let Some(vault) = facts.vaults.get_mut(*vault) {
            vault.vmware = vault.vmware.with(is_vmware(kind));
            vault.has_living = Some(living || vault.has_living == Some(true));
        }
    }
    for vault in &mut facts.vaults {
        for word in &vault.doc.source_types {
            vault.vmware = vault.vmware.with(is_vmware(SourceKind::from_word(word)));
        }
    }
}

/// Finds for each vault whether a second copy of its backups lies in another region, and if not, what it is that
/// has none.
fn find_second_copies(facts: &mut Facts<'_>) {
    // Where the backups of each source lie.
    let mut homes = vec![None; facts.sources.len()];
    for (vault, source) in &facts.holdings {
        let region = facts.vaults.get(*vault).and_then(|vault| vault.region);
        if let (Some(home), Some(source)) = (homes.get_mut(*source), facts.sources.get_mut(*source))
        {
            source.vaults += 1;
            if let Some(region) = region {
                let home: RegionFact<'_> = *home.get_or_insert(region);
                source.spread |= !home.same(region);
            }
        }
    }
    // A plan that has every answer of the account has all of its mirrors.
    let whole = |list: &Vec<Txt<'_>>| list.iter().all(|id| facts.loaded_whole.contains(id));
    let all_loaded = facts.plan.replication_regions.as_ref().is_some_and(whole);
    let in_part = facts.imported && !all_loaded;
    let one_zone = Editions::CLOUD_BACKUP.has(facts.edition);
    let mut held = facts.holdings.iter().peekable();
    // A policy that copies makes a mirror, even where its rule names no region.
    let mut copied = vec![false; facts.vaults.len()];
    for (policy, vault) in &facts.writes {
        let copies = facts.policies.get(*policy).is_some_and(|p| p.noted.copies);
        if let Some(copied) = copied.get_mut(*vault).filter(|_| copies && one_zone) {
            *copied = true;
        }
    }
    for (index, vault) in facts.vaults.iter_mut().enumerate() {
        let is_copied = vault.mirror_count > 0 || copied.get(index) == Some(&true);
        let (mut holds, mut spread, mut tablestore) = (false, true, true);
        while let Some((_, source)) = held.next_if(|(vault, _)| *vault == index) {
            if let Some(source) = facts.sources.get(*source) {
                holds = true;
                spread &= source.spread;
                tablestore &= source.kind == Some(SourceKind::Tablestore);
                vault.critical |= source.doc.critical == Some(true);
            }
        }
        for word in &vault.doc.source_types {
            holds = true;
            spread = false;
            tablestore &= SourceKind::from_word(word) == Some(SourceKind::Tablestore);
        }
        vault.tablestore |= holds && tablestore;
        let on_record = Store::Vault(vault).is_on_record();
        vault.second_copy = if is_copied || (holds && spread) {
            SecondCopy::Exists
        } else if vault.deleted_at.is_some() || (on_record && in_part) {
            SecondCopy::NotTold
        } else if one_zone && vault.tablestore && vault.trial == Some(TrialFact::None) {
            SecondCopy::NoneOfTablestore
        } else if one_zone && lies_in_one_zone(vault) {
            SecondCopy::NoneOfOneZone
        } else if vault.critical {
            SecondCopy::NoneOfCritical
        } else {
            SecondCopy::None
        };
    }
}

/// Whether a vault that could be mirrored keeps its data in one zone, as stated or by its region.
fn lies_in_one_zone(vault: &VaultFact<'_>) -> bool {
    let kind = vault.kind;
    if !matches!(kind, Some(VaultKind::General | VaultKind::Tablestore)) {
        return false;
    }
    match vault.doc.redundancy.as_deref() {
        Some(word) => word == "LRS",
        None if is_unknown(&vault.doc.unknown, "redundancy") => false,
        None => {
            let known = vault.region.and_then(|region| region.known);
            known.and_then(|known| known.zrs) == Some(false)
        }
    }
}

/// Finds the accounts with more vaults than one may have.
fn count_accounts(facts: &mut Facts<'_>) {
    if facts.vaults.len() <= limits::VAULTS_OF_AN_ACCOUNT {
        return;
    }
    let mut accounts = Names::new();
    // How many vaults each account has, and the first one too many.
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for (index, vault) in facts.vaults.iter().enumerate() {
        // A blank account is the plan's one account.
        let account = stated(vault.doc.account.as_ref()).unwrap_or_default();
        let (number, new) = accounts.number(account.into());
        if new {
            counts.push((0, 0));
        }
        if let Some((first, count)) = counts.get_mut(number) {
            if *count == limits::VAULTS_OF_AN_ACCOUNT {
                *first = index;
            }
            *count += 1;
        }
    }
    counts.retain(|(_, count)| *count > limits::VAULTS_OF_AN_ACCOUNT);
    facts.crowded_accounts = counts;
}

/// Finds the regions with more mirrors of one account than there may be. Those that no longer copy their source when
/// the change plan ends are not counted; regions that are not listed are another rule's.
fn count_targets(facts: &mut Facts<'_>) {
    if facts.mirrors.len() <= limits::TARGETS_IN_A_REGION {
        return;
    }
    let mut accounts = Names::new();
    let mut counts: Vec<[u8; regions::REGIONS.len()]> = Vec::new();
    for (index, mirror) in facts.mirrors.iter().enumerate() {
        let at = mirror
            .region
            .and_then(|region| regions::position(region.id));
        let at_last = mirror.copies_until(facts.changes.len());
        let (Some(at), Some(_)) = (at, at_last) else {
            continue;
        };
        let account = stated(mirror.doc.account.as_ref()).unwrap_or_default();
        let (number, new) = accounts.number(account.into());
        if new {
            counts.push([0; regions::REGIONS.len()]);
        }
        if let Some(count) = counts.get_mut(number).and_then(|all| all.get_mut(at)) {
            if usize::from(*count) == limits::TARGETS_IN_A_REGION {
                facts.crowded_regions.push(index);
            }
            *count = count.saturating_add(1);
        }
    }
}

fn read_sources(facts: &mut Facts<'_>) {
    for (index, doc) in facts.plan.sources.iter().enumerate() {
        let object = ObjectRef::new(ObjectKind::Source, index);
        let imported = doc.origin.is_some();
        read_region(facts, doc.region.as_ref(), object, "/region", imported);
        let kind = SourceKind::from_word(&doc.kind);
        if kind.is_none() {
            note(
                &mut facts.unknown_sources,
                object,
                "/type",
                &doc.kind,
                &vocab::SOURCE_TYPE,
                imported,
            );
        }
        let vault = doc.vault.as_deref();
        let vault = vault.and_then(|id| note_writer(facts, object, "/vault", id));
        if let Some(vault) = vault {
            facts.holdings.push((vault, index));
        }
        reference(
            facts,
            object,
            "/client",
            doc.client.as_deref(),
            ObjectKind::Client,
        );
        if let Some(class) = doc
            .details
            .as_deref()
            .and_then(|d| d.storage_class.as_ref())
        {
            check_word(
                facts,
                Some(class),
                &vocab::SOURCE_CLASS,
                object,
                "/details/storageClass",
                doc.origin.as_deref(),
            );
        }
        check_word(
            facts,
            doc.os.as_ref(),
            &vocab::OS,
            object,
            "/os",
            doc.origin.as_deref(),
        );
        facts.sources.push(SourceFact {
            doc,
            object,
            kind,
            vault,
            vaults: 0,
            spread: false,
        });
    }
}

/// Notes an id that no object of a fitting kind has.
#[inline(never)]
fn dangles<'t>(
    facts: &mut Facts<'t>,
    object: ObjectRef,
    path: impl Into<Cow<'static, str>>,
    id: &'t str,
    wanted: ObjectKind,
) {
    let path = path.into();
    facts.dangling.push(Dangling {
        spot: Spot { object, path },
        id,
        wanted,
    });
}

/// The vault or mirror that an object names by id; notes an id that neither has.
fn find_store<'t>(
    facts: &mut Facts<'t>,
    object: ObjectRef,
    path: Cow<'static, str>,
    id: &'t str,
) -> Option<ObjectRef> {
    facts.stated.references += 1;
    let found = facts.ids.get(id);
    if !matches!(
        found.map(|found| found.kind),
        Some(ObjectKind::Vault | ObjectKind::Mirror)
    ) {
        dangles(facts, object, path, id, ObjectKind::Vault);
    }
    found
}

/// Notes what writes backups into a vault or mirror, with what it names; gives the vault's index.
fn note_writer<'t>(
    facts: &mut Facts<'t>,
    object: ObjectRef,
    path: impl Into<Cow<'static, str>>,
    target: &'t str,
) -> Option<usize> {
    let path = path.into();
    let found = find_store(facts, object, path.clone(), target);
    facts.writers.push(Writer {
        spot: Spot { object, path },
        target,
        found,
    });
    found
        .filter(|found| found.kind == ObjectKind::Vault)
        .map(|found| found.index)
}

/// Notes a reference that does not name an object of the wanted kind.
fn reference<'t>(
    facts: &mut Facts<'t>,
    object: ObjectRef,
    path: &'static str,
    id: Option<&'t str>,
    wanted: ObjectKind,
) {
    if let Some(id) = id {
        facts.stated.references += 1;
        if facts.ids.get(id).is_none_or(|found| found.kind != wanted) {
            dangles(facts, object, path, id, wanted);
        }
    }
}

fn read_clients(facts: &mut Facts<'_>) {
    for (index, doc) in facts.plan.clients.iter().enumerate() {
        let object = ObjectRef::new(ObjectKind::Client, index);
        check_word(
            facts,
            doc.kind.as_ref(),
            &vocab::CLIENT_KIND,
            object,
            "/kind",
            doc.origin.as_deref(),
        );
        check_word(
            facts,
            doc.status.as_ref(),
            &vocab::CLIENT_STATUS,
            object,
            "/status",
            doc.origin.as_deref(),
        );
        let imported = doc.origin.is_some();
        read_region(facts, doc.region.as_ref(), object, "/region", imported);
        if let Some(id) = doc.vault.as_deref()
            && let Some(found) = find_store(facts, object, Cow::Borrowed("/vault"), id)
            && found.kind == ObjectKind::Vault
            && let Some(vault) = facts.vaults.get_mut(found.index)
        {
            vault.has_client = true;
        }
        facts.clients.push(ClientFact {
            doc,
            object,
            has_living: None,
            is_deleted: false,
            first_source: None,
        });
    }
}

fn read_keys(facts: &mut Facts<'_>) {
    for (index, doc) in facts.plan.keys.iter().enumerate() {
        let object = ObjectRef::new(ObjectKind::Key, index);
        let imported = doc.origin.is_some();
        let region = read_region(facts, doc.region.as_ref(), object, "/region", imported);
        let region = region.or(key::parse(&doc.id).1);
        let state = doc.state.as_ref();
        check_word(
            facts,
            state,
            &vocab::KEY_STATE,
            object,
            "/state",
            doc.origin.as_deref(),
        );
        if let Some(alias) = stated(doc.alias.as_ref()) {
            let (alias, _) = facts.aliases.number(alias.into());
            facts.key_aliases.push((alias, index));
        }
        facts.keys.push(KeyFact {
            doc,
            object,
            region,
            used_by: None,
        });
    }
    let aliases = facts.aliases.len();
    sort_pairs(&mut facts.key_aliases, aliases, facts.keys.len());
}

/// Marks the keys that encrypt a vault or mirror.
fn mark_key_users(facts: &mut Facts<'_>) {
    if facts.keys.is_empty() {
        return;
    }
    let vaults = facts.vaults.iter().map(Store::Vault);
    let stores = vaults.chain(facts.mirrors.iter().map(Store::Mirror));
    let used = |store| Some((facts.key_of(store)?.object.index, store.object()));
    let used: Vec<(usize, ObjectRef)> = stores.filter_map(used).collect();
    for (key, store) in used {
        if let Some(key) = facts.keys.get_mut(key) {
            key.used_by.get_or_insert(store);
        }
    }
}

fn read_policies(facts: &mut Facts<'_>) {
    let mut sources = facts.plan.sources.iter();
    let measured = sources.any(|source| source.objectives.is_some());
    for (index, doc) in facts.plan.policies.iter().enumerate() {
        let object = ObjectRef::new(ObjectKind::Policy, index);
        let origin = doc.origin.as_deref();
        facts.policies.push(PolicyFact {
            doc,
            object,
            kind: policy::kind_of(doc),
            first_rule: facts.policy_rules.len(),
            vault: None,
            same_name_as: None,
            created_at_step: None,
            deleted_at: None,
            locked_at: None,
            noted: Noted::default(),
        });
        for (at, source) in doc.sources.iter().enumerate() {
            match facts.ids.get(source) {
                Some(ObjectRef {
                    kind: ObjectKind::Source,
                    index: source,
                }) => facts.bound.push(Binding {
                    source,
                    policy: index,
                    by: BoundBy::List(at),
                }),
                _ => facts.binds_unknown = true,
            }
        }
        check_word(
            facts,
            doc.kind.as_ref(),
            &vocab::POLICY_TYPE,
            object,
            "/type",
            origin,
        );
        for (at, rule) in doc.rules.iter().enumerate() {
            let imported = origin.is_some();
            facts.stated.words += 1;
            if vocab::RULE_TYPE.find(&rule.kind).is_none() {
                let path = inside("/rules", at, "/type");
                note(
                    &mut facts.unknown_words,
                    object,
                    path,
                    &rule.kind,
                    &vocab::RULE_TYPE,
                    imported,
                );
            }
            let vault = rule.vault.as_deref().and_then(|id| facts.ids.get(id));
            let kind = policy::rule_kind(&rule.kind);
            // Only a rule that makes backups writes into the vault that it names.
            let writes = kind == Some(RuleKind::Backup);
            let vault = vault
                .filter(|o| o.kind == ObjectKind::Vault && writes)
                .map(|o| o.index);
            facts.chooses_by_tags |= kind == Some(RuleKind::Tag);
            facts.policy_rules.push(PolicyRuleFact {
                doc: rule,
                policy: index,
                at,
                object,
                kind,
                vault,
            });
            if let (Some(policy), Some(rule)) =
                (facts.policies.last_mut(), facts.policy_rules.last())
            {
                binding::note_rule(&mut policy.noted, rule, measured);
            }
            facts
                .policy_vaults
                .extend(vault.map(|vault| (vault, index)));
            for (special, retention) in rule.special_retentions.iter().enumerate() {
                facts.stated.words += 1;
                if vocab::SPECIAL_RETENTION.find(&retention.kind).is_none() {
                    let path = inside(
                        &inside("/rules", at, "/specialRetentions"),
                        special,
                        "/type",
                    );
                    let vocabulary = &vocab::SPECIAL_RETENTION;
                    note(
                        &mut facts.unknown_words,
                        object,
                        path,
                        &retention.kind,
                        vocabulary,
                        imported,
                    );
                }
            }
            if let Some(region) = &rule.replication_region {
                let path = inside("/rules", at, "/replicationRegion");
                read_region(facts, Some(region), object, path, imported);
            }
            let Some(id) = rule.vault.as_deref() else {
                continue;
            };
            if !writes {
                let path = inside("/rules", at, "/vault");
                facts.stated.references += 1;
                let stores = [ObjectKind::Vault, ObjectKind::Mirror];
                if facts
                    .ids
                    .get(id)
                    .is_none_or(|found| !stores.contains(&found.kind))
                {
                    dangles(facts, object, path, id, ObjectKind::Vault);
                }
                continue;
            }
            let vault = note_writer(facts, object, inside("/rules", at, "/vault"), id);
            if let Some(vault) = vault.filter(|vault| binding::writes_anew(facts, index, *vault)) {
                facts.writes.push((index, vault));
                for source in &doc.sources {
                    if let Some(source) = facts.ids.get(source)
                        && source.kind == ObjectKind::Source
                    {
                        facts.holdings.push((vault, source.index));
                    }
                }
            }
        }
        facts.stated.references += doc.sources.len();
        for (at, source) in doc.sources.iter().enumerate() {
            let found = facts.ids.get(source);
            if found.is_none_or(|found| found.kind != ObjectKind::Source) {
                let path = inside("/sources", at, "");
                dangles(facts, object, path, source, ObjectKind::Source);
            }
        }
    }
    let (vaults, sources) = (facts.vaults.len(), facts.sources.len());
    sort_pairs(&mut facts.holdings, vaults, sources);
    sort_pairs(&mut facts.policy_vaults, vaults, facts.policies.len());
    join_policies_to_vaults(facts);
    find_plans_of_one_name(facts);
}

/// Notes the first vault of each policy.
fn join_policies_to_vaults(facts: &mut Facts<'_>) {
    for rule in &facts.policy_rules {
        if let (Some(vault), Some(policy)) = (rule.vault, facts.policies.get_mut(rule.policy)) {
            policy.vault.get_or_insert(vault);
        }
    }
}

/// Marks the backup plans that share name, vault and source type with an earlier one.
fn find_plans_of_one_name(facts: &mut Facts<'_>) {
    let mut names = Names::new();
    // Of each backup plan that has a vault and a source: the number of its name, and the plan.
    let mut plans = Vec::new();
    for policy in &facts.policies {
        if policy.kind == Some(PolicyKind::Plan)
            && policy.vault.is_some()
            && let Some(name) = stated(policy.doc.name.as_ref())
        {
            plans.push((names.number(Cow::Borrowed(name)).0, policy.object.index));
        }
    }
    let key = |index: usize| {
        let policy = facts.policies.get(index)?;
        let source = facts.source(policy.doc.sources.first()?)?;
        Some((policy.vault?, source.kind? as usize))
    };
    plans.retain(|(_, index)| key(*index).is_some());
    let of = |index: usize| key(index).unwrap_or_default();
    let plans = bucketed(&plans, KINDS_OF_SOURCE, &|(_, index)| of(index).1);
    let plans = bucketed(&plans, facts.vaults.len(), &|(_, index)| of(index).0);
    let plans = bucketed(&plans, names.len(), &|(name, _)| name);
    let mut same = Vec::new();
    for pair in plans.windows(2) {
        if let [(name, one), (other_name, other)] = pair
            && name == other_name
            && of(*one) == of(*other)
        {
            same.push((*one, *other));
        }
    }
    for (one, other) in same {
        if let Some(policy) = facts.policies.get_mut(other) {
            policy.same_name_as = Some(one);
        }
    }
}

/// More than there are kinds of source.
const KINDS_OF_SOURCE: usize = 64;

/// Sorts pairs of places by the first and then by the second, each pair once: two passes over buckets.
pub(super) fn sort_pairs(pairs: &mut Vec<(usize, usize)>, firsts: usize, seconds: usize) {
    let by_second = bucketed(pairs, seconds, &|(_, second)| second);
    *pairs = bucketed(&by_second, firsts, &|(first, _)| first);
    pairs.dedup();
}

/// The pairs in the order of a key below `buckets`; those of one key stay as they were.
fn bucketed(
    pairs: &[(usize, usize)],
    buckets: usize,
    key: &dyn Fn((usize, usize)) -> usize,
) -> Vec<(usize, usize)> {
    if pairs.is_sorted_by_key(|pair| key(*pair)) {
        return pairs.to_vec();
    }
    // Where the next pair of each key goes: after all those of the keys before it.
    let mut next = vec![0; buckets + 1];
    for pair in pairs {
        if let Some(count) = next.get_mut(key(*pair) + 1) {
            *count += 1;
        }
    }
    let mut before = 0;
    for count in &mut next {
        before += *count;
        *count = before;
    }
    let mut sorted = pairs.to_vec();
    for pair in pairs {
        if let Some(place) = next.get_mut(key(*pair)) {
            if let Some(to) = sorted.get_mut(*place) {
                *to = *pair;
            }
            *place += 1;
        }
    }
    sorted
}

fn read_restores(facts: &mut Facts<'_>) {
    for (index, doc) in facts.plan.restores.iter().enumerate() {
        let object = ObjectRef::new(ObjectKind::Restore, index);
        facts.stated.references += 1;
        let from = match facts.ids.get(&doc.from) {
            Some(ObjectRef {
                kind: ObjectKind::Vault,
                index,
            }) => From::Vault(index),
            Some(ObjectRef {
                kind: ObjectKind::Mirror,
                index,
            }) => From::Mirror(index),
            _ => {
                dangles(facts, object, "/from", &doc.from, ObjectKind::Vault);
                From::Absent
            }
        };
        reference(
            facts,
            object,
            "/source",
            Some(&doc.source),
            ObjectKind::Source,
        );
        let source = facts
            .ids
            .get(&doc.source)
            .filter(|o| o.kind == ObjectKind::Source)
            .map(|o| o.index);
        check_word(
            facts,
            doc.kind.as_ref(),
            &vocab::RESTORE_TYPE,
            object,
            "/type",
            doc.origin.as_deref(),
        );
        if let Some(to) = &doc.to {
            let imported = doc.origin.is_some();
            read_region(facts, to.region.as_ref(), object, "/to/region", imported);
            reference(
                facts,
                object,
                "/to/client",
                to.client.as_deref(),
                ObjectKind::Client,
            );
        }
        facts.restores.push(RestoreFact {
            doc,
            object,
            source,
            from,
        });
    }
}

fn read_changes(facts: &mut Facts<'_>) {
    let mut deletes_client = false;
    for (index, doc) in facts.plan.changes.iter().enumerate() {
        let object = ObjectRef::new(ObjectKind::Change, index);
        let target = facts.ids.get(&doc.object);
        facts.stated.references += 1;
        match target {
            Some(ObjectRef {
                kind: ObjectKind::Vault,
                index: at,
            }) => {
                if let Some(vault) = facts.vaults.get_mut(at) {
                    match doc.kind {
                        ChangeKind::Delete | ChangeKind::Replace => {
                            vault.deleted_at.get_or_insert(index);
                        }
                        ChangeKind::ConvertTrial => {
                            vault.converted_at.get_or_insert(index);
                        }
                        ChangeKind::SwitchOnLock => {
                            vault.locked_at.get_or_insert(index);
                        }
                        _ => {}
                    }
                }
            }
            Some(ObjectRef {
                kind: ObjectKind::Mirror,
                index: at,
            }) => {
                if let Some(mirror) = facts.mirrors.get_mut(at) {
                    match doc.kind {
                        ChangeKind::Delete | ChangeKind::Replace => {
                            mirror.stands_at_first |= mirror.created_at_step.is_none();
                        }
                        ChangeKind::Create if !mirror.stands_at_first => {
                            mirror.created_at_step.get_or_insert(index);
                        }
                        _ => {}
                    }
                }
            }
            Some(ObjectRef {
                kind: ObjectKind::Client,
                index: at,
            }) => {
                if let Some(client) = facts.clients.get_mut(at) {
                    client.is_deleted |= doc.kind == ChangeKind::Delete;
                    deletes_client = true;
                }
            }
            Some(ObjectRef {
                kind: ObjectKind::Policy,
                index: at,
            }) => {
                if let Some(policy) = facts.policies.get_mut(at) {
                    match doc.kind {
                        ChangeKind::Delete => {
                            policy.deleted_at.get_or_insert(index);
                        }
                        ChangeKind::SwitchOnLock => {
                            policy.locked_at.get_or_insert(index);
                        }
                        ChangeKind::Create if policy.deleted_at.is_none() => {
                            policy.created_at_step.get_or_insert(index);
                        }
                        _ => {}
                    }
                }
            }
            Some(ObjectRef {
                kind: ObjectKind::Source,
                index: source,
            }) if doc.kind == ChangeKind::BindPolicy => {
                let policy = doc.policy.as_deref().and_then(|id| facts.ids.get(id));
                if let Some(policy) = policy.filter(|o| o.kind == ObjectKind::Policy) {
                    facts.bound.push(Binding {
                        source,
                        policy: policy.index,
                        by: BoundBy::Step(index),
                    });
                }
            }
            Some(_) => {}
            None => dangles(facts, object, "/object", &doc.object, ObjectKind::Plan),
        }
        reference(
            facts,
            object,
            "/policy",
            doc.policy.as_deref(),
            ObjectKind::Policy,
        );
        check_word(
            facts,
            doc.encryption.as_ref(),
            &vocab::ENCRYPTION,
            object,
            "/encryption",
            None,
        );
        facts.changes.push(ChangeFact {
            doc,
            object,
            target,
            before: Before::default(),
        });
    }
    if deletes_client {
        find_served(facts);
    }
}

/// Notes the first source that each client serves and that is still there.
fn find_served(facts: &mut Facts<'_>) {
    for source in &facts.sources {
        if source.doc.gone != Some(true)
            && let Some(id) = source.doc.client.as_deref()
            && let Some(ObjectRef {
                kind: ObjectKind::Client,
                index,
            }) = facts.ids.get(id)
            && let Some(client) = facts.clients.get_mut(index)
        {
            client.first_source.get_or_insert(source.object.index);
        }
    }
}

/// Marks the vaults that hold a source with a client; those with a client of their own are marked while reading.
fn mark_clients(facts: &mut Facts<'_>) {
    for (vault, source) in &facts.holdings {
        let served = facts
            .sources
            .get(*source)
            .is_some_and(|source| source.doc.client.is_some());
        if let (true, Some(vault)) = (served, facts.vaults.get_mut(*vault)) {
            vault.has_client = true;
        }
    }
    // Where no source is gone, nobody asks which clients are left.
    if facts.plan.sources.iter().all(|s| s.gone != Some(true)) {
        return;
    }
    for source in &facts.plan.sources {
        let client = source.client.as_deref().and_then(|id| facts.ids.get(id));
        let client = client.filter(|object| object.kind == ObjectKind::Client);
        if let Some(client) = client.and_then(|object| facts.clients.get_mut(object.index)) {
            let living = source.gone != Some(true);
            client.has_living = Some(living || client.has_living == Some(true));
        }
    }
}

/// Each region of a mirror or its source once, so that what is said of a region is said once.
fn collect_mirror_regions<'t>(facts: &mut Facts<'t>) {
    // A bit for each region of the catalogue; the few unlisted ids in a set.
    let mut listed = 0_u64;
    let mut unlisted = Names::new();
    let mut is_new = |region: RegionFact<'t>| match regions::position(region.id) {
        Some(at) => {
            let new = listed & (1 << at) == 0;
            listed |= 1 << at;
            new
        }
        None => unlisted.number(region.id.into()).1,
    };
    let mut list = Vec::new();
    for mirror in &facts.mirrors {
        if let Ok(region) = mirror.region()
            && is_new(region)
        {
            list.push((
                region,
                Spot {
                    object: mirror.object,
                    path: "/region".into(),
                },
            ));
        }
        if let Ok(region) = facts.source_region(mirror)
            && is_new(region)
        {
            let spot = match mirror.source {
                SourceRef::Vault(index) => Spot {
                    object: ObjectRef::new(ObjectKind::Vault, index),
                    path: "/region".into(),
                },
                _ => Spot {
                    object: mirror.object,
                    path: "/sourceRegion".into(),
                },
            };
            list.push((region, spot));
        }
    }
    facts.mirror_regions = list;
}

/// Which trial a trial vault is: as stated, by its type, or by what it holds when that is all of one kind.
fn finish_trials(facts: &mut Facts<'_>) {
    for index in 0..facts.vaults.len() {
        let Some(vault) = facts.vaults.get(index) else {
            continue;
        };
        if vault.doc.trial.is_none() && vault.doc.unknown.is_empty() {
            continue;
        }
        let trial = trial_of(facts, vault);
        if let Some(vault) = facts.vaults.get_mut(index) {
            vault.trial = trial;
        }
    }
}

fn trial_of(facts: &Facts<'_>, vault: &VaultFact<'_>) -> Option<TrialFact> {
    let doc: &Vault<'_> = vault.doc;
    let Some(trial) = &doc.trial else {
        return if is_unknown(&doc.unknown, "trial") {
            None
        } else {
            Some(TrialFact::None)
        };
    };
    match trial.source.as_deref() {
        Some("OSS") => return Some(TrialFact::Oss),
        Some("NAS") => return Some(TrialFact::Nas),
        Some("OTS") => return Some(TrialFact::Tablestore),
        Some(_) => return None,
        None => {}
    }
    if vault.kind == Some(VaultKind::Tablestore) {
        return Some(TrialFact::Tablestore);
    }
    let named = doc
        .source_types
        .iter()
        .map(|word| SourceKind::from_word(word));
    let held = facts.sources_in(vault).map(|source| source.kind);
    let mut answer = None;
    for kind in named.chain(held) {
        let this = match kind? {
            SourceKind::Oss => TrialFact::Oss,
            SourceKind::Nas => TrialFact::Nas,
            SourceKind::Tablestore => TrialFact::Tablestore,
            _ => return None,
        };
        // OSS and NAS are treated alike, so the first of them speaks for both.
        let of_tablestore = |trial| trial == TrialFact::Tablestore;
        let first = *answer.get_or_insert(this);
        if of_tablestore(first) != of_tablestore(this) {
            return None;
        }
    }
    answer
}
