//! Generated estates: N vaults, half of them mirrored, about 3 % of the objects in violation. The same number
//! gives the same text.

use std::fmt::Write as _;

const REGIONS: [&str; 6] = [
    "cn-hangzhou",
    "cn-shanghai",
    "cn-beijing",
    "cn-shenzhen",
    "ap-southeast-1",
    "eu-central-1",
];

/// The text of an estate of `vaults` vaults.
pub(crate) fn text(vaults: usize) -> String {
    let mut out = String::with_capacity(vaults * 300 + 200);
    out.push_str("{\"format\":\"vaultplan/1\",\"replicationRegions\":[");
    let quoted: Vec<String> = REGIONS.iter().map(|r| format!("\"{r}\"")).collect();
    out.push_str(&quoted.join(","));
    out.push_str("],\"keys\":[");
    for team in 0..97 {
        for (n, region) in REGIONS.iter().enumerate() {
            let separator = if team + n == 0 { "" } else { "," };
            let _ = write!(
                out,
                "{separator}{{\"id\":\"key-{team}-{n}\",\"alias\":\"alias/team-{team}\",\"region\":\"{region}\"}}",
            );
        }
    }
    out.push_str("],\"vaults\":[");
    for i in 0..vaults {
        let region = REGIONS[i % REGIONS.len()];
        let kms = i % 5 == 0;
        let separator = if i == 0 { "" } else { "," };
        let _ = write!(
            out,
            "{separator}{{\"id\":\"v-{i:09}\",\"name\":\"team-{:03}-service-{i}\",\"region\":\"{region}\",\"type\":\"STANDARD\",\"status\":\"{}\",\"encryption\":\"{}\"{},\"storedGB\":{},\"createdAt\":\"2026-0{}-11T08:00:00Z\"}}",
            i % 97,
            if i % 64 == 2 { "ERROR" } else { "CREATED" },
            if kms { "KMS" } else { "HBR_PRIVATE" },
            if kms {
                format!(",\"kmsKey\":\"alias/team-{}\"", i % 97)
            } else {
                String::new()
            },
            i % 4_000,
            i % 9 + 1,
        );
    }
    out.push_str("],\"mirrors\":[");
    for (n, i) in (0..vaults).step_by(2).enumerate() {
        let same = i % 64 == 8;
        let region = REGIONS[(i + usize::from(!same)) % REGIONS.len()];
        let kms = i % 5 == 0 && i % 64 != 16;
        let separator = if n == 0 { "" } else { "," };
        let _ = write!(
            out,
            "{separator}{{\"id\":\"r-{i:09}\",\"source\":\"v-{i:09}\",\"name\":\"[COPY]-service-{i}\",\"region\":\"{region}\",\"encryption\":\"{}\"{}}}",
            if kms { "KMS" } else { "HBR_PRIVATE" },
            if kms {
                format!(",\"kmsKey\":\"alias/team-{}\"", i % 97)
            } else {
                String::new()
            },
        );
    }
    out.push_str("]}");
    out
}

/// The same with a source in each vault, and a policy and a restore for every tenth.
pub(crate) fn whole(vaults: usize) -> String {
    let mut out = text(vaults);
    out.truncate(out.len() - 1);
    out.push_str(",\"sources\":[");
    for i in 0..vaults {
        let separator = if i == 0 { "" } else { "," };
        let region = REGIONS[i % REGIONS.len()];
        let kind = ["ECS_FILE", "OSS", "NAS"][i % 3];
        let _ = write!(
            out,
            "{separator}{{\"id\":\"s-{i:09}\",\"type\":\"{kind}\",\"name\":\"service-{i}\",\"vault\":\"v-{i:09}\",\"region\":\"{region}\",\"sizeGB\":{}}}",
            i % 9_000,
        );
    }
    out.push_str("],\"policies\":[");
    for (n, i) in (0..vaults).step_by(10).enumerate() {
        let separator = if n == 0 { "" } else { "," };
        let days = if i % 640 == 0 { 400_000 } else { 90 };
        let _ = write!(
            out,
            "{separator}{{\"id\":\"p-{i:09}\",\"name\":\"daily-{i}\",\"type\":\"STANDARD\",\"sources\":[\"s-{i:09}\"],\"rules\":[{{\"type\":\"BACKUP\",\"vault\":\"v-{i:09}\",\"schedule\":\"I|1767225600|P1D\",\"retentionDays\":{days},\"keepLatest\":true}}]}}",
        );
    }
    out.push_str("],\"restores\":[");
    for (n, i) in (0..vaults).step_by(10).enumerate() {
        let separator = if n == 0 { "" } else { "," };
        let wrong = usize::from(i % 320 == 0);
        let region = REGIONS[(i + 1 + wrong) % REGIONS.len()];
        let _ = write!(
            out,
            "{separator}{{\"id\":\"t-{i:09}\",\"source\":\"s-{i:09}\",\"from\":\"r-{i:09}\",\"to\":{{\"region\":\"{region}\"}}}}",
        );
    }
    out.push_str("]}");
    out
}
