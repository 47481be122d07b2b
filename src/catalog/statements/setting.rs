//! Statements about the settings of a plan.

use super::statements;

statements! {
    /// Settings name rules.
    SETTINGS_NAME_RULES = "settings-name-rules",
        "a setting that changes how a rule reports names that rule, so that a reader of the result can see what was changed",
        "更改规则报告方式的设置须指明该规则，使结果的读者能看到改动",
        [SARIF];
    /// What is set aside stays visible.
    SUPPRESSIONS_END = "suppressions-stay-visible",
        "a result that is set aside stays in the result with its reason and its state; one that no longer holds counts again",
        "被忽略的结果仍连同理由与状态保留在结果中；不再有效的忽略重新计入",
        [SARIF];
}
