//! Runs the command in an environment of its own and keeps what it said.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run said, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "exit {}\n--- out\n{}\n--- err\n{}",
            self.code, self.out, self.err
        )
    }
}

/// The command without the caller's language and colour settings.
pub(crate) fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vaultplan"));
    command.current_dir(root());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM"] {
        command.env_remove(name);
    }
    command
}

/// The time at which tests judge.
pub(crate) const NOW: &str = "2026-11-21T08:00:00Z";

/// Runs `vaultplan check` at that time.
pub(crate) fn check(args: &[&str]) -> Run {
    vaultplan(&[&["check", "--now", NOW], args].concat())
}

/// Runs the command to its end.
pub(crate) fn vaultplan(args: &[&str]) -> Run {
    finish(command().args(args), b"")
}

/// Runs a prepared command with bytes on its standard input.
pub(crate) fn finish(command: &mut Command, input: &[u8]) -> Run {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        // A command that refuses its input closes the pipe; that is its answer, not a failure of the test.
        scope.spawn(move || {
            let _ = stdin.write_all(input);
        });
        let output = child.wait_with_output().unwrap();
        Run {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    })
}

/// The folder of the workspace; the command runs in it.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// An example of the workspace, as the command is told of it.
pub(crate) fn example(name: &str) -> String {
    format!("examples/{name}")
}

/// A saved answer of the workspace, likewise.
pub(crate) fn answer(name: &str) -> String {
    format!("tests/formats/describe-vaults/{name}")
}
