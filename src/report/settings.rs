//! What the plan's own settings make of the findings: severities, and findings that are set aside.

use super::{Aside, Said};
use crate::catalog::limits;
use crate::facts::{Facts, SettingFact};
use crate::finding::{ObjectRef, Rule, Severity};
use crate::model::{RuleSeverity, Topology};
use crate::rules::CHECKS;
use crate::text::suggest;

/// What a plan says about the severity of a rule.
pub(super) enum Choice {
    /// Nothing.
    None,
    /// The rule is not judged.
    Off,
    /// This severity.
    Severity(Severity),
}

/// What a plan says about the severity of a rule. The first word counts.
pub(super) fn choice(plan: &Topology<'_>, rule: &Rule) -> Choice {
    let list = plan.settings.as_deref().map(|s| &s.severities);
    let mut named = list.into_iter().flatten().take(limits::SETTINGS);
    match named
        .find(|one| is(rule, &one.rule))
        .map(|one| one.severity)
    {
        None => Choice::None,
        Some(RuleSeverity::Off) => Choice::Off,
        Some(RuleSeverity::Error) => Choice::Severity(Severity::Error),
        Some(RuleSeverity::Warning) => Choice::Severity(Severity::Warning),
        Some(RuleSeverity::Advice) => Choice::Severity(Severity::Advice),
    }
}

fn is(rule: &Rule, name: &str) -> bool {
    rule.slug == name || rule.code.eq_ignore_ascii_case(name)
}

/// Moves the findings that the plan sets aside out of what the rules said, and notes what each setting did.
pub(super) fn set_aside(
    said: &mut [Said],
    settings: &mut [SettingFact<'_>],
    facts: &Facts<'_>,
) -> Vec<Aside> {
    let mut aside = Vec::new();
    for setting in settings.iter_mut() {
        let name = setting.rule();
        setting.known = CHECKS.iter().any(|check| is(check.rule, name));
        if !setting.known {
            let slugs = CHECKS.iter().map(|check| check.rule.slug);
            setting.near = suggest::nearest(name, slugs);
        }
        setting.judged = said.iter().any(|said| is(said.counts.rule, name));
    }
    for said in said {
        // The suppressions of this rule that hold, each with the object that it is about.
        let held: Vec<(usize, Option<Option<ObjectRef>>)> = settings
            .iter()
            .enumerate()
            .filter(|(_, one)| is(said.counts.rule, one.rule()))
            .filter(|(_, one)| one.is_over(facts.now) == Some(false))
            .filter_map(|(at, one)| Some((at, one.suppression()?)))
            .map(|(at, one)| (at, one.object.as_deref().map(|id| facts.find(id))))
            .take(limits::SETTINGS)
            .collect();
        if held.is_empty() {
            continue;
        }
        let findings = std::mem::take(&mut said.findings);
        for finding in findings {
            let object = finding.spot.object;
            let by = held
                .iter()
                .find(|(_, about)| about.is_none_or(|about| about == Some(object)));
            match by {
                None => said.findings.push(finding),
                Some((at, _)) => {
                    if let Some(setting) = settings.get_mut(*at) {
                        setting.used += 1;
                    }
                    aside.push(Aside {
                        finding,
                        setting: *at,
                    });
                }
            }
        }
    }
    aside
}
