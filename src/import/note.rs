//! What an import remarks: each remark is a kind, its values and its place; the sentences stand here.

use super::arg;
use crate::finding::Severity;
use crate::lang::{Arg, Lang, Said, Text};

/// A remark of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is remarked.
    pub kind: NoteKind,
    /// Values for the holes of its sentence.
    pub args: Vec<Arg>,
    /// The file, as its user named it; empty when it is about all of them.
    pub file: String,
    /// JSON Pointer of the record; empty when it is about the whole file.
    pub pointer: String,
}

impl Note {
    pub(super) fn new(kind: NoteKind, file: &str, pointer: String) -> Self {
        Self {
            kind,
            args: Vec::new(),
            file: file.to_owned(),
            pointer,
        }
    }

    pub(super) fn arg(mut self, name: &'static str, value: impl Into<Said>) -> Self {
        self.args.push(arg(name, value));
        self
    }

    /// The sentence in one language, with its place.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let mut message = self.kind.text().fill(lang, &self.args);
        if self.kind.unjudged().is_some() {
            let label = match lang {
                Lang::En => "not judged: ",
                Lang::Zh => "未判定：",
            };
            message.insert_str(0, label);
        }
        if !self.file.is_empty() {
            let place = match self.pointer.is_empty() {
                true => format!("`{}`", self.file),
                false => format!("`{}` {}", self.file, self.pointer),
            };
            message.push_str(&match lang {
                Lang::En => format!(" ({place})"),
                Lang::Zh => format!("（{place}）"),
            });
        }
        message
    }
}

macro_rules! notes {
    ($( $(#[$meta:meta])* $name:ident, $unjudged:expr, $en:literal, $zh:literal; )*) => {
        /// The kinds of remark.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum NoteKind {
            $( $(#[$meta])* $name, )*
        }

        impl NoteKind {
            /// All kinds, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its sentence, with holes.
            #[must_use]
            pub const fn text(self) -> Text {
                match self { $(Self::$name => Text::new($en, $zh)),* }
            }

            /// When it says that something could not be judged: the severity of the rules that would have.
            #[must_use]
            pub const fn unjudged(self) -> Option<Severity> {
                match self { $(Self::$name => $unjudged),* }
            }
        }
    };
}

notes! {
    /// A record without an id.
    NoId, Some(Severity::Error),
        "a record has no usable {field} and is left out",
        "有一条记录没有可用的 {field}，未载入";
    /// A binding or resource that does not say what it is about.
    NoParts, Some(Severity::Error),
        "`{object}` lacks the type or the id of its source, or the id of its policy, and is left out",
        "`{object}` 缺少数据源类型、数据源标识或策略标识，未载入";
    /// A backup plan of which nothing tells what it backs up.
    PlanWithoutSource, Some(Severity::Error),
        "the backup plan `{object}` does not state what it backs up",
        "备份计划 `{object}` 未写明备份对象";
    /// A client whose status is not stated.
    NoStatus, Some(Severity::Error),
        "the client `{object}` states no status and is left out; load its answer with every field",
        "客户端 `{object}` 未写明状态，未载入；请载入含全部字段的返回结果";
    /// A policy that bindings name, and that was not loaded.
    PolicyNotLoaded, Some(Severity::Error),
        "the policy `{object}` is known by its bindings alone; load the answer of DescribePoliciesV2 that lists it",
        "备份策略 `{object}` 仅由绑定关系得知；请载入列出它的 DescribePoliciesV2 返回结果";
    /// A policy of which not all bindings were loaded.
    BindingsNotLoaded, Some(Severity::Warning),
        "bindings of the policy `{object}`: {loaded} of {stated} were loaded; load the answers of DescribePolicyBindings, with every page",
        "备份策略 `{object}` 的 {stated} 个绑定只载入了 {loaded} 个；请载入 DescribePolicyBindings 的返回结果（全部分页）";
    /// A page that is announced and was not loaded.
    MorePages, Some(Severity::Warning),
        "the answer announces a page that follows (NextToken), which was not loaded",
        "返回结果表明还有后续分页（NextToken），但未载入";
    /// A restore job that does not say what it restored.
    RestoreOfWhat, Some(Severity::Advice),
        "the restore job `{object}` does not state what it restored from where, and is left out",
        "恢复任务 `{object}` 未写明恢复的数据源或来源备份库，未载入";
    /// A replication target of which nobody says what it copies.
    NoSource, Some(Severity::Error),
        "`{object}` is marked as a replication target, and no record says of which vault; it is kept as a vault of unknown type",
        "`{object}` 标记为复制目标，但没有记录说明其源备份库；按类型未知的备份库保留";
    /// A vault's mirror was not loaded, and its region is known.
    MirrorNotLoaded, Some(Severity::Warning),
        "the mirror of `{object}` in `{region}` was not loaded; load that region's answer",
        "`{object}` 在 `{region}` 的镜像库未载入；请载入该地域的返回结果";
    /// A vault's mirror was not loaded, and its region is not known.
    MirrorNotLoadedAnywhere, Some(Severity::Warning),
        "`{object}` is marked as the source of a mirror, which was not loaded; load the answers of the other regions",
        "`{object}` 标记为某镜像库的源，但该镜像库未载入；请载入其他地域的返回结果";
    /// The service says that a source has a mirror already.
    AlreadyMirrored, None,
        "the service says of `{object}`: its source vault `{source}` has a mirror already",
        "服务对 `{object}` 的说明：其源备份库 `{source}` 已有镜像库";
    /// The service gives another reason for an error.
    StatusMessage, None,
        "the service says of `{object}`: `{message}`",
        "服务对 `{object}` 的说明：`{message}`";
    /// A mirror that states another region for its source than the source does.
    OtherSourceRegion, None,
        "`{object}` states `{stated}` as the region of its source `{source}`, whose own record says `{region}`",
        "`{object}` 写明其源备份库 `{source}` 位于 `{stated}`，而该备份库自身的记录为 `{region}`";
    /// One vault in two records that disagree.
    Differs, None,
        "`{object}` is loaded twice with different values; kept: {kept}",
        "`{object}` 重复载入且取值不同；保留：{kept}";
    /// Records that were loaded before.
    Repeated, None,
        "records that were loaded before and say the same are kept once (records: {count})",
        "与先前载入的记录相同，只保留一份（记录数：{count}）";
    /// Answers about one region that give different totals.
    TotalsDiffer, None,
        "the answers about {regions} give different totals ({totals}); load that region again in one go",
        "关于 {regions} 的各返回结果给出的总数不同（{totals}）；请一次性重新载入该地域";
    /// A field that stands twice in a record.
    FieldTwice, None,
        "the field `{field}` stands twice in a record; the last value counts (records: {count})",
        "字段 `{field}` 在一条记录中重复出现；以最后的取值为准（记录数：{count}）";
    /// A mirror by its fields alone.
    TargetByFields, None,
        "`{object}` does not say whether it is a replication target, but names a source vault; it is read as a mirror",
        "`{object}` 未说明是否为复制目标，但写有源备份库；按镜像库读取";
    /// A mirror whose source is told by the source's record.
    SourceByTarget, None,
        "`{object}` names no source vault; `{source}` names it as its target and is taken as its source",
        "`{object}` 未写源备份库；`{source}` 将其写作目标，故视为其源备份库";
    /// An answer without vaults.
    Empty, None,
        "the answer lists no vault, so its region cannot be told",
        "返回结果中没有备份库，无法得知其地域";
    /// An answer that does not say how many objects there are.
    NoTotal, None,
        "no total is stated, so whether every page was loaded cannot be told",
        "未写明总数，无法得知是否载入了全部分页";
    /// An answer of an operation that is not known.
    Stranger, None,
        "this is an answer of an operation that this release does not know (its list: `{list}`); nothing of it is used",
        "这是此版本不认识的操作的返回结果（列表：`{list}`），未使用";
    /// An answer of an operation that is known and not read.
    NotRead, None,
        "this is an answer of `{operation}` (its list: `{list}`), which the plan has no place for; nothing of it is used",
        "这是 `{operation}` 的返回结果（列表：`{list}`），方案中没有对应内容，未使用";
    /// Two answers state different values for a field.
    StatedTwice, None,
        "the answers state different values for `{field}` of `{object}`: `{kept}` is kept, `{other}` is not",
        "各返回结果中 `{object}` 的 `{field}` 取值不同：保留 `{kept}`，未采用 `{other}`";
    /// A binding that is switched off.
    BindingOff, None,
        "the binding of `{source}` to the policy `{policy}` is disabled; it does not count as protection",
        "`{source}` 与备份策略 `{policy}` 的绑定已停用，不计为保护";
    /// A plan that is switched off.
    PlanOff, None,
        "the backup plan `{object}` is disabled; it does not count as protection",
        "备份计划 `{object}` 已停用，不计为保护";
    /// Rules of a plan that are switched off.
    RuleOff, None,
        "the backup plan `{object}` has disabled rules, which are left out (rules: {count})",
        "备份计划 `{object}` 有已停用的规则，未载入（规则数：{count}）";
    /// A restore job that did not end well.
    RestoreNotDone, None,
        "the restore job `{object}` has the status `{status}`: it shows no restore that works and is left out",
        "恢复任务 `{object}` 的状态为 `{status}`，不能证明恢复可行，未载入";
    /// Restore jobs that were made anew.
    OlderRestores, None,
        "of restore jobs of the same source from the same vault to the same destination only the newest is kept (jobs left out: {count})",
        "数据源、备份库与目标均相同的恢复任务只保留最新的一个（未保留：{count}）";
    /// Answers of DescribeVaultReplicationRegions that differ.
    RegionsDiffer, None,
        "the answers of DescribeVaultReplicationRegions list different regions; those of all of them are kept",
        "各 DescribeVaultReplicationRegions 返回结果列出的地域不同，保留全部地域";
    /// How many regions there are, and of how many vaults were loaded.
    Regions, None,
        "DescribeRegions lists {count} regions; vaults of {loaded} of them were loaded",
        "DescribeRegions 列出 {count} 个地域，已载入其中 {loaded} 个地域的备份库";
    /// Fields of the newer generation.
    NewGeneration, None,
        "the answers carry fields of the newer generation ({fields}); consider the edition `replication-target`",
        "返回结果带有新一代接口的字段（{fields}）；可考虑使用版本 `replication-target`";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_holes() {
        let holes = |text: &str| {
            let mut holes: Vec<_> = text
                .split('{')
                .skip(1)
                .map(|t| t.split('}').next().unwrap().to_owned())
                .collect();
            holes.sort();
            holes
        };
        for kind in NoteKind::ALL {
            assert_eq!(
                holes(kind.text().get(Lang::En)),
                holes(kind.text().get(Lang::Zh)),
                "{kind:?}"
            );
        }
    }
}
