//! `record!` declares a part of the document once: its type, its reader and writer, the table of its fields
//! (from which mistakes are explained), and how a change reaches into it.

use crate::catalog::vocabulary::Vocabulary;

/// A part of the document, as the table of its fields.
#[derive(Debug)]
pub struct Record {
    /// Its name in messages and schemas.
    pub name: &'static str,
    /// Its fields in the order in which they are written.
    pub fields: &'static [Field],
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
    Format,
    /// Any text.
    Text,
    /// A text that is not empty.
    Id,
    /// A time in RFC 3339.
    Moment,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 to the given one.
    Whole(u64),
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

impl<const MAX: u64> Detach for super::value::Whole<MAX> {
    type Free = Self;
    fn detach(self) -> Self {
        self
    }
}

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
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
        pub struct $name<$life> {
            $($(
                $(#[$rmeta])*
                #[serde(rename = $rjson)]
                pub $rfield: $rty,
            )*)?
            $(#[$bmeta])*
            #[serde(rename = $bjson, skip_serializing_if = "crate::model::declare::Absent::is_absent")]
            pub $bfield: $bty,
            $(
                $(#[$fmeta])*
                #[serde(rename = $json, skip_serializing_if = "crate::model::declare::Absent::is_absent")]
                pub $field: $ty,
            )*
        }

        // Written out instead of derived: fields go straight into the struct (a derived reader moves each twice),
        // and an array in the place of an object is refused (a derived reader takes it).
        impl<'de: $life, $life> serde::Deserialize<'de> for $name<$life> {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[expect(non_camel_case_types, reason = "named after the fields")]
                #[derive(Clone, Copy)]
                enum Key {
                    $($($rfield,)*)?
                    $bfield,
                    $($field,)*
                }
                impl<'de> serde::Deserialize<'de> for Key {
                    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                        struct Names;
                        impl serde::de::Visitor<'_> for Names {
                            type Value = Key;
                            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                                f.write_str("a field")
                            }
                            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Key, E> {
                                match name {
                                    $($($rjson => Ok(Key::$rfield),)*)?
                                    $bjson => Ok(Key::$bfield),
                                    $($json => Ok(Key::$field),)*
                                    _ => Err(E::custom("unknown field")),
                                }
                            }
                        }
                        deserializer.deserialize_identifier(Names)
                    }
                }
                struct Fields;
                impl<'de> serde::de::Visitor<'de> for Fields {
                    type Value = $name<'de>;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object")
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name<'de>, A::Error> {
                        let mut out: $name<'de> = $name {
                            $($($rfield: crate::model::declare::Blank::blank(),)*)?
                            $bfield: std::default::Default::default(),
                            $($field: std::default::Default::default(),)*
                        };
                        let mut seen = 0_u64;
                        while let Some(key) = map.next_key::<Key>()? {
                            let bit = 1_u64 << (key as u32);
                            if seen & bit != 0 {
                                return Err(serde::de::Error::custom("duplicate field"));
                            }
                            seen |= bit;
                            match key {
                                $($(Key::$rfield => out.$rfield = map.next_value()?,)*)?
                                Key::$bfield => out.$bfield = map.next_value()?,
                                $(Key::$field => out.$field = map.next_value()?,)*
                            }
                        }
                        let needed = 0_u64 $($(| 1 << (Key::$rfield as u32))*)?;
                        if seen & needed == needed {
                            Ok(out)
                        } else {
                            Err(serde::de::Error::custom("missing field"))
                        }
                    }
                }
                deserializer.deserialize_struct($shown, &[], Fields)
            }
        }

        impl $name<'_> {
            /// The table of its fields.
            pub const RECORD: crate::model::declare::Record = crate::model::declare::Record {
                name: $shown,
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

        impl crate::model::edit::Node for $name<'static> {
            fn of(value: &serde_json::Value) -> Result<Self, crate::model::edit::EditError> {
                let text = value.to_string();
                serde_json::from_str::<$name<'_>>(&text)
                    .map($name::into_owned)
                    .map_err(|_| crate::model::edit::EditError::Value)
            }
            fn value(&self) -> serde_json::Value {
                serde_json::to_value(self).unwrap_or_default()
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
    ($(#[$meta:meta])* enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $word:literal, )* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $( $(#[$vmeta])* #[serde(rename = $word)] $variant, )*
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// Their words in the document, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word in the document.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The variant of a word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl crate::model::declare::Detach for $name {
            type Free = Self;
            fn detach(self) -> Self { self }
        }

        impl crate::model::edit::Leaf for $name {
            fn of(value: &serde_json::Value) -> Option<Self> {
                value.as_str().and_then(Self::from_word)
            }
            fn value(&self) -> serde_json::Value {
                self.word().into()
            }
        }
        crate::model::edit::leaf!($name);
    };
}
pub(crate) use words;
