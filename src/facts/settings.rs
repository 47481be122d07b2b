//! The settings of a plan, one by one, for the rules that judge them. What they did is filled in by the report.

use super::Facts;
use crate::finding::{ObjectRef, Spot};
use crate::model::{SeverityChoice, Suppression};

/// A setting of the plan.
#[derive(Debug)]
pub struct SettingFact<'t> {
    /// What is set.
    pub doc: SettingDoc<'t>,
    /// Where it stands.
    pub spot: Spot,
    /// Whether the rule that it names exists.
    pub known: bool,
    /// The rule that a misspelt name probably means.
    pub near: Option<&'static str>,
    /// Whether the rule that it names is judged in this edition.
    pub judged: bool,
    /// How many findings it set aside.
    pub used: usize,
}

/// A setting as written.
#[derive(Clone, Copy, Debug)]
pub enum SettingDoc<'t> {
    /// A severity for a rule.
    Severity(&'t SeverityChoice<'t>),
    /// A finding that is set aside.
    Suppression(&'t Suppression<'t>),
}

impl<'t> SettingFact<'t> {
    /// The name of the rule, as written.
    #[must_use]
    pub fn rule(&self) -> &'t str {
        match self.doc {
            SettingDoc::Severity(choice) => &choice.rule,
            SettingDoc::Suppression(suppression) => &suppression.rule,
        }
    }

    /// The suppression, if it is one.
    #[must_use]
    pub fn suppression(&self) -> Option<&'t Suppression<'t>> {
        match self.doc {
            SettingDoc::Suppression(suppression) => Some(suppression),
            SettingDoc::Severity(_) => None,
        }
    }

    /// Whether it no longer holds; `None` when it has an end and the time of judgement is not known.
    #[must_use]
    pub fn is_over(&self, now: Option<i64>) -> Option<bool> {
        match self.suppression().and_then(|s| s.until.as_ref()) {
            None => Some(false),
            Some(until) => now.map(|now| until.unix < now),
        }
    }
}

impl<'t> Facts<'t> {
    /// The settings of the plan, in its order; what they did is not known yet.
    #[must_use]
    pub fn settings(&self) -> Vec<SettingFact<'t>> {
        let Some(settings) = self.plan.settings.as_deref() else {
            return Vec::new();
        };
        let fact = |doc, list: &str, index: usize| {
            let mut path = format!("/settings/{list}");
            crate::text::pointer::push_index(&mut path, index);
            SettingFact {
                doc,
                spot: Spot {
                    object: ObjectRef::PLAN,
                    path: path.into(),
                },
                known: false,
                near: None,
                judged: false,
                used: 0,
            }
        };
        let choices = settings.severities.iter().enumerate();
        let choices = choices.map(|(at, one)| fact(SettingDoc::Severity(one), "severities", at));
        let aside = settings.suppressions.iter().enumerate();
        let aside = aside.map(|(at, one)| fact(SettingDoc::Suppression(one), "suppressions", at));
        choices.chain(aside).collect()
    }
}
