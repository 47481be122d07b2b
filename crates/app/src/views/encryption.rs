//! The encryption matrix: every pair of source vault and mirror, with keys and regions, and whether they match.

use vaultplan::facts::{EncryptionMethod, Facts, MirrorFact};
use vaultplan::questions::encryption::{self, Verdict};

use crate::components::overview::{head, more};
use crate::components::{chip, reasons};
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::Page;
use crate::{edit, words};

/// So many pairs are drawn, more on request; and so many vaults without a mirror.
const PAIRS: usize = 200;
const ALONE: usize = 200;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let facts = app.judged.facts();
    let shown = if app.all_listed { usize::MAX } else { PAIRS };
    let alone = || facts.vaults.iter().filter(|vault| vault.mirror_count == 0);
    o.el("div encryption-view", |o| {
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.word("h1", words::VIEW_ENCRYPTION);
                o.word("p muted", words::ENCRYPTION_ABOUT);
            });
        });
        o.el("div table-scroll", |o| {
            if facts.mirrors.is_empty() {
                return o.word("p empty", words::NO_PAIRS);
            }
            o.el("table estate matrix", |o| {
                head(
                    o,
                    &[
                        words::SOURCE_VAULT,
                        words::ITS_METHOD,
                        words::OUTCOME,
                        words::ITS_METHOD_MIRROR,
                        words::MIRROR_VAULT,
                        words::VIEW_FINDINGS,
                    ],
                );
                o.el("tbody", |o| {
                    for mirror in facts.mirrors.iter().take(shown) {
                        row(app, o, &facts, mirror);
                    }
                });
            });
        });
        o.el("div", |o| {
            more(app, o, facts.mirrors.len().saturating_sub(shown))
        });
        o.el("div", |o| {
            if alone().next().is_none() {
                return;
            }
            o.el("section alone", |o| {
                o.word("h2", words::WITHOUT_MIRROR);
                o.el("ul", |o| {
                    for vault in alone().take(ALONE) {
                        let (word, key) = (&vault.doc.encryption, &vault.doc.kms_key);
                        o.el("li", |o| {
                            object(app, o, &vault.doc.id, vault.name());
                            o.text(" ");
                            method(
                                app,
                                o,
                                vault.encryption().ok(),
                                word.as_deref(),
                                key.as_deref(),
                            );
                        });
                    }
                });
            });
        });
    });
}

fn object(app: &Page, o: &mut Out, id: &str, name: &str) {
    o.link("a", &app.route.select(id), |o| o.text(name));
}

fn method(
    app: &Page,
    o: &mut Out,
    method: Option<EncryptionMethod>,
    word: Option<&str>,
    key: Option<&str>,
) {
    let kms = method == Some(EncryptionMethod::Kms);
    let text = match method {
        Some(EncryptionMethod::Managed) => app.say(words::METHOD_MANAGED),
        Some(EncryptionMethod::Kms) => app.say(words::METHOD_KMS),
        None => word.unwrap_or_else(|| app.say(words::METHOD_UNKNOWN)),
    };
    o.el("div method", |o| {
        o.el("span", |o| {
            o.icon(if kms { Glyph::Key } else { Glyph::Lock });
            o.text(text);
        });
        o.el("span key", |o| match key {
            Some(key) => o.line("code", key),
            None if kms => o.word("span muted", words::KEY_NOT_NAMED),
            None => {}
        });
    });
}

fn row(app: &Page, o: &mut Out, facts: &Facts<'_>, mirror: &MirrorFact<'_>) {
    let pair = encryption::pair(facts, mirror);
    let (class, glyph, text) = match pair.verdict {
        Verdict::Match => ("chip pass", Glyph::Pass, words::MATCH),
        Verdict::Mismatch => ("chip error", Glyph::Error, words::MISMATCH),
        Verdict::Impossible => ("chip error", Glyph::Close, words::IMPOSSIBLE),
        Verdict::Unknown => ("chip unknown", Glyph::Undecided, words::UNKNOWN),
        Verdict::NotStated => ("chip advice", Glyph::Info, words::NOT_TREATED),
    };
    let doc = mirror.doc;
    let source = facts.vault(&doc.source);
    o.el("tr", |o| {
        o.key(&doc.id);
        o.el("th", |o| {
            o.attr("scope", "row");
            object(
                app,
                o,
                &doc.source,
                source.map_or(&*doc.source, |vault| vault.name()),
            );
            let region = source.and_then(|vault| vault.doc.region.as_deref());
            o.line("small", &edit::region_or_not(region, app.lang));
        });
        o.el("td", |o| match source.map(|vault| vault.doc) {
            Some(vault) => {
                let (word, key) = (&vault.encryption, &vault.kms_key);
                method(app, o, pair.source_method, word.as_deref(), key.as_deref());
            }
            None => o.line("span muted", "—"),
        });
        o.el("td", |o| {
            o.el("span", |o| {
                o.attr("class", class);
                o.icon(glyph);
                o.say(text);
            });
            reasons::list(app, o, &pair.reasons, &pair.missing);
        });
        o.el("td", |o| {
            let (word, key) = (&doc.encryption, &doc.kms_key);
            method(app, o, pair.mirror_method, word.as_deref(), key.as_deref());
        });
        o.el("td", |o| {
            object(app, o, &doc.id, mirror.name());
            o.line(
                "small",
                &edit::region_or_not(doc.region.as_deref(), app.lang),
            );
        });
        o.el("td", |o| {
            chip::tally(app, o, app.judged.tally_of(mirror.object))
        });
    });
}
