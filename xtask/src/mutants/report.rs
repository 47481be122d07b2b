//! `tests/mutants.md`: the score, and every mutant that no test noticed, with the reason that a person gave. The
//! file names no line and no commit, so that it changes only when a result does.

use std::fmt::Write as _;

use super::sample::Mutant;
use super::state::Fate;
use crate::tools::CARGO_MUTANTS;

const NO_REASON: &str = "  Reason: none yet";

/// What was chosen for a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Chosen {
    /// A sample, by this seed.
    Sample(u64),
    /// All of the files that changed.
    Changed,
    /// Every one.
    All,
}

/// A chosen mutant, with what became of it; `None`: not tested yet.
pub(crate) type Tried<'m> = (&'m Mutant, Option<Fate>);

/// The result of a run, and of the ones before it that it went on from.
pub(crate) struct Report<'m> {
    pub(crate) chosen: Chosen,
    /// How many mutants there are to choose from, and in how many files.
    pub(crate) mutants: usize,
    pub(crate) files: usize,
    /// In the order of the tests.
    pub(crate) tried: Vec<Tried<'m>>,
    /// How many fates were found before the engine or its tests changed elsewhere.
    pub(crate) older: usize,
}

impl Report<'_> {
    fn count(&self, fates: &[Fate]) -> usize {
        let is = |fate: &Option<Fate>| fate.is_some_and(|fate| fates.contains(&fate));
        self.tried.iter().filter(|(_, fate)| is(fate)).count()
    }

    /// How many were tested; what does not compile is no test.
    pub(crate) fn tested(&self) -> usize {
        self.count(&[Fate::Caught, Fate::Timeout, Fate::Missed])
    }

    fn caught(&self) -> usize {
        self.count(&[Fate::Caught, Fate::Timeout])
    }

    /// How many of the chosen ones can be tested, as far as is known.
    fn testable(&self) -> usize {
        self.tried.len() - self.count(&[Fate::Unviable])
    }

    pub(crate) fn is_complete(&self) -> bool {
        self.tried.iter().all(|(_, fate)| fate.is_some())
    }

    /// Caught of a thousand tested, rounded down; `None` when nothing was tested.
    pub(crate) fn score(&self) -> Option<usize> {
        (self.caught() * 1000).checked_div(self.tested())
    }

    fn survivors(&self) -> Vec<&str> {
        let mut keys: Vec<_> = self
            .tried
            .iter()
            .filter(|(_, fate)| *fate == Some(Fate::Missed))
            .map(|(mutant, _)| mutant.key.as_str())
            .collect();
        keys.sort_unstable();
        keys
    }

    /// The survivors without a reason in `written`, the file as it stands.
    pub(crate) fn unexplained(&self, written: &str) -> Vec<&str> {
        let mut keys = self.survivors();
        keys.retain(|key| reason(written, key).is_none());
        keys
    }

    /// One line for people at a terminal.
    pub(crate) fn line(&self) -> String {
        let score = self
            .score()
            .map_or_else(|| "no score".to_owned(), shown_score);
        format!(
            "{score}: {} of {} tested mutants caught; {} of {} tested",
            self.caught(),
            self.tested(),
            self.tested(),
            self.testable()
        )
    }

    /// The whole file, with the reasons that `before` holds. `all` are the mutants that there are: a reason whose
    /// mutant is not among those tested now is kept while the mutant exists.
    pub(crate) fn markdown(&self, before: &str, all: &[Mutant]) -> String {
        let mut text = String::from(
            "# Mutants\n\n\
             `cargo xtask mutants` breaks the rules and the facts on purpose, one place at a time, and runs the tests of\n\
             `tests/rules.rs` and of the engine's own modules on each such mutant. It writes this file. Write after `Reason:` why a survivor may live;\n\
             reasons are kept.\n\n",
        );
        let there = format!(
            "{} mutants in {} files of `src/rules` and `src/facts`",
            self.mutants, self.files
        );
        let chosen = match self.chosen {
            Chosen::Sample(seed) => format!(
                "{} of the {there}, seed {seed}, at least one in each file",
                self.testable()
            ),
            Chosen::Changed => {
                format!("those of changed files, {} of the {there}", self.testable())
            }
            Chosen::All => format!("all {there}"),
        };
        let score = self
            .score()
            .map_or_else(|| "none, nothing was tested".to_owned(), shown_score);
        let rows = [
            ("score", score),
            ("chosen", chosen),
            ("tested", self.shown_tested()),
            ("caught", self.shown_caught()),
            ("survived", self.survivors().len().to_string()),
            ("tool", format!("cargo-mutants {CARGO_MUTANTS}")),
        ];
        // Writing into a `String` cannot fail.
        text.push_str("| | |\n|---|---|\n");
        for (name, value) in rows {
            let _ok = writeln!(text, "| {name} | {value} |");
        }
        text.push_str("\n## Survivors\n\n");
        let survivors = self.survivors();
        if survivors.is_empty() {
            text.push_str("None.\n");
        }
        for key in &survivors {
            let _ok = writeln!(text, "{}", bullet(key));
            let kept = reason(before, key);
            let _ok = writeln!(text, "{}", kept.as_deref().unwrap_or(NO_REASON));
        }
        let tested = |key: &str| {
            let mut tried = self.tried.iter();
            tried.any(|(mutant, fate)| mutant.key == key && fate.is_some())
        };
        let mut resting: Vec<_> = all
            .iter()
            .map(|mutant| mutant.key.as_str())
            .filter(|key| !tested(key))
            .filter_map(|key| Some((key, reason(before, key)?)))
            .collect();
        resting.sort_unstable();
        if !resting.is_empty() {
            text.push_str("\n## Reasons for mutants that were not tested now\n\n");
        }
        for (key, reason) in resting {
            let _ok = writeln!(text, "{}\n{reason}", bullet(key));
        }
        text
    }

    fn shown_tested(&self) -> String {
        let mut shown = if self.is_complete() {
            self.tested().to_string()
        } else {
            format!(
                "{} of {}, the run is not complete",
                self.tested(),
                self.testable()
            )
        };
        if self.older > 0 {
            let _ok = write!(
                shown,
                "; {} of them before the last change elsewhere in the engine or its tests",
                self.older
            );
        }
        let unviable = self.count(&[Fate::Unviable]);
        if unviable > 0 {
            let _ok = write!(shown, "; {unviable} more do not compile");
        }
        shown
    }

    fn shown_caught(&self) -> String {
        match self.count(&[Fate::Timeout]) {
            0 => self.caught().to_string(),
            late => format!("{}, {late} of them by the time limit", self.caught()),
        }
    }
}

fn shown_score(score: usize) -> String {
    format!("{}.{} %", score / 10, score % 10)
}

/// The line of a survivor: code, fenced by more backticks than it holds.
fn bullet(key: &str) -> String {
    let mut longest = 0;
    let mut run = 0;
    for letter in key.chars() {
        run = if letter == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    format!("- {fence}{space}{key}{space}{fence}")
}

/// The lines below a survivor, when a person wrote a reason there.
fn reason(written: &str, key: &str) -> Option<String> {
    let bullet = bullet(key);
    let lines: Vec<&str> = written
        .lines()
        .skip_while(|line| *line != bullet)
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .collect();
    let reason = lines.join("\n");
    let said = reason.trim().trim_start_matches("Reason:").trim();
    (!said.is_empty() && reason != NO_REASON).then_some(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mutants(count: usize) -> Vec<Mutant> {
        (0..count)
            .map(|at| Mutant {
                file: "src/rules/a.rs".to_owned(),
                name: format!("src/rules/a.rs:{at}:1: replace {at} in judge"),
                key: format!("src/rules/a.rs: replace {at} in judge: `{{name}}`"),
            })
            .collect()
    }

    fn report<'m>(mutants: &'m [Mutant], fates: &[Option<Fate>]) -> Report<'m> {
        Report {
            chosen: Chosen::Sample(3),
            mutants: 4000,
            files: 180,
            tried: mutants.iter().zip(fates.iter().copied()).collect(),
            older: 0,
        }
    }

    const CAUGHT: Option<Fate> = Some(Fate::Caught);
    const MISSED: Option<Fate> = Some(Fate::Missed);

    #[test]
    fn the_score_counts_time_limits_as_caught_and_leaves_out_what_does_not_compile() {
        let mutants = mutants(5);
        let fates = [
            CAUGHT,
            Some(Fate::Timeout),
            MISSED,
            Some(Fate::Unviable),
            None,
        ];
        let report = report(&mutants, &fates);
        assert_eq!(report.score(), Some(666), "rounded down");
        assert_eq!(
            report.line(),
            "66.6 %: 2 of 3 tested mutants caught; 3 of 4 tested"
        );
        assert!(!report.is_complete());
    }

    #[test]
    fn nothing_tested_has_no_score() {
        let mutants = mutants(1);
        let report = report(&mutants, &[None]);
        assert_eq!(report.score(), None);
        assert!(
            report
                .markdown("", &mutants)
                .contains("| score | none, nothing was tested |")
        );
    }

    #[test]
    fn a_run_that_is_not_complete_says_so() {
        let mutants = mutants(3);
        let text = report(&mutants, &[CAUGHT, MISSED, None]).markdown("", &mutants);
        assert!(
            text.contains("| tested | 2 of 3, the run is not complete |"),
            "{text}"
        );
        let text = report(&mutants, &[CAUGHT, MISSED, CAUGHT]).markdown("", &mutants);
        assert!(text.contains("| tested | 3 |"), "{text}");
        assert!(text.contains("seed 3, at least one in each file"), "{text}");
    }

    #[test]
    fn reasons_are_kept_while_their_mutant_lives() {
        let mutants = mutants(4);
        let first = report(&mutants, &[MISSED, MISSED, MISSED, CAUGHT]);
        let text = first.markdown("", &mutants);
        assert_eq!(first.unexplained(&text).len(), 3);
        let told = text.replacen(
            NO_REASON,
            "  Reason: both names are equal here,\n  so either does.",
            1,
        );
        assert_eq!(first.unexplained(&told).len(), 2);
        assert_eq!(
            first.markdown(&told, &mutants),
            told,
            "written again, it stays"
        );

        let waiting = report(&mutants, &[None, CAUGHT, MISSED, CAUGHT]).markdown(&told, &mutants);
        let (survivors, resting) = waiting.split_once("## Reasons for").expect("a part for it");
        assert!(!survivors.contains("both names"), "{waiting}");
        assert!(resting.contains("  Reason: both names are equal here,\n  so either does."));
        assert_eq!(first.markdown(&waiting, &mutants), told, "and comes back");

        let caught = report(&mutants, &[CAUGHT; 4]).markdown(&told, &mutants);
        assert!(!caught.contains("both names"), "{caught}");
        assert!(caught.contains("None.\n"));
        let gone = report(&mutants[1..], &[MISSED; 3]).markdown(&told, &mutants[1..]);
        assert!(!gone.contains("both names"), "{gone}");
    }

    #[test]
    fn code_with_backticks_is_fenced_by_more() {
        assert_eq!(bullet("a > b"), "- `a > b`");
        assert_eq!(bullet("`a` ``b``"), "- ``` `a` ``b`` ```");
    }
}
