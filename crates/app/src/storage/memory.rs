//! Plans in memory: the twin of the database, for tests and for pages without storage.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

#[cfg(all(test, not(target_arch = "wasm32")))]
use super::Fault;
use super::{Failure, Found, Info, Kept, Note, Record, Version};

/// Plans. Clones share what they hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory(Rc<Held>);

#[derive(Debug, Default)]
struct Held {
    records: RefCell<Vec<Record>>,
    /// Of each plan, the text with it.
    versions: RefCell<Vec<(Rc<str>, Version, String)>>,
    /// What belongs to no plan.
    loose: RefCell<Vec<(String, String)>>,
    /// Whether nothing more goes in; for tests.
    full: Cell<bool>,
}

impl Memory {
    pub(super) fn list(&self) -> Vec<Info> {
        let records = self.0.records.borrow();
        records.iter().map(|record| record.info.clone()).collect()
    }

    fn found(&self, id: &str) -> Option<Record> {
        let records = self.0.records.borrow();
        records
            .iter()
            .find(|record| *record.info.id == *id)
            .cloned()
    }

    pub(super) fn load(&self, id: &str) -> Found {
        match self.found(id) {
            None => Found::Nothing,
            Some(record) => match record.info.fault {
                Some(fault) => Found::Faulty(fault),
                None => Found::Record(Box::new(record)),
            },
        }
    }

    pub(super) fn raw(&self, id: &str) -> String {
        self.found(id).map(|record| record.text).unwrap_or_default()
    }

    pub(super) fn loose(&self, key: &str) -> Option<String> {
        let loose = self.0.loose.borrow();
        let found = loose.iter().find(|(own, _)| own == key);
        found.map(|(_, text)| text.clone())
    }

    pub(super) fn keep_loose(&self, key: &str, text: Option<&str>) -> Result<(), Failure> {
        if self.0.full.get() && text.is_some() {
            return Err(Failure::Full);
        }
        let mut loose = self.0.loose.borrow_mut();
        loose.retain(|(own, _)| own != key);
        loose.extend(text.map(|text| (key.to_owned(), text.to_owned())));
        Ok(())
    }

    pub(super) fn save(&self, record: &Record) -> Result<Kept, Failure> {
        if self.0.full.get() {
            return Err(Failure::Full);
        }
        let mut records = self.0.records.borrow_mut();
        let kept = records
            .iter()
            .position(|kept| kept.info.id == record.info.id);
        let mut new = record.clone();
        new.info.revision += 1;
        let revision = new.info.revision;
        match kept.and_then(|at| records.get_mut(at)) {
            Some(kept)
                if kept.info.revision != record.info.revision || kept.info.fault.is_some() =>
            {
                return Ok(Kept::Newer(kept.info.revision));
            }
            Some(kept) => *kept = new,
            None => records.push(new),
        }
        Ok(Kept::As(revision))
    }

    pub(super) fn note(&self, id: &str, note: Note) {
        for record in self.0.records.borrow_mut().iter_mut() {
            if *record.info.id == *id {
                match note {
                    Note::Used(at) => record.info.used_at = at,
                    Note::Gone(at) => record.info.gone_at = at,
                }
            }
        }
    }

    pub(super) fn remove(&self, id: &str) {
        let Held {
            records, versions, ..
        } = &*self.0;
        records.borrow_mut().retain(|record| *record.info.id != *id);
        versions.borrow_mut().retain(|(plan, ..)| **plan != *id);
    }

    pub(super) fn versions(&self, id: &str) -> Vec<Version> {
        let versions = self.0.versions.borrow();
        let of = versions.iter().filter(|(plan, ..)| **plan == *id);
        of.map(|(_, version, _)| version.clone()).collect()
    }

    pub(super) fn version(&self, id: &str, version: &str) -> Option<String> {
        let versions = self.0.versions.borrow();
        let is =
            |(plan, held, _): &&(Rc<str>, Version, String)| **plan == *id && *held.id == *version;
        versions.iter().find(is).map(|(.., text)| text.clone())
    }

    pub(super) fn keep_version(&self, id: &str, version: &Version, text: Option<&str>) {
        let mut versions = self.0.versions.borrow_mut();
        let is = |(plan, held, _): &&mut (Rc<str>, Version, String)| {
            **plan == *id && held.id == version.id
        };
        match versions.iter_mut().find(is) {
            Some((_, held, _)) => *held = version.clone(),
            None => versions.push((
                id.into(),
                version.clone(),
                text.unwrap_or_default().to_owned(),
            )),
        }
    }

    pub(super) fn remove_version(&self, id: &str, version: &str) {
        let gone =
            |(plan, held, _): &(Rc<str>, Version, String)| **plan == *id && *held.id == *version;
        self.0.versions.borrow_mut().retain(|held| !gone(held));
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
impl Memory {
    /// Lets every save fail, or no longer.
    pub(crate) fn fill(&self, full: bool) {
        self.0.full.set(full);
    }

    /// Spoils a record.
    pub(crate) fn spoil(&self, id: &str, fault: Fault) {
        for record in self.0.records.borrow_mut().iter_mut() {
            if *record.info.id == *id {
                record.info.fault = Some(fault);
            }
        }
    }
}
