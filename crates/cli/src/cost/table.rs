//! Tables of figures on a terminal.

use std::io::{self, Write};

use crate::human::flat;
use crate::paint::{Paint, Tone, pad, width};

/// A row: what it is of, and its figures.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) figures: Vec<Figure>,
    pub(super) tone: Option<Tone>,
}

/// A cell. Figures stand below figures, and what follows them below what follows them.
pub(super) struct Figure {
    text: String,
    after: &'static str,
    /// Whether the text takes the whole cell.
    is_word: bool,
}

impl Figure {
    /// A number, and what follows it.
    pub(super) const fn number(text: String, after: &'static str) -> Self {
        Self {
            text,
            after,
            is_word: false,
        }
    }

    /// A word in the place of a number.
    pub(super) const fn word(text: String) -> Self {
        Self {
            text,
            after: "",
            is_word: true,
        }
    }
}

/// The widths of a column: of what stands before, and of what follows.
#[derive(Clone, Copy, Default)]
struct Wide {
    number: usize,
    after: usize,
}

/// Writes rows below each other.
///
/// # Errors
/// Those of the output.
pub(super) fn write(o: &mut dyn Write, rows: &[Row], paint: Paint) -> io::Result<()> {
    let labels = rows.iter().map(|row| width(&row.label));
    let labels = labels.max().unwrap_or_default();
    let columns = rows.iter().map(|row| row.figures.len()).max();
    let wide: Vec<Wide> = (0..columns.unwrap_or_default())
        .map(|at| column(rows.iter().filter_map(|row| row.figures.get(at))))
        .collect();
    for row in rows {
        let mut line = format!("  {}", pad(&flat(&row.label), labels));
        for (figure, wide) in row.figures.iter().zip(&wide) {
            let after = if figure.is_word { 0 } else { wide.after };
            let number = wide.number + wide.after - after;
            line.push_str(&" ".repeat(3 + number.saturating_sub(width(&figure.text))));
            line.push_str(&figure.text);
            line.push_str(&pad(figure.after, after));
        }
        let line = line.trim_end();
        match row.tone {
            Some(tone) => writeln!(o, "{}", paint.paint(tone, line))?,
            None => writeln!(o, "{line}")?,
        }
    }
    Ok(())
}

fn column<'f>(figures: impl Iterator<Item = &'f Figure>) -> Wide {
    let (mut wide, mut words) = (Wide::default(), 0);
    for figure in figures {
        if figure.is_word {
            words = words.max(width(&figure.text));
        } else {
            wide.number = wide.number.max(width(&figure.text));
            wide.after = wide.after.max(width(figure.after));
        }
    }
    wide.number = wide.number.max(words.saturating_sub(wide.after));
    wide
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_below_figures() {
        let row = |label: &str, figure| Row {
            label: label.to_owned(),
            figures: vec![figure],
            tone: None,
        };
        let rows = [
            row("", Figure::word("month".to_owned())),
            row(
                "storage",
                Figure::number("1,052.59".to_owned(), " + unknown"),
            ),
            row("客户端", Figure::number("5.38".to_owned(), "")),
            row("traffic", Figure::word("unknown".to_owned())),
        ];
        let mut out = Vec::new();
        write(&mut out, &rows, Paint::never()).unwrap();
        let expected = [
            "                         month",
            "  storage   1,052.59 + unknown",
            "  客户端        5.38",
            "  traffic              unknown",
            "",
        ];
        let expected = expected.join("\n");
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
