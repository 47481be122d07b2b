//! The functions that JavaScript sees. Their types stand in the declarations that `crates/site` writes.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use vaultplan::model::topology::FORMAT;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::answer::{self, Refused};
use crate::{input, questions};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../../../www/generated/vaultplan.d.ts");

#[wasm_bindgen]
extern "C" {
    /// A document as text or bytes.
    #[wasm_bindgen(typescript_type = "DocumentInput")]
    pub type DocumentInput;
    /// The options of a question.
    #[wasm_bindgen(typescript_type = "Options")]
    pub type OptionsInput;
    /// A language tag.
    #[wasm_bindgen(typescript_type = "Lang")]
    pub type LangInput;
    /// A text.
    #[wasm_bindgen(typescript_type = "string")]
    pub type TextInput;
    /// A patch.
    #[wasm_bindgen(typescript_type = "readonly PatchOperation[]")]
    pub type PatchInput;
    /// The answer of `validate`.
    #[wasm_bindgen(typescript_type = "ValidateAnswer")]
    pub type ValidateAnswer;
    /// The answer of `eligibleVaults`.
    #[wasm_bindgen(typescript_type = "EligibleAnswer")]
    pub type EligibleAnswer;
    /// The answer of `mirrorRegions`.
    #[wasm_bindgen(typescript_type = "MirrorRegionsAnswer")]
    pub type MirrorRegionsAnswer;
    /// The answer of `encryptionMatch`.
    #[wasm_bindgen(typescript_type = "EncryptionAnswer")]
    pub type EncryptionAnswer;
    /// The answer of `rules`.
    #[wasm_bindgen(typescript_type = "RulesAnswer")]
    pub type RulesAnswer;
    /// The answer of `explain`.
    #[wasm_bindgen(typescript_type = "ExplainAnswer")]
    pub type ExplainAnswer;
    /// The answer of `position`.
    #[wasm_bindgen(typescript_type = "Position | null")]
    pub type PositionAnswer;
    /// The answer of `applyPatch`.
    #[wasm_bindgen(typescript_type = "PatchAnswer")]
    pub type PatchAnswer;
}

/// Judges a document: the report, or every problem of a document or option that does not read.
#[wasm_bindgen]
#[must_use]
pub fn validate(document: &DocumentInput, options: Option<OptionsInput>) -> ValidateAnswer {
    answered(input::ask(&given(options)).and_then(|ask| {
        let bytes = input::document(document, ask.lang)?;
        Ok(answer::validate(&bytes, &ask, |good| js(good), js))
    }))
}

/// Which vaults of a document may have a mirror, and why the others may not. Mirrors are listed after them.
#[wasm_bindgen(js_name = eligibleVaults)]
#[must_use]
pub fn eligible_vaults(document: &DocumentInput, options: Option<OptionsInput>) -> EligibleAnswer {
    answered(input::ask(&given(options)).and_then(|ask| {
        let bytes = input::document(document, ask.lang)?;
        let plan = answer::read(&bytes, ask.lang)?;
        Ok(js(&questions::eligible_vaults(&plan, &ask)))
    }))
}

/// In which regions the mirror of a vault may lie, and which redundancy results there.
#[wasm_bindgen(js_name = mirrorRegions)]
#[must_use]
pub fn mirror_regions(
    document: &DocumentInput,
    vault: &TextInput,
    options: Option<OptionsInput>,
) -> MirrorRegionsAnswer {
    answered(input::ask(&given(options)).and_then(|ask| {
        let bytes = input::document(document, ask.lang)?;
        let plan = answer::read(&bytes, ask.lang)?;
        let id = input::text(vault).unwrap_or_default();
        let regions = questions::mirror_regions(&plan, &id, &ask)?;
        Ok(js(&regions))
    }))
}

/// Whether the encryption of sources and mirrors matches, pair by pair.
#[wasm_bindgen(js_name = encryptionMatch)]
#[must_use]
pub fn encryption_match(
    document: &DocumentInput,
    options: Option<OptionsInput>,
) -> EncryptionAnswer {
    answered(input::ask(&given(options)).and_then(|ask| {
        let bytes = input::document(document, ask.lang)?;
        let plan = answer::read(&bytes, ask.lang)?;
        Ok(js(&questions::encryption_match(&plan, &ask)))
    }))
}

/// Every rule, worded in one language (English without one).
#[wasm_bindgen]
#[must_use]
pub fn rules(lang: Option<LangInput>) -> RulesAnswer {
    answered(input::lang(&given(lang)).map(|lang| js(&answer::rule_list(lang))))
}

/// All that is to be read about a rule, by slug or code.
#[wasm_bindgen]
#[must_use]
pub fn explain(rule: &TextInput, lang: Option<LangInput>) -> ExplainAnswer {
    answered(input::lang(&given(lang)).and_then(|lang| {
        let name = input::text(rule).unwrap_or_default();
        answer::explain(&name, lang).map(|explained| js(&explained))
    }))
}

/// The format mark of the documents that this release reads and writes.
#[wasm_bindgen(js_name = formatVersion)]
#[must_use]
pub fn format_version() -> String {
    FORMAT.to_owned()
}

/// Line and column (from 1, in UTF-16 units) of what a JSON Pointer names, or of the nearest value around it;
/// null when the text is not JSON.
#[wasm_bindgen]
#[must_use]
pub fn position(text: &TextInput, pointer: &TextInput) -> PositionAnswer {
    let found = input::text(text)
        .zip(input::text(pointer))
        .and_then(|(text, pointer)| answer::position(&text, &pointer));
    js(&found).unchecked_into()
}

/// Applies a patch to the text of a document; what it does not touch stays as it was written.
#[wasm_bindgen(js_name = applyPatch)]
#[must_use]
pub fn apply_patch(
    document: &DocumentInput,
    patch: &PatchInput,
    lang: Option<LangInput>,
) -> PatchAnswer {
    answered(input::lang(&given(lang)).and_then(|lang| {
        let bytes = input::document(document, lang)?;
        let patch = input::json(patch).unwrap_or_default();
        answer::apply_patch(&bytes, &patch, lang).map(|patched| js(&patched))
    }))
}

fn given<T: Into<JsValue>>(value: Option<T>) -> JsValue {
    value.map_or(JsValue::UNDEFINED, Into::into)
}

fn answered<T: JsCast>(answer: Result<JsValue, Refused>) -> T {
    answer
        .unwrap_or_else(|refused| js(&refused))
        .unchecked_into()
}

/// A plain JavaScript value. Plain structs with text keys always make one.
fn js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}
