//! Exact decimals in the document: read, refused with a reason, written canonically, changed by patches.

use vaultplan::lang::Lang;
use vaultplan::model::{self, Topology};
use vaultplan::text::decimal::Decimal;
use vaultplan::text::patch::Op;

fn plan(parts: &str) -> String {
    format!(r#"{{"format": "vaultplan/1", {parts}}}"#)
}

fn read(parts: &str) -> Topology<'static> {
    let text = plan(parts);
    let plan = model::read_text(&text).unwrap_or_else(|problems| panic!("{problems:?} {text}"));
    plan.into_owned()
}

#[test]
fn each_mistake_names_place_value_and_what_was_expected() {
    for (parts, pointer, message) in [
        (
            r#""estimate": {"offPeakPercent": 100.5}"#,
            "/estimate/offPeakPercent",
            "`100.5` is not accepted here; expected 0 … 100",
        ),
        (
            r#""estimate": {"offPeakPercent": -3}"#,
            "/estimate/offPeakPercent",
            "`-3` is not accepted here; expected 0 … 100",
        ),
        (
            r#""estimate": {"offPeakPercent": 3.0000000000001}"#,
            "/estimate/offPeakPercent",
            "`3.0000000000001` is not accepted here; expected at most twelve decimal places",
        ),
        (
            r#""estimate": {"offPeakPercent": "3"}"#,
            "/estimate/offPeakPercent",
            "`\"3\"` is not the kind of value that stands here; expected a number",
        ),
        (
            r#""vaults": [{"id": "v", "reductionRatio": {"expected": 0}}]"#,
            "/vaults/0/reductionRatio/expected",
            "`0` is not accepted here; expected 1 … 30",
        ),
        (
            r#""vaults": [{"id": "v", "reductionRatio": {"low": 2}}]"#,
            "/vaults/0/reductionRatio",
            "a field is missing; expected `expected`",
        ),
        (
            r#""estimate": {"months": 0}"#,
            "/estimate/months",
            "`0` is not accepted here; expected 1 … 36",
        ),
        (
            r#""sources": [{"id": "s", "type": "ECS_FILE", "sizing": {"growthPercentPerMonth": {"expected": 1000.01}}}]"#,
            "/sources/0/sizing/growthPercentPerMonth/expected",
            "`1000.01` is not accepted here; expected 0 … 1000",
        ),
        (
            r#""estimate": {"rates": [{"item": "x", "price": 1000000000001}]}"#,
            "/estimate/rates/0/price",
            "`1000000000001` is not accepted here; expected 0 … 1000000000000",
        ),
    ] {
        let text = plan(parts);
        let problems = model::read_text(&text).unwrap_err();
        let told: Vec<_> = problems
            .iter()
            .map(|p| (p.pointer.as_str(), p.message(Lang::En)))
            .collect();
        assert_eq!(told, [(pointer, message.to_owned())], "{text}");
    }
}

#[test]
fn decimals_are_written_without_zeros_at_the_end() {
    let plan = read(
        r#""estimate": {"dailyChangePercent": {"expected": 2.50, "low": 1.0, "high": 1e1},
            "rates": [{"item": "x", "price": 0.0318700}]}"#,
    );
    let written = model::write(&plan);
    for part in [
        "\"expected\": 2.5,",
        "\"low\": 1,",
        "\"high\": 10\n",
        "\"price\": 0.03187\n",
    ] {
        assert!(written.contains(part), "{part} in {written}");
    }
    assert_eq!(model::read_text(&written).unwrap(), plan);
}

#[test]
fn patches_carry_decimals_there_and_back() {
    let mut plan = read(r#""vaults": [{"id": "v", "reductionRatio": {"expected": 2.5}}]"#);
    let before = plan.clone();
    let half = Decimal::parse("1.500000000001").unwrap();
    let patch = [
        Op::set("/vaults/0/reductionRatio/expected", half),
        Op::set("/vaults/0/reductionRatio/high", 30_u64),
        Op::set("/estimate", serde_json::json!({"offPeakPercent": 12.5})),
    ];
    let inverse = model::apply(&mut plan, &patch).unwrap();
    let ratio = plan.vaults[0].reduction_ratio.as_ref().unwrap();
    assert_eq!(
        (ratio.expected.0, ratio.high.unwrap().0),
        (half, Decimal::whole(30))
    );
    assert!(model::write(&plan).contains("1.500000000001"));
    let redo = model::apply(&mut plan, &inverse).unwrap();
    assert_eq!(plan, before);
    model::apply(&mut plan, &redo).unwrap();
    assert_eq!(
        plan.vaults[0].reduction_ratio.as_ref().unwrap().expected.0,
        half
    );
    for bad in [
        Op::set("/vaults/0/reductionRatio/expected", 0_u64),
        Op::set("/vaults/0/reductionRatio/expected", serde_json::json!(30.5)),
        Op::set("/vaults/0/reductionRatio/expected", "2"),
        Op::remove("/vaults/0/reductionRatio/expected"),
        Op::set("/vaults/0/reductionRatio/low", serde_json::json!(-1.5)),
        Op::set("/estimate/months", 37_u64),
    ] {
        let before = plan.clone();
        assert!(
            model::apply(&mut plan, std::slice::from_ref(&bad)).is_err(),
            "{bad:?}"
        );
        assert_eq!(plan, before);
    }
}
