//! What the browser does for links, examples and dropped folders: compressing, fetching from the page's own origin,
//! listing. Declared here with no more than is used; nothing panics, and what fails is said.

use std::rc::Rc;

use js_sys::{Array, Promise, Uint8Array};
use vaultplan::catalog::limits;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, File};

use crate::link::Broken;

#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    /// Either of them: two ends.
    type Ends;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &Ends) -> End;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &Ends) -> End;

    type End;
    #[wasm_bindgen(method, js_name = getReader)]
    fn reader(this: &End) -> End;
    #[wasm_bindgen(method, js_name = getWriter)]
    fn writer(this: &End) -> End;
    #[wasm_bindgen(method)]
    fn read(this: &End) -> Promise;
    #[wasm_bindgen(method)]
    fn write(this: &End, chunk: Uint8Array) -> Promise;
    #[wasm_bindgen(method)]
    fn close(this: &End) -> Promise;
    #[wasm_bindgen(method)]
    fn cancel(this: &End) -> Promise;

    /// What a read gives.
    type Piece;
    #[wasm_bindgen(method, getter)]
    fn done(this: &Piece) -> bool;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Piece) -> Uint8Array;

    #[wasm_bindgen(catch)]
    fn fetch(address: &str) -> Result<Promise, JsValue>;
    type Answer;
    #[wasm_bindgen(method, getter)]
    fn ok(this: &Answer) -> bool;
    #[wasm_bindgen(method)]
    fn text(this: &Answer) -> Promise;

    /// A file or folder that was dropped.
    type Entry;
    #[wasm_bindgen(method, getter, js_name = isFile)]
    fn is_file(this: &Entry) -> bool;
    #[wasm_bindgen(method)]
    fn file(this: &Entry, found: &JsValue, failed: &JsValue);
    #[wasm_bindgen(method, js_name = createReader)]
    fn entries(this: &Entry) -> Entries;
    type Entries;
    #[wasm_bindgen(method, js_name = readEntries)]
    fn read(this: &Entries, found: &JsValue, failed: &JsValue);

    /// What a drag carries, as a list.
    type Items;
    #[wasm_bindgen(method, getter, structural)]
    fn items(this: &Items) -> Option<js_sys::Object>;
    type Item;
    #[wasm_bindgen(method, catch, js_name = webkitGetAsEntry)]
    fn entry(this: &Item) -> Result<Option<Entry>, JsValue>;
}

/// Bytes that are handed to a stream at a time: a bomb then swells by no more than its thousandfold before the limit
/// is looked at again.
const SLICE: usize = 4_096;

/// Compresses a text; `None` where the browser cannot.
pub(crate) async fn deflate(text: &str) -> Option<Vec<u8>> {
    let stream = CompressionStream::new("deflate-raw").ok()?;
    let bytes = text.as_bytes().into();
    through(stream.unchecked_ref(), bytes, limits::TEXT_BYTES)
        .await
        .ok()
}

/// The text that was compressed.
pub(crate) async fn inflate(bytes: Rc<[u8]>) -> Result<String, Broken> {
    let stream = DecompressionStream::new("deflate-raw").map_err(|_| Broken::NoStreams)?;
    let bytes = through(stream.unchecked_ref(), bytes, limits::TEXT_BYTES).await?;
    String::from_utf8(bytes).map_err(|_| Broken::Damaged)
}

/// Sends bytes through a stream, and stops where more than `limit` come out.
async fn through(stream: &Ends, bytes: Rc<[u8]>, limit: usize) -> Result<Vec<u8>, Broken> {
    let (writer, reader) = (stream.writable().writer(), stream.readable().reader());
    spawn_local(async move {
        for slice in bytes.chunks(SLICE) {
            // That it failed is told where it is read.
            if JsFuture::from(writer.write(slice.into())).await.is_err() {
                return;
            }
        }
        let _ = JsFuture::from(writer.close()).await;
    });
    let mut out = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await;
        let piece: Piece = piece.map_err(|_| Broken::Damaged)?.unchecked_into();
        if piece.done() {
            return Ok(out);
        }
        let value = piece.value();
        if out.len() + value.length() as usize > limit {
            let _ = JsFuture::from(reader.cancel()).await;
            return Err(Broken::TooLarge);
        }
        out.extend(value.to_vec());
    }
}

/// The text of a file of the planner's own, by its address from the page; `None` when it cannot be had.
pub(crate) async fn text_of(address: &str) -> Option<String> {
    let answer = JsFuture::from(fetch(address).ok()?).await.ok()?;
    let answer: Answer = answer.unchecked_into();
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text()).await.ok()?.as_string()
}

/// Most files that are taken from what was dropped.
const FILES: usize = 1_000;

/// Most folders that are looked into.
const FOLDERS: usize = 1_000;

/// Dropped files and folders. They have to be asked for at once: after the event a drag holds nothing.
pub(crate) struct Dropped(Vec<Entry>);

/// What a drag carries, as files and folders; empty where the browser cannot tell.
pub(crate) fn dropped(transfer: &DataTransfer) -> Dropped {
    let items = transfer.unchecked_ref::<Items>().items();
    let items = items.map(|items| Array::from(&items)).unwrap_or_default();
    let entries = items.iter().filter_map(|item| {
        let item: Item = item.unchecked_into();
        item.entry().ok().flatten()
    });
    Dropped(entries.collect())
}

impl Dropped {
    /// Whether there is nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All files, those of folders as well; from folders only what may be a plan.
    pub(crate) async fn files(self) -> Vec<File> {
        let mut files = Vec::new();
        let mut open: Vec<(Entry, bool)> = self.0.into_iter().map(|entry| (entry, true)).collect();
        open.reverse();
        let mut folders = 0;
        while let Some((entry, own)) = open.pop() {
            if entry.is_file() {
                let file = asked(&|found, failed| entry.file(found, failed)).await;
                let file = file.and_then(|file| file.dyn_into::<File>().ok());
                files.extend(file.filter(|file| own || crate::open::may_be_plan(&file.name())));
                if files.len() >= FILES {
                    break;
                }
                continue;
            }
            folders += 1;
            if folders > FOLDERS {
                continue;
            }
            let entries = entry.entries();
            // A folder tells what it holds in portions; the last one is empty.
            loop {
                let found = asked(&|found, failed| entries.read(found, failed)).await;
                let found = found.map(|found| Array::from(&found)).unwrap_or_default();
                if found.length() == 0 {
                    break;
                }
                open.extend(found.iter().map(|entry| (entry.unchecked_into(), false)));
            }
        }
        files
    }
}

/// Asks something that answers by a call, as a promise.
async fn asked(ask: &dyn Fn(&JsValue, &JsValue)) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| ask(&resolve, &reject));
    JsFuture::from(promise).await.ok()
}
