//! An id belongs to one object alone.

use super::declare::declare_rule;
use crate::facts::Facts;
use crate::finding::{Fail, Gap, Judged, Safety};
use crate::lang::Text;

/// How many endings are tried for a free id.
const TRIES: usize = 100;

declare_rule! {
    "D001" "id-not-unique", since "0.1", Document, Error,
    fix ChangesMeaning, over Noted, in ALL,
    from [DESCRIBE_VAULTS, GO_SDK],
    rests on [OBJECTS_HAVE_IDS],
    title: {
        en: "an id that stands twice",
        zh: "标识重复",
    },
    message: {
        en: "the id `{id}` of this {kind} is already the id of the {other} at `{first}`",
        zh: "此{kind}的标识 `{id}` 已被 `{first}` 处的{other}使用",
    },
    expected: {
        en: "an id that no other object has",
        zh: "其他对象未使用的标识",
    },
    what: {
        en: "Every object of the document has an id that no other object has.",
        zh: "文档中每个对象的标识都与其他对象不同。",
    },
    why: {
        en: "Objects name each other by id. With two of the same id a reference means the first, and the second is never reached.",
        zh: "对象之间以标识相互引用。标识重复时，引用只指向第一个对象，第二个永远不会被引用到。",
    },
    remedy: {
        en: "Give the second one another id, and correct the references that mean it.",
        zh: "为第二个对象改用其他标识，并更正指向它的引用。",
    },
}

fn noted(facts: &Facts<'_>) -> usize {
    facts.repeated_ids.len()
}

fn looked_at(facts: &Facts<'_>) -> usize {
    facts.stated.ids
}

fn judge(number: usize, facts: &Facts<'_>) -> Judged {
    let (object, id, first) = *facts.repeated_ids.get(number).ok_or(Gap::LeftOut)?;
    let free = (2..TRIES)
        .map(|ending| format!("{id}-{ending}"))
        .find(|candidate| facts.find(candidate).is_none());
    let fail = Fail::at(object, "/id")
        .arg("id", id)
        .arg("kind", object.kind.label())
        .arg("other", first.kind.label())
        .arg("first", first.pointer(""))
        .actual(id);
    match free {
        Some(free) => {
            let label = Text::new("Change the id to `{id}`", "将标识改为 `{id}`");
            fail.fix(Safety::ChangesMeaning, label)
                .set(&free)
                .with("id", free)
        }
        None => {
            let label = Text::new("Give it another id", "改用其他标识");
            fail.fix(Safety::NeedsValue, label)
        }
    }
    .into()
}
