//! The parts of the page, one a file: each writes its picture of the page into an [`crate::markup::Out`].

pub(crate) mod banners;
pub(crate) mod chip;
pub(crate) mod code_block;
pub(crate) mod create_mirror;
pub(crate) mod dialogs;
pub(crate) mod doors;
pub(crate) mod field;
pub(crate) mod finding_card;
pub(crate) mod frame;
pub(crate) mod header;
pub(crate) mod import_report;
pub(crate) mod insight;
pub(crate) mod inspector;
pub(crate) mod kinds;
pub(crate) mod live;
pub(crate) mod mirror_panel;
pub(crate) mod object_form;
pub(crate) mod outline;
pub(crate) mod overview;
pub(crate) mod pickers;
pub(crate) mod problems;
pub(crate) mod reasons;
pub(crate) mod schedule_field;
pub(crate) mod summary;
pub(crate) mod supply;
pub(crate) mod tabs;
