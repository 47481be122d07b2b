//! The lines in which two texts differ, with some lines around them: what a preview of a change shows.

/// Most lines in which two texts differ for their difference to be the shortest: the work grows with its square.
pub const SHORTEST: usize = 1_000;

/// A line of one text or of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'t> {
    /// In both texts.
    Same(&'t str),
    /// In the first text only.
    Gone(&'t str),
    /// In the second text only.
    New(&'t str),
}

/// Lines that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk<'t> {
    /// Number of its first line in the first text, from 1.
    pub before: usize,
    /// Number of its first line in the second text, from 1.
    pub after: usize,
    /// The lines.
    pub lines: Vec<Line<'t>>,
}

/// Where two texts differ, with `around` lines before and after each difference. The fewest lines are gone and new
/// where the difference is at most [`SHORTEST`]; a larger one is shown as all gone and all new.
/// Nothing where the texts are equal.
#[must_use]
pub fn diff<'t>(before: &'t str, after: &'t str, around: usize) -> Vec<Hunk<'t>> {
    let old: Vec<&str> = before.lines().collect();
    let new: Vec<&str> = after.lines().collect();
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = old.iter().zip(&new).take_while(same).count();
    let (old_rest, new_rest) = (from(&old, head), from(&new, head));
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev());
    let tail = tail.take_while(same).count();
    let old_middle = old_rest.get(..old_rest.len() - tail).unwrap_or_default();
    let new_middle = new_rest.get(..new_rest.len() - tail).unwrap_or_default();
    if old_middle.is_empty() && new_middle.is_empty() {
        return Vec::new();
    }
    let shown = head.min(around);
    let lead = from(&old, head - shown).iter().take(shown);
    let mut lines: Vec<Line<'t>> = lead.map(|line| Line::Same(line)).collect();
    match script(old_middle, new_middle) {
        Some(script) => lines.extend(script),
        None => {
            lines.extend(old_middle.iter().map(|line| Line::Gone(line)));
            lines.extend(new_middle.iter().map(|line| Line::New(line)));
        }
    }
    let trail = from(&old, old.len() - tail).iter().take(around);
    lines.extend(trail.map(|line| Line::Same(line)));
    hunks(&lines, head - shown + 1, around)
}

fn from<'l, 't>(lines: &'l [&'t str], at: usize) -> &'l [&'t str] {
    lines.get(at..).unwrap_or_default()
}

/// The lines near a difference, in groups. `first` is the number of the first line in both texts.
fn hunks<'t>(lines: &[Line<'t>], first: usize, around: usize) -> Vec<Hunk<'t>> {
    let mut hunks: Vec<Hunk<'t>> = Vec::new();
    let (mut before, mut after) = (first, first);
    // Where the line after the last one shown stands.
    let mut shown = 0;
    let differs = |line: &Line<'_>| !matches!(line, Line::Same(_));
    for (at, line) in lines.iter().enumerate() {
        let start = at.saturating_sub(around);
        let end = lines.len().min(at + around + 1);
        let near = lines.get(start..end).unwrap_or_default();
        if near.iter().any(differs) {
            match hunks.last_mut() {
                Some(hunk) if shown == at => hunk.lines.push(*line),
                _ => hunks.push(Hunk {
                    before,
                    after,
                    lines: vec![*line],
                }),
            }
            shown = at + 1;
        }
        before += usize::from(!matches!(line, Line::New(_)));
        after += usize::from(!matches!(line, Line::Gone(_)));
    }
    hunks
}

/// The shortest way from one list of lines to another, after Myers (1986). Row `d` holds, for each of its `d + 1`
/// diagonals, how far `d` lines that differ lead in the first list; `None` where more than the limit differ.
fn script<'t>(old: &[&'t str], new: &[&'t str]) -> Option<Vec<Line<'t>>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let (mut d, mut at) = 'found: loop {
        let d = rows.len();
        if d > SHORTEST {
            return None;
        }
        let mut row = Vec::with_capacity(d + 1);
        for at in 0..=d {
            let mut x = rows.last().map_or(0, |last| begin(last, at).0);
            // Diagonal `at` of row `d` holds the points where y is x + d - 2 at.
            let mut y = (x + d).saturating_sub(2 * at);
            while old.get(x).is_some_and(|line| new.get(y) == Some(line)) {
                x += 1;
                y += 1;
            }
            row.push(x);
            if (x, y) == (old.len(), new.len()) {
                rows.push(row);
                break 'found (d, at);
            }
        }
        rows.push(row);
    };
    // Back along the way, which gives the lines from the last to the first.
    let mut lines = Vec::new();
    loop {
        let end = *rows.get(d)?.get(at)?;
        let Some(last) = d.checked_sub(1).and_then(|above| rows.get(above)) else {
            lines.extend(old.get(..end)?.iter().rev().map(|line| Line::Same(line)));
            break;
        };
        let (start, new_line) = begin(last, at);
        let equal = old.get(start..end)?;
        lines.extend(equal.iter().rev().map(|line| Line::Same(line)));
        if new_line {
            let y = (start + d).checked_sub(2 * at + 1)?;
            lines.push(Line::New(new.get(y)?));
        } else {
            lines.push(Line::Gone(old.get(start.checked_sub(1)?)?));
            at -= 1;
        }
        d -= 1;
    }
    lines.reverse();
    Some(lines)
}

/// Where a diagonal begins in the row after `last`, and whether a new line led there.
fn begin(last: &[usize], at: usize) -> (usize, bool) {
    let by_new = last.get(at);
    let by_gone = at.checked_sub(1).and_then(|left| last.get(left));
    match (by_new, by_gone) {
        (Some(new), Some(gone)) if gone < new => (*new, true),
        (_, Some(gone)) => (gone + 1, false),
        (Some(new), None) => (*new, true),
        (None, None) => (0, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(not(target_arch = "wasm32"))]
    use proptest::prelude::*;

    fn shown(before: &str, after: &str, around: usize) -> Vec<String> {
        let mut shown = Vec::new();
        for hunk in diff(before, after, around) {
            shown.push(format!("@ {} {}", hunk.before, hunk.after));
            shown.extend(hunk.lines.iter().map(|line| match line {
                Line::Same(text) => format!("  {text}"),
                Line::Gone(text) => format!("- {text}"),
                Line::New(text) => format!("+ {text}"),
            }));
        }
        shown
    }

    #[test]
    fn a_changed_line_stands_between_its_neighbours() {
        let before = "a\nb\nc\nd\ne\nf\n";
        assert_eq!(
            shown(before, "a\nb\nc\nX\ne\nf\n", 1),
            ["@ 3 3", "  c", "- d", "+ X", "  e"]
        );
        assert_eq!(shown(before, before, 3), [""; 0]);
    }

    #[test]
    fn lines_come_and_go_at_either_end() {
        assert_eq!(shown("", "a\nb\n", 3), ["@ 1 1", "+ a", "+ b"]);
        assert_eq!(shown("a\nb\n", "", 3), ["@ 1 1", "- a", "- b"]);
        assert_eq!(shown("a\nb\n", "b\nc\n", 3), ["@ 1 1", "- a", "  b", "+ c"]);
    }

    #[test]
    fn differences_far_apart_are_groups_of_their_own() {
        let before: Vec<String> = (1..=20).map(|n| n.to_string()).collect();
        let mut after = before.clone();
        after[2] = "three".to_owned();
        after.remove(17);
        assert_eq!(
            shown(&before.join("\n"), &after.join("\n"), 1),
            [
                "@ 2 2", "  2", "- 3", "+ three", "  4", "@ 17 17", "  17", "- 18", "  19"
            ]
        );
    }

    #[test]
    fn a_difference_beyond_the_limit_is_all_gone_and_all_new() {
        let lines = |mark: &str| {
            (0..SHORTEST)
                .map(|n| format!("{mark}{n}\n"))
                .collect::<String>()
        };
        let (before, after) = (lines("a"), lines("b"));
        let hunks = diff(&before, &after, 3);
        assert_eq!(hunks.len(), 1);
        assert_eq!(hunks[0].lines.len(), 2 * SHORTEST);
        assert_eq!(hunks[0].lines[0], Line::Gone("a0"));
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest! {
        #[test]
        fn both_texts_can_be_told_from_their_difference(
            before in proptest::collection::vec(0..4_u8, 0..30),
            after in proptest::collection::vec(0..4_u8, 0..30),
        ) {
            let text = |lines: &[u8]| lines.iter().map(|n| format!("{n}\n")).collect::<String>();
            let (before, after) = (text(&before), text(&after));
            // With all lines around, the one group holds both texts.
            let hunks = diff(&before, &after, 100);
            prop_assert_eq!(hunks.is_empty(), before == after);
            let side = |new: bool| {
                let lines = hunks.iter().flat_map(|hunk| &hunk.lines);
                lines.filter_map(|line| match line {
                    Line::Same(text) => Some(*text),
                    Line::Gone(text) => (!new).then_some(*text),
                    Line::New(text) => new.then_some(*text),
                }).map(|line| format!("{line}\n")).collect::<String>()
            };
            if before != after {
                prop_assert_eq!(side(false), &*before);
                prop_assert_eq!(side(true), &*after);
            }
        }
    }
}
