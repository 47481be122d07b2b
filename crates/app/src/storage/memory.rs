//! Plans in memory: the twin of the database, for tests and for pages without storage.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Info, Kept, Record};

/// Plans. Clones share what they hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory(Rc<RefCell<Vec<Record>>>);

impl Memory {
    pub(super) fn list(&self) -> Vec<Info> {
        let records = self.0.borrow();
        records.iter().map(|record| record.info.clone()).collect()
    }

    pub(super) fn load(&self, id: &str) -> Option<Record> {
        let records = self.0.borrow();
        records
            .iter()
            .find(|record| *record.info.id == *id)
            .cloned()
    }

    pub(super) fn save(&self, record: &Record) -> Kept {
        let mut records = self.0.borrow_mut();
        let kept = records
            .iter()
            .position(|kept| kept.info.id == record.info.id);
        let mut new = record.clone();
        new.info.revision += 1;
        let revision = new.info.revision;
        match kept.and_then(|at| records.get_mut(at)) {
            Some(kept) if kept.info.revision != record.info.revision => {
                return Kept::Newer(kept.info.revision);
            }
            Some(kept) => *kept = new,
            None => records.push(new),
        }
        Kept::As(revision)
    }

    pub(super) fn touch(&self, id: &str, now: f64) {
        for record in self.0.borrow_mut().iter_mut() {
            if *record.info.id == *id {
                record.info.used_at = now;
            }
        }
    }

    pub(super) fn remove(&self, id: &str) {
        self.0.borrow_mut().retain(|record| *record.info.id != *id);
    }
}
