//! Running other programs: with a time limit, shown or kept in a log.

use std::fmt;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Why a chore ended early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Something ran and failed, or could not be read or written.
    Failed(String),
    /// Something that the chore needs is not there; nothing is known about the project itself.
    CannotRun(String),
    /// The command line was not understood.
    Usage(String),
}

/// What a chore gives back.
pub(crate) type Result<T> = std::result::Result<T, Stop>;

impl Stop {
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Stop::Failed(_) => ExitCode::from(1),
            Stop::Usage(_) => ExitCode::from(2),
            Stop::CannotRun(_) => ExitCode::from(4),
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Failed(why) | Stop::CannotRun(why) | Stop::Usage(why) => f.write_str(why),
        }
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Stop::Failed(error.to_string())
    }
}

/// Adds to an input or output error what was being done.
pub(crate) trait Doing<T> {
    fn doing(self, what: impl fmt::Display) -> Result<T>;
}

impl<T> Doing<T> for std::io::Result<T> {
    fn doing(self, what: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Stop::Failed(format!("{what}: {error}")))
    }
}

/// The command as a person would type it.
pub(crate) fn spelled(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a program whose output the user sees; its standard output goes to our standard error, which
/// keeps our own standard output for results.
pub(crate) fn run(command: &mut Command, limit: Duration) -> Result<()> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::from(std::io::stderr()));
    let status = wait(start(command)?, limit, |_| {})?;
    succeeded(command, status)
}

/// The standard output of a program that answers at once; its standard error is dropped.
pub(crate) fn answer(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .doing(spelled(command))?;
    succeeded(command, Some(output.status))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program with all its output in a log, and shows a sign of life on long runs.
pub(crate) fn run_logged(command: &mut Command, log: &Path, limit: Duration) -> Result<()> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).doing(folder.display())?;
    }
    let file = File::options()
        .create(true)
        .append(true)
        .open(log)
        .doing(log.display())?;
    let errors = file.try_clone().doing(log.display())?;
    command.stdin(Stdio::null()).stdout(file).stderr(errors);
    let mut shown = 0;
    let status = wait(start(command)?, limit, |elapsed| {
        let ticks = elapsed.as_secs() / 20;
        if ticks > shown {
            shown = ticks;
            eprintln!("       … {} s: {}", elapsed.as_secs(), last_line(log));
        }
    })?;
    succeeded(command, status)
}

fn start(command: &mut Command) -> Result<Child> {
    command.spawn().map_err(|error| {
        let what = spelled(command);
        if error.kind() == std::io::ErrorKind::NotFound {
            Stop::CannotRun(format!("`{what}`: the program was not found"))
        } else {
            Stop::Failed(format!("`{what}`: {error}"))
        }
    })
}

/// Waits for the end; `None` when the limit passed and the program was ended.
fn wait(
    mut child: Child,
    limit: Duration,
    mut tick: impl FnMut(Duration),
) -> Result<Option<ExitStatus>> {
    let begun = Instant::now();
    let mut pause = Duration::from_millis(5);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if begun.elapsed() >= limit {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        tick(begun.elapsed());
        sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(200));
    }
}

fn succeeded(command: &Command, status: Option<ExitStatus>) -> Result<()> {
    match status {
        Some(status) if status.success() => Ok(()),
        Some(status) => Err(Stop::Failed(format!(
            "`{}` ended with {status}",
            spelled(command)
        ))),
        None => Err(Stop::Failed(format!(
            "`{}` passed its time limit",
            spelled(command)
        ))),
    }
}

fn last_line(log: &Path) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let line = text.lines().rev().find(|line| !line.trim().is_empty());
    line.unwrap_or("no output yet")
        .trim()
        .chars()
        .take(100)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_not_a_failure_of_the_project() {
        let stop = run(
            &mut Command::new("vaultplan-no-such-program"),
            Duration::from_secs(1),
        );
        assert!(matches!(stop, Err(Stop::CannotRun(_))), "{stop:?}");
    }

    #[test]
    fn a_command_is_spelled_with_its_arguments() {
        assert_eq!(
            spelled(Command::new("cargo").args(["test", "-p", "x"])),
            "cargo test -p x"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_hangs_is_ended() {
        let begun = Instant::now();
        let stop = run(Command::new("sleep").arg("30"), Duration::from_millis(50));
        assert!(matches!(stop, Err(Stop::Failed(_))), "{stop:?}");
        assert!(begun.elapsed() < Duration::from_secs(10));
    }

    #[cfg(unix)]
    #[test]
    fn a_log_keeps_both_streams() {
        let log = std::env::temp_dir().join(format!("xtask-log-{}", std::process::id()));
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2"]);
        run_logged(&mut command, &log, Duration::from_secs(10)).unwrap();
        let text = fs::read_to_string(&log).unwrap();
        fs::remove_file(&log).unwrap();
        assert!(text.contains("one") && text.contains("two"), "{text}");
    }
}
