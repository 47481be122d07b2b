//! Handing a plan on: as a link that holds it, as Markdown.

use std::rc::Rc;

use vaultplan::model;
use vaultplan::report::{self, Options, markdown};

use crate::link;
use crate::page::{Effect, Over, Page};

/// Id under which the link's copying is reported.
pub(crate) const LINK: &str = "link";

/// Id under which the copying of the Markdown text is reported.
pub(crate) const MARKDOWN: &str = "markdown";

/// What can happen.
#[derive(Debug)]
pub(crate) enum Msg {
    /// Shows the dialog, and makes the link.
    Ask,
    /// The link, of a plan; nothing where the browser cannot compress.
    Made(Option<Rc<str>>),
    /// Copies the report as Markdown.
    Markdown,
}

/// How far the link is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// It is being made.
    Making,
    /// It is there.
    Made(Rc<str>),
    /// The browser cannot compress.
    Impossible,
}

impl Link {
    /// Whether it is longer than browsers take.
    pub(crate) fn is_too_long(&self) -> bool {
        matches!(self, Self::Made(link) if link.len() > link::LONGEST)
    }
}

impl Page {
    /// What happens.
    pub(crate) fn share(&mut self, msg: &Msg, effects: &mut Vec<Effect>) {
        match msg {
            Msg::Ask => {
                self.over = Some(Over::Share(Link::Making));
                self.copied = None;
                let text = link::squeezed(&model::write(&self.leaving()));
                effects.push(Effect::Pack(text.into()));
            }
            Msg::Made(link) => {
                // Who closed the dialog meanwhile does not want it any more.
                if let Some(Over::Share(held)) = &mut self.over {
                    *held = link.clone().map_or(Link::Impossible, Link::Made);
                }
            }
            Msg::Markdown => {
                let options = Options {
                    edition: None,
                    now: Some(self.judged.now),
                };
                let report = report::check(self.plan(), options);
                let text = markdown::markdown(&report, self.lang, None);
                effects.push(Effect::Copy(MARKDOWN, text.into()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeper::Opened;
    use crate::page::{self, Heard, Told};
    use crate::prefs::Theme;
    use crate::route::Route;
    use crate::state::Content;
    use vaultplan::lang::Lang;
    use vaultplan::model::Topology;

    fn send(page: &mut Page, msg: page::Msg) -> Vec<Effect> {
        let mut effects = Vec::new();
        page.update(&msg, &Heard::default(), &mut effects);
        effects
    }

    fn page() -> Page {
        let text = include_str!("../../../examples/hangzhou-shanghai.json");
        let plan: Topology<'static> = model::read_text(text).unwrap().into_owned();
        let mut page = Page::new(Lang::Zh, Theme::System, Route::PLAN, 0);
        send(
            &mut page,
            page::Msg::Told(Told::Loaded(Box::new(Opened::new(Content::new(
                "p1", plan,
            ))))),
        );
        page
    }

    #[test]
    fn a_link_is_made_of_the_plan_and_shown_when_it_is_there() {
        let mut page = page();
        let effects = send(&mut page, page::Msg::Share(Msg::Ask));
        let [Effect::Pack(text)] = effects.as_slice() else {
            panic!("{effects:?}");
        };
        assert_eq!(model::read_text(text).unwrap(), *page.plan());
        assert!(!text.contains('\n'));
        send(
            &mut page,
            page::Msg::Share(Msg::Made(Some("x#/open/1.AA".into()))),
        );
        assert!(matches!(&page.over, Some(Over::Share(Link::Made(_)))));
        send(&mut page, page::Msg::Close);
        send(&mut page, page::Msg::Share(Msg::Made(None)));
        assert!(page.over.is_none());
    }

    #[test]
    fn what_browsers_do_not_take_is_too_long() {
        let made = |length| Link::Made("x".repeat(length).into());
        assert!(!made(link::LONGEST).is_too_long());
        assert!(made(link::LONGEST + 1).is_too_long());
    }

    #[test]
    fn markdown_is_in_the_language_of_the_page() {
        let effects = send(&mut page(), page::Msg::Share(Msg::Markdown));
        let [Effect::Copy(MARKDOWN, text)] = effects.as_slice() else {
            panic!("{effects:?}");
        };
        assert!(text.starts_with("# Hangzhou to Shanghai\n") && text.contains("判定：**通过**"));
    }
}
