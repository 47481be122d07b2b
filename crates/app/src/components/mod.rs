//! The parts of the page, one a file.

pub(crate) mod banner;
pub(crate) mod chip;
pub(crate) mod code_block;
pub(crate) mod create_mirror;
pub(crate) mod delete_dialog;
pub(crate) mod dialog;
pub(crate) mod doors;
pub(crate) mod field;
pub(crate) mod finding_card;
pub(crate) mod header;
pub(crate) mod icon;
pub(crate) mod import_report;
pub(crate) mod insight;
pub(crate) mod live;
pub(crate) mod menu;
pub(crate) mod mirror_form;
pub(crate) mod outline;
pub(crate) mod overview;
pub(crate) mod pickers;
pub(crate) mod problems;
pub(crate) mod reasons;
pub(crate) mod rich;
pub(crate) mod summary;
pub(crate) mod supply;
pub(crate) mod tabs;
pub(crate) mod vault_form;
