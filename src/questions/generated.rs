//! What a new mirror is called and described as, and the change that adds one to the plan.

use crate::catalog::editions::Editions;
use crate::catalog::limits;
use crate::facts::{Facts, VaultFact};
use crate::text::patch::{Op, Patch};
use crate::text::value::Map;

/// What comes before the source's name in the name that the service gives to a mirror.
pub const PREFIX: &str = "[COPY]-";
const SUFFIX: &str = "-copy";
/// Longest part of a vault's id that a generated id repeats, in characters.
const ID_PART: usize = 64;

/// The name that the service gives to a mirror, such as `[COPY]-vault-20240220-161428`.
#[must_use]
pub fn mirror_name(source: &str) -> String {
    format!("{PREFIX}{source}")
}

/// The description that the service gives to a mirror, such as `From vault-20240220-161428(v-0001)`.
#[must_use]
pub fn mirror_description(source: &str, id: &str) -> String {
    format!("From {source}({id})")
}

/// A name for a mirror in the editions that ask for one: the source's with an ending, at most 32 characters.
#[must_use]
pub fn short_name(source: &str) -> String {
    let room = limits::MIRROR_NAME_2019.saturating_sub(SUFFIX.len());
    let start: String = source.trim().chars().take(room).collect();
    format!("{}{SUFFIX}", start.trim_end())
}

/// An id for a mirror of the object of an id: that id with an ending, and a number where another object has it.
#[must_use]
pub fn free_id(facts: &Facts<'_>, source: &str) -> String {
    let start: String = source.chars().take(ID_PART).collect();
    let base = format!("{start}{SUFFIX}");
    if facts.find(&base).is_none() {
        return base;
    }
    // One of the first numbers is free, since the plan has a finite number of ids.
    (2_usize..)
        .map(|number| format!("{base}-{number}"))
        .find(|id| facts.find(id).is_none())
        .unwrap_or(base)
}

/// The change that adds a mirror of a vault in a region: with an id of its own, the source's encryption method,
/// and a name where the edition asks for one. Where the service generates name and description, they are left out.
#[must_use]
pub fn create_mirror(facts: &Facts<'_>, vault: &VaultFact<'_>, region: &str) -> Patch {
    let mut mirror = Map::new();
    let mut set = |key: &'static str, value: &str| mirror.push(key, value.into());
    set("id", &free_id(facts, &vault.doc.id));
    if Editions::HBR.has(facts.edition) {
        set("name", &short_name(vault.name()));
    }
    set("source", &vault.doc.id);
    set("region", region);
    if let Some(method) = vault.doc.encryption.as_deref() {
        set("encryption", method);
    }
    vec![Op::set("/mirrors/-", mirror)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::editions::Edition;
    use crate::finding::Severity;
    use crate::model;
    use crate::report;

    fn with_mirror(text: &str, edition: Edition) -> model::Topology<'static> {
        let mut plan = model::read_text(text).unwrap().into_owned();
        plan.edition = Some(edition);
        let copy = plan.clone();
        let facts = Facts::new(&copy, edition, None);
        let patch = create_mirror(&facts, &facts.vaults[0], "cn-shanghai");
        let inverse = model::apply(&mut plan, &patch).unwrap();
        let mut back = plan.clone();
        model::apply(&mut back, &inverse).unwrap();
        assert_eq!(back, copy);
        plan
    }

    const ONE: &str = r#"{"format": "vaultplan/1", "vaults": [
        {"id": "v1", "name": "vault-20240220-161428", "region": "cn-hangzhou", "encryption": "KMS", "kmsKey": "alias/a"}],
        "mirrors": [{"id": "v1-copy", "name": "other", "source": "v2", "region": "cn-beijing"}]}"#;

    #[test]
    fn names_are_those_of_the_console() {
        assert_eq!(
            mirror_name("vault-20240220-161428"),
            "[COPY]-vault-20240220-161428"
        );
        assert_eq!(
            mirror_description("vault-20240220-161428", "v-0001"),
            "From vault-20240220-161428(v-0001)"
        );
    }

    #[test]
    fn a_new_mirror_has_its_own_id_and_the_method_of_its_source() {
        let plan = with_mirror(ONE, Edition::MirrorVault);
        let mirror = &plan.mirrors[1];
        assert_eq!(&*mirror.id, "v1-copy-2");
        assert_eq!(&*mirror.source, "v1");
        assert_eq!(mirror.encryption.as_deref(), Some("KMS"));
        assert_eq!(mirror.region.as_deref(), Some("cn-shanghai"));
        assert_eq!((&mirror.name, &mirror.description), (&None, &None));
    }

    #[test]
    fn the_old_editions_name_it_within_32_characters() {
        let long = ONE.replace("vault-20240220-161428", &"数".repeat(64));
        for edition in [Edition::Hbr2019, Edition::Hbr2021] {
            let plan = with_mirror(&long, edition);
            let name = plan.mirrors[1].name.clone().unwrap();
            assert_eq!(name.chars().count(), 32);
            assert!(name.ends_with("-copy"));
        }
    }

    #[test]
    fn a_plan_with_a_new_mirror_is_clean() {
        let text = r#"{"format": "vaultplan/1", "vaults": [{"id": "v1", "name": "erp", "region": "cn-hangzhou"}]}"#;
        for edition in Edition::ALL {
            let plan = with_mirror(text, edition);
            let report = report::check(&plan, report::Options::default());
            let bad: Vec<_> = report
                .findings
                .iter()
                .filter(|f| f.severity > Severity::Advice)
                .map(|f| f.rule.slug)
                .collect();
            assert_eq!(bad, [""; 0], "{edition:?}");
            assert_eq!(report.undecided(), 0);
        }
    }

    #[test]
    fn an_endless_id_is_not_repeated_whole() {
        let text = ONE.replace("v1\"", &format!("{}\"", "v".repeat(60_000)));
        let plan = with_mirror(&text, Edition::MirrorVault);
        assert_eq!(plan.mirrors[1].id.len(), 64 + 5);
    }
}
