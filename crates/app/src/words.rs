//! Every text of the planner's own, in both languages. A text that lacks one does not compile. What rules,
//! vocabularies and problems say comes from the engine.

use vaultplan::lang::Text;

macro_rules! words {
    ($( $name:ident = $en:literal, $zh:literal; )*) => {
        $( pub(crate) const $name: &Text = &Text::new($en, $zh); )*
        #[cfg(test)]
        pub(crate) const EVERY: &[(&str, &Text)] = &[$((stringify!($name), $name)),*];
    };
}

// Words of one area each.
pub(crate) mod cost;
pub(crate) mod coverage;
pub(crate) mod explain;
pub(crate) mod findings;
pub(crate) mod forms;
pub(crate) mod keep;
pub(crate) mod map;
pub(crate) mod opening;
pub(crate) mod share;
pub(crate) mod shell;

words! {
    // The page.
    SKIP = "Skip to content", "跳到内容";
    LOADING = "Loading your plan", "正在载入方案";
    PLAN_NAME = "Plan name", "方案名称";
    UNTITLED = "Untitled plan", "未命名方案";
    VIEWS = "Views", "视图";
    OUTLINE = "Outline", "大纲";
    SUMMARY = "Summary of findings", "检查结果汇总";
    CLOSE = "Close", "关闭";
    CANCEL = "Cancel", "取消";
    MORE = "More", "更多";
    COPY = "Copy", "复制";
    COPIED = "Copied", "已复制";
    COPY_FAILED = "The browser did not let the page copy. Select the text and copy it by hand.", "浏览器不允许页面复制，请选中文本后手动复制。";
    VIEW_PLAN = "Plan", "方案";
    VIEW_FINDINGS = "Findings", "检查结果";
    VIEW_ENCRYPTION = "Encryption", "加密";
    VIEW_TEXT = "Text", "文本";
    VIEW_FILES = "Files", "文件";

    // Saving.
    SAVED = "Saved", "已保存";
    SAVING = "Saving…", "正在保存…";
    SAVED_HINT = "Saved on this device after every step. Nothing leaves the page.", "每一步之后都保存在本设备上。数据不会离开本页面。";
    NOT_SAVED = "Not saved", "未保存";
    NOT_SAVED_MISSING = "Not saved on this device: the browser gives this page no storage. Everything else works; save a file to keep your work.", "未保存在本设备上：浏览器没有为本页面提供存储。其他功能均可使用；请保存为文件以保留工作。";
    NOT_SAVED_FULL = "Not saved on this device: its storage is full. Everything else works; save a file to keep your work, or delete plans that you no longer need.", "未保存在本设备上：存储已满。其他功能均可使用；请保存为文件以保留工作，或删除不再需要的方案。";
    NOT_SAVED_OTHER = "Not saved on this device: storage failed ({why}). Everything else works; save a file to keep your work.", "未保存在本设备上：存储出错（{why}）。其他功能均可使用；请保存为文件以保留工作。";
    SPLIT = "Another tab changed this plan at the same time. Your work here is kept as a second plan, “{name}”; nothing was merged.", "另一标签页同时修改了此方案。您在此处的工作已另存为第二个方案“{name}”，未做合并。";
    SPLIT_OPEN = "Open the other version", "打开另一版本";
    FOLLOWED = "Another page changed this plan; its version is shown. Undo brings yours back", "另一个页面修改了此方案，现显示其版本。撤销可恢复您的版本";

    // Steps.
    UNDO = "Undo", "撤销";
    REDO = "Redo", "重做";
    UNDO_STEP = "Undo: {step}", "撤销：{step}";
    REDO_STEP = "Redo: {step}", "重做：{step}";
    UNDONE = "Undone: {step}", "已撤销：{step}";
    REDONE = "Redone: {step}", "已重做：{step}";
    STEP_SET = "set {field} of {object}", "设置 {object} 的{field}";
    STEP_SET_PLAN = "set {field}", "设置{field}";
    STEP_ADD_VAULT = "add vault {object}", "添加备份库 {object}";
    STEP_ADD_MIRROR = "create mirror of {object}", "为 {object} 创建镜像库";
    STEP_DUPLICATE = "duplicate as {object}", "复制为 {object}";
    STEP_DELETE = "delete {object}", "删除 {object}";
    STEP_TYPED = "edit the text", "编辑文本";
    STEP_ADOPTED = "replace the plan with the text", "用文本替换方案";
    STEP_DROPPED = "put the draft aside", "放弃草稿";
    STEP_FOLLOWED = "take over the other page's version", "采用另一页面的版本";
    STEP_NEW = "start a new plan", "新建方案";
    STEP_OPENED = "open {file}", "打开 {file}";
    STEP_PASTED = "open the pasted text", "打开粘贴的文本";
    STEP_IMPORTED = "open {n} saved answers", "打开 {n} 个已保存的返回结果";
    STEP_EXAMPLE = "open the example {name}", "打开示例 {name}";
    STEP_PAIR = "plan a mirror", "规划镜像库";

    // Fields, named as in the vendor's console.
    FIELD_PLAN_NAME = "the plan's name", "方案名称";
    EDITION = "Edition", "规则版本";
    FIELD_EDITION = "the edition", "规则版本";
    VAULT_NAME = "Vault name", "备份库名称";
    REGION = "Region", "地域";
    ENCRYPTION = "Backup vault encryption method", "备份库加密方式";
    KMS_KEY = "KMS key", "KMS 密钥";
    REDUNDANCY = "Redundancy", "冗余类型";
    DESCRIPTION = "Description", "描述";
    SOURCE_VAULT = "Source vault", "源备份库";
    GENERATED = "generated", "自动生成";
    NOT_STATED = "Not stated", "未填写";
    DEFAULT_IS = "{value} (default)", "{value}（默认）";
    UNKNOWN_WORD = "{value} (not a known value)", "{value}（未知取值）";
    NO_TRIAL = "No, a paid vault", "否，付费备份库";

    // The frame.
    OPEN = "Open", "打开";
    EXPORT = "Export", "导出";
    SAVE_JSON = "Save file", "保存文件";
    COPY_JSON = "Copy JSON", "复制 JSON";
    SHOW_JSON = "Show JSON", "显示 JSON";
    MORE_FILES = "Plans and files", "方案与文件";
    THEME = "Theme", "主题";
    THEME_SYSTEM = "As the system", "跟随系统";
    THEME_LIGHT = "Light", "浅色";
    THEME_DARK = "Dark", "深色";
    SAVES_ITSELF = "Saves itself", "自动保存";
    PRIVATE = "Nothing leaves this page", "数据不会离开本页面";
    DROP_HERE = "Drop the files to open them", "松开以打开文件";
    SHOW_MORE = "Show {n} more", "再显示 {n} 项";
    AND_MORE = "and {n} more", "另有 {n} 项";
    LIST_COMMA = ", ", "，";
    SENTENCE_END = ". ", "。";
    STOP = ".", "。";
    YES = "Yes", "是";
    NO = "No", "否";
    UNKNOWN = "Unknown", "未知";
    DELETE = "Delete", "删除";
    DUPLICATE = "Duplicate", "复制一份";
    CAN_BE_UNDONE = "Undo brings everything back.", "可通过撤销全部恢复。";

    // The summary.
    ERROR_ONE = "{n} error", "{n} 个错误";
    ERROR_MANY = "{n} errors", "{n} 个错误";
    WARNING_ONE = "{n} warning", "{n} 个警告";
    WARNING_MANY = "{n} warnings", "{n} 个警告";
    ADVICE_ONE = "{n} piece of advice", "{n} 条建议";
    ADVICE_MANY = "{n} pieces of advice", "{n} 条建议";
    UNDECIDED_ONE = "{n} cannot decide", "{n} 项无法判定";
    UNDECIDED_MANY = "{n} cannot decide", "{n} 项无法判定";
    PASSED_ONE = "{n} passed", "{n} 项通过";
    PASSED_MANY = "{n} passed", "{n} 项通过";
    UNDECIDED = "Cannot decide", "无法判定";
    PASSED = "Passed", "通过";
    FAILED = "Failed", "未通过";
    NO_FINDING = "No findings", "没有发现问题";
    VERDICT_PASS = "The service would accept this plan", "服务会接受此方案";
    VERDICT_PASS_AS_SET = "Passes only by this plan's own settings: something is set aside or judged otherwise", "仅因方案自身的设置而通过：有问题被忽略或改变了级别";
    VERDICT_FAIL = "The service would refuse parts of this plan", "服务会拒绝此方案的部分内容";
    VERDICT_UNDECIDED = "Facts are missing for a verdict", "缺少判定所需的事实";
    VERDICT_INCOMPLETE = "The check stopped at its limit", "检查在达到上限时停止";

    // The outline and the overview.
    OVERVIEW = "Overview", "总览";
    OVERVIEW_TITLE = "Vaults and their mirrors", "备份库及其镜像库";
    ADD_VAULT = "Add vault", "添加备份库";
    FILTER = "Filter by name or ID", "按名称或 ID 筛选";
    NO_REGION = "Region not stated", "未填写地域";
    SOURCES = "Sources", "数据源";
    CLIENTS = "Clients", "客户端";
    POLICIES = "Policies", "策略";
    RESTORES = "Restores", "恢复";
    KIND_GENERAL = "General", "普通";
    KIND_TABLESTORE = "Tablestore", "表格存储";
    KIND_DATABASE = "Database", "数据库";
    KIND_ARCHIVE = "Archive", "归档";
    KIND_CONTAINER = "Container", "容器";
    KIND_OTHER = "Other type", "其他类型";
    MIRROR_SHORT = "Mirror", "镜像库";
    BACKUP_VAULT = "Backup vault", "备份库";
    MIRROR_VAULT = "Mirror vault", "镜像库";
    TARGET_VAULT = "Replication target vault", "复制目标备份库";
    WAS_MIRROR = "until 2026: mirror vault", "2026 年前称镜像库";
    IS_TARGET = "since 2026: replication target vault", "2026 年起称复制目标备份库";
    VAULT_ONE = "{n} vault", "{n} 个备份库";
    VAULT_MANY = "{n} vaults", "{n} 个备份库";
    MIRROR_ONE = "{n} mirror", "{n} 个镜像库";
    MIRROR_MANY = "{n} mirrors", "{n} 个镜像库";
    SOURCE_ONE = "{n} source", "{n} 个数据源";
    SOURCE_MANY = "{n} sources", "{n} 个数据源";
    MAY_MIRROR_HEAD = "May have a mirror", "可否创建镜像库";
    NO_VAULTS = "This plan has no vault yet. Add one, or open a file.", "此方案还没有备份库。请添加一个，或打开文件。";
    MIRRORS_WITHOUT_SOURCE = "Mirrors whose source is not in this plan", "源备份库不在方案中的镜像库";
    OBJECT_GONE = "This object is not in the plan", "方案中没有此对象";
    TO_OVERVIEW = "To the overview", "返回总览";

    // Mirrors.
    CREATE_MIRROR = "Create mirror", "创建镜像库";
    MIRROR_OF = "Mirror of {name}", "{name} 的镜像库";
    BACK_TO_VAULT = "Back to the vault", "返回备份库";
    ITS_MIRROR = "Its mirror", "其镜像库";
    ITS_MIRRORS = "Its mirrors", "其镜像库";
    TOO_MANY_MIRRORS = "Has {n} mirrors", "已有 {n} 个镜像库";
    NO_MIRROR_YET = "No mirror yet", "尚无镜像库";
    MAY_HAVE_MIRROR = "A copy in another region survives the loss of this one.", "在其他地域的副本可在本地域失效时保全数据。";
    MAY_NOT_HAVE_MIRROR = "This vault may not have a mirror.", "此备份库不能创建镜像库。";
    MIRROR_UNDECIDED = "Whether it may have a mirror cannot be decided yet.", "暂时无法判定能否创建镜像库。";
    WHY_SAME_REGION = "the source's region", "源备份库所在地域";
    REGIONS_MAINLAND = "Chinese mainland", "中国内地";
    REGIONS_ABROAD = "Outside the Chinese mainland", "中国内地以外";
    REGIONS_FINANCE = "Finance Cloud", "金融云";
    REGIONS_RETIRED = "No longer listed", "已不再列出";
    REGIONS_CONFIRMED = "Confirmed for cross-region backup", "已确认支持跨地域备份";
    REGIONS_UNCONFIRMED = "Support not confirmed", "尚未确认是否支持";
    REGIONS_REFUSED = "Would be refused", "会被拒绝";
    REGIONS_HINT = "{n} regions to choose from: {zoned} with zone redundancy, {confirmed} confirmed for cross-region backup.", "可选地域 {n} 个：同城冗余 {zoned} 个，已确认支持跨地域备份 {confirmed} 个。";
    CHOOSE_REGION = "Choose a region", "请选择地域";
    METHOD_MANAGED = "Cloud Backup-managed", "云备份托管";
    METHOD_KMS = "KMS", "KMS 加密";
    METHOD_UNKNOWN = "Not known", "未知";
    HOLDS_WHEN = "What it holds when", "何时拥有哪些数据";
    HOLDS_NEW = "New backups, in real time: {when}.", "新备份实时同步：{when}。";
    HOLDS_HISTORY = "The history begins to be copied: {when}.", "开始同步历史数据：{when}。";
    HOLDS_ALL_AT = "Everything that the source holds: {when}, at the stated bandwidth.", "拥有源备份库的全部数据：{when}（按所填带宽）。";
    HOLDS_ALL_NOW = "Everything that the source holds: already.", "已拥有源备份库的全部数据。";
    HOLDS_ALL_UNKNOWN = "Everything that the source holds: when is not known without amount and bandwidth.", "拥有源备份库的全部数据：缺少数据量与带宽，时间未知。";
    HOLDS_ALL_MISSING = "Everything that the source holds: not known; missing is: {what}.", "拥有源备份库的全部数据：时间未知，缺少：{what}。";
    AT_CREATION = "from its creation on", "自创建起";
    MINUTES_AFTER = "{n} minutes after its creation", "创建 {n} 分钟后";
    HOURS_AFTER = "about {n} hours after its creation", "创建约 {n} 小时后";
    DAYS_AFTER = "about {n} days after its creation", "创建约 {n} 天后";
    TIMES_UNCONFIRMED = "No page of this edition confirms these times.", "该版本的文档未确认这些时间。";
    STANDARD_TIER = "Only the standard tier is copied; archived points are never there.", "仅复制标准存储层，归档的备份点不会出现。";
    PERCENT_COPIED = "{n} % of the history is copied.", "历史数据已复制 {n}%。";
    RESTORABLE = "What can be restored from the mirror", "可从镜像库恢复的内容";
    RESTORABLE_FROM_VAULT = "What can be restored from this vault", "可从此备份库恢复的内容";
    WHAT_FOLLOWS = "What follows", "由此可知";
    CAN_BE_RESTORED = "Can be restored", "可以恢复";
    CANNOT_BE_RESTORED = "Cannot be restored", "不能恢复";
    ON_CLOUD = "on Alibaba Cloud", "阿里云上";
    ON_PREMISES = "on premises", "本地";
    ONLY_IN = "Only in {region}", "仅限 {region}";
    ONLY_IN_ITS_REGION = "Only in the mirror's own region", "仅限镜像库所在地域";
    CLIENT_ACTIVATED = "Needs an activated client", "需要已激活的客户端";
    CLIENT_UNLESS_OWN = "Needs an activated client, unless it is the instance that was backed up", "需要已激活的客户端（恢复到原实例除外）";
    CLIENT_REGISTERED = "Needs an activated client that is registered with the mirror", "需要已激活且注册到镜像库的客户端";
    CLIENT_GROUP = "Needs a group of clients", "需要客户端组";
    REGISTER_INSTANCE = "The instance has to be registered with it", "实例需先注册到该库";
    NEEDS_FOLDER = "A folder has to be there for the files", "需预先建好存放文件的目录";
    FULL_BACKUP_AFTER = "A full backup has to follow", "恢复后需执行一次全量备份";
    CHARGE = "Charge: {what}", "费用：{what}";
    CHARGE_FREE = "none", "免费";
    CHARGE_AMOUNT = "by the amount that is restored", "按实际恢复量";
    CHARGE_UNKNOWN = "not known", "未知";
    LINK_INTERNET = "Internet", "公网";
    LINK_VPN = "VPN", "VPN";
    LINK_EXPRESS = "Express Connect", "高速通道";
    WAY_PAGE = "on the Storage Vaults page", "存储库管理页面";
    WAY_POLICY = "by a policy", "策略";
    HAS_ITS_MIRROR = "Has its mirror", "已有镜像库";
    NOT_TREATED = "Not treated", "未说明";

    // Hints.
    NAME_LENGTH = "{n} of {limit} characters.", "{n} / {limit} 个字符。";
    ENCRYPTION_AS_SOURCE = "Must be the source's method; it cannot be changed later.", "必须与源备份库一致，之后不可更改。";
    KMS_KEY_OF_MIRROR = "Key ID or alias, of the mirror's region.", "镜像库所在地域的密钥 ID 或别名。";
    KEY_OF_SOURCE = "KMS key of the source's region", "源地域的 KMS 密钥";
    KEY_OF_MIRROR = "KMS key of the mirror's region", "镜像地域的 KMS 密钥";
    KEY_NOT_NAMED = "key not named", "未填写密钥";
    TRIAL_OF_UNKNOWN = "Yes, of a source not stated", "是，未注明数据源";
    REDUNDANCY_ZRS = "Zone-redundant (ZRS), as {region} has it", "同城冗余（ZRS），{region} 支持";
    REDUNDANCY_LRS = "Locally redundant (LRS): {region} has no zone redundancy", "本地冗余（LRS）：{region} 不支持同城冗余";
    REDUNDANCY_UNKNOWN = "Not known: no page says which {region} has", "未知：没有文档说明 {region} 的冗余类型";
    REDUNDANCY_NO_REGION = "Follows from the region", "由地域决定";
    REDUNDANCY_STATED = "The plan states {value}.", "方案中填写为 {value}。";
    NO_SOURCES = "No source of this plan names this vault.", "方案中没有数据源使用此备份库。";

    // Deleting.
    DELETE_WHAT = "Delete {name}?", "删除 {name}？";
    DELETE_VAULT_MEANS = "In the service, deleting a vault destroys the backups in it.", "在服务中，删除备份库会销毁其中的备份。";
    DELETE_MIRROR_MEANS = "In the service, deleting a mirror destroys the copies in it. Its source vault stays.", "在服务中，删除镜像库会销毁其中的副本，源备份库不受影响。";

    // Findings.
    ALL = "All", "全部";
    ERRORS = "Errors", "错误";
    WARNINGS = "Warnings", "警告";
    ADVICE = "Advice", "建议";
    FILTER_FINDINGS = "Filter findings", "筛选检查结果";
    JUDGED_BY = "Checked by the rulebook {edition}.", "依据规则版本 {edition} 检查。";
    NOTHING_FOUND = "Nothing to report. Every rule that applies holds.", "没有问题。所有适用规则均通过。";
    NOTHING_AS_SET = "Nothing is left to report, but by this plan's own settings: what they set aside stands below, and rules may be switched off or judged otherwise.", "没有剩余的问题，但这取决于方案自身的设置：被忽略的内容列在下方，规则也可能被关闭或改变了级别。";
    NOTHING_OF_KIND = "Nothing of this kind.", "没有此类结果。";
    STOPPED = "There are more findings than the check lists: mend some of these first.", "检查结果过多，未全部列出：请先处理其中一部分。";
    MEND_FIRST = "What to mend first", "优先处理";
    ALL_FINDINGS = "All {n} findings", "全部 {n} 项结果";
    RULE_PAGE = "Read about this rule", "查看此规则的文档";
    DOCUMENTATION = "Documentation", "文档";
    WHOLE_PLAN = "The plan as a whole", "整个方案";
    DETAILS = "Details and sources", "详情与出处";
    REMEDY = "What to do", "如何处理";
    FOUND_NEEDED = "Found and needed", "现值与应有值";
    SOURCES_READ = "Where it is written", "出处";
    HOW_TO_GET = "How to get it: {how}.", "获取方法：{how}。";
    CHANGES_MEANING = "This changes what you asked for.", "这会改变您原先的设定。";
    SAFE_FIX = "Removes the finding and changes nothing that you asked for.", "消除此问题，不改变您的设定。";
    RULE_WAITS = "{n} rule waits", "{n} 条规则等待";
    RULES_WAIT = "{n} rules wait", "{n} 条规则等待";
    WAITS_FOR = "Missing facts", "缺少的事实";
    WAITING_RULES = "Which rules wait", "等待的规则";
    SUPPLY_IT = "It belongs to ", "所属对象：";
    SUPPLY = "Supply it for {name}", "为 {name} 填写";
    STEP_SUPPLY = "supply a fact of {object}", "补充 {object} 的信息";
    WANTS_WHOLE = "A whole number is wanted here; this is not taken over.", "此处应为整数，未采用。";
    WANTS_MOMENT = "A time such as 2026-11-21T08:00:00Z is wanted here; this is not taken over.", "此处应为时间，例如 2026-11-21T08:00:00Z，未采用。";
    RULE = "Rule", "规则";
    PASSED_ABOUT = "How often each rule was checked, and with which result.", "每条规则的检查次数与结果。";
    PRACTICE = "Good practice ({n})", "最佳实践（{n}）";
    PRACTICE_ABOUT = "Advice for any plan: no defects of this one, and outside its verdict.", "适用于任何方案的建议：不是此方案的缺陷，也不影响判定。";
    SET_ASIDE_BY = "Reason: {reason}", "理由：{reason}";
    SET_ASIDE_OWNER = "answers for it: {owner}", "负责人：{owner}";
    SET_ASIDE_UNTIL = "until {until}", "有效期至 {until}";

    // Encryption.
    ENCRYPTION_ABOUT = "A mirror must use its source's method. Keys belong to a region: source and mirror each name their own.", "镜像库必须使用与源备份库相同的加密方式。密钥属于地域：源与镜像各用其所在地域的密钥。";
    ITS_METHOD = "Method and key", "加密方式与密钥";
    ITS_METHOD_MIRROR = "Mirror's method and key", "镜像库的加密方式与密钥";
    OUTCOME = "Outcome", "结论";
    MATCH = "Match", "一致";
    MISMATCH = "Mismatch", "不一致";
    IMPOSSIBLE = "Impossible", "不可能";
    NO_PAIRS = "This plan has no mirror yet, so there is nothing to compare.", "此方案还没有镜像库，没有可比较的内容。";
    WITHOUT_MIRROR = "Vaults without a mirror", "没有镜像库的备份库";

    // Text.
    TEXT_TITLE = "The plan as text", "方案文本";
    TEXT_CHECK = "What the text says", "文本检查";
    TEXT_READS = "Reads well", "可正常读取";
    TEXT_ABOUT = "Everything in the plan can be edited here. Each pause is a step that can be undone.", "方案的全部内容都可在此编辑。每次停顿算一步，可撤销。";
    DRAFT = "Draft", "草稿";
    DRAFT_ABOUT = "This text does not read yet. It is kept and saved as it is; the other views show the last plan that could be read.", "此文本暂时无法读取。它会原样保留并保存；其他视图显示上一个可读取的方案。";
    DRAFT_STALE = "This text reads, but the plan was edited in another view meanwhile. Replacing the plan takes those edits away; undo brings them back.", "此文本可以读取，但方案已在其他视图中修改。用它替换方案会覆盖这些修改；可通过撤销恢复。";
    DRAFT_ADOPT = "Replace the plan with this text", "用此文本替换方案";
    DRAFT_DROP = "Put the draft aside", "放弃草稿";
    DRAFT_ELSEWHERE = "The text view holds a draft that does not read yet. Here you see the last plan that could be read.", "文本视图中有暂时无法读取的草稿。此处显示上一个可读取的方案。";
    DRAFT_OPEN = "Go to the draft", "转到草稿";
    PROBLEM_ONE = "{n} problem", "{n} 个问题";
    PROBLEM_MANY = "{n} problems", "{n} 个问题";
    PLACE = "Line {line}, column {column}", "第 {line} 行第 {column} 列";
    LINE = "Line {line}", "第 {line} 行";

    // Files.
    FILES_ABOUT = "Plans live in this browser. Files are read here and go nowhere else.", "方案保存在此浏览器中。文件仅在此处读取，不会上传。";
    MY_PLANS = "My plans", "我的方案";
    NO_PLANS = "Nothing is saved on this device yet.", "本设备上还没有保存的方案。";
    NEW_PLAN = "New plan", "新建方案";
    OPEN_NOW = "Open", "当前";
    OPEN_FILES = "Open", "打开";
    CHOOSE_FILES = "Choose files", "选择文件";
    OR_DROP = "or drop them anywhere on this page", "或拖放到本页任意位置";
    PASTE = "Or paste a document", "或粘贴文档";
    OPEN_PASTED = "Open the pasted text", "打开粘贴的文本";
    TAKE = "Take away", "导出";
    TAKE_ABOUT = "The topology document, in its canonical form. The command and other pages read the same file.", "规范格式的拓扑文档，命令行和其他页面读取同一文件。";
    TAKE_DRAFT = "The draft in the text view is not part of it.", "文本视图中的草稿不包含在内。";
    OPEN_REFUSED = "This could not be opened", "无法打开";
    OPEN_UNTOUCHED = "Your open plan is untouched.", "当前方案未受影响。";
    OPEN_NOTHING = "There is nothing to read.", "没有可读取的内容。";
    NOT_RECOGNISED = "this is neither a topology document nor a saved answer of the service", "这既不是拓扑文档，也不是保存的服务返回结果";
    OPEN_UNREADABLE = "{file} could not be read.", "无法读取 {file}。";
    OPEN_TOO_LARGE = "{file} is larger than 64 MiB.", "{file} 超过 64 MiB。";
    OPEN_BAD = "{file} is not a plan that this release reads.", "{file} 不是此版本可读取的方案。";
    OPEN_PASTED_BAD = "The pasted text is not a plan that this release reads.", "粘贴的文本不是此版本可读取的方案。";

    IMPORTED = "What was understood", "导入结果";
    NEWER_FIELDS = "The answers carry fields of the newer generation.", "返回结果带有新一代接口的字段。";
    SWITCH_EDITION = "Check by {edition}", "改用 {edition}";
    REMARK_ONE = "{n} remark", "{n} 条说明";
    REMARK_MANY = "{n} remarks", "{n} 条说明";
    IGNORED_ONE = "{n} field ignored", "忽略 {n} 个字段";
    IGNORED_MANY = "{n} fields ignored", "忽略 {n} 个字段";

    // The doors and the examples.
    WELCOME = "Plan backups that survive a region", "规划可跨地域容灾的备份";
    WELCOME_ABOUT = "Vaultplan checks Alibaba Cloud Backup topologies against the service's documented rules, as you edit. It runs in this page; nothing that you type leaves it.", "Vaultplan 在您编辑的同时，依据服务文档中的规则检查阿里云云备份拓扑。一切在本页面内运行，您输入的内容不会离开。";
    DOOR_PAIR = "Plan a mirror", "规划镜像库";
    DOOR_PAIR_ABOUT = "A vault, its mirror in another region, and an encryption method that fits.", "一个备份库、其他地域的镜像库，以及相符的加密方式。";
    SOURCE_REGION = "Source region", "源地域";
    MIRROR_REGION = "Mirror region", "镜像地域";
    CREATE_PAIR = "Create the pair", "创建";
    PAIR_NAME = "{from} to {to}", "{from} 至 {to}";
    DOOR_ESTATE = "Bring your estate", "导入现有环境";
    DOOR_ESTATE_ABOUT = "Save what the service lists, region by region, and drop the files here.", "按地域保存服务列出的内容，并将文件拖放到此处。";
    DOOR_REGIONS = "Regions", "地域";
    DOOR_COMMAND = "Command for a shell or Cloud Shell", "用于 Shell 或云命令行的命令";
    DOOR_POLICY = "The permission that it needs", "所需权限";
    DOOR_POLICY_LABEL = "RAM policy, read-only", "RAM 权限策略（只读）";
    DOOR_FILES = "Open the saved files", "打开已保存的文件";
    DOOR_EXAMPLE = "Open an example", "打开示例";
    DOOR_EXAMPLE_ABOUT = "Look around first; undo takes you back.", "先随意看看，撤销即可返回。";
}

#[cfg(test)]
mod tests {
    use super::*;
    use vaultplan::lang::Lang;

    fn holes(text: &str) -> Vec<&str> {
        let mut holes: Vec<_> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .collect();
        holes.sort_unstable();
        holes
    }

    fn every() -> impl Iterator<Item = &'static (&'static str, &'static Text)> {
        // A module of words is a line here.
        [
            EVERY,
            cost::EVERY,
            coverage::EVERY,
            explain::EVERY,
            findings::EVERY,
            forms::EVERY,
            keep::EVERY,
            opening::EVERY,
            share::EVERY,
            map::EVERY,
            shell::EVERY,
        ]
        .into_iter()
        .flatten()
    }

    #[test]
    fn the_page_greets_in_the_planner_s_words_before_the_planner_is_there() {
        let page = include_str!("../../../index.html");
        for text in [WELCOME, WELCOME_ABOUT] {
            for lang in Lang::ALL {
                assert!(page.contains(text.get(lang)), "{}", text.get(lang));
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_holes() {
        for (name, text) in every() {
            assert_eq!(
                holes(text.get(Lang::En)),
                holes(text.get(Lang::Zh)),
                "{name}"
            );
        }
    }

    #[test]
    fn no_text_is_empty_or_left_in_the_other_language() {
        for (name, text) in every() {
            let (en, zh) = (text.get(Lang::En), text.get(Lang::Zh));
            assert!(!en.trim().is_empty() && !zh.trim().is_empty(), "{name}");
            assert!(
                en.chars().all(|c| !('\u{4e00}'..='\u{9fff}').contains(&c)),
                "{name}"
            );
        }
    }
}
