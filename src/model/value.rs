//! The leaves of the document: texts that borrow from what was read, ids, times, bounded numbers.

use std::fmt;
use std::ops::Deref;

use super::time;
use crate::text::decimal::Decimal;

/// A text that borrows from the input, or owns what it could not borrow. On 64-bit targets two words instead of
/// three: a document of 100,000 vaults holds millions of them, most of them absent.
#[cfg(target_pointer_width = "64")]
mod cow {
    pub(super) type Cow<'a> = beef::lean::Cow<'a, str>;
    pub(super) fn borrowed(text: &str) -> Cow<'_> {
        Cow::borrowed(text)
    }
    pub(super) fn owned(text: String) -> Cow<'static> {
        Cow::owned(text)
    }
}
#[cfg(not(target_pointer_width = "64"))]
mod cow {
    pub(super) type Cow<'a> = std::borrow::Cow<'a, str>;
    pub(super) fn borrowed(text: &str) -> Cow<'_> {
        Cow::Borrowed(text)
    }
    pub(super) fn owned(text: String) -> Cow<'static> {
        Cow::Owned(text)
    }
}
use cow::Cow;

/// A text of the document, at most [`STRING_BYTES`](crate::catalog::limits::STRING_BYTES) long. Borrowed from the input where no escape stood.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Txt<'a>(Cow<'a>);

/// An identifier: a text that is not empty. Account ids are texts too, never numbers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<'a>(Cow<'a>);

/// A point in time as the document writes it (RFC 3339), with its seconds since 1970-01-01 UTC.
#[derive(Clone, PartialEq, Eq)]
pub struct Moment<'a> {
    /// As written.
    pub text: Txt<'a>,
    /// Seconds since the Unix epoch.
    pub unix: i64,
}

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whole<const MAX: u64, const MIN: u64 = 0>(pub u64);

/// An exact decimal from `MIN` to `MAX`, at most twelve places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Within<const MIN: u64, const MAX: u64>(pub Decimal);

macro_rules! text_like {
    ($name:ident) => {
        impl $name<'_> {
            /// The same text, free of the input that it was read from.
            #[must_use]
            pub fn into_owned(self) -> $name<'static> {
                $name(cow::owned(self.0.into_owned()))
            }
        }

        impl Deref for $name<'_> {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl fmt::Display for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'a> From<&'a str> for $name<'a> {
            fn from(text: &'a str) -> Self {
                $name(cow::borrowed(text))
            }
        }

        impl From<String> for $name<'_> {
            fn from(text: String) -> Self {
                $name(cow::owned(text))
            }
        }

        impl<'a> From<std::borrow::Cow<'a, str>> for $name<'a> {
            fn from(text: std::borrow::Cow<'a, str>) -> Self {
                match text {
                    std::borrow::Cow::Borrowed(text) => Self::from(text),
                    std::borrow::Cow::Owned(text) => Self::from(text),
                }
            }
        }
    };
}

text_like!(Txt);
text_like!(Id);

impl Moment<'_> {
    /// The same time, free of the input that it was read from.
    #[must_use]
    pub fn into_owned(self) -> Moment<'static> {
        Moment {
            text: self.text.into_owned(),
            unix: self.unix,
        }
    }

    /// Reads RFC 3339; `None` when the text is no such time.
    #[must_use]
    pub fn parse(text: &str) -> Option<Moment<'_>> {
        time::parse(text).map(|unix| Moment {
            text: Txt::from(text),
            unix,
        })
    }
}

impl fmt::Debug for Moment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}
