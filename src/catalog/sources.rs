//! The public pages on which facts rest: title, address, date. A page that a reader cannot open is none.

/// A public page.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub title: &'static str,
    /// Its address.
    pub address: &'static str,
    /// Its date (`YYYY-MM-DD` or `YYYY-MM`), or `page without date, read 2026-11`.
    pub date: &'static str,
}

const UNDATED: &str = "page without date, read 2026-11";

macro_rules! sources {
    ($( $(#[$meta:meta])* $name:ident = $title:literal, $address:expr, $date:expr; )*) => {
        $( $(#[$meta])* pub static $name: Source = Source { title: $title, address: $address, date: $date }; )*
        /// Every source, in the order of this file.
        pub static ALL: &[&Source] = &[$(&$name),*];
    };
}

sources! {
    /// Mirror vaults in HBR, ECS files.
    MIRROR_VAULTS_2019_FILES = "Mirror vaults (ECS files), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/251c8b7/intl.en-US/Back%20up%20ECS/Back%20up%20files%20in%20ECS/Mirror%20vaults.md", "2019-08-01";
    /// Mirror vaults in HBR, SQL Server.
    MIRROR_VAULTS_2019_SQL = "Mirror vaults (SQL Server), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/412ddf9/intl.en-US/Back%20up%20ECS/Back%20up%20SQL%20Server%20databases%20in%20ECS/Mirror%20vaults.md", "2019-09-20";
    /// Mirror vaults in HBR, SAP HANA.
    MIRROR_VAULTS_2019_HANA = "Mirror vaults (SAP HANA), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/5a3435e/intl.en-US/Back%20up%20ECS/Back%20up%20SAP%20HANA%20databases%20in%20ECS/Mirror%20vaults.md", "2019-09-20";
    /// Cross-region backup in the wording of mirror vaults.
    CROSS_REGION_BACKUP = "Cloud Backup: Cross-region backup",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/back-up-data-across-regions", UNDATED;
    /// What HBR is: sources, systems, clients, concepts.
    WHAT_IS_HBR = "What is Hybrid Backup Recovery?, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/768ae32/intl.en-US/Product%20Introduction/What%20is%20Hybrid%20Backup%20Recovery%3F.md", "2019-08-01";
    /// Cross-region backup in the wording of replication targets.
    CROSS_REGION_BACKUP_2026 = "Cloud Backup: Cross-region backup (replication target vaults)",
        "https://www.alibabacloud.com/help/en/hybrid-backup-recovery/latest/back-up-data-across-regions", "2026-02-28";
    /// Cross-region backup, the vendor's other site.
    CROSS_REGION_BACKUP_NEWEST = "Cross-region backup (help.aliyun.com)",
        "https://help.aliyun.com/en/cloud-backup/user-guide/cross-region-backup", UNDATED;
    /// Policies.
    BACKUP_POLICIES = "Cloud Backup: Manage backup policies",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/manage-backup-policies", UNDATED;
    /// Vault types.
    VAULT_TYPES = "Cloud Backup: Vault types",
        "https://help.aliyun.com/en/cloud-backup/user-guide/storage-vault-types", UNDATED;
    /// The free trial.
    FREE_TRIAL = "Cloud Backup: 30-day free trial instructions",
        "https://alibabacloud.com/help/en/cloud-backup/product-overview/30-day-free-trial-instructions", UNDATED;
    /// KMS encryption.
    KMS_ENCRYPTION = "Cloud Backup: KMS encryption",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/use-kms-encryption", "2026-06-21";
    /// Immutable backup.
    IMMUTABLE_BACKUP = "Cloud Backup: Immutable backup",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/immutable-backup", "2026-06-21";
    /// KMS keys.
    KMS_KEYS = "Key Management Service: Manage keys",
        "https://www.alibabacloud.com/help/en/key-management-service/latest/kms-manage-keys", UNDATED;
    /// Deleting and protecting KMS keys.
    KMS_KEY_FAQ = "Key Management Service: Key management FAQ",
        "https://www.alibabacloud.com/help/en/kms/key-management-service/user-guide/key-management-faq", "2026-03-31";
    /// Basic concepts.
    BASIC_CONCEPTS = "Cloud Backup: Basic concepts",
        "https://www.alibabacloud.com/help/en/cloud-backup/product-overview/basic-concepts", UNDATED;
    /// Basic concepts, in Chinese.
    BASIC_CONCEPTS_ZH = "Cloud Backup: Basic concepts (in Chinese)",
        "https://www.alibabacloud.com/help/tc/cloud-backup/product-overview/basic-concepts", "2024-07-06";
    /// Joining vaults, in Chinese.
    VAULT_REPLICATION_API_ZH = "Cloud Backup API: CreateVaultReplication (in Chinese)",
        "https://help.aliyun.com/zh/cloud-backup/developer-reference/api-hbr-2017-09-08-createvaultreplication", UNDATED;
    /// Making a policy, in Chinese.
    CREATE_POLICY_ZH = "Cloud Backup API: CreatePolicyV2 (in Chinese)",
        "https://help.aliyun.com/zh/cloud-backup/developer-reference/api-hbr-2017-09-08-createpolicyv2", UNDATED;
    /// Making a mirror, in Chinese.
    CREATE_REPLICATION_VAULT_ZH = "Cloud Backup API: CreateReplicationVault (in Chinese)",
        "https://www.alibabacloud.com/help/tc/cloud-backup/developer-reference/api-hbr-2017-09-08-createreplicationvault", "2025-12-23";
    /// Deleting vaults.
    STOP_BILLING = "How do I stop being billed for Cloud Backup?",
        "https://alibabacloud.com/help/en/cloud-backup/product-overview/how-do-i-stop-being-billed-for-hbr", "2025-02-26";
    /// Restoring files to an ECS instance.
    RESTORE_TO_ECS = "Cloud Backup: Restore files to an ECS instance",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/restore-files-to-an-ecs-instance", UNDATED;
    /// Databases on ECS.
    ECS_DATABASES = "Cloud Backup: ECS-hosted database backup, overview",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/ecs-hosted-database-overview", UNDATED;
    /// Restoring SAP HANA.
    RESTORE_HANA = "Cloud Backup: Restore databases to an SAP HANA instance",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/restore-databases-to-an-sap-hana-instance", UNDATED;
    /// Tablestore restore.
    RESTORE_TABLESTORE = "Cloud Backup: Restore a Tablestore table",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/restore-a-tablestore-instance", "2025-09-15";
    /// Tablestore backup during the free trial.
    TABLESTORE_TRIAL = "Tablestore: Back up data during the free trial period",
        "https://www.alibabacloud.com/help/tc/tablestore/backup-tablestore-data-in-during-the-free-trial-period", UNDATED;
    /// NAS backup.
    NAS_BACKUP = "Cloud Backup: NAS backup overview",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/nas-backup-overview", UNDATED;
    /// OSS backup.
    OSS_BACKUP_PLAN = "Cloud Backup: Create a backup plan for an OSS bucket",
        "https://help.aliyun.com/en/cloud-backup/user-guide/create-a-backup-plan-for-an-oss-bucket", UNDATED;
    /// OSS backup by inventory.
    OSS_INVENTORY = "Cloud Backup: Use an OSS inventory list to create a backup plan for a large amount of OSS data",
        "https://alibabacloud.com/help/en/cloud-backup/user-guide/use-an-oss-inventory-list-to-create-a-backup-plan-for-a-large-amount-of-oss-data", UNDATED;
    /// ECS file backup.
    ECS_FILE_PLAN = "Cloud Backup: Back up files from an ECS instance",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/back-up-files-from-an-ecs-instance", UNDATED;
    /// ECS File Backup Essential Edition.
    ESSENTIAL_FILE = "Cloud Backup: ECS File Backup Essential Edition",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/ecs-file-backup-essential-edition", "2026-01-22";
    /// From the Essential Editions to the standard features.
    ESSENTIAL_SWITCH = "Cloud Backup: Switch from an ECS Essential Edition to standard backup features",
        "https://alibabacloud.com/help/en/cloud-backup/user-guide/how-to-switch-from-ecs-backup-base-edition-to-standard", "2025-11-18";
    /// ECS instance backup.
    ECS_INSTANCE_BACKUP = "Cloud Backup: Back up ECS instances",
        "https://www.alibabacloud.com/help/en/hybrid-backup-recovery/latest/create-an-ecs-instance-backup", UNDATED;
    /// Limits.
    LIMITS = "Cloud Backup: Limits",
        "https://www.alibabacloud.com/help/doc-detail/89022.htm", "2024-02-22";
    /// Replication to another account.
    CROSS_ACCOUNT_REPLICATION = "Cloud Backup: Cross-account backup vault replication",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/vault-cross-account-replication", "2026-03-17";
    /// RAM policies for a vault.
    GENERATE_RAM_POLICY = "Cloud Backup API: GenerateRamPolicy",
        "https://help.aliyun.com/zh/cloud-backup/developer-reference/api-hbr-2017-09-08-generaterampolicy", UNDATED;
    /// Managing vaults, and their tags.
    MANAGE_VAULTS = "Cloud Backup: Manage storage vaults",
        "https://alibabacloud.com/help/en/cloud-backup/user-guide/manage-storage-vaults", "2026-01-20";
    /// CPFS backup.
    CPFS_BACKUP = "Cloud Backup: CPFS backup, overview",
        "https://alibabacloud.com/help/en/cloud-backup/user-guide/function-overview-of-large-scale-file-system", "2026-01-29";
    /// On-premises files.
    ON_PREMISES_FILES = "Cloud Backup: On-premises file backup, overview",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/on-premises-file-backup-overview", "2024-02-22";
    /// Archive vaults.
    ARCHIVE_DATA = "Cloud Backup: Archive data",
        "https://www.alibabacloud.com/help/en/cloud-backup/user-guide/archive-data", UNDATED;
    /// Service-linked roles.
    SERVICE_ROLES = "Cloud Backup: Service-linked roles",
        "https://www.alibabacloud.com/help/en/cloud-backup/service-linked-roles-for-hbr", "2025-12-31";
    /// Limits of disk replication.
    DISK_REPLICATION_LIMITS = "Cloud Backup: Disk replication, restrictions on use",
        "https://alibabacloud.com/help/ja/cloud-backup/user-guide/restrictions-on-use", "2024-12-09";
    /// The check of Cloud Config on Tablestore vaults.
    CLOUD_CONFIG_TABLESTORE = "Cloud Config: cross-region backup is enabled for Tablestore backup vaults",
        "https://www.alibabacloud.com/help/en/cloud-config/latest/the-tablestore-backup-library-enables-cross-region-backup-for-cloud-backup", "2025-10-21";
    /// The 3-2-1 rule.
    THREE_TWO_ONE_RULE = "Blocks and Files: The 3-2-1 rule",
        "https://blocksandfiles.com/2022/04/15/3-2-1-rule/", "2022-04-15";
    /// Alternate storage sites, backups and their tests.
    NIST_800_53 = "NIST SP 800-53 Revision 5: Security and Privacy Controls (CP-6, CP-9)",
        "https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final", "2020-12-10";
    /// Billing.
    BILLABLE_ITEMS = "Cloud Backup: Billing methods and billable items",
        "https://help.aliyun.com/en/cloud-backup/product-overview/billing-methods-and-billable-items", UNDATED;
    /// Regions of the features.
    SUPPORTED_REGIONS = "Cloud Backup: Supported regions",
        "https://help.aliyun.com/en/cloud-backup/product-overview/supported-regions", UNDATED;
    /// Endpoints.
    ENDPOINTS = "Cloud Backup API: Endpoints",
        "https://alibabacloud.com/help/en/cloud-backup/developer-reference/api-hbr-2017-09-08-endpoint", "2024-12-24";
    /// Endpoints of about 2022.
    ENDPOINTS_2022 = "HBR API: Endpoints",
        "https://www.alibabacloud.com/help/doc-detail/431234.htm", UNDATED;
    /// Region ids in general.
    REGION_IDS = "Alibaba Cloud: region ids",
        "https://www.alibabacloud.com/help/doc-detail/140601.html", UNDATED;
    /// Names of regions.
    REGION_NAMES_DMS = "Data Management: storage fees (names of regions)",
        "https://www.alibabacloud.com/help/en/dms/product-overview/storage-fees", UNDATED;
    /// Finance Cloud regions.
    FINANCE_ENDPOINTS = "PrivateZone API: Endpoints (Finance Cloud regions)",
        "https://help.aliyun.com/zh/dns/api-pvtz-2018-01-01-endpoint", UNDATED;
    /// API client for Go, with the API reference in its comments.
    GO_SDK = "Cloud Backup API client for Go, 4.7.1 (API reference in its comments)",
        "https://github.com/alibabacloud-go/hbr-20170908", "2026-04-13";
    /// API client for TypeScript, with the newest map of endpoints.
    TYPESCRIPT_SDK = "Alibaba Cloud SDK for TypeScript (map of endpoints)",
        "https://github.com/aliyun/alibabacloud-typescript-sdk", UNDATED;
    /// Joining and parting vaults.
    VAULT_REPLICATION_API = "Cloud Backup API: CreateVaultReplication",
        "https://www.alibabacloud.com/help/en/cloud-backup/developer-reference/api-hbr-2017-09-08-createvaultreplication", "2026-03-30";
    /// DescribeVaults.
    DESCRIBE_VAULTS = "Cloud Backup API: DescribeVaults",
        "https://www.alibabacloud.com/help/en/cloud-backup/developer-reference/api-hbr-2017-09-08-describevaults", "2025-12-24";
    /// ROS resource type of a vault.
    ROS_VAULT = "Resource Orchestration Service: ALIYUN::HBR::Vault",
        "https://www.alibabacloud.com/help/ros/developer-reference/aliyun-hbr-vault", "2026-06-08";
    /// The Terraform provider.
    TERRAFORM_PROVIDER = "Terraform provider alicloud: hbr_vault (error codes in its source)",
        "https://github.com/aliyun/terraform-provider-alicloud", "2025";
    /// The interchange format of findings.
    SARIF = "Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html", "2020-03-27";
    /// HBR 2021: mirror vaults.
    REMOTE_BACKUP_2020 = "Use a mirror vault to back up data across regions, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/master/intl.en-US/Remote%20backup/Use%20a%20mirror%20vault%20to%20back%20up%20data%20across%20regions.md", "2020-09-22";
    /// Mirror vaults in HBR 2020, on-premises files.
    MIRROR_VAULTS_2020_ON_PREMISES = "Restore files across regions by using a mirror vault (on-premises files), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/27c4749/intl.en-US/Back%20up%20on-premises%20severs/Back%20up%20files%20for%20on-premises%20severs/Restore%20files%20across%20regions%20by%20using%20a%20mirror%20vault.md", "2020-09-22";
    /// Mirror vaults in HBR 2021, ECS files.
    MIRROR_VAULTS_2021_ECS = "Restore files across regions by using an image repository (ECS files), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/aef5f20/intl.en-US/Back%20up%20ECS/ECS%20file%20backup%20%28new%29/Restore%20files%20across%20regions%20by%20using%20an%20image%20repository.md", "2021-01-16";
    /// HBR 2021: vaults.
    STORAGE_VAULTS_2021 = "Storage Vaults, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/master/intl.en-US/Backup%20appliance/Storage%20Vaults.md", "2021-05-06";
    /// HBR 2021: operating systems.
    SUPPORTED_SYSTEMS_2021 = "Supported servers and operating systems, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/master/intl.en-US/Product%20Introduction/Supported%20servers%20and%20operating%20systems.md", "2021-06-29";
    /// HBR 2021: service-linked roles.
    SERVICE_ROLES_2021 = "Service-linked roles of HBR (Chinese), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/fbdd1bf/cn.zh-CN/%E4%BA%A7%E5%93%81%E7%AE%80%E4%BB%8B/HBR%E6%9C%8D%E5%8A%A1%E5%85%B3%E8%81%94%E8%A7%92%E8%89%B2.md", "2021-06-02";
    /// HBR 2021: billing.
    BILLING_2021 = "Billing methods and billable items, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/master/intl.en-US/Pricing/Billing%20methods%20and%20billable%20items.md", "2021-07-02";
    /// HBR: OSS.
    OSS_BACKUP_2019 = "Back up OSS, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/master/intl.en-US/Back%20up%20OSS/Back%20up%20OSS.md", "2019-09-11";
    /// HBR 2021: VMware.
    RESTORE_VMWARE_2021 = "Restore a VMware VM to an ECS instance, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/b74349b/intl.en-US/Disaster%20Recovery/VMware%20disaster%20recovery/Restore%20a%20VMware%20VM%20to%20an%20ECS%20instance.md", "2021";
    /// HBR 2021: SQL Server.
    RESTORE_SQL_2021 = "Restore an SQL Server database, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/026d62b/intl.en-US/Back%20up%20ECS/ECS%20database%20backup/SQL%20Server%20backup/Restore%20an%20SQL%20Server%20database.md", "2021-05-13";
    /// HBR 2019: restrictions.
    RESTRICTIONS_2019 = "Restrictions, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/5c77a5b/intl.en-US/Product%20Introduction/Restrictions.md", "2019-03-20";
    /// HBR 2019: memory of the host.
    RESOURCE_REQUIREMENTS_2019 = "What are resource requirements for backup?, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/87e8731/intl.en-US/FAQ/Common%20issues/What%20are%20resource%20requirements%20for%20backup%3F.md", "2019-09-20";
    /// HBR 2020: ECS files.
    ECS_FILES_2020 = "Back up ECS files (in Chinese), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/5b76acc/cn.zh-CN/ECS%E5%A4%87%E4%BB%BD%E6%95%99%E7%A8%8B/ECS%E6%96%87%E4%BB%B6%E5%A4%87%E4%BB%BD%EF%BC%88%E6%96%B0%E7%89%88%EF%BC%89/%E5%A4%87%E4%BB%BDECS%E6%96%87%E4%BB%B6.md", "2020-10-21";
    /// HBR 2021: mirror vaults, in Chinese.
    MIRROR_VAULTS_2021_ZH = "Mirror vaults (ECS files, in Chinese), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/6d0285d/cn.zh-CN/ECS%E5%A4%87%E4%BB%BD%E6%95%99%E7%A8%8B/ECS%E6%96%87%E4%BB%B6%E5%A4%87%E4%BB%BD%EF%BC%88%E6%96%B0%E7%89%88%EF%BC%89/%E9%95%9C%E5%83%8F%E4%BB%93%E5%BA%93.md", "2021-03-11";
    /// What HBR is, in Chinese.
    WHAT_IS_HBR_ZH = "What is Hybrid Backup Recovery? (in Chinese), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/c42b45c/cn.zh-CN/%E4%BA%A7%E5%93%81%E7%AE%80%E4%BB%8B/%E4%BB%80%E4%B9%88%E6%98%AF%E6%B7%B7%E5%90%88%E4%BA%91%E5%A4%87%E4%BB%BD.md", "2021-04-02";
    /// HBR 2021: limits.
    LIMITS_2021 = "Limits, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/b3d1433/intl.en-US/Product%20Introduction/Limits.md", "2021-06-07";
    /// HBR 2021: OSS.
    OSS_BACKUP_2021 = "Create an OSS backup plan (in Chinese), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/4704c3d/cn.zh-CN/OSS%E5%A4%87%E4%BB%BD%E6%95%99%E7%A8%8B/%E5%88%9B%E5%BB%BAOSS%E5%A4%87%E4%BB%BD%E8%AE%A1%E5%88%92.md", "2021-07-16";
    /// HBR 2021: OSS by inventory.
    OSS_INVENTORY_2021 = "Use an OSS inventory for a large amount of data (in Chinese), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/0a2faf3/cn.zh-CN/OSS%E5%A4%87%E4%BB%BD%E6%95%99%E7%A8%8B/%E4%BD%BF%E7%94%A8OSS%E6%B8%85%E5%8D%95%E5%88%9B%E5%BB%BA%E5%A4%A7%E6%95%B0%E6%8D%AE%E9%87%8FOSS%E5%A4%87%E4%BB%BD%E8%AE%A1%E5%88%92.md", "2021-07-15";
    /// HBR 2021: NAS.
    NAS_BACKUP_2021 = "Alibaba NAS, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/2586f7c/intl.en-US/Back%20up%20NAS/Alibaba%20NAS.md", "2021-04-30";
    /// HBR 2021: overdue payments.
    OVERDUE_2021 = "Overdue payments (in Chinese), HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/5264de3/cn.zh-CN/%E8%AE%A1%E9%87%8F%E8%AE%A1%E8%B4%B9/%E6%AC%A0%E8%B4%B9%E8%AF%B4%E6%98%8E.md", "2021-05-11";
    /// HBR 2021: resource plans.
    RESOURCE_PLANS_2021 = "Purchase resource plans, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/576c7bb/intl.en-US/Pricing/Purchase%20resource%20plans.md", "2021-04-16";
    /// Restore tests by AWS.
    AWS_RESTORE_TESTS = "AWS Well-Architected: REL09-BP04, periodic recovery of the data",
        "https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_backing_up_data_periodic_recovery_testing_data.html", UNDATED;
    /// Ransomware and backups.
    CISA_STOP_RANSOMWARE = "CISA: #StopRansomware Guide",
        "https://www.cisa.gov/stopransomware", "2023-10";
    /// Backup across accounts.
    CROSS_ACCOUNT_BACKUP = "Cloud Backup: Back up data sources across Alibaba Cloud accounts",
        "https://alibabacloud.com/help/tc/cloud-backup/user-guide/back-up-data-sources-across-alibaba-cloud-accounts", "2024-11-06";
    /// The older call that makes a mirror.
    CREATE_REPLICATION_VAULT = "Cloud Backup API: CreateReplicationVault",
        "https://www.alibabacloud.com/help/fr/cloud-backup/developer-reference/api-hbr-2017-09-08-createreplicationvault", "2026-08-13";
    /// HBR 2021: ECS instances.
    RESTORE_ECS_2021 = "Restore an ECS instance, HBR documentation",
        "https://github.com/AlibabaCloudDocs/hbr/blob/36f48fb/intl.en-US/Back%20up%20ECS/ECS%20Sever%20backup/Restore%20an%20ECS%20instance.md", "2021";
    /// The Terraform provider: policies.
    TERRAFORM_POLICY = "Terraform provider alicloud: hbr_policy",
        "https://github.com/aliyun/terraform-provider-alicloud/blob/master/website/docs/r/hbr_policy.html.markdown", "2026-08-21";
    /// The Terraform provider: plans of ECS instances.
    TERRAFORM_SERVER_PLAN = "Terraform provider alicloud: hbr_server_backup_plan",
        "https://github.com/aliyun/terraform-provider-alicloud/blob/master/website/docs/r/hbr_server_backup_plan.html.markdown", "2026-08-21";
    /// The Terraform provider: plans of single sources.
    TERRAFORM_PLANS = "Terraform provider alicloud: hbr_ecs_backup_plan and its sisters",
        "https://github.com/aliyun/terraform-provider-alicloud/blob/master/website/docs/r/hbr_ecs_backup_plan.html.markdown", "2026-08-21";
    /// Good practice: backing up data.
    AWS_REL09 = "AWS Well-Architected, Reliability Pillar: Back up data (REL 9)",
        "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/back-up-data.html", UNDATED;
    /// Checks of ECS instances.
    BDRC_ECS = "Backup and Disaster Recovery Center: check items for ECS instances",
        "https://alibabacloud.com/help/en/bdrc/user-guide/ecs-instances", UNDATED;
    /// Checks of buckets.
    BDRC_OSS = "Backup and Disaster Recovery Center: check items for OSS buckets",
        "https://www.alibabacloud.com/help/en/bdrc/user-guide/oss-buckets", UNDATED;
}
