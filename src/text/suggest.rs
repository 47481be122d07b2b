//! "Did you mean": the nearest word of a closed list, or none when nothing is near.

/// The candidate nearest to `word`, ignoring case; `None` when even the nearest differs in more than a third.
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    among(word, &mut candidates.into_iter())
}

/// The search itself, once for all kinds of list.
fn among<'c>(word: &str, candidates: &mut dyn Iterator<Item = &'c str>) -> Option<&'c str> {
    let letters = |text: &str| -> Vec<char> { text.chars().take(64).map(lower).collect() };
    let word = letters(word);
    let allowed = (word.len() / 3).clamp(1, 4);
    let mut best = None;
    for candidate in candidates {
        let steps = distance(&word, &letters(candidate));
        if steps <= allowed && best.is_none_or(|(least, _)| steps < least) {
            best = Some((steps, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The small letter of a capital one in the alphabets where they stand a fixed step apart. The table of all
/// alphabets would be the largest constant of a module for browsers.
#[must_use]
pub fn lower(c: char) -> char {
    let step = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        _ => 0,
    };
    char::from_u32(u32::from(c) + step).unwrap_or(c)
}

/// Edits between two words, with a swap of neighbours counted as one (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, cb) in b.iter().enumerate() {
            let at = |row: &[usize], k: usize| row.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&last, j) + usize::from(ca != cb))
                .min(at(&last, j + 1) + 1)
                .min(at(&row, j) + 1);
            let swapped = j > 0 && i > 0 && b.get(j - 1) == Some(ca) && a.get(i - 1) == Some(cb);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(usize::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let regions = ["cn-hangzhou", "cn-shanghai", "cn-beijing"];
        assert_eq!(nearest("cn-hangzou", regions), Some("cn-hangzhou"));
        assert_eq!(nearest("cn-hnagzhou", regions), Some("cn-hangzhou"));
        assert_eq!(nearest("CN-Shanghai", regions), Some("cn-shanghai"));
        assert_eq!(nearest("mars", regions), None);
        assert_eq!(nearest("", regions), None);
    }

    #[test]
    fn capitals_of_the_common_alphabets_count_as_their_small_letters() {
        for c in ('\0'..='ӿ').filter(|c| lower(*c) != *c) {
            assert!(c.to_lowercase().eq([lower(c)]), "{c}");
        }
        for c in ('A'..='Z').chain('Α'..='Ρ').chain('А'..='Я') {
            assert!(c.to_lowercase().eq([lower(c)]), "{c}");
        }
        assert_eq!(nearest("ЁЖИК", ["ёжик"]), Some("ёжик"));
        assert_eq!(nearest("ÉCOLE", ["école"]), Some("école"));
    }
}
