//! The functions that JavaScript sees. Their types stand in the declarations that `crates/site` writes.

use js_sys::{JSON, Reflect};
use serde::Serialize as _;
use serde_wasm_bindgen::Serializer;
use vaultplan::model::topology::FORMAT;
use vaultplan::report::plain::Plain;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::answer::{self, Ask, Plan, Refused};
use crate::{input, questions};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../../../www/generated/vaultplan.d.ts");

#[wasm_bindgen]
extern "C" {
    /// A document as text or bytes.
    #[wasm_bindgen(typescript_type = "DocumentInput")]
    pub type DocumentInput;
    /// What makes a plan: a document, or saved answers of the service.
    #[wasm_bindgen(typescript_type = "PlanInput")]
    pub type PlanInput;
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
    /// The answer of `rule`.
    #[wasm_bindgen(typescript_type = "RuleAnswer")]
    pub type RuleAnswer;
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

/// Judges a plan: the report, or every problem of a document or option that does not read.
#[wasm_bindgen]
#[must_use]
pub fn validate(plan: &PlanInput, options: Option<OptionsInput>) -> ValidateAnswer {
    about(plan, options, &mut |plan, ask| {
        Ok(answer::validate(plan, ask, |report, lists| {
            // Our own texts: they parse.
            let parse = |text| JSON::parse(text).unwrap_or(JsValue::NULL);
            let report = parse(report);
            for (name, text) in lists {
                set(&report, name, &parse(text));
            }
            let answer = js(&Plain::Object(&["ok"], vec![Plain::Flag(true)]));
            set(&answer, "report", &report);
            answer
        }))
    })
}

/// Which vaults of a plan may have a mirror, and why the others may not. Mirrors are listed after them.
#[wasm_bindgen(js_name = eligibleVaults)]
#[must_use]
pub fn eligible_vaults(plan: &PlanInput, options: Option<OptionsInput>) -> EligibleAnswer {
    about(plan, options, &mut |plan, ask| {
        Ok(questions::eligible_vaults(&plan.topology, ask, js))
    })
}

/// In which regions the mirror of a vault may lie, and which redundancy results there.
#[wasm_bindgen(js_name = mirrorRegions)]
#[must_use]
pub fn mirror_regions(
    plan: &PlanInput,
    vault: &TextInput,
    options: Option<OptionsInput>,
) -> MirrorRegionsAnswer {
    let id = input::text(vault).unwrap_or_default();
    about(plan, options, &mut |plan, ask| {
        questions::mirror_regions(&plan.topology, &id, ask, js)
    })
}

/// Whether the encryption of sources and mirrors matches, pair by pair.
#[wasm_bindgen(js_name = encryptionMatch)]
#[must_use]
pub fn encryption_match(plan: &PlanInput, options: Option<OptionsInput>) -> EncryptionAnswer {
    about(plan, options, &mut |plan, ask| {
        Ok(questions::encryption_match(&plan.topology, ask, js))
    })
}

/// Every rule, worded in one language.
#[wasm_bindgen]
#[must_use]
pub fn rules(lang: Option<LangInput>) -> RulesAnswer {
    answered(input::lang(&given(lang)).map(|lang| js(&answer::rule_list(lang))))
}

/// A rule by slug or code, worded in one language.
#[wasm_bindgen]
#[must_use]
pub fn rule(name: &TextInput, lang: Option<LangInput>) -> RuleAnswer {
    answered(input::lang(&given(lang)).and_then(|lang| {
        let name = input::text(name).unwrap_or_default();
        answer::one_rule(&name, lang).map(|rule| js(&rule))
    }))
}

/// All that is to be read about a rule, by slug or code.
#[cfg(feature = "explain")]
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
        .map_or(Plain::Null, |(text, pointer)| {
            answer::position(&text, &pointer)
        });
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
        answer::apply_patch(&bytes, &patch, lang).map(|text| js(&answer::patched(&text)))
    }))
}

/// Reads what was passed and asks a question about it; not generic in the question, so that it exists once.
fn about<T: JsCast>(
    plan: &PlanInput,
    options: Option<OptionsInput>,
    question: &mut dyn FnMut(&Plan<'_>, &Ask) -> Result<JsValue, Refused>,
) -> T {
    answered(ask(plan, &given(options), question))
}

fn ask(
    plan: &JsValue,
    options: &JsValue,
    question: &mut dyn FnMut(&Plan<'_>, &Ask) -> Result<JsValue, Refused>,
) -> Result<JsValue, Refused> {
    let ask = input::ask(options)?;
    let given = input::documents(plan, ask.lang)?;
    question(&answer::plan(&given, ask.lang)?, &ask)
}

fn given<T: Into<JsValue>>(value: Option<T>) -> JsValue {
    value.map_or(JsValue::UNDEFINED, Into::into)
}

fn answered<T: JsCast>(answer: Result<JsValue, Refused>) -> T {
    answer
        .unwrap_or_else(|refused| js(&refused.plain()))
        .unchecked_into()
}

/// Sets a member of an object of our own, which never refuses it.
fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// A plain JavaScript value.
fn js(value: &Plain<'_>) -> JsValue {
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}
