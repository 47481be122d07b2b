//! The report as Markdown, for tickets, wikis and reviews: summary, vaults, findings with their sources, what the
//! plan leaves unsaid. What a user named is set apart and never becomes markup.

use super::json::{self, ImportJson};
use super::{PlanVerdict, Report};
use crate::catalog::editions::Edition;
use crate::catalog::sources::Source;
use crate::catalog::vocabulary as vocab;
use crate::facts::{Facts, Store};
use crate::finding::{Finding, Missing, ObjectKind, ObjectRef, Outcome, Severity};
use crate::lang::{Arg, Lang, Text};
use crate::model::{Mirror, Vault, time};

/// So many names are listed where a line names objects.
const NAMES: usize = 12;

/// Writes a report in one language. Linear in the plan and its findings.
#[must_use]
pub fn markdown(report: &Report<'_>, lang: Lang, import: Option<&ImportJson>) -> String {
    let mut page = Writer {
        out: String::new(),
        report,
        lang,
    };
    page.summary(import);
    page.vaults();
    page.findings();
    page.undecided();
    page.practice();
    page.aside();
    page.import(import);
    page.assumptions();
    page.out
}

struct Writer<'r> {
    out: String,
    report: &'r Report<'r>,
    lang: Lang,
}

impl<'r> Writer<'r> {
    fn add(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.out.push_str(part));
    }

    fn say(&mut self, text: &Text) {
        self.out.push_str(text.get(self.lang));
    }

    fn fill(&mut self, text: &Text, name: &'static str, value: String) {
        let args = [Arg {
            name,
            value: value.into(),
        }];
        let filled = text.fill(self.lang, &args);
        self.out.push_str(&filled);
    }

    fn heading(&mut self, text: &Text) {
        self.add(&["\n## ", text.get(self.lang), "\n\n"]);
    }

    /// A sentence of the engine, as a part of a line.
    fn sentence(&mut self, text: &str) {
        self.out.push_str(&prose(text));
    }

    fn summary(&mut self, import: Option<&ImportJson>) {
        let report = self.report;
        let facts = &report.facts;
        self.out.push_str("# ");
        match facts.plan.name.as_deref().map(str::trim) {
            Some(name) if !name.is_empty() => self.out.push_str(&escaped(name)),
            _ => self.say(&UNTITLED),
        }
        self.out.push_str("\n\n- ");
        let verdict = report.verdict_with(import.and_then(|import| import.unjudged));
        self.say(&match verdict {
            PlanVerdict::Pass => Text::new("Verdict: **pass**", "判定：**通过**"),
            PlanVerdict::Fail => Text::new("Verdict: **fail**", "判定：**未通过**"),
            PlanVerdict::Incomplete => Text::new(
                "Verdict: **incomplete**, because the check stopped at its limit",
                "判定：**未完成**，检查在达到上限时停止",
            ),
            PlanVerdict::Undecided => Text::new(
                "Verdict: **undecided**, because facts are missing",
                "判定：**未判定**，缺少事实",
            ),
        });
        self.out.push_str("\n- ");
        let edition = facts.edition.title().get(self.lang).to_owned();
        self.fill(
            &Text::new("Edition: {edition}", "规则版本：{edition}"),
            "edition",
            edition,
        );
        if let Some(now) = facts.now.map(time::format) {
            self.out.push_str("\n- ");
            self.fill(&Text::new("Judged at {now}", "判定时间：{now}"), "now", now);
        }
        let counts: [(usize, Text); 5] = [
            (
                report.failed(Severity::Error),
                Text::new("errors: {n}", "错误：{n}"),
            ),
            (
                report.failed(Severity::Warning),
                Text::new("warnings: {n}", "警告：{n}"),
            ),
            (
                report.failed(Severity::Advice),
                Text::new("advice: {n}", "建议：{n}"),
            ),
            (
                report.undecided(),
                Text::new("cannot decide: {n}", "无法判定：{n}"),
            ),
            (
                report.passed(),
                Text::new("checks passed: {n}", "通过的检查：{n}"),
            ),
        ];
        let mut between = "\n- ";
        for (count, text) in &counts {
            self.out.push_str(between);
            self.fill(text, "n", count.to_string());
            between = COMMA.get(self.lang);
        }
        self.out.push('\n');
    }

    fn vaults(&mut self) {
        let facts = &self.report.facts;
        if facts.vaults.is_empty() && facts.mirrors.is_empty() {
            return;
        }
        self.heading(&Text::new("Vaults and mirrors", "备份库与镜像库"));
        let head = [
            Text::new("Vault", "备份库"),
            Text::new("Region", "地域"),
            Text::new("Type", "类型"),
            Text::new("Encryption", "加密"),
            Text::new("Mirror", "镜像库"),
            Text::new("Mirror's region", "镜像地域"),
            Text::new("Mirror's encryption", "镜像加密"),
        ];
        for text in &head {
            self.out.push_str("| ");
            self.say(text);
            self.out.push(' ');
        }
        self.out.push_str("|\n");
        self.out.push_str(&"|---".repeat(head.len()));
        self.out.push_str("|\n");
        for vault in &facts.vaults {
            let mut mirrors = facts.mirrors_of(vault);
            let kind = match &vault.doc.kind {
                Some(kind) => kind,
                None => "STANDARD",
            };
            let kind = vocab::VAULT_TYPE.label(kind).unwrap_or(Text::new("", ""));
            let mut next = mirrors.next();
            loop {
                self.store(Store::Vault(vault), Some(kind.get(self.lang)));
                match next {
                    Some(mirror) => self.store(Store::Mirror(mirror), None),
                    None => self.out.push_str("| – | | "),
                }
                self.out.push_str("|\n");
                next = mirrors.next();
                if next.is_none() {
                    break;
                }
            }
        }
        let alone = facts.mirrors.iter().filter(|m| {
            let source = facts.source_vault(m);
            source.is_err()
        });
        for mirror in alone {
            let source = facts.source_name(mirror);
            self.add(&["| ", &escaped(source), " | | | "]);
            self.store(Store::Mirror(mirror), None);
            self.out.push_str("|\n");
        }
    }

    /// The cells of a vault or mirror: name, region, type where it is given, encryption.
    fn store(&mut self, store: Store<'_, '_>, kind: Option<&str>) {
        let unknown = UNKNOWN.get(self.lang);
        let region = store.region();
        let region = region.map_or_else(|_| unknown.to_owned(), |r| escaped(&r.display(self.lang)));
        self.add(&["| ", &escaped(store.name()), " | ", &region, " "]);
        if let Some(kind) = kind {
            self.add(&["| ", kind, " "]);
        }
        self.out.push_str("| ");
        let method = store.method().map(|method| method.word());
        let method = method.and_then(|word| vocab::ENCRYPTION.label(word));
        self.say(&method.unwrap_or(UNKNOWN));
        if let Some(key) = store.kms_key() {
            self.add(&[" ", &escaped(key)]);
        }
        self.out.push(' ');
    }

    fn findings(&mut self) {
        let report = self.report;
        self.heading(&Text::new("Findings", "检查结果"));
        let failed = |f: &&&Finding| matches!(f.outcome, Outcome::Fail(_));
        let all: Vec<&Finding> = report.findings.iter().filter(|f| failed(&f)).collect();
        if all.is_empty() {
            self.say(&Text::new("None.", "无。"));
            self.out.push('\n');
        }
        for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
            for finding in all.iter().filter(|f| f.severity == severity) {
                self.finding(finding);
            }
        }
    }

    fn finding(&mut self, finding: &Finding) {
        let Outcome::Fail(fail) = &finding.outcome else {
            return;
        };
        let (lang, rule) = (self.lang, finding.rule);
        let severity = finding.severity.label().get(lang);
        self.add(&["- **", severity, "** "]);
        self.sentence(&json::message(finding, lang));
        self.add(&[" (`", rule.slug, "`, ", rule.code, ")\n"]);
        self.out.push_str("  - ");
        self.object(finding.spot().object);
        self.add(&[COMMA.get(lang), &code(&finding.spot().pointer()), "\n"]);
        if let Some(actual) = &fail.actual {
            let found = code(actual);
            self.line(
                &Text::new("found: {found}", "现值：{found}"),
                "found",
                found,
            );
        }
        let needed = prose(&rule.expected.fill(lang, &fail.args));
        self.line(
            &Text::new("needed: {needed}", "应为：{needed}"),
            "needed",
            needed,
        );
        for fix in &fail.fixes {
            let label = prose(&json::fix_label(fix, lang));
            self.line(&Text::new("to mend: {fix}", "修复：{fix}"), "fix", label);
        }
        for source in rule.sources {
            let source = linked(source, lang);
            self.line(
                &Text::new("source: {source}", "出处：{source}"),
                "source",
                source,
            );
        }
    }

    fn line(&mut self, text: &Text, name: &'static str, value: String) {
        self.out.push_str("  - ");
        self.fill(text, name, value);
        self.out.push('\n');
    }

    /// What an object is called.
    fn object(&mut self, object: ObjectRef) {
        let facts = &self.report.facts;
        self.out.push_str(object.kind.label().get(self.lang));
        if object.kind != ObjectKind::Plan {
            self.add(&[" ", &code(facts.name(object))]);
        }
    }

    /// What waits, by the fact that is missing.
    fn undecided(&mut self) {
        let lang = self.lang;
        // Groups in the order in which they are met; a plan waits for few facts or is very broken.
        let mut groups: Vec<(&Missing, usize)> = Vec::new();
        let mut more = 0;
        for finding in &self.report.findings {
            let Outcome::Undecided(missing) = &finding.outcome else {
                continue;
            };
            let room = groups.len() < FACTS;
            let same = |(other, _): &&mut (&Missing, usize)| {
                other.wanted.slug == missing.wanted.slug && other.object == missing.object
            };
            match groups.iter_mut().find(same) {
                Some((_, rules)) => *rules += 1,
                None if room => groups.push((missing, 1)),
                None => more += 1,
            }
        }
        if groups.is_empty() {
            return;
        }
        self.heading(&Text::new("Cannot decide", "无法判定"));
        for (missing, rules) in groups {
            self.out.push_str("- ");
            self.sentence(&json::what_is_missing(missing, lang));
            self.fill(
                &Text::new(" (checks that wait: {n})", "（等待的检查：{n}）"),
                "n",
                rules.to_string(),
            );
            self.add(&["\n  - ", &prose(missing.wanted.how.get(lang)), "\n"]);
        }
        self.more(more);
    }

    fn more(&mut self, more: usize) {
        if more > 0 {
            self.out.push_str("- ");
            self.fill(
                &Text::new("and {n} more", "另有 {n} 项"),
                "n",
                more.to_string(),
            );
            self.out.push('\n');
        }
    }

    fn practice(&mut self) {
        if self.report.practice.is_empty() {
            return;
        }
        self.heading(&Text::new(
            "Good practice, outside the verdict",
            "最佳实践（不影响判定）",
        ));
        for finding in &self.report.practice {
            self.out.push_str("- ");
            self.sentence(&json::message(finding, self.lang));
            self.add(&[" (`", finding.rule.slug, "`)\n"]);
        }
    }

    /// What the plan sets aside: a pass by that must not look like any other.
    fn aside(&mut self) {
        let settings = self.report.facts.plan.settings.as_deref();
        let judged_otherwise = settings.is_some_and(|settings| !settings.severities.is_empty());
        if self.report.aside.is_empty() && !judged_otherwise {
            return;
        }
        self.heading(&Text::new("Set by the plan", "方案自身的设置"));
        for aside in &self.report.aside {
            self.out.push_str("- ");
            self.out
                .push_str(aside.finding.severity.label().get(self.lang));
            self.out.push(' ');
            self.sentence(&json::message(&aside.finding, self.lang));
            let setting = self.report.settings.get(aside.setting);
            if let Some(one) = setting.and_then(|setting| setting.suppression()) {
                self.add(&[COLON.get(self.lang), &escaped(&one.reason)]);
            }
            self.add(&[" (`", aside.finding.rule.slug, "`)\n"]);
        }
        for choice in settings.map_or(&[][..], |settings| &settings.severities) {
            self.add(&[
                "- ",
                &code(&choice.rule),
                COLON.get(self.lang),
                choice.severity.word(),
                "\n",
            ]);
        }
    }

    fn import(&mut self, import: Option<&ImportJson>) {
        let Some(import) = import else {
            return;
        };
        self.heading(&Text::new("What the import says", "导入说明"));
        for list in [&import.understood, &import.notes, &import.ignored] {
            for line in list {
                self.add(&["- ", &prose(line), "\n"]);
            }
        }
    }

    /// What the plan leaves unsaid, and what counts instead.
    fn assumptions(&mut self) {
        let facts = &self.report.facts;
        self.heading(&Text::new("Assumptions", "前提"));
        self.out.push_str("- ");
        self.say(&Text::new(
            "Judged from the plan alone by the public documentation; the service was not asked.",
            "仅依据方案与公开文档判定，未查询服务。",
        ));
        self.out.push('\n');
        if facts.plan.edition.is_none() && facts.edition == Edition::default() {
            self.out.push_str("- ");
            self.say(&Text::new(
                "The plan names no edition; the default counts.",
                "方案未指定规则版本，采用默认版本。",
            ));
            self.out.push('\n');
        }
        for (text, silent) in VAULT_SILENCE {
            let silent = facts.vaults.iter().filter(|vault| silent(vault.doc));
            self.silent(text, &mut silent.map(|vault| vault.object));
        }
        for (text, silent) in MIRROR_SILENCE {
            let listed = facts.mirrors.iter().filter(|m| m.implied_by.is_none());
            let silent = listed.filter(|mirror| silent(mirror.doc));
            self.silent(text, &mut silent.map(|mirror| mirror.object));
        }
    }

    /// A line on what is not said, with the names of those that do not say it.
    fn silent(&mut self, text: &Text, objects: &mut dyn Iterator<Item = ObjectRef>) {
        let facts: &Facts<'_> = &self.report.facts;
        let (mut names, mut more) = (String::new(), 0_usize);
        for (number, object) in objects.enumerate() {
            if number >= NAMES {
                more += 1;
                continue;
            }
            if number > 0 {
                names.push_str(COMMA.get(self.lang));
            }
            names.push_str(&code(facts.name(object)));
        }
        if names.is_empty() {
            return;
        }
        self.out.push_str("- ");
        self.fill(text, "names", names);
        if more > 0 {
            self.fill(
                &Text::new(" and {n} more", "，另有 {n} 个"),
                "n",
                more.to_string(),
            );
        }
        self.out.push('\n');
    }
}

/// So many missing facts are listed.
const FACTS: usize = 200;

const UNTITLED: Text = Text::new("Untitled plan", "未命名方案");
const UNKNOWN: Text = Text::new("unknown", "未知");
const COMMA: Text = Text::new(", ", "，");
const COLON: Text = Text::new(": ", "：");

/// What counts where nothing is said, and who says nothing.
type SilentVault = (&'static Text, fn(&Vault<'_>) -> bool);
/// The same of mirrors.
type SilentMirror = (&'static Text, fn(&Mirror<'_>) -> bool);

/// Which vaults are silent about something, and what counts instead.
const VAULT_SILENCE: &[SilentVault] = &[
    (
        &Text::new(
            "No vault type is stated, so General Backup vault counts: {names}",
            "未填写备份库类型，按普通备份库处理：{names}",
        ),
        |vault| vault.kind.is_none(),
    ),
    (
        &Text::new(
            "No encryption method is stated, so Cloud Backup-managed counts: {names}",
            "未填写加密方式，按云备份托管处理：{names}",
        ),
        |vault| vault.encryption.is_none(),
    ),
    (
        &Text::new(
            "No redundancy is stated, so the service chooses by region: {names}",
            "未填写冗余类型，由服务按地域决定：{names}",
        ),
        |vault| vault.redundancy.is_none(),
    ),
];

/// The same of mirrors.
const MIRROR_SILENCE: &[SilentMirror] = &[
    (
        &Text::new(
            "The mirror states no encryption method, so Cloud Backup-managed counts: {names}",
            "镜像库未填写加密方式，按云备份托管处理：{names}",
        ),
        |mirror| mirror.encryption.is_none(),
    ),
    (
        &Text::new(
            "The mirror states no bandwidth, so when it holds everything is unknown: {names}",
            "镜像库未填写带宽，何时拥有全部数据未知：{names}",
        ),
        |mirror| mirror.bandwidth_mbps.is_none(),
    ),
];

/// The link to a source, with its date.
fn linked(source: &Source, lang: Lang) -> String {
    let undated = source.date.strip_prefix("page without date, read ");
    let (between, date) = match (lang, undated) {
        (Lang::En, _) => (", ", source.date),
        (Lang::Zh, Some(read)) => ("，页面未注明日期，读取于 ", read),
        (Lang::Zh, None) => ("，", source.date),
    };
    let title = escaped(source.title);
    ["[", &title, "](<", source.address, ">)", between, date].concat()
}

/// Text that stays text: signs that Markdown or HTML could take for markup are escaped, line breaks become blanks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A value as code, whatever it holds.
fn code(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let (mut run, mut longest) = (0_usize, 0_usize);
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let flat: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    // A blank beside the fence keeps a backtick, or a blank of the value's own, from being taken away.
    let blank = if flat.starts_with(['`', ' ']) || flat.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    [&fence, blank, &flat, blank, &fence].concat()
}

/// A sentence of the engine: what stands in backticks is the user's and becomes code, the rest is escaped.
fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (number, part) in text.split('`').enumerate() {
        if number % 2 == 1 {
            out.push_str(&code(part));
        } else {
            out.push_str(&escaped(part));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_names() {
        assert_eq!(
            escaped("a|b <img> *x*\n# y"),
            "a\\|b \\<img\\> \\*x\\* \\# y"
        );
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code(" "), "`   `");
        assert_eq!(
            prose("vault `a|<b>` is *not* here"),
            "vault `a|<b>` is \\*not\\* here"
        );
    }
}
