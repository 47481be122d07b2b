//! Words of the table of coverage, of the line that sums it up, and of the encryption matrix.

use vaultplan::lang::Text;

words! {
    VIEW = "Coverage", "保护情况";
    ABOUT = "Which source has a copy in another region from which it can be restored, what a restore there needs, and why there is none. What is not certain is unknown, never yes.", "哪些数据源在其他地域有可恢复的副本、从中恢复需要什么，以及没有副本的原因。无法确定的列为未知，不会算作有。";
    ALL = "All sources", "全部数据源";
    WITH = "With a copy in another region", "有异地副本";
    WITHOUT = "Without", "无异地副本";
    UNKNOWN = "Unknown", "未知";
    DOWNLOAD = "Download CSV", "下载 CSV";
    CAPTION = "One row for each source. The buttons in the header sort.", "每个数据源一行。点击表头按钮可排序。";
    SORT_BY = "Sort by", "排序依据";
    ASCENDING = "Ascending; turn the order round", "升序；点击反转";
    DESCENDING = "Descending; turn the order round", "降序；点击反转";
    MISSING = "missing: {what}", "缺少：{what}";
    PLAN_ORDER = "Order of the plan", "方案中的顺序";
    NEEDS_OR_WHY = "A restore there needs, or why there is none", "异地恢复所需，或没有副本的原因";
    NOT_BACKED_UP = "Not backed up", "没有备份";
    NOT_KNOWN = "Not known", "未知";
    NOT_STATED = "not stated", "未填写";
    DAYS_ONE = "{n} day", "{n} 天";
    DAYS_MANY = "{n} days", "{n} 天";
    FOR_GOOD = "for good", "永久";
    THERE = "there: {days}", "异地：{days}";
    GB = "{n} GB", "{n} GB";
    OPEN_PLACE = "region not stated", "未填写地域";
    NONE_OF_KIND = "No source of this kind.", "没有这类数据源。";
    NO_SOURCES = "The plan has no sources yet: hosts, buckets, file systems, databases. Add them, and this table says which of them would survive the loss of a region.", "方案中还没有数据源，如主机、Bucket、文件系统、数据库。添加后，此表说明哪些能在地域丢失后恢复。";
    ADD_SOURCE = "Add a source", "添加数据源";

    // The line that sums up.
    SUM = "Sources and their copies in another region", "数据源及其异地副本";
    SUM_NONE = "No sources yet", "尚无数据源";
    SUM_ALL_ONE = "{n} source", "{n} 个数据源";
    SUM_ALL_MANY = "{n} sources", "{n} 个数据源";
    SUM_WITH = "{n} with a copy", "{n} 个有异地副本";
    SUM_WITHOUT = "{n} without", "{n} 个无";
    SUM_UNKNOWN = "{n} unknown", "{n} 个未知";

    // The encryption matrix.
    KEY_UNFIT = "Key does not fit", "密钥不适用";
    ALL_PAIRS = "All pairs", "全部配对";
    NO_PAIR_OF_KIND = "No pair with this outcome.", "没有此结果的配对。";
    KEY_REGION_OPEN = "its region is not stated", "未填写其地域";
}
