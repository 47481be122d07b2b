//! What vaults and mirrors have in common, for rules that hold for both.

use super::object::{is_unknown, stated};
use super::{EncryptionMethod, MirrorFact, RegionFact, VaultFact};
use crate::finding::{Gap, ObjectRef};
use crate::lang::Said;
use crate::model::Tag;

/// A vault or a mirror.
#[derive(Clone, Copy, Debug)]
pub enum Store<'f, 't> {
    /// A vault.
    Vault(&'f VaultFact<'t>),
    /// A mirror.
    Mirror(&'f MirrorFact<'t>),
}

impl<'t> Store<'_, 't> {
    /// Its place in the plan.
    #[must_use]
    pub fn object(self) -> ObjectRef {
        match self {
            Self::Vault(vault) => vault.object,
            Self::Mirror(mirror) => mirror.object,
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'t str {
        match self {
            Self::Vault(vault) => &vault.doc.id,
            Self::Mirror(mirror) => &mirror.doc.id,
        }
    }

    /// Its name, else its id.
    #[must_use]
    pub fn name(self) -> &'t str {
        self.stated_name().unwrap_or(self.id())
    }

    /// The name that the plan states; `None` when it is absent or blank.
    #[must_use]
    pub fn stated_name(self) -> Option<&'t str> {
        stated(match self {
            Self::Vault(vault) => vault.doc.name.as_ref(),
            Self::Mirror(mirror) => mirror.doc.name.as_ref(),
        })
    }

    /// Its region.
    ///
    /// # Errors
    /// When the plan states none.
    pub fn region(self) -> Result<RegionFact<'t>, Gap> {
        match self {
            Self::Vault(vault) => vault.region(),
            Self::Mirror(mirror) => mirror.region(),
        }
    }

    /// The redundancy that the plan states.
    #[must_use]
    pub fn redundancy(self) -> Option<&'t str> {
        match self {
            Self::Vault(vault) => vault.doc.redundancy.as_deref(),
            Self::Mirror(mirror) => mirror.doc.redundancy.as_deref(),
        }
    }

    /// Whether the service's own record says that it exists; what a tool only plans names a resource.
    #[must_use]
    pub fn is_on_record(self) -> bool {
        let origin = match self {
            Self::Vault(vault) => vault.doc.origin.as_deref(),
            Self::Mirror(mirror) => mirror.doc.origin.as_deref(),
        };
        origin.is_some_and(|origin| origin.resource.is_none())
    }

    /// The KMS key that the plan names; a blank name counts as none.
    #[must_use]
    pub fn kms_key(self) -> Option<&'t str> {
        stated(match self {
            Self::Vault(vault) => vault.doc.kms_key.as_ref(),
            Self::Mirror(mirror) => mirror.doc.kms_key.as_ref(),
        })
    }

    /// Its encryption method; `None` when it is not known.
    #[must_use]
    pub fn method(self) -> Option<EncryptionMethod> {
        match self {
            Self::Vault(vault) => vault.encryption,
            Self::Mirror(mirror) => mirror.encryption,
        }
    }

    /// Its description.
    #[must_use]
    pub fn description(self) -> Option<&'t str> {
        match self {
            Self::Vault(vault) => vault.doc.description.as_deref(),
            Self::Mirror(mirror) => mirror.doc.description.as_deref(),
        }
    }

    /// Its tags.
    #[must_use]
    pub fn tags(self) -> &'t [Tag<'t>] {
        match self {
            Self::Vault(vault) => &vault.doc.tags,
            Self::Mirror(mirror) => &mirror.doc.tags,
        }
    }

    /// Whether an import could not tell a field's value.
    #[must_use]
    pub fn is_unknown(self, field: &str) -> bool {
        let unknown = match self {
            Self::Vault(vault) => &vault.doc.unknown,
            Self::Mirror(mirror) => &mirror.doc.unknown,
        };
        is_unknown(unknown, field)
    }
}

impl From<Store<'_, '_>> for Said {
    fn from(store: Store<'_, '_>) -> Self {
        store.name().into()
    }
}
