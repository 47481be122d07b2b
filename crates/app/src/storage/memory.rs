//! Plans in memory: the twin of the database, for tests and for pages without storage.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Info, Kept, Record};

/// Plans by id. Clones share what they hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory(Rc<RefCell<BTreeMap<Rc<str>, Record>>>);

impl Memory {
    pub(super) fn list(&self) -> Vec<Info> {
        let records = self.0.borrow();
        records.values().map(|record| record.info.clone()).collect()
    }

    pub(super) fn load(&self, id: &str) -> Option<Record> {
        self.0.borrow().get(id).cloned()
    }

    pub(super) fn save(&self, record: &Record) -> Kept {
        let mut records = self.0.borrow_mut();
        let kept = records.get(&record.info.id).map(|kept| kept.info.revision);
        if let Some(revision) = kept.filter(|kept| *kept != record.info.revision) {
            return Kept::Newer(revision);
        }
        let mut record = record.clone();
        record.info.revision += 1;
        let revision = record.info.revision;
        records.insert(record.info.id.clone(), record);
        Kept::As(revision)
    }

    pub(super) fn touch(&self, id: &str, now: f64) {
        if let Some(record) = self.0.borrow_mut().get_mut(id) {
            record.info.used_at = now;
        }
    }

    pub(super) fn remove(&self, id: &str) {
        self.0.borrow_mut().remove(id);
    }
}
