//! Plans in IndexedDB: two object stores, `plans` (what lists show) and `texts`, written in one transaction.
//! No exception of the browser leaves this file.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use super::{Failure, Info, Kept, Record};

const VERSION: u32 = 1;
const PLANS: &str = "plans";
const TEXTS: &str = "texts";

/// An open database.
#[derive(Clone, Debug)]
pub(crate) struct Indexed(IdbDatabase);

impl From<JsValue> for Failure {
    fn from(error: JsValue) -> Self {
        match error.dyn_ref::<DomException>() {
            Some(exception) => match exception.name().as_str() {
                "QuotaExceededError" => Self::Full,
                "SecurityError" => Self::Missing,
                name => Self::Other(format!("{name}: {}", exception.message())),
            },
            None => Self::Other(format!("{error:?}")),
        }
    }
}

/// The global `indexedDB`; asking for it throws in a sandbox.
fn factory() -> Result<IdbFactory, Failure> {
    let found =
        Reflect::get(&js_sys::global(), &"indexedDB".into()).map_err(|_| Failure::Missing)?;
    found.dyn_into().map_err(|_| Failure::Missing)
}

/// The result of a request.
async fn answer(request: &IdbRequest) -> Result<JsValue, Failure> {
    // The callback lives until the promise has settled.
    let mut held = None;
    let promise = Promise::new(&mut |resolve, reject| {
        let asked = request.clone();
        let settle = Closure::<dyn FnMut()>::new(move || {
            let failed = asked.error().unwrap_or_default();
            // What a settled promise is told again it ignores.
            let _ = match (failed, asked.result()) {
                (Some(error), _) => reject.call1(&JsValue::UNDEFINED, &error),
                (None, Ok(value)) => resolve.call1(&JsValue::UNDEFINED, &value),
                (None, Err(error)) => reject.call1(&JsValue::UNDEFINED, &error),
            };
        });
        request.set_onsuccess(Some(settle.as_ref().unchecked_ref()));
        request.set_onerror(Some(settle.as_ref().unchecked_ref()));
        held = Some(settle);
    });
    let answer = JsFuture::from(promise).await;
    request.set_onsuccess(None);
    request.set_onerror(None);
    drop(held);
    Ok(answer?)
}

/// Waits until a transaction is on disk.
async fn finished(transaction: &IdbTransaction) -> Result<(), Failure> {
    let mut held = None;
    let promise = Promise::new(&mut |resolve, reject| {
        let of = transaction.clone();
        let settle = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            let _ = if event.type_() == "complete" {
                resolve.call0(&JsValue::UNDEFINED)
            } else {
                let error = of.error().map(JsValue::from).unwrap_or_default();
                reject.call1(&JsValue::UNDEFINED, &error)
            };
        });
        transaction.set_oncomplete(Some(settle.as_ref().unchecked_ref()));
        transaction.set_onabort(Some(settle.as_ref().unchecked_ref()));
        held = Some(settle);
    });
    let end = JsFuture::from(promise).await;
    transaction.set_oncomplete(None);
    transaction.set_onabort(None);
    drop(held);
    end?;
    Ok(())
}

impl Indexed {
    /// Opens the database of a name, and lays it out when it is new.
    pub(super) async fn open(name: &str) -> Result<Self, Failure> {
        let request = factory()?.open_with_u32(name, VERSION)?;
        let asked = request.clone();
        let lay_out = Closure::<dyn FnMut()>::new(move || {
            let Some(database) = asked
                .result()
                .ok()
                .and_then(|r| r.dyn_into::<IdbDatabase>().ok())
            else {
                return;
            };
            let names = database.object_store_names();
            for store in [PLANS, TEXTS] {
                if !names.contains(store) {
                    // A failure here aborts the opening, which is told below.
                    let _ = database.create_object_store(store);
                }
            }
        });
        request.set_onupgradeneeded(Some(lay_out.as_ref().unchecked_ref()));
        let database: IdbDatabase = answer(&request)
            .await?
            .dyn_into()
            .map_err(|_| Failure::Missing)?;
        request.set_onupgradeneeded(None);
        Ok(Self(database))
    }

    fn begin(&self, mode: IdbTransactionMode) -> Result<Begun, Failure> {
        let stores = Array::of2(&PLANS.into(), &TEXTS.into());
        let transaction = self
            .0
            .transaction_with_str_sequence_and_mode(&stores, mode)?;
        Ok(Begun {
            plans: transaction.object_store(PLANS)?,
            texts: transaction.object_store(TEXTS)?,
            transaction,
        })
    }

    pub(super) async fn list(&self) -> Result<Vec<Info>, Failure> {
        let begun = self.begin(IdbTransactionMode::Readonly)?;
        let all = answer(&begun.plans.get_all()?).await?;
        Ok(Array::from(&all).iter().filter_map(|o| info(&o)).collect())
    }

    pub(super) async fn load(&self, id: &str) -> Result<Option<Record>, Failure> {
        let begun = self.begin(IdbTransactionMode::Readonly)?;
        let Some(info) = info(&answer(&begun.plans.get(&id.into())?).await?) else {
            return Ok(None);
        };
        let texts = answer(&begun.texts.get(&id.into())?).await?;
        let draft = text(&texts, "draft").map(|draft| (draft, flag(&texts, "stale")));
        Ok(Some(Record {
            info,
            text: text(&texts, "text").unwrap_or_default(),
            draft,
        }))
    }

    pub(super) async fn save(&self, record: &Record) -> Result<Kept, Failure> {
        let begun = self.begin(IdbTransactionMode::Readwrite)?;
        let id = JsValue::from_str(&record.info.id);
        let kept = info(&answer(&begun.plans.get(&id)?).await?);
        if let Some(kept) = kept.filter(|kept| kept.revision != record.info.revision) {
            return Ok(Kept::Newer(kept.revision));
        }
        let revision = record.info.revision + 1;
        let plan = plain(&Info {
            revision,
            ..record.info.clone()
        });
        let texts = Object::new();
        put(&texts, "text", &JsValue::from_str(&record.text));
        if let Some((draft, stale)) = &record.draft {
            put(&texts, "draft", &JsValue::from_str(draft));
            put(&texts, "stale", &JsValue::from_bool(*stale));
        }
        begun.plans.put_with_key(&plan, &id)?;
        begun.texts.put_with_key(&texts, &id)?;
        finished(&begun.transaction).await?;
        Ok(Kept::As(revision))
    }

    pub(super) async fn touch(&self, id: &str, now: f64) -> Result<(), Failure> {
        let begun = self.begin(IdbTransactionMode::Readwrite)?;
        let Some(mut info) = info(&answer(&begun.plans.get(&id.into())?).await?) else {
            return Ok(());
        };
        info.used_at = now;
        begun.plans.put_with_key(&plain(&info), &id.into())?;
        finished(&begun.transaction).await
    }

    pub(super) async fn remove(&self, id: &str) -> Result<(), Failure> {
        let begun = self.begin(IdbTransactionMode::Readwrite)?;
        begun.plans.delete(&id.into())?;
        begun.texts.delete(&id.into())?;
        finished(&begun.transaction).await
    }
}

struct Begun {
    transaction: IdbTransaction,
    plans: IdbObjectStore,
    texts: IdbObjectStore,
}

fn put(object: &Object, key: &str, value: &JsValue) {
    // Setting a member of a plain object cannot fail.
    let _ = Reflect::set(object, &key.into(), value);
}

fn text(object: &JsValue, key: &str) -> Option<String> {
    Reflect::get(object, &key.into()).ok()?.as_string()
}

fn number(object: &JsValue, key: &str) -> Option<f64> {
    Reflect::get(object, &key.into()).ok()?.as_f64()
}

fn flag(object: &JsValue, key: &str) -> bool {
    Reflect::get(object, &key.into()).is_ok_and(|value| value.is_truthy())
}

/// A whole number as JavaScript keeps it. Revisions and counts stay far below the 53 bits that it holds.
#[expect(
    clippy::cast_precision_loss,
    reason = "revisions and counts stay far below 2^53"
)]
fn whole(number: u64) -> JsValue {
    JsValue::from_f64(number as f64)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "only what `whole` wrote is read; anything else saturates"
)]
fn read_whole(object: &JsValue, key: &str) -> u64 {
    number(object, key).unwrap_or_default() as u64
}

fn plain(info: &Info) -> Object {
    let object = Object::new();
    put(&object, "id", &JsValue::from_str(&info.id));
    put(&object, "name", &JsValue::from_str(&info.name));
    put(&object, "revision", &whole(info.revision));
    put(&object, "savedAt", &info.saved_at.into());
    put(&object, "usedAt", &info.used_at.into());
    put(&object, "vaults", &whole(info.vaults as u64));
    put(&object, "mirrors", &whole(info.mirrors as u64));
    object
}

/// What [`plain`] wrote; `None` for anything else.
fn info(object: &JsValue) -> Option<Info> {
    Some(Info {
        id: text(object, "id")?.into(),
        name: text(object, "name").unwrap_or_default(),
        revision: read_whole(object, "revision"),
        saved_at: number(object, "savedAt")?,
        used_at: number(object, "usedAt")?,
        vaults: usize::try_from(read_whole(object, "vaults")).unwrap_or_default(),
        mirrors: usize::try_from(read_whole(object, "mirrors")).unwrap_or_default(),
    })
}
