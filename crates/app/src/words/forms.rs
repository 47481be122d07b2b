//! What the forms of objects, their dialogs and the table of objects say. The names of fields stand in `fields`.

use vaultplan::lang::Text;

words! {
    // Steps.
    STEP_ADD = "add {kind} {object}", "添加{kind} {object}";
    STEP_RENAME = "rename {object} to {id}", "将 {object} 的 ID 改为 {id}";
    STEP_LIST_ADD = "add to {field} of {object}", "向 {object} 的{field}添加一项";
    STEP_LIST_REMOVE = "remove from {field} of {object}", "从 {object} 的{field}移除一项";
    STEP_LIST_MOVE = "reorder {field} of {object}", "调整 {object} 的{field}顺序";

    // Why something cannot be added yet.
    NEEDS_VAULT = "Add a vault first", "请先添加备份库";
    NEEDS_SOURCE = "Add a source first", "请先添加数据源";
    NEEDS_OBJECT = "Add something to change first", "请先添加要变更的对象";

    // Kinds of objects.
    SOURCE = "Source", "数据源";
    CLIENT = "Backup client", "备份客户端";
    POLICY = "Backup policy", "备份策略";
    RESTORE = "Restore", "恢复";
    KEY = "KMS key", "KMS 密钥";
    KEYS = "KMS keys", "KMS 密钥";
    CHANGE = "Change operation", "变更操作";
    CHANGES = "Change operations", "变更操作";
    VAULTS = "Backup vaults", "备份库";
    MIRRORS = "Mirror vaults", "镜像库";
    PLAN = "Plan", "方案";
    ADD_SOURCE = "Add source", "添加数据源";
    ADD_CLIENT = "Add client", "添加客户端";
    ADD_POLICY = "Add policy", "添加策略";
    ADD_RESTORE = "Add restore", "添加恢复";
    ADD_KEY = "Add key", "添加密钥";
    ADD_CHANGE = "Add change", "添加变更";
    INVITE_VAULT = "A vault holds backups in one region. Begin with one.", "备份库在一个地域中保存备份。请先添加一个。";
    INVITE_MIRROR = "A mirror keeps a copy of a vault in another region.", "镜像库在其他地域保存备份库的副本。";
    INVITE_SOURCE = "State what is backed up, and coverage and restores can be judged.", "填写要备份的内容，即可判定保护情况与恢复方式。";
    INVITE_CLIENT = "Some sources need a backup client on their host.", "部分数据源需要在主机上安装备份客户端。";
    INVITE_POLICY = "A policy says when backups are made and how long they are kept.", "策略规定备份时间与保留时间。";
    INVITE_RESTORE = "Plan a restore to learn what it needs before you need it.", "规划一次恢复，提前了解其前提条件。";
    INVITE_KEY = "State the keys that vaults name, and their regions can be checked.", "填写备份库使用的密钥，即可检查其地域。";
    INVITE_CHANGE = "List the steps of a change, and their order is judged.", "列出变更的各个步骤，即可检查其顺序。";
    PLAN_SETTINGS = "Plan settings", "方案设置";
    PLAN_SETTINGS_ABOUT = "Roles, access, contacts, billing, the cost estimate, and how the plan is judged.", "角色、访问、联系人、计费、费用估算以及检查设置。";

    OPEN_SETTINGS = "Open the settings", "打开设置";
    AS_TABLE = "As a table", "表格";
    EDIT_AS_TABLE = "Edit as a table", "以表格编辑";
    ALL_AS_TABLE = "All {n} as a table", "以表格查看全部 {n} 项";

    // The table of objects.
    TABLE_OF = "{kind}, as a table", "{kind}（表格）";
    TABLE_ABOUT = "Arrow keys move, Enter edits, Escape leaves a cell as it was. Rows copied from a spreadsheet are pasted from the current cell on.", "方向键移动，Enter 编辑，Escape 放弃修改。可将电子表格中复制的内容粘贴到当前单元格起的区域。";
    COLUMNS = "Columns", "列";
    SELECT_ROW = "Select {name}", "选择 {name}";
    SELECT_ALL = "Select all rows", "选择所有行";
    SELECTED_ONE = "{n} row selected", "已选择 {n} 行";
    SELECTED_MANY = "{n} rows selected", "已选择 {n} 行";
    APPLY_FIELD = "Field", "字段";
    APPLY_VALUE = "Value", "值";
    APPLY = "Apply to the selected rows", "应用到所选行";
    STEP_APPLY = "set {field} of {n} objects", "设置 {n} 个对象的{field}";
    STEP_PASTE = "paste {n} cells", "粘贴 {n} 个单元格";
    PASTED = "{n} cells taken over.", "已写入 {n} 个单元格。";
    NOT_PASTED = "{n} not: {why}", "{n} 个未写入：{why}";
    DOES_NOT_FIT = "`{value}` does not fit {field}", "`{value}` 不适用于{field}";
    ROWS_SHOWN = "Rows {from} to {to} of {n}", "第 {from}–{to} 行，共 {n} 行";
    ROWS_BEFORE = "Earlier rows", "前面的行";
    ROWS_AFTER = "Later rows", "后面的行";

    OBJECT = "Object", "对象";
    OUTSIDE = "beyond the last row or column", "超出最后一行或一列";

    // Mirrors of several vaults.
    SEVERAL_MIRRORS = "Mirrors for several vaults", "为多个备份库创建镜像库";
    SEVERAL_ABOUT = "Choose the vaults and one region. Each mirror takes its source's encryption method, and a name made from its source's.", "选择备份库和一个地域。每个镜像库沿用源备份库的加密方式，名称由源备份库名称生成。";
    VAULTS_TO_MIRROR = "Vaults", "备份库";
    CREATE_ONE = "Create {n} mirror", "创建 {n} 个镜像库";
    CREATE_MANY = "Create {n} mirrors", "创建 {n} 个镜像库";
    STEP_SEVERAL = "create {n} mirrors", "创建 {n} 个镜像库";
    KEY_FOR_ALL = "KMS key of the mirrors that need one", "需要密钥的镜像库所用的 KMS 密钥";
    CHOOSE_ALL = "Choose all that may have one", "选择所有符合条件的";
    CHOOSE_NONE = "Choose none", "全部取消";
    OTHERS_REFUSED = "{n} of them would be refused there", "其中 {n} 个会被拒绝";

    // Forms.
    MORE_FIELDS = "More fields", "更多字段";
    ONE_PER_LINE = "One per line.", "每行一项。";
    WANTS_BETWEEN = "A whole number from {min} to {max}.", "请输入 {min} 至 {max} 的整数。";
    WANTS_DECIMAL = "A number from {min} to {max}, with a point and at most twelve decimal places.", "请输入 {min} 至 {max} 的数字，小数点用“.”，最多十二位小数。";
    WANTS_TEXT = "This cannot be empty.", "不能为空。";
    WANTS_OBJECT = "Nothing in this plan, or more than one object, has this ID or name.", "方案中没有或有多个对象使用此 ID 或名称。";
    ID_OR_NAME = "ID or name.", "ID 或名称。";
    WANTS_FREE_ID = "Another object has this ID, or it is empty.", "ID 为空或已被其他对象使用。";
    ITEM = "{field} {n}", "{field} {n}";
    ADD_RULE = "Add rule", "添加规则";
    ADD_ITEM = "Add", "添加";
    REMOVE_ITEM = "Remove {what}", "移除{what}";
    EARLIER = "Move {what} up", "上移{what}";
    LATER = "Move {what} down", "下移{what}";
    CHOOSE = "Choose", "请选择";
    NONE_YET = "None", "无";
    NOT_ELIGIBLE = "Cannot be chosen", "不可选择";
    OPEN_OTHER = "Open {name}", "打开 {name}";
    NOT_IN_PLAN = "Nothing in this plan has this ID.", "方案中没有此 ID 的对象。";
    KEYS_OF_PLAN = "Key of this plan", "方案中的密钥";
    BEFORE_THIS = "Earlier in the change plan", "提前一步";
    AFTER_THIS = "Later in the change plan", "推后一步";

    COLON = ": ", "：";
    RULE = "Rule", "规则";
    RULE_ONE = "{n} rule", "{n} 条规则";
    RULE_MANY = "{n} rules", "{n} 条规则";
    TAG = "Tag", "标签";
    ACCESS_ROLE = "Access role", "访问角色";
    RESOURCE_PLAN = "Resource plan", "资源包";

    // Words of the document.
    DO_CREATE = "Create", "创建";
    DO_DELETE = "Delete", "删除";
    DO_REPLACE = "Delete and make again", "删除并重建";
    DO_MOVE = "Move to another region", "移动到其他地域";
    DO_STOP = "Stop the replication into a mirror", "停止向镜像库复制";
    DO_CONVERT = "Turn a free trial into a paid vault", "试用转为付费";
    DO_LOCK = "Switch immutable backup on", "开启备份锁定";
    DO_UNLOCK = "Switch immutable backup off", "关闭备份锁定";
    DO_ENCRYPT = "Set the encryption", "设置加密";
    DO_RETAIN = "Set the retention", "设置保留时间";
    DO_BIND = "Bind to a policy", "绑定策略";
    ESSENTIAL_FILE = "ECS File Backup Essential Edition", "ECS 文件备份基础版";
    ESSENTIAL_ECS = "ECS Backup Essential Edition", "ECS 备份基础版";
    MAY_BACKUP = "Back up", "备份";
    MAY_RESTORE = "Restore", "恢复";
    OFFICIAL_CURRENT = "The vendor's page of today", "厂商现行页面";
    OFFICIAL_UNDATED = "A vendor's page without a date", "厂商未注明日期的页面";
    OFFICIAL_OLD = "An old page of the vendor's", "厂商旧页面";
    INFERRED = "Inferred from the vendor's pages", "由厂商页面推断";
    OWN_RATE = "Your own", "自定义";
    SEVERITY_OFF = "Off", "关闭";

    // Schedules.
    RHYTHM = "Rhythm", "周期";
    RHYTHM_NONE = "No schedule", "无计划时间";
    RHYTHM_HOURLY = "Every hour", "每小时";
    RHYTHM_SIX = "Every 6 hours", "每 6 小时";
    RHYTHM_DAILY = "Every day", "每天";
    RHYTHM_WEEKLY = "Every week", "每周";
    RHYTHM_AT_TWO = "Every day at 02:00 (cron)", "每天 02:00（cron）";
    RHYTHM_WORKDAYS = "Monday to Friday at 02:00 (cron)", "周一至周五 02:00（cron）";
    RHYTHM_MONTHLY = "First day of each month at 02:00 (cron)", "每月 1 日 02:00（cron）";
    RHYTHM_OTHER = "As written below", "见下方表达式";
    EXPRESSION = "Interval or cron expression", "间隔或 cron 表达式";
    EXPRESSION_HINT = "PT6H, P1D, or second minute hour day month weekday, as in 0 0 2 * * ?.", "PT6H、P1D，或 秒 分 时 日 月 周，如 0 0 2 * * ?。";
    BEGINS = "Begins", "开始时间";
    NEXT_RUNS = "Next runs, in {zone}", "后续运行时间（{zone}）";
    NO_RUNS = "Cannot say when it runs next.", "无法得知后续运行时间。";
    CANNOT_SAY = "Reads, but cannot be put into a sentence: it uses last days, nearest workdays, n-th weekdays, years or two kinds of days at once.", "可以读取，但无法用一句话说明：其中使用了最后一天、最近工作日、第几个星期几、年份，或同时限定两种日期。";

    // Deleting.
    DELETE_MEANS = "It goes from the plan.", "将从方案中移除。";
    NAMED_BY = "It is named by", "引用它的对象";
    NAMED_BY_NONE = "Nothing in the plan names it.", "方案中没有对象引用它。";
    GOES_WITH_IT = "goes with it", "一并删除";
    LOSES_IT = "loses it", "解除引用";
    ALONE_SAYS = "Deleted alone", "仅删除它";
    WHOLE_SAYS = "Deleted with what hangs on it", "连同依赖项删除";
    NEW_ONE = "{n} new finding", "新增 {n} 项检查结果";
    NEW_MANY = "{n} new findings", "新增 {n} 项检查结果";
    GONE_ONE = "{n} finding fewer", "减少 {n} 项检查结果";
    GONE_MANY = "{n} findings fewer", "减少 {n} 项检查结果";
    SAYS_SAME = "The findings stay as they are.", "检查结果不变。";
    DELETE_WHOLE = "Delete with what hangs on it", "连同依赖项删除";
    DELETE_ONLY = "Delete it alone", "仅删除它";
}
