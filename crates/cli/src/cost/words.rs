//! What `vaultplan cost` says of its own.

use vaultplan::lang::{Arg, Lang, Said, Text};
use vaultplan::text::decimal::Decimal;

use super::gate::Told;

const fn text(en: &'static str, zh: &'static str) -> Text {
    Text::new(en, zh)
}

fn arg(name: &'static str, value: impl Into<Said>) -> Arg {
    Arg {
        name,
        value: value.into(),
    }
}

// The heading.

pub(super) const BOOK: Text = text("price book", "价格表");
pub(super) const OWN_BOOK: Text = text(
    "your rates from {file} go before it",
    "{file} 中您的价格优先",
);
pub(super) const DISCOUNT: Text = text("{percent} % off the list", "目录价优惠 {percent}%");

pub(super) fn months(count: u32, start: &str, lang: Lang) -> String {
    const ONE: Text = text("1 month", "1 个月");
    const MANY: Text = text("{count} months", "{count} 个月");
    const FROM: Text = text("{months} from {start}", "自 {start} 起 {months}");
    let months = if count == 1 { ONE } else { MANY };
    let months = months.fill(lang, &[arg("count", u64::from(count))]);
    if start.is_empty() {
        return months;
    }
    FROM.fill(lang, &[arg("months", months), arg("start", start)])
}

// The tables.

pub(super) const FIRST: Text = text("first month", "首月");
pub(super) const STEADY: Text = text("month {n}", "第 {n} 个月");
pub(super) const ALL: Text = text("{n} months", "{n} 个月");
pub(super) const TOTAL: Text = text("total", "总计");
pub(super) const SUBTOTAL: Text = text("priced subtotal", "已计价小计");
pub(super) const COVERED: Text = text("covered", "覆盖率");
pub(super) const LOW: Text = text("low", "低");
pub(super) const HIGH: Text = text("high", "高");
pub(super) const UNKNOWN: Text = text("unknown", "未知");
pub(super) const AND_UNKNOWN: Text = text(" + unknown", " + 未知");
pub(super) const NO_LINE: Text = text(
    "Nothing of this plan lands on this bill.",
    "此方案在该账单上没有费用。",
);
pub(super) const OTHER_BILL: Text = text(
    "billed by another service, in none of the sums above",
    "由其他服务计费，不包含在上述合计中",
);
pub(super) const NO_VAULT: Text = text("no vault", "无备份库");
pub(super) const NO_SOURCE: Text = text("no single source", "不属于单个数据源");
pub(super) const NO_REGION: Text = text("no region", "无地域");

// How lines are computed.

pub(super) const FORMULAS: Text = text("How the lines are computed", "各项的计算方法");

// What is missing.

pub(super) const MISSING: Text = text("Missing for a total", "合计所缺");
pub(super) const TIER_UNKNOWN: Text = text(
    "the rate of the upper tiers is unknown; what lies below them is priced",
    "高阶梯的价格未知；低于该阶梯的部分已计价",
);
pub(super) const QUANTITY_UNKNOWN: Text = text(
    "nobody states how much it is; the warnings say where to state it",
    "没有说明用量；警告中说明应在何处填写",
);
pub(super) const BOTH_UNKNOWN: Text = text(
    "neither the rate nor the quantity is known; the warnings say where to state the quantity",
    "价格与用量均未知；警告中说明应在何处填写用量",
);
pub(super) const QUANTITY: Text = text("quantity", "用量");
pub(super) const OF: Text = text("of", "对象");
pub(super) const NEEDED: Text = text("needed", "所需");
pub(super) const PRINTED: Text = text("printed", "公布于");
pub(super) const ENTER: Text = text("enter", "填写");
pub(super) const ENTER_RATE: Text = text(
    "as `{item}` in a book for --book, or in the plan's `/estimate/rates`",
    "在 --book 所给的价格表或方案的 `/estimate/rates` 中，以 `{item}` 填写",
);
pub(super) const PER: Text = text("{currency} per {unit}", "{currency} / {unit}");
pub(super) const QUANTITIES: Text = text(
    "{first} {unit} in the first month, {last} {unit} in month {n}",
    "首月 {first} {unit}，第 {n} 个月 {last} {unit}",
);
pub(super) const QUANTITY_ONE: Text = text("{first} {unit}", "{first} {unit}");

/// Names, of which only the first are listed.
pub(super) fn and_more(names: &[String], more: usize, lang: Lang) -> String {
    const MORE: Text = text("{names} and {more} more", "{names} 等另外 {more} 项");
    let joint = match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    };
    let names = names.join(joint);
    if more == 0 {
        return names;
    }
    MORE.fill(lang, &[arg("names", names), arg("more", more)])
}

// Rates and notes.

pub(super) const RATES: Text = text("Rates", "价格");
pub(super) const OLD: Text = text(
    "old: look at the page again before you rely on it",
    "较旧：使用前请核实页面",
);
pub(super) const STANDS_IN: Text = text("the rate of {item} counts", "按{item}的价格计");
pub(super) const WARNINGS: Text = text("Warnings", "警告");
pub(super) const ASSUMPTIONS: Text = text("Assumptions", "假设");
pub(super) const AT: Text = text("at", "位置");
pub(super) const STATE: Text = text("state it", "填写处");

// The budget.

pub(super) const KEPT: Text = text("budget kept", "符合预算");
pub(super) const BROKEN: Text = text("budget broken", "超出预算");
pub(super) const UNTOLD: Text = text("budget cannot be told", "无法判定预算");
pub(super) const OTHER_BILLS_APART: Text = text(
    "the budget holds for the Cloud Backup bill; the other bills are apart",
    "预算针对云备份账单，其他账单不计入",
);

/// The figures of a budget.
pub(super) struct Figures<'f> {
    pub(super) total: &'f str,
    pub(super) most: &'f str,
    pub(super) currency: &'f str,
    pub(super) coverage: u32,
    pub(super) least: u32,
}

/// What became of a demand, in a sentence.
pub(super) fn told(
    told: Told,
    is_total: bool,
    is_range: bool,
    figures: &Figures<'_>,
    lang: Lang,
) -> String {
    const WITHIN: Text = text(
        "the total is {total} {currency}, at most {most} {currency} is allowed",
        "总计 {total} {currency}，上限 {most} {currency}",
    );
    const WITHIN_COVERED: Text = text(
        "{total} {currency} are priced, at most {most} {currency} is allowed; {coverage} % is covered, and {least} % is enough",
        "已计价 {total} {currency}，上限 {most} {currency}；覆盖率 {coverage}%，要求 {least}%",
    );
    const ABOVE: Text = text(
        "the total is {total} {currency}, more than the {most} {currency} that is allowed",
        "总计 {total} {currency}，超过上限 {most} {currency}",
    );
    const ABOVE_IN_PART: Text = text(
        "{total} {currency} are priced so far ({coverage} % covered), more than the {most} {currency} that is allowed",
        "目前已计价 {total} {currency}（覆盖率 {coverage}%），超过上限 {most} {currency}",
    );
    const UNTOLD: Text = text(
        "{total} {currency} are priced ({coverage} % covered), and {most} {currency} is allowed; what has no price may exceed the rest. Enter what is missing, or say with --min-coverage which coverage is enough",
        "已计价 {total} {currency}（覆盖率 {coverage}%），上限 {most} {currency}；没有价格的部分可能超出余额。请补全所缺，或用 --min-coverage 给出可接受的覆盖率",
    );
    const COVERED: Text = text(
        "{coverage} % is covered, at least {least} % is demanded",
        "覆盖率 {coverage}%，要求至少 {least}%",
    );
    const UNCOVERED: Text = text(
        "{coverage} % is covered, less than the {least} % that is demanded",
        "覆盖率 {coverage}%，低于要求的 {least}%",
    );
    const DEAR: Text = text(
        "{sentence} (the dear end of the ranges)",
        "{sentence}（按区间的高值）",
    );
    let sentence = match told {
        Told::Within => WITHIN,
        Told::WithinCovered => WITHIN_COVERED,
        Told::Above if is_total => ABOVE,
        Told::Above => ABOVE_IN_PART,
        Told::Untold => UNTOLD,
        Told::Covered => COVERED,
        Told::Uncovered => UNCOVERED,
    };
    let sentence = sentence.fill(
        lang,
        &[
            arg("total", figures.total),
            arg("most", figures.most),
            arg("currency", figures.currency),
            arg("coverage", u64::from(figures.coverage)),
            arg("least", u64::from(figures.least)),
        ],
    );
    if is_range && !matches!(told, Told::Covered | Told::Uncovered) {
        return DEAR.fill(lang, &[arg("sentence", sentence)]);
    }
    sentence
}

// Comparisons.

pub(super) const COMPARED: Text = text("Compared with {file}", "与 {file} 相比");
pub(super) const DIFFERENCE: Text = text("difference", "差额");
pub(super) const AND_MAYBE: Text = text(" and unknown", "及未知");
pub(super) const SAME: Text = text("It costs the same.", "成本相同。");

// Mistakes.

pub(super) fn no_csv_of_two(lang: Lang) -> String {
    let message = text(
        "vaultplan: `--compare` is shown as `human` or `json`",
        "vaultplan: `--compare` 仅支持 `human` 或 `json` 格式",
    );
    message.get(lang).to_owned()
}

pub(super) fn two_books(lang: Lang) -> String {
    let message = text(
        "vaultplan: `--book` takes one id of a built-in price book and one file of your own",
        "vaultplan: `--book` 至多给出一个内置价格表标识和一个您自己的文件",
    );
    message.get(lang).to_owned()
}

pub(super) fn not_text(file: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{file}: the bytes are not UTF-8 text"),
        Lang::Zh => format!("{file}: 内容不是 UTF-8 文本"),
    }
}

/// What the currency of a book of one's own has to be.
pub(super) fn currency_of(currency: &str, book: &str) -> Said {
    Said::Own(format!("`{currency}` ({book})"))
}

/// What a plan may name as its price book.
pub(super) fn a_book_that_there_is() -> Said {
    text(
        "the id of a built-in price book, or of the file that --book gives",
        "内置价格表的标识，或 --book 所给文件的标识",
    )
    .into()
}

/// On which side of the expected value an end of its range lies.
pub(super) fn beside(than: &str, expected: Decimal) -> Said {
    Said::Own(format!("{than} {expected}"))
}

/// When an estimate begins at the earliest.
pub(super) fn not_before(earliest: &str) -> Said {
    Said::Own(format!(">= {earliest}"))
}
