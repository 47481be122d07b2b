//! The one template: head, header, main with its rail, footer. It knows no page in particular.

use vaultplan::lang::Lang;

use crate::html::Html;
use crate::place::Place;
use crate::words;

/// The policy of every page: nothing but its own origin, no inline script or style.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    frame-src 'self'; base-uri 'none'; form-action 'none'";

/// A page, before the template.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) place: Place,
    /// As the tab and search results show it, without the product's name.
    pub(crate) title: String,
    /// A sentence for search results.
    pub(crate) description: String,
    /// What the main element holds, from the first heading on.
    pub(crate) main: Html,
    /// What stands beside it, on narrow screens below it.
    pub(crate) rail: Option<Html>,
    /// Whether it holds live examples.
    pub(crate) live: bool,
}

impl Page {
    /// The whole document.
    pub(crate) fn render(&self) -> Html {
        let lang = self.place.lang;
        let mut html = Html::new();
        html.doctype();
        html.el("html", &[("lang", words::tag(lang))], |html| {
            html.line();
            self.head(html);
            html.line().el("body", &[], |html| {
                html.line().leaf(
                    "a",
                    &[("class", "skip"), ("href", "#content")],
                    words::SKIP.get(lang),
                );
                self.header(html);
                self.content(html);
                self.footer(html);
            });
        });
        html.line();
        html
    }

    fn head(&self, html: &mut Html) {
        let title = if self.place.path.is_empty() {
            self.title.clone()
        } else {
            format!("{} · Vaultplan", self.title)
        };
        html.el("head", &[], |html| {
            let meta = |html: &mut Html, name, content: &str| {
                html.line()
                    .void("meta", &[("name", name), ("content", content)]);
            };
            html.line().void("meta", &[("charset", "utf-8")]);
            html.line().void(
                "meta",
                &[
                    ("http-equiv", "Content-Security-Policy"),
                    ("content", POLICY),
                ],
            );
            meta(html, "referrer", "no-referrer");
            meta(html, "viewport", "width=device-width, initial-scale=1");
            meta(html, "color-scheme", "light dark");
            html.line().leaf("title", &[], &title);
            meta(html, "description", &self.description);
            let icon = self.place.to("docs/assets/icon.svg");
            html.line().void(
                "link",
                &[("rel", "icon"), ("type", "image/svg+xml"), ("href", &icon)],
            );
            for other in Lang::ALL {
                let href = self.place.to(&self.place.in_lang(other).address());
                html.line().void(
                    "link",
                    &[
                        ("rel", "alternate"),
                        ("hreflang", words::tag(other)),
                        ("href", &href),
                    ],
                );
            }
            for sheet in ["tokens.css", "site.css"] {
                let href = self.place.to(&format!("docs/assets/{sheet}"));
                html.line()
                    .void("link", &[("rel", "stylesheet"), ("href", &href)]);
            }
            if self.live {
                let src = self.place.to("embed/vault-plan.js");
                html.line()
                    .leaf("script", &[("type", "module"), ("src", &src)], "");
            }
            html.line();
        });
    }

    fn header(&self, html: &mut Html) {
        let lang = self.place.lang;
        let links = [
            ("", words::START),
            ("vaults/", words::CONCEPTS),
            ("examples/", words::EXAMPLES),
            ("cost/", words::COST),
            ("prices/", words::PRICES),
            ("rules/", words::RULES),
            ("glossary/", words::GLOSSARY),
        ];
        html.line().el("header", &[("class", "top")], |html| {
            let home = self.place.to(&Place::new(lang, "").address());
            html.line()
                .el("a", &[("class", "brand"), ("href", &home)], |html| {
                    let icon = self.place.to("docs/assets/icon.svg");
                    let size = [("width", "24"), ("height", "24")];
                    html.void("img", &[("src", &icon), ("alt", ""), size[0], size[1]]);
                    html.text("Vaultplan");
                });
            let label = [("aria-label", words::MAIN_NAV.get(lang))];
            html.line().el("nav", &label, |html| {
                html.el("ul", &[], |html| {
                    for (path, text) in links {
                        html.line().el("li", &[], |html| {
                            let href = self.place.to(&Place::new(lang, path).address());
                            html.leaf("a", &self.current(path, &href), text.get(lang));
                        });
                    }
                });
            });
            html.line().el("div", &[("class", "tools")], |html| {
                let other = words::other(lang);
                let href = self.place.to(&self.place.in_lang(other).address());
                let tag = words::tag(other);
                html.leaf(
                    "a",
                    &[
                        ("class", "language"),
                        ("href", &href),
                        ("hreflang", tag),
                        ("lang", tag),
                    ],
                    words::language(other),
                );
                let planner = self.place.to("");
                html.leaf(
                    "a",
                    &[("class", "button"), ("href", &planner)],
                    words::PLANNER.get(lang),
                );
            });
        });
    }

    /// Attributes of a link of the main navigation: the page itself, or the part that holds it.
    fn current<'a>(&self, path: &str, href: &'a str) -> Vec<(&'static str, &'a str)> {
        let here = &self.place.path;
        let mut attrs = vec![("href", href)];
        if here == path {
            attrs.push(("aria-current", "page"));
        } else if !path.is_empty() && here.starts_with(path) {
            attrs.push(("aria-current", "true"));
        }
        attrs
    }

    fn content(&self, html: &mut Html) {
        let class = if self.rail.is_some() {
            "page with-rail"
        } else {
            "page"
        };
        html.line().el("div", &[("class", class)], |html| {
            html.line()
                .el("main", &[("id", "content"), ("tabindex", "-1")], |html| {
                    html.add(&self.main).line();
                });
            if let Some(rail) = &self.rail {
                html.line().el("div", &[("class", "rail")], |html| {
                    html.add(rail).line();
                });
            }
        });
    }

    fn footer(&self, html: &mut Html) {
        let lang = self.place.lang;
        html.line().el("footer", &[("class", "foot")], |html| {
            html.leaf("p", &[], words::NOTHING_LEAVES.get(lang));
            html.leaf("p", &[], words::INDEPENDENT.get(lang));
            html.line().el("p", &[], |html| {
                let href = self.place.to(&Place::new(lang, "coverage/").address());
                let attrs = self.current("coverage/", &href);
                html.leaf("a", &attrs, words::COVERAGE_TITLE.get(lang));
            });
        });
        html.line();
    }
}
