//! What the template says, in both languages. Texts about the service come from the engine's catalogue.

use vaultplan::finding::Safety;
use vaultplan::lang::{Lang, Text};

const fn text(en: &'static str, zh: &'static str) -> Text {
    Text::new(en, zh)
}

pub(crate) const SKIP: Text = text("Skip to the content", "跳到正文");
pub(crate) const MAIN_NAV: Text = text("Main", "主导航");
pub(crate) const START: Text = text("Start", "首页");
pub(crate) const CONCEPTS: Text = text("Vaults and mirrors", "备份库与镜像库");
pub(crate) const EXAMPLES: Text = text("Examples", "示例");
pub(crate) const TO_TRY: Text = text("Try: ", "试一试：");
pub(crate) const OPEN_IN_PLANNER: Text = text("Open in the planner", "在规划器中打开");
pub(crate) const COST: Text = text("Cost", "成本");
pub(crate) const PRICES: Text = text("Prices", "价格");
pub(crate) const RULES: Text = text("Rules", "规则");
pub(crate) const GLOSSARY: Text = text("Glossary", "术语表");
pub(crate) const PLANNER: Text = text("Open the planner", "打开规划器");
pub(crate) const ON_THIS_PAGE: Text = text("On this page", "本页内容");
pub(crate) const IN_CATEGORY: Text = text("In this category", "同类规则");
pub(crate) const BREADCRUMB: Text = text("You are here", "当前位置");
pub(crate) const NOTHING_LEAVES: Text = text(
    "The examples are judged by this page itself; nothing that you type leaves it.",
    "示例由本页面自行检查，您输入的内容不会离开本页面。",
);
pub(crate) const INDEPENDENT: Text = text(
    "Vaultplan is independent of Alibaba Cloud. Each statement names the public page on which it rests, and its date.",
    "Vaultplan 独立于阿里云。每条陈述都注明其所依据的公开页面及日期。",
);

pub(crate) const RULES_TITLE: Text = text("All rules", "全部规则");
pub(crate) const RULES_LEAD: Text = text(
    "What Vaultplan checks, by subject. Each rule has a page with the reason, the remedy, its sources, and two examples to try.",
    "Vaultplan 检查的内容，按主题排列。每条规则都有一页，说明原因、改法和依据，并附两个可以动手修改的示例。",
);
pub(crate) const HOW_MANY: Text = text("{count} rules", "共 {count} 条规则");
pub(crate) const NOT_IN_ALL: Text = text("holds in: {editions}", "适用版本：{editions}");

pub(crate) const GLOSSARY_TITLE: Text = text("Terms and their names", "术语及其名称");
pub(crate) const GLOSSARY_LEAD: Text = text(
    "What the service calls its parts, in English and Chinese, now and in earlier years. Texts that hold in several editions use the name in the heading.",
    "服务各部分的中英文名称，包括现在和以往的叫法。适用于多个版本的文字使用标题中的名称。",
);
pub(crate) const ALL_EDITIONS: Text = text("all editions", "所有版本");
pub(crate) const BESIDE: Text = text("beside it", "并用");
pub(crate) const COVERAGE_TITLE: Text = text("What carries each statement", "陈述与落实");
pub(crate) const COVERAGE_LEAD: Text = text(
    "What the vendor's pages on mirror vaults state, in our own words, and which rule, question or page carries it.",
    "厂商关于镜像库的页面所作的陈述（以我们自己的话转述），以及由哪条规则、哪个问题或页面落实。",
);
pub(crate) const COVERAGE_COUNT: Text = text(
    "{count} statements; {due} of them wait in part for a later release",
    "共 {count} 条陈述，其中 {due} 条部分有待后续版本",
);
pub(crate) const SECTION: Text = text("Section", "章节");
pub(crate) const STATEMENT: Text = text("Statement", "陈述");
pub(crate) const CARRIED_BY: Text = text("Carried by", "落实于");
pub(crate) const FIX_OF: Text = text("the fix of", "修复：");
pub(crate) const EXAMPLE_OF: Text = text("the example of", "示例：");
pub(crate) const FIELD: Text = text("the field", "字段");
pub(crate) const EXAMPLE: Text = text("the example", "示例");
pub(crate) const ESTIMATE: Text = text("the estimate of cost", "成本估算");
pub(crate) const IMPORT_NOTE: Text = text("a remark of the import", "导入时的提示");

pub(crate) const PRICES_TITLE: Text = text("Where the prices come from", "价格来源");
pub(crate) const PRICES_LEAD: Text = text(
    "Every rate that an estimate can count with: what it is, which page prints it, of when that page is, and how far it can be trusted. What no page prints is unknown, and never counted as zero.",
    "估算可能用到的全部价格：数值、列出它的页面、页面日期及可信度。没有页面列出的价格列为未知，绝不按零计算。",
);
pub(crate) const HOW_ESTIMATED: Text = text("How an estimate is made of them", "如何据此估算");
pub(crate) const AS_A_FILE: Text = text("the book as a file", "价格表文件");
pub(crate) const ITEM: Text = text("Billable item", "计费项");
pub(crate) const RATE: Text = text("Rate", "价格");
pub(crate) const SOURCE: Text = text("Source", "来源");
pub(crate) const OLD: Text = text("older than a year", "超过一年");
pub(crate) const PRINTED_AT: Text = text("The vendor prints the price at", "厂商在此公布价格：");
pub(crate) const LINE: Text = text("Line", "项目");
pub(crate) const MONTH: Text = text("Month", "月份");
pub(crate) const COMPUTED: Text = text("How it is computed", "计算方法");
pub(crate) const FIRST_MONTH: Text = text("first", "首月");
pub(crate) const NTH_MONTH: Text = text("month {n}", "第 {n} 个月");
pub(crate) const EVERY_MONTH: Text = text("first and last", "首月与末月");
pub(crate) const ALL_MONTHS: Text = text("{n} months", "{n} 个月");
pub(crate) const TOTAL: Text = text("Total", "总计");
pub(crate) const SUBTOTAL: Text = text("Priced subtotal", "已计价小计");
pub(crate) const COVERED: Text = text("{n} % covered", "覆盖率 {n}%");
pub(crate) const WARNINGS: Text = text("Warnings", "警告");
pub(crate) const ASSUMPTIONS: Text = text("Assumptions", "假设");

pub(crate) const CODE: Text = text("Code", "编号");
pub(crate) const SLUG: Text = text("Name", "名称");
pub(crate) const CATEGORY: Text = text("Category", "类别");
pub(crate) const EDITIONS: Text = text("Editions", "版本");
pub(crate) const SINCE: Text = text("Since release", "自版本");
pub(crate) const FIX: Text = text("Fix", "修复方式");
pub(crate) const DOES_NOT_HOLD: Text = text("does not hold", "不适用");
pub(crate) const EDITION: Text = text("Edition", "版本");
pub(crate) const ITS_WORD: Text = text("In the document", "文档中的写法");
pub(crate) const COPY_IS_CALLED: Text = text("The copy is called", "副本的名称");
pub(crate) const DEFAULT: Text = text("default", "默认");

pub(crate) const WHY: Text = text("Why it matters", "为什么重要");
pub(crate) const REMEDY: Text = text("How to mend it", "如何改正");
pub(crate) const TRY: Text = text("Try it", "动手试试");
pub(crate) const TRY_LEAD: Text = text(
    "Edit the text: the findings follow with each keystroke.",
    "直接修改文本，每次输入后检查结果立即更新。",
);
pub(crate) const BREAKS: Text = text("Breaks the rule", "违反规则的示例");
pub(crate) const KEEPS: Text = text("Keeps the rule", "符合规则的示例");
pub(crate) const RESTS_ON: Text = text("What it rests on", "依据");
pub(crate) const AT_A_GLANCE: Text = text("At a glance", "概览");
pub(crate) const SOURCES: Text = text("Sources", "来源");

/// The name of a language in that language.
pub(crate) const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Zh => "简体中文",
    }
}

/// The tag that browsers know a language by.
pub(crate) const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Zh => "zh-CN",
    }
}

/// The other language.
pub(crate) const fn other(lang: Lang) -> Lang {
    match lang {
        Lang::En => Lang::Zh,
        Lang::Zh => Lang::En,
    }
}

/// How safe a fix is, in a sentence.
pub(crate) const fn safety(safety: Safety) -> Text {
    match safety {
        Safety::Safe => text(
            "Safe: it keeps what the plan asks for",
            "安全：不改变方案的要求",
        ),
        Safety::ChangesMeaning => text(
            "Offered; it changes what the plan asks for",
            "可一键修改，但会改变方案的要求",
        ),
        Safety::NeedsValue => text("Needs a value from you", "需要您填写一个值"),
        Safety::ByHand => text("By hand, outside the plan", "需在方案之外手动处理"),
    }
}

/// A source's date. The catalogue states in English when a page carries none.
pub(crate) fn date(date: &str, lang: Lang) -> String {
    match (date.strip_prefix("page without date, read "), lang) {
        (Some(read), Lang::Zh) => format!("页面未注明日期，{read} 查阅"),
        _ => date.to_owned(),
    }
}

/// A text as a title: with a capital in English.
pub(crate) fn title(text: Text, lang: Lang) -> String {
    capital(text.get(lang))
}

/// A text with its first letter in upper case.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}
