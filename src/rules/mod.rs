//! The rulebook: the explicit list, then one file a rule, named by its slug. A rule sees facts, never text and
//! never another rule, and returns data, never sentences.

pub mod declare;

mod alerts_not_planned;
mod api_deprecated_call;
mod archive_empties_mirror;
mod archive_small_files;
mod archive_source_unsupported;
mod archive_stay_60;
mod archive_too_early_ecs;
mod archive_too_early_general;
mod archive_too_late;
mod bandwidth_overlap;
mod client_inactive;
mod client_undersized;
mod copy_destination_unused;
mod cost_orphan;
mod db_in_container;
mod db_network;
mod delete_client_cascade;
mod delete_locked;
mod delete_mirror_loses_copy;
mod delete_policy_bound;
mod delete_source_before_mirror;
mod delete_too_young;
mod delete_vault_loses_data;
mod ecs_app_consistent_essd;
mod ecs_essential_500;
mod ecs_essential_mirror;
mod ecs_file_paths;
mod ecs_instance_history;
mod ecs_instance_many_policies;
mod ecs_instance_mirror_by_vault;
mod encryption_change;
mod fewer_than_three_copies;
mod finance_public_pair;
mod hana_two_instances;
mod id_not_unique;
mod import_page_incomplete;
mod import_value_unknown;
mod intermediate_host_needed;
mod keep_one_off;
mod keep_one_tablestore;
mod kms_key_ignored;
mod kms_key_not_default;
mod kms_key_unprotected;
mod kms_key_unusable;
mod kms_key_wrong_region;
mod kms_on_trial;
mod kms_role_missing;
mod lrs_in_zrs_region;
mod lrs_without_mirror;
mod mirror_crosses_border;
mod mirror_cycle;
mod mirror_encryption_mismatch;
mod mirror_frequency_set;
mod mirror_kms_key_missing;
mod mirror_more_than_one;
mod mirror_name_over_32;
mod mirror_nothing_restorable;
mod mirror_of_mirror;
mod mirror_other_account;
mod mirror_region_unconfirmed;
mod mirror_region_unsupported;
mod mirror_same_region;
mod mirror_source_abnormal_status;
mod mirror_source_archive_vault;
mod mirror_source_container_vault;
mod mirror_source_database_vault;
mod mirror_source_missing;
mod mirror_source_not_ready;
mod mirror_source_region_differs;
mod mirror_source_trial_oss_nas;
mod mirror_source_trial_tablestore;
mod mirror_source_type_not_eligible;
mod mirror_target_quota;
mod nas_archive_class;
mod nas_scale;
mod no_immutable_copy;
mod no_offsite_copy;
mod no_restore_test;
mod oss_archive_bucket;
mod oss_inventory_advised;
mod overdue_risk;
mod plan_name_invalid;
mod plan_writes_to_mirror;
mod policy_field_misplaced;
mod policy_legacy_new_binding;
mod policy_many_vaults;
mod policy_name_invalid;
mod policy_rule_count;
mod policy_source_unsupported;
mod policy_tag_limit;
mod policy_type_mismatch;
mod record_contradicts_itself;
mod reference_missing;
mod remote_archive_never;
mod remote_retention_general;
mod remote_retention_shorter;
mod resource_deprecated;
mod restore_2019_client_in_mirror;
mod restore_before_synced;
mod restore_client_missing;
mod restore_database_cross_region;
mod restore_ecs_other_account;
mod restore_ecs_rollback_running;
mod restore_egress;
mod restore_folder_missing;
mod restore_hana_catalog;
mod restore_hana_unregistered;
mod restore_oss_ia;
mod restore_region_mismatch;
mod restore_settings_differ;
mod restore_tablestore_index;
mod restore_type_mismatch;
mod restore_vmware_from_mirror;
mod retention_conflict;
mod retention_permanent_ecs_instance;
mod retention_range;
mod rights_not_split;
mod roles_missing;
mod rpo_not_met;
mod rpo_remote_unbounded;
mod rto_archive;
mod schedule_format;
mod schedule_overrun;
mod setting_rule_unknown;
mod shared;
mod single_account;
mod source_client_kind;
mod source_not_in_edition;
mod source_os_unsupported;
mod source_type_unknown;
mod source_unprotected;
mod source_vault_region;
mod source_vault_type;
mod special_retention_not_longer;
mod special_retention_permanent;
mod storage_class_deprecated;
mod suppression_expired;
mod suppression_unused;
mod tablestore_encryption_lost;
mod tablestore_no_mirror;
mod tags_invalid;
mod trial_data_loss;
mod trial_enterprise_feature;
mod trial_own_vault;
mod vault_description_too_long;
mod vault_name_empty;
mod vault_name_too_long;
mod vault_not_created;
mod vault_quota;
mod vault_region_missing;
mod vault_region_move;
mod vault_region_retired;
mod vault_region_unknown;
mod vault_status_invalid;
mod vault_type_ots_legacy;
mod vault_without_client;
mod vmware_mirror_useless;
mod vmware_not_backupable;
mod worm_ecs_old_points;
mod worm_irreversible;
mod worm_permanent;
mod worm_shorten;
mod worm_switched_off;
mod worm_vault_type;
mod zrs_in_lrs_region;

pub use declare::{Check, Doc, Over};

use crate::finding::Rule;

/// Every rule with its judge, in the order of their codes within a category.
pub static CHECKS: &[&Check] = &[
    &mirror_same_region::CHECK,
    &mirror_more_than_one::CHECK,
    &mirror_of_mirror::CHECK,
    &mirror_cycle::CHECK,
    &mirror_source_missing::CHECK,
    &mirror_source_trial_oss_nas::CHECK,
    &mirror_source_trial_tablestore::CHECK,
    &mirror_source_archive_vault::CHECK,
    &mirror_source_database_vault::CHECK,
    &mirror_source_container_vault::CHECK,
    &mirror_source_abnormal_status::CHECK,
    &mirror_source_not_ready::CHECK,
    &mirror_source_type_not_eligible::CHECK,
    &mirror_region_unsupported::CHECK,
    &mirror_region_unconfirmed::CHECK,
    &plan_writes_to_mirror::CHECK,
    &mirror_frequency_set::CHECK,
    &ecs_instance_mirror_by_vault::CHECK,
    &vmware_mirror_useless::CHECK,
    &mirror_nothing_restorable::CHECK,
    &mirror_target_quota::CHECK,
    &mirror_other_account::CHECK,
    &mirror_crosses_border::CHECK,
    &finance_public_pair::CHECK,
    &mirror_source_region_differs::CHECK,
    &tablestore_no_mirror::CHECK,
    &lrs_without_mirror::CHECK,
    &no_offsite_copy::CHECK,
    &mirror_encryption_mismatch::CHECK,
    &mirror_kms_key_missing::CHECK,
    &kms_key_wrong_region::CHECK,
    &kms_key_ignored::CHECK,
    &kms_key_not_default::CHECK,
    &kms_key_unusable::CHECK,
    &kms_key_unprotected::CHECK,
    &kms_on_trial::CHECK,
    &kms_role_missing::CHECK,
    &tablestore_encryption_lost::CHECK,
    &vault_name_too_long::CHECK,
    &mirror_name_over_32::CHECK,
    &vault_name_empty::CHECK,
    &vault_region_missing::CHECK,
    &vault_region_unknown::CHECK,
    &vault_status_invalid::CHECK,
    &zrs_in_lrs_region::CHECK,
    &lrs_in_zrs_region::CHECK,
    &vault_without_client::CHECK,
    &trial_data_loss::CHECK,
    &trial_enterprise_feature::CHECK,
    &vault_description_too_long::CHECK,
    &tags_invalid::CHECK,
    &vault_region_retired::CHECK,
    &storage_class_deprecated::CHECK,
    &vault_type_ots_legacy::CHECK,
    &vault_not_created::CHECK,
    &source_not_in_edition::CHECK,
    &source_os_unsupported::CHECK,
    &source_client_kind::CHECK,
    &intermediate_host_needed::CHECK,
    &source_type_unknown::CHECK,
    &oss_archive_bucket::CHECK,
    &oss_inventory_advised::CHECK,
    &nas_scale::CHECK,
    &nas_archive_class::CHECK,
    &ecs_file_paths::CHECK,
    &ecs_essential_mirror::CHECK,
    &ecs_essential_500::CHECK,
    &ecs_app_consistent_essd::CHECK,
    &db_in_container::CHECK,
    &db_network::CHECK,
    &hana_two_instances::CHECK,
    &vmware_not_backupable::CHECK,
    &client_inactive::CHECK,
    &client_undersized::CHECK,
    &archive_empties_mirror::CHECK,
    &archive_small_files::CHECK,
    &remote_archive_never::CHECK,
    &remote_retention_general::CHECK,
    &remote_retention_shorter::CHECK,
    &ecs_instance_history::CHECK,
    &bandwidth_overlap::CHECK,
    &policy_field_misplaced::CHECK,
    &copy_destination_unused::CHECK,
    &plan_name_invalid::CHECK,
    &source_unprotected::CHECK,
    &rpo_not_met::CHECK,
    &rpo_remote_unbounded::CHECK,
    &policy_source_unsupported::CHECK,
    &policy_type_mismatch::CHECK,
    &policy_rule_count::CHECK,
    &policy_many_vaults::CHECK,
    &ecs_instance_many_policies::CHECK,
    &policy_name_invalid::CHECK,
    &policy_tag_limit::CHECK,
    &policy_legacy_new_binding::CHECK,
    &schedule_format::CHECK,
    &schedule_overrun::CHECK,
    &retention_range::CHECK,
    &retention_permanent_ecs_instance::CHECK,
    &special_retention_not_longer::CHECK,
    &special_retention_permanent::CHECK,
    &retention_conflict::CHECK,
    &keep_one_tablestore::CHECK,
    &archive_too_early_general::CHECK,
    &archive_too_early_ecs::CHECK,
    &archive_too_late::CHECK,
    &archive_stay_60::CHECK,
    &archive_source_unsupported::CHECK,
    &source_vault_region::CHECK,
    &source_vault_type::CHECK,
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
    &restore_tablestore_index::CHECK,
    &restore_oss_ia::CHECK,
    &restore_ecs_other_account::CHECK,
    &restore_ecs_rollback_running::CHECK,
    &vault_region_move::CHECK,
    &delete_source_before_mirror::CHECK,
    &delete_mirror_loses_copy::CHECK,
    &delete_vault_loses_data::CHECK,
    &cost_orphan::CHECK,
    &no_immutable_copy::CHECK,
    &single_account::CHECK,
    &no_restore_test::CHECK,
    &rights_not_split::CHECK,
    &overdue_risk::CHECK,
    &alerts_not_planned::CHECK,
    &delete_too_young::CHECK,
    &delete_policy_bound::CHECK,
    &delete_locked::CHECK,
    &delete_client_cascade::CHECK,
    &api_deprecated_call::CHECK,
    &worm_irreversible::CHECK,
    &worm_permanent::CHECK,
    &worm_vault_type::CHECK,
    &worm_shorten::CHECK,
    &worm_ecs_old_points::CHECK,
    &worm_switched_off::CHECK,
    &trial_own_vault::CHECK,
    &keep_one_off::CHECK,
    &rto_archive::CHECK,
    &encryption_change::CHECK,
    &roles_missing::CHECK,
    &vault_quota::CHECK,
    &fewer_than_three_copies::CHECK,
    &id_not_unique::CHECK,
    &reference_missing::CHECK,
    &import_value_unknown::CHECK,
    &setting_rule_unknown::CHECK,
    &suppression_expired::CHECK,
    &suppression_unused::CHECK,
    &record_contradicts_itself::CHECK,
    &import_page_incomplete::CHECK,
    &resource_deprecated::CHECK,
];

/// The documentation of every rule, in the same order.
pub static DOCS: &[&Doc] = &[
    &mirror_same_region::DOC,
    &mirror_more_than_one::DOC,
    &mirror_of_mirror::DOC,
    &mirror_cycle::DOC,
    &mirror_source_missing::DOC,
    &mirror_source_trial_oss_nas::DOC,
    &mirror_source_trial_tablestore::DOC,
    &mirror_source_archive_vault::DOC,
    &mirror_source_database_vault::DOC,
    &mirror_source_container_vault::DOC,
    &mirror_source_abnormal_status::DOC,
    &mirror_source_not_ready::DOC,
    &mirror_source_type_not_eligible::DOC,
    &mirror_region_unsupported::DOC,
    &mirror_region_unconfirmed::DOC,
    &plan_writes_to_mirror::DOC,
    &mirror_frequency_set::DOC,
    &ecs_instance_mirror_by_vault::DOC,
    &vmware_mirror_useless::DOC,
    &mirror_nothing_restorable::DOC,
    &mirror_target_quota::DOC,
    &mirror_other_account::DOC,
    &mirror_crosses_border::DOC,
    &finance_public_pair::DOC,
    &mirror_source_region_differs::DOC,
    &tablestore_no_mirror::DOC,
    &lrs_without_mirror::DOC,
    &no_offsite_copy::DOC,
    &mirror_encryption_mismatch::DOC,
    &mirror_kms_key_missing::DOC,
    &kms_key_wrong_region::DOC,
    &kms_key_ignored::DOC,
    &kms_key_not_default::DOC,
    &kms_key_unusable::DOC,
    &kms_key_unprotected::DOC,
    &kms_on_trial::DOC,
    &kms_role_missing::DOC,
    &tablestore_encryption_lost::DOC,
    &vault_name_too_long::DOC,
    &mirror_name_over_32::DOC,
    &vault_name_empty::DOC,
    &vault_region_missing::DOC,
    &vault_region_unknown::DOC,
    &vault_status_invalid::DOC,
    &zrs_in_lrs_region::DOC,
    &lrs_in_zrs_region::DOC,
    &vault_without_client::DOC,
    &trial_data_loss::DOC,
    &trial_enterprise_feature::DOC,
    &vault_description_too_long::DOC,
    &tags_invalid::DOC,
    &vault_region_retired::DOC,
    &storage_class_deprecated::DOC,
    &vault_type_ots_legacy::DOC,
    &vault_not_created::DOC,
    &source_not_in_edition::DOC,
    &source_os_unsupported::DOC,
    &source_client_kind::DOC,
    &intermediate_host_needed::DOC,
    &source_type_unknown::DOC,
    &oss_archive_bucket::DOC,
    &oss_inventory_advised::DOC,
    &nas_scale::DOC,
    &nas_archive_class::DOC,
    &ecs_file_paths::DOC,
    &ecs_essential_mirror::DOC,
    &ecs_essential_500::DOC,
    &ecs_app_consistent_essd::DOC,
    &db_in_container::DOC,
    &db_network::DOC,
    &hana_two_instances::DOC,
    &vmware_not_backupable::DOC,
    &client_inactive::DOC,
    &client_undersized::DOC,
    &archive_empties_mirror::DOC,
    &archive_small_files::DOC,
    &remote_archive_never::DOC,
    &remote_retention_general::DOC,
    &remote_retention_shorter::DOC,
    &ecs_instance_history::DOC,
    &bandwidth_overlap::DOC,
    &policy_field_misplaced::DOC,
    &copy_destination_unused::DOC,
    &plan_name_invalid::DOC,
    &source_unprotected::DOC,
    &rpo_not_met::DOC,
    &rpo_remote_unbounded::DOC,
    &policy_source_unsupported::DOC,
    &policy_type_mismatch::DOC,
    &policy_rule_count::DOC,
    &policy_many_vaults::DOC,
    &ecs_instance_many_policies::DOC,
    &policy_name_invalid::DOC,
    &policy_tag_limit::DOC,
    &policy_legacy_new_binding::DOC,
    &schedule_format::DOC,
    &schedule_overrun::DOC,
    &retention_range::DOC,
    &retention_permanent_ecs_instance::DOC,
    &special_retention_not_longer::DOC,
    &special_retention_permanent::DOC,
    &retention_conflict::DOC,
    &keep_one_tablestore::DOC,
    &archive_too_early_general::DOC,
    &archive_too_early_ecs::DOC,
    &archive_too_late::DOC,
    &archive_stay_60::DOC,
    &archive_source_unsupported::DOC,
    &source_vault_region::DOC,
    &source_vault_type::DOC,
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
    &restore_tablestore_index::DOC,
    &restore_oss_ia::DOC,
    &restore_ecs_other_account::DOC,
    &restore_ecs_rollback_running::DOC,
    &vault_region_move::DOC,
    &delete_source_before_mirror::DOC,
    &delete_mirror_loses_copy::DOC,
    &delete_vault_loses_data::DOC,
    &cost_orphan::DOC,
    &no_immutable_copy::DOC,
    &single_account::DOC,
    &no_restore_test::DOC,
    &rights_not_split::DOC,
    &overdue_risk::DOC,
    &alerts_not_planned::DOC,
    &delete_too_young::DOC,
    &delete_policy_bound::DOC,
    &delete_locked::DOC,
    &delete_client_cascade::DOC,
    &api_deprecated_call::DOC,
    &worm_irreversible::DOC,
    &worm_permanent::DOC,
    &worm_vault_type::DOC,
    &worm_shorten::DOC,
    &worm_ecs_old_points::DOC,
    &worm_switched_off::DOC,
    &trial_own_vault::DOC,
    &keep_one_off::DOC,
    &rto_archive::DOC,
    &encryption_change::DOC,
    &roles_missing::DOC,
    &vault_quota::DOC,
    &fewer_than_three_copies::DOC,
    &id_not_unique::DOC,
    &reference_missing::DOC,
    &import_value_unknown::DOC,
    &setting_rule_unknown::DOC,
    &suppression_expired::DOC,
    &suppression_unused::DOC,
    &record_contradicts_itself::DOC,
    &import_page_incomplete::DOC,
    &resource_deprecated::DOC,
];

/// The documentation of a rule, by slug or code.
#[must_use]
pub fn find(name: &str) -> Option<&'static Doc> {
    DOCS.iter().copied().find(|doc| is_named(doc.rule, name))
}

/// The declaration of a rule, by slug or code: for programs that do not carry what is to be read about it.
#[must_use]
pub fn declared(name: &str) -> Option<&'static Rule> {
    let mut rules = CHECKS.iter().map(|check| check.rule);
    rules.find(|rule| is_named(rule, name))
}

fn is_named(rule: &Rule, name: &str) -> bool {
    rule.slug == name || rule.code.eq_ignore_ascii_case(name)
}
