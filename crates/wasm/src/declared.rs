//! Holds `answers.d.ts` to what is really answered: every answer fits its declaration, no member is undeclared,
//! and every declared member and word of ours is seen in some answer.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use vaultplan::catalog::editions::Edition;
use vaultplan::lang::Lang;
use vaultplan::rules::DOCS;

use super::*;
use crate::questions;

const DECLARATIONS: &str = include_str!("answers.d.ts");

/// The declarations, read with the little TypeScript that they use.
struct Declared {
    interfaces: BTreeMap<String, BTreeMap<String, Member>>,
    aliases: BTreeMap<String, String>,
    seen: BTreeSet<(String, String)>,
}

struct Member {
    optional: bool,
    kind: String,
}

impl Declared {
    fn read() -> Self {
        let plain: String = DECLARATIONS
            .lines()
            .filter(|line| !line.trim_start().starts_with("/**"))
            .collect::<Vec<_>>()
            .join("\n");
        let mut declared = Self {
            interfaces: BTreeMap::new(),
            aliases: BTreeMap::new(),
            seen: BTreeSet::new(),
        };
        for part in plain.split("export ").skip(1) {
            if let Some(alias) = part.strip_prefix("type ") {
                let (name, kind) = alias.split_once('=').expect("a type has a meaning");
                let kind = kind.trim().trim_end_matches(';').to_owned();
                declared.aliases.insert(name.trim().to_owned(), kind);
            } else {
                let part = part.strip_prefix("interface ").expect("an interface");
                let (name, body) = part.split_once('{').expect("a body");
                let body = body.rsplit_once('}').expect("an end").0;
                let members = body
                    .split(';')
                    .filter_map(|line| line.split_once(':'))
                    .map(|(name, kind)| {
                        let optional = name.trim().ends_with('?');
                        let name = name.trim().trim_end_matches('?').to_owned();
                        let kind = kind.trim().to_owned();
                        (name, Member { optional, kind })
                    })
                    .collect();
                declared.interfaces.insert(name.trim().to_owned(), members);
            }
        }
        // Declared by the generator, from the engine's own table.
        let words: Vec<_> = Edition::WORDS
            .iter()
            .map(|word| format!("{word:?}"))
            .collect();
        declared
            .aliases
            .insert("Edition".to_owned(), words.join(" | "));
        declared
    }

    /// Why a value does not fit a type; `Ok` when it does.
    fn fits(&mut self, value: &Value, kind: &str, at: &str) -> Result<(), String> {
        let wrong = |why: &str| Err(format!("{at}: {value} is not {kind}: {why}"));
        let kind = kind.trim().trim_start_matches('|').trim();
        if kind.contains(" | ") || kind.contains("\n") {
            let parts: Vec<String> = kind.split('|').map(|part| part.trim().to_owned()).collect();
            return if parts.iter().any(|part| self.fits(value, part, at).is_ok()) {
                Ok(())
            } else {
                let whys: Vec<_> = parts
                    .iter()
                    .filter_map(|part| self.fits(value, part, at).err())
                    .collect();
                wrong(&whys.join("; "))
            };
        }
        if let Some(element) = kind.strip_suffix("[]") {
            let Some(items) = value.as_array() else {
                return wrong("no list");
            };
            return items
                .iter()
                .enumerate()
                .try_for_each(|(i, item)| self.fits(item, element, &format!("{at}/{i}")));
        }
        if let Some(inner) = kind.strip_prefix("Record<string, ") {
            let Some(members) = value.as_object() else {
                return wrong("no object");
            };
            let inner = inner.trim_end_matches('>');
            return members
                .iter()
                .try_for_each(|(name, item)| self.fits(item, inner, &format!("{at}/{name}")));
        }
        let plain = match kind {
            "string" => value.is_string(),
            "number" => value.is_number(),
            "boolean" => value.is_boolean(),
            "true" => *value == Value::Bool(true),
            "false" => *value == Value::Bool(false),
            "null" => value.is_null(),
            "Json" => true,
            literal if literal.starts_with('"') => {
                value.as_str() == Some(literal.trim_matches('"'))
            }
            name => return self.named(value, name, at),
        };
        if plain { Ok(()) } else { wrong("another kind") }
    }

    fn named(&mut self, value: &Value, name: &str, at: &str) -> Result<(), String> {
        if let Some(alias) = self.aliases.get(name).cloned() {
            return self.fits(value, &alias, at);
        }
        let members: Vec<(String, bool, String)> = self
            .interfaces
            .get(name)
            .ok_or_else(|| format!("{at}: `{name}` is not declared"))?
            .iter()
            .map(|(member, m)| (member.clone(), m.optional, m.kind.clone()))
            .collect();
        let Some(object) = value.as_object() else {
            return Err(format!("{at}: {value} is no {name}"));
        };
        if let Some(extra) = object
            .keys()
            .find(|key| members.iter().all(|m| m.0 != **key))
        {
            return Err(format!("{at}: `{name}` does not declare `{extra}`"));
        }
        for (member, optional, kind) in members {
            match object.get(&member) {
                Some(value) => {
                    self.fits(value, &kind, &format!("{at}/{member}"))?;
                    if !value.is_null() {
                        self.seen.insert((name.to_owned(), member));
                    }
                }
                None if optional => {}
                None => return Err(format!("{at}: `{name}` lacks `{member}`")),
            }
        }
        Ok(())
    }

    #[track_caller]
    fn expect(&mut self, answer: &Plain<'_>, kind: &str) {
        self.expect_value(&value(answer), kind);
    }

    #[track_caller]
    fn expect_value(&mut self, value: &Value, kind: &str) {
        if let Err(why) = self.fits(value, kind, "") {
            panic!("{why}");
        }
    }

    #[track_caller]
    fn expect_refused(&mut self, answer: Result<impl std::fmt::Debug, Refused>) {
        let refused = answer.expect_err("is refused");
        assert!(!refused.problems.is_empty());
        self.expect(&refused.plain(), "Refused");
    }
}

fn value(answer: &Plain<'_>) -> Value {
    serde_json::to_value(answer).expect("answers are JSON")
}

fn given(texts: &[&str]) -> Vec<Given> {
    let named = texts.iter().enumerate().map(|(index, text)| Given {
        name: format!("#{}", index + 1),
        bytes: text.as_bytes().to_vec(),
    });
    named.collect()
}

/// The answer of `validate`, put together as JavaScript gets it.
fn judged(texts: &[&str], ask: &Ask) -> Value {
    let given = given(texts);
    match plan(&given, ask.lang) {
        Err(refused) => value(&refused.plain()),
        Ok(plan) => validate(&plan, ask, |report, lists| {
            let mut report: Value = serde_json::from_str(report).expect("a report is JSON");
            for (name, text) in lists {
                assert!(report[name].is_null());
                report[name] = serde_json::from_str(text).expect("findings are JSON");
            }
            serde_json::json!({"ok": true, "report": report})
        }),
    }
}

const HANGZHOU: &str = include_str!("../../../tests/formats/describe-vaults/pair.hangzhou.json");
const SHANGHAI: &str = include_str!("../../../tests/formats/describe-vaults/pair.shanghai.json");
const PLANTED: [&str; 2] = [
    include_str!("../../../tests/formats/describe-vaults/planted.hangzhou.json"),
    include_str!("../../../tests/formats/describe-vaults/planted.shanghai.json"),
];

/// Every example of the rulebook, an imported undecided one, and broken ones.
fn documents() -> Vec<String> {
    let keyed = r#"{"format": "vaultplan/1",
        "vaults": [{"id": "v", "region": "cn-hangzhou", "encryption": "KMS", "kmsKey": "alias/a"}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai", "encryption": "KMS", "kmsKey": "alias/b"}]}"#;
    let undecided = r#"{"format": "vaultplan/1",
        "vaults": [{"id": "v", "unknown": ["region"], "origin": {"file": "f", "pointer": "/0", "name": "n"}}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-hangzhou", "origin": {"file": "f", "pointer": "/1", "name": "m"}}]}"#;
    DOCS.iter()
        .flat_map(|doc| [doc.fails, doc.passes])
        .chain([
            undecided,
            keyed,
            "{",
            r#"{"format": "vaultplan/1", "vault": []}"#,
            r#"{"format": "vaultplan/9"}"#,
        ])
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_answer_fits_its_declaration_and_nothing_declared_is_never_answered() {
    let mut declared = Declared::read();
    let now = vaultplan::model::time::parse("2026-11-21T08:00:00Z");
    for lang in Lang::ALL {
        let ask = Ask {
            options: Options { edition: None, now },
            lang,
        };
        for text in documents() {
            declared.expect_value(&judged(&[&text], &ask), "ValidateAnswer");
        }
        for answers in [&[HANGZHOU, SHANGHAI][..], &PLANTED, &[HANGZHOU]] {
            let answer = judged(answers, &ask);
            assert_eq!(answer["ok"], true);
            declared.expect_value(&answer, "ValidateAnswer");
        }
        declared.expect_value(&judged(&[r#"{"Vaults": 7}"#], &ask), "Refused");
        for text in documents() {
            ask_all(&mut declared, &text, lang);
        }
        declared.expect(&rule_list(lang), "RulesAnswer");
        for doc in DOCS {
            declared.expect(
                &one_rule(doc.rule.slug, lang).expect("a rule"),
                "RuleAnswer",
            );
            declared.expect(
                &explain(doc.rule.slug, lang).expect("a rule"),
                "ExplainAnswer",
            );
        }
        declared.expect_refused(explain("mirror-same-regoin", lang));
        declared.expect_refused(one_rule("mirror-same-regoin", lang));
        declared.expect(&position("{}", ""), "Position | null");
        declared.expect(&position("{", ""), "Position | null");
        let text = r#"{"format": "vaultplan/1", "name": "a"}"#;
        let patch = r#"[{"op": "replace", "path": "/name", "value": "b"}, {"op": "remove", "path": "/name"},
            {"op": "add", "path": "/note", "value": "c"}]"#;
        let text_after = apply_patch(text.as_bytes(), patch, lang).expect("applies");
        declared.expect(&patched(&text_after), "PatchAnswer");
        declared.expect_refused(apply_patch(text.as_bytes(), "[{}]", lang));
        declared.expect_refused(apply_patch(b"{", "[]", lang));
        let refused = Refused::from(no_document("number", lang));
        declared.expect(&refused.plain(), "Refused");
    }
    let removed = serde_json::to_value(Op::remove("/a")).expect("an operation is JSON");
    declared.expect_value(&removed, "PatchOperation");
    let inputs = ["Options", "SavedAnswer"];
    let unseen: Vec<_> = declared
        .interfaces
        .iter()
        .filter(|(name, _)| !inputs.contains(&name.as_str()))
        .flat_map(|(name, members)| {
            members
                .keys()
                .map(move |member| (name.clone(), member.clone()))
        })
        .filter(|pair| !declared.seen.contains(pair))
        .collect();
    assert!(unseen.is_empty(), "declared but never answered: {unseen:?}");
}

/// Asks every question of a document in every edition.
#[track_caller]
fn ask_all(declared: &mut Declared, text: &str, lang: Lang) {
    let Ok(plan) = model::read_text(text) else {
        return;
    };
    for edition in Edition::ALL {
        let ask = Ask {
            options: Options {
                edition: Some(edition),
                now: None,
            },
            lang,
        };
        questions::eligible_vaults(&plan, &ask, |answer| {
            declared.expect(answer, "EligibleAnswer");
        });
        questions::encryption_match(&plan, &ask, |answer| {
            declared.expect(answer, "EncryptionAnswer");
        });
        for vault in &plan.vaults {
            let regions = questions::mirror_regions(&plan, &vault.id, &ask, value);
            // Of several objects of one id, another kind may have it.
            let answer = regions.unwrap_or_else(|refused| value(&refused.plain()));
            declared.expect_value(&answer, "MirrorRegionsAnswer");
        }
        let none = questions::mirror_regions(&plan, "no such vault", &ask, value);
        declared.expect_refused(none);
    }
}

#[test]
fn every_kind_of_problem_is_declared() {
    use vaultplan::model::problem::ProblemKind as Kind;
    use vaultplan::text::scan::Fault;
    // A new kind does not compile here until it stands in the list and, by this test, in the declarations.
    let listed = |kind: Kind| match kind {
        Kind::TooLong
        | Kind::NotUtf8
        | Kind::NotJson(_)
        | Kind::TooDeep
        | Kind::TooMany
        | Kind::UnknownField => {}
        Kind::DuplicateField | Kind::MissingField | Kind::WrongKind | Kind::WrongValue => {}
        Kind::WrongFormat | Kind::Unexplained => {}
    };
    let kinds = [
        Kind::TooLong,
        Kind::NotUtf8,
        Kind::NotJson(Fault::End),
        Kind::TooDeep,
        Kind::TooMany,
        Kind::UnknownField,
        Kind::DuplicateField,
        Kind::MissingField,
        Kind::WrongKind,
        Kind::WrongValue,
        Kind::WrongFormat,
        Kind::Unexplained,
    ];
    let declared = Declared::read();
    for kind in kinds {
        listed(kind);
        let word = format!("\"{}\"", kind.slug());
        assert!(
            declared.aliases["ProblemKind"].contains(&word),
            "{word} is not declared"
        );
    }
}

#[test]
fn declarations_hold_no_any() {
    let words = DECLARATIONS.split(|c: char| !c.is_alphanumeric());
    let code = DECLARATIONS
        .lines()
        .filter(|line| !line.trim_start().starts_with("/**"));
    assert!(code.clone().count() > 100);
    assert!(words.clone().count() > 500);
    for line in code {
        assert!(
            !line
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == "any"),
            "{line}"
        );
    }
}

#[test]
fn every_fix_of_every_example_applies_to_its_text() {
    let mut applied = 0;
    for doc in DOCS {
        let plan = model::read_text(doc.fails).expect("examples read");
        let report = report::check(&plan, Options::default());
        for fix in report.findings.iter().flat_map(|finding| finding.fixes()) {
            let patch = serde_json::to_string(&fix.patch).expect("a patch is JSON");
            let patched = apply_patch(doc.fails.as_bytes(), &patch, Lang::En);
            let text = patched.unwrap_or_else(|refused| panic!("{}: {refused:?}", doc.rule.slug));
            let mut edited = plan.clone().into_owned();
            model::apply(&mut edited, &fix.patch).expect("a fix applies");
            let read = model::read_text(&text).expect("still reads").into_owned();
            assert_eq!(read, edited, "{}: text and plan part", doc.rule.slug);
            applied += 1;
        }
    }
    assert!(applied > 0);
}

#[test]
fn a_patch_that_does_not_fit_names_the_place() {
    let text = br#"{"format": "vaultplan/1"}"#;
    let cases = [
        (
            r#"[{"op": "replace", "path": "/vaults/3/name", "value": "x"}]"#,
            "/vaults/3/name",
        ),
        (r#"[{"op": "add", "path": "/name", "value": 7}]"#, "/name"),
        (r#"[{"op": "move", "path": "/name"}]"#, ""),
        ("null", ""),
        ("", ""),
    ];
    for (patch, place) in cases {
        let refused = apply_patch(text, patch, Lang::Zh).expect_err("is refused");
        assert_eq!(refused.problems[0].pointer, place, "{patch}");
        assert_eq!(refused.problems[0].kind, "wrong-patch", "{patch}");
        assert!(!refused.problems[0].message.contains('{'));
    }
}

#[test]
fn positions_ignore_a_byte_order_mark() {
    let found = value(&position("\u{feff}{\n \"a\": 1}", "/a"));
    assert_eq!(found, serde_json::json!({"line": 2, "column": 7}));
    assert_eq!(position("{", ""), Plain::Null);
}

#[test]
fn a_misspelt_rule_is_suggested() {
    let refused = explain("miror-same-region", Lang::En).expect_err("is refused");
    assert_eq!(refused.problems[0].suggestion, Some("mirror-same-region"));
    let by_code = value(&explain("m001", Lang::En).expect("by code"));
    assert_eq!(by_code["rule"]["slug"], "mirror-same-region");
}

#[test]
fn saved_answers_are_merged_and_judged() {
    let answer = judged(&PLANTED, &Ask::default());
    let report = &answer["report"];
    assert_eq!(report["verdict"], "fail");
    let understood = report["import"]["understood"].as_array().expect("a list");
    assert_eq!(understood.len(), 2);
    assert!(
        understood[0]
            .as_str()
            .expect("a sentence")
            .starts_with("`#1`, DescribeVaults: ")
    );
    let origin = &report["findings"][0]["object"]["origin"];
    assert!(origin["file"].as_str().expect("a file").starts_with('#'));
    let given = given(&[HANGZHOU, SHANGHAI]);
    let plan = plan(&given, Lang::En).expect("reads");
    let pairs = questions::encryption_match(&plan.topology, &Ask::default(), value);
    assert_eq!(pairs["pairs"].as_array().map(Vec::len), Some(1));
}

#[test]
fn documents_that_make_no_plan_together_are_named() {
    let document = r#"{"format": "vaultplan/1"}"#;
    let error = r#"{"Success": false, "Code": "Forbidden", "Message": "no", "RequestId": "1"}"#;
    let declared = Declared::read();
    let cases: [(&[&str], &str, Option<&str>); 7] = [
        (&[document, HANGZHOU], "mixed-documents", Some("#1")),
        (&[HANGZHOU, document], "mixed-documents", Some("#2")),
        (&[document, document], "mixed-documents", Some("#1")),
        (&[HANGZHOU, error], "refused-call", Some("#2")),
        (&[r#"{"Vaults": 7}"#], "wrong-answer", Some("#1")),
        (
            &[r#"{"RequestId": "x", "Wonders": []}"#],
            "unknown-answer",
            Some("#1"),
        ),
        (&[], "no-document", None),
    ];
    for (texts, kind, file) in cases {
        for lang in Lang::ALL {
            let refused = plan(&given(texts), lang).expect_err("is refused");
            let problem = &refused.problems[0];
            assert_eq!((problem.kind, problem.file.as_deref()), (kind, file));
            assert!(!problem.message.is_empty() && !problem.message.contains("{found}"));
            assert!(declared.aliases["ProblemKind"].contains(&format!("{kind:?}")));
        }
    }
    let broken = plan(&given(&["{"]), Lang::En).expect_err("is refused");
    assert_eq!(broken.problems[0].kind, "not-json");
}
