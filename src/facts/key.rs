//! How vaults and mirrors name KMS keys: by id, by alias, or by an ARN, whose region counts as stated.

use super::{EncryptionMethod, Facts, KeyFact, RegionFact, Store, missing};
use crate::catalog::wanted;
use crate::finding::Gap;

/// The id or alias in the name of a key, and the region that the name states.
pub(super) fn parse(name: &str) -> (&str, Option<RegionFact<'_>>) {
    let Some(rest) = name.strip_prefix("acs:kms:") else {
        return (name, None);
    };
    let mut parts = rest.splitn(3, ':');
    let mut next = || parts.next().unwrap_or_default();
    let (region, _account, rest) = (next(), next(), next());
    let region = (!region.is_empty()).then(|| RegionFact::new(region));
    (rest.strip_prefix("key/").unwrap_or(rest), region)
}

impl<'t> Facts<'t> {
    /// The key of the plan that encrypts a vault or mirror; `None` when the plan does not have it, or the method
    /// is another one.
    #[must_use]
    pub fn key_of(&self, store: Store<'_, 't>) -> Option<&KeyFact<'t>> {
        let name = store.kms_key()?;
        if store.method() != Some(EncryptionMethod::Kms) {
            return None;
        }
        let (short, stated) = parse(name);
        let region = stated.or(store.region().ok());
        self.key(name, region).or_else(|| self.key(short, region))
    }

    /// The region of the key that a vault or mirror names: as its ARN or the key itself states it.
    ///
    /// # Errors
    /// A missing fact when neither tells; left out when no key is named, when the method is another one, and when
    /// the service has accepted the key already.
    pub fn key_region(&self, store: Store<'_, 't>) -> Result<RegionFact<'t>, Gap> {
        let name = store.kms_key().ok_or(Gap::LeftOut)?;
        if store.method() != Some(EncryptionMethod::Kms) {
            return Err(Gap::LeftOut);
        }
        if let Some(region) = parse(name).1 {
            return Ok(region);
        }
        match self.key_of(store) {
            Some(key) if key.region.is_some() => key.region(),
            _ if store.is_on_record() => Err(Gap::LeftOut),
            Some(key) => key.region(),
            None => {
                let wanted = &wanted::KEY_REGION;
                Err(missing(store.object(), "/kmsKey", wanted, name))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn an_arn_tells_id_and_region() {
        let region = |name| parse(name).1.map(|region| region.id);
        let arn = "acs:kms:cn-hangzhou:1234:key/key-hzz1";
        assert_eq!(
            (parse(arn).0, region(arn)),
            ("key-hzz1", Some("cn-hangzhou"))
        );
        let alias = "acs:kms:cn-shanghai:1234:alias/erp";
        assert_eq!(
            (parse(alias).0, region(alias)),
            ("alias/erp", Some("cn-shanghai"))
        );
        for other in ["alias/erp", "key-hzz1", "acs:ram:x:1:key/y", ""] {
            assert_eq!((parse(other).0, region(other)), (other, None));
        }
        assert_eq!(region("acs:kms::1:key/y"), None);
    }
}
