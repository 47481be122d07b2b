//! Words of steps, versions and kept plans.

use vaultplan::lang::Text;

words! {
    // Steps.
    HISTORY = "History", "历史记录";
    HISTORY_ABOUT = "The steps of this plan, kept with it. Choose one to go there; nothing is lost until you change something.", "此方案的步骤，随方案保存。选择任意一步即可跳转；在您做出新修改之前不会丢失。";
    HISTORY_EMPTY = "Nothing to undo yet.", "暂无可撤销的步骤。";
    HISTORY_BEGIN = "As it was opened", "打开时的状态";
    STEP_NOW = "Current", "当前";
    STEP_UNDONE = "Undone", "已撤销";
    MORE_STEPS = "Show {n} older steps", "显示更早的 {n} 步";
    STEP_SPLIT = "keep as a second plan", "另存为第二个方案";
    STEP_DELETE_PLAN = "delete the plan “{name}”", "删除方案 “{name}”";
    STEP_RESTORED = "go back to the version “{name}”", "恢复到版本 “{name}”";
    STEPS_DROPPED = "The steps that were kept with this plan do not fit it and were put aside. The plan itself is untouched.", "随此方案保存的步骤与其不符，已舍弃。方案本身未受影响。";

    // Versions.
    VERSIONS = "Versions of this plan", "此方案的版本";
    VERSIONS_ABOUT = "Moments worth coming back to. They stay until you delete them.", "值得回看的时刻。除非您删除，否则一直保留。";
    NO_VERSIONS = "No version is kept yet.", "尚未保留任何版本。";
    VERSION_NAME = "Name of the version", "版本名称";
    VERSION_HINT = "For example: before the review", "例如：评审之前";
    VERSION_N = "Version {n}", "版本 {n}";
    KEEP_VERSION = "Keep a version", "保留版本";
    ALL_VERSIONS = "Compare and restore versions", "比较与恢复版本";
    VERSION_KEPT = "The version “{name}” is kept.", "已保留版本 “{name}”。";
    VERSION_DELETED = "The version “{name}” is deleted.", "已删除版本 “{name}”。";
    VERSION_LOST = "The version “{name}” could not be read.", "无法读取版本 “{name}”。";
    COMPARE_NAMED = "Compare “{name}” with now", "将 “{name}” 与当前比较";
    RESTORE = "Restore", "恢复";
    RESTORE_NAMED = "Restore {name}", "恢复 {name}";
    DELETE_NAMED = "Delete {name}", "删除 {name}";
    CHANGED_SINCE = "Changes since “{name}”", "自 “{name}” 以来的变更";
    CHANGED_NOTHING = "Nothing has changed since then.", "此后没有任何变更。";
    CHANGED_WHERE = "Where", "位置";
    CHANGED_THEN = "Then", "当时";
    CHANGED_NOW = "Now", "当前";
    CHANGES_MORE = "and {n} more changes", "以及另外 {n} 项变更";

    // Plans.
    PLANS_ABOUT = "Saved on this device after every step.", "每一步之后都保存在本设备上。";
    PLANS_IN_MEMORY = "Kept in this page only: these plans are gone when it is closed.", "仅保存在此页面中，关闭页面后即消失。";
    PLANS_FILTER = "Filter plans by name", "按名称筛选方案";
    PLANS_SORT = "Order", "排序";
    BY_CHANGE = "Last change", "最近修改";
    BY_NAME = "Name", "名称";
    BY_VERDICT = "Verdict", "判定";
    BY_SIZE = "Size", "大小";
    NONE_NAMED_SO = "No plan is named so.", "没有符合的方案。";
    ALL_PLANS = "Show all {n} plans", "显示全部 {n} 个方案";
    VERDICT_PASS = "Pass", "通过";
    VERDICT_FAIL = "Fail", "未通过";
    VERDICT_UNDECIDED = "Undecided", "无法判定";
    VERDICT_INCOMPLETE = "Incomplete", "未完成";
    VERDICT_UNKNOWN = "Not checked yet", "尚未检查";
    RENAME = "Rename", "重命名";
    RENAME_NAMED = "Rename {name}", "重命名 {name}";
    NEW_NAME = "New name", "新名称";
    DUPLICATE_NAMED = "Duplicate {name}", "复制 {name}";
    COPY_NAME = "{name} (copy)", "{name}（副本）";
    SPLIT_NAME = "{name} (from another tab)", "{name}（来自另一标签页）";
    PLAN_DELETED = "“{name}” is deleted. It can be brought back for 30 days.", "已删除 “{name}”，30 天内可恢复。";
    BRING_BACK = "Undo", "撤销";
    DELETED_PLANS = "Deleted plans ({n})", "已删除的方案（{n}）";
    DELETED_AT = "deleted {when}", "{when}删除";
    BRING_BACK_PLAN = "Bring back", "恢复";
    BRING_BACK_NAMED = "Bring back {name}", "恢复 {name}";
    PURGE = "Delete for good", "彻底删除";
    PURGE_NAMED = "Delete for good: {name}", "彻底删除 {name}";

    // What cannot be read.
    PLAN_DAMAGED = "Cannot be read: what is stored is damaged. Nothing was changed there.", "无法读取：存储内容已损坏，未做任何更改。";
    PLAN_LATER = "Written by a later release of the planner. Nothing was changed there.", "由更新版本的规划器写入，未做任何更改。";
    DAMAGED_PLANS = "{n} saved plan cannot be read. It was left as it is; you can save what is stored as a file.", "有 {n} 个已保存的方案无法读取。内容保持原样，您可将存储内容另存为文件。";
    DAMAGED_PLANS_MANY = "{n} saved plans cannot be read. They were left as they are; you can save what is stored as files.", "有 {n} 个已保存的方案无法读取。内容保持原样，您可将存储内容另存为文件。";
    SHOW_THEM = "Show in Files", "在文件视图中显示";
    SAVE_RAW = "Save what is stored", "保存存储内容";
    SAVE_RAW_NAMED = "Save what is stored of {name} as a file", "保存存储内容：{name}";

    // Storage.
    NOT_SAVED_LATER = "Not saved on this device: a later release of the planner has changed its storage. Reload the page; save a file first to keep your work.", "未保存在本设备上：更新版本的规划器已更改存储。请先保存为文件，再重新加载页面。";
    NEARLY_FULL = "Storage is {percent} full: {used} of {quota}. Delete plans or versions that you no longer need.", "存储已用 {percent}：{used} / {quota}。请删除不再需要的方案或版本。";
    MAY_BE_CLEARED = "The browser may clear these plans when the device runs short of space.", "设备空间不足时，浏览器可能会清除这些方案。";
    NOT_PERSISTED = "The browser did not agree: it may clear these plans when the device runs short of space. Save those that matter as files.", "浏览器未同意：设备空间不足时可能会清除这些方案。请将重要方案另存为文件。";
    PERSISTED = "The browser keeps these plans until you delete them.", "浏览器会一直保留这些方案，直到您删除。";
    ASK_TO_PERSIST = "Ask it to keep them", "请求浏览器保留";
}
