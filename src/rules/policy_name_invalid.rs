//! The name of a policy keeps to the service's length, beginning and characters.

use super::declare::declare_rule;
use super::shared::is_longer;
use crate::catalog::limits;
use crate::facts::{Facts, PolicyFact, PolicyKind, stated};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P006" "policy-name-invalid", since "0.2", Policy, Error,
    fix ChangesMeaning, over Policies, in CLOUD_BACKUP,
    from [BACKUP_POLICIES, GO_SDK],
    rests on [POLICY_NAME],
    title: {
        en: "an invalid policy name",
        zh: "备份策略名称无效",
    },
    message: {
        en: "the name of policy `{policy}` {problem}",
        zh: "备份策略 `{policy}` 的名称{problem}",
    },
    expected: {
        en: "2 to 128 characters that begin with a letter and not with `auto`, and hold besides letters and digits only `.`, `_`, `-` and `:`",
        zh: "2 至 128 个字符，以文字开头且不以 `auto` 开头，除文字和数字外只含 `.`、`_`、`-`、`:`",
    },
    what: {
        en: "The name of a policy of one's own keeps to the length, the beginning and the characters that the service allows. Letters of other alphabets and Chinese characters are letters here.",
        zh: "自建备份策略的名称符合服务对长度、开头和字符的要求。汉字和其他文字均视为文字。",
    },
    why: {
        en: "The service refuses other names. Names that begin with `auto` are its own.",
        zh: "服务会拒绝其他名称。以 `auto` 开头的名称由服务自己使用。",
    },
    remedy: {
        en: "Rename the policy.",
        zh: "重命名该策略。",
    },
}

fn judge(policy: &PolicyFact<'_>, _: &Facts<'_>) -> Judged {
    let Some(name) = stated(policy.doc.name.as_ref()) else {
        return Ok(Verdict::NotApplicable);
    };
    // What an import brought has the name that the service gave or took.
    if policy.kind()? == PolicyKind::Plan || policy.doc.origin.is_some() {
        return Ok(Verdict::NotApplicable);
    }
    let Some(problem) = problem(name) else {
        return Ok(Verdict::Pass);
    };
    let fail = Fail::at(policy, "/name")
        .arg("policy", name)
        .arg("problem", problem)
        .actual(name);
    let mended = mended(name);
    if self::problem(&mended).is_some() {
        let label = Text::new("Give it another name", "改用其他名称");
        return fail.fix(Safety::NeedsValue, label).into();
    }
    let label = Text::new("Rename it to `{name}`", "重命名为 `{name}`");
    fail.fix(Safety::ChangesMeaning, label)
        .set(&mended)
        .with("name", mended)
        .into()
}

/// What is wrong with a name.
fn problem(name: &str) -> Option<Text> {
    if name.chars().nth(limits::POLICY_NAME_LEAST - 1).is_none() {
        Some(Text::new("is too short", "过短"))
    } else if is_longer(name, limits::POLICY_NAME) {
        Some(Text::new("is too long", "过长"))
    } else if !name.starts_with(is_letter) {
        Some(Text::new("does not begin with a letter", "没有以文字开头"))
    } else if begins_with_auto(name) {
        Some(Text::new("begins with `auto`", "以 `auto` 开头"))
    } else if !name.chars().all(may_stand) {
        Some(Text::new(
            "holds a character that is not allowed",
            "含有不允许的字符",
        ))
    } else {
        None
    }
}

/// Letters of all alphabets count, and only signs of the English keyboard are told apart from them.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() || !letter.is_ascii()
}

fn may_stand(letter: char) -> bool {
    is_letter(letter) || letter.is_ascii_digit() || matches!(letter, '.' | '_' | '-' | ':')
}

fn begins_with_auto(name: &str) -> bool {
    let start = name.as_bytes().get(..4);
    start.is_some_and(|start| start.eq_ignore_ascii_case(b"auto"))
}

/// The name with hyphens for what may not stand, and a letter before a beginning that is not allowed.
fn mended(name: &str) -> String {
    let start = if name.starts_with(is_letter) && !begins_with_auto(name) {
        ""
    } else {
        "p-"
    };
    let letters = name.trim().chars();
    let letters = letters.map(|letter| if may_stand(letter) { letter } else { '-' });
    let all = start.chars().chain(letters);
    all.take(limits::POLICY_NAME).collect()
}
