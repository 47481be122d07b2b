//! Lines that cannot be understood: exit code 2, nothing on standard output, and a message that helps.

use super::run::{answer, command, example, finish, vaultplan};

#[track_caller]
fn wrong(args: &[&str], en: &str, zh: &str) {
    let run = vaultplan(args);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{run}");
    assert!(run.err.contains(en), "{run}");
    let mut args = args.to_vec();
    args.extend(["--lang", "zh"]);
    let run = vaultplan(&args);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{run}");
    assert!(run.err.contains(zh), "{run}");
}

#[test]
fn a_misspelt_word_gets_a_suggestion() {
    let plan = example("hangzhou-shanghai.json");
    wrong(
        &["chek", &plan],
        "did you mean `check`?",
        "是否想写 `check`？",
    );
    wrong(
        &["check", "--edition", "mirror-valut", &plan],
        "did you mean `mirror-vault`?",
        "是否想写 `mirror-vault`？",
    );
    wrong(
        &["check", "--fail-on", "warnings", &plan],
        "expected `error`, `warning`, `advice`",
        "应为 `error`、`warning`、`advice`",
    );
    wrong(
        &["check", "--formt", "json", &plan],
        "did you mean `--format`?",
        "是否想写 `--format`？",
    );
    wrong(
        &["check", "--now", "yesterday", &plan],
        "expected a time such as",
        "应为形如",
    );
    wrong(
        &["explain", "mirror-same-regoin"],
        "did you mean `mirror-same-region`?",
        "是否想写 `mirror-same-region`？",
    );
}

#[test]
fn what_is_missing_is_named() {
    wrong(&["check"], "`<FILE>...` is missing", "缺少 `<FILE>...`");
    wrong(&["explain"], "`<RULE>` is missing", "缺少 `<RULE>`");
    for (lang, text) in [
        ("en_GB.UTF-8", "a command is missing"),
        ("zh_CN", "缺少命令"),
    ] {
        let run = finish(command().env("LANG", lang), b"");
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{run}");
        assert!(run.err.contains(text), "{run}");
    }
}

#[test]
fn a_language_that_there_is_not_is_refused() {
    let run = vaultplan(&["rules", "--lang", "fr"]);
    assert_eq!(run.code, 2, "{run}");
    assert!(run.err.contains("expected `en`, `zh`"), "{run}");
}

#[test]
fn one_call_makes_one_plan() {
    let (one, two) = (
        example("hangzhou-shanghai.json"),
        example("broken-pair.json"),
    );
    wrong(
        &["check", &one, &two],
        "are both topology documents",
        "都是拓扑文档",
    );
    wrong(
        &["check", &one, &one],
        "are both topology documents",
        "都是拓扑文档",
    );
    wrong(
        &["check", &answer("flat.json"), &one],
        "a saved answer; check them one at a time",
        "请分别检查",
    );
    wrong(
        &["check", "-", "-"],
        "standard input can be read only once",
        "标准输入只能读取一次",
    );
}

#[test]
fn help_and_version_are_no_mistakes() {
    for (args, text) in [
        (&["--help"][..], "Commands:"),
        (&["--help", "--lang", "zh"], "命令:"),
        (&["check", "--help"], "Exit codes:"),
        (&["check", "--help", "--lang", "zh"], "退出码："),
        (&["rules", "-h"], "Options:"),
        (&["explain", "--help", "--lang", "zh"], "规则的编号或名称"),
        (&["--version"], env!("CARGO_PKG_VERSION")),
    ] {
        let run = vaultplan(args);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{run}");
        assert!(run.out.contains(text), "{run}");
    }
}
