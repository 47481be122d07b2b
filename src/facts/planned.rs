//! Mirrors, restores and sources that the plan does not have, as facts: so that rules can judge them before they are added.

use super::{
    Facts, MirrorFact, RegionFact, RestoreFact, RestoreFrom, SourceFact, SourceRef, build,
};
use crate::finding::{ObjectKind, ObjectRef};
use crate::model::{Mirror, Restore};

impl<'t> Facts<'t> {
    /// The facts of a mirror that is not in the plan: what it would be as the last one of the list, without a
    /// step of the change plan that creates it.
    #[must_use]
    pub fn planned_mirror(&self, doc: &'t Mirror<'t>) -> MirrorFact<'t> {
        let source = match self.find(&doc.source) {
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
        let vault = match source {
            SourceRef::Vault(index) => self.vaults.get(index),
            _ => None,
        };
        MirrorFact {
            implied_by: None,
            doc,
            object: ObjectRef::new(ObjectKind::Mirror, self.mirrors.len()),
            source,
            region: doc.region.as_deref().map(RegionFact::new),
            encryption: build::method(doc.encryption.as_deref()),
            next_of_source: None,
            beside: vault.and_then(|vault| vault.first_mirror),
            in_cycle: false,
            heads_cycle: false,
            stands_at_first: true,
            created_at_step: None,
            spans: Vec::new(),
        }
    }

    /// The facts of a source as if it were backed up to one vault and by no policy: so that what is said of it is
    /// said of that vault.
    #[must_use]
    pub(crate) fn planned_source(&self, source: &SourceFact<'t>, vault: usize) -> SourceFact<'t> {
        SourceFact {
            doc: source.doc,
            // Bindings are looked up by place, and behind the list there are none.
            object: ObjectRef::new(ObjectKind::Source, self.sources.len()),
            kind: source.kind,
            vault: Some(vault),
            vaults: 1,
            spread: false,
        }
    }

    /// The facts of a restore that is not in the plan.
    #[must_use]
    pub fn planned_restore(&self, doc: &'t Restore<'t>) -> RestoreFact<'t> {
        let from = match self.find(&doc.from) {
            Some(ObjectRef {
                kind: ObjectKind::Vault,
                index,
            }) => RestoreFrom::Vault(index),
            Some(ObjectRef {
                kind: ObjectKind::Mirror,
                index,
            }) => RestoreFrom::Mirror(index),
            _ => RestoreFrom::Absent,
        };
        RestoreFact {
            doc,
            object: ObjectRef::new(ObjectKind::Restore, self.restores.len()),
            source: self.source(&doc.source).map(|source| source.object.index),
            from,
        }
    }
}
