//! The page that shows, statement by statement, what the vendor's pages say and what of the product carries it.

mod data;
#[cfg(test)]
mod tests;

use vaultplan::catalog::sources::Source;
use vaultplan::lang::{Arg, Lang, Text};
use vaultplan::rules;

use crate::html::Html;
use crate::page::Page;
use crate::parts::{self, Heading};
use crate::place::Place;
use crate::words;
use data::STATED;

/// A statement of a page of the vendor's.
pub(crate) struct Stated {
    /// Its anchor.
    id: &'static str,
    page: &'static Source,
    /// Where on that page.
    section: Text,
    /// In our own words.
    text: Text,
    /// Everything that has to carry it.
    by: &'static [Carrier],
}

/// What carries a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carrier {
    /// A rule, by slug.
    Rule(&'static str),
    /// The fix of a rule.
    Fix(&'static str),
    /// An example that keeps a rule.
    Passes(&'static str),
    /// A question that the engine answers.
    Question(Question),
    /// A hand-written page of the documentation, by file.
    Page(&'static str),
    /// A field of the document, by record and name.
    Field(&'static str),
    /// An example that comes with the product.
    Example(&'static str),
    /// What an estimate counts.
    Cost(Counted),
    /// What an import remarks.
    Import,
    /// What a later release brings.
    Due(Due),
}

/// The questions besides validation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    Contents,
    Restorable,
    Eligible,
    Encryption,
    Regions,
    CreateMirror,
}

/// What an estimate counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// A mirror stores what its source stores, now and later.
    MirrorStorage,
    /// A mirror costs storage and traffic.
    StorageAndTraffic,
    /// The region changes no line of Cloud Backup.
    EveryRegion,
    /// Resource plans cost, and cover.
    ResourcePlans,
    /// Restores within the region cost nothing.
    FreeRestores,
    /// Restores over the Internet cost traffic, over private links not.
    InternetRestores,
    /// The traffic of a restore is as large as what is restored.
    WhatIsRestored,
    /// Deduplication and compression lower storage and traffic, vault by vault.
    Reduction,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// Ordered steps for building and tearing down.
    Steps,
}

impl Question {
    const fn text(self) -> Text {
        match self {
            Self::Contents => Text::new("what a mirror holds when", "镜像库何时包含哪些数据"),
            Self::Restorable => Text::new("what can be restored where", "哪些数据可恢复到哪里"),
            Self::Eligible => Text::new("which vaults may have a mirror", "哪些备份库可有镜像库"),
            Self::Encryption => Text::new("whether encryption matches", "加密方式是否一致"),
            Self::Regions => Text::new("which regions a mirror may use", "镜像库可用的地域"),
            Self::CreateMirror => Text::new("creating a mirror", "创建镜像库"),
        }
    }
}

impl Counted {
    const fn text(self) -> Text {
        match self {
            Self::MirrorStorage => Text::new(
                "a line of mirror storage as large as that of its source",
                "与源备份库等量的镜像库存储项",
            ),
            Self::StorageAndTraffic => Text::new(
                "lines of mirror storage and replication traffic",
                "镜像库存储项与复制流量项",
            ),
            Self::EveryRegion => Text::new(
                "the same lines of Cloud Backup in every region",
                "各地域相同的云备份项",
            ),
            Self::ResourcePlans => Text::new(
                "lines of resource plans and of what they cover",
                "资源包及其抵扣项",
            ),
            Self::FreeRestores => {
                Text::new("no line for restores within the region", "地域内恢复不计费")
            }
            Self::InternetRestores => Text::new(
                "a line of Internet traffic, none for private links",
                "公网流量项，专用链路不计费",
            ),
            Self::WhatIsRestored => Text::new(
                "traffic as large as what is restored",
                "与恢复数据等量的流量",
            ),
            Self::Reduction => Text::new(
                "storage and traffic divided by the vault's reduction ratio",
                "存储与流量按备份库的缩减比计",
            ),
        }
    }
}

impl Due {
    const fn text(self) -> Text {
        match self {
            Self::Steps => Text::new("due: ordered steps", "待实现：操作步骤"),
        }
    }
}

/// The page in a language.
pub(crate) fn page(lang: Lang) -> Page {
    let place = Place::new(lang, "coverage/");
    let mut main = Html::new();
    main.line().leaf("h1", &[], words::COVERAGE_TITLE.get(lang));
    main.line()
        .leaf("p", &[("class", "lead")], words::COVERAGE_LEAD.get(lang));
    let waits = |one: &&Stated| one.by.iter().any(|by| matches!(by, Carrier::Due(_)));
    let counts = [
        ("count", STATED.len()),
        ("due", STATED.iter().filter(waits).count()),
    ];
    let counts = counts.map(|(name, number)| Arg {
        name,
        value: number.to_string().into(),
    });
    main.line().leaf(
        "p",
        &[("class", "muted")],
        &words::COVERAGE_COUNT.fill(lang, &counts),
    );
    let mut headings = Vec::new();
    for (index, one) in STATED.iter().enumerate() {
        // The first of a page brings the page's heading; its statements follow each other.
        let first = index
            .checked_sub(1)
            .and_then(|before| STATED.get(before))
            .is_none_or(|before| before.page != one.page);
        if first {
            let id = one.id.split('-').next().unwrap_or_default().to_owned();
            main.line().leaf("h2", &[("id", &id)], one.page.title);
            parts::sources(&mut main, &[one.page], lang);
            headings.push(Heading {
                id,
                text: one.page.title.to_owned(),
            });
            let of_page: Vec<_> = STATED.iter().filter(|s| s.page == one.page).collect();
            table(&mut main, &place, &of_page);
        }
    }
    let mut rail = Html::new();
    parts::on_this_page(&mut rail, &headings, lang);
    Page {
        title: words::COVERAGE_TITLE.get(lang).to_owned(),
        description: words::COVERAGE_LEAD.get(lang).to_owned(),
        main,
        rail: Some(rail),
        live: false,
        place,
    }
}

fn table(html: &mut Html, place: &Place, stated: &[&Stated]) {
    let lang = place.lang;
    // Each table is named after its page: there are several.
    let title = stated.first().map_or("", |one| one.page.title);
    let scroll = [
        ("class", "table"),
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", title),
    ];
    html.line().el("div", &scroll, |html| {
        html.el("table", &[("class", "coverage")], |html| {
            html.el("thead", &[], |html| {
                html.el("tr", &[], |html| {
                    for head in [words::SECTION, words::STATEMENT, words::CARRIED_BY] {
                        html.leaf("th", &[("scope", "col")], head.get(lang));
                    }
                });
            });
            html.line().el("tbody", &[], |html| {
                for one in stated {
                    html.line().el("tr", &[("id", one.id)], |html| {
                        html.leaf("td", &[], one.section.get(lang));
                        html.el("td", &[], |html| {
                            html.prose(one.text.get(lang));
                        });
                        html.el("td", &[], |html| {
                            html.el("ul", &[], |html| {
                                for by in one.by {
                                    html.el("li", &[], |html| carrier(html, place, *by));
                                }
                            });
                        });
                    });
                }
            });
        });
    });
}

fn carrier(html: &mut Html, place: &Place, by: Carrier) {
    let lang = place.lang;
    let rule = |html: &mut Html, slug: &str, before: Option<Text>| {
        if let Some(before) = before {
            html.text(before.get(lang));
            html.text(" ");
        }
        let href = place.to(&Place::rule(lang, slug).address());
        let title = rules::find(slug).map(|doc| words::title(doc.rule.title, lang));
        html.el("a", &[("href", &href)], |html| {
            html.prose(title.as_deref().unwrap_or(slug));
        });
    };
    match by {
        Carrier::Rule(slug) => rule(html, slug, None),
        Carrier::Fix(slug) => rule(html, slug, Some(words::FIX_OF)),
        Carrier::Passes(slug) => rule(html, slug, Some(words::EXAMPLE_OF)),
        Carrier::Question(question) => {
            html.text(question.text().get(lang));
        }
        Carrier::Page(file) => {
            let path = file.strip_suffix(".md").unwrap_or(file);
            let path = if path == "index" {
                String::new()
            } else {
                format!("{path}/")
            };
            let href = place.to(&Place::new(lang, &path).address());
            html.leaf("a", &[("href", &href)], words::CONCEPTS.get(lang));
        }
        Carrier::Field(name) => {
            html.text(words::FIELD.get(lang));
            html.text(" ");
            html.leaf("code", &[], name);
        }
        Carrier::Example(name) => {
            html.text(words::EXAMPLE.get(lang));
            html.text(" ");
            html.leaf("code", &[], name);
        }
        Carrier::Cost(counted) => {
            let href = place.to(&Place::new(lang, "cost/").address());
            html.leaf("a", &[("href", &href)], words::ESTIMATE.get(lang));
            html.text(match lang {
                Lang::En => ": ",
                Lang::Zh => "：",
            });
            html.text(counted.text().get(lang));
        }
        Carrier::Import => {
            html.text(words::IMPORT_NOTE.get(lang));
        }
        Carrier::Due(due) => {
            html.leaf("span", &[("class", "muted")], due.text().get(lang));
        }
    }
}
