//! An answer that was loaded has all its pages.

use super::declare::declare_rule;
use super::shared;
use crate::facts::Facts;
use crate::finding::{Fail, Gap, Judged, ObjectRef, Safety, Spot, Verdict};
use crate::lang::Text;

declare_rule! {
    "D011" "import-page-incomplete", since "0.2", Document, Warning,
    fix ByHand, over Noted, in ALL,
    from [DESCRIBE_VAULTS],
    rests on [ANSWERS_HAVE_PAGES],
    title: {
        en: "an answer that was not loaded whole",
        zh: "返回结果未完整载入",
    },
    message: {
        en: "{listed} of {total} objects of {where} were loaded",
        zh: "{where} 的 {total} 个对象只载入了 {listed} 个",
    },
    expected: {
        en: "all {total} objects",
        zh: "全部 {total} 个对象",
    },
    what: {
        en: "Every answer of the service that was loaded lists as many objects as the service says that there are.",
        zh: "载入的每个返回结果所列对象数与服务所说的总数相同。",
    },
    why: {
        en: "What was not loaded was not judged, and a vault that is missing may be the source of a mirror that is there.",
        zh: "未载入的部分没有判定；缺少的备份库可能正是某个镜像库的源。",
    },
    remedy: {
        en: "Fetch and load the other pages.",
        zh: "获取并载入其余分页。",
    },
}

fn noted(facts: &Facts<'_>) -> usize {
    facts.plan.answers.len()
}

fn looked_at(facts: &Facts<'_>) -> usize {
    facts.plan.answers.len()
}

fn judge(number: usize, facts: &Facts<'_>) -> Judged {
    let answer = facts.plan.answers.get(number).ok_or(Gap::LeftOut)?;
    let (Some(listed), Some(total)) = (answer.listed, answer.total) else {
        return Ok(Verdict::NotApplicable);
    };
    if listed >= total {
        return Ok(Verdict::Pass);
    }
    let mut place = String::from("/answers");
    crate::text::pointer::push_index(&mut place, number);
    place.push_str("/listed");
    let mut said = shared::listed(answer.regions.iter().map(|region| &**region), "`");
    if said.is_empty() {
        said = shared::listed(answer.file.as_deref().into_iter(), "`");
    }
    let label = Text::new("Load the other pages", "载入其余分页");
    Fail::of(Spot {
        object: ObjectRef::PLAN,
        path: place.into(),
    })
    .arg("listed", listed.0.to_string())
    .arg("total", total.0.to_string())
    .arg("where", said)
    .actual(&listed.0.to_string())
    .fix(Safety::ByHand, label)
    .into()
}
