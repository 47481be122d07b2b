//! Which vaults may have a mirror, for the views: the facts asked, the reasons in words.

use vaultplan::facts::{
    EncryptionMethod, Facts, MirrorFact, Status, TrialFact, VaultFact, VaultKind,
};
use vaultplan::finding::Gap;
use vaultplan::lang::Text;
use vaultplan::report::json;

use crate::shared::Shared;
use crate::words;

/// An answer that may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Yes,
    No,
    Undecided,
}

/// Whether a vault may have a mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Eligible {
    pub(crate) answer: Answer,
    /// Why not, or what is missing.
    pub(crate) reasons: Vec<String>,
    /// Whether converting its free trial would change the answer.
    pub(crate) convertible: bool,
}

/// Whether a vault may have a mirror.
pub(crate) fn eligible(app: &Shared, vault: &VaultFact<'_>, with_mirror: bool) -> Eligible {
    let mut no = Vec::new();
    let mut open = Vec::new();
    let mut convertible = false;
    let mut missing = |gap: Gap| {
        if let Gap::Missing(missing) = gap {
            open.push(json::what_is_missing(&missing, app.lang));
        }
    };
    match vault.kind() {
        Ok(VaultKind::General | VaultKind::Tablestore) => {}
        Ok(VaultKind::Database) => no.push(words::WHY_DATABASE),
        Ok(VaultKind::Archive) => no.push(words::WHY_ARCHIVE),
        Ok(VaultKind::Container) => no.push(words::WHY_CONTAINER),
        Err(gap) => missing(gap),
    }
    match vault.status() {
        Ok(Status::Created) => {}
        Ok(_) => no.push(words::WHY_STATUS),
        Err(gap) => missing(gap),
    }
    match vault.trial() {
        Ok(TrialFact::None | TrialFact::Tablestore) => {}
        Ok(TrialFact::Oss | TrialFact::Nas) => {
            convertible = true;
            no.push(words::WHY_TRIAL);
        }
        Err(gap) => missing(gap),
    }
    if with_mirror && vault.mirror_count > 0 {
        no.push(words::WHY_HAS_MIRROR);
    }
    let answer = match (no.is_empty(), open.is_empty()) {
        (false, _) => Answer::No,
        (true, false) => Answer::Undecided,
        (true, true) => Answer::Yes,
    };
    let reasons = no.into_iter().map(|why: Text| app.say(why).to_owned());
    Eligible {
        answer,
        reasons: reasons.chain(open).collect(),
        convertible,
    }
}

/// How the encryption of a mirror stands to its source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    Same,
    Different,
    /// The source may have no mirror at all, or is none that could be copied.
    Impossible,
    Unknown,
}

/// How the encryption of a mirror stands to its source's, with both methods where they are known.
pub(crate) fn encryption(
    facts: &Facts<'_>,
    mirror: &MirrorFact<'_>,
) -> (Match, Option<EncryptionMethod>, Option<EncryptionMethod>) {
    let own = mirror.encryption().ok();
    let Ok(vault) = facts.source_vault(mirror) else {
        let known = facts.find(&mirror.doc.source).is_some();
        let outcome = if known {
            Match::Impossible
        } else {
            Match::Unknown
        };
        return (outcome, None, own);
    };
    let source = vault.encryption().ok();
    let outcome = match (source, own) {
        (Some(a), Some(b)) if a == b => Match::Same,
        (Some(_), Some(_)) => Match::Different,
        _ => Match::Unknown,
    };
    (outcome, source, own)
}
