//! What the written site promises: both languages, sound links, one policy, no inline script or style, headings
//! in order, every source shown.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use vaultplan::lang::Lang;
use vaultplan::rules::DOCS;

use crate::page::POLICY;
use crate::{root, site};

/// A tag with its attributes, in the order of the page; closing tags begin with `/`.
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
}

/// The tags of a page. The pages are our own: quoted, closed, without comments.
fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    for part in html
        .split('<')
        .skip(1)
        .filter(|part| !part.starts_with('!'))
    {
        let (tag, _) = part.split_once('>').expect("a tag ends");
        let mut parts = tag.splitn(2, ' ');
        let name = parts.next().expect("a tag has a name").to_owned();
        let mut attributes = BTreeMap::new();
        let mut rest = parts.next().unwrap_or_default();
        while let Some((key, after)) = rest.split_once("=\"") {
            let (value, tail) = after.split_once('"').expect("a value ends");
            let value = value
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
            let old = attributes.insert(key.trim().to_owned(), value);
            assert!(old.is_none(), "`{key}` stands twice in <{tag}>");
            rest = tail;
        }
        assert!(rest.trim().is_empty(), "unquoted attribute in <{tag}>");
        tags.push(Tag { name, attributes });
    }
    tags
}

/// The pages of the site by their file.
fn pages() -> BTreeMap<String, String> {
    site::files(&root())
        .expect("the site is written")
        .into_iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, text)| (name, String::from_utf8(text).expect("pages are UTF-8")))
        .collect()
}

#[test]
fn every_page_exists_in_both_languages_with_the_same_anchors() {
    let pages = pages();
    let of = |lang: Lang| -> BTreeMap<&str, BTreeSet<String>> {
        let folder = format!("{}/", lang.tag());
        pages
            .iter()
            .filter_map(|(name, html)| {
                let ids = tags(html)
                    .into_iter()
                    .filter_map(|mut tag| tag.attributes.remove("id"));
                Some((name.strip_prefix(&folder)?, ids.collect()))
            })
            .collect()
    };
    assert_eq!(of(Lang::En), of(Lang::Zh));
    // Start, vaults, examples, cost, prices, glossary, rules, coverage.
    assert_eq!(of(Lang::En).len(), 8 + DOCS.len());
    for doc in DOCS {
        let file = format!("rules/{}/index.html", doc.rule.slug);
        assert!(of(Lang::En).contains_key(file.as_str()), "{file}");
    }
}

#[test]
fn elements_are_nested_and_ids_are_unique() {
    let void = ["meta", "link", "img"];
    for (name, html) in pages() {
        let mut open = Vec::new();
        let mut ids = BTreeSet::new();
        for tag in tags(&html) {
            if let Some(id) = tag.attributes.get("id") {
                assert!(ids.insert(id.clone()), "{name}: `{id}` stands twice");
            }
            match tag.name.strip_prefix('/') {
                Some(closed) => assert_eq!(open.pop().as_deref(), Some(closed), "{name}"),
                None if void.contains(&tag.name.as_str()) => {}
                None => open.push(tag.name),
            }
        }
        assert!(open.is_empty(), "{name}: {open:?} stay open");
    }
}

#[test]
fn a_page_holds_no_inline_script_style_or_handler() {
    for (name, html) in pages() {
        for tag in tags(&html) {
            assert_ne!(tag.name, "style", "{name}");
            if tag.name == "script" {
                assert!(tag.attributes.contains_key("src"), "{name}: inline script");
                assert!(
                    html.contains(&format!("src=\"{}\"></script>", tag.attributes["src"])),
                    "{name}: a script holds text"
                );
            }
            for (key, value) in &tag.attributes {
                assert!(
                    key != "style" && !key.starts_with("on"),
                    "{name}: `{key}` on <{}>",
                    tag.name
                );
                assert!(!value.starts_with("javascript:"), "{name}: {value}");
            }
        }
    }
}

#[test]
fn a_page_states_the_policy_its_language_and_its_other_language() {
    let planner = std::fs::read_to_string(root().join("index.html")).expect("the planner's page");
    assert!(planner.contains(POLICY), "the planner has another policy");
    for (name, html) in pages() {
        let tags = tags(&html);
        let meta = |key: &str, value: &str| {
            let found = tags
                .iter()
                .find(|tag| tag.attributes.get(key).is_some_and(|v| v == value));
            found
                .and_then(|tag| tag.attributes.get("content"))
                .unwrap_or_else(|| panic!("{name}: no {value}"))
        };
        assert_eq!(meta("http-equiv", "Content-Security-Policy"), POLICY);
        assert_eq!(meta("name", "referrer"), "no-referrer");
        assert!(!meta("name", "description").is_empty());
        let lang = &tags[0].attributes["lang"];
        assert_eq!(name.starts_with("zh/"), lang == "zh-CN", "{name}");
        let switch = tags
            .iter()
            .find(|tag| tag.attributes.get("class").is_some_and(|c| c == "language"))
            .expect("a link to the other language");
        assert_ne!(&switch.attributes["hreflang"], lang, "{name}");
        let file = name.trim_end_matches("index.html");
        let (own, path) = file.split_once('/').expect("a folder of a language");
        let other = if own == "en" { "zh" } else { "en" };
        let to = resolve(&name, &switch.attributes["href"]).expect("stays in the site");
        assert_eq!(to, format!("docs/{other}/{path}"));
    }
}

#[test]
fn headings_stand_in_order() {
    for (name, html) in pages() {
        let body = html.split("<main").nth(1).expect("a main element");
        let main = body.split("</main>").next().expect("its end");
        let levels: Vec<u32> = tags(&format!("<main{main}"))
            .iter()
            .filter_map(|tag| tag.name.strip_prefix('h')?.parse().ok())
            .collect();
        assert_eq!(levels.first(), Some(&1), "{name}");
        assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1, "{name}");
        for pair in levels.windows(2) {
            assert!(
                pair[1] <= pair[0] + 1,
                "{name}: h{} after h{}",
                pair[1],
                pair[0]
            );
        }
    }
}

/// The address that a link of a page names, from the root of the site; `None` when it leads out of it.
fn resolve(page: &str, link: &str) -> Option<String> {
    let page = format!("docs/{page}");
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    let (path, ends_in_folder) = (link, link.ends_with('/') || link.is_empty());
    for part in path.split('/').filter(|part| !part.is_empty()) {
        match part {
            "." => {}
            ".." => {
                folders.pop()?;
            }
            part => folders.push(part),
        }
    }
    let mut address = folders.join("/");
    if ends_in_folder && !address.is_empty() {
        address.push('/');
    }
    Some(address)
}

#[test]
fn every_internal_link_and_anchor_resolves() {
    let files = site::files(&root()).expect("the site is written");
    let pages = pages();
    let mut links = 0;
    for (name, html) in &pages {
        for tag in tags(html) {
            for link in ["href", "src"]
                .iter()
                .filter_map(|key| tag.attributes.get(*key))
            {
                if link.contains("://") {
                    assert!(link.starts_with("https://"), "{name}: {link}");
                    continue;
                }
                links += 1;
                let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
                let to = match path {
                    "" => format!("docs/{}", name.trim_end_matches("index.html")),
                    path => resolve(name, path).unwrap_or_else(|| panic!("{name}: {link}")),
                };
                // The planner and the element are built beside the documentation.
                if to.is_empty() {
                    continue;
                }
                if let Some(embed) = to.strip_prefix("embed/") {
                    let file = root().join("www/embed").join(embed);
                    assert!(file.is_file(), "{name}: {link}");
                    continue;
                }
                let inside = to
                    .strip_prefix("docs/")
                    .unwrap_or_else(|| panic!("{name}: {link}"));
                let file = if inside.ends_with('/') {
                    format!("{inside}index.html")
                } else {
                    inside.to_owned()
                };
                assert!(files.contains_key(&file), "{name}: {link}: no {file}");
                if !anchor.is_empty() {
                    let id = format!(" id=\"{anchor}\"");
                    assert!(pages[&file].contains(&id), "{name}: {link}: no anchor");
                }
            }
        }
    }
    assert!(links > 100, "only {links} links");
}

#[test]
fn a_rule_page_shows_its_texts_its_sources_and_both_examples() {
    let pages = pages();
    let escaped = |text: &str| {
        let mut html = crate::html::Html::new();
        html.prose(text);
        html.as_str().to_owned()
    };
    for doc in DOCS {
        for lang in Lang::ALL {
            let file = format!("{}/rules/{}/index.html", lang.tag(), doc.rule.slug);
            let html = &pages[&file];
            let texts = [doc.what, doc.why, doc.remedy].map(|text| text.get(lang));
            for text in texts.into_iter().chain([doc.rule.code, doc.rule.slug]) {
                assert!(html.contains(&escaped(text)), "{file}: no `{text}`");
            }
            let sources = doc.rule.sources.iter();
            let facts = doc.facts.iter().flat_map(|fact| fact.sources);
            for source in sources.chain(facts) {
                let address = source.address.replace('&', "&amp;");
                let date = crate::words::date(source.date, lang);
                for text in [escaped(source.title), address, escaped(&date)] {
                    assert!(html.contains(&text), "{file}: no `{text}`");
                }
            }
            assert_eq!(html.matches("<vault-plan-check ").count(), 2, "{file}");
            assert!(html.contains(&escaped(doc.fails.trim_end())), "{file}");
            assert!(html.contains(&escaped(doc.passes.trim_end())), "{file}");
        }
    }
}

#[test]
fn every_statement_that_a_hand_written_page_makes_has_a_source() {
    for lang in Lang::ALL {
        let html = &pages()[&format!("{}/vaults/index.html", lang.tag())];
        assert!(html.matches("class=\"source\"").count() >= 8);
    }
}

#[test]
fn declared_names_are_unique_and_declared() {
    let files = site::generated(&root()).expect("are written");
    let (_, text) = files
        .iter()
        .find(|(name, _)| name.ends_with(".d.ts"))
        .expect("declarations");
    let mut names = BTreeSet::new();
    for part in text.split("export ").skip(1) {
        let mut words = part.split([' ', '=']);
        let (_, name) = (words.next(), words.next().unwrap_or_default());
        assert!(names.insert(name), "{name} is declared twice");
    }
    assert!(names.contains("Topology") && names.contains("Report"));
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("/**"));
    for line in code {
        let mut words = line.split(|c: char| !c.is_alphanumeric());
        assert!(words.all(|word| word != "any"), "{line}");
    }
}

#[test]
fn every_rate_is_shown_with_its_page_and_unknown_ones_as_unknown() {
    use vaultplan::cost::books;
    use vaultplan::report::prices;
    let pages = pages();
    let escaped = |text: &str| {
        let mut html = crate::html::Html::new();
        html.text(text);
        html.as_str().to_owned()
    };
    for lang in Lang::ALL {
        let file = format!("{}/prices/index.html", lang.tag());
        let html = &pages[&file];
        let mut unknown = 0;
        for book in books::BUILT_IN
            .iter()
            .map(|one| one.book().expect("it reads"))
        {
            for rate in &book.rates {
                let item = vaultplan::catalog::price_items::Item::from_id(&rate.item);
                let item = item.expect("an item");
                let known = rate.is_priced() || rate.same_as.is_some();
                unknown += usize::from(!known);
                let mut texts = prices::rate(book, item, rate, lang);
                texts.push(prices::note(rate, lang).to_owned());
                let source = rate.source.as_deref().expect("a source");
                if rate.confidence.is_some() {
                    texts.push(source.title.as_deref().expect("a title").to_owned());
                    texts.push(source.address.as_deref().expect("an address").to_owned());
                    texts.push(prices::date(source, lang));
                }
                if !known {
                    texts.push(prices::printed_at(book, item, Some(rate)).to_owned());
                }
                for text in texts {
                    assert!(html.contains(&escaped(&text)), "{file}: no `{text}`");
                }
            }
        }
        let word = if lang == Lang::En {
            "unknown ("
        } else {
            "未知（"
        };
        let chips = format!("<span class=\"chip warning\">{word}");
        assert_eq!(html.matches(&chips).count(), unknown, "{file}");
    }
}

#[test]
fn the_worked_example_has_the_figures_of_the_engine() {
    use vaultplan::cost::{Options, Prices, books, estimate};
    use vaultplan::facts::Facts;
    let pages = pages();
    for lang in Lang::ALL {
        let file = root().join("www").join(lang.tag()).join("cost.md");
        let text = std::fs::read_to_string(file).expect("the page");
        let blocks: Vec<&str> = text
            .split("```estimate\n")
            .skip(1)
            .filter_map(|rest| rest.split("\n```").next())
            .collect();
        assert!(!blocks.is_empty());
        let html = &pages[&format!("{}/cost/index.html", lang.tag())];
        for block in blocks {
            let plan = vaultplan::model::read_text(block).expect("it reads");
            let now = vaultplan::model::time::parse(crate::parts::NOW);
            let facts = Facts::new(&plan, plan.edition(), now);
            let book = books::find("cloud-backup-usd").expect("it is there");
            let of = estimate(&facts, &Prices::new(book, None, &plan), Options::default());
            for bill in of.bills() {
                for sum in [of.first(bill), of.steady(bill), of.total(bill)] {
                    let money = format!("<strong>{} USD</strong>", sum.cost.expected);
                    assert!(html.contains(&money), "{money}");
                }
            }
        }
        // No figure of an estimate is typed by hand.
        let prose = text.split("```").step_by(2).collect::<String>();
        for word in [" USD", "USD ", " CNY"] {
            assert!(!prose.contains(word), "{word}");
        }
    }
}

#[test]
fn nothing_names_this_machine() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, text) in site::files(&root()).expect("the site is written") {
        let text = String::from_utf8_lossy(&text);
        for word in [&*here.to_string_lossy(), "/tmp/", "localhost"] {
            assert!(!text.contains(word), "{name} holds `{word}`");
        }
    }
}
