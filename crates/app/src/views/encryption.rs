//! The encryption matrix: every pair of source vault and mirror, with methods, keys and regions, whether they fit, and
//! the way out where there is one.

use vaultplan::facts::{EncryptionMethod, Facts, Store};
use vaultplan::finding::{Category, Finding, ObjectKind, ObjectRef, Outcome as Told, Severity};
use vaultplan::lang::Text;
use vaultplan::questions::encryption::{self, Pair, Verdict};
use vaultplan::report::json;

use crate::components::finding_card::{self, sentence};
use crate::components::overview::{head, more};
use crate::components::reasons;
use crate::coverage::Msg as Do;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Page};
use crate::views::coverage::reference;
use crate::words::coverage as ours;
use crate::{edit, words};

/// So many pairs are drawn, more on request; and so many vaults without a mirror. More would answer late.
const PAIRS: usize = 100;
const ALONE: usize = 50;

/// What a pair can come to: its word, its class, its picture. What has to be mended comes first.
pub(crate) const OUTCOMES: [(&Text, &str, Glyph); 6] = [
    (words::MISMATCH, "error", Glyph::Error),
    (ours::KEY_UNFIT, "error", Glyph::Key),
    (words::IMPOSSIBLE, "error", Glyph::Close),
    (words::UNKNOWN, "unknown", Glyph::Undecided),
    (words::MATCH, "pass", Glyph::Pass),
    (words::NOT_TREATED, "advice", Glyph::Info),
];
const MISMATCH: usize = 0;
const KEY: usize = 1;
const IMPOSSIBLE: usize = 2;
const UNKNOWN: usize = 3;
const MATCH: usize = 4;
const NOT_TREATED: usize = 5;

/// What a pair comes to: the methods first, then whether each key can be used where it is named.
fn outcome(app: &Page, pair: &Pair) -> usize {
    match pair.verdict {
        Verdict::Mismatch => MISMATCH,
        Verdict::Impossible => IMPOSSIBLE,
        Verdict::Unknown => UNKNOWN,
        Verdict::NotStated => NOT_TREATED,
        Verdict::Match => {
            let mut found = MATCH;
            for (_, finding) in about(app, pair) {
                match &finding.outcome {
                    Told::Fail(_) if finding.severity == Severity::Error => return KEY,
                    Told::Undecided(_) => found = UNKNOWN,
                    Told::Fail(_) => {}
                }
            }
            found
        }
    }
}

/// What the rules on encryption say of a mirror and of its source.
fn about<'a>(app: &'a Page, pair: &Pair) -> Vec<(usize, &'a Finding)> {
    let mut all = Vec::new();
    for object in [Some(pair.mirror), pair.source].into_iter().flatten() {
        for index in app.judged.at(object, &|_| true) {
            let finding = app.judged.findings.get(index);
            let finding = finding.filter(|f| f.rule.category == Category::Encryption);
            all.extend(finding.map(|finding| (index, finding)));
        }
    }
    all
}

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let facts = app.judged.facts();
    let pairs: Vec<(Pair, usize)> = encryption::pairs(&facts)
        .into_iter()
        .map(|pair| {
            let outcome = outcome(app, &pair);
            (pair, outcome)
        })
        .collect();
    let chosen = app.coverage.outcome;
    let listed = || {
        let fits = move |outcome: usize| chosen.is_none_or(|chosen| chosen == outcome);
        pairs.iter().filter(move |(_, outcome)| fits(*outcome))
    };
    let number = listed().count();
    let shown = if app.all_listed { usize::MAX } else { PAIRS };
    let alone = || facts.vaults.iter().filter(|vault| vault.mirror_count == 0);
    let alone_shown = if app.all_listed { usize::MAX } else { ALONE };
    o.el("div encryption-view", |o| {
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.word("h1", words::VIEW_ENCRYPTION);
                o.word("p muted", words::ENCRYPTION_ABOUT);
            });
        });
        o.el("div", |o| {
            if !pairs.is_empty() {
                filters(app, o, &pairs);
            }
        });
        o.el("div table-scroll", |o| {
            if pairs.is_empty() {
                return o.word("p empty", words::NO_PAIRS);
            }
            if number == 0 {
                return o.word("p empty", ours::NO_PAIR_OF_KIND);
            }
            o.el("table estate matrix", |o| {
                o.attr("data-testid", "matrix");
                head(
                    o,
                    &[
                        words::SOURCE_VAULT,
                        words::ITS_METHOD,
                        words::OUTCOME,
                        words::ITS_METHOD_MIRROR,
                        words::MIRROR_VAULT,
                    ],
                );
                o.el("tbody", |o| {
                    for (pair, outcome) in listed().take(shown) {
                        row(app, o, &facts, pair, *outcome);
                    }
                });
            });
        });
        o.el("div", |o| more(app, o, number.saturating_sub(shown)));
        o.el("div", |o| {
            if alone().next().is_none() {
                return;
            }
            o.el("section alone", |o| {
                o.word("h2", words::WITHOUT_MIRROR);
                o.el("ul", |o| {
                    for vault in alone().take(alone_shown) {
                        o.el("li", |o| {
                            object(app, o, &facts, vault.object);
                            o.text(" ");
                            method(app, o, &facts, Store::Vault(vault));
                        });
                    }
                });
                o.el("div", |o| {
                    more(app, o, alone().count().saturating_sub(alone_shown));
                });
            });
        });
    });
}

/// The outcomes with their numbers: each lists its pairs.
fn filters(app: &Page, o: &mut Out, pairs: &[(Pair, usize)]) {
    let chosen = app.coverage.outcome;
    o.el("div filters", |o| {
        o.attr("role", "group");
        o.named("aria-label", words::OUTCOME);
        let all = (ours::ALL_PAIRS, "", None);
        let rest = OUTCOMES.iter().enumerate();
        let rest = rest.map(|(at, (text, class, glyph))| (*text, *class, Some((at, *glyph))));
        for (text, class, which) in std::iter::once(all).chain(rest) {
            let at = which.map(|(at, _)| at);
            let of = |pair: &&(Pair, usize)| at.is_none_or(|at| at == pair.1);
            let number = pairs.iter().filter(of).count();
            if number == 0 && at != chosen {
                continue;
            }
            o.button(
                "button outcome-choice",
                Msg::Coverage(Do::Outcome(at)),
                |o| {
                    o.key(&at.map_or_else(String::new, |at| at.to_string()));
                    o.attr("aria-pressed", if at == chosen { "true" } else { "false" });
                    o.el("span answer-mark", |o| {
                        if let Some((_, glyph)) = which {
                            o.class(&["answer-mark", class]);
                            o.icon(glyph);
                        }
                    });
                    o.say(text);
                    o.line("span number", &number.to_string());
                },
            );
        }
    });
}

fn object(app: &Page, o: &mut Out, facts: &Facts<'_>, object: ObjectRef) {
    let to = app.route.with(reference(app, facts, object));
    o.link("a", &to, |o| o.text(edit::name(app.plan(), object)));
}

/// The method of a vault or mirror, with its key and the region of the key.
fn method(app: &Page, o: &mut Out, facts: &Facts<'_>, store: Store<'_, '_>) {
    let method = store.method();
    let kms = method == Some(EncryptionMethod::Kms);
    let word = match store {
        Store::Vault(vault) => vault.doc.encryption.as_deref(),
        Store::Mirror(mirror) => mirror.doc.encryption.as_deref(),
    };
    let text = match method {
        Some(EncryptionMethod::Managed) => app.say(words::METHOD_MANAGED),
        Some(EncryptionMethod::Kms) => app.say(words::METHOD_KMS),
        None => word.unwrap_or_else(|| app.say(words::METHOD_UNKNOWN)),
    };
    let own = store.region().ok();
    let of_key = facts.key_region(store).ok();
    let wrong = own.zip(of_key).is_some_and(|(own, key)| !own.same(key));
    o.el("div method", |o| {
        if wrong {
            o.attr("class", "method wrong");
        }
        o.el("span method-name", |o| {
            o.icon(if kms { Glyph::Key } else { Glyph::Lock });
            o.text(text);
        });
        o.el("span key", |o| match (store.kms_key(), kms) {
            (Some(name), _) => {
                match facts.key_of(store) {
                    Some(key) => {
                        let to = app.route.with(reference(app, facts, key.object));
                        o.link("a", &to, |o| o.text(name));
                    }
                    None => o.line("code", name),
                }
                if kms {
                    let region = of_key.map(|region| edit::region_name(region.id, app.lang));
                    let open = || app.say(ours::KEY_REGION_OPEN).to_owned();
                    o.line("small", &region.unwrap_or_else(open));
                }
            }
            (None, true) => o.word("span muted", words::KEY_NOT_NAMED),
            (None, false) => {}
        });
    });
}

fn row(app: &Page, o: &mut Out, facts: &Facts<'_>, pair: &Pair, outcome: usize) {
    let Some(mirror) = facts.mirrors.get(pair.mirror.index) else {
        return;
    };
    let selected = app.route.selected.as_deref();
    let selected = selected.and_then(|reference| app.judged.find(reference));
    let is_chosen =
        selected.is_some() && (selected == Some(pair.mirror) || selected == pair.source);
    let own = reference(app, facts, pair.mirror);
    o.el("tr", |o| {
        o.key(&own);
        if is_chosen {
            o.attr("class", "chosen-row");
        }
        o.put("data-outcome", &outcome.to_string());
        let region = |o: &mut Out, id: Option<&str>| {
            o.line("small", &edit::region_or_not(id, app.lang));
        };
        o.el("th", |o| {
            o.attr("scope", "row");
            match pair.source {
                Some(source) => object(app, o, facts, source),
                None => o.line("span", &mirror.doc.source),
            }
            region(o, facts.source_region(mirror).ok().map(|region| region.id));
        });
        cell(o, words::ITS_METHOD, |o| {
            let store = pair.source.and_then(|source| match source.kind {
                ObjectKind::Vault => facts.vaults.get(source.index).map(Store::Vault),
                _ => facts.mirrors.get(source.index).map(Store::Mirror),
            });
            match store {
                Some(store) => method(app, o, facts, store),
                None => o.line("span muted", "–"),
            }
        });
        cell(o, words::OUTCOME, |o| told(app, o, pair, outcome));
        cell(o, words::ITS_METHOD_MIRROR, |o| {
            method(app, o, facts, Store::Mirror(mirror));
        });
        cell(o, words::MIRROR_VAULT, |o| {
            object(app, o, facts, pair.mirror);
            region(o, mirror.doc.region.as_deref());
        });
    });
}

/// A cell that carries the heading of its column for a screen without a header.
fn cell(o: &mut Out, heading: &'static Text, inner: impl FnOnce(&mut Out)) {
    o.el("td", |o| {
        o.named("data-label", heading);
        o.el("div", inner);
    });
}

/// What a pair comes to, why, and how to mend it.
fn told(app: &Page, o: &mut Out, pair: &Pair, outcome: usize) {
    let Some((text, class, glyph)) = OUTCOMES.get(outcome) else {
        return;
    };
    let found = about(app, pair);
    o.el("div outcome", |o| {
        o.el("span", |o| {
            o.class(&["chip", class]);
            o.icon(*glyph);
            o.say(text);
        });
        o.el("ul reasons", |o| {
            for (index, finding) in &found {
                o.el("li", |o| {
                    o.key(&index.to_string());
                    o.rich(&sentence(&json::message(finding, app.lang)));
                    finding_card::fixes(app, o, *index);
                });
            }
        });
        // What no rule on encryption says: that there can be no such mirror, or what is missing.
        let (reasons, missing) = match (outcome, found.is_empty()) {
            (IMPOSSIBLE, _) => (&*pair.reasons, &[][..]),
            (_, true) => (&[][..], &*pair.missing),
            (_, false) => (&[][..], &[][..]),
        };
        reasons::list(app, o, reasons, missing);
    });
}
