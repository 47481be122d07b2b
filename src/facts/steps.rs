//! Plays the change plan through once, step by step, and notes at each step what those before it have made of its
//! vault or mirror. Linear: a vault's backups are counted as lost at most once.

use super::Facts;
use super::object::{Before, SourceRef};
use crate::catalog::editions::Edition;
use crate::finding::{ObjectKind, ObjectRef};
use crate::model::ChangeKind;

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
}

/// A mirror between two steps.
#[derive(Clone, Copy, Debug)]
struct MirrorState {
    exists: bool,
    stopped: bool,
    source: Option<usize>,
}

struct Stage {
    vaults: Vec<VaultState>,
    mirrors: Vec<MirrorState>,
    /// In how many vaults each source lies.
    copies: Vec<usize>,
    /// Whether the edition can stop a replication and keep the copy.
    can_stop: bool,
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
        let before = stage.step(change.doc.kind, change.target, &facts.holdings);
        if let Some(change) = facts.changes.get_mut(step) {
            change.before = before;
        }
    }
}

impl Stage {
    /// The state before the first step: everything exists but what the plan creates first.
    fn new(facts: &Facts<'_>) -> Self {
        let vault = VaultState {
            exists: true,
            data: true,
            lost: false,
            mirrors: 0,
            joined: 0,
        };
        let mut vaults = vec![vault; facts.vaults.len()];
        let mut mirrors: Vec<MirrorState> = facts
            .mirrors
            .iter()
            .map(|mirror| MirrorState {
                exists: mirror.created_at_step.is_none(),
                stopped: false,
                source: match mirror.source {
                    SourceRef::Vault(index) => Some(index),
                    SourceRef::Mirror(_) | SourceRef::Absent => None,
                },
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
            copies,
            can_stop: facts.edition == Edition::ReplicationTarget,
        }
    }

    fn step(
        &mut self,
        kind: ChangeKind,
        target: Option<ObjectRef>,
        holdings: &[(usize, usize)],
    ) -> Before {
        match target {
            Some(ObjectRef {
                kind: ObjectKind::Vault,
                index,
            }) => self.vault_step(kind, index, holdings),
            Some(ObjectRef {
                kind: ObjectKind::Mirror,
                index,
            }) => self.mirror_step(kind, index, holdings),
            Some(_) => Before {
                exists: true,
                ..Before::default()
            },
            None => Before::default(),
        }
    }

    fn vault_step(
        &mut self,
        kind: ChangeKind,
        index: usize,
        holdings: &[(usize, usize)],
    ) -> Before {
        let Some(vault) = self.vaults.get_mut(index) else {
            return Before::default();
        };
        let mut before = Before {
            exists: vault.exists,
            stopped: false,
            mirrors: vault.mirrors,
            joined: vault.joined,
            last_copy_of: None,
        };
        match kind {
            // While a mirror is joined the service refuses the step, and nothing changes.
            ChangeKind::Delete | ChangeKind::Replace if vault.exists && vault.joined == 0 => {
                vault.exists = kind == ChangeKind::Replace;
                vault.data = false;
                before.last_copy_of = self.lose(index, holdings);
            }
            ChangeKind::Create => vault.exists = true,
            _ => {}
        }
        before
    }

    fn mirror_step(
        &mut self,
        kind: ChangeKind,
        index: usize,
        holdings: &[(usize, usize)],
    ) -> Before {
        let Some(mirror) = self.mirrors.get_mut(index) else {
            return Before::default();
        };
        let mut before = Before {
            exists: mirror.exists,
            stopped: mirror.stopped,
            ..Before::default()
        };
        let joined_before = mirror.exists && !mirror.stopped;
        match kind {
            ChangeKind::Delete => mirror.exists = false,
            ChangeKind::Create if !mirror.exists => {
                mirror.exists = true;
                mirror.stopped = false;
            }
            ChangeKind::Replace => mirror.stopped = false,
            ChangeKind::StopReplication if self.can_stop => mirror.stopped = mirror.exists,
            _ => {}
        }
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
