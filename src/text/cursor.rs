//! Steps through JSON text: white space, strings, numbers and words, each read by one function. What reads the
//! document and what explains a broken one stand on it. Knows JSON's letters, not its structure.

use std::borrow::Cow;

use super::scan::Fault;

/// A place in JSON text. A step that fails leaves it where the fault is.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    /// The start of a text.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The offset in bytes.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The text from an offset to here.
    #[must_use]
    pub fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The byte that comes next.
    #[must_use]
    #[inline(always)]
    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over a byte of ASCII when it comes next.
    #[inline(always)]
    pub fn take(&mut self, byte: u8) -> bool {
        let comes = self.peek() == Some(byte);
        self.at += usize::from(comes);
        comes
    }

    /// Steps over white space.
    #[inline(always)]
    pub fn space(&mut self) {
        if self.peek().is_some_and(|byte| byte <= b' ') {
            self.at = self.behind_space();
        }
    }

    /// By value, so that a cursor in registers stays there.
    #[inline(never)]
    fn behind_space(self) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(at) {
            at += 1;
        }
        at
    }

    /// Steps over a word such as `null` when it comes next.
    pub fn word(&mut self, word: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let comes = rest.starts_with(word.as_bytes());
        if comes {
            self.at += word.len();
        }
        comes
    }

    /// A string without escapes, far from the end of the text. Nothing, and no step, when something else comes next.
    #[inline(always)]
    pub fn plain(&mut self) -> Option<&'t str> {
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        if self.peek() != Some(b'"') {
            return None;
        }
        let mut at = start;
        loop {
            let chunk = bytes.get(at..)?.first_chunk::<8>()?;
            let marks = marks(u64::from_le_bytes(*chunk));
            if marks == 0 {
                at += 8;
                continue;
            }
            at += (marks.trailing_zeros() >> 3) as usize;
            if bytes.get(at) != Some(&b'"') {
                return None;
            }
            self.at = at + 1;
            return self.text.get(start..at);
        }
    }

    /// A string, borrowed where no escape stands in it.
    ///
    /// # Errors
    /// [`Fault::Value`] when none comes next, else what is wrong in it.
    #[inline(never)]
    pub fn string(&mut self) -> Result<Cow<'t, str>, Fault> {
        if let Some(text) = self.plain() {
            return Ok(Cow::Borrowed(text));
        }
        let start = self.at;
        if !self.take(b'"') {
            return Err(Fault::Value);
        }
        self.plain_bytes();
        match self.peek() {
            Some(b'"') => {
                let text = self.since(start + 1);
                self.at += 1;
                Ok(Cow::Borrowed(text))
            }
            Some(b'\\') => self.escaped(start).map(Cow::Owned),
            _ => Err(self.unprintable(start)),
        }
    }

    /// Steps over what stands for itself in a string.
    fn plain_bytes(&mut self) {
        while let Some(0x20..=0x21 | 0x23..=0x5b | 0x5d..) = self.peek() {
            self.at += 1;
        }
    }

    /// The rest of a string that began at `start`, from its first backslash on.
    #[cold]
    fn escaped(&mut self, start: usize) -> Result<String, Fault> {
        let mut out = String::from(self.since(start + 1));
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape(start)?),
                Some(0x20..) => {
                    let plain = self.at;
                    self.plain_bytes();
                    out.push_str(self.since(plain));
                }
                _ => return Err(self.unprintable(start)),
            }
        }
    }

    /// What is wrong with a string in which a control character or the text's end comes next. A line's end is where
    /// a quote is missing.
    fn unprintable(&mut self, start: usize) -> Fault {
        match self.peek() {
            None | Some(b'\n' | b'\r') => {
                self.at = start;
                Fault::OpenString
            }
            Some(_) => Fault::Control,
        }
    }

    /// The character of an escape in a string that began at `start`.
    fn escape(&mut self, start: usize) -> Result<char, Fault> {
        let slash = self.at;
        self.at += 1;
        let Some(kind) = self.peek() else {
            self.at = start;
            return Err(Fault::OpenString);
        };
        self.at += 1;
        let found = match kind {
            b'"' | b'\\' | b'/' => Some(char::from(kind)),
            b'b' => Some('\u{8}'),
            b'f' => Some('\u{c}'),
            b'n' => Some('\n'),
            b'r' => Some('\r'),
            b't' => Some('\t'),
            b'u' => self.unicode(),
            _ => None,
        };
        found.ok_or_else(|| {
            self.at = slash;
            Fault::Escape
        })
    }

    /// The character of `\u`, or of two of them that make a surrogate pair.
    fn unicode(&mut self) -> Option<char> {
        let first = self.hex()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        if !self.word("\\u") {
            return None;
        }
        let low = self.hex()?.checked_sub(0xdc00).filter(|n| *n < 0x400)?;
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + low)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4)?;
        let value = digits.iter().try_fold(0, |value, digit| {
            Some(value << 4 | char::from(*digit).to_digit(16)?)
        })?;
        self.at += 4;
        Some(value)
    }

    /// A whole number from 0; anything else that begins like a number stops behind its digits.
    ///
    /// # Errors
    /// [`Fault::Number`] when no digit comes next, zeros lead, or it is beyond 64 bits.
    pub fn whole(&mut self) -> Result<u64, Fault> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut value = 0_u64;
        while let Some(digit @ b'0'..=b'9') = bytes.get(self.at) {
            // `checked_mul` would multiply in 128 bits, of which WebAssembly has none.
            if value > u64::MAX / 10 {
                return Err(Fault::Number);
            }
            let digit = u64::from(digit - b'0');
            value = (value * 10).checked_add(digit).ok_or(Fault::Number)?;
            self.at += 1;
        }
        let zeros_lead = self.at > start + 1 && bytes.get(start) == Some(&b'0');
        if self.at == start || zeros_lead {
            return Err(Fault::Number);
        }
        Ok(value)
    }

    /// The whole number that the rest of the text is, when it is nothing else.
    pub(crate) fn whole_alone(mut self) -> Option<u64> {
        self.whole().ok().filter(|_| self.at == self.text.len())
    }

    /// Steps over a number of any kind.
    ///
    /// # Errors
    /// [`Fault::Number`] when it is not written as JSON writes numbers.
    pub fn number(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.take(b'-');
        let zero = self.take(b'0');
        let mut good = zero || self.digits();
        if self.take(b'.') {
            good &= self.digits();
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'-') || self.take(b'+');
            good &= self.digits();
        }
        // `01`, `1-2`, `1.2.3`: what follows is no number's end.
        let ends = !matches!(
            self.peek(),
            Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')
        );
        if good && ends {
            Ok(())
        } else {
            self.at = start;
            Err(Fault::Number)
        }
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        self.at > start
    }
}

/// Of eight bytes of a string, the first one that is no plain part of it: its lowest marked bit lies in the byte of
/// the first quote, backslash or control character. Bytes above that one may be marked by mistake.
const fn marks(bytes: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let quote = bytes ^ (ONES * 0x22);
    let slash = bytes ^ (ONES * 0x5c);
    let below = bytes.wrapping_sub(ONES * 0x20) & !bytes;
    let quote = quote.wrapping_sub(ONES) & !quote;
    let slash = slash.wrapping_sub(ONES) & !slash;
    (below | quote | slash) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    fn string(text: &str) -> Result<Cow<'_, str>, (usize, Fault)> {
        let mut cursor = Cursor::new(text);
        let read = cursor.string();
        read.map_err(|fault| (cursor.at(), fault))
    }

    #[test]
    fn strings_are_borrowed_unless_escaped() {
        for length in 0..40 {
            let inner = "名x".repeat(length);
            let text = format!("\"{inner}\" ");
            assert!(matches!(string(&text), Ok(Cow::Borrowed(s)) if s == inner));
            let text = format!("\"{inner}\\\"{inner}\\u540d\\ud83d\\ude00\"");
            let expected = format!("{inner}\"{inner}名😀");
            assert!(matches!(string(&text), Ok(Cow::Owned(s)) if s == expected));
        }
    }

    #[test]
    fn every_byte_is_marked_or_not() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut bytes = [b'x'; 8];
                bytes[place] = byte;
                let marked = byte < 0x20 || byte == b'"' || byte == b'\\';
                let found = marks(u64::from_le_bytes(bytes));
                assert_eq!(found != 0, marked, "{byte} at {place}");
                if marked {
                    assert_eq!((found.trailing_zeros() / 8) as usize, place, "{byte}");
                }
            }
        }
    }

    #[test]
    fn faults_in_strings_name_their_place() {
        assert_eq!(string("\"abc"), Err((0, Fault::OpenString)));
        assert_eq!(string("\"abc\n\""), Err((0, Fault::OpenString)));
        assert_eq!(string("\"abcdefghij\u{1}\""), Err((11, Fault::Control)));
        assert_eq!(string("\"a\\"), Err((0, Fault::OpenString)));
        assert_eq!(string("\"\\n\\x\""), Err((3, Fault::Escape)));
        for bad in ["\\u12", "\\u12g4", "\\ud800", "\\ud800\\u0041", "\\udc00"] {
            assert_eq!(string(&format!("\"{bad}\"")), Err((1, Fault::Escape)));
        }
        assert_eq!(string("x"), Err((0, Fault::Value)));
    }

    #[test]
    fn numbers_are_as_json_writes_them() {
        let number = |text| {
            let mut cursor = Cursor::new(text);
            cursor.number().is_ok() && cursor.at() == text.len()
        };
        for good in ["0", "-0", "12", "1.50", "-1e5", "0.1E+10", "1e-3"] {
            assert!(number(good), "{good}");
        }
        for bad in [
            "", "-", "01", "1.", ".5", "1e", "1e+", "+1", "1-2", "--1", "1.2.3",
        ] {
            assert!(!number(bad), "{bad}");
        }
        let whole = |text| Cursor::new(text).whole();
        assert_eq!(whole("18446744073709551615,"), Ok(u64::MAX));
        assert_eq!(whole("0"), Ok(0));
        for bad in ["18446744073709551616", "01", "00", "-1", "", "x"] {
            assert_eq!(whole(bad), Err(Fault::Number), "{bad}");
        }
    }
}
