//! Statements about changes.

use super::statements;

statements! {}
