//! The report as Markdown: held by a file in each language, and names that look like markup stay names.

use vaultplan::lang::Lang;
use vaultplan::model;
use vaultplan::report::markdown::markdown;
use vaultplan::report::{self, Options};

const PLAN: &str = r#"{
  "format": "vaultplan/1",
  "name": "ERP | <b>两地</b> *plan*",
  "vaults": [
    { "id": "v-erp", "name": "erp|main `x`", "region": "cn-hangzhou", "encryption": "KMS", "kmsKey": "alias/erp_hz" },
    { "id": "v-nas", "name": "设计资料", "region": "cn-shanghai" },
    { "id": "v-lab", "name": "[lab](https://example.com)" }
  ],
  "mirrors": [
    { "id": "m-erp", "source": "v-erp", "name": "erp-copy", "region": "cn-hangzhou", "encryption": "KMS", "kmsKey": "alias/erp_hz" },
    { "id": "m-nas", "source": "v-nas", "region": "cn-hangzhou", "bandwidthMbps": 100, "createdAt": "2026-11-01T02:00:00Z" },
    { "id": "m-lost", "source": "v-gone", "region": "cn-shanghai" }
  ],
  "keys": [{ "id": "key-1", "alias": "alias/erp_hz" }],
  "settings": {
    "suppressions": [{ "rule": "M001", "object": "m-erp", "reason": "a *lab* until spring" }],
    "severities": [{ "rule": "kms-key-not-default", "severity": "off" }]
  }
}"#;

fn written(lang: Lang) -> String {
    let plan = model::read_text(PLAN).expect("a plan");
    let options = Options {
        edition: None,
        now: Some(1_795_248_000),
    };
    markdown(&report::check(&plan, options), lang, None)
}

#[test]
fn the_report_is_written_in_both_languages() {
    super::golden("markdown.en.md", &written(Lang::En));
    super::golden("markdown.zh.md", &written(Lang::Zh));
}

#[test]
fn what_looks_like_markup_is_none() {
    let text = written(Lang::En);
    // Outside of code no sign of a name is left bare.
    let prose: String = text.split('`').step_by(2).collect();
    for bare in ["<b>", "[lab]", "*plan*", "*lab*"] {
        assert!(!prose.contains(bare), "{bare} in {text}");
    }
    let rows: Vec<_> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert!(rows.len() > 5, "{text}");
    for row in rows {
        let cells = row.replace("\\|", "").matches('|').count();
        assert_eq!(cells, 8, "{row}");
    }
}

#[test]
fn an_empty_plan_has_a_report_too() {
    let plan = model::Topology::empty();
    let text = markdown(&report::check(&plan, Options::default()), Lang::En, None);
    assert!(
        text.starts_with("# Untitled plan\n\n- Verdict: **pass**"),
        "{text}"
    );
    assert!(text.contains("## Findings\n\nNone.\n"), "{text}");
    assert!(!text.contains("| Vault"), "{text}");
}
