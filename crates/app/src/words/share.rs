//! What is said of sharing.

use vaultplan::lang::Text;

words! {
    SHARE = "Share", "分享";
    TITLE = "Share this plan", "分享此方案";
    ABOUT = "The link holds the whole plan, compressed, behind its # sign. That part is sent to no server; whoever has the link can read the plan.", "链接在 # 号之后包含压缩后的完整方案。该部分不会发送给任何服务器；获得链接的人都能读取方案。";
    MAKING = "Making the link…", "正在生成链接…";
    LINK = "Link", "链接";
    COPY_LINK = "Copy link", "复制链接";
    LENGTH = "Length of the link: {n} characters", "链接长度：{n} 个字符";
    FITS_ANYWHERE = "Safe anywhere: up to 2,000 characters.", "任何场合均可使用：不超过 2,000 个字符。";
    FITS_BROWSERS = "Works in browsers, up to 8,000 characters. Some mail and chat programs cut links longer than 2,000.", "可在浏览器中使用：不超过 8,000 个字符。部分邮件和聊天工具会截断超过 2,000 个字符的链接。";
    TOO_LONG = "This plan is too large for a link: {n} characters, and browsers take 8,000. Send it as a file instead.", "此方案过大，无法用链接分享：共 {n} 个字符，浏览器最多接受 8,000 个。请改为发送文件。";
    NO_STREAMS = "This browser cannot compress, so it can make no link. Send the plan as a file instead.", "此浏览器无法压缩，因而不能生成链接。请改为发送文件。";
    OTHER_WAYS = "Other ways", "其他方式";
    COPY_MARKDOWN = "Copy as Markdown", "复制为 Markdown";
    MARKDOWN_ABOUT = "Summary, vaults and findings with their sources, for tickets and wikis.", "概要、备份库以及带出处的检查结果，适用于工单和知识库。";
    JSON_ABOUT = "The document itself.", "方案文档本身。";
    WITHOUT_DRAFT = "The draft in the text view is not part of it.", "文本视图中的草稿不包含在内。";
}
