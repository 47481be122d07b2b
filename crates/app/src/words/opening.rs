//! What is said of plans that are brought: previews, links, examples.

use vaultplan::lang::Text;

words! {
    TITLE = "Open this plan?", "打开此方案？";
    TITLE_SEVERAL = "Open one of these plans?", "打开其中一个方案？";
    SEVERAL = "{n} plans were brought. One is opened at a time; the others stay where they are.", "共有 {n} 个方案。一次打开一个，其余保持原样。";
    HOLDS = "What it holds", "包含的内容";
    HOLDS_NOTHING = "No objects yet", "尚无对象";
    SAYS = "What the rules say", "检查结果";
    RULEBOOK = "Edition", "规则版本";
    CLIENT_ONE = "{n} client", "{n} 个客户端";
    CLIENT_MANY = "{n} clients", "{n} 个客户端";
    POLICY_ONE = "{n} policy", "{n} 条策略";
    POLICY_MANY = "{n} policies", "{n} 条策略";
    RESTORE_ONE = "{n} restore", "{n} 项恢复";
    RESTORE_MANY = "{n} restores", "{n} 项恢复";
    KEY_ONE = "{n} key", "{n} 个密钥";
    KEY_MANY = "{n} keys", "{n} 个密钥";
    CHANGE_ONE = "{n} change", "{n} 项变更";
    CHANGE_MANY = "{n} changes", "{n} 项变更";
    KEPT = "The plan that is open, {name}, stays in My plans unless you replace it; undo then brings it back.", "当前打开的方案“{name}”会保留在“我的方案”中；如选择替换，可用撤销恢复。";
    OPEN_OWN = "Open as a plan of its own", "作为独立方案打开";
    OPEN_IT = "Open", "打开";
    REPLACE = "Replace the open plan", "替换当前方案";
    NOT_READ = "Not understood", "无法读取的内容";
    NOT_READ_MEANS = "These are left out.", "以下内容将被忽略。";
    LESSONS = "Lessons: ten estates, each with one fault", "课程：十个环境，各有一处错误";
    LESSON_LOOK = "What to look at", "看点";
    LESSON_TRY = "What to try", "试一试";
    LESSON_RULE = "Read about the rule", "查看相关规则";
    SWITCH_LATER = "Once the plan is open, you can have it checked by the newer edition.", "打开方案后，可改用较新的规则版本检查。";
    UNDATED = "page without date, read in {when}", "页面未注明日期，读取于 {when}";
    READING = "Reading {file}…", "正在读取 {file}…";
    STEP_SHARED = "open the shared plan", "打开分享的方案";
    LINK_NEWER = "This link was made by a newer release of Vaultplan. Reload the page to get it, then open the link again.", "此链接由更新版本的 Vaultplan 生成。请重新加载页面以更新，然后再次打开链接。";
    LINK_DAMAGED = "This link is cut off or damaged, so the plan in it cannot be read. Ask for it again, as a file if mail or chat shortens links.", "此链接不完整或已损坏，无法读取其中的方案。请重新索取；如果邮件或聊天工具会截断链接，请改用文件。";
    LINK_TOO_LARGE = "The plan in this link is larger than 64 MiB, more than a plan may be.", "此链接中的方案超过 64 MiB，超出方案的上限。";
    LINK_NO_STREAMS = "This browser cannot decompress links. Use a newer one, or ask for the plan as a file.", "此浏览器无法解压链接。请使用较新的浏览器，或索取方案文件。";
    NO_EXAMPLE = "There is no example “{file}”. The page of files lists all.", "没有示例“{file}”。文件页面列出了全部示例。";
    EXAMPLE_MISSING = "The example “{file}” could not be fetched. It lies beside the planner; when the network is back, try again.", "无法获取示例“{file}”。示例文件位于规划器旁，请在网络恢复后重试。";
}
