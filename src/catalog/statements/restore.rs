//! Statements about restores.

use super::statements;

statements! {}
