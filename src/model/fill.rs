//! Reads parts of the document straight into their places. A reader made for this document: `record!` gives each
//! record the step into its fields, everything else is written once, here. What does not fit is only refused;
//! `read` then looks for the reasons.

use std::borrow::Cow;

use super::declare::{Blank, Record};
use super::time;
use super::value::{Id, Moment, Txt, Whole};
use crate::catalog::limits;
use crate::text::cursor::Cursor;
use crate::text::scan::Fault;

/// The text is not what the document may hold. Where and why is looked for only then, by another pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Misread;

impl From<Fault> for Misread {
    fn from(_: Fault) -> Self {
        Self
    }
}

/// A value that is read into its place.
pub(crate) trait Fill<'t> {
    fn fill(&mut self, reader: &mut Reader<'t>) -> Result<(), Misread>;
}

/// A record whose fields are read one by one.
pub(crate) trait Members<'t> {
    /// Reads the value of the field at a place of the record's table.
    fn member(&mut self, at: usize, reader: &mut Reader<'t>) -> Result<(), Misread>;
}

/// Reads a text that holds one value and nothing else. It has no byte order mark.
pub(crate) fn read<'t, T: Fill<'t> + Blank>(text: &'t str) -> Result<T, Misread> {
    let mut reader = Reader {
        cursor: Cursor::new(text),
        objects_left: limits::OBJECTS,
    };
    let mut out = T::blank();
    reader.cursor.space();
    out.fill(&mut reader)?;
    reader.cursor.space();
    match reader.cursor.peek() {
        None => Ok(out),
        Some(_) => Err(Misread),
    }
}

/// The way through the text. Values begin where it stands: white space before them is behind it.
pub(crate) struct Reader<'t> {
    cursor: Cursor<'t>,
    objects_left: usize,
}

impl<'t> Reader<'t> {
    /// An object, whose members go into `into`. Depth needs no limit: no record holds itself.
    pub(crate) fn object(
        &mut self,
        record: &'static Record,
        into: &mut dyn Members<'t>,
    ) -> Result<(), Misread> {
        self.objects_left = self.objects_left.checked_sub(1).ok_or(Misread)?;
        let mut seen = 0_u64;
        let mut next = 0;
        let mut ends = self.begin(b'{', b'}')?;
        while !ends {
            let at = self.key(record, next)?;
            let bit = 1 << at;
            if seen & bit != 0 {
                return Err(Misread);
            }
            seen |= bit;
            next = at + 1;
            into.member(at, self)?;
            ends = self.after_item(b'}')?;
        }
        // Required fields stand first in the table.
        if seen.trailing_ones() >= record.required {
            Ok(())
        } else {
            Err(Misread)
        }
    }

    /// A member's name with its colon, as a place in the table. Most names stand in the table's order, so that the
    /// search from the place behind the last one is short.
    fn key(&mut self, record: &'static Record, next: usize) -> Result<usize, Misread> {
        let name = self.cursor.string()?;
        self.cursor.space();
        if !self.cursor.take(b':') {
            return Err(Misread);
        }
        self.cursor.space();
        let (before, behind) = record.fields.split_at_checked(next).ok_or(Misread)?;
        let found = behind.iter().position(|field| field.name == name);
        found
            .map(|at| next + at)
            .or_else(|| before.iter().position(|field| field.name == name))
            .ok_or(Misread)
    }

    /// An array, whose elements are made and read by `element`.
    fn list(
        &mut self,
        element: &mut dyn FnMut(&mut Self) -> Result<(), Misread>,
    ) -> Result<(), Misread> {
        let mut ends = self.begin(b'[', b']')?;
        while !ends {
            element(self)?;
            ends = self.after_item(b']')?;
        }
        Ok(())
    }

    /// Steps into an object or array; `true` when it ends at once.
    fn begin(&mut self, start: u8, end: u8) -> Result<bool, Misread> {
        if !self.cursor.take(start) {
            return Err(Misread);
        }
        self.cursor.space();
        Ok(self.cursor.take(end))
    }

    /// Steps behind a member or element; `true` at the end of its object or array.
    fn after_item(&mut self, end: u8) -> Result<bool, Misread> {
        self.cursor.space();
        if self.cursor.take(b',') {
            self.cursor.space();
            Ok(false)
        } else if self.cursor.take(end) {
            Ok(true)
        } else {
            Err(Misread)
        }
    }

    /// Steps over `null` when it comes next.
    fn null(&mut self) -> bool {
        self.cursor.peek() == Some(b'n') && self.cursor.word("null")
    }

    /// A text within its limit.
    pub(crate) fn text(&mut self) -> Result<Cow<'t, str>, Misread> {
        let text = self.cursor.string()?;
        if text.len() > limits::STRING_BYTES {
            return Err(Misread);
        }
        Ok(text)
    }

    fn whole(&mut self, max: u64) -> Result<u64, Misread> {
        match self.cursor.whole()? {
            number if number <= max => Ok(number),
            _ => Err(Misread),
        }
    }
}

/// Elements come to be at the end of the list and are read there, never moved.
impl<'t, T: Fill<'t> + Blank> Fill<'t> for Vec<T> {
    fn fill(&mut self, reader: &mut Reader<'t>) -> Result<(), Misread> {
        reader.list(&mut |reader| self.push_mut(T::blank()).fill(reader))
    }
}

impl<'t, T: Fill<'t> + Blank> Fill<'t> for Option<T> {
    fn fill(&mut self, reader: &mut Reader<'t>) -> Result<(), Misread> {
        if reader.null() {
            return Ok(());
        }
        self.insert(T::blank()).fill(reader)
    }
}

impl<'t, T: Fill<'t>> Fill<'t> for Box<T> {
    fn fill(&mut self, reader: &mut Reader<'t>) -> Result<(), Misread> {
        T::fill(self, reader)
    }
}

impl<'t> Fill<'t> for Txt<'t> {
    fn fill(&mut self, reader: &mut Reader<'t>) -> Result<(), Misread> {
        *self = reader.text()?.into();
        Ok(())
    }
}

impl<'t> Fill<'t> for Id<'t> {
    fn fill(&mut self, reader: &mut Reader<'t>) -> Result<(), Misread> {
        let text = reader.text()?;
        if text.is_empty() {
            return Err(Misread);
        }
        *self = text.into();
        Ok(())
    }
}

impl<'t> Fill<'t> for Moment<'t> {
    fn fill(&mut self, reader: &mut Reader<'t>) -> Result<(), Misread> {
        let text = reader.text()?;
        self.unix = time::parse(&text).ok_or(Misread)?;
        self.text = text.into();
        Ok(())
    }
}

impl Fill<'_> for bool {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Misread> {
        *self = reader.cursor.word("true");
        if *self || reader.cursor.word("false") {
            Ok(())
        } else {
            Err(Misread)
        }
    }
}

impl<const MAX: u64> Fill<'_> for Whole<MAX> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Misread> {
        self.0 = reader.whole(MAX)?;
        Ok(())
    }
}
