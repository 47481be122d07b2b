//! What can be restored from a vault or mirror, source by source: to where, with which client, registration or
//! folder, and at which charge; what cannot, and why. A restore is imagined for each source and judged by the rules.

use super::{Heard, Reason, checks};
use crate::catalog::editions::{Edition, Editions};
use crate::catalog::source_kinds::SourceKind;
use crate::catalog::wanted;
use crate::facts::restore::{bound_to_region, never_from_mirror};
use crate::facts::{Facts, RestoreFact, RestoreFrom, SourceFact, Store, VaultFact, missing};
use crate::finding::{Gap, Missing, ObjectRef};
use crate::lang::Text;
use crate::model::{Id, Link, Place, Restore};
use crate::rules::{Check, Over};

/// The rules that say what is never restored from where, by slug.
pub const RULES: &[&str] = &[VMWARE, DATABASE];
const VMWARE: &str = "restore-vmware-from-mirror";
const DATABASE: &str = "restore-database-cross-region";

/// Whether something can be restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It can.
    Possible,
    /// It cannot.
    Impossible,
    /// The type of the source is not known, or the pages of the edition are silent.
    Undecided,
}

/// Where a destination has to lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Region {
    /// In this region, by id.
    Only(String),
    /// In the region of the vault or mirror, which the plan does not state.
    OfStore(Option<Missing>),
    /// Anywhere: it stands on premises.
    Anywhere,
    /// No page says.
    NotStated,
}

/// Which client a destination needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// None.
    None,
    /// An activated one.
    Activated,
    /// An activated one, unless it is the instance that was backed up.
    ActivatedUnlessOwn,
    /// An activated one that is registered with the mirror.
    RegisteredWithMirror,
    /// A group of clients.
    Group,
}

/// What a restore is charged, apart from clients and from what other services bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charge {
    /// Nothing.
    Free,
    /// The amount that is really restored: it goes over the Internet.
    BilledByAmount,
    /// Nothing, because it goes over a VPN or Express Connect.
    FreeOverPrivateLink,
    /// No page says, or the network is not known.
    Unknown,
}

/// A destination that a source's backup can go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Its kind.
    pub kind: SourceKind,
    /// Where it stands.
    pub place: Place,
    /// Where it has to lie.
    pub region: Region,
    /// The client that it needs.
    pub client: Client,
    /// The vault or mirror with which its instance has to be registered.
    pub register_with: Option<ObjectRef>,
    /// Whether a folder has to be there.
    pub folder: bool,
    /// Whether a full backup has to follow, unless it is the instance that was backed up.
    pub full_backup_after: bool,
    /// The charge, by network for destinations on premises; one entry without a network on Alibaba Cloud.
    pub charges: Vec<(Option<Link>, Charge)>,
    /// What else to know.
    pub remarks: Vec<Text>,
}

/// The answer for one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The source; `None` when only the vault's record names the type.
    pub source: Option<ObjectRef>,
    /// Its kind; `None` when its type is not known.
    pub kind: Option<SourceKind>,
    /// Its type, as stated.
    pub word: String,
    /// Whether it can be restored from here.
    pub answer: Answer,
    /// Why not, or why it is undecided.
    pub reasons: Vec<Reason>,
    /// The missing fact.
    pub missing: Option<Missing>,
    /// To where, when it can.
    pub destinations: Vec<Destination>,
}

/// What can be restored from a vault or mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restorable {
    /// The vault or mirror.
    pub store: ObjectRef,
    /// Source by source, in the plan's order, then the types that only the vault's record names.
    pub rows: Vec<Row>,
    /// The fact that is missing when nothing tells what it holds.
    pub missing: Option<Missing>,
}

/// What can be restored from a vault or mirror. A mirror holds what the vault that it copies holds.
#[must_use]
pub fn restorable(facts: &Facts<'_>, store: Store<'_, '_>) -> Restorable {
    let (object, name) = (store.object(), store.name());
    let held = match store {
        Store::Vault(vault) => facts.vaults.get(vault.object.index),
        Store::Mirror(mirror) => facts.vault(&mirror.doc.source),
    };
    let checks = checks(RULES, facts);
    let rows = held.map_or_else(Vec::new, |vault| rows(facts, vault, store, &checks));
    let empty = rows.is_empty();
    Restorable {
        store: object,
        rows,
        missing: empty
            .then(|| missing(object, "", &wanted::CONTENTS, name))
            .and_then(|gap| match gap {
                Gap::Missing(missing) => Some(*missing),
                Gap::LeftOut => None,
            }),
    }
}

fn rows<'t>(
    facts: &Facts<'t>,
    vault: &VaultFact<'t>,
    store: Store<'_, 't>,
    checks: &[&'static Check],
) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut kinds: Vec<SourceKind> = Vec::new();
    for source in facts.sources_in(vault) {
        let kind = source.kind().ok();
        if let Some(kind) = kind.filter(|kind| !kinds.contains(kind)) {
            kinds.push(kind);
        }
        let mut row = Row {
            source: Some(source.object),
            kind,
            word: source.doc.kind.to_string(),
            answer: Answer::Undecided,
            reasons: Vec::new(),
            missing: None,
            destinations: Vec::new(),
        };
        let told = answer(facts, source, store, checks);
        (row.answer, row.reasons, row.missing) = (told.answer, told.reasons, told.missing);
        if let (Answer::Possible, Some(kind)) = (row.answer, kind) {
            row.destinations = destinations(kind, facts.edition, store);
        }
        rows.push(row);
    }
    for word in &vault.doc.source_types {
        let kind = SourceKind::from_word(word);
        if let Some(kind) = kind {
            if kinds.contains(&kind) {
                continue;
            }
            kinds.push(kind);
        }
        let mut row = Row {
            source: None,
            kind,
            word: word.to_string(),
            answer: Answer::Undecided,
            reasons: Vec::new(),
            missing: None,
            destinations: Vec::new(),
        };
        match kind {
            Some(kind) => {
                if matches!(store, Store::Mirror(_)) {
                    row.reasons = refusals_of_kind(kind, facts, checks);
                }
                fill(&mut row, kind, facts.edition, store);
            }
            None => {
                let gap = missing(vault.object, "/sourceTypes", &wanted::VALUE, word);
                if let Gap::Missing(missing) = gap {
                    row.missing = Some(*missing);
                }
            }
        }
        rows.push(row);
    }
    rows
}

/// Whether one source can be restored from a vault or mirror, without where to.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) answer: Answer,
    pub(super) reasons: Vec<Reason>,
    pub(super) missing: Option<Missing>,
}

/// Whether a source can be restored from a vault or mirror. `checks` are those of [`RULES`].
pub(super) fn answer<'t>(
    facts: &Facts<'t>,
    source: &SourceFact<'t>,
    store: Store<'_, 't>,
    checks: &[&'static Check],
) -> Told {
    let told = |answer, reasons, missing| Told {
        answer,
        reasons,
        missing,
    };
    let kind = match source.kind() {
        Ok(kind) => kind,
        Err(Gap::Missing(missing)) => return told(Answer::Undecided, Vec::new(), Some(*missing)),
        Err(Gap::LeftOut) => return told(Answer::Undecided, Vec::new(), None),
    };
    let reasons = refusals(facts, source, kind, store, checks);
    if !reasons.is_empty() {
        return told(Answer::Impossible, reasons, None);
    }
    match described(kind, facts.edition, matches!(store, Store::Mirror(_))) {
        Ok(()) => told(Answer::Possible, reasons, None),
        Err(reason) => {
            let snapshots = matches!(kind, SourceKind::EcsInstance | SourceKind::EcsDisk);
            let answer = if snapshots {
                Answer::Impossible
            } else {
                Answer::Undecided
            };
            told(answer, vec![reason], None)
        }
    }
}

/// Where the backup of a source goes from a vault or mirror from which it can be restored.
pub(super) fn ways(source: SourceKind, edition: Edition, store: Store<'_, '_>) -> Vec<Destination> {
    destinations(source, edition, store)
}

/// What the rules say against a restore of the source from here.
fn refusals<'t>(
    facts: &Facts<'t>,
    source: &SourceFact<'t>,
    kind: SourceKind,
    store: Store<'_, 't>,
    checks: &[&'static Check],
) -> Vec<Reason> {
    let id = Id::from(&*source.doc.id);
    let doc = Restore::new(Id::from("restore"), id, Id::from(store.id()));
    let mut planned = facts.planned_restore(&doc);
    if planned.from == RestoreFrom::Absent
        && let Store::Mirror(mirror) = store
    {
        // A mirror without an id: one that a policy makes, or one that is only imagined.
        if mirror.object.index >= facts.mirrors.len() {
            return refusals_of_kind(kind, facts, checks);
        }
        planned.from = RestoreFrom::Mirror(mirror.object.index);
    }
    let mut heard = Heard::default();
    for check in checks {
        if let Over::Restores(judge) = check.over {
            heard.note(check.rule, judge(&planned, facts), planned.object, facts);
        }
    }
    heard.reasons
}

/// What the rules say against a restore from a mirror of a kind of which the plan has no source: the names of the
/// defects, since there is nothing else to name.
fn refusals_of_kind(kind: SourceKind, facts: &Facts<'_>, checks: &[&'static Check]) -> Vec<Reason> {
    if !never_from_mirror(kind, facts.edition) {
        return Vec::new();
    }
    let wanted = if kind.is_database() { DATABASE } else { VMWARE };
    checks
        .iter()
        .filter(|check| check.rule.slug == wanted)
        .map(|check| Reason {
            rule: Some(check.rule),
            severity: check.rule.severity_in(facts.edition),
            text: check.rule.title,
            args: Vec::new(),
            fixes: Vec::new(),
        })
        .collect()
}

/// Whether pages of the edition describe a restore of a kind from here; `Err` with the reason when they do not.
fn described(kind: SourceKind, edition: Edition, from_mirror: bool) -> Result<(), Reason> {
    use SourceKind as K;
    const SNAPSHOTS: Text = Text::new(
        "backups of ECS instances are snapshots, which a policy copies; a vault does not hold them",
        "ECS 整机备份以快照形式保存，由策略复制，不存放在备份库中",
    );
    const SILENT: Text = Text::new(
        "no page of this edition describes such a restore",
        "该版本的文档未说明这种恢复",
    );
    let known = match (from_mirror, edition) {
        _ if matches!(kind, K::EcsInstance | K::EcsDisk) => {
            return Err(Reason::of_page(SNAPSHOTS));
        }
        (false, _) => !matches!(kind, K::Container | K::Sync | K::ArchiveOnly),
        (true, Edition::Hbr2019) => {
            matches!(
                kind,
                K::EcsFile | K::SqlServer | K::Hana | K::OnPremisesFile
            )
        }
        (true, Edition::Hbr2021) => matches!(
            kind,
            K::EcsFile | K::SqlServer | K::Hana | K::OnPremisesFile | K::Nas
        ),
        (true, Edition::MirrorVault | Edition::ReplicationTarget) => matches!(
            kind,
            K::EcsFile
                | K::Oss
                | K::Nas
                | K::Tablestore
                | K::Cpfs
                | K::Hana
                | K::OnPremisesNas
                | K::OnPremisesFile
        ),
    };
    known.then_some(()).ok_or_else(|| Reason::of_page(SILENT))
}

/// Completes the row of a source of known kind, in which the rules' reasons stand already.
fn fill(row: &mut Row, kind: SourceKind, edition: Edition, store: Store<'_, '_>) {
    let from_mirror = matches!(store, Store::Mirror(_));
    if !row.reasons.is_empty() {
        row.answer = Answer::Impossible;
        return;
    }
    match described(kind, edition, from_mirror) {
        Ok(()) => {
            row.answer = Answer::Possible;
            row.destinations = destinations(kind, edition, store);
        }
        Err(reason) => {
            let snapshots = matches!(kind, SourceKind::EcsInstance | SourceKind::EcsDisk);
            row.answer = if snapshots {
                Answer::Impossible
            } else {
                Answer::Undecided
            };
            row.reasons.push(reason);
        }
    }
}

/// The destinations of a kind that the pages of the edition describe.
fn destinations(kind: SourceKind, edition: Edition, store: Store<'_, '_>) -> Vec<Destination> {
    use SourceKind as K;
    let from_mirror = matches!(store, Store::Mirror(_));
    let hbr = Editions::HBR.has(edition);
    let one = |kind, place| destination(kind, place, edition, store);
    match kind {
        K::OnPremisesFile if from_mirror && hbr => {
            let on_ecs = one(K::EcsFile, Place::Cloud);
            if edition == Edition::Hbr2019 {
                vec![on_ecs]
            } else {
                vec![one(kind, Place::OnPremises), on_ecs]
            }
        }
        K::EcsFile if !from_mirror && !hbr => vec![
            one(kind, Place::Cloud),
            one(K::OnPremisesFile, Place::OnPremises),
        ],
        K::Vmware => vec![
            one(kind, Place::OnPremises),
            one(K::EcsInstance, Place::Cloud),
        ],
        K::Hana => vec![one(kind, Place::Cloud), one(kind, Place::OnPremises)],
        kind if kind.is_database() && !from_mirror => match kind.on_cloud() {
            Some(false) => vec![one(kind, Place::OnPremises)],
            _ => vec![one(kind, Place::Cloud), one(kind, Place::OnPremises)],
        },
        kind if kind.on_cloud() == Some(false) => vec![one(kind, Place::OnPremises)],
        kind => vec![one(kind, Place::Cloud)],
    }
}

fn destination(
    kind: SourceKind,
    place: Place,
    edition: Edition,
    store: Store<'_, '_>,
) -> Destination {
    use SourceKind as K;
    let from_mirror = matches!(store, Store::Mirror(_));
    let hbr = Editions::HBR.has(edition);
    let bound = if from_mirror {
        bound_to_region(kind, Some(place), edition)
    } else {
        !hbr && (kind == K::Nas || kind.is_database())
    };
    let client = match kind {
        K::OnPremisesFile | K::OnPremisesNas => Client::Activated,
        K::EcsFile if from_mirror && hbr => Client::RegisteredWithMirror,
        K::EcsFile if from_mirror => Client::Activated,
        K::EcsFile => Client::ActivatedUnlessOwn,
        K::Cpfs => Client::Group,
        _ => Client::None,
    };
    let registered = kind == K::Hana || (kind == K::SqlServer && from_mirror);
    let charges = if place == Place::OnPremises {
        [Link::Internet, Link::Vpn, Link::ExpressConnect]
            .into_iter()
            .map(|link| {
                (
                    Some(link),
                    charge(kind, place, Some(link), from_mirror, edition),
                )
            })
            .collect()
    } else {
        vec![(None, charge(kind, place, None, from_mirror, edition))]
    };
    Destination {
        kind,
        place,
        region: match place {
            Place::OnPremises => Region::Anywhere,
            Place::Cloud if bound => region_of(store),
            Place::Cloud => Region::NotStated,
        },
        client,
        register_with: registered.then(|| store.object()),
        folder: !hbr && kind == K::OnPremisesFile,
        full_backup_after: kind == K::Hana && Editions::SINCE_2021.has(edition),
        charges,
        remarks: remarks(kind, client),
    }
}

fn region_of(store: Store<'_, '_>) -> Region {
    match store.region() {
        Ok(region) => Region::Only(region.id.to_owned()),
        Err(Gap::Missing(missing)) => Region::OfStore(Some(*missing)),
        Err(Gap::LeftOut) => Region::OfStore(None),
    }
}

fn remarks(kind: SourceKind, client: Client) -> Vec<Text> {
    let mut remarks = Vec::new();
    if kind == SourceKind::EcsFile && client != Client::None {
        remarks.push(Text::new(
            "a client on another instance is charged for itself",
            "其他实例上的客户端另行收费",
        ));
    }
    if kind == SourceKind::Tablestore {
        remarks.push(Text::new(
            "one table per restore job; Tablestore bills the writes",
            "每个恢复任务一张表；写入由表格存储计费",
        ));
    }
    if kind == SourceKind::Hana {
        remarks.push(Text::new(
            "the database stops meanwhile, and the catalog of another instance is overwritten",
            "恢复期间数据库停止，且会覆盖其他实例的备份目录（catalog）",
        ));
    }
    remarks
}

/// What a restore is charged, by destination and network.
#[must_use]
pub fn charge(
    destination: SourceKind,
    place: Place,
    link: Option<Link>,
    from_mirror: bool,
    edition: Edition,
) -> Charge {
    use SourceKind as K;
    match (place, destination) {
        (Place::OnPremises, K::OnPremisesFile | K::OnPremisesNas) => match link {
            Some(Link::Internet) => Charge::BilledByAmount,
            Some(Link::Vpn | Link::ExpressConnect) => Charge::FreeOverPrivateLink,
            None => Charge::Unknown,
        },
        (Place::OnPremises, _) => Charge::Unknown,
        (Place::Cloud, _) if Editions::HBR.has(edition) => Charge::Unknown,
        (Place::Cloud, K::EcsFile | K::Oss | K::Nas | K::Tablestore | K::Hana) if from_mirror => {
            Charge::Free
        }
        (Place::Cloud, kind) if kind.is_database() && !from_mirror => Charge::Free,
        (Place::Cloud, _) => Charge::Unknown,
    }
}

/// What a restore of the plan is charged; unknown where a fact is missing or the restore is impossible.
#[must_use]
pub fn charge_of<'t>(facts: &Facts<'t>, restore: &RestoreFact<'t>) -> Charge {
    let known = || -> Result<Charge, Gap> {
        let kind = facts.destination_kind(restore)?;
        let place = match kind.on_cloud() {
            Some(true) => Place::Cloud,
            _ if facts.on_premises(restore)? => Place::OnPremises,
            _ => Place::Cloud,
        };
        let link = restore.doc.to.as_ref().and_then(|to| to.link);
        let from_mirror = matches!(facts.store(restore)?, Store::Mirror(_));
        Ok(charge(kind, place, link, from_mirror, facts.edition))
    };
    known().unwrap_or(Charge::Unknown)
}
