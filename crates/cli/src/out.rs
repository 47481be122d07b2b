//! Standard output and standard error. A reader that goes away (`| head`) ends the printing, not the program.

use std::io::{self, BufWriter, Write};

/// Prints to standard output through one buffer. Failures of the pipe are not the plan's: they are passed over.
pub(crate) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
    let mut out = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
    let _ = write(&mut out).and_then(|()| out.flush());
}

/// Prints a text to standard error, with a final line break.
pub(crate) fn complain(text: &str) {
    let mut err = io::stderr().lock();
    let _ = writeln!(err, "{}", text.trim_end());
}
