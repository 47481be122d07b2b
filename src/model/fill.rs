//! Reads parts of the document straight into their places. A reader made for this document: `record!` gives each
//! record the step into its fields, everything else is written once, here. What does not fit is only refused;
//! `read` then looks for the reasons.

use std::borrow::Cow;

use super::declare::{Blank, Field, Record};
use super::time;
use super::value::{Id, Moment, Txt, Whole, Within};
use crate::catalog::limits;
use crate::text::cursor::Cursor;
use crate::text::decimal::Decimal;
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

    /// Its place, as the reader of records sees it.
    fn place(&mut self) -> Place<'_, 't>
    where
        Self: Sized,
    {
        Place::Other(self)
    }

    /// The place of one that may be absent.
    fn maybe(place: &mut Option<Self>) -> Place<'_, 't>
    where
        Self: Sized + Blank,
    {
        Place::Other(place)
    }
}

/// Where a value goes. Most are texts: the reader of records reads them itself, without a call.
pub(crate) enum Place<'p, 't> {
    Text(&'p mut Option<Txt<'t>>),
    Said(&'p mut dyn Said<'t>),
    Other(&'p mut dyn Fill<'t>),
}

/// A value that the document writes as a text.
pub(crate) trait Said<'t>: Fill<'t> {
    /// Takes it from a text within the limit.
    fn say(&mut self, text: Cow<'t, str>) -> Result<(), Misread>;
}

/// A record whose fields are read one by one.
pub(crate) trait Members<'t> {
    /// The place of a field by its place in the record's table.
    fn member(&mut self, at: usize) -> Option<Place<'_, 't>>;
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
        let mut ends = self.begin(b'{', b'}')?;
        // Held here, so that it stays in registers as long as nothing else reads on.
        let mut cursor = self.cursor;
        let mut seen = 0_u64;
        let mut next = 0;
        while !ends {
            let at = key(&mut cursor, record, next)?;
            let bit = 1 << at;
            if seen & bit != 0 {
                return Err(Misread);
            }
            seen |= bit;
            next = at + 1;
            let before = cursor;
            let text = cursor
                .plain()
                .filter(|text| text.len() <= limits::STRING_BYTES);
            match (into.member(at).ok_or(Misread)?, text) {
                (Place::Text(place), Some(text)) => *place = Some(Txt::from(text)),
                (Place::Said(place), Some(text)) => place.say(Cow::Borrowed(text))?,
                (Place::Text(place), None) => cursor = self.fill(before, place)?,
                (Place::Said(place), None) => cursor = self.fill(before, place)?,
                (Place::Other(place), _) => cursor = self.fill(before, place)?,
            }
            ends = after_item(&mut cursor, b'}')?;
        }
        self.cursor = cursor;
        // Required fields stand first in the table.
        if seen.trailing_ones() >= record.required {
            Ok(())
        } else {
            Err(Misread)
        }
    }

    /// Reads a value from a cursor on, and gives the cursor behind it.
    fn fill(
        &mut self,
        cursor: Cursor<'t>,
        place: &mut dyn Fill<'t>,
    ) -> Result<Cursor<'t>, Misread> {
        self.cursor = cursor;
        place.fill(self)?;
        Ok(self.cursor)
    }

    /// An array, whose elements are made and read by `element`.
    fn list(
        &mut self,
        element: &mut dyn FnMut(&mut Self) -> Result<(), Misread>,
    ) -> Result<(), Misread> {
        let mut ends = self.begin(b'[', b']')?;
        while !ends {
            element(self)?;
            ends = after_item(&mut self.cursor, b']')?;
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

    fn whole(&mut self, min: u64, max: u64) -> Result<u64, Misread> {
        match self.cursor.whole()? {
            number if number >= min && number <= max => Ok(number),
            _ => Err(Misread),
        }
    }

    fn decimal(&mut self, min: u64, max: u64) -> Result<Decimal, Misread> {
        let start = self.cursor.at();
        self.cursor.number()?;
        let decimal = Decimal::parse(self.cursor.since(start)).ok_or(Misread)?;
        if decimal >= Decimal::whole(min) && decimal <= Decimal::whole(max) {
            Ok(decimal)
        } else {
            Err(Misread)
        }
    }
}

/// A member's name with its colon, as a place in the table. Most names stand in the table's order, so that the
/// search from the place behind the last one is short.
#[inline(always)]
fn key(cursor: &mut Cursor<'_>, record: &'static Record, next: usize) -> Result<usize, Misread> {
    let at = match cursor.plain() {
        Some(name) => find(record, next, name),
        None => {
            // A copy: this one stays in registers.
            let mut here = *cursor;
            let at = find(record, next, &here.string()?);
            *cursor = here;
            at
        }
    };
    cursor.space();
    if !cursor.take(b':') {
        return Err(Misread);
    }
    cursor.space();
    Ok(at)
}

/// Steps behind a member or element; `true` at the end of its object or array.
#[inline(always)]
fn after_item(cursor: &mut Cursor<'_>, end: u8) -> Result<bool, Misread> {
    cursor.space();
    if cursor.take(b',') {
        cursor.space();
        Ok(false)
    } else if cursor.take(end) {
        Ok(true)
    } else {
        Err(Misread)
    }
}

/// The place of a field by its name, searched from `next` on and then from the start; behind the table when there is
/// no such field.
#[inline(never)]
fn find(record: &'static Record, next: usize, name: &str) -> usize {
    // Most names differ in length or in their first letter, which asks for no call.
    let first = name.as_bytes().first();
    let named = |(_, field): &(usize, &Field)| {
        field.name.len() == name.len()
            && field.name.as_bytes().first() == first
            && field.name == name
    };
    let fields = || record.fields.iter().enumerate();
    let found = fields().skip(next).find(named);
    let found = found.or_else(|| fields().find(named));
    found.map_or(record.fields.len(), |(at, _)| at)
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

    fn place(&mut self) -> Place<'_, 't> {
        T::maybe(self)
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

    fn maybe(place: &mut Option<Self>) -> Place<'_, 't> {
        Place::Text(place)
    }
}

/// Reads values that are written as texts.
macro_rules! fill_said {
    ($($(#[$meta:meta])* $ty:ty),*) => {
        $(impl<'t> crate::model::fill::Fill<'t> for $ty {
            fn fill(
                &mut self,
                reader: &mut crate::model::fill::Reader<'t>,
            ) -> Result<(), crate::model::fill::Misread> {
                crate::model::fill::Said::say(self, reader.text()?)
            }

            fn place(&mut self) -> crate::model::fill::Place<'_, 't> {
                crate::model::fill::Place::Said(self)
            }

            fn maybe(place: &mut Option<Self>) -> crate::model::fill::Place<'_, 't> {
                crate::model::fill::Place::Said(place)
            }
        })*
    };
}
pub(crate) use fill_said;
fill_said!(Id<'t>, Moment<'t>);

impl<'t, T: Said<'t> + Blank> Said<'t> for Option<T> {
    fn say(&mut self, text: Cow<'t, str>) -> Result<(), Misread> {
        self.insert(T::blank()).say(text)
    }
}

impl<'t> Said<'t> for Id<'t> {
    fn say(&mut self, text: Cow<'t, str>) -> Result<(), Misread> {
        if text.is_empty() {
            return Err(Misread);
        }
        *self = text.into();
        Ok(())
    }
}

impl<'t> Said<'t> for Moment<'t> {
    fn say(&mut self, text: Cow<'t, str>) -> Result<(), Misread> {
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

impl<const MAX: u64, const MIN: u64> Fill<'_> for Whole<MAX, MIN> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Misread> {
        self.0 = reader.whole(MIN, MAX)?;
        Ok(())
    }
}

impl<const MIN: u64, const MAX: u64> Fill<'_> for Within<MIN, MAX> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Misread> {
        self.0 = reader.decimal(MIN, MAX)?;
        Ok(())
    }
}
