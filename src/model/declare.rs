//! `record!` declares a part of the document once: its type, its reader and writer, the table of its fields
//! (from which mistakes are explained), and how a change reaches into it.

use crate::catalog::vocabulary::Vocabulary;

/// A part of the document, as the table of its fields.
#[derive(Debug)]
pub struct Record {
    /// Its name in messages and schemas.
    pub name: &'static str,
    /// Its fields in the order in which they are written, at most 63.
    pub fields: &'static [Field],
    /// How many of them, from the first on, are required.
    pub required: u32,
}

/// A field of a [`Record`].
#[derive(Debug)]
pub struct Field {
    /// Its name in the document.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// What it means when it is absent.
    pub silence: Silence,
    /// The release that brought it.
    pub since: &'static str,
}

/// What the absence of a field means. Only [`Silence::Needed`] may lead to "cannot decide".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// The document does not read without it.
    Required,
    /// The service's documented default counts, named here as the document would write it.
    Default(&'static str),
    /// Nobody asked for it: rules about it do not apply.
    NotUsed,
    /// The plan cannot be judged without it: rules that need it cannot decide.
    Needed,
}

/// What a field holds.
#[derive(Debug)]
pub enum Shape {
    /// The format mark of the document.
    Format(&'static str),
    /// Any text.
    Text,
    /// A text that is not empty.
    Id,
    /// A time in RFC 3339.
    Moment,
    /// `true` or `false`.
    Flag,
    /// A whole number from the first to the second, both included.
    Whole(u64, u64),
    /// An exact decimal from the first to the second, both included, of at most twelve places.
    Decimal(u64, u64),
    /// One of the document's own words.
    Closed(&'static [&'static str]),
    /// A word of the vendor's; an unlisted one is kept and judged by a rule.
    Open(&'static Vocabulary),
    /// An array.
    List(&'static Shape),
    /// An object.
    Record(&'static Record),
}

/// What stands in a required field until it is read.
pub(crate) trait Blank {
    fn blank() -> Self;
}

macro_rules! blank {
    ($($borrowing:ident),*) => {
        $(impl Blank for super::value::$borrowing<'_> {
            fn blank() -> Self { Self::from("") }
        })*
    };
}
blank!(Txt, Id);

impl<T: Blank> Blank for Box<T> {
    fn blank() -> Self {
        Box::new(T::blank())
    }
}

impl Blank for bool {
    fn blank() -> Self {
        false
    }
}

impl<const MAX: u64, const MIN: u64> Blank for super::value::Whole<MAX, MIN> {
    fn blank() -> Self {
        Self(MIN)
    }
}

impl<const MIN: u64, const MAX: u64> Blank for super::value::Within<MIN, MAX> {
    fn blank() -> Self {
        Self(crate::text::decimal::Decimal::whole(MIN))
    }
}

impl Blank for super::value::Moment<'_> {
    fn blank() -> Self {
        Self {
            text: super::value::Txt::blank(),
            unix: 0,
        }
    }
}

impl<T> Blank for Vec<T> {
    fn blank() -> Self {
        Vec::new()
    }
}

/// Whether a value is left out when the document is written.
pub(crate) trait Absent {
    fn is_absent(&self) -> bool;
}

impl<T> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// A value that can be freed from the input that it borrows.
pub(crate) trait Detach {
    type Free;
    fn detach(self) -> Self::Free;
}

impl<T: Detach> Detach for Option<T> {
    type Free = Option<T::Free>;
    fn detach(self) -> Self::Free {
        self.map(Detach::detach)
    }
}

impl<T: Detach> Detach for Box<T> {
    type Free = Box<T::Free>;
    fn detach(self) -> Self::Free {
        Box::new((*self).detach())
    }
}

impl<T: Detach> Detach for Vec<T> {
    type Free = Vec<T::Free>;
    fn detach(self) -> Self::Free {
        self.into_iter().map(Detach::detach).collect()
    }
}

macro_rules! detach {
    ($($own:ty),* ; $($borrowing:ident),*) => {
        $(impl Detach for $own {
            type Free = $own;
            fn detach(self) -> $own { self }
        })*
        $(impl Detach for super::value::$borrowing<'_> {
            type Free = super::value::$borrowing<'static>;
            fn detach(self) -> Self::Free { self.into_owned() }
        })*
    };
}
detach!(bool ; Txt, Id, Moment);

impl<const MAX: u64, const MIN: u64> Detach for super::value::Whole<MAX, MIN> {
    type Free = Self;
    fn detach(self) -> Self {
        self
    }
}

impl<const MIN: u64, const MAX: u64> Detach for super::value::Within<MIN, MAX> {
    type Free = Self;
    fn detach(self) -> Self {
        self
    }
}

/// Counts one, in constants.
pub(crate) const fn one(_: &str) -> u32 {
    1
}

/// Reads a closed vocabulary by its words.
macro_rules! fill_word {
    ($ty:ty) => {
        impl crate::model::fill::Said<'_> for $ty {
            fn say(
                &mut self,
                word: std::borrow::Cow<'_, str>,
            ) -> Result<(), crate::model::fill::Misread> {
                *self = <$ty>::from_word(&word).ok_or(crate::model::fill::Misread)?;
                Ok(())
            }
        }
        crate::model::fill::fill_said!($ty);
    };
}
pub(crate) use fill_word;

/// Declares a part of the document. The first field must borrow from the input; `required` fields come first.
macro_rules! record {
    (
        $(#[$meta:meta])*
        struct $name:ident<$life:lifetime> ($shown:literal) {
            $( required { $( $(#[$rmeta:meta])* $rfield:ident: $rty:ty = $rjson:literal, $rshape:expr, $rsince:literal; )* } )?
            borrow $(#[$bmeta:meta])* $bfield:ident: $bty:ty = $bjson:literal, $bsilence:expr, $bshape:expr, $bsince:literal;
            $( $(#[$fmeta:meta])* $field:ident: $ty:ty = $json:literal, $silence:expr, $shape:expr, $since:literal; )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name<$life> {
            $($(
                $(#[$rmeta])*
                pub $rfield: $rty,
            )*)?
            $(#[$bmeta])*
            pub $bfield: $bty,
            $(
                $(#[$fmeta])*
                pub $field: $ty,
            )*
        }

        impl<$life> crate::model::fill::Members<$life> for $name<$life> {
            #[expect(non_upper_case_globals, reason = "named after the fields")]
            fn member(
                &mut self,
                at: usize,
            ) -> Option<crate::model::fill::Place<'_, $life>> {
                #[expect(non_camel_case_types, reason = "named after the fields")]
                enum Place {
                    $($($rfield,)*)?
                    $bfield,
                    $($field,)*
                }
                struct At;
                impl At {
                    $($(const $rfield: usize = Place::$rfield as usize;)*)?
                    const $bfield: usize = Place::$bfield as usize;
                    $(const $field: usize = Place::$field as usize;)*
                }
                Some(match at {
                    $($(At::$rfield => crate::model::fill::Fill::place(&mut self.$rfield),)*)?
                    At::$bfield => crate::model::fill::Fill::place(&mut self.$bfield),
                    $(At::$field => crate::model::fill::Fill::place(&mut self.$field),)*
                    _ => return None,
                })
            }
        }

        impl<$life> crate::model::fill::Fill<$life> for $name<$life> {
            fn fill(
                &mut self,
                reader: &mut crate::model::fill::Reader<$life>,
            ) -> Result<(), crate::model::fill::Misread> {
                reader.object(&Self::RECORD, self)
            }
        }

        impl crate::model::declare::Blank for $name<'_> {
            fn blank() -> Self {
                $name {
                    $($($rfield: crate::model::declare::Blank::blank(),)*)?
                    $bfield: std::default::Default::default(),
                    $($field: std::default::Default::default(),)*
                }
            }
        }

        impl $name<'_> {
            /// The table of its fields.
            pub const RECORD: crate::model::declare::Record = crate::model::declare::Record {
                name: $shown,
                required: 0 $($(+ crate::model::declare::one($rjson))*)?,
                fields: &[
                    $($(crate::model::declare::Field {
                        name: $rjson,
                        shape: $rshape,
                        silence: crate::model::declare::Silence::Required,
                        since: $rsince,
                    },)*)?
                    crate::model::declare::Field { name: $bjson, shape: $bshape, silence: $bsilence, since: $bsince },
                    $(crate::model::declare::Field { name: $json, shape: $shape, silence: $silence, since: $since },)*
                ],
            };

            /// The same, free of the input that it was read from.
            #[must_use]
            pub fn into_owned(self) -> $name<'static> {
                use crate::model::declare::Detach;
                $name {
                    $($($rfield: self.$rfield.detach(),)*)?
                    $bfield: self.$bfield.detach(),
                    $($field: self.$field.detach(),)*
                }
            }
        }

        impl crate::model::declare::Detach for $name<'_> {
            type Free = $name<'static>;
            fn detach(self) -> Self::Free {
                self.into_owned()
            }
        }

        impl crate::model::edit::ToValue for $name<'_> {
            fn value(&self) -> crate::text::value::Value {
                let mut object = crate::text::value::Map::new();
                $($(object.push($rjson, crate::model::edit::ToValue::value(&self.$rfield));)*)?
                if !crate::model::declare::Absent::is_absent(&self.$bfield) {
                    object.push($bjson, crate::model::edit::ToValue::value(&self.$bfield));
                }
                $(if !crate::model::declare::Absent::is_absent(&self.$field) {
                    object.push($json, crate::model::edit::ToValue::value(&self.$field));
                })*
                object.into()
            }
        }

        impl crate::model::edit::Node for $name<'static> {
            fn of(value: &crate::text::value::Value) -> Result<Self, crate::model::edit::EditError> {
                let text = value.to_string();
                crate::model::fill::read::<$name<'_>>(&text)
                    .map($name::into_owned)
                    .map_err(|_| crate::model::edit::EditError::Value)
            }
            fn child(
                &mut self,
                name: &str,
                rest: &[std::borrow::Cow<'_, str>],
                step: crate::model::edit::Step<'_>,
            ) -> Result<crate::model::edit::Undo, crate::model::edit::EditError> {
                match name {
                    $($($rjson => crate::model::edit::Node::edit(&mut self.$rfield, rest, step),)*)?
                    $bjson => crate::model::edit::Node::edit(&mut self.$bfield, rest, step),
                    $($json => crate::model::edit::Node::edit(&mut self.$field, rest, step),)*
                    _ => Err(crate::model::edit::EditError::Path),
                }
            }
        }
    };
}
pub(crate) use record;

/// Declares a closed vocabulary of the document: an enum, its words, its reader and writer.
macro_rules! words {
    ($(#[$meta:meta])* enum $name:ident { $(#[$firstmeta:meta])* $first:ident = $firstword:literal, $( $(#[$vmeta:meta])* $variant:ident = $word:literal, )* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[$firstmeta])* $first,
            $( $(#[$vmeta])* $variant, )*
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];
            /// Their words in the document, in the same order.
            pub const WORDS: &'static [&'static str] = &[$firstword, $($word),*];

            /// The word in the document.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { Self::$first => $firstword, $(Self::$variant => $word),* }
            }

            /// The variant of a word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $firstword => Some(Self::$first), $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl crate::model::declare::Detach for $name {
            type Free = Self;
            fn detach(self) -> Self { self }
        }

        impl crate::model::edit::Leaf for $name {
            fn of(value: &crate::text::value::Value) -> Option<Self> {
                value.as_str().and_then(Self::from_word)
            }
        }
        impl crate::model::edit::ToValue for $name {
            fn value(&self) -> crate::text::value::Value {
                self.word().into()
            }
        }
        crate::model::edit::leaf!($name);
        crate::model::declare::fill_word!($name);

        impl crate::model::declare::Blank for $name {
            fn blank() -> Self {
                Self::$first
            }
        }
    };
}
pub(crate) use words;
