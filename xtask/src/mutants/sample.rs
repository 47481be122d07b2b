//! What can be changed in the engine, and which changes a seed picks. A pick depends on the change alone, so other
//! files, and lines that move, leave it as it was.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::shell::{Result, Stop};

/// A change to one place of the engine, which a test should notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mutant {
    /// From the root, with slashes.
    pub(crate) file: String,
    /// As cargo-mutants names it, with line and column.
    pub(crate) name: String,
    /// File, change and text of the line, without its number: the same as long as the place reads the same.
    pub(crate) key: String,
}

/// The mutants in an answer of `cargo mutants --list --json`; `source` gives the text of a file.
pub(crate) fn listed(answer: &str, source: impl Fn(&str) -> Result<String>) -> Result<Vec<Mutant>> {
    let list: Vec<Value> = serde_json::from_str(answer)
        .map_err(|error| Stop::Failed(format!("the list of cargo-mutants: {error}")))?;
    let mut sources: BTreeMap<String, String> = BTreeMap::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut mutants = Vec::with_capacity(list.len());
    for entry in &list {
        let text = |pointer: &str| entry.pointer(pointer).and_then(Value::as_str);
        let line = entry.pointer("/span/start/line").and_then(Value::as_u64);
        let (Some(file), Some(name), Some(line)) = (text("/file"), text("/name"), line) else {
            return Err(Stop::Failed(format!(
                "cargo-mutants lists something without file, name or line: {entry}"
            )));
        };
        if !sources.contains_key(file) {
            sources.insert(file.to_owned(), source(file)?);
        }
        // A function's whole body is named by the function; its first line would say nothing.
        let shown = if text("/genre") == Some("FnValue") {
            None
        } else {
            let lines = sources.get(file).map(|source| source.lines());
            lines.and_then(|mut lines| lines.nth(usize::try_from(line).ok()?.checked_sub(1)?))
        };
        let mut key = format!("{file}: {}", change(name));
        if let Some(shown) = shown {
            key = format!("{key}: {}", shown.trim());
        }
        let count = seen.entry(key.clone()).or_default();
        *count += 1;
        if *count > 1 {
            key = format!("{key} #{count}");
        }
        mutants.push(Mutant {
            file: file.to_owned(),
            name: name.to_owned(),
            key,
        });
    }
    Ok(mutants)
}

/// A name without its place: `file:line:column: change`.
fn change(name: &str) -> &str {
    name.split_once(": ").map_or(name, |(_, change)| change)
}

/// The mutants that a seed picks, in the order in which they are tested: one of each file at least, `count` in all
/// unless there are more files or fewer mutants. Those that `unfit` names are passed over.
pub(crate) fn pick(
    mutants: &[Mutant],
    seed: u64,
    count: usize,
    unfit: impl Fn(&Mutant) -> bool,
) -> Vec<&Mutant> {
    let mut ranked: Vec<(u64, &Mutant)> = mutants
        .iter()
        .filter(|mutant| !unfit(mutant))
        .map(|mutant| (rank(seed, &mutant.key), mutant))
        .collect();
    ranked.sort_by(|a, b| (a.0, &a.1.key).cmp(&(b.0, &b.1.key)));
    let mut files = BTreeSet::new();
    let (firsts, others): (Vec<_>, Vec<_>) = ranked
        .into_iter()
        .partition(|(_, mutant)| files.insert(mutant.file.as_str()));
    let more = count.saturating_sub(firsts.len());
    let mut picked: Vec<_> = firsts
        .into_iter()
        .chain(others.into_iter().take(more))
        .collect();
    picked.sort_by(|a, b| (a.0, &a.1.key).cmp(&(b.0, &b.1.key)));
    picked.into_iter().map(|(_, mutant)| mutant).collect()
}

/// A number that looks random and is the same on every machine: the standard library promises that of no hash.
fn rank(seed: u64, key: &str) -> u64 {
    mix(hash(key.as_bytes()) ^ mix(seed.wrapping_add(0x9e37_79b9_7f4a_7c15)))
}

/// FNV-1a.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The last step of SplitMix64: spreads each bit over all others.
fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// A regular expression that matches this text and no other. Nothing else is escaped: `\<` would be a word's edge.
pub(crate) fn exactly(text: &str) -> String {
    let mut pattern = "^".to_owned();
    for letter in text.chars() {
        if r"\.+*?()|[]{}^$#&-~".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('$');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mutants(files: usize, each: usize) -> Vec<Mutant> {
        (0..files)
            .flat_map(|file| (0..each).map(move |at| (file, at)))
            .map(|(file, at)| Mutant {
                file: format!("src/rules/r{file}.rs"),
                name: format!("src/rules/r{file}.rs:{at}:1: replace {at} in judge"),
                key: format!("src/rules/r{file}.rs: replace {at} in judge"),
            })
            .collect()
    }

    fn keys(picked: &[&Mutant]) -> Vec<String> {
        picked.iter().map(|mutant| mutant.key.clone()).collect()
    }

    #[test]
    fn a_seed_picks_the_same_mutants_whatever_their_order() {
        let all = mutants(12, 9);
        let mut turned = all.clone();
        turned.reverse();
        let picked = keys(&pick(&all, 3, 40, |_| false));
        assert_eq!(picked.len(), 40);
        assert_eq!(picked, keys(&pick(&turned, 3, 40, |_| false)));
        assert_ne!(picked, keys(&pick(&all, 4, 40, |_| false)));
    }

    #[test]
    fn a_pick_is_written_down_here_so_that_it_stays_for_ever() {
        let all = mutants(2, 3);
        assert_eq!(
            keys(&pick(&all, 3, 3, |_| false)),
            [
                "src/rules/r1.rs: replace 1 in judge",
                "src/rules/r0.rs: replace 1 in judge",
                "src/rules/r1.rs: replace 2 in judge",
            ]
        );
    }

    #[test]
    fn every_file_has_one_even_where_the_count_is_smaller() {
        let all = mutants(30, 5);
        for count in [0, 10, 30, 31, 149, 150, 1000] {
            let picked = pick(&all, 3, count, |_| false);
            let files: BTreeSet<_> = picked.iter().map(|mutant| &mutant.file).collect();
            assert_eq!(files.len(), 30, "{count}");
            assert_eq!(picked.len(), count.clamp(30, 150), "{count}");
        }
    }

    #[test]
    fn what_is_unfit_gives_its_place_to_the_next() {
        let all = mutants(6, 6);
        let before = keys(&pick(&all, 3, 12, |_| false));
        let gone = before[0].clone();
        let after = keys(&pick(&all, 3, 12, |mutant| mutant.key == gone));
        assert_eq!(after.len(), 12);
        assert!(!after.contains(&gone));
        let stayed = before.iter().filter(|key| after.contains(key)).count();
        assert_eq!(stayed, 11, "the others stay");
    }

    #[test]
    fn a_new_file_moves_few_of_the_others() {
        let all = mutants(20, 10);
        let before = keys(&pick(&all[10..], 3, 60, |_| false));
        let after = keys(&pick(&all, 3, 60, |_| false));
        let stayed = before.iter().filter(|key| after.contains(key)).count();
        assert!(stayed >= 50, "{stayed} of 60");
    }

    #[test]
    fn a_mutant_is_known_by_what_it_does_and_not_by_its_line() {
        let answer = r#"[
            {"file": "a.rs", "name": "a.rs:1:6: replace > with >= in judge", "genre": "BinaryOperator",
             "span": {"start": {"line": 1, "column": 6}}},
            {"file": "a.rs", "name": "a.rs:3:6: replace > with >= in judge", "genre": "BinaryOperator",
             "span": {"start": {"line": 3, "column": 6}}},
            {"file": "a.rs", "name": "a.rs:2:1: replace f -> bool with true", "genre": "FnValue",
             "span": {"start": {"line": 2, "column": 1}}}]"#;
        let found = listed(answer, |_| {
            Ok("  if a > b {\n    x\n  if a > b {\n".to_owned())
        })
        .unwrap();
        let found: Vec<_> = found.iter().map(|mutant| mutant.key.as_str()).collect();
        assert_eq!(
            found,
            [
                "a.rs: replace > with >= in judge: if a > b {",
                "a.rs: replace > with >= in judge: if a > b { #2",
                "a.rs: replace f -> bool with true",
            ]
        );
    }

    #[test]
    fn a_list_without_places_is_refused() {
        assert!(listed(r#"[{"file": "a.rs"}]"#, |_| Ok(String::new())).is_err());
        assert!(listed("no list", |_| Ok(String::new())).is_err());
    }

    #[test]
    fn a_pattern_escapes_what_patterns_read_and_nothing_else() {
        assert_eq!(
            exactly("a.rs:1:2: replace f -> Option<&str> with None"),
            r"^a\.rs:1:2: replace f \-> Option<\&str> with None$"
        );
        assert_eq!(
            exactly("delete match arm [x] (y|z)"),
            r"^delete match arm \[x\] \(y\|z\)$"
        );
    }
}
