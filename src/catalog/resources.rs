//! Resource types of the Terraform provider that it has deprecated, with what takes their place.

/// The backup plans of single sources, deprecated since 1.249.0 of the provider.
const DEPRECATED: &[&str] = &[
    "alicloud_hbr_ecs_backup_plan",
    "alicloud_hbr_oss_backup_plan",
    "alicloud_hbr_nas_backup_plan",
    "alicloud_hbr_ots_backup_plan",
    "alicloud_hbr_server_backup_plan",
];

/// What takes the place of a resource type; `None` when it is not deprecated.
#[must_use]
pub fn instead_of(resource: &str) -> Option<&'static str> {
    DEPRECATED
        .contains(&resource)
        .then_some("alicloud_hbr_policy + alicloud_hbr_policy_binding")
}
