//! `vaultplan map`, and pictures as input of the other commands.

use std::path::Path;

use super::run::{NOW, Run, check, command, example, finish, vaultplan};

fn map(args: &[&str]) -> Run {
    vaultplan(&[&["map", "--now", NOW], args].concat())
}

fn asked(args: &[&str], input: &str) -> Run {
    finish(command().args(args), input.as_bytes())
}

/// Compares a picture with its file. `UPDATE_GOLDEN=1` writes it anew.
#[track_caller]
fn golden(name: &str, args: &[&str]) -> String {
    let run = map(args);
    assert_eq!(run.code, 0, "{run}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &run.out).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == run.out,
        "{name} differs; look at the picture, then set UPDATE_GOLDEN=1"
    );
    run.out
}

#[test]
fn pictures_are_as_their_files_hold_them() {
    golden(
        "three-vaults.svg",
        &["--lang", "en", &example("three-vaults.json")],
    );
    golden(
        "broken-pair.zh.svg",
        &["--lang", "zh", &example("broken-pair.json")],
    );
    let focus = [
        "--lang",
        "en",
        "--focus",
        "v-design",
        &example("three-vaults.json"),
    ];
    let chain = golden("three-vaults.design.svg", &focus);
    assert!(!chain.contains("office-vmware</text>") && chain.contains("设计资料</text>"));
}

#[test]
fn a_picture_is_checked_as_the_plan_that_it_carries() {
    let file = example("three-vaults.json");
    let picture = map(&[&file]).out;
    let direct = check(&["--format", "json", &file]);
    let json = ["check", "--now", NOW, "--format", "json", "-"];
    let carried = asked(&json, &picture);
    assert_eq!(
        (direct.code, &direct.out),
        (carried.code, &carried.out),
        "{carried}"
    );
    // Places are those of the picture's own lines.
    let text = asked(&["check", "--now", NOW, "-"], &picture);
    let places = text
        .out
        .lines()
        .filter_map(|line| line.split_once("<stdin>:"));
    let mut lines = places.filter_map(|(_, rest)| rest.split(':').next()?.parse::<usize>().ok());
    let line = lines.next().expect("a place");
    assert!(picture.lines().nth(line - 1).is_some(), "{text}");
    let head = picture
        .lines()
        .take_while(|line| !line.contains("<metadata"))
        .count();
    assert!(line > head, "{text}");
}

#[test]
fn a_picture_is_drawn_and_mended_again_and_never_overwritten() {
    let picture = map(&[&example("hangzhou-shanghai.json")]).out;
    let again = asked(&["map", "--now", NOW, "-"], &picture);
    assert_eq!(again.out, picture);
    let fixed = asked(&["fix", "--now", NOW, "-"], &picture);
    assert_eq!(fixed.code, 0, "{fixed}");
    assert!(fixed.out.starts_with("{\n"), "{fixed}");
    let file = std::env::temp_dir().join(format!("vaultplan-map-{}.svg", std::process::id()));
    std::fs::write(&file, &picture).expect("a file");
    let refused = vaultplan(&["fix", "--write", &file.display().to_string()]);
    assert_eq!(refused.code, 2, "{refused}");
    assert_eq!(std::fs::read_to_string(&file).expect("a file"), picture);
    std::fs::remove_file(&file).expect("a file");
}

#[test]
fn what_is_not_on_the_map_is_said() {
    let run = map(&["--focus", "c-office", &example("three-vaults.json")]);
    assert_eq!(run.code, 2, "{run}");
    assert!(run.err.contains("`c-office`"), "{run}");
}
