//! Small plans by number: the same number is the same plan for ever. One to six vaults and what stands around them,
//! with values that break the rules on mirrors, restores and deletions about as often as they keep them. Ids are
//! unique; references hit, miss and form cycles. Fields that a policy's rule does not use, and locks, are not drawn.
//! What a plan means is not judged here.

use serde_json::{Map, Value, json};

/// Regions that the catalogue lists.
const REGIONS: [&str; 4] = ["cn-hangzhou", "cn-shanghai", "cn-beijing", "ap-southeast-1"];
/// Vault types, with one that no vocabulary holds.
const TYPES: [&str; 8] = [
    "STANDARD",
    "STANDARD",
    "OTS_BACKUP",
    "DATABASE",
    "ARCHIVE",
    "CONTAINER",
    "CONTAINER",
    "STANDRAD",
];
const STATUSES: [&str; 6] = [
    "CREATED",
    "CREATED",
    "INITIALIZING",
    "ERROR",
    "UNKNOWN",
    "CREATD",
];
const METHODS: [&str; 6] = ["HBR_PRIVATE", "KMS", "KMS", "KMS", "NONE", "KSM"];
const TRIALS: [&str; 4] = ["OSS", "NAS", "OTS", "ECS"];
/// Every source type of the vocabulary, one of them twice, and one that it does not hold.
const SOURCES: [&str; 26] = [
    "ECS_FILE",
    "UDM_ECS",
    "OSS",
    "NAS",
    "COMMON_NAS",
    "File",
    "COMMON_FILE_SYSTEM",
    "CPFS",
    "BMCPFS",
    "OTS",
    "OTS_TABLE",
    "HANA",
    "VMWARE",
    "VMWARE",
    "SQL_SERVER",
    "MYSQL",
    "ORACLE",
    "MARIADB",
    "MONGODB",
    "CONTAINER",
    "UDM_DISK",
    "UDM_ECS_DISK",
    "SYNC",
    "HDFS",
    "S3",
    "Fil",
];
const POLICY_TYPES: [&str; 4] = ["STANDARD", "STANDARD", "UDM_ECS_ONLY", "PLAN"];
const STEPS: [&str; 16] = [
    "delete",
    "delete",
    "delete",
    "delete",
    "delete",
    "delete",
    "create",
    "create",
    "replace",
    "move",
    "stop-replication",
    "stop-replication",
    "convert-trial",
    "convert-trial",
    "set-encryption",
    "set-retention",
];

/// The plan of a number, as a document.
pub(crate) fn estate(number: u64) -> String {
    let mut dice = Dice(number.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let counts = Counts {
        vaults: 1 + dice.roll(6),
        mirrors: dice.roll(7),
        sources: dice.roll(7),
        policies: dice.roll(4),
        restores: dice.roll(5),
        changes: [0, 0, 1, 2, 3, 5][dice.roll(6)],
    };
    let answers = if dice.once_in(6) { 1 + dice.roll(2) } else { 0 };
    let plan = json!({
        "format": "vaultplan/1",
        "answers": many(answers, |_| answer(&mut dice)),
        "vaults": many(counts.vaults, |at| vault(&mut dice, at)),
        "mirrors": many(counts.mirrors, |at| mirror(&mut dice, &counts, at)),
        "sources": many(counts.sources, |at| source(&mut dice, &counts, at)),
        "policies": many(counts.policies, |at| policy(&mut dice, &counts, at)),
        "restores": many(counts.restores, |at| restore(&mut dice, &counts, at)),
        "changes": steps(&mut dice, &counts),
    });
    plan.to_string()
}

struct Counts {
    vaults: usize,
    mirrors: usize,
    sources: usize,
    policies: usize,
    restores: usize,
    changes: usize,
}

fn answer(dice: &mut Dice) -> Value {
    let mut answer = Fields::default();
    answer.now_and_then(dice, 2, "operation", |_| "DescribeVaults".into());
    answer.often(dice, 8, "regions", |dice| {
        many(1 + dice.roll(2), |_| dice.pick(&REGIONS).into())
    });
    answer.now_and_then(dice, 2, "listed", |dice| (1 + dice.roll(3)).into());
    answer.now_and_then(dice, 2, "total", |dice| (1 + dice.roll(4)).into());
    answer.done()
}

fn vault(dice: &mut Dice, at: usize) -> Value {
    let mut vault = Fields::of("id", format!("v{at}"));
    vault.set("name", format!("vault-{at}"));
    vault.often(dice, 16, "region", region);
    vault.now_and_then(dice, 3, "type", |dice| dice.pick(&TYPES).into());
    vault.now_and_then(dice, 3, "status", |dice| dice.pick(&STATUSES).into());
    vault.now_and_then(dice, 3, "encryption", |dice| dice.pick(&METHODS).into());
    vault.now_and_then(dice, 5, "trial", |dice| {
        let mut trial = Fields::default();
        trial.often(dice, 3, "source", |dice| dice.pick(&TRIALS).into());
        trial.done()
    });
    vault.now_and_then(dice, 8, "sourceTypes", |dice| {
        many(1 + dice.roll(2), |_| dice.pick(&SOURCES).into())
    });
    vault.not_told(dice, &["region", "status", "encryption", "type"]);
    vault.done()
}

fn mirror(dice: &mut Dice, counts: &Counts, at: usize) -> Value {
    let mut mirror = Fields::of("id", format!("m{at}"));
    let source = match dice.roll(16) {
        0..=10 => dice.one_of('v', counts.vaults),
        11..=13 => dice.one_of('m', counts.mirrors),
        14 => dice.one_of('s', counts.sources),
        _ => "nowhere".to_owned(),
    };
    mirror.now_and_then(dice, 4, "origin", |_| json!({ "file": "answer.json" }));
    mirror.set("source", source);
    mirror.often(dice, 16, "region", region);
    mirror.now_and_then(dice, 6, "sourceRegion", region);
    mirror.now_and_then(dice, 6, "status", |dice| dice.pick(&STATUSES).into());
    mirror.now_and_then(dice, 3, "encryption", |dice| dice.pick(&METHODS).into());
    mirror.now_and_then(dice, 8, "backupPlans", |dice| dice.roll(3).into());
    mirror.now_and_then(dice, 8, "enabledBy", |dice| {
        dice.pick(&["vault-page", "policy"]).into()
    });
    mirror.not_told(dice, &["region", "status", "encryption"]);
    mirror.done()
}

fn source(dice: &mut Dice, counts: &Counts, at: usize) -> Value {
    let mut source = Fields::of("id", format!("s{at}"));
    source.set("type", dice.pick(&SOURCES));
    source.often(dice, 4, "vault", |dice| {
        match dice.roll(8) {
            0..=5 => dice.one_of('v', counts.vaults),
            6 => dice.one_of('m', counts.mirrors),
            _ => "nowhere".to_owned(),
        }
        .into()
    });
    source.now_and_then(dice, 3, "place", place);
    source.now_and_then(dice, 3, "region", region);
    source.done()
}

fn policy(dice: &mut Dice, counts: &Counts, at: usize) -> Value {
    let mut policy = Fields::of("id", format!("p{at}"));
    policy.now_and_then(dice, 3, "type", |dice| dice.pick(&POLICY_TYPES).into());
    policy.now_and_then(dice, 2, "sources", |dice| {
        many(1 + dice.roll(2), |_| {
            dice.one_of('s', counts.sources).into()
        })
    });
    let mut rules = Vec::new();
    for _ in 0..[0, 1, 1, 1, 1, 2][dice.roll(6)] {
        let mut rule = Fields::of("type", "BACKUP");
        rule.often(dice, 4, "vault", |dice| {
            match dice.roll(12) {
                0..=8 => dice.one_of('v', counts.vaults),
                9 | 10 => dice.one_of('m', counts.mirrors),
                _ => "nowhere".to_owned(),
            }
            .into()
        });
        rules.push(rule.done());
    }
    for _ in 0..[0, 0, 1, 1, 1, 2][dice.roll(6)] {
        let mut rule = Fields::of("type", "REPLICATION");
        rule.often(dice, 8, "replicationRegion", region);
        rules.push(rule.done());
    }
    if dice.once_in(8) {
        rules.push(json!({ "type": "TRANSITION", "archiveDays": 30 }));
    }
    if dice.once_in(4) {
        rules.reverse();
    }
    policy.set("rules", rules);
    policy.done()
}

fn restore(dice: &mut Dice, counts: &Counts, at: usize) -> Value {
    let mut restore = Fields::of("id", format!("r{at}"));
    let source = match dice.roll(12) {
        0 => "nowhere".to_owned(),
        _ => dice.one_of('s', counts.sources),
    };
    restore.set("source", source);
    let from = match dice.roll(12) {
        0..=8 => dice.one_of('m', counts.mirrors),
        9 | 10 => dice.one_of('v', counts.vaults),
        _ => "nowhere".to_owned(),
    };
    restore.set("from", from);
    restore.often(dice, 10, "to", |dice| {
        let mut to = Fields::default();
        to.now_and_then(dice, 5, "type", |dice| dice.pick(&SOURCES).into());
        to.now_and_then(dice, 3, "place", place);
        to.often(dice, 8, "region", region);
        to.done()
    });
    restore.done()
}

/// Steps in good and bad order; what one does, the next now and then undoes.
fn steps(dice: &mut Dice, counts: &Counts) -> Value {
    let mut steps: Vec<(&str, String)> = Vec::new();
    for _ in 0..counts.changes {
        let object = match dice.roll(16) {
            0..=7 => dice.one_of('v', counts.vaults),
            8..=13 => dice.one_of('m', counts.mirrors),
            14 => dice.one_of('p', counts.policies),
            _ => "nowhere".to_owned(),
        };
        let object = match steps.last() {
            Some((_, last)) if dice.once_in(4) => last.clone(),
            _ => object,
        };
        steps.push((dice.pick(&STEPS), object));
    }
    many(steps.len(), |at| {
        let (kind, object) = &steps[at];
        let mut change = Fields::of("do", *kind);
        change.set("object", object.as_str());
        change.now_and_then(dice, 8, "region", region);
        change.done()
    })
}

/// A region, now and then a misspelt one.
fn region(dice: &mut Dice) -> Value {
    if dice.once_in(24) {
        "cn-hangzou".into()
    } else {
        dice.pick(&REGIONS).into()
    }
}

fn place(dice: &mut Dice) -> Value {
    dice.pick(&["cloud", "on-premises"]).into()
}

fn many(count: usize, one: impl FnMut(usize) -> Value) -> Value {
    (0..count).map(one).collect()
}

/// The fields of an object.
#[derive(Default)]
struct Fields(Map<String, Value>);

impl Fields {
    fn of(name: &str, value: impl Into<Value>) -> Self {
        let mut fields = Self::default();
        fields.set(name, value);
        fields
    }

    fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// States a field in one of `times` cases.
    fn now_and_then(
        &mut self,
        dice: &mut Dice,
        times: usize,
        name: &str,
        value: impl FnOnce(&mut Dice) -> Value,
    ) {
        if dice.once_in(times) {
            let value = value(dice);
            self.set(name, value);
        }
    }

    /// States a field in all but one of `times` cases.
    fn often(
        &mut self,
        dice: &mut Dice,
        times: usize,
        name: &str,
        value: impl FnOnce(&mut Dice) -> Value,
    ) {
        if !dice.once_in(times) {
            let value = value(dice);
            self.set(name, value);
        }
    }

    /// Once in a while, a field whose value an import could not tell.
    fn not_told(&mut self, dice: &mut Dice, names: &[&str]) {
        if dice.once_in(12) {
            let name = dice.pick(names);
            self.0.remove(name);
            self.set("unknown", json!([name]));
        }
    }

    fn done(self) -> Value {
        self.0.into()
    }
}

/// Numbers that only look random (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        // A few bits of one number: far fewer sides than values, so none is favoured noticeably.
        ((z ^ (z >> 31)) % sides.max(1) as u64) as usize
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }

    fn pick<'w>(&mut self, from: &[&'w str]) -> &'w str {
        from[self.roll(from.len())]
    }

    /// An object of a kind, by its letter; one that does not exist where there is none.
    fn one_of(&mut self, letter: char, count: usize) -> String {
        format!("{letter}{}", self.roll(count))
    }
}
