//! Ranges of a plan whose ends do not hold what is expected.

use vaultplan::model::problem::ProblemKind;
use vaultplan::model::{GrowthRange, PercentRange, Problem, RatioRange, Topology, Within};
use vaultplan::text::decimal::Decimal;

use super::words;

/// A range: its low end, what is expected, its high end.
type Range = (Option<Decimal>, Decimal, Option<Decimal>);

fn range<const MIN: u64, const MAX: u64>(
    low: Option<Within<MIN, MAX>>,
    expected: Within<MIN, MAX>,
    high: Option<Within<MIN, MAX>>,
) -> Range {
    (low.map(|low| low.0), expected.0, high.map(|high| high.0))
}

fn percent(one: &PercentRange<'_>) -> Range {
    range(one.low, one.expected, one.high)
}

fn growth(one: &GrowthRange<'_>) -> Range {
    range(one.low, one.expected, one.high)
}

fn ratio(one: &RatioRange<'_>) -> Range {
    range(one.low, one.expected, one.high)
}

/// Every end that lies on the wrong side of what is expected.
pub(super) fn turned(plan: &Topology<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut look = |pointer: &dyn Fn() -> String, range: Option<Range>| {
        let Some((low, expected, high)) = range else {
            return;
        };
        let low = low
            .filter(|low| *low > expected)
            .map(|low| ("low", low, "<="));
        let high = high
            .filter(|high| *high < expected)
            .map(|high| ("high", high, ">="));
        for (end, found, than) in low.into_iter().chain(high) {
            problems.push(Problem {
                pointer: format!("{}/{end}", pointer()),
                position: None,
                kind: ProblemKind::WrongValue,
                found: Some(found.to_string()),
                expected: words::beside(than, expected),
                suggestion: None,
            });
        }
    };
    if let Some(estimate) = plan.estimate.as_deref() {
        let of = |name: &'static str| move || format!("/estimate/{name}");
        let change = estimate.daily_change_percent.as_deref();
        look(&of("dailyChangePercent"), change.map(percent));
        let same = estimate.same_blocks_percent.as_deref();
        look(&of("sameBlocksPercent"), same.map(percent));
        let grows = estimate.growth_percent.as_deref();
        look(&of("growthPercentPerMonth"), grows.map(growth));
        let reduced = estimate.reduction_ratio.as_deref();
        look(&of("reductionRatio"), reduced.map(ratio));
    }
    for (index, vault) in plan.vaults.iter().enumerate() {
        let reduced = vault.reduction_ratio.as_deref();
        look(
            &|| format!("/vaults/{index}/reductionRatio"),
            reduced.map(ratio),
        );
    }
    for (index, source) in plan.sources.iter().enumerate() {
        let Some(sizing) = source.sizing.as_deref() else {
            continue;
        };
        let of = |name: &'static str| move || format!("/sources/{index}/sizing/{name}");
        let change = sizing.daily_change_percent.as_deref();
        look(&of("dailyChangePercent"), change.map(percent));
        let same = sizing.same_blocks_percent.as_deref();
        look(&of("sameBlocksPercent"), same.map(percent));
        let grows = sizing.growth_percent.as_deref();
        look(&of("growthPercentPerMonth"), grows.map(growth));
    }
    problems
}
