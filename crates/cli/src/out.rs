//! Standard output and standard error. A reader that goes away (`| head`) ends the printing, not the program, and
//! no name out of a plan can steer the terminal on which it is shown.

use std::borrow::Cow;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Prints to standard output through one buffer, as it is. Failures of the pipe are not the plan's: they are
/// passed over.
pub(crate) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
    let mut out = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
    let _ = write(&mut out).and_then(|()| out.flush());
}

/// Prints text for people to standard output: as [`print`], without control characters.
pub(crate) fn show(colour: bool, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
    print(|out| write(&mut Screen { out, colour }));
}

/// Prints a text to standard error, with a final line break and without control characters.
pub(crate) fn complain(text: &str) {
    let mut err = io::stderr().lock();
    let _ = writeln!(err, "{}", harmless(text.trim_end(), false));
}

/// Puts a text in the place of a file: beside it first, then over it, so that no moment is without a whole file.
///
/// # Errors
/// Those of the file system; the file is then as before.
pub(crate) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link: what it names is replaced.
    let file = std::fs::canonicalize(file)?;
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = file.with_file_name(name);
    let written = std::fs::write(&beside, bytes)
        .and_then(|()| std::fs::set_permissions(&beside, std::fs::metadata(&file)?.permissions()))
        .and_then(|()| std::fs::rename(&beside, &file));
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}

struct Screen<'o> {
    out: &'o mut dyn Write,
    colour: bool,
}

impl Write for Screen<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Formatting hands over whole texts, so no character is ever cut in two.
        let text = String::from_utf8_lossy(bytes);
        self.out
            .write_all(harmless(&text, self.colour).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The text with every character replaced that steers a terminal or turns the direction of writing. With `colour`
/// the sequences that choose a colour stay.
fn harmless(text: &str, colour: bool) -> Cow<'_, str> {
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        let rest = text.get(at..).unwrap_or_default();
        match colour_code(rest).filter(|_| colour) {
            Some(code) => {
                out.push_str(code);
                chars.nth(code.chars().count() - 2);
            }
            None if steers(c) => out.push('\u{fffd}'),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The sequence at the start of a text that chooses a colour, as in `ESC [ 1 ; 31 m`.
fn colour_code(text: &str) -> Option<&str> {
    let body = text.strip_prefix("\u{1b}[")?;
    let end = body.find(|c: char| !(c.is_ascii_digit() || c == ';'))?;
    body.get(end..)?.strip_prefix('m')?;
    text.get(..end + 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_colours_may_steer_and_only_when_wanted() {
        let text = "\u{1b}[1;31merror\u{1b}[0m \u{1b}[2J\u{9b}x\u{202e}\ttwo\nlines";
        assert_eq!(
            harmless(text, true),
            "\u{1b}[1;31merror\u{1b}[0m \u{fffd}[2J\u{fffd}x\u{fffd}\u{fffd}two\nlines"
        );
        assert!(!harmless(text, false).contains('\u{1b}'));
        assert_eq!(harmless("plain 中文", false), "plain 中文");
    }
}
