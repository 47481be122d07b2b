//! Plays the change plan through once, step by step, and notes at each step what those before it have made of its
//! vault, mirror or policy, and of each mirror when it copies its source. Linear: a vault's backups are counted as lost at most once, and a policy is bound to
//! the first vault that it names.

use super::Facts;
use super::object::{Before, ChangeFact, SourceRef, Status};
use super::policy::PolicyKind;
use crate::catalog::editions::{Edition, Editions};
use crate::catalog::limits;
use crate::finding::{ObjectKind, ObjectRef};
use crate::model::{Change, ChangeKind, Moment};

/// A vault between two steps.
#[derive(Clone, Copy, Debug)]
struct VaultState {
    exists: bool,
    /// Whether its own backups are there. A vault that is made again begins empty.
    data: bool,
    /// Whether neither the vault nor a mirror of it holds its backups any more.
    lost: bool,
    mirrors: usize,
    joined: usize,
    /// How many policies are bound to it.
    policies: usize,
    /// Whether it may hold backups.
    holds: bool,
    common: Common,
}

/// A mirror between two steps.
#[derive(Clone, Copy, Debug)]
struct MirrorState {
    exists: bool,
    stopped: bool,
    source: Option<usize>,
    common: Common,
}

/// A policy between two steps.
#[derive(Clone, Copy, Debug)]
struct PolicyState {
    exists: bool,
    /// The vault that it is bound to.
    vault: Option<usize>,
    common: Common,
}

/// What vaults, mirrors and policies have in common.
#[derive(Clone, Copy, Debug, Default)]
struct Common {
    /// When it was created, in Unix seconds.
    created: Option<i64>,
    /// Whether it is still in the making as the plan is judged.
    initializing: bool,
    locked: Option<bool>,
    kept_days: Option<u64>,
}

impl Common {
    /// Whether it cannot be deleted yet at a time.
    fn is_young(&self, change: &Change<'_>, now: Option<i64>) -> bool {
        let at = unix(change.at.as_ref());
        let age = at.or(now).zip(self.created);
        let age = age.map(|(at, created)| at.saturating_sub(created));
        (self.initializing && at.is_none()) || age.is_some_and(|age| age < limits::YOUNG_VAULT)
    }

    /// What a step makes of it, whatever it is.
    fn step(&mut self, change: &Change<'_>) {
        match change.kind {
            ChangeKind::Create | ChangeKind::Replace => {
                (self.created, self.initializing) = (unix(change.at.as_ref()), false);
            }
            ChangeKind::SwitchOnLock => self.locked = Some(true),
            ChangeKind::SetRetention => {
                let days = change.retention_days.map(|days| days.0);
                // What the service refuses changes nothing.
                if self.kept_days <= days {
                    self.kept_days = days;
                }
            }
            _ => {}
        }
    }
}

fn unix(moment: Option<&Moment<'_>>) -> Option<i64> {
    moment.map(|moment| moment.unix)
}

struct Stage {
    vaults: Vec<VaultState>,
    mirrors: Vec<MirrorState>,
    policies: Vec<PolicyState>,
    /// In how many vaults each source lies.
    copies: Vec<usize>,
    /// Whether the edition can stop a replication and keep the copy.
    can_stop: bool,
    /// Whether the edition refuses to delete what is young, locked or bound to a policy.
    refuses: bool,
    now: Option<i64>,
}

pub(super) fn play(facts: &mut Facts<'_>) {
    if facts.changes.is_empty() {
        return;
    }
    let mut stage = Stage::new(facts);
    for step in 0..facts.changes.len() {
        let Some(change) = facts.changes.get(step) else {
            break;
        };
        let before = stage.step(change, &facts.holdings);
        if let Some(ObjectRef {
            kind: ObjectKind::Mirror,
            index,
        }) = change.target
            && let (Some(mirror), Some(state)) =
                (facts.mirrors.get_mut(index), stage.mirrors.get(index))
        {
            let copied = before.exists && !before.stopped;
            mirror.note_step(step, copied, state.exists && !state.stopped);
        }
        if let Some(change) = facts.changes.get_mut(step) {
            change.before = before;
        }
    }
}

impl Stage {
    /// The state before the first step: everything exists but what the plan creates first.
    fn new(facts: &Facts<'_>) -> Self {
        let refuses = Editions::CLOUD_BACKUP.has(facts.edition);
        let mut vaults: Vec<VaultState> = facts
            .vaults
            .iter()
            .map(|vault| VaultState {
                exists: true,
                data: true,
                lost: false,
                mirrors: 0,
                joined: 0,
                policies: 0,
                holds: facts.holds_backups(vault) != Some(false),
                common: Common {
                    created: unix(vault.doc.created_at.as_ref()),
                    initializing: vault.status == Some(Status::Initializing),
                    locked: vault.doc.locked,
                    kept_days: None,
                },
            })
            .collect();
        let mut policies: Vec<PolicyState> = facts
            .policies
            .iter()
            .map(|policy| PolicyState {
                exists: policy.created_at_step.is_none(),
                // Plans go with their vault; a policy stays bound to it.
                vault: policy
                    .vault
                    .filter(|_| policy.kind == Some(PolicyKind::General)),
                common: Common {
                    locked: policy.doc.locked,
                    kept_days: policy.kept_days(),
                    ..Common::default()
                },
            })
            .collect();
        for (policy, state) in facts.policies.iter().zip(&mut policies) {
            if let Some(vault) = policy.vault.and_then(|index| vaults.get_mut(index)) {
                vault.policies += usize::from(state.exists && state.vault.is_some());
                // `None` is less than any number of days.
                let days = state.common.kept_days;
                vault.common.kept_days = vault.common.kept_days.max(days);
            }
        }
        let mut mirrors: Vec<MirrorState> = facts
            .mirrors
            .iter()
            .map(|mirror| {
                let source = match mirror.source {
                    SourceRef::Vault(index) => Some(index),
                    SourceRef::Mirror(_) | SourceRef::Absent => None,
                };
                let vault = source.and_then(|index| vaults.get(index));
                MirrorState {
                    exists: mirror.created_at_step.is_none(),
                    stopped: false,
                    source,
                    common: Common {
                        created: unix(mirror.doc.created_at.as_ref()),
                        initializing: mirror.doc.status.as_deref() == Some("INITIALIZING"),
                        locked: None,
                        kept_days: vault.and_then(|vault| vault.common.kept_days),
                    },
                }
            })
            .collect();
        for mirror in &mut mirrors {
            if let Some(vault) = mirror.source.and_then(|index| vaults.get_mut(index))
                && mirror.exists
            {
                vault.mirrors += 1;
                vault.joined += 1;
            }
        }
        for change in facts.changes.iter().rev() {
            if let Some(ObjectRef {
                kind: ObjectKind::Vault,
                index,
            }) = change.target
                && let Some(vault) = vaults.get_mut(index)
            {
                // Walking backwards, the last word is the first step's.
                match change.doc.kind {
                    ChangeKind::Create => vault.exists = false,
                    ChangeKind::Delete | ChangeKind::Replace => vault.exists = true,
                    _ => {}
                }
            }
        }
        let mut copies = vec![0; facts.sources.len()];
        for (_, source) in &facts.holdings {
            if let Some(count) = copies.get_mut(*source) {
                *count += 1;
            }
        }
        Self {
            vaults,
            mirrors,
            policies,
            copies,
            can_stop: facts.edition == Edition::ReplicationTarget,
            refuses,
            now: facts.now,
        }
    }

    fn step(&mut self, change: &ChangeFact<'_>, holdings: &[(usize, usize)]) -> Before {
        let doc = change.doc;
        match change.target {
            Some(ObjectRef {
                kind: ObjectKind::Vault,
                index,
            }) => self.vault_step(doc, index, holdings),
            Some(ObjectRef {
                kind: ObjectKind::Mirror,
                index,
            }) => self.mirror_step(doc, index, holdings),
            Some(ObjectRef {
                kind: ObjectKind::Policy,
                index,
            }) => self.policy_step(doc, index),
            Some(_) => Before {
                exists: true,
                ..Before::default()
            },
            None => Before::default(),
        }
    }

    fn vault_step(
        &mut self,
        change: &Change<'_>,
        index: usize,
        holdings: &[(usize, usize)],
    ) -> Before {
        let Some(vault) = self.vaults.get_mut(index) else {
            return Before::default();
        };
        let mut before = Before {
            exists: vault.exists,
            mirrors: vault.mirrors,
            joined: vault.joined,
            young: self.refuses && vault.common.is_young(change, self.now),
            policies: vault.policies,
            locked: vault.common.locked,
            kept_days: vault.common.kept_days,
            ..Before::default()
        };
        let locked = before.locked == Some(true) && vault.holds;
        before.refused = vault.exists
            && (before.joined > 0
                || self.refuses && (before.young || before.policies > 0 || locked));
        match change.kind {
            ChangeKind::Delete | ChangeKind::Replace => {
                if !vault.exists || before.refused {
                    return before;
                }
                vault.exists = change.kind == ChangeKind::Replace;
                vault.data = false;
                vault.holds = false;
                vault.common.step(change);
                before.last_copy_of = self.lose(index, holdings);
            }
            ChangeKind::Create => {
                vault.exists = true;
                vault.common.step(change);
            }
            _ => vault.common.step(change),
        }
        before
    }

    fn mirror_step(
        &mut self,
        change: &Change<'_>,
        index: usize,
        holdings: &[(usize, usize)],
    ) -> Before {
        let Some(mirror) = self.mirrors.get_mut(index) else {
            return Before::default();
        };
        let joined_before = mirror.exists && !mirror.stopped;
        let vault = mirror.source.and_then(|source| self.vaults.get(source));
        // The lock of a vault holds its mirror too, for as long as it is replicated.
        let locked_with = vault.and_then(|vault| vault.common.locked.filter(|_| joined_before));
        let locked = match locked_with {
            Some(true) => locked_with,
            _ => mirror.common.locked.or(locked_with),
        };
        let mut before = Before {
            exists: mirror.exists,
            stopped: mirror.stopped,
            young: self.refuses && mirror.common.is_young(change, self.now),
            locked,
            kept_days: mirror.common.kept_days,
            ..Before::default()
        };
        let holds = vault.is_none_or(|vault| vault.holds || !vault.data);
        let locked = locked == Some(true) && holds;
        before.refused = mirror.exists && self.refuses && (before.young || locked);
        match change.kind {
            ChangeKind::Delete | ChangeKind::Replace if before.refused => return before,
            ChangeKind::Delete => mirror.exists = false,
            ChangeKind::Create if !mirror.exists => {
                mirror.exists = true;
                mirror.stopped = false;
            }
            ChangeKind::Replace => mirror.stopped = false,
            ChangeKind::StopReplication if self.can_stop => mirror.stopped = mirror.exists,
            _ => {}
        }
        mirror.common.step(change);
        let (exists, joined) = (mirror.exists, mirror.exists && !mirror.stopped);
        let Some(source) = mirror.source else {
            return before;
        };
        if let Some(vault) = self.vaults.get_mut(source) {
            vault.mirrors = vault.mirrors + usize::from(exists) - usize::from(before.exists);
            vault.joined = vault.joined + usize::from(joined) - usize::from(joined_before);
        }
        if before.exists && !exists {
            before.last_copy_of = self.lose(source, holdings);
        }
        before
    }

    fn policy_step(&mut self, change: &Change<'_>, index: usize) -> Before {
        let Some(policy) = self.policies.get_mut(index) else {
            return Before::default();
        };
        let before = Before {
            exists: policy.exists,
            locked: policy.common.locked,
            kept_days: policy.common.kept_days,
            ..Before::default()
        };
        match change.kind {
            ChangeKind::Delete => policy.exists = false,
            ChangeKind::Create => policy.exists = true,
            _ => {}
        }
        policy.common.step(change);
        if let Some(vault) = policy.vault.and_then(|index| self.vaults.get_mut(index)) {
            vault.policies =
                vault.policies + usize::from(policy.exists) - usize::from(before.exists);
        }
        before
    }

    /// Takes a vault's backups out of the count when neither it nor a mirror of it holds them; gives back the first
    /// source that is then nowhere.
    fn lose(&mut self, index: usize, holdings: &[(usize, usize)]) -> Option<usize> {
        let vault = self.vaults.get_mut(index)?;
        if vault.data || vault.mirrors > 0 || vault.lost {
            return None;
        }
        vault.lost = true;
        let start = holdings.partition_point(|(vault, _)| *vault < index);
        let mut first = None;
        for (_, source) in holdings
            .get(start..)
            .unwrap_or_default()
            .iter()
            .take_while(|(vault, _)| *vault == index)
        {
            if let Some(count) = self.copies.get_mut(*source) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    first = first.or(Some(*source));
                }
            }
        }
        first
    }
}
