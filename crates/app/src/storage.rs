//! Where plans are kept: IndexedDB, or memory where a page has no storage and in tests. Every call may fail and
//! no failure is fatal. A save names the revision that it follows, so that two pages never overwrite each other.

mod indexed;
mod memory;

use std::cmp::Ordering;
use std::rc::Rc;

use vaultplan::report::PlanVerdict;

use indexed::Indexed;
use memory::Memory;

/// The form of the records that this release writes. The releases before wrote no number, which is the first form:
/// without verdict, size, steps and versions.
pub(crate) const FORM: u64 = 2;

/// Why a record cannot be shown. It is never overwritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Parts of it are missing or of another kind than they should be.
    Damaged,
    /// A later release wrote it.
    Later,
}

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
    /// The verdict when it was saved; `None` of the first form.
    pub(crate) verdict: Option<PlanVerdict>,
    /// Length of its text in bytes; 0 of the first form.
    pub(crate) bytes: usize,
    /// When it was deleted. It can be brought back until it is cleared away.
    pub(crate) gone_at: Option<f64>,
    /// Why it cannot be shown.
    pub(crate) fault: Option<Fault>,
}

impl Info {
    /// Of a record that cannot be shown.
    pub(crate) fn faulty(id: &str, name: String, fault: Fault) -> Self {
        Self {
            id: id.into(),
            name,
            revision: 0,
            saved_at: 0.0,
            used_at: 0.0,
            vaults: 0,
            mirrors: 0,
            verdict: None,
            bytes: 0,
            gone_at: None,
            fault: Some(fault),
        }
    }
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
    /// The steps behind and ahead, as [`crate::history`] writes them.
    pub(crate) history: Option<String>,
    /// What was being typed and was no step yet.
    pub(crate) typing: Option<String>,
}

/// What there is of an id.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Found {
    /// Nothing.
    Nothing,
    /// A record.
    Record(Box<Record>),
    /// A record that cannot be shown.
    Faulty(Fault),
}

/// A version of a plan that its user keeps under a name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Version {
    /// Tells it from the plan's other versions.
    pub(crate) id: Rc<str>,
    /// As the user calls it.
    pub(crate) name: String,
    /// When it was kept, in milliseconds since 1970.
    pub(crate) at: f64,
    /// The verdict then.
    pub(crate) verdict: Option<PlanVerdict>,
    /// When it was deleted. It can be brought back until it is cleared away.
    pub(crate) gone_at: Option<f64>,
}

/// What became of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// It is kept, as this revision.
    As(u64),
    /// Nothing was written: another page has saved this newer revision, or what is there cannot be read.
    Newer(u64),
}

/// Why storage does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The page has none: it is switched off, or the page is in a sandbox.
    Missing,
    /// It is full.
    Full,
    /// A later release of the planner has laid it out anew.
    Later,
    /// It failed, in the browser's words.
    Other(String),
}

/// The verdict of a word.
pub(crate) fn verdict(word: &str) -> Option<PlanVerdict> {
    [
        PlanVerdict::Pass,
        PlanVerdict::Fail,
        PlanVerdict::Incomplete,
        PlanVerdict::Undecided,
    ]
    .into_iter()
    .find(|verdict| verdict.word() == word)
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

    /// All plans, the last used first; also those that are deleted or cannot be read.
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
    pub(crate) async fn load(&self, id: &str) -> Result<Found, Failure> {
        match self {
            Self::Indexed(store) => store.load(id).await,
            Self::Memory(store) => Ok(store.load(id)),
        }
    }

    /// Everything that is kept under an id, as JSON for people who can mend it.
    pub(crate) async fn raw(&self, id: &str) -> Result<String, Failure> {
        match self {
            Self::Indexed(store) => store.raw(id).await,
            Self::Memory(store) => Ok(store.raw(id)),
        }
    }

    /// Keeps a plan, if the revision kept so far is `record.info.revision`.
    pub(crate) async fn save(&self, record: &Record) -> Result<Kept, Failure> {
        match self {
            Self::Indexed(store) => store.save(record).await,
            Self::Memory(store) => store.save(record),
        }
    }

    /// Notes that a plan was opened, or with `gone` whether it is deleted. A revision stays what it is.
    pub(crate) async fn note(&self, id: &str, note: Note) -> Result<(), Failure> {
        match self {
            Self::Indexed(store) => store.note(id, note).await,
            Self::Memory(store) => {
                store.note(id, note);
                Ok(())
            }
        }
    }

    /// Forgets a plan with its versions, for good.
    pub(crate) async fn remove(&self, id: &str) -> Result<(), Failure> {
        match self {
            Self::Indexed(store) => store.remove(id).await,
            Self::Memory(store) => {
                store.remove(id);
                Ok(())
            }
        }
    }

    /// The versions of a plan, the oldest first; also those that are deleted.
    pub(crate) async fn versions(&self, id: &str) -> Result<Vec<Version>, Failure> {
        match self {
            Self::Indexed(store) => store.versions(id).await,
            Self::Memory(store) => Ok(store.versions(id)),
        }
    }

    /// The text of a version.
    pub(crate) async fn version(&self, id: &str, version: &str) -> Result<Option<String>, Failure> {
        match self {
            Self::Indexed(store) => store.version(id, version).await,
            Self::Memory(store) => Ok(store.version(id, version)),
        }
    }

    /// Adds a version with its text, or states an old one anew.
    pub(crate) async fn keep_version(
        &self,
        id: &str,
        version: &Version,
        text: Option<&str>,
    ) -> Result<(), Failure> {
        match self {
            Self::Indexed(store) => store.keep_version(id, version, text).await,
            Self::Memory(store) => {
                store.keep_version(id, version, text);
                Ok(())
            }
        }
    }

    /// A text that belongs to no plan, by a key with a slash in it.
    pub(crate) async fn loose(&self, key: &str) -> Result<Option<String>, Failure> {
        match self {
            Self::Indexed(store) => store.loose(key).await,
            Self::Memory(store) => Ok(store.loose(key)),
        }
    }

    /// Keeps such a text, or forgets it.
    pub(crate) async fn keep_loose(&self, key: &str, text: Option<&str>) -> Result<(), Failure> {
        match self {
            Self::Indexed(store) => store.keep_loose(key, text).await,
            Self::Memory(store) => store.keep_loose(key, text),
        }
    }

    /// Forgets a version for good.
    pub(crate) async fn remove_version(&self, id: &str, version: &str) -> Result<(), Failure> {
        match self {
            Self::Indexed(store) => store.remove_version(id, version).await,
            Self::Memory(store) => {
                store.remove_version(id, version);
                Ok(())
            }
        }
    }
}

/// What is noted of a record without a new revision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Note {
    /// It was opened.
    Used(f64),
    /// It was deleted, or brought back.
    Gone(Option<f64>),
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
                verdict: Some(PlanVerdict::Undecided),
                bytes: 25,
                gone_at: None,
                fault: None,
            },
            text: "{\"format\": \"vaultplan/1\"}".to_owned(),
            draft: Some(("{ 未完".to_owned(), true)),
            history: Some("steps".to_owned()),
            typing: Some("half a word".to_owned()),
        }
    }

    pub(crate) async fn loaded(store: &Store, id: &str) -> Option<Record> {
        match store.load(id).await.unwrap() {
            Found::Record(record) => Some(*record),
            _ => None,
        }
    }

    /// What every store must do.
    pub(crate) async fn keeps_its_word(store: &Store) {
        assert_eq!(store.list().await, Ok(vec![]));
        assert_eq!(store.load("a").await, Ok(Found::Nothing));

        assert_eq!(store.save(&record("a", 0, 1.0)).await, Ok(Kept::As(1)));
        assert_eq!(store.save(&record("b", 0, 2.0)).await, Ok(Kept::As(1)));
        assert_eq!(loaded(store, "a").await, Some(record("a", 1, 1.0)));

        // Two pages save over the same revision: the second is told and nothing is lost.
        assert_eq!(store.save(&record("a", 1, 3.0)).await, Ok(Kept::As(2)));
        let mut other = record("a", 1, 4.0);
        other.text = "other".to_owned();
        assert_eq!(store.save(&other).await, Ok(Kept::Newer(2)));
        let kept = loaded(store, "a").await.unwrap();
        assert_eq!(
            (kept.info.revision, kept.text),
            (2, record("a", 2, 3.0).text)
        );

        let ids = |infos: Vec<Info>| infos.iter().map(|i| i.id.to_string()).collect::<Vec<_>>();
        assert_eq!(ids(store.list().await.unwrap()), ["a", "b"]);
        store.note("b", Note::Used(9.0)).await.unwrap();
        assert_eq!(ids(store.list().await.unwrap()), ["b", "a"]);
        assert_eq!(loaded(store, "b").await.unwrap().info.revision, 1);

        // What is deleted is kept until it is cleared away.
        store.note("b", Note::Gone(Some(10.0))).await.unwrap();
        assert_eq!(loaded(store, "b").await.unwrap().info.gone_at, Some(10.0));
        store.note("b", Note::Gone(None)).await.unwrap();
        assert_eq!(
            loaded(store, "b").await,
            Some(record("b", 1, 9.0)).map(|mut b| {
                b.info.saved_at = 2.0;
                b
            })
        );

        // Versions belong to their plan.
        let version = |id: &str, at: f64| Version {
            id: id.into(),
            name: format!("第 {id} 版"),
            at,
            verdict: Some(PlanVerdict::Fail),
            gone_at: None,
        };
        assert_eq!(store.versions("b").await, Ok(vec![]));
        store
            .keep_version("b", &version("x", 1.0), Some("one"))
            .await
            .unwrap();
        store
            .keep_version("b", &version("y", 2.0), Some("two"))
            .await
            .unwrap();
        let gone = Version {
            gone_at: Some(3.0),
            ..version("x", 1.0)
        };
        store.keep_version("b", &gone, None).await.unwrap();
        assert_eq!(store.versions("b").await, Ok(vec![gone, version("y", 2.0)]));
        assert_eq!(store.version("b", "x").await, Ok(Some("one".to_owned())));
        assert_eq!(store.version("a", "x").await, Ok(None));
        store.remove_version("b", "x").await.unwrap();
        assert_eq!(store.versions("b").await, Ok(vec![version("y", 2.0)]));
        assert_eq!(store.version("b", "x").await, Ok(None));
        assert_eq!(ids(store.list().await.unwrap()), ["b", "a"]);
        // Whoever saves the plan keeps its versions.
        assert_eq!(store.save(&record("b", 1, 9.0)).await, Ok(Kept::As(2)));
        assert_eq!(store.versions("b").await, Ok(vec![version("y", 2.0)]));
        assert!(store.raw("b").await.unwrap().contains("vaultplan/1"));

        // What belongs to no plan is no plan, and stays when plans go.
        assert_eq!(store.loose("prices/USD").await, Ok(None));
        store.keep_loose("prices/USD", Some("{}")).await.unwrap();
        assert_eq!(store.loose("prices/USD").await, Ok(Some("{}".to_owned())));
        assert_eq!(ids(store.list().await.unwrap()), ["b", "a"]);
        store.keep_loose("prices/USD", Some("{ }")).await.unwrap();
        assert_eq!(store.loose("prices/USD").await, Ok(Some("{ }".to_owned())));

        store.note("nobody", Note::Used(10.0)).await.unwrap();
        store.remove("b").await.unwrap();
        store.remove("b").await.unwrap();
        assert_eq!(ids(store.list().await.unwrap()), ["a"]);
        assert_eq!(store.load("b").await, Ok(Found::Nothing));
        assert_eq!(store.versions("b").await, Ok(vec![]));
        assert_eq!(store.version("b", "y").await, Ok(None));
        assert_eq!(store.loose("prices/USD").await, Ok(Some("{ }".to_owned())));
        store.keep_loose("prices/USD", None).await.unwrap();
        assert_eq!(store.loose("prices/USD").await, Ok(None));
        // What is gone is not taken for what it was.
        assert_eq!(store.save(&record("b", 1, 5.0)).await, Ok(Kept::As(2)));
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn memory_keeps_its_word() {
        now(keeps_its_word(&Store::memory()));
    }

    /// What a work that never waits gives.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn now<T>(work: impl Future<Output = T>) -> T {
        use std::task::{Context, Poll, Waker};

        let mut work = std::pin::pin!(work);
        match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => done,
            Poll::Pending => panic!("memory never waits"),
        }
    }
}
