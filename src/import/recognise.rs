//! What kind of document a text is, told by its content and not by its file's name. Reads no further than needed.

use std::fmt;

use serde::Deserializer as _;
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::model::Topology;

/// The kinds of document that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A topology document.
    Topology,
    /// A picture of a map that carries its plan; [`super::picture::plan_in`] gives it.
    Picture,
    /// An answer of DescribeVaults, or an error of the service in its place.
    DescribeVaults,
    /// Neither, as far as one can tell.
    Unknown,
}

/// Tells the kind of a text. A text that breaks off is known by what stands before.
#[must_use]
pub fn recognise(text: &str) -> Kind {
    if super::picture::carries(text) {
        return Kind::Picture;
    }
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut seen = Seen::default();
    let mut json = serde_json::Deserializer::from_str(body);
    // The look ends with an error on purpose, as soon as the kind is known.
    let _ = json.deserialize_any(Look {
        seen: &mut seen,
        place: Place::Root,
    });
    seen.kind()
}

#[derive(Default)]
struct Seen {
    decided: Option<Kind>,
    topology: bool,
    envelope: bool,
}

impl Seen {
    fn kind(&self) -> Kind {
        match self.decided {
            Some(kind) => kind,
            None if self.envelope => Kind::DescribeVaults,
            None if self.topology => Kind::Topology,
            None => Kind::Unknown,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Root,
    Body,
    Item,
}

struct Look<'s> {
    seen: &'s mut Seen,
    place: Place,
}

impl<'de> DeserializeSeed<'de> for Look<'_> {
    type Value = ();
    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        if self.place == Place::Root {
            // A list of records, as tools cut it out of an answer. Its first record tells.
            list.next_element_seed(Look {
                seen: self.seen,
                place: Place::Item,
            })?;
        }
        Err(A::Error::custom("seen enough"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let decided = match (key.as_str(), self.place) {
                ("format", Place::Root) => Some(Kind::Topology),
                ("Vaults", Place::Root | Place::Body) | ("VaultId", Place::Item) => {
                    Some(Kind::DescribeVaults)
                }
                _ => None,
            };
            if decided.is_some() {
                self.seen.decided = decided;
                return Err(A::Error::custom("seen enough"));
            }
            match self.place {
                Place::Root if key.as_str() == "body" => {
                    map.next_value_seed(Look {
                        seen: &mut *self.seen,
                        place: Place::Body,
                    })?;
                    continue;
                }
                Place::Root => {
                    self.seen.topology |= Topology::RECORD
                        .fields
                        .iter()
                        .any(|f| f.name == key.as_str());
                    self.seen.envelope |= matches!(key.as_str(), "RequestId" | "Success" | "Code");
                }
                Place::Body => {
                    self.seen.envelope |= matches!(key.as_str(), "RequestId" | "Success" | "Code");
                }
                Place::Item => {}
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}
