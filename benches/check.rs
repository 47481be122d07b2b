//! From JSON text to findings, against `serde_json` reading the same text into owned structs: prints ratios of
//! one run, never a verdict. `cargo bench -p vaultplan`, or `-- --estate N FILE` to write an estate.
#![expect(clippy::print_stdout, reason = "a benchmark prints")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a benchmark may stop on what cannot happen"
)]
#![expect(
    dead_code,
    reason = "the peer's fields are read by serde_json only; that is what is measured"
)]

mod estate;
mod owned;

use std::hint::black_box;
use std::time::{Duration, Instant};

use vaultplan::model;
use vaultplan::report::{self, Options};

fn main() {
    let args: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    match args
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["--estate", count, file] => {
            std::fs::write(file, estate::text(count.parse().unwrap())).unwrap()
        }
        ["--memory", file] => memory(file),
        ["--loop", file, times] => {
            let b = std::fs::read(file).unwrap();
            for _ in 0..times.parse().unwrap() {
                let plan = model::read(&b).unwrap();
                black_box(report::check(&plan, Options::default()).findings.len());
            }
        }
        _ => compare(),
    }
}

/// What writes an estate of so many vaults.
type Estate = fn(usize) -> String;

/// Vaults and mirrors alone, then with sources, policies and restores.
const ESTATES: [(usize, Estate); 6] = [
    (1_000, estate::text),
    (10_000, estate::text),
    (100_000, estate::text),
    (1_000, estate::whole),
    (10_000, estate::whole),
    (100_000, estate::whole),
];

fn compare() {
    println!(
        "text to findings, ratios to serde_json reading the text into owned structs (median of pairs)"
    );
    println!(
        "{:>8} {:>10} {:>9} {:>12} {:>12} {:>8} {:>10}",
        "vaults", "bytes", "findings", "parse alone", "to findings", "ms", "memory x"
    );
    for (count, estate) in ESTATES {
        let text = estate(count);
        let peer: owned::Topology = serde_json::from_str(&text).unwrap();
        drop(peer);
        let rounds = if count > 50_000 { 9 } else { 31 };
        let mut parse = Vec::new();
        let mut whole = Vec::new();
        let mut times = Vec::new();
        let mut findings = 0;
        for _ in 0..rounds {
            let peer = time(|| serde_json::from_str::<owned::Topology>(&text).unwrap());
            let read = time(|| model::read(text.as_bytes()).unwrap());
            let full = time(|| {
                let plan = model::read(text.as_bytes()).unwrap();
                report::check(&plan, Options::default()).findings.len()
            });
            let plan = model::read(text.as_bytes()).unwrap();
            findings = report::check(&plan, Options::default()).findings.len();
            parse.push(read.as_secs_f64() / peer.as_secs_f64());
            whole.push(full.as_secs_f64() / peer.as_secs_f64());
            times.push(full.as_secs_f64() * 1_000.0);
        }
        if (count, text.len()) == (1_000, estate::whole(1_000).len()) {
            println!("with sources, policies and restores");
        }
        println!(
            "{count:>8} {:>10} {findings:>9} {:>12.2} {:>12.2} {:>8.2} {:>10}",
            text.len(),
            median(&mut parse),
            median(&mut whole),
            median(&mut times),
            peak(&text, count),
        );
    }
    per_rule();
}

/// Which rules cost most at 10,000 vaults: the time of each check alone would be noise, so the facts and all
/// rules are timed apart.
fn per_rule() {
    let text = estate::text(10_000);
    let plan = model::read(text.as_bytes()).unwrap();
    let facts = time_median(|| {
        black_box(
            vaultplan::facts::Facts::new(&plan, plan.edition(), None)
                .writers
                .len(),
        );
    });
    let all = time_median(|| {
        black_box(report::check(&plan, Options::default()).findings.len());
    });
    println!(
        "10,000 vaults: facts {:.2} ms, facts and rules {:.2} ms",
        facts * 1_000.0,
        all * 1_000.0
    );
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = black_box(work());
    let elapsed = start.elapsed();
    drop(result);
    elapsed
}

fn time_median(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..21).map(|_| time(&mut work).as_secs_f64()).collect();
    median(&mut times)
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Peak memory of a process that reads and checks the text, less that of one that only holds an empty plan,
/// as a multiple of the text (the text itself included). Linux only.
fn peak(text: &str, count: usize) -> String {
    let file = std::env::temp_dir().join(format!("vaultplan-estate-{count}.json"));
    let empty = std::env::temp_dir().join("vaultplan-estate-empty.json");
    std::fs::write(&file, text).unwrap();
    std::fs::write(&empty, "{\"format\":\"vaultplan/1\"}").unwrap();
    let of = |path: &std::path::Path| -> Option<f64> {
        let output = std::process::Command::new(std::env::current_exe().ok()?)
            .arg("--memory")
            .arg(path)
            .output()
            .ok()?;
        String::from_utf8(output.stdout).ok()?.trim().parse().ok()
    };
    let ratio = of(&file)
        .zip(of(&empty))
        .map(|(full, none)| (full - none) * 1_024.0 / text.len() as f64);
    ratio.map_or_else(|| "unknown".to_owned(), |ratio| format!("{ratio:.1}"))
}

fn memory(file: &str) {
    let bytes = std::fs::read(file).unwrap();
    let plan = model::read(&bytes).unwrap_or_else(|p| panic!("{p:?}"));
    black_box(report::check(&plan, Options::default()).findings.len());
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!(
        "{}",
        peak.unwrap_or("unknown").trim().trim_end_matches(" kB")
    );
}
