//! Statements about vaults.

use super::statements;

statements! {}
