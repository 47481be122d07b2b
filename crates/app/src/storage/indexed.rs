//! Plans in IndexedDB: two object stores, `plans` (what lists show) and `texts`, written in one transaction. The
//! versions of a plan lie in `texts` too, under keys that begin with its id and a slash: so the layout is that of the
//! first release, whose pages may be open beside this one. No exception of the browser leaves this file.

use js_sys::{Array, Object, Promise, Reflect};
use vaultplan::report::PlanVerdict;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use super::{FORM, Failure, Fault, Found, Info, Kept, Note, Record, Version, verdict};

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
                "VersionError" => Self::Later,
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
        // A later release that lays the database out anew does not wait for this page.
        let leave = {
            let database = database.clone();
            Closure::<dyn FnMut()>::new(move || database.close())
        };
        database.set_onversionchange(Some(leave.into_js_value().unchecked_ref()));
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
        let asked = [
            begun.plans.get_all_keys()?,
            begun.plans.get_all()?,
            begun.texts.get_all_keys()?,
        ];
        let [keys, plans, texts] = &asked;
        let (keys, plans) = (answer(keys).await?, answer(plans).await?);
        let keys = Array::from(&keys);
        let mut infos = Vec::new();
        for (key, plan) in keys.iter().zip(Array::from(&plans).iter()) {
            if let Some(key) = key.as_string() {
                infos.push(info(&key, &plan));
            }
        }
        for key in Array::from(&answer(texts).await?).iter() {
            // A text whose entry in the list is lost.
            if let Some(id) = key.as_string()
                && !id.contains('/')
                && !keys.includes(&key, 0)
            {
                infos.push(Info::faulty(&id, String::new(), Fault::Damaged));
            }
        }
        Ok(infos)
    }

    /// What both stores hold of an id.
    async fn both(&self, begun: &Begun, id: &str) -> Result<[JsValue; 2], Failure> {
        let asked = [begun.plans.get(&id.into())?, begun.texts.get(&id.into())?];
        let [plan, texts] = &asked;
        Ok([answer(plan).await?, answer(texts).await?])
    }

    pub(super) async fn load(&self, id: &str) -> Result<Found, Failure> {
        let begun = self.begin(IdbTransactionMode::Readonly)?;
        let [plan, texts] = self.both(&begun, id).await?;
        if plan.is_undefined() && texts.is_undefined() {
            return Ok(Found::Nothing);
        }
        let info = info(id, &plan);
        if let Some(fault) = info.fault {
            return Ok(Found::Faulty(fault));
        }
        let Some(kept) = text(&texts, "text") else {
            return Ok(Found::Faulty(Fault::Damaged));
        };
        let draft = text(&texts, "draft").map(|draft| (draft, flag(&texts, "stale")));
        Ok(Found::Record(Box::new(Record {
            info,
            text: kept,
            draft,
            history: text(&texts, "history"),
            typing: text(&texts, "typing"),
        })))
    }

    pub(super) async fn raw(&self, id: &str) -> Result<String, Failure> {
        let begun = self.begin(IdbTransactionMode::Readonly)?;
        let [plan, texts] = self.both(&begun, id).await?;
        let all = Object::new();
        put(&all, PLANS, &plan);
        put(&all, TEXTS, &texts);
        let text = js_sys::JSON::stringify_with_replacer_and_space(
            &all,
            &JsValue::NULL,
            &JsValue::from_f64(2.0),
        )?;
        Ok(text.into())
    }

    pub(super) async fn save(&self, record: &Record) -> Result<Kept, Failure> {
        let begun = self.begin(IdbTransactionMode::Readwrite)?;
        let id = JsValue::from_str(&record.info.id);
        let kept = answer(&begun.plans.get(&id)?).await?;
        if !kept.is_undefined() {
            let kept = info(&record.info.id, &kept);
            if kept.revision != record.info.revision || kept.fault.is_some() {
                return Ok(Kept::Newer(kept.revision));
            }
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
        for (name, kept) in [("history", &record.history), ("typing", &record.typing)] {
            if let Some(kept) = kept {
                put(&texts, name, &JsValue::from_str(kept));
            }
        }
        begun.plans.put_with_key(&plan, &id)?;
        begun.texts.put_with_key(&texts, &id)?;
        finished(&begun.transaction).await?;
        Ok(Kept::As(revision))
    }

    pub(super) async fn note(&self, id: &str, note: Note) -> Result<(), Failure> {
        let begun = self.begin(IdbTransactionMode::Readwrite)?;
        let kept = answer(&begun.plans.get(&id.into())?).await?;
        // What cannot be read is marked as it is, also a text whose entry in the list is lost.
        let kept = match note {
            _ if kept.is_object() => kept,
            Note::Gone(Some(_)) => Object::new().into(),
            _ => return Ok(()),
        };
        let (name, at) = match note {
            Note::Used(at) => ("usedAt", at.into()),
            Note::Gone(at) => ("goneAt", at.map(JsValue::from_f64).unwrap_or_default()),
        };
        put(kept.unchecked_ref(), name, &at);
        begun.plans.put_with_key(&kept, &id.into())?;
        finished(&begun.transaction).await
    }

    pub(super) async fn remove(&self, id: &str) -> Result<(), Failure> {
        let begun = self.begin(IdbTransactionMode::Readwrite)?;
        let keys = answer(&begun.texts.get_all_keys()?).await?;
        let versions = [id, "/"].concat();
        for key in Array::from(&keys).iter() {
            if key
                .as_string()
                .is_some_and(|key| key.starts_with(&versions))
            {
                begun.texts.delete(&key)?;
            }
        }
        begun.plans.delete(&id.into())?;
        begun.texts.delete(&id.into())?;
        finished(&begun.transaction).await
    }

    pub(super) async fn loose(&self, key: &str) -> Result<Option<String>, Failure> {
        let begun = self.begin(IdbTransactionMode::Readonly)?;
        let kept = answer(&begun.texts.get(&key.into())?).await?;
        Ok(text(&kept, "text"))
    }

    pub(super) async fn keep_loose(&self, key: &str, text: Option<&str>) -> Result<(), Failure> {
        let begun = self.begin(IdbTransactionMode::Readwrite)?;
        match text {
            Some(text) => {
                let kept = Object::new();
                put(&kept, "text", &text.into());
                begun.texts.put_with_key(&kept, &key.into())?;
            }
            None => drop(begun.texts.delete(&key.into())?),
        }
        finished(&begun.transaction).await
    }

    /// The list of a plan's versions as it lies there.
    async fn listed(&self, begun: &Begun, id: &str) -> Result<Array, Failure> {
        let kept = answer(&begun.texts.get(&list_key(id))?).await?;
        let list = Reflect::get(&kept, &"list".into()).unwrap_or_default();
        Ok(list.dyn_into().unwrap_or_default())
    }

    pub(super) async fn versions(&self, id: &str) -> Result<Vec<Version>, Failure> {
        let begun = self.begin(IdbTransactionMode::Readonly)?;
        let list = self.listed(&begun, id).await?;
        Ok(list.iter().filter_map(|kept| version(&kept)).collect())
    }

    pub(super) async fn version(&self, id: &str, of: &str) -> Result<Option<String>, Failure> {
        let begun = self.begin(IdbTransactionMode::Readonly)?;
        let kept = answer(&begun.texts.get(&version_key(id, of))?).await?;
        Ok(text(&kept, "text"))
    }

    pub(super) async fn keep_version(
        &self,
        id: &str,
        version: &Version,
        text: Option<&str>,
    ) -> Result<(), Failure> {
        let put_in = |list: &Array, at: Option<u32>| {
            let kept = plain_version(version);
            match at {
                Some(at) => list.set(at, kept.into()),
                None => {
                    list.push(&kept);
                }
            }
        };
        self.change_versions(id, &version.id, text, &put_in).await
    }

    pub(super) async fn remove_version(&self, id: &str, of: &str) -> Result<(), Failure> {
        let take_out = |list: &Array, at: Option<u32>| {
            if let Some(at) = at {
                list.splice(at, 1, &JsValue::UNDEFINED);
            }
        };
        self.change_versions(id, of, Some(""), &take_out).await
    }

    /// Changes the list at a version's place, and with a text what is kept of it; an empty one takes it away.
    async fn change_versions(
        &self,
        id: &str,
        of: &str,
        text: Option<&str>,
        change: &dyn Fn(&Array, Option<u32>),
    ) -> Result<(), Failure> {
        let begun = self.begin(IdbTransactionMode::Readwrite)?;
        let list = self.listed(&begun, id).await?;
        let is = |kept: JsValue| self::text(&kept, "id").as_deref() == Some(of);
        change(&list, (0..list.length()).find(|at| is(list.get(*at))));
        let all = Object::new();
        put(&all, "list", &list);
        begun.texts.put_with_key(&all, &list_key(id))?;
        match text {
            None => {}
            Some("") => {
                begun.texts.delete(&version_key(id, of))?;
            }
            Some(text) => {
                let kept = Object::new();
                put(&kept, "text", &JsValue::from_str(text));
                begun.texts.put_with_key(&kept, &version_key(id, of))?;
            }
        }
        finished(&begun.transaction).await
    }
}

fn list_key(id: &str) -> JsValue {
    [id, "/versions"].concat().into()
}

fn version_key(id: &str, version: &str) -> JsValue {
    [id, "/version/", version].concat().into()
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
fn number_of(number: u64) -> f64 {
    number as f64
}

fn whole(number: u64) -> JsValue {
    JsValue::from_f64(number_of(number))
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
    put(&object, "form", &whole(FORM));
    put(&object, "id", &JsValue::from_str(&info.id));
    put(&object, "name", &JsValue::from_str(&info.name));
    put(&object, "revision", &whole(info.revision));
    put(&object, "savedAt", &info.saved_at.into());
    put(&object, "usedAt", &info.used_at.into());
    put(&object, "vaults", &whole(info.vaults as u64));
    put(&object, "mirrors", &whole(info.mirrors as u64));
    put(&object, "bytes", &whole(info.bytes as u64));
    put_verdict(&object, info.verdict);
    put_gone(&object, info.gone_at);
    object
}

fn put_verdict(object: &Object, verdict: Option<PlanVerdict>) {
    if let Some(verdict) = verdict {
        put(object, "verdict", &verdict.word().into());
    }
}

fn put_gone(object: &Object, gone_at: Option<f64>) {
    if let Some(at) = gone_at {
        put(object, "goneAt", &at.into());
    }
}

fn size(object: &JsValue, key: &str) -> usize {
    usize::try_from(read_whole(object, key)).unwrap_or_default()
}

fn read_verdict(object: &JsValue) -> Option<PlanVerdict> {
    verdict(&text(object, "verdict")?)
}

/// What [`plain`] wrote, in this release or the ones before.
fn info(id: &str, object: &JsValue) -> Info {
    let name = text(object, "name").unwrap_or_default();
    let gone_at = number(object, "goneAt");
    let faulty = |name, fault| Info {
        gone_at,
        ..Info::faulty(id, name, fault)
    };
    if number(object, "form").unwrap_or(1.0) > number_of(FORM) {
        return faulty(name, Fault::Later);
    }
    let own = text(object, "id").is_some_and(|own| own == id);
    let (Some(saved_at), Some(used_at), true) =
        (number(object, "savedAt"), number(object, "usedAt"), own)
    else {
        return faulty(name, Fault::Damaged);
    };
    Info {
        id: id.into(),
        name,
        revision: read_whole(object, "revision"),
        saved_at,
        used_at,
        vaults: size(object, "vaults"),
        mirrors: size(object, "mirrors"),
        verdict: read_verdict(object),
        bytes: size(object, "bytes"),
        gone_at,
        fault: None,
    }
}

fn plain_version(version: &Version) -> Object {
    let object = Object::new();
    put(&object, "id", &JsValue::from_str(&version.id));
    put(&object, "name", &JsValue::from_str(&version.name));
    put(&object, "at", &version.at.into());
    put_verdict(&object, version.verdict);
    put_gone(&object, version.gone_at);
    object
}

fn version(object: &JsValue) -> Option<Version> {
    Some(Version {
        id: text(object, "id")?.into(),
        name: text(object, "name")?,
        at: number(object, "at")?,
        verdict: read_verdict(object),
        gone_at: number(object, "goneAt"),
    })
}
