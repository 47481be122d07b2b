//! What is to be read about a rule. The planner does not carry these texts: they lie in a file for each language, which
//! the page's shell fetches when the first rule is asked for.

use std::rc::Rc;

use vaultplan::lang::Lang;

use crate::page::Effect;

/// What can happen.
#[derive(Clone, Debug)]
pub(crate) enum Msg {
    /// A rule is to be explained, by its slug.
    Ask(&'static str),
    /// What was fetched about a rule in a language; nothing when the file could not be had.
    Answered(&'static str, Lang, Option<Rc<Explained>>),
}

/// What is to be read about a rule, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Explained {
    /// What it checks.
    pub(crate) what: String,
    /// Why it matters.
    pub(crate) why: String,
    /// How to mend it.
    pub(crate) remedy: String,
    /// The statements on which it rests.
    pub(crate) facts: Vec<Fact>,
    /// A document that breaks it, and nothing else.
    pub(crate) fails: String,
    /// A document that keeps it.
    pub(crate) passes: String,
}

/// A statement about the service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fact {
    /// What it says.
    pub(crate) text: String,
    /// The pages that say so.
    pub(crate) sources: Vec<Source>,
}

/// A page of the service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Source {
    /// Its title.
    pub(crate) title: String,
    /// Its address.
    pub(crate) address: String,
    /// The day it was read or last changed.
    pub(crate) date: String,
}

/// How far an answer has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It is being fetched.
    Coming,
    /// It could not be fetched.
    Failed,
    /// Here it is.
    Here(Rc<Explained>),
}

/// The rules that were asked for, with their answers in the page's language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Explanations(Vec<(&'static str, Answer)>);

impl Explanations {
    /// The answer about a rule, if it was asked for.
    pub(crate) fn of(&self, rule: &str) -> Option<&Answer> {
        let mut all = self.0.iter();
        all.find(|(slug, _)| *slug == rule)
            .map(|(_, answer)| answer)
    }

    /// Lets something happen on a page of a language.
    pub(crate) fn update(&mut self, msg: &Msg, lang: Lang, effects: &mut Vec<Effect>) {
        match msg {
            // What is here or under way is not asked for again.
            Msg::Ask(rule) => {
                if matches!(self.of(rule), None | Some(Answer::Failed)) {
                    self.put(rule, Answer::Coming);
                    effects.push(Effect::Explain(rule, lang));
                }
            }
            // An answer in a language that was left meanwhile is not shown.
            Msg::Answered(rule, of, explained) => {
                if *of == lang {
                    let answer = explained.clone().map_or(Answer::Failed, Answer::Here);
                    self.put(rule, answer);
                }
            }
        }
    }

    /// Asks for everything again, in another language.
    pub(crate) fn speak(&mut self, lang: Lang, effects: &mut Vec<Effect>) {
        for (rule, answer) in &mut self.0 {
            *answer = Answer::Coming;
            effects.push(Effect::Explain(rule, lang));
        }
    }

    fn put(&mut self, rule: &'static str, answer: Answer) {
        match self.0.iter_mut().find(|(slug, _)| *slug == rule) {
            Some((_, held)) => *held = answer,
            None => self.0.push((rule, answer)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str = "mirror-same-region";

    fn told(all: &mut Explanations, msg: Msg, lang: Lang) -> Vec<Effect> {
        let mut effects = Vec::new();
        all.update(&msg, lang, &mut effects);
        effects
    }

    fn answer(why: &str) -> Option<Rc<Explained>> {
        Some(Rc::new(Explained {
            why: why.to_owned(),
            ..Explained::default()
        }))
    }

    #[test]
    fn a_rule_is_asked_for_once_and_again_after_a_failure() {
        let mut all = Explanations::default();
        assert_eq!(all.of(RULE), None);
        let asked = [Effect::Explain(RULE, Lang::En)];
        assert_eq!(told(&mut all, Msg::Ask(RULE), Lang::En), asked);
        assert_eq!(all.of(RULE), Some(&Answer::Coming));
        assert!(told(&mut all, Msg::Ask(RULE), Lang::En).is_empty());
        told(&mut all, Msg::Answered(RULE, Lang::En, None), Lang::En);
        assert_eq!(all.of(RULE), Some(&Answer::Failed));
        assert_eq!(told(&mut all, Msg::Ask(RULE), Lang::En), asked);
        told(
            &mut all,
            Msg::Answered(RULE, Lang::En, answer("because")),
            Lang::En,
        );
        assert!(matches!(all.of(RULE), Some(Answer::Here(here)) if here.why == "because"));
        assert!(told(&mut all, Msg::Ask(RULE), Lang::En).is_empty());
    }

    #[test]
    fn another_language_is_asked_for_anew_and_a_late_answer_does_not_show() {
        let mut all = Explanations::default();
        told(&mut all, Msg::Ask(RULE), Lang::En);
        let mut effects = Vec::new();
        all.speak(Lang::Zh, &mut effects);
        assert_eq!(effects, [Effect::Explain(RULE, Lang::Zh)]);
        told(
            &mut all,
            Msg::Answered(RULE, Lang::En, answer("because")),
            Lang::Zh,
        );
        assert_eq!(all.of(RULE), Some(&Answer::Coming));
        told(
            &mut all,
            Msg::Answered(RULE, Lang::Zh, answer("因为")),
            Lang::Zh,
        );
        assert!(matches!(all.of(RULE), Some(Answer::Here(here)) if here.why == "因为"));
    }
}
