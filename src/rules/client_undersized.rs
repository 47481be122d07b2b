//! A client has the memory that is advised for the number of files that it reads.

use super::declare::declare_rule;
use crate::catalog::editions::Edition;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S033" "client-undersized", since "0.2", Source, Advice,
    fix ByHand, over Sources, in ALL,
    from [ECS_FILE_PLAN, RESOURCE_REQUIREMENTS_2019],
    rests on [CLIENT_MEMORY, CLIENT_MEMORY_2019],
    title: {
        en: "a client with too little memory for its files",
        zh: "客户端内存不足以处理其文件",
    },
    message: {
        en: "client `{client}` has {memory} GB of free memory for the {files} files of source `{source}`",
        zh: "客户端 `{client}` 的可用内存为 {memory} GB，而数据源 `{source}` 有 {files} 个文件",
    },
    expected: {
        en: "{needed} GB of free memory",
        zh: "{needed} GB 可用内存",
    },
    what: {
        en: "The host of a client has the free memory that is advised for the files of its source.",
        zh: "客户端主机的可用内存达到其数据源文件数的建议值。",
    },
    why: {
        en: "The client keeps an index of the files in memory; with too little of it backups fail or take very long.",
        zh: "客户端在内存中维护文件索引，内存不足会导致备份失败或耗时很长。",
    },
    remedy: {
        en: "Give the host more memory, or split the source.",
        zh: "增加主机内存，或拆分数据源。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let details = source
        .doc
        .details
        .as_deref()
        .filter(|_| source.needs_client());
    let (Some(id), Some(files)) = (&source.doc.client, details.and_then(|d| d.files)) else {
        return Ok(Verdict::NotApplicable);
    };
    let client = facts.client(id).ok_or(Gap::LeftOut)?;
    let Some(memory) = client.doc.memory_gb else {
        return Ok(Verdict::NotApplicable);
    };
    let needed = advised_gb(facts.edition, files.0);
    if memory.0 >= needed {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Give the host {needed} GB of free memory, or split the source",
        "为主机提供 {needed} GB 可用内存，或拆分数据源",
    );
    let files = files.0.to_string();
    let needed = needed.to_string();
    Fail::at(source, "/details/files")
        .arg("source", source)
        .arg("client", facts.name(client.object))
        .arg("memory", memory.0.to_string())
        .actual(&files)
        .arg("files", files)
        .arg("needed", needed.as_str())
        .fix(Safety::ByHand, label)
        .with("needed", needed)
        .into()
}

/// The free memory in GB that the pages of an edition advise for a number of files.
fn advised_gb(edition: Edition, files: u64) -> u64 {
    match edition {
        Edition::Hbr2019 | Edition::Hbr2021 => match files {
            0..=100_000 => 4,
            100_001..=1_000_000 => 8,
            _ => 16,
        },
        Edition::MirrorVault | Edition::ReplicationTarget => match files {
            0..=1_000_000 => 4,
            1_000_001..10_000_000 => 8,
            _ => 16,
        },
    }
}
