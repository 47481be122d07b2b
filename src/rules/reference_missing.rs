//! Every id that an object names belongs to an object of the plan.

use super::declare::declare_rule;
use crate::catalog::limits;
use crate::catalog::wanted;
use crate::facts::{Dangling, Facts, missing_at};
use crate::finding::{Fail, Gap, Judged, ObjectKind, ObjectRef, Safety};
use crate::lang::{Said, Text};
use crate::text::suggest;

/// Most dangling references that are searched for a suggestion.
const MOST: usize = 100;

declare_rule! {
    "D002" "reference-missing", since "0.1", Document, Error,
    fix ChangesMeaning, over Noted, in ALL,
    from [VAULT_REPLICATION_API, GO_SDK],
    rests on [NAMED_BY_ID],
    title: {
        en: "a reference to nothing",
        zh: "引用的对象不存在",
    },
    message: {
        en: "{object} names `{id}`, and the plan has no {wanted} of that id",
        zh: "{object}引用了 `{id}`，而方案中没有该标识的{wanted}",
    },
    expected: {
        en: "the id of a {wanted} of the plan",
        zh: "方案中{wanted}的标识",
    },
    what: {
        en: "Every id that an object names belongs to an object of the plan, of the kind that is meant.",
        zh: "对象引用的每个标识都属于方案中相应类型的对象。",
    },
    why: {
        en: "What depends on the missing object cannot be planned or judged.",
        zh: "依赖该对象的内容无法规划或判断。",
    },
    remedy: {
        en: "Correct the id, or add the object. For loaded plans, load the answer that lists it.",
        zh: "更正标识，或添加该对象。对载入的方案，请载入列出它的返回结果。",
    },
}

fn noted(facts: &Facts<'_>) -> usize {
    facts.dangling.len()
}

fn looked_at(facts: &Facts<'_>) -> usize {
    facts.stated.references
}

fn judge(number: usize, facts: &Facts<'_>) -> Judged {
    let reference = facts.dangling.get(number).ok_or(Gap::LeftOut)?;
    if facts.imported && facts.came_from_import(reference.spot.object) {
        let wanted = match reference.wanted {
            ObjectKind::Source => &wanted::SOURCE,
            ObjectKind::Client => &wanted::CLIENT,
            _ => &wanted::VAULT,
        };
        return Err(missing_at(reference.spot.clone(), wanted, reference.id));
    }
    let fail = Fail::of(reference.spot.clone())
        .arg("object", speaker(reference.spot.object, facts))
        .arg("id", reference.id)
        .arg("wanted", label_of(reference))
        .actual(reference.id);
    match suggestion(reference, facts) {
        Some(near) => {
            let label = Text::new("Name `{id}`", "改为引用 `{id}`");
            fail.fix(Safety::ChangesMeaning, label)
                .replace(near)
                .with("id", near)
        }
        None => {
            let label = Text::new("Name an existing {wanted}", "引用已有的{wanted}");
            fail.fix(Safety::NeedsValue, label)
                .with("wanted", label_of(reference))
        }
    }
    .into()
}

/// Who names the id. A step of the change plan has no name of its own.
fn speaker(object: ObjectRef, facts: &Facts<'_>) -> Said {
    if object.kind == ObjectKind::Change {
        Said::Own(format!("`{}`", object.pointer("")))
    } else {
        Said::Own(format!("`{}`", facts.name(object)))
    }
}

/// What should stand behind the id.
fn label_of(reference: &Dangling<'_>) -> Text {
    let from_store = matches!(
        reference.spot.object.kind,
        ObjectKind::Client | ObjectKind::Restore
    );
    match reference.wanted {
        ObjectKind::Plan => Text::new("object", "对象"),
        ObjectKind::Vault if from_store => Text::new("vault or mirror", "备份库或镜像库"),
        kind => kind.label(),
    }
}

/// The nearest id of an object that would fit, in plans where the search is cheap.
fn suggestion<'t>(reference: &Dangling<'_>, facts: &Facts<'t>) -> Option<&'t str> {
    if facts.plan.object_count() > limits::SUGGESTED_IDS || facts.dangling.len() > MOST {
        return None;
    }
    let plan = facts.plan;
    let any = reference.wanted == ObjectKind::Plan;
    let from_store = reference.wanted == ObjectKind::Vault
        && matches!(
            reference.spot.object.kind,
            ObjectKind::Client | ObjectKind::Restore
        );
    let mut ids = Vec::new();
    for (kind, count) in [
        (ObjectKind::Vault, plan.vaults.len()),
        (ObjectKind::Mirror, plan.mirrors.len()),
        (ObjectKind::Client, plan.clients.len()),
        (ObjectKind::Source, plan.sources.len()),
        (ObjectKind::Policy, plan.policies.len()),
        (ObjectKind::Restore, plan.restores.len()),
    ] {
        let fits = match kind {
            ObjectKind::Mirror => from_store,
            _ => kind == reference.wanted,
        };
        if any || fits {
            ids.extend((0..count).map(|index| facts.id(ObjectRef::new(kind, index))));
        }
    }
    suggest::nearest(reference.id, ids)
}
