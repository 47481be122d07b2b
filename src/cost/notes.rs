//! The remarks of an estimate, of which one may stand for many objects.

use std::borrow::Cow;

use super::line::{Note, NoteKind};
use crate::finding::{ObjectKind, ObjectRef};
use crate::lang::{Arg, Said, Text};

/// A remark, said of one object and of several.
#[derive(Clone, Copy, Debug)]
pub(super) struct Remark {
    pub(super) kind: NoteKind,
    /// The field, from the object.
    pub(super) path: &'static str,
    /// Of one object, which stands for `{name}`.
    pub(super) one: Text,
    /// Of `{count}` objects, the first of which stands for `{name}`.
    pub(super) many: Text,
}

/// The remarks so far.
#[derive(Debug, Default)]
pub(super) struct Notes {
    list: Vec<Entry>,
}

/// A remark with the objects that it was said of.
#[derive(Debug)]
struct Entry {
    many: Option<Text>,
    note: Note,
    /// A bit for each kind and index.
    of: Vec<u64>,
}

impl Entry {
    /// Notes an object; whether it is new.
    fn is_new(&mut self, object: ObjectRef) -> bool {
        const BITS: usize = u64::BITS as usize;
        let number = object.index * ObjectKind::ALL.len() + object.kind as usize;
        if self.of.len() <= number / BITS {
            self.of.resize(number / BITS + 1, 0);
        }
        let bit = 1 << (number % BITS);
        let Some(word) = self.of.get_mut(number / BITS) else {
            return false;
        };
        let new = *word & bit == 0;
        *word |= bit;
        new
    }
}

impl Notes {
    /// Adds a remark on an object; said once for all objects of which it is made.
    pub(super) fn add(&mut self, remark: &Remark, object: ObjectRef, name: &str) {
        let same =
            |entry: &&mut Entry| entry.note.text == remark.one && entry.note.path == remark.path;
        if let Some(entry) = self.list.iter_mut().find(same) {
            entry.note.count += usize::from(entry.is_new(object));
            return;
        }
        let mut entry = Entry {
            many: Some(remark.many),
            note: Note {
                kind: remark.kind,
                object,
                path: Cow::Borrowed(remark.path),
                text: remark.one,
                args: vec![arg("name", name)],
                because: None,
                count: 1,
            },
            of: Vec::new(),
        };
        entry.is_new(object);
        self.list.push(entry);
    }

    /// Adds a remark on one object, with the reason that rules give.
    pub(super) fn refused(
        &mut self,
        remark: &Remark,
        object: ObjectRef,
        name: &str,
        because: Option<(Text, Vec<Arg>)>,
    ) {
        let note = Note {
            kind: remark.kind,
            object,
            path: Cow::Borrowed(remark.path),
            text: remark.one,
            args: vec![arg("name", name)],
            because,
            count: 1,
        };
        self.push(note);
    }

    /// Adds a remark that is said as it is.
    pub(super) fn push(&mut self, note: Note) {
        self.list.push(Entry {
            many: None,
            note,
            of: Vec::new(),
        });
    }

    /// The remarks: errors, warnings, then assumptions.
    pub(super) fn finish(self) -> Vec<Note> {
        let mut notes: Vec<Note> = Vec::with_capacity(self.list.len());
        for Entry { many, mut note, .. } in self.list {
            if let Some(many) = many.filter(|_| note.count > 1) {
                note.text = many;
                note.args.push(Arg {
                    name: "count",
                    value: Said::from(note.count),
                });
            }
            notes.push(note);
        }
        let mut sorted = Vec::with_capacity(notes.len());
        for kind in [NoteKind::Error, NoteKind::Warning, NoteKind::Assumption] {
            sorted.extend(notes.extract_if(.., |note| note.kind == kind));
        }
        sorted
    }
}

/// A value for a hole.
pub(super) fn arg(name: &'static str, value: &str) -> Arg {
    Arg {
        name,
        value: value.into(),
    }
}

const fn assumed(path: &'static str, one: Text, many: Text) -> Remark {
    Remark {
        kind: NoteKind::Assumption,
        path,
        one,
        many,
    }
}

const fn warned(path: &'static str, one: Text, many: Text) -> Remark {
    Remark {
        kind: NoteKind::Warning,
        path,
        one,
        many,
    }
}

const fn wrong(path: &'static str, one: Text, many: Text) -> Remark {
    Remark {
        kind: NoteKind::Error,
        path,
        one,
        many,
    }
}

pub(super) const NO_CHANGE: Remark = assumed(
    "/sizing/dailyChangePercent",
    Text::new(
        "{name} states no daily change, nor does the estimate: 0 % counts",
        "{name} 未注明每日变化率，估算设置中也没有：按 0 % 计",
    ),
    Text::new(
        "{count} sources state no daily change, nor does the estimate: 0 % counts",
        "{count} 个数据源未注明每日变化率，估算设置中也没有：按 0 % 计",
    ),
);
pub(super) const NO_GROWTH: Remark = assumed(
    "/sizing/growthPercentPerMonth",
    Text::new(
        "{name} states no growth, nor does the estimate: 0 % counts",
        "{name} 未注明增长率，估算设置中也没有：按 0 % 计",
    ),
    Text::new(
        "{count} sources state no growth, nor does the estimate: 0 % counts",
        "{count} 个数据源未注明增长率，估算设置中也没有：按 0 % 计",
    ),
);
pub(super) const NO_GROWTH_OF_VAULT: Remark = assumed(
    "",
    Text::new(
        "nothing states how the measured amount of {name} grows: 0 % counts",
        "未注明 {name} 实测存储量的增长率：按 0 % 计",
    ),
    Text::new(
        "nothing states how the measured amounts of {count} vaults grow: 0 % counts",
        "未注明 {count} 个备份库实测存储量的增长率：按 0 % 计",
    ),
);
pub(super) const NO_RATIO: Remark = assumed(
    "/reductionRatio",
    Text::new(
        "{name} states no reduction ratio, nor does the estimate: 1 counts, nothing is saved",
        "{name} 未注明缩减比，估算设置中也没有：按 1 计，即不节省空间",
    ),
    Text::new(
        "{count} vaults state no reduction ratio, nor does the estimate: 1 counts, nothing is saved",
        "{count} 个备份库未注明缩减比，估算设置中也没有：按 1 计，即不节省空间",
    ),
);
pub(super) const NO_SIZE: Remark = warned(
    "/sizeGB",
    Text::new(
        "{name} states no size, so that what it stores is unknown",
        "{name} 未注明大小，其存储量未知",
    ),
    Text::new(
        "{count} sources state no size, so that what they store is unknown",
        "{count} 个数据源未注明大小，其存储量未知",
    ),
);
pub(super) const NO_AMOUNT: Remark = warned(
    "/storedGB",
    Text::new(
        "nothing tells how much {name} stores",
        "无从得知 {name} 的存储量",
    ),
    Text::new(
        "nothing tells how much {count} vaults store",
        "无从得知 {count} 个备份库的存储量",
    ),
);
pub(super) const NO_RETENTION: Remark = assumed(
    "",
    Text::new(
        "no policy says how long backups of {name} are kept: only the newest counts",
        "没有策略说明 {name} 的备份保留多久：只计最新的备份",
    ),
    Text::new(
        "no policy says how long backups of {count} sources are kept: only the newest counts",
        "没有策略说明 {count} 个数据源的备份保留多久：只计最新的备份",
    ),
);
pub(super) const NO_RHYTHM: Remark = assumed(
    "",
    Text::new(
        "no schedule tells how often {name} is backed up: once a day counts",
        "没有计划说明 {name} 多久备份一次：按每天一次计",
    ),
    Text::new(
        "no schedule tells how often {count} sources are backed up: once a day counts",
        "没有计划说明 {count} 个数据源多久备份一次：按每天一次计",
    ),
);
pub(super) const GONE: Remark = assumed(
    "/gone",
    Text::new(
        "{name} is gone: its last backup counts as kept over the whole time",
        "{name} 已不存在：按其最后一个备份在整个期间保留计",
    ),
    Text::new(
        "{count} sources are gone: the last backup of each counts as kept over the whole time",
        "{count} 个数据源已不存在：按各自最后一个备份在整个期间保留计",
    ),
);
pub(super) const RANGE_TURNED: Remark = wrong(
    "",
    Text::new(
        "a range of {name} does not hold what is expected of it; the expected value counts alone",
        "{name} 的某个区间不包含其预期值；只计预期值",
    ),
    Text::new(
        "ranges of {count} objects do not hold what is expected of them; the expected values count alone",
        "{count} 个对象的区间不包含其预期值；只计预期值",
    ),
);
pub(super) const START_PAST: Remark = wrong(
    "/estimate/start",
    Text::new(
        "the estimate is to begin in the past; it begins today instead",
        "估算的开始时间已过去；改为从今天开始",
    ),
    Text::new(
        "the estimate is to begin in the past; it begins today instead",
        "估算的开始时间已过去；改为从今天开始",
    ),
);
pub(super) const VAULT_TYPE_UNKNOWN: Remark = warned(
    "/type",
    Text::new(
        "the type of {name} is not known, so that nothing tells at which rate it stores",
        "{name} 的类型未知，无从得知其存储按何价格计",
    ),
    Text::new(
        "the types of {count} vaults are not known, so that nothing tells at which rate they store",
        "{count} 个备份库的类型未知，无从得知其存储按何价格计",
    ),
);
pub(super) const VAULT_DELETED: Remark = warned(
    "",
    Text::new(
        "the change plan deletes {name}: it counts as gone from the first day on",
        "变更计划删除 {name}：自第一天起不计",
    ),
    Text::new(
        "the change plan deletes {count} vaults: they count as gone from the first day on",
        "变更计划删除 {count} 个备份库：自第一天起不计",
    ),
);
pub(super) const DATABASE_NEW: Remark = assumed(
    "/createdAt",
    Text::new(
        "when {name} was created is not stated: it counts as new, and its first days are free",
        "未注明 {name} 的创建时间：按新建计，开始的若干天免费",
    ),
    Text::new(
        "when {count} database vaults were created is not stated: they count as new, and their first days are free",
        "未注明 {count} 个数据库备份库的创建时间：按新建计，开始的若干天免费",
    ),
);
pub(super) const DATABASE_QUOTA: Remark = assumed(
    "",
    Text::new(
        "what is free of {name}'s storage counts before the first tier, as in the vendor's example",
        "{name} 的免费存储量在第一阶梯之前扣除，与官方示例一致",
    ),
    Text::new(
        "what is free of the storage of {count} database vaults counts before the first tier, as in the vendor's example",
        "{count} 个数据库备份库的免费存储量在第一阶梯之前扣除，与官方示例一致",
    ),
);
pub(super) const TRIAL_END: Remark = assumed(
    "/trial/expiresAt",
    Text::new(
        "when the free trial of {name} ends is not known: its first 30 days count as free",
        "{name} 的免费试用何时结束未知：按前 30 天免费计",
    ),
    Text::new(
        "when the free trials of {count} vaults end is not known: their first 30 days count as free",
        "{count} 个备份库的免费试用何时结束未知：按前 30 天免费计",
    ),
);
pub(super) const TRIAL_OVER: Remark = warned(
    "/trial/payAfter",
    Text::new(
        "{name} is not paid for after its free trial: its data is deleted then, and costs nothing",
        "{name} 在免费试用后不付费：届时数据被删除，不再产生费用",
    ),
    Text::new(
        "{count} vaults are not paid for after their free trials: their data is deleted then, and costs nothing",
        "{count} 个备份库在免费试用后不付费：届时数据被删除，不再产生费用",
    ),
);
pub(super) const HISTORY_COPIED: Remark = assumed(
    "/historyPercent",
    Text::new(
        "{name} was created more than a month before: its history counts as copied already",
        "{name} 创建已超过一个月：其历史数据按已复制计",
    ),
    Text::new(
        "{count} mirrors were created more than a month before: their history counts as copied already",
        "{count} 个镜像库创建已超过一个月：其历史数据按已复制计",
    ),
);
pub(super) const CHANGE_OF_STORED: Remark = assumed(
    "",
    Text::new(
        "the sizes of what {name} holds are not all known: its daily change is taken of the amount that it stores",
        "{name} 中数据源的大小不全已知：每日变化按其存储量计",
    ),
    Text::new(
        "the sizes of what {count} vaults hold are not all known: their daily change is taken of the amounts that they store",
        "{count} 个备份库中数据源的大小不全已知：每日变化按其存储量计",
    ),
);
pub(super) const ARCHIVE_NOT_COPIED: Remark = warned(
    "",
    Text::new(
        "{name} copies the standard tier alone, as today's pages say: what is archived in its source is not copied and not counted",
        "按现行文档，{name} 只复制标准层：源库中已归档的数据不复制，也不计费",
    ),
    Text::new(
        "{count} mirrors copy the standard tier alone, as today's pages say: what is archived in their sources is not copied and not counted",
        "按现行文档，{count} 个镜像库只复制标准层：源库中已归档的数据不复制，也不计费",
    ),
);
pub(super) const ARCHIVE_OF_MEASURED: Remark = warned(
    "/storedGB",
    Text::new(
        "the measured amount of {name} counts as standard storage, although policies archive part of it",
        "{name} 的实测存储量全部按标准存储计，虽然策略会归档其中一部分",
    ),
    Text::new(
        "the measured amounts of {count} vaults count as standard storage, although policies archive part of them",
        "{count} 个备份库的实测存储量全部按标准存储计，虽然策略会归档其中一部分",
    ),
);
pub(super) const MIRROR_REFUSED: Remark = warned(
    "",
    Text::new("{name} is not counted", "{name} 不计入"),
    Text::new("{count} mirrors are not counted", "{count} 个镜像库不计入"),
);
pub(super) const MIRROR_WITHOUT_VAULT: Remark = warned(
    "/source",
    Text::new(
        "nothing tells how much {name} stores: the plan does not have the vault that it copies",
        "无从得知 {name} 的存储量：方案中没有其源备份库",
    ),
    Text::new(
        "nothing tells how much {count} mirrors store: the plan does not have the vaults that they copy",
        "无从得知 {count} 个镜像库的存储量：方案中没有其源备份库",
    ),
);
pub(super) const COPY_REFUSED: Remark = warned(
    "",
    Text::new(
        "copies of the snapshots of {name} are not counted",
        "{name} 的快照副本不计入",
    ),
    Text::new(
        "copies of the snapshots of {count} sources are not counted",
        "{count} 个数据源的快照副本不计入",
    ),
);
pub(super) const NAS_CLIENT: Remark = warned(
    "",
    Text::new(
        "pages disagree on whether the client for {name} is charged; it is listed here",
        "{name} 的客户端是否收费，各文档说法不一；此处列出",
    ),
    Text::new(
        "pages disagree on whether the clients for {count} NAS sources on premises are charged; they are listed here",
        "{count} 个本地 NAS 数据源的客户端是否收费，各文档说法不一；此处列出",
    ),
);
pub(super) const NO_ALLOCATED: Remark = warned(
    "/sizing/allocatedGB",
    Text::new(
        "{name} states no allocated disk size, by which its client is charged",
        "{name} 未注明分配的磁盘大小，其客户端按此计费",
    ),
    Text::new(
        "{count} VMware machines state no allocated disk size, by which their clients are charged",
        "{count} 台 VMware 虚拟机未注明分配的磁盘大小，其客户端按此计费",
    ),
);
pub(super) const NO_ATTACHED: Remark = warned(
    "/sizing/attachedGiB",
    Text::new(
        "{name} states no attached block storage, by which its Essential Edition is charged",
        "{name} 未注明挂载的块存储大小，其基础版按此计费",
    ),
    Text::new(
        "{count} instances state no attached block storage, by which their Essential Edition is charged",
        "{count} 台实例未注明挂载的块存储大小，其基础版按此计费",
    ),
);
pub(super) const NO_OBJECTS: Remark = warned(
    "/details/objects",
    Text::new(
        "{name} states no number of objects, so that the calls of its backups are unknown",
        "{name} 未注明对象数量，其备份产生的请求数未知",
    ),
    Text::new(
        "{count} buckets state no number of objects, so that the calls of their backups are unknown",
        "{count} 个存储空间未注明对象数量，其备份产生的请求数未知",
    ),
);
pub(super) const KMS_INSTANCE: Remark = assumed(
    "",
    Text::new(
        "a pay-as-you-go KMS instance counts for the keys in the region of {name}, whether or not others use it too",
        "{name} 所在地域的密钥按一个按量付费 KMS 实例计，不论是否另有他用",
    ),
    Text::new(
        "a pay-as-you-go KMS instance counts for the keys in each of {count} regions, whether or not others use it too",
        "{count} 个地域的密钥各按一个按量付费 KMS 实例计，不论是否另有他用",
    ),
);
pub(super) const RESTORE_PAST: Remark = warned(
    "/at",
    Text::new(
        "{name} is planned before the first month and is not counted",
        "{name} 的计划时间早于第一个月，不计入",
    ),
    Text::new(
        "{count} restores are planned before the first month and are not counted",
        "{count} 个恢复的计划时间早于第一个月，不计入",
    ),
);
pub(super) const RESTORE_WHEN: Remark = assumed(
    "/at",
    Text::new(
        "nothing tells when {name} takes place: it counts in the first month",
        "{name} 的执行时间未知：计入第一个月",
    ),
    Text::new(
        "nothing tells when {count} restores take place: they count in the first month",
        "{count} 个恢复的执行时间未知：计入第一个月",
    ),
);
pub(super) const RESTORE_UNKNOWN: Remark = warned(
    "",
    Text::new(
        "no page says what the traffic of {name} costs, or its network is not stated",
        "没有文档说明 {name} 的流量费用，或未注明其网络",
    ),
    Text::new(
        "no page says what the traffic of {count} restores costs, or their networks are not stated",
        "没有文档说明 {count} 个恢复的流量费用，或未注明其网络",
    ),
);
pub(super) const OFF_PEAK: Remark = assumed(
    "",
    Text::new(
        "nothing tells at which hours {name} runs over the Internet: all of it counts between 08:00 and 24:00",
        "未注明 {name} 经公网传输的时段：全部按 8:00–24:00 计",
    ),
    Text::new(
        "nothing tells at which hours {count} restores run over the Internet: all of them count between 08:00 and 24:00",
        "未注明 {count} 个恢复经公网传输的时段：全部按 8:00–24:00 计",
    ),
);
pub(super) const PLAN_ITEM: Remark = wrong(
    "/billing/plans",
    Text::new(
        "{name} is no billable item: the resource plan is left out",
        "{name} 不是计费项：该资源包不计入",
    ),
    Text::new(
        "{count} resource plans name no billable item and are left out",
        "{count} 个资源包的计费项不存在，不计入",
    ),
);
pub(super) const PLAN_TRAFFIC: Remark = warned(
    "/billing/plans",
    Text::new(
        "resource plans never cover traffic: that for {name} takes nothing off",
        "资源包不能抵扣流量：{name} 的资源包不抵扣任何费用",
    ),
    Text::new(
        "resource plans never cover traffic: {count} of them take nothing off",
        "资源包不能抵扣流量：{count} 个资源包不抵扣任何费用",
    ),
);
pub(super) const PLAN_CAPACITY: Remark = warned(
    "/billing/plans",
    Text::new(
        "the resource plan for {name} states no capacity: it takes nothing off",
        "{name} 的资源包未注明容量：不抵扣任何费用",
    ),
    Text::new(
        "{count} resource plans state no capacity: they take nothing off",
        "{count} 个资源包未注明容量：不抵扣任何费用",
    ),
);
pub(super) const CHANGES: Remark = warned(
    "",
    Text::new(
        "the steps of the change plan are not followed in time: what it deletes counts as gone, all else as the plan describes it",
        "不按时间推演变更计划的各步骤：其删除的对象按已不存在计，其余按方案所述计",
    ),
    Text::new(
        "the steps of the change plan are not followed in time: what it deletes counts as gone, all else as the plan describes it",
        "不按时间推演变更计划的各步骤：其删除的对象按已不存在计，其余按方案所述计",
    ),
);
pub(super) const RESTORE_REFUSED: Remark = warned(
    "/from",
    Text::new(
        "{name} reads from a mirror that is not counted, and is not counted either",
        "{name} 从一个不计入的镜像库恢复，也不计入",
    ),
    Text::new(
        "{count} restores read from mirrors that are not counted, and are not counted either",
        "{count} 个恢复读取不计入的镜像库，也不计入",
    ),
);
