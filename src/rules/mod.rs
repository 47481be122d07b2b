//! The rulebook: the explicit list, then one file a rule, named by its slug. A rule sees facts, never text and
//! never another rule, and returns data, never sentences.

pub mod declare;

mod mirror_same_region;
mod restore_2019_client_in_mirror;
mod restore_before_synced;
mod restore_client_missing;
mod restore_database_cross_region;
mod restore_egress;
mod restore_folder_missing;
mod restore_hana_catalog;
mod restore_hana_unregistered;
mod restore_region_mismatch;
mod restore_settings_differ;
mod restore_type_mismatch;
mod restore_vmware_from_mirror;

pub use declare::{Check, Doc, Over};

/// Every rule with its judge, in the order of their codes within a category.
pub static CHECKS: &[&Check] = &[
    &mirror_same_region::CHECK,
    &restore_region_mismatch::CHECK,
    &restore_type_mismatch::CHECK,
    &restore_vmware_from_mirror::CHECK,
    &restore_database_cross_region::CHECK,
    &restore_client_missing::CHECK,
    &restore_2019_client_in_mirror::CHECK,
    &restore_hana_unregistered::CHECK,
    &restore_hana_catalog::CHECK,
    &restore_before_synced::CHECK,
    &restore_settings_differ::CHECK,
    &restore_egress::CHECK,
    &restore_folder_missing::CHECK,
];

/// The documentation of every rule, in the same order.
pub static DOCS: &[&Doc] = &[
    &mirror_same_region::DOC,
    &restore_region_mismatch::DOC,
    &restore_type_mismatch::DOC,
    &restore_vmware_from_mirror::DOC,
    &restore_database_cross_region::DOC,
    &restore_client_missing::DOC,
    &restore_2019_client_in_mirror::DOC,
    &restore_hana_unregistered::DOC,
    &restore_hana_catalog::DOC,
    &restore_before_synced::DOC,
    &restore_settings_differ::DOC,
    &restore_egress::DOC,
    &restore_folder_missing::DOC,
];

/// The documentation of a rule, by slug or code.
#[must_use]
pub fn find(name: &str) -> Option<&'static Doc> {
    DOCS.iter()
        .copied()
        .find(|doc| doc.rule.slug == name || doc.rule.code.eq_ignore_ascii_case(name))
}
