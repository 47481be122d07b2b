//! What became of each part of a long chore: the table at its end and the exit code.

use std::fmt::Write as _;
use std::process::ExitCode;
use std::time::Duration;

/// What became of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    Passed(String),
    Failed(String),
    /// With the reason; never counted as passed.
    NotRun(String),
}

/// All parts of a chore, in the order in which they ran.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    rows: Vec<(String, Outcome, Duration)>,
}

impl Summary {
    pub(crate) fn add(&mut self, part: &str, outcome: Outcome, took: Duration) {
        self.rows.push((part.to_owned(), outcome, took));
    }

    /// The table; its last line is `N passed, N failed, N skipped`.
    pub(crate) fn table(&self) -> String {
        let width = self
            .rows
            .iter()
            .map(|(part, ..)| part.len())
            .max()
            .unwrap_or(0);
        let mut text = String::new();
        for (part, outcome, took) in &self.rows {
            let (word, note) = match outcome {
                Outcome::Passed(note) => ("passed", note),
                Outcome::Failed(note) => ("FAILED", note),
                Outcome::NotRun(note) => ("not run", note),
            };
            // Writing into a `String` cannot fail.
            let _ok = writeln!(
                text,
                "{part:width$}  {word:7}  {:7.1} s  {note}",
                took.as_secs_f64()
            );
        }
        for (part, outcome, _) in &self.rows {
            if let Outcome::NotRun(why) = outcome {
                let _ok = writeln!(text, "NOT RUN: {part}: {why}");
            }
        }
        let (passed, failed, skipped) = self.counts();
        let _ok = write!(text, "{passed} passed, {failed} failed, {skipped} skipped");
        text
    }

    /// 0: every part passed; 1: one failed; 4: none failed, but one could not run.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.code())
    }

    fn code(&self) -> u8 {
        match self.counts() {
            (_, 0, 0) => 0,
            (_, 0, _) => 4,
            _ => 1,
        }
    }

    fn counts(&self) -> (usize, usize, usize) {
        let count = |is: fn(&Outcome) -> bool| {
            self.rows
                .iter()
                .filter(|(_, outcome, _)| is(outcome))
                .count()
        };
        (
            count(|outcome| matches!(outcome, Outcome::Passed(_))),
            count(|outcome| matches!(outcome, Outcome::Failed(_))),
            count(|outcome| matches!(outcome, Outcome::NotRun(_))),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(outcomes: &[Outcome]) -> Summary {
        let mut summary = Summary::default();
        for (index, outcome) in outcomes.iter().enumerate() {
            summary.add(
                &format!("part {index}"),
                outcome.clone(),
                Duration::from_millis(1500),
            );
        }
        summary
    }

    fn passed() -> Outcome {
        Outcome::Passed("12 tests".to_owned())
    }

    fn failed() -> Outcome {
        Outcome::Failed("see above".to_owned())
    }

    fn not_run() -> Outcome {
        Outcome::NotRun("no browser".to_owned())
    }

    #[test]
    fn a_failure_outweighs_what_could_not_run() {
        assert_eq!(summary(&[passed(), passed()]).code(), 0);
        assert_eq!(summary(&[passed(), not_run()]).code(), 4);
        assert_eq!(summary(&[not_run(), failed(), passed()]).code(), 1);
    }

    #[test]
    fn the_last_line_counts_and_stands_alone() {
        let table = summary(&[passed(), failed(), not_run(), passed()]).table();
        assert_eq!(
            table.lines().last(),
            Some("2 passed, 1 failed, 1 skipped"),
            "{table}"
        );
        assert!(
            table
                .lines()
                .any(|line| line == "NOT RUN: part 2: no browser"),
            "{table}"
        );
        assert!(
            table.lines().any(|line| line.starts_with("part 1  FAILED")),
            "{table}"
        );
    }
}
