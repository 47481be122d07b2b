//! Colour and columns. Colour only repeats what a word says already.

use std::io::IsTerminal;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Error,
    Warning,
    Advice,
    Undecided,
    Pass,
    Strong,
    Quiet,
}

/// Paints, or leaves text as it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    on: bool,
}

impl Paint {
    /// Colour for standard output: on a terminal that can, and without `NO_COLOR`.
    pub(crate) fn for_stdout() -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self {
            on: std::io::stdout().is_terminal() && !set("NO_COLOR") && !dumb,
        }
    }

    /// No colour anywhere.
    #[cfg(test)]
    pub(crate) const fn never() -> Self {
        Self { on: false }
    }

    /// Whether there is colour.
    pub(crate) fn is_on(self) -> bool {
        self.on
    }

    /// The text in a tone.
    pub(crate) fn paint(self, tone: Tone, text: &str) -> String {
        if !self.on {
            return text.to_owned();
        }
        let code = match tone {
            Tone::Error => "1;31",
            Tone::Warning => "1;33",
            Tone::Advice => "1;36",
            Tone::Undecided => "1;35",
            Tone::Pass => "1;32",
            Tone::Strong => "1",
            Tone::Quiet => "2",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}

/// Columns that a text takes on a terminal: two for Chinese, Japanese, Korean and full-width characters.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

fn char_width(c: char) -> usize {
    match u32::from(c) {
        0x1100..=0x115F
        | 0x2E80..=0x303E
        | 0x3041..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE4F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1FAFF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

/// The text, filled with spaces up to a width in columns.
pub(crate) fn pad(text: &str, columns: usize) -> String {
    let mut out = text.to_owned();
    for _ in width(text)..columns {
        out.push(' ');
    }
    out
}

/// Breaks prose into lines of at most `columns`. Chinese text breaks between any two characters, but never before
/// a closing mark; words and quoted values stay whole.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(text) {
        let wide = width(piece.trim_end());
        if used > 0 && used + wide > columns {
            lines.push(line.trim_end().to_owned());
            line = String::new();
            used = 0;
        }
        line.push_str(piece);
        used += width(piece);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The pieces between which a line may break.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let next = chars.peek().map(|(_, next)| *next);
        let closing = next.is_some_and(|n| "，。；：、！？）》”’…".contains(n));
        let opening = "（《“‘".contains(c);
        let wide = char_width(c) == 2 || next.is_some_and(|n| char_width(n) == 2);
        if (c == ' ' || (wide && !closing && !opening)) && end < text.len() {
            pieces.extend(text.get(start..end));
            start = end;
        }
    }
    pieces.extend(text.get(start..));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_text_stays_as_it_is() {
        assert_eq!(Paint { on: false }.paint(Tone::Error, "error"), "error");
        let painted = Paint { on: true }.paint(Tone::Error, "error");
        assert!(painted.starts_with('\u{1b}') && painted.contains("error"));
    }

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!(width("错误"), 4);
        assert_eq!(pad("错误", 6), "错误  ");
        assert_eq!(pad("error", 3), "error");
    }

    #[test]
    fn prose_breaks_between_words_and_loses_none() {
        let text = "Choose another region for the mirror, then look at it again.";
        let lines = wrap(text, 24);
        assert!(lines.iter().all(|line| width(line) <= 24), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_chinese_line_never_begins_with_a_closing_mark() {
        let text = "为镜像库选择其他地域。若镜像库已存在，请核对其记录：服务不会在该地域创建它。";
        let lines = wrap(text, 22);
        assert_eq!(lines.concat(), text);
        assert!(lines.len() > 2);
        for line in lines {
            assert!(!line.starts_with(['，', '。', '：']), "{line}");
        }
    }
}
