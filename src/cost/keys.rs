//! KMS keys of one's own that vaults and mirrors name, and the KMS instances that hold them.

use std::borrow::Cow;
use std::rc::Rc;

use super::DAYS_OF_MONTH;
use super::estimate::{Builder, Head, Scope};
use super::line::Kind;
use super::money::Amount;
use super::notes;
use super::storage::{self, GB};
use crate::catalog::price_items::Item;
use crate::facts::{EncryptionMethod, Facts, Store};
use crate::finding::ObjectRef;
use crate::questions::coverage::Copies;
use crate::text::names::Names;

/// A key that is counted.
struct Key<'t> {
    object: ObjectRef,
    region: Option<&'t str>,
}

/// Adds keys and instances.
pub(super) fn add(builder: &mut Builder<'_, '_>, copies: Option<&Copies<'_, '_>>) {
    let facts = builder.facts;
    let keys = keys(facts, copies);
    let days = u128::from(DAYS_OF_MONTH);
    let month = builder.always(Amount::flow(GB * days));
    let mut regions: Vec<Option<Rc<str>>> = Vec::new();
    for key in &keys {
        let region = builder.region(key.region);
        let head = |item| Head {
            kind: Kind::Keys,
            item,
            object: key.object,
            vault: None,
            source: None,
            region: region.clone(),
        };
        builder.line(head(Item::KmsKey), month.clone(), Scope::Account);
        if !regions.contains(&region) {
            regions.push(region.clone());
            builder
                .notes
                .add(&notes::KMS_INSTANCE, key.object, facts.name(key.object));
            builder.line(head(Item::KmsInstance), month.clone(), Scope::Account);
        }
    }
}

/// Each key of one's own once. The account's default keys are free.
fn keys<'t>(facts: &Facts<'t>, copies: Option<&Copies<'_, '_>>) -> Vec<Key<'t>> {
    let mut seen = Names::new();
    let mut keys = Vec::new();
    let vaults = facts
        .vaults
        .iter()
        .filter(|vault| !storage::is_deleted(facts, vault));
    // A mirror that may not exist needs no key.
    let stands = |index| copies.is_none_or(|copies| copies.refusal(index).is_none());
    let mirrors = facts
        .mirrors
        .iter()
        .filter(|mirror| stands(mirror.object.index));
    let stores = vaults.map(Store::Vault).chain(mirrors.map(Store::Mirror));
    for store in stores {
        let Some(name) = store
            .kms_key()
            .filter(|_| store.method() == Some(EncryptionMethod::Kms))
        else {
            continue;
        };
        let listed = facts.key_of(store);
        if listed.is_some_and(|key| key.doc.is_default == Some(true)) {
            continue;
        }
        let region = facts.key_region(store).or_else(|_| store.region()).ok();
        let region = region.map(|region| region.id);
        let (object, own) = match listed {
            Some(key) => (key.object, Cow::Owned(["#", &*key.doc.id].concat())),
            // An alias may exist in several regions.
            None => (
                store.object(),
                Cow::Owned([name, "@", region.unwrap_or_default()].concat()),
            ),
        };
        if seen.number(own).1 {
            keys.push(Key { object, region });
        }
    }
    keys
}
