//! What is said around a rule's explanation.

use vaultplan::lang::Text;

words! {
    WHAT = "What the rule checks", "规则检查什么";
    WHY = "Why it matters", "为何重要";
    RESTS_ON = "What it rests on", "依据";
    COMING = "Fetching the explanation", "正在获取说明";
    FAILED = "The explanation could not be fetched. Check the network, then try again.", "无法获取规则说明。请检查网络后重试。";
    AGAIN = "Try again", "重试";
}
