//! The words of the table of coverage, in both languages: one wording for the command, the file and the planner.

use std::cmp::Ordering;

use super::{Answer, Coverage, Held, Lies, Row, holder, region, restore};
use crate::catalog::vocabulary;
use crate::facts::{FOR_GOOD, Facts};
use crate::lang::{Arg, Lang, Said, Text};
use crate::model::{Link, Place};
use crate::questions::restorable::{Charge, Client, Destination, Region};
use crate::report::json::what_is_missing;
use crate::text::{names, suggest};

pub(super) const NO_HOME: Text = Text::new(
    "source `{source}` names no vault and is bound to no policy: nothing backs it up",
    "数据源 `{source}` 未指定备份库，也未绑定备份策略：没有备份",
);
pub(super) const POLICY_DOES_NOT_FIT: Text = Text::new(
    "no policy that source `{source}` is bound to can serve it: nothing backs it up",
    "数据源 `{source}` 绑定的备份策略均不适用：没有备份",
);
pub(super) const POLICY_BACKS_NOTHING_UP: Text = Text::new(
    "policy `{policy}` has no rule that makes backups",
    "备份策略 `{policy}` 没有执行备份的规则",
);
pub(super) const VAULT_DELETED: Text = Text::new(
    "the change plan deletes vault `{vault}`",
    "变更计划删除备份库 `{vault}`",
);
pub(super) const MIRROR_DELETED: Text = Text::new(
    "the change plan deletes mirror `{mirror}`",
    "变更计划删除镜像库 `{mirror}`",
);
pub(super) const REPLICATION_STOPPED: Text = Text::new(
    "the change plan stops the replication into `{mirror}`: what it still holds then is not stated",
    "变更计划停止向 `{mirror}` 复制：此后其中还有什么，方案未说明",
);
pub(super) const STATUS_OPEN: Text = Text::new(
    "`{mirror}` has the status `{status}`: whether it holds a copy is not certain",
    "`{mirror}` 的状态为 `{status}`：其中是否有副本无法确定",
);
pub(super) const NOTHING_TO_COPY: Text = Text::new(
    "there is no backup that could be copied",
    "没有可复制的备份",
);
pub(super) const NOT_FROM: Text = Text::new(
    "the {kind} `{source}` cannot be restored from `{store}`",
    "{kind} `{source}` 无法从 `{store}` 恢复",
);
pub(super) const SAME_REGION: Text = Text::new(
    "the copy lies in `{region}`, as the backup does",
    "副本与备份同在 `{region}`",
);
pub(super) const NO_COPY: Text = Text::new(
    "no mirror, and no vault in another region, takes what `{source}` backs up",
    "没有镜像库，也没有其他地域的备份库存放 `{source}` 的备份",
);
pub(super) const NOT_REPLICATED: Text = Text::new(
    "no policy copies the snapshots of `{source}` to another region",
    "没有策略将 `{source}` 的快照复制到其他地域",
);
pub(super) const NOT_TOLD: Text = Text::new(
    "the plan does not tell enough of `{source}`",
    "方案对 `{source}` 的说明不足以判断",
);

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Name of the source.
    Source,
    /// Its id.
    Id,
    /// Its type.
    Kind,
    /// Its region.
    Region,
    /// Its size in GB.
    Size,
    /// Whether it is backed up.
    BackedUp,
    /// The vaults that take its backups.
    Vaults,
    /// Their regions.
    VaultRegions,
    /// Their encryption methods.
    Encryption,
    /// How long its backups are kept.
    Kept,
    /// The copies of them, with region and answer.
    Copies,
    /// Whether a copy lies in another region.
    Offsite,
    /// The region of that copy.
    OffsiteRegion,
    /// How long that copy is kept.
    OffsiteKept,
    /// What a restore from that copy goes to and needs there.
    Restore,
    /// Why there is none, or why it is not known.
    Why,
    /// The facts that are missing.
    Missing,
}

impl Column {
    /// All columns, in their order.
    pub const ALL: [Self; 17] = [
        Self::Source,
        Self::Id,
        Self::Kind,
        Self::Region,
        Self::Size,
        Self::BackedUp,
        Self::Vaults,
        Self::VaultRegions,
        Self::Encryption,
        Self::Kept,
        Self::Copies,
        Self::Offsite,
        Self::OffsiteRegion,
        Self::OffsiteKept,
        Self::Restore,
        Self::Why,
        Self::Missing,
    ];

    /// Its id, which stays as it is.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Id => "id",
            Self::Kind => "type",
            Self::Region => "region",
            Self::Size => "sizeGB",
            Self::BackedUp => "backedUp",
            Self::Vaults => "vaults",
            Self::VaultRegions => "vaultRegions",
            Self::Encryption => "encryption",
            Self::Kept => "keptDays",
            Self::Copies => "copies",
            Self::Offsite => "offsite",
            Self::OffsiteRegion => "offsiteRegion",
            Self::OffsiteKept => "offsiteKeptDays",
            Self::Restore => "restore",
            Self::Why => "why",
            Self::Missing => "missing",
        }
    }

    /// Its heading.
    #[must_use]
    pub const fn heading(self) -> Text {
        match self {
            Self::Source => Text::new("Source", "数据源"),
            Self::Id => Text::new("Source ID", "数据源 ID"),
            Self::Kind => Text::new("Type", "类型"),
            Self::Region => Text::new("Region", "地域"),
            Self::Size => Text::new("Size in GB", "大小（GB）"),
            Self::BackedUp => Text::new("Backed up", "已备份"),
            Self::Vaults => Text::new("Backup vault", "备份库"),
            Self::VaultRegions => Text::new("Region of the vault", "备份库地域"),
            Self::Encryption => Text::new("Encryption", "加密方式"),
            Self::Kept => Text::new("Kept for days", "保留天数"),
            Self::Copies => Text::new("Copies", "副本"),
            Self::Offsite => Text::new("Copy in another region", "异地副本"),
            Self::OffsiteRegion => Text::new("Region of the copy", "异地副本地域"),
            Self::OffsiteKept => Text::new("Copy kept for days", "异地副本保留天数"),
            Self::Restore => Text::new("A restore there needs", "异地恢复所需"),
            Self::Why => Text::new("Why not", "原因"),
            Self::Missing => Text::new("Missing facts", "缺少的信息"),
        }
    }
}

impl Answer {
    /// The word for people.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Yes => Text::new("Yes", "是"),
            Self::No => Text::new("No", "否"),
            Self::Unknown => Text::new("Unknown", "未知"),
        }
    }
}

/// One cell of the table, as plain text; empty where there is nothing to say.
#[must_use]
pub fn cell(facts: &Facts<'_>, row: &Row, column: Column, lang: Lang) -> String {
    let source = facts.sources.get(row.source.index);
    let by = row.by.and_then(|by| row.copies.get(by));
    match column {
        Column::Source => facts.name(row.source).to_owned(),
        Column::Id => facts.id(row.source).to_owned(),
        Column::Kind => kind(facts, row, lang),
        Column::Region => {
            let region = source.and_then(|source| source.doc.region.as_deref());
            region.unwrap_or_default().to_owned()
        }
        Column::Size => {
            let size = source.and_then(|source| source.doc.size_gb);
            size.map(|size| size.0.to_string()).unwrap_or_default()
        }
        Column::BackedUp => row.backed.label().get(lang).to_owned(),
        Column::Vaults => {
            let homes = row.homes.iter();
            let names = homes.map(|home| place(facts, home.lies, lang));
            listed(&mut names.into_iter())
        }
        Column::VaultRegions => {
            let regions = row.homes.iter().filter_map(|home| {
                let region = region(facts, row.source, home.lies)?;
                Some(region.id.to_owned())
            });
            listed(&mut regions.into_iter())
        }
        Column::Encryption => {
            let methods = row.homes.iter().filter_map(|home| match home.lies {
                Lies::Vault(at) => Some(method(facts, at, lang)),
                _ => None,
            });
            listed(&mut methods.into_iter())
        }
        Column::Kept => days(row.kept_days, lang),
        Column::Copies => {
            let copies = row.copies.iter().map(|copy| copied(facts, row, copy, lang));
            listed(&mut copies.into_iter())
        }
        Column::Offsite => row.offsite.label().get(lang).to_owned(),
        Column::OffsiteRegion => {
            let region = by.and_then(|copy| region(facts, row.source, copy.lies));
            region.map_or("", |region| region.id).to_owned()
        }
        Column::OffsiteKept => days(row.remote_days, lang),
        Column::Restore => {
            let ways = restore(facts, row);
            listed(&mut ways.iter().map(|to| destination(to, lang)))
        }
        Column::Why => listed(&mut row.reasons.iter().map(|reason| reason.say(lang))),
        Column::Missing => {
            let missing = row.missing.iter();
            listed(&mut missing.map(|missing| what_is_missing(missing, lang)))
        }
    }
}

/// The rows of the table in the order of a column, by their places; rows that are equal stay as they are. What is not
/// stated comes last in either direction.
#[must_use]
pub fn sorted(
    facts: &Facts<'_>,
    coverage: &Coverage,
    column: Column,
    down: bool,
    lang: Lang,
) -> Vec<usize> {
    let key = |row: &Row| -> (u64, String) {
        let source = facts.sources.get(row.source.index);
        let number = match column {
            Column::Size => source.and_then(|source| Some(source.doc.size_gb?.0)),
            Column::Kept => row.kept_days,
            Column::OffsiteKept => row.remote_days,
            // What needs attention first.
            Column::Offsite => return (place_of(row.offsite), String::new()),
            Column::BackedUp => return (place_of(row.backed), String::new()),
            _ => {
                let cell = cell(facts, row, column, lang);
                return (0, cell.chars().map(suggest::lower).collect());
            }
        };
        (number.unwrap_or_default(), days(number, lang))
    };
    let keys: Vec<_> = coverage.rows.iter().map(key).collect();
    let textual = !matches!(column, Column::Offsite | Column::BackedUp);
    let compare = |a: u32, b: u32| {
        let (Some(one), Some(other)) = (keys.get(a as usize), keys.get(b as usize)) else {
            return Ordering::Equal;
        };
        let empty = |key: &(u64, String)| textual && key.1.is_empty();
        if empty(one) != empty(other) {
            return empty(one).cmp(&empty(other));
        }
        let order = match one.0.cmp(&other.0) {
            Ordering::Equal if textual => one.1.as_str().cmp(&other.1),
            order => order,
        };
        if down { order.reverse() } else { order }
    };
    let order = names::order(keys.len(), &compare);
    order.into_iter().map(|at| at as usize).collect()
}

const fn place_of(answer: Answer) -> u64 {
    match answer {
        Answer::No => 0,
        Answer::Unknown => 1,
        Answer::Yes => 2,
    }
}

/// Several things in one cell.
fn listed(parts: &mut dyn Iterator<Item = String>) -> String {
    let mut all = String::new();
    for part in parts {
        if !all.is_empty() {
            all.push_str("; ");
        }
        all.push_str(&part);
    }
    all
}

/// The type of a source, in words where it is known.
#[must_use]
pub fn kind(facts: &Facts<'_>, row: &Row, lang: Lang) -> String {
    let source = facts.sources.get(row.source.index);
    let word = source.map_or("", |source| &*source.doc.kind);
    let label = row.kind.map(|kind| kind.label());
    label.map_or(word, |label| label.get(lang)).to_owned()
}

/// Where backups or copies lie, by the name that people know it by.
#[must_use]
pub fn place(facts: &Facts<'_>, lies: Lies, lang: Lang) -> String {
    const SNAPSHOTS: Text = Text::new("snapshots", "快照");
    const BY_POLICY: Text = Text::new("by policy {policy}", "由备份策略 {policy} 复制");
    const SNAPSHOT_COPIES: Text = Text::new(
        "snapshots, by policy {policy}",
        "由备份策略 {policy} 复制的快照",
    );
    let text = match lies {
        Lies::Snapshots => return SNAPSHOTS.get(lang).to_owned(),
        Lies::Mirror(at) => {
            let mirror = facts.mirrors.get(at);
            match mirror.filter(|mirror| mirror.implied_by.is_some()) {
                Some(_) => BY_POLICY,
                None => return mirror.map_or("", |mirror| mirror.name()).to_owned(),
            }
        }
        Lies::Vault(at) => {
            let vault = facts.vaults.get(at);
            return vault.map_or("", |vault| vault.name()).to_owned();
        }
        Lies::ByPolicy(at) => {
            let rule = facts.policy_rules.get(at);
            let policy = rule.and_then(|rule| facts.policy_of(rule));
            let general = policy.is_some_and(|p| p.kind() == Ok(crate::facts::PolicyKind::General));
            if general { BY_POLICY } else { SNAPSHOT_COPIES }
        }
    };
    let name = holder(facts, lies).map_or("", |object| facts.name(object));
    let args = [Arg {
        name: "policy",
        value: Said::from(name),
    }];
    text.fill(lang, &args)
}

/// The encryption method of a vault.
#[must_use]
pub fn method(facts: &Facts<'_>, vault: usize, lang: Lang) -> String {
    const OPEN: Text = Text::new("unknown", "未知");
    let vault = facts.vaults.get(vault);
    let Some(method) = vault.and_then(|vault| vault.encryption().ok()) else {
        return OPEN.get(lang).to_owned();
    };
    let label = vocabulary::ENCRYPTION.label(method.word());
    label
        .map_or(method.word(), |label| label.get(lang))
        .to_owned()
}

/// A copy with its region and whether it is one.
fn copied(facts: &Facts<'_>, row: &Row, copy: &Held, lang: Lang) -> String {
    let region = region(facts, row.source, copy.lies);
    let region = region.map_or("?", |region| region.id);
    let place = place(facts, copy.lies, lang);
    let answer = copy.answer.label();
    [&place, " (", region, ": ", answer.get(lang), ")"].concat()
}

/// A number of days.
#[must_use]
pub fn days(days: Option<u64>, lang: Lang) -> String {
    const GOOD: Text = Text::new("for good", "永久");
    match days {
        Some(FOR_GOOD) => GOOD.get(lang).to_owned(),
        Some(days) => days.to_string(),
        None => String::new(),
    }
}

/// Where a restore goes and what it needs there, as one sentence.
#[must_use]
pub fn destination(to: &Destination, lang: Lang) -> String {
    const CLOUD: Text = Text::new("{kind} on Alibaba Cloud", "阿里云上的 {kind}");
    const PREMISES: Text = Text::new("{kind} on premises", "本地的 {kind}");
    const ALONE: Text = Text::same("{kind}");
    const ONLY: Text = Text::new("in {region} only", "仅限 {region}");
    const OWN: Text = Text::new("in the region of the copy only", "仅限副本所在地域");
    const COMMA: Text = Text::new(", ", "，");
    let place = match (to.kind.on_cloud(), to.place) {
        (Some(_), _) => ALONE,
        (None, Place::Cloud) => CLOUD,
        (None, Place::OnPremises) => PREMISES,
    };
    let kind = [Arg {
        name: "kind",
        value: Said::Term(to.kind.label()),
    }];
    let mut parts = vec![place.fill(lang, &kind)];
    match &to.region {
        Region::Only(id) => {
            let args = [Arg {
                name: "region",
                value: Said::from(id.as_str()),
            }];
            parts.push(ONLY.fill(lang, &args));
        }
        Region::OfStore(_) => parts.push(OWN.get(lang).to_owned()),
        Region::Anywhere | Region::NotStated => {}
    }
    let client = match to.client {
        Client::None => None,
        Client::Activated => Some(Text::new("an activated client", "已激活的客户端")),
        Client::ActivatedUnlessOwn => Some(Text::new(
            "an activated client, unless it is the instance that was backed up",
            "已激活的客户端（恢复到原实例除外）",
        )),
        Client::RegisteredWithMirror => Some(Text::new(
            "an activated client that is registered with the mirror",
            "已激活且注册到镜像库的客户端",
        )),
        Client::Group => Some(Text::new("a group of clients", "客户端组")),
    };
    let needs = [
        client,
        to.register_with.map(|_| {
            Text::new(
                "the instance registered with the mirror",
                "实例已注册到镜像库",
            )
        }),
        to.folder
            .then_some(Text::new("a folder for the files", "存放文件的目录")),
        to.full_backup_after.then_some(Text::new(
            "a full backup afterwards",
            "恢复后执行一次全量备份",
        )),
    ];
    for need in needs.into_iter().flatten() {
        parts.push(need.get(lang).to_owned());
    }
    parts.push(charges(&to.charges, lang));
    parts.join(COMMA.get(lang))
}

/// What a restore is charged, by network where that matters.
fn charges(charges: &[(Option<Link>, Charge)], lang: Lang) -> String {
    const AND: Text = Text::new(" and ", "、");
    let word = |charge: Charge| match charge {
        Charge::Free | Charge::FreeOverPrivateLink => Text::new("no charge", "免费"),
        Charge::BilledByAmount => Text::new("charged by amount", "按恢复量收费"),
        Charge::Unknown => Text::new("charge not known", "费用未知"),
    };
    let first = charges
        .first()
        .map_or(Charge::Unknown, |(_, charge)| *charge);
    if charges
        .iter()
        .all(|(_, charge)| word(*charge) == word(first))
    {
        return word(first).get(lang).to_owned();
    }
    let mut parts = Vec::new();
    for (link, charge) in charges {
        let link = match link {
            Some(Link::Internet) => Text::new("over the Internet", "（公网）"),
            Some(Link::Vpn) => Text::new("over VPN", "（VPN）"),
            Some(Link::ExpressConnect) => Text::new("over Express Connect", "（高速通道）"),
            None => Text::same(""),
        };
        let space = if lang == Lang::En { " " } else { "" };
        parts.push([word(*charge).get(lang), space, link.get(lang)].concat());
    }
    parts.join(AND.get(lang))
}

/// The totals in one line.
#[must_use]
pub fn totals(coverage: &Coverage, lang: Lang) -> String {
    const LINE: Text = Text::new(
        "{sources} sources: {with} with a copy in another region, {without} without, {unknown} unknown",
        "{sources} 个数据源：{with} 个有异地副本，{without} 个没有，{unknown} 个未知",
    );
    const ONE: Text = Text::new(
        "1 source: {with} with a copy in another region, {without} without, {unknown} unknown",
        "1 个数据源：{with} 个有异地副本，{without} 个没有，{unknown} 个未知",
    );
    const NONE: Text = Text::new(
        "The plan has no source: nothing is said of coverage.",
        "方案中没有数据源，无法说明保护情况。",
    );
    let totals = coverage.totals;
    let line = match totals.sources {
        0 => NONE,
        1 => ONE,
        _ => LINE,
    };
    let args = [
        ("sources", totals.sources),
        ("with", totals.with),
        ("without", totals.without),
        ("unknown", totals.unknown),
    ];
    let args = args.map(|(name, value)| Arg {
        name,
        value: Said::from(value),
    });
    line.fill(lang, &args)
}
