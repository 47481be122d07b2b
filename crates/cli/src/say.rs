//! The command's own words, in both languages. What is said about plans comes from the engine.

use clap::{ArgAction, Command};
use vaultplan::catalog::editions::Edition;
use vaultplan::catalog::limits;
use vaultplan::catalog::sources::Source;
use vaultplan::finding::{Safety, Severity};
use vaultplan::import::Why;
use vaultplan::lang::{Lang, Text};
use vaultplan::questions::evidence::Seen;
use vaultplan::report::PlanVerdict;
use vaultplan::text::suggest;

use crate::input::Fault;

/// The name under which messages and reports speak of standard input.
pub(crate) const STDIN: &str = "<stdin>";

const fn text(en: &'static str, zh: &'static str) -> Text {
    Text::new(en, zh)
}

// Help.

const ABOUT: Text = text(
    "Checks Alibaba Cloud Backup topologies: what the service would refuse, and what would be lost.",
    "检查阿里云备份拓扑：服务会拒绝什么，灾难中会丢失什么。",
);
const CHECK: Text = text(
    "Checks a topology document, or saved answers of the service (DescribeVaults and its sisters)",
    "检查拓扑文档，或保存的服务返回结果（DescribeVaults 及同类操作）",
);
const CHECK_LONG: Text = text(
    "\
Exit codes: 0 nothing at or above --fail-on fails or is undecided; 1 something is; 2 wrong usage or input
that cannot be read; 3 the check stopped early (whatever it found), or an internal error. Records, pages and
regions of saved answers that are missing count as undecided. JSON reports are `vaultplan-report/1`.",
    "\
退出码：0 达到 --fail-on 的规则均未违反且均已判定；1 有违反或未判定；2 用法有误或输入无法读取；
3 检查提前终止（无论发现什么）或内部错误。返回结果中缺少的记录、分页与地域按未判定计。
JSON 报告的格式为 `vaultplan-report/1`。",
);
const CONVERT: Text = text(
    "Reads documents, saved answers or pictures into one plan, and prints it as the canonical document",
    "将文档、保存的返回结果或图片读入一个方案，并输出规范化的文档",
);
const CONVERT_LONG: Text = text(
    "\
What was understood, remarked and ignored is said on standard error. Exit codes: 0 the plan holds everything that
the rules need; 1 something was left out without which an error may stay unseen (not with --allow-undecided); 2 wrong usage or
input that cannot be read.",
    "\
识别、说明与忽略的内容输出到标准错误。退出码：0 方案包含规则所需的全部内容；1 有内容未载入，可能因此漏掉错误
（使用 --allow-undecided 时除外）；2 用法有误或输入无法读取。",
);
const TO: Text = text(
    "What to write: topology (default)",
    "输出格式：topology（默认）",
);
const RULES: Text = text("Lists the rulebook", "列出全部规则");
const EXPLAIN: Text = text(
    "Explains a rule: what, why, what to do, and the sources it rests on",
    "说明一条规则：内容、原因、处理办法及其依据",
);
const MEND: Text = text(
    "Takes the fixes that change nothing that was asked for, and prints the document",
    "执行不改变意图的修复，并输出文档",
);
const MEND_LONG: Text = text(
    "\
What was done is said on standard error; the canonical document goes to standard output, or with --write in the
place of the file. Exit codes: 0 done, also when there was nothing to do; 2 wrong usage or input that cannot be
read.",
    "\
所做的修复输出到标准错误；规范化后的文档输出到标准输出，使用 --write 时则替换原文件。
退出码：0 完成（包括无可修复）；2 用法有误或输入无法读取。",
);
const COMPARE: Text = text(
    "Compares what two editions of the rulebook say about a document",
    "比较两个规则版本对同一文档的判定",
);
const COVERAGE: Text = text(
    "Says of every source whether a copy of it lies in another region, and what a restore from it needs",
    "逐个说明数据源在其他地域是否有副本，以及从中恢复需要什么",
);
const COVERAGE_LONG: Text = text(
    "\
Exit codes: 0 the table is printed, whatever it says; 2 wrong usage or input that cannot be read. JSON is
`vaultplan-coverage/1`; CSV is UTF-8 for spreadsheets, and the ids of its columns stay the same.",
    "\
退出码：0 已输出表格（无论内容如何）；2 用法有误或输入无法读取。JSON 的格式为 `vaultplan-coverage/1`；
CSV 为供电子表格使用的 UTF-8 文本，列标识保持不变。",
);
const TABLE_FORMAT: Text = text(
    "Output format: `human` (the default), `json` or `csv`",
    "输出格式：`human`（默认）、`json` 或 `csv`",
);
const COST: Text = text(
    "Says what a plan costs, month by month, at the rates of a price book; what no source prints stays unknown",
    "按价格表逐月估算方案的成本；没有公开来源的价格保持未知",
);
const COST_LONG: Text = text(
    "\
Each bill stands for itself; the budget holds for that of Cloud Backup over all months, at the dear end where the
plan states ranges. Where a rate or a quantity is unknown there is a priced subtotal, not a total: it breaks
--max-total when it exceeds the amount; when it does not, the rest may still, so the budget counts as broken unless
--min-coverage is given and met. The coverage is the share of what is billed that has a price.
Exit codes: 0 the estimate is printed and every budget kept; 1 a budget is broken or cannot be told; 2 wrong usage,
or a plan or price book that cannot be used. JSON is `vaultplan-cost/1`, of a comparison
`vaultplan-cost-comparison/1`; CSV is UTF-8 for spreadsheets, one row a line and month, and the ids of its columns
stay the same.",
    "\
各账单分别列出；预算针对云备份账单的全部月份，方案给出区间时按高值计。价格或用量未知时只有已计价小计而没有总计：
小计超出 --max-total 即为超预算；未超出时，未知部分仍可能超出，因此除非给出并达到 --min-coverage，否则按超预算处理。
覆盖率是计费项目中已有价格的比例。
退出码：0 已输出估算且符合全部预算；1 超出预算或无法判定；2 用法有误，或方案、价格表无法使用。
JSON 的格式为 `vaultplan-cost/1`，比较时为 `vaultplan-cost-comparison/1`；CSV 为供电子表格使用的 UTF-8 文本，
每项每月一行，列标识保持不变。",
);
const BOOK: Text = text(
    "Price book: the id of a built-in one, or a file of your own, whose rates go before those of the built-in one of its currency; may stand twice, once for each",
    "价格表：内置价格表的标识，或您自己的文件（其价格优先于同币种的内置价格表）；两者可各给出一次",
);
const MONTHS: Text = text(
    "Over how many months, 1 to 36 (default: as the plan says, else 12)",
    "估算的月数，1 至 36（默认：以方案为准，否则为 12）",
);
const BY: Text = text(
    "How lines are grouped: kind (default), vault, source, region, none",
    "项目的分组方式：kind（默认）、vault、source、region、none",
);
const COST_COMPARE: Text = text(
    "Another topology document: what FILE costs more or less than it, line by line",
    "另一份拓扑文档：逐项列出 FILE 的成本比它多多少或少多少",
);
const MAX_TOTAL: Text = text(
    "The most that Cloud Backup may cost over all months, in the currency of the price book",
    "云备份在全部月份的最高成本，以价格表的币种计",
);
const MIN_COVERAGE: Text = text(
    "The least share of the Cloud Backup bill that must have a price, in percent",
    "云备份账单中必须有价格的最低比例（百分比）",
);
const PRICES: Text = text(
    "Shows the built-in price books: each rate with its page, date and confidence, unknown ones as unknown",
    "显示内置价格表：每项价格及其页面、日期与可信度，未知的价格显示为未知",
);
const PRICES_LONG: Text = text(
    "With an id, `--format json` prints that book as a file that can be edited and given to `vaultplan cost --book`.",
    "给出标识时，`--format json` 将该价格表输出为文件，可编辑后交给 `vaultplan cost --book`。",
);
const BOOK_ID: Text = text(
    "Id of a built-in price book (default: all of them)",
    "内置价格表的标识（默认：全部）",
);
const MAP: Text = text(
    "Draws the map of a document as SVG; the picture carries the document and can be opened and checked again",
    "将文档绘制为 SVG 拓扑图；图中带有文档，可再次打开和检查",
);
const FOCUS: Text = text(
    "Only the chain of the object of this id: its vault with sources, mirrors and restores",
    "仅绘制此标识的对象所在的链：备份库及其数据源、镜像库与恢复",
);
const ONE_FILE: Text = text(
    "A topology document; `-` is standard input",
    "一份拓扑文档；`-` 为标准输入",
);
const SAFE: Text = text(
    "Takes the fixes that are safe (the default)",
    "仅执行安全的修复（默认）",
);
const FIX_RULE: Text = text(
    "Takes the first fix of each finding of this rule instead, also where it changes what was asked for",
    "改为执行该规则每个问题的第一项修复，即使会改变原有意图",
);
const ORDER: Text = text(
    "Puts the change plan in an order that the service accepts instead, with the steps that are missing",
    "改为将变更排成服务可接受的顺序，并补上缺少的步骤",
);
const WRITE: Text = text(
    "Writes the document in the place of the file",
    "将文档写回原文件",
);
const WITH: Text = text("The edition to compare with", "要比较的规则版本");
const FILE: Text = text(
    "All files make one plan: one topology document, or saved answers (several regions and pages); `-` is standard input, once",
    "所有文件构成一个方案：一份拓扑文档，或若干返回结果（多个地域与分页）；`-` 为标准输入，限一次",
);
const EDITION: Text = text(
    "Rulebook edition: hbr-2019, hbr-2021, mirror-vault, replication-target (default: the plan's own)",
    "规则版本：hbr-2019、hbr-2021、mirror-vault、replication-target（默认：方案所声明的版本）",
);
const NOW: Text = text(
    "Time to judge at, as in 2026-11-21T08:00:00Z (default: the clock)",
    "判定所用的时间，如 2026-11-21T08:00:00Z（默认：当前时间）",
);
const LANG: Text = text(
    "Language: en, zh (default: the environment's; English for JSON)",
    "语言：en、zh（默认：随环境变量；JSON 为英文）",
);
const REPORT_FORMAT: Text = text(
    "Format: human (default), json, markdown",
    "格式：human（默认）、json、markdown",
);
const FORMAT: Text = text("Format: human (default), json", "格式：human（默认）、json");
const FAIL_ON: Text = text(
    "Severity that makes the exit code 1: error (default), warning, advice",
    "达到该级别时退出码为 1：error（默认）、warning、advice",
);
const ALLOW_UNDECIDED: Text = text(
    "What is undecided does not make the exit code 1",
    "未判定的规则不使退出码为 1",
);
const RULE: Text = text(
    "Code or name of the rule, such as M001 or mirror-same-region",
    "规则的编号或名称，如 M001 或 mirror-same-region",
);
const EXPLAIN_FILE: Text = text(
    "A topology document: says for each of its objects what the rule says, and which values decided it",
    "一份拓扑文档：逐一说明规则对其中对象的判定，以及起决定作用的值",
);
const OBJECT: Text = text("Only the object of this id", "仅限此标识的对象");
const HELP: Text = text("Shows this help", "显示本帮助");
const VERSION: Text = text("Shows the version", "显示版本");

/// Gives the command line its help in one language.
pub(crate) fn worded(line: Command, lang: Lang) -> Command {
    let page = |command: Command, subcommands: bool, arguments: bool| {
        let heads = [
            text("Usage", "用法"),
            text("Commands", "命令"),
            text("Arguments", "参数"),
            text("Options", "选项"),
        ]
        .map(|head| head.get(lang));
        let [usage, commands, positionals, options] = heads;
        let mut page = format!("{{about-with-newline}}\n{usage}: {{usage}}\n");
        if subcommands {
            page.push_str(&format!("\n{commands}:\n{{subcommands}}\n"));
        }
        if arguments {
            page.push_str(&format!("\n{positionals}:\n{{positionals}}\n"));
        }
        page.push_str(&format!("\n{options}:\n{{options}}\n{{after-help}}"));
        command.help_template(page)
    };
    let help = |command: Command, name: &'static str, help: Text| {
        command.mut_arg(name, |arg| arg.help(help.get(lang)))
    };
    let show = |command: Command| help(help(command, "lang", LANG), "format", FORMAT);
    let line = line
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT.get(lang));
    let line = help(help(line, "help", HELP), "version", VERSION)
        .mut_arg("version", |arg| arg.action(ArgAction::Version));
    page(line, true, false)
        .mut_subcommand("check", |c| {
            let mut c = c.about(CHECK.get(lang)).after_help(CHECK_LONG.get(lang));
            for (name, text) in [
                ("lang", LANG),
                ("format", REPORT_FORMAT),
                ("files", FILE),
                ("edition", EDITION),
                ("now", NOW),
                ("fail_on", FAIL_ON),
                ("allow_undecided", ALLOW_UNDECIDED),
            ] {
                c = help(c, name, text);
            }
            page(c, false, true)
        })
        .mut_subcommand("rules", |c| {
            page(show(c.about(RULES.get(lang))), false, false)
        })
        .mut_subcommand("fix", |c| {
            let mut c = c.about(MEND.get(lang)).after_help(MEND_LONG.get(lang));
            for (name, text) in [
                ("file", ONE_FILE),
                ("safe", SAFE),
                ("rule", FIX_RULE),
                ("order", ORDER),
                ("write", WRITE),
                ("edition", EDITION),
                ("now", NOW),
                ("lang", LANG),
            ] {
                c = help(c, name, text);
            }
            page(c, false, true)
        })
        .mut_subcommand("compare", |c| {
            let mut c = show(c.about(COMPARE.get(lang)));
            for (name, text) in [
                ("file", ONE_FILE),
                ("with", WITH),
                ("edition", EDITION),
                ("now", NOW),
            ] {
                c = help(c, name, text);
            }
            page(c, false, true)
        })
        .mut_subcommand("coverage", |c| {
            let about = c.about(COVERAGE.get(lang));
            let mut c = about.after_help(COVERAGE_LONG.get(lang));
            for (name, text) in [
                ("file", ONE_FILE),
                ("edition", EDITION),
                ("now", NOW),
                ("lang", LANG),
                ("format", TABLE_FORMAT),
            ] {
                c = help(c, name, text);
            }
            page(c, false, true)
        })
        .mut_subcommand("cost", |c| {
            let mut c = c.about(COST.get(lang)).after_help(COST_LONG.get(lang));
            for (name, text) in [
                ("file", ONE_FILE),
                ("book", BOOK),
                ("months", MONTHS),
                ("by", BY),
                ("compare", COST_COMPARE),
                ("max_total", MAX_TOTAL),
                ("min_coverage", MIN_COVERAGE),
                ("edition", EDITION),
                ("now", NOW),
                ("lang", LANG),
                ("format", TABLE_FORMAT),
            ] {
                c = help(c, name, text);
            }
            page(c, false, true)
        })
        .mut_subcommand("prices", |c| {
            let c = c.about(PRICES.get(lang)).after_help(PRICES_LONG.get(lang));
            page(help(show(c), "id", BOOK_ID), false, true)
        })
        .mut_subcommand("map", |c| {
            let mut c = c.about(MAP.get(lang));
            for (name, text) in [
                ("file", ONE_FILE),
                ("focus", FOCUS),
                ("edition", EDITION),
                ("now", NOW),
                ("lang", LANG),
            ] {
                c = help(c, name, text);
            }
            page(c, false, true)
        })
        .mut_subcommand("convert", |c| {
            let mut c = c
                .about(CONVERT.get(lang))
                .after_help(CONVERT_LONG.get(lang));
            for (name, text) in [
                ("files", FILE),
                ("to", TO),
                ("allow_undecided", ALLOW_UNDECIDED),
                ("lang", LANG),
            ] {
                c = help(c, name, text);
            }
            page(c, false, true)
        })
        .mut_subcommand("explain", |c| {
            let c = c.about(EXPLAIN.get(lang));
            let mut c = c;
            for (name, text) in [
                ("rule", RULE),
                ("file", EXPLAIN_FILE),
                ("object", OBJECT),
                ("edition", EDITION),
                ("now", NOW),
                ("lang", LANG),
            ] {
                c = help(c, name, text);
            }
            page(c, false, true)
        })
}

// Mistakes on the command line.

fn usage(message: &str, lang: Lang) -> String {
    let more = match lang {
        Lang::En => "`vaultplan --help` shows what may be said",
        Lang::Zh => "用法见 `vaultplan --help`",
    };
    format!("vaultplan: {message}\n{more}")
}

fn meant(word: &str, lang: Lang) -> String {
    match lang {
        _ if word.is_empty() => String::new(),
        Lang::En => format!("; did you mean `{word}`?"),
        Lang::Zh => format!("；是否想写 `{word}`？"),
    }
}

pub(crate) fn no_command(lang: Lang) -> String {
    let message = match lang {
        Lang::En => {
            "a command is missing: `check`, `rules`, `explain`, `fix`, `compare`, `coverage`, `cost`, `prices`, `map` or `convert`"
        }
        Lang::Zh => {
            "缺少命令：`check`、`rules`、`explain`、`fix`、`compare`、`coverage`、`cost`、`prices`、`map` 或 `convert`"
        }
    };
    usage(message, lang)
}

pub(crate) fn unknown_command(word: &str, lang: Lang) -> String {
    let commands = [
        "check", "rules", "explain", "fix", "compare", "coverage", "cost", "prices", "map",
        "convert",
    ];
    let near = suggest::nearest(word, commands).unwrap_or_default();
    let near = meant(near, lang);
    let message = match lang {
        Lang::En => format!("there is no command `{word}`{near}"),
        Lang::Zh => format!("没有命令 `{word}`{near}"),
    };
    usage(&message, lang)
}

pub(crate) fn unknown_option(word: &str, near: &str, lang: Lang) -> String {
    let near = meant(near, lang);
    let message = match lang {
        Lang::En => format!("`{word}` is not expected here{near}"),
        Lang::Zh => format!("此处不应出现 `{word}`{near}"),
    };
    usage(&message, lang)
}

pub(crate) fn missing_argument(word: &str, lang: Lang) -> String {
    let message = match lang {
        Lang::En => format!("`{word}` is missing"),
        Lang::Zh => format!("缺少 `{word}`"),
    };
    usage(&message, lang)
}

pub(crate) fn given_twice(word: &str, lang: Lang) -> String {
    let message = match lang {
        Lang::En => format!("`{word}` stands more than once"),
        Lang::Zh => format!("`{word}` 重复出现"),
    };
    usage(&message, lang)
}

pub(crate) fn value_missing(option: &str, lang: Lang) -> String {
    let message = match lang {
        Lang::En => format!("`{option}` has no value"),
        Lang::Zh => format!("`{option}` 缺少取值"),
    };
    usage(&message, lang)
}

pub(crate) fn wrong_value(
    option: &str,
    word: &str,
    valid: &[String],
    near: &str,
    lang: Lang,
) -> String {
    let list: Vec<String> = valid.iter().map(|word| format!("`{word}`")).collect();
    let near = meant(near, lang);
    let message = match lang {
        Lang::En => format!(
            "`{word}` is no value of `{option}`; expected {}{near}",
            list.join(", ")
        ),
        Lang::Zh => format!("`{option}` 不接受 `{word}`；应为 {}{near}", list.join("、")),
    };
    usage(&message, lang)
}

/// A value that does not read as what its option holds.
pub(crate) fn wrong_kind(option: &str, word: &str, lang: Lang) -> String {
    let name = option.split(' ').next().unwrap_or_default();
    let expected = match name {
        "--months" => text("a whole number from 1 to 36", "1 至 36 的整数"),
        "--max-total" => text(
            "an amount of money such as `1200` or `99.95`",
            "金额，例如 `1200` 或 `99.95`",
        ),
        "--min-coverage" => text("a whole percentage from 0 to 100", "0 至 100 的整数百分比"),
        _ => text(
            "a time such as `2026-11-21T08:00:00Z`",
            "形如 `2026-11-21T08:00:00Z` 的时间",
        ),
    };
    let expected = expected.get(lang);
    let message = match lang {
        Lang::En => format!("`{word}` is no value of `{option}`; expected {expected}"),
        Lang::Zh => format!("`{option}` 不接受 `{word}`；应为{expected}"),
    };
    usage(&message, lang)
}

pub(crate) fn wrong_line(what: &str, lang: Lang) -> String {
    let message = match lang {
        Lang::En => format!("the command line cannot be understood: {what}"),
        Lang::Zh => format!("无法理解命令行：{what}"),
    };
    usage(&message, lang)
}

pub(crate) fn unknown_rule(word: &str, near: &str, lang: Lang) -> String {
    let near = meant(near, lang);
    match lang {
        Lang::En => {
            format!("vaultplan: there is no rule `{word}`{near}\n`vaultplan rules` lists them")
        }
        Lang::Zh => format!("vaultplan: 没有规则 `{word}`{near}\n全部规则见 `vaultplan rules`"),
    }
}

pub(crate) fn stdin_twice(lang: Lang) -> String {
    let message = match lang {
        Lang::En => "`-` stands more than once, but standard input can be read only once",
        Lang::Zh => "`-` 重复出现，而标准输入只能读取一次",
    };
    usage(message, lang)
}

pub(crate) fn two_topologies(first: &str, second: &str, lang: Lang) -> String {
    let message = match lang {
        Lang::En => format!(
            "`{first}` and `{second}` are both topology documents; check them one at a time"
        ),
        Lang::Zh => format!("`{first}` 与 `{second}` 都是拓扑文档；请逐一检查"),
    };
    usage(&message, lang)
}

pub(crate) fn topology_and_answers(topology: &str, answer: &str, lang: Lang) -> String {
    let message = match lang {
        Lang::En => format!(
            "`{topology}` is a topology document and `{answer}` a saved answer; check them one at a time"
        ),
        Lang::Zh => format!("`{topology}` 是拓扑文档，而 `{answer}` 是保存的返回结果；请分别检查"),
    };
    usage(&message, lang)
}

pub(crate) fn stdin_not_written(lang: Lang) -> String {
    let message = match lang {
        Lang::En => "`--write` needs a file; standard input cannot be written back",
        Lang::Zh => "`--write` 需要文件；标准输入无法写回",
    };
    usage(message, lang)
}

pub(crate) fn picture_not_written(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{name}: a picture is not written back; leave out `--write` and put the document into a file of its own"
        ),
        Lang::Zh => format!("{name}: 不能写回图片；请去掉 `--write`，将文档存为单独的文件"),
    }
}

pub(crate) fn not_on_map(file: &str, id: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("{file}: the map has no vault, mirror, source or restore with the id `{id}`")
        }
        Lang::Zh => format!("{file}: 图中没有标识为 `{id}` 的备份库、镜像库、数据源或恢复"),
    }
}

pub(crate) fn answers_not_taken(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{name}:1:1: this is a saved answer of the service; this command takes a topology document, and `vaultplan convert` makes one"
        ),
        Lang::Zh => format!(
            "{name}:1:1: 这是保存的返回结果；此命令只接受拓扑文档，可用 `vaultplan convert` 转换"
        ),
    }
}

pub(crate) fn cannot_write(name: &str, error: &std::io::Error, lang: Lang) -> String {
    match lang {
        Lang::En => format!("vaultplan: `{name}` cannot be written and is as it was: {error}"),
        Lang::Zh => format!("vaultplan: 无法写入 `{name}`，文件保持原样：{error}"),
    }
}

// What decided.

/// What a rule says about an object.
pub(crate) fn says(kind: &str, name: &str, seen: Seen, lang: Lang) -> String {
    let seen = seen_word(seen, lang);
    match lang {
        Lang::En => format!("{kind} {name}: {seen}"),
        Lang::Zh => format!("{kind} {name}：{seen}"),
    }
}

fn seen_word(seen: Seen, lang: Lang) -> &'static str {
    match seen {
        Seen::NotApplicable => text("does not apply", "不适用"),
        Seen::Pass => text("pass", "通过"),
        Seen::Undecided => text("undecided", "未判定"),
        Seen::Fail => text("fail", "未通过"),
    }
    .get(lang)
}

/// A value that decided.
pub(crate) fn decided(
    pointer: &str,
    name: &str,
    value: &str,
    without: Option<Seen>,
    lang: Lang,
) -> String {
    let without = without.map(|seen| seen_word(seen, lang));
    match (lang, without) {
        (Lang::En, Some(word)) => format!("  {pointer} ({name}) is {value}; without it: {word}"),
        (Lang::En, None) => format!("  {pointer} ({name}) is {value}"),
        (Lang::Zh, Some(word)) => format!("  {pointer}（{name}）为 {value}；若没有它：{word}"),
        (Lang::Zh, None) => format!("  {pointer}（{name}）为 {value}"),
    }
}

/// Nothing that is stated decided: the silence did.
pub(crate) fn no_value_decided(lang: Lang) -> String {
    text(
        "  no stated value decided: what is not stated did",
        "  没有已填写的值起决定作用：起作用的是未填写的内容",
    )
    .get(lang)
    .to_owned()
}

/// More values stand around the object than were tried.
pub(crate) fn more_values(lang: Lang) -> String {
    text(
        "  more values stand around it than were tried",
        "  相关的值过多，未全部试验",
    )
    .get(lang)
    .to_owned()
}

/// A rule is about no object of a plan.
pub(crate) fn about_nothing(lang: Lang) -> String {
    text(
        "the rule is about nothing in this plan",
        "该规则与此方案中的任何对象无关",
    )
    .get(lang)
    .to_owned()
}

/// No object has an id.
pub(crate) fn no_such_object(file: &str, id: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{file}: no object has the id `{id}`"),
        Lang::Zh => format!("{file}: 没有标识为 `{id}` 的对象"),
    }
}

/// A rule does not hold in an edition.
pub(crate) fn not_in_edition(rule: &str, edition: Edition, lang: Lang) -> String {
    let edition = edition.title().get(lang);
    match lang {
        Lang::En => format!("vaultplan: the rule `{rule}` does not hold in {edition}"),
        Lang::Zh => format!("vaultplan: 规则 `{rule}` 不适用于 {edition}"),
    }
}

// Fixes and comparisons.

/// A fix that was taken.
pub(crate) fn fixed(rule: &str, at: &str, label: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("fixed {at} ({rule}): {label}"),
        Lang::Zh => format!("已修复 {at}（{rule}）：{label}"),
    }
}

/// How many fixes were taken.
pub(crate) fn fixes_taken(number: usize, lang: Lang) -> String {
    match (number, lang) {
        (0, Lang::En) => "nothing to fix: no finding has such a fix".to_owned(),
        (0, Lang::Zh) => "无可修复：没有问题带有此类修复".to_owned(),
        (1, Lang::En) => "1 fix taken".to_owned(),
        (_, Lang::En) => format!("{number} fixes taken"),
        (_, Lang::Zh) => format!("已执行 {number} 项修复"),
    }
}

/// The change plan needs no other order.
pub(crate) fn order_stays(lang: Lang) -> String {
    text("the change plan stays as it is", "变更顺序无需调整")
        .get(lang)
        .to_owned()
}

/// No order of the steps helps.
pub(crate) fn no_order(file: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{file}: the steps of the change plan need each other in a circle; no order helps"
        ),
        Lang::Zh => format!("{file}: 变更的步骤互相依赖，无法排序"),
    }
}

/// A step of the corrected change plan.
pub(crate) fn step(number: usize, kind: &str, object: &str, added: bool, lang: Lang) -> String {
    let mark = match (added, lang) {
        (false, _) => "",
        (true, Lang::En) => "  (added)",
        (true, Lang::Zh) => "（新增）",
    };
    format!("{number}. {kind} {object}{mark}")
}

/// The heading of a comparison.
pub(crate) fn comparing([from, to]: [Edition; 2], lang: Lang) -> String {
    let (from, to) = (from.title().get(lang), to.title().get(lang));
    match lang {
        Lang::En => format!("{from} → {to}"),
        Lang::Zh => format!("{from} → {to}"),
    }
}

/// The last line of a comparison.
pub(crate) fn compared(
    [gone, added, changed]: [usize; 3],
    [from, to]: [&str; 2],
    lang: Lang,
) -> String {
    match lang {
        Lang::En => format!("{gone} gone, {added} new, {changed} changed; verdict {from} → {to}"),
        Lang::Zh => format!("消失 {gone}，新增 {added}，变化 {changed}；判定 {from} → {to}"),
    }
}

// Input that cannot be read.

pub(crate) fn not_recognised(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{name}:1:1: this is neither a topology document nor a saved answer of the service; expected `\"format\": \"vaultplan/1\"`, or a list such as `Vaults` or `Policies`"
        ),
        Lang::Zh => format!(
            "{name}:1:1: 既不是拓扑文档，也不是保存的服务返回结果；应含 `\"format\": \"vaultplan/1\"`，或 `Vaults`、`Policies` 等列表"
        ),
    }
}

pub(crate) fn cannot_read(name: &str, fault: &Fault, lang: Lang) -> String {
    let why = match (fault, lang) {
        (Fault::Directory, Lang::En) => "is a directory; name the files in it".to_owned(),
        (Fault::Directory, Lang::Zh) => "是目录；请指定其中的文件".to_owned(),
        (Fault::TooLong, lang) => {
            let mib = limits::TEXT_BYTES / (1024 * 1024);
            match lang {
                Lang::En => {
                    format!("is too long; expected at most {mib} MiB in all files together")
                }
                Lang::Zh => format!("过长；所有文件合计不应超过 {mib} MiB"),
            }
        }
        (Fault::System(error), Lang::En) => match error.kind() {
            std::io::ErrorKind::NotFound => "does not exist".to_owned(),
            std::io::ErrorKind::PermissionDenied => "may not be read".to_owned(),
            _ => format!("cannot be read: {error}"),
        },
        (Fault::System(error), Lang::Zh) => match error.kind() {
            std::io::ErrorKind::NotFound => "不存在".to_owned(),
            std::io::ErrorKind::PermissionDenied => "没有读取权限".to_owned(),
            _ => format!("无法读取：{error}"),
        },
    };
    match lang {
        Lang::En => format!("vaultplan: `{name}` {why}"),
        Lang::Zh => format!("vaultplan: `{name}` {why}"),
    }
}

pub(crate) fn empty_file(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{name}:1:1: the file is empty; expected a topology document or a saved answer of the service"
        ),
        Lang::Zh => format!("{name}:1:1: 文件为空；应为拓扑文档或保存的服务返回结果"),
    }
}

pub(crate) fn more_problems(lang: Lang) -> String {
    let most = limits::PROBLEMS;
    match lang {
        Lang::En => format!("only the first {most} problems are listed"),
        Lang::Zh => format!("仅列出前 {most} 个问题"),
    }
}

pub(crate) fn internal_error(what: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "vaultplan: internal error: {what}\nthis is a defect of the program; the plan was not judged"
        ),
        Lang::Zh => format!("vaultplan: 内部错误：{what}\n这是程序的缺陷；方案未被判定"),
    }
}

// The report for people.

/// Labels of the lines under a finding.
pub(crate) struct Labels {
    pub(crate) found: &'static str,
    pub(crate) needed: &'static str,
    pub(crate) at: &'static str,
    pub(crate) mend: &'static str,
    pub(crate) fix: &'static str,
    pub(crate) rule: &'static str,
    pub(crate) how: &'static str,
    pub(crate) rules: &'static str,
    pub(crate) practice: &'static str,
    pub(crate) aside: &'static str,
    pub(crate) severities: &'static str,
}

pub(crate) fn labels(lang: Lang) -> Labels {
    match lang {
        Lang::En => Labels {
            found: "found",
            needed: "needed",
            at: "at",
            mend: "mend",
            fix: "fix",
            rule: "rule",
            how: "how",
            rules: "rules",
            practice: "good practice, outside the verdict",
            aside: "set aside by the plan's own settings, outside the verdict",
            severities: "the plan gives some rules another severity, or switches them off",
        },
        Lang::Zh => Labels {
            found: "发现",
            needed: "应为",
            at: "位置",
            mend: "处理",
            fix: "修复",
            rule: "规则",
            how: "办法",
            rules: "规则",
            practice: "最佳实践（不影响判定）",
            aside: "方案自身设置忽略的问题（不影响判定）",
            severities: "方案改变了部分规则的级别，或将其关闭",
        },
    }
}

/// The word for a severity in front of a finding.
pub(crate) fn severity(severity: Severity, lang: Lang) -> &'static str {
    match lang {
        Lang::En => severity.word(),
        Lang::Zh => severity.label().get(lang),
    }
}

pub(crate) fn heading(edition: Edition, now: &str, lang: Lang) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let edition = edition.title().get(lang);
    match lang {
        Lang::En => format!("Vaultplan {version} · {edition} · judged at {now}"),
        Lang::Zh => format!("Vaultplan {version} · {edition} · 判定时间 {now}"),
    }
}

pub(crate) fn clock_was_read(lang: Lang) -> &'static str {
    match lang {
        Lang::En => " (the clock)",
        Lang::Zh => "（取自系统时钟）",
    }
}

pub(crate) fn safety(safety: Safety, lang: Lang) -> &'static str {
    let text = match safety {
        Safety::Safe => text("safe", "可放心采用"),
        Safety::ChangesMeaning => text("changes what was asked for", "会改变原有意图"),
        Safety::NeedsValue => text("needs a value from you", "需要填写取值"),
        Safety::ByHand => text("done by hand, outside the plan", "需在方案之外手工完成"),
    };
    text.get(lang)
}

pub(crate) fn not_decided(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "not decided",
        Lang::Zh => "未判定",
    }
}

pub(crate) fn rules_wait(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, 1) => "1 rule waits for it".to_owned(),
        (Lang::En, _) => format!("{count} rules wait for it"),
        (Lang::Zh, _) => format!("{count} 条规则在等待"),
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    }
}

pub(crate) const IMPORT: Text = text("import", "导入");

/// In front of the fields that were not used.
pub(crate) fn ignored(why: Why, lang: Lang) -> &'static str {
    let text = match why {
        Why::Unusable => text("value cannot be used: ", "取值无法使用："),
        Why::Unknown => text("not known to this release: ", "此版本不认识："),
        Why::NotNeeded => text("nothing is judged by: ", "不用于判定："),
    };
    text.get(lang)
}

/// The numbers of the last line.
pub(crate) struct Sum {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) advice: usize,
    pub(crate) undecided: usize,
    pub(crate) passed: usize,
    /// Remarks of an import that say that something was not judged.
    pub(crate) unjudged: usize,
}

pub(crate) fn verdict(verdict: PlanVerdict, lang: Lang) -> &'static str {
    let text = match verdict {
        PlanVerdict::Pass => text("pass", "通过"),
        PlanVerdict::Fail => text("fail", "未通过"),
        PlanVerdict::Incomplete => text("incomplete", "未完成"),
        PlanVerdict::Undecided => text("undecided", "未判定"),
    };
    text.get(lang)
}

/// The sentence after the verdict.
pub(crate) fn sum(sum: &Sum, lang: Lang) -> String {
    let mut parts = match lang {
        Lang::En => {
            let found = format!(
                "{}, {}, {}",
                counted(sum.errors, "error", "errors"),
                counted(sum.warnings, "warning", "warnings"),
                counted(sum.advice, "advice", "advice"),
            );
            let undecided = match sum.undecided {
                0 => "nothing undecided".to_owned(),
                count => format!("{count} undecided"),
            };
            let passed = counted(sum.passed, "check passed", "checks passed");
            vec![found, undecided, passed]
        }
        Lang::Zh => vec![
            format!(
                "错误 {}，警告 {}，建议 {}",
                sum.errors, sum.warnings, sum.advice
            ),
            format!("未判定 {}", sum.undecided),
            format!("通过 {}", sum.passed),
        ],
    };
    if sum.unjudged > 0 {
        let count = sum.unjudged;
        parts.push(match lang {
            Lang::En => format!("not judged: {count}, see import"),
            Lang::Zh => format!("导入中有 {count} 项无法判定"),
        });
    }
    parts.join(match lang {
        Lang::En => "; ",
        Lang::Zh => "；",
    })
}

/// A source with its date.
pub(crate) fn source(source: &Source, lang: Lang) -> String {
    let (title, date) = (source.title, source.date);
    match (lang, date.strip_prefix("page without date, read ")) {
        (Lang::En, _) => format!("{title}, {date}"),
        (Lang::Zh, Some(read)) => format!("{title}，页面未注明日期，读取于 {read}"),
        (Lang::Zh, None) => format!("{title}，{date}"),
    }
}

pub(crate) fn stopped(lang: Lang) -> String {
    let most = limits::FINDINGS;
    match lang {
        Lang::En => format!("the check stopped after {most} findings; there may be more"),
        Lang::Zh => format!("检查在发现 {most} 个问题后终止；可能还有更多"),
    }
}

pub(crate) fn more_about(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "`vaultplan explain RULE` gives the reasons and sources of a rule",
        Lang::Zh => "`vaultplan explain 规则` 给出规则的原因与依据",
    }
}

// The rulebook for people.

pub(crate) const WHAT: Text = text("What", "内容");
pub(crate) const WHY: Text = text("Why", "原因");
pub(crate) const REMEDY: Text = text("What to do", "处理办法");
pub(crate) const FACTS: Text = text("Rests on", "依据");
pub(crate) const SOURCES: Text = text("Sources", "来源");
pub(crate) const EDITIONS: Text = text("Editions", "适用版本");
pub(crate) const SEVERITY: Text = text("Severity", "级别");
pub(crate) const FIX: Text = text("Fix", "修复");
pub(crate) const SINCE: Text = text("Since release", "始于版本");
