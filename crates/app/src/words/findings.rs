//! Words of the findings: how they are listed, mended, explained and set aside, and what editions say differently.

use vaultplan::lang::Text;

words! {
    // The list.
    GROUP_BY = "Group by", "分组方式";
    GROUP_OBJECT = "Object", "对象";
    GROUP_RULE = "Rule", "规则";
    GROUP_CATEGORY = "Category", "类别";
    GROUP_SEVERITY = "Severity", "级别";
    SORT_BY = "Sort by", "排序方式";
    SORT_GRAVEST = "Gravest first", "最严重的在前";
    SORT_PLAN = "Order of the plan", "方案中的顺序";
    SORT_NAME = "Name of the object", "对象名称";
    SORT_RULE = "Order of the rulebook", "规则手册的顺序";
    CATEGORY = "Category", "类别";
    KIND = "Kind of object", "对象类型";
    EVERY_CATEGORY = "All categories", "全部类别";
    EVERY_KIND = "All kinds", "全部类型";
    SEARCH = "Text, name or rule", "文字、名称或规则";
    LISTED_ONE = "{n} of {all} findings", "共 {all} 项，显示 {n} 项";
    CLEAR_FILTERS = "Clear the filters", "清除筛选";
    NOTHING_FITS = "No finding fits these filters.", "没有符合筛选条件的结果。";
    OF_GROUP = "{n} in this group", "本组 {n} 项";

    // Mending.
    SAFE_ONE = "{n} finding can be mended without changing what you asked for.", "{n} 项可在不改变您设定的情况下修复。";
    SAFE_MANY = "{n} findings can be mended without changing what you asked for.", "{n} 项可在不改变您设定的情况下修复。";
    APPLY_SAFE_ONE = "Apply the safe fix", "应用此安全修复";
    APPLY_SAFE_MANY = "Apply all {n} safe fixes", "应用全部 {n} 项安全修复";
    BY_RULE = "Mend rule by rule", "按规则修复";
    BY_RULE_ABOUT = "Takes the first fix of each finding of the rule, as one step. Undo takes them all back.", "对该规则的每项结果采用第一种修复，作为一个步骤，可一并撤销。";
    MEND_RULE_ONE = "Mend {n} of {rule}", "修复 {rule} 的 {n} 项";
    IS_SAFE = "changes nothing that you asked for", "不改变您的设定";
    IS_NOT_SAFE = "changes what you asked for", "会改变您的设定";
    STEP_SAFE_ONE = "apply {n} safe fix", "应用 {n} 项安全修复";
    STEP_SAFE_MANY = "apply {n} safe fixes", "应用 {n} 项安全修复";
    STEP_RULE_ONE = "mend {n} finding of {rule}", "修复 {rule} 的 {n} 项结果";
    STEP_RULE_MANY = "mend {n} findings of {rule}", "修复 {rule} 的 {n} 项结果";
    APPLIED = "Done: {step}.", "已完成：{step}。";
    UNDO_IT = "Undo", "撤销";
    SHOW_CHANGE = "Show what changes", "显示变更内容";
    HIDE_CHANGE = "Hide what changes", "隐藏变更内容";
    THE_CHANGE = "What changes in the text of the plan", "方案文本的变更";
    LINE_GONE = "removed:", "删除：";
    LINE_NEW = "added:", "添加：";
    FROM_LINE = "From line {n}", "自第 {n} 行起";

    // A finding.
    TO_FIELD = "Go to the field", "转到该字段";
    WHY_THIS = "Which values decided", "由哪些值决定";
    HIDE_WHY = "Hide the values", "隐藏这些值";
    DECIDED_BY = "Without one of these values, the rule would say something else:", "缺少其中任何一个值，规则的结论都会不同：";
    DECIDED_BY_NONE = "No single value decides: taking any one of them away leaves the verdict as it is.", "没有单独起决定作用的值：去掉任何一个值，结论都不变。";
    DECIDED_ELSEWHERE = "This verdict follows from the plan as a whole, not from single values around this object.", "该结论取决于方案整体，而非此对象周围的单个值。";
    DECIDED_CUT = "More values stand around this object than were tried.", "此对象周围的值较多，未全部尝试。";
    WITHOUT_IT = "without it: {seen}", "没有它时：{seen}";
    POINTS_AT = "the value at which the finding points", "此结果所指的值";
    SEEN_NOT_APPLICABLE = "the rule does not apply", "规则不适用";
    SEEN_PASS = "passes", "通过";
    SEEN_UNDECIDED = "cannot decide", "无法判定";
    SEEN_FAIL = "fails", "未通过";
    WHO_PASSES = "Objects", "对象";
    WHO_PASSES_RULE = "Objects that {rule} judged", "{rule} 判定过的对象";
    CHECKED_WITH = "What the rule said, object by object. Choose one to see which values decided.", "规则对各对象的结论。选择一个对象以查看由哪些值决定。";
    NO_OBJECT = "Single objects cannot be asked about this rule.", "此规则无法按单个对象查询。";

    // Setting aside.
    SUPPRESS = "Set aside…", "忽略…";
    SUPPRESS_RULE = "Set aside: {rule}", "忽略：{rule}";
    SUPPRESS_ABOUT = "The finding stays on record with your reason, below the list. It no longer counts in the verdict until you take it back or its time is over.", "该结果连同理由保留在列表下方，在您收回或期限届满之前不再计入判定。";
    SUPPRESS_WHAT = "What is set aside", "忽略范围";
    SUPPRESS_ONE = "This rule on {name} only", "仅对 {name} 忽略此规则";
    SUPPRESS_ALL = "This rule on every object of the plan", "对方案中的所有对象忽略此规则";
    REASON = "Reason", "理由";
    REASON_NEEDED = "Give a reason: whoever reads the plan later wants to know it.", "请填写理由：日后阅读方案的人需要知道。";
    OWNER = "Who answers for it (optional)", "负责人（可选）";
    UNTIL = "Last day on which it holds (optional)", "有效期的最后一天（可选）";
    UNTIL_HINT = "After this day (in UTC) it counts again. Without a day it holds for good.", "该日（UTC）之后重新计入；不填则一直有效。";
    UNTIL_OVER = "This day is over already.", "该日期已过。";
    UNTIL_WRONG = "Give the day as year, month and day.", "请填写年、月、日。";
    DO_SUPPRESS = "Set aside", "忽略";
    STEP_SUPPRESS = "set aside {rule}", "忽略 {rule}";
    STEP_SUPPRESS_ON = "set aside {rule} on {object}", "对 {object} 忽略 {rule}";
    JUDGE_AGAIN = "Judge it again", "重新判定";
    STEP_JUDGE_AGAIN = "judge {rule} again", "重新判定 {rule}";
    SEVERITY = "Severity…", "级别…";
    SEVERITY_OF = "Severity of {rule} in this plan", "{rule} 在此方案中的级别";
    SEVERITY_ABOUT = "It holds for this plan alone and is written into it. A rule that is switched off is not judged at all.", "仅对此方案有效，并写入方案。关闭的规则不再判定。";
    SEVERITY_BOOK = "As the rulebook says: {severity}", "按规则手册：{severity}";
    SEVERITY_OFF = "Off", "关闭";
    STEP_SEVERITY = "judge {rule} as {severity}", "将 {rule} 的级别设为{severity}";
    STEP_SEVERITY_OFF = "switch {rule} off", "关闭 {rule}";
    STEP_SEVERITY_BOOK = "judge {rule} as the rulebook says", "按规则手册判定 {rule}";
    SETTINGS = "What this plan judges otherwise", "此方案的特别判定";
    ASIDE_ONE = "{n} finding set aside", "已忽略 {n} 项结果";
    ASIDE_MANY = "{n} findings set aside", "已忽略 {n} 项结果";
    ASIDE_NONE = "sets nothing aside", "未忽略任何结果";
    ASIDE_OVER = "its time is over", "已过期";
    ON_OBJECT = "on {name}", "对象：{name}";
    ON_EVERY = "on every object", "所有对象";
    OTHERWISE = "judged as {severity}; the rulebook says {book}", "按{severity}判定，规则手册为{book}";
    SWITCHED_OFF = "switched off; the rulebook says {book}", "已关闭，规则手册为{book}";

    // Editions.
    UNDER = "under {edition}:", "按 {edition}：";
    SAME_FINDINGS = "the same findings", "结果相同";
    FEWER_ONE = "{n} finding fewer", "少 {n} 项";
    FEWER_MANY = "{n} findings fewer", "少 {n} 项";
    MORE_ONE = "{n} more", "多 {n} 项";
    MORE_FIRST_ONE = "{n} finding more", "多 {n} 项";
    MORE_FIRST_MANY = "{n} findings more", "多 {n} 项";
    CHANGED_ONE = "{n} judged otherwise", "{n} 项级别或判定不同";
    COMPUTING = "computing…", "正在计算…";
    COMPARE_EDITIONS = "Show what the editions say differently", "显示各版本结论的差异";
    EDITIONS_TITLE = "What another edition says", "其他版本的结论";
    EDITIONS_ABOUT = "This plan, judged by two editions of the rulebook. Findings that both have are left out.", "同一方案按两个规则版本判定的差异。两者相同的结果不列出。";
    COMPARE_WITH = "Compare with", "对比版本";
    ONLY_IN = "Only in {edition}", "仅见于 {edition}";
    GONE_NONE = "Nothing that the other does not say as well.", "没有对方未提及的内容。";
    IN_BOTH = "In both, judged otherwise", "两者均有，但判定不同";
    WAS = "in {edition}:", "{edition}：";
    SWITCH_TO = "Switch to {edition}", "切换到 {edition}";
    BACK_TO_LIST = "Back to the findings", "返回检查结果";
    SAY_THE_SAME = "Both editions say the same about this plan.", "两个版本对此方案的结论相同。";

    // The order of changes.
    ORDER_TITLE = "Changes in order", "变更顺序";
    ORDER_GOOD = "The service accepts the steps in the order in which they stand.", "服务接受当前的步骤顺序。";
    ORDER_CIRCLE = "Some steps need each other in a circle: no order helps.", "部分步骤相互依赖，任何顺序都不可行。";
    ORDER_ABOUT = "The order that the service accepts, nearest to yours:", "服务可接受且最接近您的顺序：";
    ORDER_MOVED = "was step {n}", "原第 {n} 步";
    ORDER_AFTER = "after step {n}: {why}", "在第 {n} 步之后：{why}";
    ORDER_NEEDED = "missing before step {n}", "第 {n} 步之前缺少此步";
    ORDER_TAKE = "Take over this order", "采用此顺序";
    STEP_ORDER = "put the changes in order", "调整变更顺序";

    // Supplying.
    KEY_REGION = "Region of key {name}", "密钥 {name} 的地域";
    STEP_KEY_REGION = "add key {key} with its region", "添加密钥 {key} 及其地域";
}
