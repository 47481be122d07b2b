//! Files and standard input, bounded before they are read.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

use vaultplan::catalog::limits;
use vaultplan::import::picture;
use vaultplan::lang::Lang;

use crate::say;

/// A text to check, with the name under which messages speak of it.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// Whether it stood in a picture, which carries it.
    pub(crate) in_picture: bool,
}

/// Reads every file; `-` is standard input.
///
/// # Errors
/// One message for each file that cannot be had.
pub(crate) fn read_all(files: &[PathBuf], lang: Lang) -> Result<Vec<Input>, Vec<String>> {
    let mut inputs = Vec::new();
    let mut messages = Vec::new();
    let mut left = limits::TEXT_BYTES;
    for file in files {
        let is_stdin = file.as_os_str() == "-";
        let name = if is_stdin {
            say::STDIN.to_owned()
        } else {
            file.display().to_string()
        };
        let read = if is_stdin {
            bounded(io::stdin().lock(), left)
        } else {
            open(file, left)
        };
        match read {
            Ok(bytes) => {
                left = left.saturating_sub(bytes.len());
                let plan = std::str::from_utf8(&bytes).ok().and_then(picture::plan_in);
                inputs.push(Input {
                    name,
                    in_picture: plan.is_some(),
                    bytes: plan.map_or(bytes, String::into_bytes),
                });
            }
            Err(fault) => messages.push(say::cannot_read(&name, &fault, lang)),
        }
    }
    if messages.is_empty() {
        Ok(inputs)
    } else {
        Err(messages)
    }
}

/// Why a file cannot be had.
pub(crate) enum Fault {
    /// It is a directory.
    Directory,
    /// It, or all files together, exceed the limit.
    TooLong,
    /// The system says no.
    System(io::Error),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

fn open(path: &PathBuf, left: usize) -> Result<Vec<u8>, Fault> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(Fault::Directory);
    }
    // The size of a regular file is known before a byte is read; pipes and devices are bounded while reading.
    if about.is_file() && about.len() > left as u64 {
        return Err(Fault::TooLong);
    }
    bounded(file, left)
}

fn bounded(from: impl Read, left: usize) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    from.take(left as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > left {
        return Err(Fault::TooLong);
    }
    Ok(bytes)
}
