//! Where plans are kept: IndexedDB, or memory where a page has no storage and in tests. Every call may fail and
//! no failure is fatal. A save names the revision that it follows, so that two pages never overwrite each other.

mod indexed;
mod memory;

use std::cmp::Ordering;
use std::rc::Rc;

use indexed::Indexed;
use memory::Memory;

/// What a list of plans shows of one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Info {
    /// Id of the record.
    pub(crate) id: Rc<str>,
    /// Name of the plan; may be empty.
    pub(crate) name: String,
    /// Grows by one with every save; 0 before the first.
    pub(crate) revision: u64,
    /// When it was saved, in milliseconds since 1970.
    pub(crate) saved_at: f64,
    /// When it was last opened or saved.
    pub(crate) used_at: f64,
    /// How many vaults it has.
    pub(crate) vaults: usize,
    /// How many mirrors it has.
    pub(crate) mirrors: usize,
}

/// A plan as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Record {
    /// What lists show.
    pub(crate) info: Info,
    /// The plan's text.
    pub(crate) text: String,
    /// The draft's text, and whether the plan was edited since it was begun.
    pub(crate) draft: Option<(String, bool)>,
}

/// What became of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// It is kept, as this revision.
    As(u64),
    /// Nothing was written: another page has saved this newer revision.
    Newer(u64),
}

/// Why storage does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The page has none: it is switched off, or the page is in a sandbox.
    Missing,
    /// It is full.
    Full,
    /// It failed, in the browser's words.
    Other(String),
}

/// A place that keeps plans.
#[derive(Clone, Debug)]
pub(crate) enum Store {
    /// The browser's database.
    Indexed(Indexed),
    /// Memory: gone with the page.
    Memory(Memory),
}

impl Store {
    /// Memory.
    pub(crate) fn memory() -> Self {
        Self::Memory(Memory::default())
    }

    /// The browser's database of a name.
    pub(crate) async fn open(name: &str) -> Result<Self, Failure> {
        Indexed::open(name).await.map(Self::Indexed)
    }

    /// All plans, the last used first.
    pub(crate) async fn list(&self) -> Result<Vec<Info>, Failure> {
        let found = match self {
            Self::Indexed(store) => store.list().await?,
            Self::Memory(store) => store.list(),
        };
        let mut infos: Vec<Info> = Vec::with_capacity(found.len());
        for info in found {
            let earlier = |other: &Info| match other.used_at.total_cmp(&info.used_at) {
                Ordering::Equal => other.id < info.id,
                order => order == Ordering::Greater,
            };
            let at = infos.iter().take_while(|other| earlier(other)).count();
            infos.insert(at, info);
        }
        Ok(infos)
    }

    /// The plan of an id.
    pub(crate) async fn load(&self, id: &str) -> Result<Option<Record>, Failure> {
        match self {
            Self::Indexed(store) => store.load(id).await,
            Self::Memory(store) => Ok(store.load(id)),
        }
    }

    /// Keeps a plan, if the revision kept so far is `record.info.revision`.
    pub(crate) async fn save(&self, record: &Record) -> Result<Kept, Failure> {
        match self {
            Self::Indexed(store) => store.save(record).await,
            Self::Memory(store) => Ok(store.save(record)),
        }
    }

    /// Notes that a plan was opened.
    pub(crate) async fn touch(&self, id: &str, now: f64) -> Result<(), Failure> {
        match self {
            Self::Indexed(store) => store.touch(id, now).await,
            Self::Memory(store) => {
                store.touch(id, now);
                Ok(())
            }
        }
    }

    /// Forgets a plan.
    pub(crate) async fn remove(&self, id: &str) -> Result<(), Failure> {
        match self {
            Self::Indexed(store) => store.remove(id).await,
            Self::Memory(store) => {
                store.remove(id);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A record to save over `revision`.
    pub(crate) fn record(id: &str, revision: u64, used_at: f64) -> Record {
        Record {
            info: Info {
                id: id.into(),
                name: format!("plan {id}"),
                revision,
                saved_at: used_at,
                used_at,
                vaults: 2,
                mirrors: 1,
            },
            text: "{\"format\": \"vaultplan/1\"}".to_owned(),
            draft: Some(("{ 未完".to_owned(), true)),
        }
    }

    /// What every store must do.
    pub(crate) async fn keeps_its_word(store: &Store) {
        assert_eq!(store.list().await, Ok(vec![]));
        assert_eq!(store.load("a").await, Ok(None));

        assert_eq!(store.save(&record("a", 0, 1.0)).await, Ok(Kept::As(1)));
        assert_eq!(store.save(&record("b", 0, 2.0)).await, Ok(Kept::As(1)));
        let loaded = store.load("a").await.unwrap().unwrap();
        assert_eq!(loaded, record("a", 1, 1.0));

        // Two pages save over the same revision: the second is told and nothing is lost.
        assert_eq!(store.save(&record("a", 1, 3.0)).await, Ok(Kept::As(2)));
        let mut other = record("a", 1, 4.0);
        other.text = "other".to_owned();
        assert_eq!(store.save(&other).await, Ok(Kept::Newer(2)));
        let kept = store.load("a").await.unwrap().unwrap();
        assert_eq!(
            (kept.info.revision, kept.text),
            (2, record("a", 2, 3.0).text)
        );

        let ids = |infos: Vec<Info>| infos.iter().map(|i| i.id.to_string()).collect::<Vec<_>>();
        assert_eq!(ids(store.list().await.unwrap()), ["a", "b"]);
        store.touch("b", 9.0).await.unwrap();
        assert_eq!(ids(store.list().await.unwrap()), ["b", "a"]);
        assert_eq!(store.load("b").await.unwrap().unwrap().info.revision, 1);

        store.touch("nobody", 10.0).await.unwrap();
        store.remove("b").await.unwrap();
        store.remove("b").await.unwrap();
        assert_eq!(ids(store.list().await.unwrap()), ["a"]);
        assert_eq!(store.load("b").await, Ok(None));
        // What is gone is not taken for what it was.
        assert_eq!(store.save(&record("b", 1, 5.0)).await, Ok(Kept::As(2)));
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn memory_keeps_its_word() {
        use std::task::{Context, Poll, Waker};

        let store = Store::memory();
        let mut test = std::pin::pin!(keeps_its_word(&store));
        let mut context = Context::from_waker(Waker::noop());
        // Memory never waits.
        assert!(matches!(test.as_mut().poll(&mut context), Poll::Ready(())));
    }
}
