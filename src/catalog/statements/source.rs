//! Statements about sources.

use super::statements;

statements! {}
