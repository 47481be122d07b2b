//! Ranges of a plan whose ends do not hold what is expected: named with their place, whether a line needs them or not.

use super::notes::{self, Notes, Remark};
use crate::facts::Facts;
use crate::finding::{ObjectKind, ObjectRef};
use crate::model::{GrowthRange, PercentRange, RatioRange};

/// Ranges that can be the wrong way round.
trait Range {
    /// Whether what is expected lies outside.
    fn is_turned(&self) -> bool;
}

macro_rules! ranges {
    ($($name:ident),+) => {
        $(impl Range for $name<'_> {
            fn is_turned(&self) -> bool {
                let low = self.low.is_some_and(|low| low > self.expected);
                low || self.high.is_some_and(|high| high < self.expected)
            }
        })+
    };
}
ranges!(PercentRange, GrowthRange, RatioRange);

fn turned<R: Range>(range: Option<&R>) -> bool {
    range.is_some_and(Range::is_turned)
}

/// Notes every such range of a plan.
pub(super) fn check(facts: &Facts<'_>, notes: &mut Notes) {
    let plan = facts.plan;
    let mut note = |is_turned: bool, object: ObjectRef, path: &'static str| {
        if is_turned {
            let name = match object.kind {
                ObjectKind::Plan => plan.name.as_deref().unwrap_or("estimate"),
                _ => facts.name(object),
            };
            let remark = Remark {
                path,
                ..notes::RANGE_TURNED
            };
            notes.add(&remark, object, name);
        }
    };
    if let Some(of) = plan.estimate.as_deref() {
        let at = ObjectRef::PLAN;
        note(
            turned(of.daily_change_percent.as_deref()),
            at,
            "/estimate/dailyChangePercent",
        );
        note(
            turned(of.same_blocks_percent.as_deref()),
            at,
            "/estimate/sameBlocksPercent",
        );
        note(
            turned(of.growth_percent.as_deref()),
            at,
            "/estimate/growthPercentPerMonth",
        );
        note(
            turned(of.reduction_ratio.as_deref()),
            at,
            "/estimate/reductionRatio",
        );
    }
    for vault in &facts.vaults {
        note(
            turned(vault.doc.reduction_ratio.as_deref()),
            vault.object,
            "/reductionRatio",
        );
    }
    for source in &facts.sources {
        let Some(of) = source.doc.sizing.as_deref() else {
            continue;
        };
        let at = source.object;
        note(
            turned(of.daily_change_percent.as_deref()),
            at,
            "/sizing/dailyChangePercent",
        );
        note(
            turned(of.same_blocks_percent.as_deref()),
            at,
            "/sizing/sameBlocksPercent",
        );
        note(
            turned(of.growth_percent.as_deref()),
            at,
            "/sizing/growthPercentPerMonth",
        );
    }
}
