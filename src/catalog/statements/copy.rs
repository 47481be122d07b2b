//! Statements about second copies.

use super::statements;

statements! {
    /// A remote copy is advised.
    REMOTE_COPY_ADVISED = "remote-copy-advised",
        "the vendor recommends a copy of each vault in another region, against disasters of a whole region",
        "阿里云建议为每个备份库建立异地副本，以应对地域级灾难",
        [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_NEWEST];
    /// Tablestore without a copy.
    TABLESTORE_WITHOUT_COPY = "tablestore-without-copy",
        "the check of Cloud Config rates a Tablestore backup vault without cross-region backup as a high risk",
        "配置审计将未开启跨地域备份的表格存储备份库评为高风险",
        [CLOUD_CONFIG_TABLESTORE];
    /// 3-2-1.
    THREE_COPIES = "three-copies",
        "good practice keeps three copies on two kinds of media, one of them off-site: the data, its vault and a mirror",
        "最佳实践要求三份副本、两种介质、一份异地：数据本身、备份库与镜像库",
        [THREE_TWO_ONE_RULE];
    /// An alternate site.
    ALTERNATE_SITE = "alternate-site",
        "backups belong at a second site, apart from the first and protected as well",
        "备份应存放在与主站点分离、且同样受保护的第二个站点",
        [NIST_800_53];
}
