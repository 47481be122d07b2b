//! The four editions of the rulebook: the service as its documentation described it at four times.

use crate::lang::Text;

/// A rulebook edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edition {
    /// Hybrid Backup Recovery as documented in August and September 2019.
    Hbr2019,
    /// Hybrid Backup Recovery as documented up to July 2021.
    Hbr2021,
    /// Cloud Backup in the wording of mirror vaults, between February 2024 and February 2026.
    #[default]
    MirrorVault,
    /// Cloud Backup in the wording of replication target vaults, since February 2026.
    ReplicationTarget,
}

impl Edition {
    /// All editions, oldest first.
    pub const ALL: [Self; 4] = [
        Self::Hbr2019,
        Self::Hbr2021,
        Self::MirrorVault,
        Self::ReplicationTarget,
    ];
    /// Their words in the document, in the same order.
    pub const WORDS: &'static [&'static str] =
        &["hbr-2019", "hbr-2021", "mirror-vault", "replication-target"];

    /// The word in the document.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hbr2019 => "hbr-2019",
            Self::Hbr2021 => "hbr-2021",
            Self::MirrorVault => "mirror-vault",
            Self::ReplicationTarget => "replication-target",
        }
    }

    /// The edition of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.word() == word)
    }

    /// Its name for people, with its years.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Hbr2019 => Text::new("HBR 2019", "HBR 2019 版"),
            Self::Hbr2021 => Text::new("HBR 2020 to 2021", "HBR 2020 至 2021 版"),
            Self::MirrorVault => Text::new("Mirror vault (2024 to 2026)", "镜像库（2024 至 2026）"),
            Self::ReplicationTarget => Text::new(
                "Replication target (since 2026)",
                "复制目标备份库（2026 起）",
            ),
        }
    }

    /// What the edition calls the copy of a vault in another region.
    #[must_use]
    pub fn mirror_word(self) -> Text {
        super::glossary::mirror_word(self)
    }
}

/// A set of editions, as data on a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Editions(u8);

impl Editions {
    /// Every edition.
    pub const ALL: Self = Self(0b1111);
    /// From 2021 on.
    pub const SINCE_2021: Self = Self(0b1110);
    /// The mirror-vault and the replication-target edition.
    pub const CLOUD_BACKUP: Self = Self(0b1100);
    /// The two HBR editions.
    pub const HBR: Self = Self(0b0011);
    /// Every edition but the newest.
    pub const BEFORE_2026: Self = Self(0b0111);
    /// HBR 2020 to 2021 alone.
    pub const HBR_2021: Self = Self(0b0010);
    /// HBR 2019 alone.
    pub const HBR_2019: Self = Self(0b0001);
    /// The mirror-vault edition alone.
    pub const MIRROR_VAULT: Self = Self(0b0100);
    /// The replication-target edition alone.
    pub const REPLICATION_TARGET: Self = Self(0b1000);

    /// Whether an edition is in the set.
    #[must_use]
    pub const fn has(self, edition: Edition) -> bool {
        let bit = match edition {
            Edition::Hbr2019 => 0b0001,
            Edition::Hbr2021 => 0b0010,
            Edition::MirrorVault => 0b0100,
            Edition::ReplicationTarget => 0b1000,
        };
        self.0 & bit != 0
    }

    /// The editions in the set, oldest first.
    pub fn iter(self) -> impl Iterator<Item = Edition> {
        Edition::ALL
            .into_iter()
            .filter(move |edition| self.has(*edition))
    }
}
