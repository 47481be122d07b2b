//! A change as a value: JSON Patch (RFC 6902) with the three operations that the product uses.

use serde::Serialize;

use super::value::Value;

/// One operation on the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "op", rename_all = "lowercase")]
pub enum Op {
    /// Sets a member, or inserts an element before the index (`-` appends).
    Add {
        /// JSON Pointer of what comes to be.
        path: String,
        /// Its value.
        value: Value,
    },
    /// Replaces what is there.
    Replace {
        /// JSON Pointer of what changes.
        path: String,
        /// The new value.
        value: Value,
    },
    /// Removes what is there.
    Remove {
        /// JSON Pointer of what goes.
        path: String,
    },
}

impl Op {
    /// The pointer that the operation touches.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Add { path, .. } | Self::Replace { path, .. } | Self::Remove { path } => path,
        }
    }

    /// Sets a member to a text, whether or not it was there.
    #[must_use]
    pub fn set(path: impl Into<String>, value: impl Into<Value>) -> Self {
        Self::Add {
            path: path.into(),
            value: value.into(),
        }
    }

    /// Removes what a pointer names.
    #[must_use]
    pub fn remove(path: impl Into<String>) -> Self {
        Self::Remove { path: path.into() }
    }
}

/// Operations applied in order, all or none.
pub type Patch = Vec<Op>;
