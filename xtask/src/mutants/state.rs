//! What is known of each mutant from earlier runs, kept in the target directory: this is how a run goes on where
//! the last one stopped.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::sample::Mutant;
use crate::shell::{Doing, Result};

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// A test failed.
    Caught,
    /// The tests did not end.
    Timeout,
    /// The tests passed.
    Missed,
    /// It does not compile, so there was nothing to test.
    Unviable,
}

/// Each fate with its word, which is also the name of the tool's list of such mutants.
const FATES: [(Fate, &str); 4] = [
    (Fate::Caught, "caught"),
    (Fate::Timeout, "timeout"),
    (Fate::Missed, "missed"),
    (Fate::Unviable, "unviable"),
];

impl Fate {
    fn word(self) -> &'static str {
        FATES
            .iter()
            .find(|(fate, _)| *fate == self)
            .map_or("", |(_, word)| word)
    }

    fn from_word(word: &str) -> Option<Self> {
        FATES
            .iter()
            .find(|(_, known)| *known == word)
            .map(|(fate, _)| *fate)
    }
}

/// The texts on which a fate depends, each as one number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// Each file that is mutated.
    pub(crate) files: BTreeMap<String, String>,
    /// The engine, its examples and what judges them, together.
    pub(crate) all: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    fate: Fate,
    file: String,
    all: String,
}

/// The fates known so far, by the key of the mutant.
#[derive(Debug, Default)]
pub(crate) struct State {
    known: BTreeMap<String, Known>,
}

impl State {
    /// What an earlier run wrote; nothing when there was none or it cannot be read.
    pub(crate) fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(state_file(folder)).unwrap_or_default();
        let value: Value = serde_json::from_str(&text).unwrap_or_default();
        let mut known = BTreeMap::new();
        for (key, entry) in value.as_object().into_iter().flatten() {
            let field = |name: &str| entry.get(name).and_then(Value::as_str);
            if let (Some(fate), Some(file), Some(all)) = (
                field("fate").and_then(Fate::from_word),
                field("file"),
                field("all"),
            ) {
                let (file, all) = (file.to_owned(), all.to_owned());
                known.insert(key.clone(), Known { fate, file, all });
            }
        }
        State { known }
    }

    /// Writes beside the old file and renames: a run that is stopped here loses nothing.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let map: Map<String, Value> = self
            .known
            .iter()
            .map(|(key, it)| {
                let entry = json!({ "fate": it.fate.word(), "file": it.file, "all": it.all });
                (key.clone(), entry)
            })
            .collect();
        let file = state_file(folder);
        let unfinished = file.with_extension("unfinished");
        fs::write(&unfinished, format!("{:#}\n", Value::Object(map)))
            .doing(unfinished.display())?;
        fs::rename(&unfinished, &file).doing(file.display())
    }

    /// The fate of a mutant, as long as it holds. What was caught, or does not compile, holds until its own file
    /// changes: examples are added, not taken away. What was missed is tried again after any change.
    pub(crate) fn fate(&self, mutant: &Mutant, marks: &Marks) -> Option<Fate> {
        let known = self.known.get(&mutant.key)?;
        if marks.files.get(&mutant.file) != Some(&known.file) {
            return None;
        }
        (known.fate != Fate::Missed || known.all == marks.all).then_some(known.fate)
    }

    /// Whether the fate was found on the texts as they are now, all of them.
    pub(crate) fn is_of_today(&self, mutant: &Mutant, marks: &Marks) -> bool {
        self.known
            .get(&mutant.key)
            .is_some_and(|known| known.all == marks.all)
    }

    /// Notes what may be tested now, for [`State::absorb`].
    pub(crate) fn ask(folder: &Path, mutants: &[Mutant], marks: &Marks) -> Result<()> {
        let asked: Map<String, Value> = mutants
            .iter()
            .map(|mutant| {
                let file = marks.files.get(&mutant.file);
                let entry = json!({ "key": mutant.key, "file": file, "all": marks.all });
                (mutant.name.clone(), entry)
            })
            .collect();
        let file = asked_file(folder);
        fs::write(&file, Value::Object(asked).to_string()).doing(file.display())
    }

    /// Takes over what the tool wrote about the mutants that were noted last, however that run ended; the
    /// tool adds to its lists after each mutant.
    pub(crate) fn absorb(&mut self, folder: &Path) -> Result<()> {
        let asked = asked_file(folder);
        let text = fs::read_to_string(&asked).unwrap_or_default();
        let value: Value = serde_json::from_str(&text).unwrap_or_default();
        for (fate, word) in FATES {
            let list = folder.join("mutants.out").join(format!("{word}.txt"));
            for name in fs::read_to_string(list).unwrap_or_default().lines() {
                let field = |field: &str| value.get(name)?.get(field)?.as_str();
                if let (Some(key), Some(file), Some(all)) =
                    (field("key"), field("file"), field("all"))
                {
                    let (file, all) = (file.to_owned(), all.to_owned());
                    self.known.insert(key.to_owned(), Known { fate, file, all });
                }
            }
        }
        self.write(folder)?;
        // The lists stay for people; without the question they are not taken over twice.
        if asked.exists() {
            fs::remove_file(&asked).doing(asked.display())?;
        }
        Ok(())
    }
}

fn state_file(folder: &Path) -> PathBuf {
    folder.join("state.json")
}

fn asked_file(folder: &Path) -> PathBuf {
    folder.join("asked.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mutant(at: usize) -> Mutant {
        Mutant {
            file: "src/rules/a.rs".to_owned(),
            name: format!("src/rules/a.rs:{at}:1: replace {at} in judge"),
            key: format!("src/rules/a.rs: replace {at} in judge"),
        }
    }

    fn marks(file: &str, all: &str) -> Marks {
        Marks {
            files: BTreeMap::from([("src/rules/a.rs".to_owned(), file.to_owned())]),
            all: all.to_owned(),
        }
    }

    /// A folder after a run that tested four of five mutants and was stopped.
    fn stopped(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let lists = folder.join("mutants.out");
        fs::create_dir_all(&lists).unwrap();
        let all: Vec<Mutant> = (0..5).map(mutant).collect();
        State::ask(&folder, &all, &marks("f", "a")).unwrap();
        for (at, list) in ["caught", "timeout", "missed", "unviable"]
            .iter()
            .enumerate()
        {
            let line = format!("{}\nsrc/rules/b.rs:1:1: of another run\n", mutant(at).name);
            fs::write(lists.join(format!("{list}.txt")), line).unwrap();
        }
        folder
    }

    fn fates(state: &State, marks: &Marks) -> Vec<Option<Fate>> {
        (0..5).map(|at| state.fate(&mutant(at), marks)).collect()
    }

    #[test]
    fn a_run_that_was_stopped_is_taken_over_once_and_kept() {
        let folder = stopped("taken");
        let mut state = State::read(&folder);
        assert_eq!(fates(&state, &marks("f", "a")), [None; 5]);
        state.absorb(&folder).unwrap();
        let expected = [
            Some(Fate::Caught),
            Some(Fate::Timeout),
            Some(Fate::Missed),
            Some(Fate::Unviable),
            None,
        ];
        assert_eq!(fates(&state, &marks("f", "a")), expected);
        assert_eq!(state.known.len(), 4, "what nobody asked for is not taken");
        let mut again = State::read(&folder);
        assert_eq!(fates(&again, &marks("f", "a")), expected);
        again.known.clear();
        again.absorb(&folder).unwrap();
        assert!(again.known.is_empty(), "the question was answered");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_fate_ends_with_the_text_on_which_it_rests() {
        let folder = stopped("ends");
        let mut state = State::read(&folder);
        state.absorb(&folder).unwrap();
        let after_a_new_example = marks("f", "b");
        assert_eq!(
            fates(&state, &after_a_new_example),
            [
                Some(Fate::Caught),
                Some(Fate::Timeout),
                None,
                Some(Fate::Unviable),
                None
            ]
        );
        assert!(state.is_of_today(&mutant(0), &marks("f", "a")));
        assert!(!state.is_of_today(&mutant(0), &after_a_new_example));
        assert_eq!(fates(&state, &marks("g", "b")), [None; 5]);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_spoilt_state_is_no_state() {
        let folder = std::env::temp_dir().join(format!("xtask-spoilt-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(state_file(&folder), "{ \"a\": {").unwrap();
        assert!(State::read(&folder).known.is_empty());
        fs::remove_dir_all(&folder).unwrap();
    }
}
