//! Hand-written pages: Markdown with a head of `name: value` lines, to a page. Raw HTML is refused; links name
//! pages (`page:vaults/`), rules (`rule:mirror-same-region`), the planner (`planner:`) and sources of the
//! catalogue (`source:https://…`); fenced blocks named `check`, `estimate`, `examples`, `statements`, `editions`, `cards`
//! and `actions` become what their names say.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use vaultplan::catalog::editions::Edition;
use vaultplan::catalog::examples::{EXAMPLES, Example};
use vaultplan::catalog::sources;
use vaultplan::catalog::statements::{self, Statement};
use vaultplan::lang::Lang;
use vaultplan::{model, rules};

use crate::Result;
use crate::estimate;
use crate::html::Html;
use crate::page::Page;
use crate::parts::{self, Heading};
use crate::place::Place;
use crate::words;

/// The page that a Markdown text makes.
pub(crate) fn page(place: Place, text: &str) -> Result<Page> {
    let (head, body) = split(text)?;
    let field = |name: &str| {
        head.get(name)
            .map(|value| (*value).to_owned())
            .ok_or_else(|| format!("the head lacks `{name}`"))
    };
    let (title, description) = (field("title")?, field("description")?);
    let mut writer = Writer {
        place: &place,
        html: Html::new(),
        headings: Vec::new(),
        live: false,
    };
    writer.events(Parser::new_ext(
        body,
        Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES,
    ))?;
    let Writer {
        html,
        headings,
        live,
        ..
    } = writer;
    let rail = (head.get("rail") != Some(&"no")).then(|| {
        let mut rail = Html::new();
        parts::on_this_page(&mut rail, &headings, place.lang);
        rail
    });
    Ok(Page {
        title,
        description,
        main: html,
        rail,
        live,
        place,
    })
}

fn split(text: &str) -> Result<(BTreeMap<&str, &str>, &str)> {
    let rest = text
        .strip_prefix("---\n")
        .ok_or("the page has no head between lines of `---`")?;
    let (head, body) = rest
        .split_once("\n---\n")
        .ok_or("the head of the page does not end")?;
    let fields = head
        .lines()
        .map(|line| line.split_once(": ").ok_or(format!("no field: `{line}`")))
        .collect::<std::result::Result<_, _>>()?;
    Ok((fields, body))
}

struct Writer<'p> {
    place: &'p Place,
    html: Html,
    headings: Vec<Heading>,
    live: bool,
}

impl Writer<'_> {
    fn events<'e>(&mut self, mut events: impl Iterator<Item = Event<'e>>) -> Result<()> {
        let mut in_head = false;
        while let Some(event) = events.next() {
            match event {
                Event::Start(Tag::Heading { level, id, .. }) => {
                    self.heading(level, id, &mut events)?;
                }
                Event::Start(Tag::HtmlBlock) => return Err("raw HTML: a block".to_owned()),
                Event::Start(Tag::CodeBlock(kind)) => {
                    let text = texts(&mut events, TagEnd::CodeBlock)?;
                    self.block(&kind, &text)?;
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    if let Some(address) = dest_url.strip_prefix("source:") {
                        texts(&mut events, TagEnd::Link)?;
                        self.source(address)?;
                    } else {
                        let href = self.target(&dest_url)?;
                        self.html.open("a", &[("href", &href)]);
                    }
                }
                Event::Start(Tag::TableHead) => {
                    in_head = true;
                    self.html.open("thead", &[]).open("tr", &[]);
                }
                Event::End(TagEnd::TableHead) => {
                    in_head = false;
                    self.html.close("tr").close("thead").open("tbody", &[]);
                }
                Event::Start(Tag::Table(_)) => {
                    self.html.line().open("div", &[("class", "table")]);
                    self.html.open("table", &[]);
                }
                Event::End(TagEnd::Table) => {
                    self.html.close("tbody").close("table").close("div");
                }
                Event::Start(Tag::TableCell) if in_head => {
                    self.html.open("th", &[("scope", "col")]);
                }
                Event::End(TagEnd::TableCell) if in_head => {
                    self.html.close("th");
                }
                Event::Start(tag) => {
                    let name = simple(&tag.to_end())?;
                    if !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::TableCell) {
                        self.html.line();
                    }
                    self.html.open(name, &[]);
                }
                Event::End(TagEnd::Link) => {
                    self.html.close("a");
                }
                Event::End(end) => {
                    self.html.close(simple(&end)?);
                }
                Event::Text(text) => {
                    self.html.text(&text);
                }
                Event::Code(text) => {
                    self.html.leaf("code", &[], &text);
                }
                Event::SoftBreak => {
                    // A line break between two Chinese characters would show as a space.
                    if self.place.lang == Lang::En {
                        self.html.line();
                    }
                }
                Event::Html(html) | Event::InlineHtml(html) => {
                    return Err(format!("raw HTML: `{}`", html.trim()));
                }
                other => return Err(format!("not used in these pages: {other:?}")),
            }
        }
        Ok(())
    }

    fn heading<'e>(
        &mut self,
        level: HeadingLevel,
        id: Option<CowStr<'e>>,
        events: &mut impl Iterator<Item = Event<'e>>,
    ) -> Result<()> {
        let text = texts(events, TagEnd::Heading(level))?;
        self.html.line();
        match (level, id) {
            (HeadingLevel::H1, _) => {
                self.html.leaf("h1", &[], &text);
            }
            (_, None) => return Err(format!("the heading `{text}` has no id")),
            (HeadingLevel::H2, Some(id)) => {
                self.html.leaf("h2", &[("id", &id)], &text);
                self.headings.push(Heading {
                    id: id.to_string(),
                    text,
                });
            }
            (_, Some(id)) => {
                self.html.leaf("h3", &[("id", &id)], &text);
            }
        }
        Ok(())
    }

    fn block(&mut self, kind: &CodeBlockKind<'_>, text: &str) -> Result<()> {
        let lang = self.place.lang;
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.as_ref(),
            CodeBlockKind::Indented => return Err("an indented block: use a fence".to_owned()),
        };
        let (name, rest) = info.split_once(' ').unwrap_or((info, ""));
        match name {
            "check" => {
                model::read_text(text).map_err(|problems| {
                    let first = problems.first().map(|p| p.message(lang));
                    format!("an example does not read: {}", first.unwrap_or_default())
                })?;
                self.live = true;
                parts::example(&mut self.html, lang, rest, text);
            }
            "estimate" => estimate::write(&mut self.html, lang, text)?,
            "statements" => {
                let list: Vec<&Statement> = text
                    .lines()
                    .map(|slug| {
                        statements::all()
                            .find(|statement| statement.slug == slug)
                            .ok_or_else(|| format!("no statement `{slug}`"))
                    })
                    .collect::<Result<_>>()?;
                parts::statements(&mut self.html, &list, lang);
            }
            "examples" => self.examples(rest == "lessons")?,
            "editions" => self.editions(),
            "cards" => {
                self.html.line().el("ul", &[("class", "cards")], |html| {
                    for card in text.split("\n\n") {
                        let (title, text) = card.split_once('\n').unwrap_or((card, ""));
                        html.line().el("li", &[], |html| {
                            html.leaf("strong", &[], title);
                            html.el("p", &[], |html| {
                                html.prose(text.trim());
                            });
                        });
                    }
                });
            }
            "actions" => {
                let mut links = Vec::new();
                for line in text.lines() {
                    let (label, target) = line
                        .split_once(" -> ")
                        .ok_or_else(|| format!("no action: `{line}`"))?;
                    links.push((label, self.target(target)?));
                }
                self.html.line().el("p", &[("class", "actions")], |html| {
                    for (number, (label, href)) in links.iter().enumerate() {
                        let class = if number == 0 {
                            "button primary"
                        } else {
                            "button"
                        };
                        html.leaf("a", &[("class", class), ("href", href)], label);
                    }
                });
            }
            "json" | "sh" | "text" => {
                self.html.line().el("pre", &[("class", "code")], |html| {
                    html.leaf("code", &[], text.trim_end());
                });
            }
            name => return Err(format!("no block `{name}`")),
        }
        Ok(())
    }

    /// The plans of the folder `examples`: the lessons, or those to look around in. Each can be tried here and
    /// opened in the planner.
    fn examples(&mut self, lessons: bool) -> Result<()> {
        let lang = self.place.lang;
        self.live = true;
        let wanted = |one: &&Example| one.rule.is_some() == lessons;
        for example in EXAMPLES.iter().filter(wanted) {
            let file = crate::root()
                .join("examples")
                .join(example.slug)
                .with_extension("json");
            let text = std::fs::read_to_string(&file)
                .map_err(|error| format!("{}: {error}", file.display()))?;
            let title = example.title.get(lang);
            self.html.line().leaf("h2", &[("id", example.slug)], title);
            self.headings.push(Heading {
                id: example.slug.to_owned(),
                text: title.to_owned(),
            });
            let rule = example.rule.and_then(rules::find).map(|doc| {
                let place = Place::rule(lang, doc.rule.slug);
                (self.place.to(&place.address()), doc.rule.title.get(lang))
            });
            self.html.line().el("p", &[], |html| {
                html.prose(example.look.get(lang));
            });
            self.html.line().el("p", &[], |html| {
                html.leaf("strong", &[], words::TO_TRY.get(lang));
                html.prose(example.attempt.get(lang));
            });
            parts::example(&mut self.html, lang, title, &text);
            let planner = self.place.to("") + "#/example/" + example.slug;
            self.html.line().el("p", &[("class", "actions")], |html| {
                let attrs = [("class", "button"), ("href", planner.as_str())];
                html.leaf("a", &attrs, words::OPEN_IN_PLANNER.get(lang));
                if let Some((href, title)) = &rule {
                    let attrs = [("class", "button"), ("href", href.as_str())];
                    html.leaf("a", &attrs, &words::capital(title));
                }
            });
        }
        Ok(())
    }

    fn editions(&mut self) {
        let lang = self.place.lang;
        self.html.line().el("div", &[("class", "table")], |html| {
            html.el("table", &[], |html| {
                html.el("thead", &[], |html| {
                    html.el("tr", &[], |html| {
                        for title in [words::EDITION, words::ITS_WORD, words::COPY_IS_CALLED] {
                            html.leaf("th", &[("scope", "col")], title.get(lang));
                        }
                    });
                });
                html.el("tbody", &[], |html| {
                    for edition in Edition::ALL {
                        html.line().el("tr", &[], |html| {
                            html.el("th", &[("scope", "row")], |html| {
                                html.text(edition.title().get(lang));
                            });
                            html.el("td", &[], |html| {
                                html.leaf("code", &[], edition.word());
                                if edition == Edition::default() {
                                    html.text(" ");
                                    html.leaf(
                                        "span",
                                        &[("class", "chip advice")],
                                        words::DEFAULT.get(lang),
                                    );
                                }
                            });
                            html.leaf("td", &[], edition.mirror_word().get(lang));
                        });
                    }
                });
            });
        });
    }

    fn source(&mut self, address: &str) -> Result<()> {
        let source = sources::ALL
            .iter()
            .find(|source| source.address == address)
            .ok_or_else(|| format!("no source `{address}` in the catalogue"))?;
        self.html.open("span", &[("class", "source")]);
        parts::source(&mut self.html, source, self.place.lang);
        self.html.close("span");
        Ok(())
    }

    fn target(&self, link: &str) -> Result<String> {
        let lang = self.place.lang;
        let (scheme, rest) = link
            .split_once(':')
            .ok_or_else(|| format!("`{link}` names no kind of target"))?;
        let (path, fragment) = match rest.split_once('#') {
            Some((path, fragment)) => (path, format!("#{fragment}")),
            None => (rest, String::new()),
        };
        let address = match scheme {
            "page" => Place::new(lang, path).address(),
            "rule" => {
                let doc = rules::find(path).ok_or_else(|| format!("no rule `{path}`"))?;
                Place::rule(lang, doc.rule.slug).address()
            }
            "planner" => String::new(),
            "https" => return Ok(link.to_owned()),
            _ => return Err(format!("`{link}` names no kind of target")),
        };
        if scheme == "page" && path == self.place.path && !fragment.is_empty() {
            return Ok(fragment);
        }
        Ok(self.place.to(&address) + &fragment)
    }
}

/// The texts up to the end of an element that holds nothing else.
fn texts<'e>(events: &mut impl Iterator<Item = Event<'e>>, end: TagEnd) -> Result<String> {
    let mut all = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => all.push_str(&text),
            Event::End(found) if found == end => return Ok(all),
            other => return Err(format!("only text can stand here: {other:?}")),
        }
    }
    Err("the text ends too early".to_owned())
}

/// The element of a tag that needs no thought.
fn simple(end: &TagEnd) -> Result<&'static str> {
    Ok(match end {
        TagEnd::Paragraph => "p",
        TagEnd::BlockQuote(_) => "blockquote",
        TagEnd::List(true) => "ol",
        TagEnd::List(false) => "ul",
        TagEnd::Item => "li",
        TagEnd::Emphasis => "em",
        TagEnd::Strong => "strong",
        TagEnd::TableRow => "tr",
        TagEnd::TableCell => "td",
        other => return Err(format!("not used in these pages: {other:?}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "---\ntitle: T\ndescription: D\n---\n";

    fn written(body: &str) -> Result<String> {
        page(Place::new(Lang::En, "vaults/"), &format!("{HEAD}{body}"))
            .map(|page| page.main.as_str().trim().to_owned())
    }

    #[test]
    fn raw_html_is_refused() {
        for text in ["<script>x</script>", "a <b>c</b>", "<!-- x -->"] {
            assert!(written(text).unwrap_err().starts_with("raw HTML"), "{text}");
        }
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(
            written("a &lt;script&gt; `<b>`").unwrap(),
            "<p>a &lt;script&gt; <code>&lt;b&gt;</code></p>"
        );
    }

    #[test]
    fn links_that_name_nothing_are_refused() {
        for text in [
            "[x](rule:no-such-rule)",
            "[x](source:https://example.com/)",
            "[x](rules/)",
            "[x](javascript:alert(1))",
            "[x](http://example.com/)",
        ] {
            assert!(written(text).is_err(), "{text}");
        }
        assert_eq!(
            written("[x](rule:M001)").unwrap(),
            "<p><a href=\"../rules/mirror-same-region/\">x</a></p>"
        );
        assert_eq!(
            written("[x](page:vaults/#a)").unwrap(),
            "<p><a href=\"#a\">x</a></p>"
        );
    }

    #[test]
    fn an_example_that_does_not_read_is_refused() {
        assert!(written("```check x\n{}\n```").is_err());
    }

    #[test]
    fn a_heading_without_an_id_is_refused() {
        assert!(written("## x").is_err());
        assert_eq!(written("## x {#y}").unwrap(), "<h2 id=\"y\">x</h2>");
    }
}
