//! What a field that refers to an object may be, and what speaks against the rest. Each choice is imagined, and the
//! rules themselves judge it, so that a picker and a check of the plan cannot disagree.

use std::cell::RefCell;
use std::rc::Rc;

use vaultplan::finding::{ObjectKind, ObjectRef, Outcome, Severity};
use vaultplan::lang::Text;
use vaultplan::model::{self, Topology};
use vaultplan::questions::eligible::{self, Answer};
use vaultplan::report::{self, Options};
use vaultplan::text::patch::Op;

use crate::edit;
use crate::judged::Judged;

/// Among more objects than these the rules are not asked for each.
const ASKED: usize = 300;

/// An object that a field may refer to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    /// The object.
    pub(crate) object: ObjectRef,
    /// What speaks against it, in few words.
    pub(crate) against: Option<Text>,
}

/// The choices of a field.
pub(crate) type Choices = Rc<Vec<Choice>>;

/// Choices that were computed for a plan; they are asked for with every drawing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    plan: RefCell<Option<Rc<Topology<'static>>>>,
    fields: RefCell<Vec<(String, Choices)>>,
}

impl Known {
    /// The choices of a field of an object: those that fit first, each part in the plan's order.
    pub(crate) fn of(
        &self,
        judged: &Judged,
        object: ObjectRef,
        path: &str,
        kinds: &[ObjectKind],
    ) -> Choices {
        let mut plan = self.plan.borrow_mut();
        let mut fields = self.fields.borrow_mut();
        if !plan
            .as_ref()
            .is_some_and(|plan| Rc::ptr_eq(plan, &judged.plan))
        {
            *plan = Some(judged.plan.clone());
            fields.clear();
        }
        let pointer = object.pointer(path);
        if let Some((_, known)) = fields.iter().find(|(known, _)| *known == pointer) {
            return known.clone();
        }
        let found = Rc::new(choices(judged, object, path, kinds));
        fields.push((pointer, found.clone()));
        found
    }
}

fn choices(judged: &Judged, object: ObjectRef, path: &str, kinds: &[ObjectKind]) -> Vec<Choice> {
    let plan = &*judged.plan;
    let all = kinds.iter().flat_map(|kind| edit::all_of(plan, *kind));
    let all: Vec<ObjectRef> = all.filter(|choice| *choice != object).collect();
    let mut against = vec![None; all.len()];
    if all.len() <= ASKED {
        if (object.kind, path) == (ObjectKind::Mirror, "/source") {
            of_mirror(judged, object, &all, &mut against);
        } else {
            imagine(judged, object, path, &all, &mut against);
        }
    }
    let both = all.into_iter().zip(against);
    let (mut fit, mut rest) = (Vec::new(), Vec::new());
    for (object, against) in both {
        let part = if against.is_none() {
            &mut fit
        } else {
            &mut rest
        };
        part.push(Choice { object, against });
    }
    fit.extend(rest);
    fit
}

/// Which vaults a mirror may copy. The vault that it copies now has a mirror already: this one.
fn of_mirror(judged: &Judged, mirror: ObjectRef, all: &[ObjectRef], against: &mut [Option<Text>]) {
    let facts = judged.facts();
    let own = facts
        .mirrors
        .get(mirror.index)
        .map(|mirror| &*mirror.doc.source);
    for (vault, against) in all.iter().zip(against) {
        let Some(vault) = facts.vaults.get(vault.index) else {
            continue;
        };
        let answer = eligible::vault(&facts, vault);
        let first = answer
            .reasons
            .iter()
            .find(|r| r.severity == Severity::Error);
        if answer.answer == Answer::No && own != Some(&*vault.doc.id) {
            *against = first.and_then(|reason| reason.rule).map(|rule| rule.title);
        }
    }
}

/// Imagines the object once for each choice, and asks the rules about its field.
fn imagine(
    judged: &Judged,
    object: ObjectRef,
    path: &str,
    all: &[ObjectRef],
    against: &mut [Option<Text>],
) {
    let whole = &*judged.plan;
    let Some(mut own) = edit::value_of(whole, object) else {
        return;
    };
    // A policy may bind very many sources; none of them decides what its rules may name.
    if let (ObjectKind::Policy, Some(policy)) = (object.kind, own.as_object_mut()) {
        policy.remove("sources");
    }
    // What names such objects is not asked about; a plan may have very many of them.
    let mut plan = Topology {
        edition: whole.edition,
        replication_regions: whole.replication_regions.clone(),
        settings: whole.settings.clone(),
        roles: whole.roles.clone(),
        keys: whole.keys.clone(),
        vaults: whole.vaults.clone(),
        mirrors: whole.mirrors.clone(),
        clients: whole.clients.clone(),
        ..Topology::empty()
    };
    if object.kind == ObjectKind::Restore {
        plan.sources.clone_from(&whole.sources);
    }
    // Others of its kind would be heard as well.
    match object.kind {
        ObjectKind::Client => plan.clients.clear(),
        ObjectKind::Source => plan.sources.clear(),
        ObjectKind::Restore => plan.restores.clear(),
        ObjectKind::Policy => plan.policies.clear(),
        ObjectKind::Mirror => plan.mirrors.clear(),
        ObjectKind::Vault => plan.vaults.clear(),
        // Of the others no rule says what they may refer to.
        ObjectKind::Plan | ObjectKind::Change | ObjectKind::Key => return,
    }
    let list = object.kind.list();
    for (index, choice) in all.iter().enumerate() {
        let imagined = ObjectRef::new(object.kind, index);
        let key = judged
            .plan
            .keys
            .get(choice.index)
            .filter(|_| choice.kind == ObjectKind::Key);
        let alias = key.and_then(|key| key.alias.as_deref());
        let id = alias.unwrap_or_else(|| edit::id(&judged.plan, *choice));
        let patch = [Op::set([list, "/-"].concat(), own.clone())];
        // A choice that does not fit is not asked about.
        if model::apply(&mut plan, &patch).is_err() {
            return;
        }
        let put = edit::place(&plan, imagined.pointer(path), id.into());
        let _ = model::apply(&mut plan, &put);
    }
    let options = Options {
        edition: None,
        now: Some(judged.now),
    };
    for finding in report::check(&plan, options).findings {
        let spot = finding.spot();
        let refused =
            matches!(finding.outcome, Outcome::Fail(_)) && finding.severity == Severity::Error;
        if refused
            && spot.object.kind == object.kind
            && crate::components::field::is_within(&spot.path, path)
            && let Some(against) = against.get_mut(spot.object.index)
        {
            against.get_or_insert(finding.rule.title);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vaultplan::lang::Lang;

    fn judged(text: &str) -> Judged {
        let plan = model::read_text(text).unwrap().into_owned();
        Judged::new(Rc::new(plan), 0)
    }

    fn shown(
        judged: &Judged,
        object: ObjectRef,
        path: &str,
        kinds: &[ObjectKind],
    ) -> Vec<(String, bool)> {
        let found = Known::default().of(judged, object, path, kinds);
        let id = |choice: &Choice| edit::id(&judged.plan, choice.object).to_owned();
        let list = found
            .iter()
            .map(|choice| (id(choice), choice.against.is_none()));
        list.collect()
    }

    const PLAN: &str = r#"{"format": "vaultplan/1",
        "keys": [{"id": "k1", "region": "cn-shanghai"}, {"id": "k2", "region": "cn-hangzhou"}],
        "vaults": [{"id": "v0", "name": "a", "region": "cn-hangzhou", "type": "ARCHIVE"},
            {"id": "v1", "name": "b", "region": "cn-hangzhou", "encryption": "KMS", "kmsKey": "k2"},
            {"id": "v2", "name": "c", "region": "cn-shanghai"}],
        "mirrors": [{"id": "m1", "source": "v1", "region": "cn-shanghai"}],
        "sources": [{"id": "s1", "type": "OSS", "region": "cn-hangzhou"}, {"id": "s2", "type": "OSS"}]}"#;

    #[test]
    fn what_fits_comes_first_and_the_rest_has_a_reason() {
        let judged = judged(PLAN);
        let of =
            |kind, path, kinds: &[ObjectKind]| shown(&judged, ObjectRef::new(kind, 0), path, kinds);
        let vaults = of(ObjectKind::Source, "/vault", &[ObjectKind::Vault]);
        assert_eq!(vaults[0], ("v1".to_owned(), true), "{vaults:?}");
        assert!(
            vaults.iter().any(|(id, fits)| id == "v2" && !fits),
            "{vaults:?}"
        );
        // The vault that it copies is one that it may copy; an archive vault is none.
        let sources = of(ObjectKind::Mirror, "/source", &[ObjectKind::Vault]);
        assert!(
            sources.contains(&("v1".to_owned(), true))
                && sources.contains(&("v0".to_owned(), false))
        );
        let vault = ObjectRef::new(ObjectKind::Vault, 1);
        let keys = shown(&judged, vault, "/kmsKey", &[ObjectKind::Key]);
        assert_eq!(keys, [("k2".to_owned(), true), ("k1".to_owned(), false)]);
    }

    #[test]
    fn a_reason_is_a_text_in_both_languages() {
        let judged = judged(PLAN);
        let found = choices(
            &judged,
            ObjectRef::new(ObjectKind::Mirror, 0),
            "/source",
            &[ObjectKind::Vault],
        );
        let reason = found.iter().find_map(|choice| choice.against).unwrap();
        assert!(!reason.get(Lang::En).is_empty() && !reason.get(Lang::Zh).is_empty());
    }

    #[test]
    fn choices_are_computed_once_for_a_plan() {
        let judged = judged(PLAN);
        let known = Known::default();
        let ask = || {
            known.of(
                &judged,
                ObjectRef::new(ObjectKind::Source, 0),
                "/vault",
                &[ObjectKind::Vault],
            )
        };
        assert!(Rc::ptr_eq(&ask(), &ask()));
    }
}
