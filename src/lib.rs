//! Vaultplan engine.
