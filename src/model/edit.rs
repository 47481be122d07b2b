//! A patch reaches into the typed document: operations are applied in order, all or none, and give back the
//! patch that undoes them. No second model, no text in between.

use std::borrow::Cow;

use super::topology::Topology;
use super::value::{Id, Moment, Txt, Whole, Within};
use crate::text::decimal::Decimal;
use crate::text::patch::{Op, Patch};
use crate::text::pointer;
use crate::text::value::Value;

/// Why a patch does not fit the document. The document is then unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The pointer names nothing that the document has or could have.
    Path,
    /// The value does not fit the field.
    Value,
}

/// Applies a patch and returns its inverse.
///
/// # Errors
/// When an operation's pointer or value does not fit; the document is then as before.
pub fn apply(topology: &mut Topology<'static>, patch: &[Op]) -> Result<Patch, EditError> {
    let mut inverse: Patch = Vec::with_capacity(patch.len());
    for op in patch {
        match one(topology, op) {
            Ok(undo) => inverse.push(undo),
            Err(error) => {
                for undo in inverse.iter().rev() {
                    // An inverse of an applied operation applies.
                    let _ = one(topology, undo);
                }
                return Err(error);
            }
        }
    }
    inverse.reverse();
    Ok(inverse)
}

fn one(topology: &mut Topology<'static>, op: &Op) -> Result<Op, EditError> {
    let tokens = pointer::tokens(op.path()).ok_or(EditError::Path)?;
    let step = match op {
        Op::Add { value, .. } => Step::Add(value),
        Op::Replace { value, .. } => Step::Replace(value),
        Op::Remove { .. } => Step::Remove,
    };
    let undo = topology.edit(&tokens, step)?;
    let mut path = op.path().to_owned();
    if let Some(index) = undo.appended_at {
        path.truncate(path.len().saturating_sub(1));
        path.push_str(&index.to_string());
    }
    Ok(match undo.what {
        Back::Remove => Op::Remove { path },
        Back::Put(value) => Op::Replace { path, value },
        Back::Insert(value) => Op::Add { path, value },
    })
}

/// What to do at the end of a path.
#[derive(Clone, Copy, Debug)]
pub enum Step<'v> {
    /// Set, or insert into an array.
    Add(&'v Value),
    /// Replace what is there.
    Replace(&'v Value),
    /// Remove what is there.
    Remove,
}

impl<'v> Step<'v> {
    fn new_value(self) -> Option<&'v Value> {
        match self {
            Self::Add(value) | Self::Replace(value) => Some(value),
            Self::Remove => None,
        }
    }
}

/// What takes a step back.
#[derive(Debug)]
pub struct Undo {
    what: Back,
    appended_at: Option<usize>,
}

#[derive(Debug)]
enum Back {
    Remove,
    Put(Value),
    Insert(Value),
}

impl Undo {
    fn new(what: Back) -> Self {
        Self {
            what,
            appended_at: None,
        }
    }
}

/// A value of the document that can be written as JSON.
pub trait ToValue {
    /// Writes it as JSON.
    fn value(&self) -> Value;
}

impl<T: ToValue> ToValue for Option<T> {
    fn value(&self) -> Value {
        self.as_ref().map(T::value).unwrap_or_default()
    }
}

impl<T: ToValue> ToValue for Box<T> {
    fn value(&self) -> Value {
        T::value(self)
    }
}

impl<T: ToValue> ToValue for Vec<T> {
    fn value(&self) -> Value {
        self.iter().map(T::value).collect()
    }
}

/// A value of the document that a path can reach into.
pub trait Node: ToValue + Sized {
    /// Reads it from JSON.
    ///
    /// # Errors
    /// [`EditError::Value`] when the JSON does not fit.
    fn of(value: &Value) -> Result<Self, EditError>;
    /// Edits a member by name.
    ///
    /// # Errors
    /// When there is no such member, or the value does not fit.
    fn child(
        &mut self,
        name: &str,
        rest: &[Cow<'_, str>],
        step: Step<'_>,
    ) -> Result<Undo, EditError>;
    /// Edits this value or what the path reaches in it.
    ///
    /// # Errors
    /// When the path or the value does not fit.
    fn edit(&mut self, path: &[Cow<'_, str>], step: Step<'_>) -> Result<Undo, EditError> {
        match path.split_first() {
            Some((name, rest)) => self.child(name, rest, step),
            None => {
                let new = Self::of(step.new_value().ok_or(EditError::Path)?)?;
                let old = std::mem::replace(self, new);
                Ok(Undo::new(Back::Put(old.value())))
            }
        }
    }
}

impl<T: Node> Node for Option<T> {
    fn of(value: &Value) -> Result<Self, EditError> {
        if value.is_null() {
            Ok(None)
        } else {
            T::of(value).map(Some)
        }
    }
    fn child(
        &mut self,
        name: &str,
        rest: &[Cow<'_, str>],
        step: Step<'_>,
    ) -> Result<Undo, EditError> {
        self.as_mut()
            .ok_or(EditError::Path)?
            .child(name, rest, step)
    }
    fn edit(&mut self, path: &[Cow<'_, str>], step: Step<'_>) -> Result<Undo, EditError> {
        if !path.is_empty() {
            return self.as_mut().ok_or(EditError::Path)?.edit(path, step);
        }
        let new = match step {
            Step::Remove if self.is_none() => return Err(EditError::Path),
            Step::Remove => None,
            Step::Add(value) | Step::Replace(value) => Self::of(value)?,
        };
        let old = std::mem::replace(self, new);
        Ok(Undo::new(match (old, self.is_some()) {
            (Some(old), true) => Back::Put(old.value()),
            (Some(old), false) => Back::Insert(old.value()),
            (None, true) => Back::Remove,
            (None, false) => Back::Put(Value::Null),
        }))
    }
}

impl<T: Node> Node for Box<T> {
    fn of(value: &Value) -> Result<Self, EditError> {
        T::of(value).map(Box::new)
    }
    fn child(
        &mut self,
        name: &str,
        rest: &[Cow<'_, str>],
        step: Step<'_>,
    ) -> Result<Undo, EditError> {
        T::child(self, name, rest, step)
    }
}

impl<T: Node> Node for Vec<T> {
    fn of(value: &Value) -> Result<Self, EditError> {
        value
            .as_array()
            .ok_or(EditError::Value)?
            .iter()
            .map(T::of)
            .collect()
    }
    fn child(
        &mut self,
        name: &str,
        rest: &[Cow<'_, str>],
        step: Step<'_>,
    ) -> Result<Undo, EditError> {
        let index = if name == "-" {
            self.len()
        } else {
            pointer::index(name).ok_or(EditError::Path)?
        };
        if !rest.is_empty() {
            return self.get_mut(index).ok_or(EditError::Path)?.edit(rest, step);
        }
        match step {
            Step::Add(value) if index <= self.len() => {
                self.insert(index, T::of(value)?);
                let appended_at = (name == "-").then_some(index);
                Ok(Undo {
                    what: Back::Remove,
                    appended_at,
                })
            }
            Step::Replace(value) => {
                let slot = self.get_mut(index).ok_or(EditError::Path)?;
                let old = std::mem::replace(slot, T::of(value)?);
                Ok(Undo::new(Back::Put(old.value())))
            }
            Step::Remove if index < self.len() => {
                Ok(Undo::new(Back::Insert(self.remove(index).value())))
            }
            _ => Err(EditError::Path),
        }
    }
    fn edit(&mut self, path: &[Cow<'_, str>], step: Step<'_>) -> Result<Undo, EditError> {
        match (path.split_first(), step) {
            (Some((name, rest)), _) => self.child(name, rest, step),
            // An absent list is an empty one.
            (None, Step::Remove) => Ok(Undo::new(Back::Put(std::mem::take(self).value()))),
            (None, Step::Add(value) | Step::Replace(value)) => {
                let old = std::mem::replace(self, Self::of(value)?);
                Ok(Undo::new(Back::Put(old.value())))
            }
        }
    }
}

/// A value without parts.
pub trait Leaf: Sized {
    /// Reads it from JSON.
    fn of(value: &Value) -> Option<Self>;
}

macro_rules! leaf {
    ($($ty:ty),*) => {
        $(impl crate::model::edit::Node for $ty {
            fn of(
                value: &crate::text::value::Value,
            ) -> Result<Self, crate::model::edit::EditError> {
                crate::model::edit::Leaf::of(value).ok_or(crate::model::edit::EditError::Value)
            }
            fn child(
                &mut self,
                _: &str,
                _: &[std::borrow::Cow<'_, str>],
                _: crate::model::edit::Step<'_>,
            ) -> Result<crate::model::edit::Undo, crate::model::edit::EditError> {
                Err(crate::model::edit::EditError::Path)
            }
        })*
    };
}
pub(crate) use leaf;

impl ToValue for Txt<'_> {
    fn value(&self) -> Value {
        Value::from(&**self)
    }
}

impl Leaf for Txt<'static> {
    fn of(value: &Value) -> Option<Self> {
        let text = value.as_str()?;
        (text.len() <= crate::catalog::limits::STRING_BYTES).then(|| Txt::from(text.to_owned()))
    }
}

impl ToValue for Id<'_> {
    fn value(&self) -> Value {
        Value::from(&**self)
    }
}

impl Leaf for Id<'static> {
    fn of(value: &Value) -> Option<Self> {
        let text = value.as_str()?;
        let fits = !text.is_empty() && text.len() <= crate::catalog::limits::STRING_BYTES;
        fits.then(|| Id::from(text.to_owned()))
    }
}

impl ToValue for Moment<'_> {
    fn value(&self) -> Value {
        Value::from(&*self.text)
    }
}

impl Leaf for Moment<'static> {
    fn of(value: &Value) -> Option<Self> {
        Moment::parse(value.as_str()?).map(Moment::into_owned)
    }
}

impl ToValue for bool {
    fn value(&self) -> Value {
        Value::from(*self)
    }
}

impl Leaf for bool {
    fn of(value: &Value) -> Option<Self> {
        value.as_bool()
    }
}

impl<const MAX: u64, const MIN: u64> ToValue for Whole<MAX, MIN> {
    fn value(&self) -> Value {
        Value::from(self.0)
    }
}

impl<const MAX: u64, const MIN: u64> Node for Whole<MAX, MIN> {
    fn of(value: &Value) -> Result<Self, EditError> {
        value
            .as_u64()
            .filter(|n| (MIN..=MAX).contains(n))
            .map(Self)
            .ok_or(EditError::Value)
    }
    fn child(&mut self, _: &str, _: &[Cow<'_, str>], _: Step<'_>) -> Result<Undo, EditError> {
        Err(EditError::Path)
    }
}

impl<const MIN: u64, const MAX: u64> ToValue for Within<MIN, MAX> {
    fn value(&self) -> Value {
        Value::from(self.0)
    }
}

impl<const MIN: u64, const MAX: u64> Node for Within<MIN, MAX> {
    fn of(value: &Value) -> Result<Self, EditError> {
        value
            .as_decimal()
            .filter(|d| (Decimal::whole(MIN)..=Decimal::whole(MAX)).contains(d))
            .map(Self)
            .ok_or(EditError::Value)
    }
    fn child(&mut self, _: &str, _: &[Cow<'_, str>], _: Step<'_>) -> Result<Undo, EditError> {
        Err(EditError::Path)
    }
}

leaf!(Txt<'static>, Id<'static>, Moment<'static>, bool);
