//! `vaultplan cost` and `vaultplan prices`: estimates held by files in both languages, budgets and their exit codes,
//! and input that cannot be used, told by place, value and expectation.

use serde_json::{Value, json};

use super::run::{NOW, Run, command, finish, root, vaultplan};

const PLAN: &str = "tests/golden/cost/two-sites.json";

/// Estimates a plan at the time of the tests.
fn cost(args: &[&str]) -> Run {
    vaultplan(&[&["cost", "--now", NOW], args].concat())
}

/// Estimates a plan that is handed over on standard input.
fn piped(plan: &Value, args: &[&str]) -> Run {
    let mut command = command();
    command.args(["cost", "-", "--now", NOW]).args(args);
    finish(&mut command, plan.to_string().as_bytes())
}

/// What is said as its file holds it. `UPDATE_GOLDEN=1` writes the file anew.
#[track_caller]
fn golden(name: &str, run: &Run, code: i32) {
    assert_eq!((run.code, run.err.as_str()), (code, ""), "{run}");
    let path = root().join("tests/golden/cost").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &run.out).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == run.out,
        "{name} differs; look at the change, then set UPDATE_GOLDEN=1. Found:\n{}",
        run.out
    );
}

/// A file of one test, gone with it.
struct File(std::path::PathBuf);

impl File {
    fn new(name: &str, text: &str) -> Self {
        let name = format!("vaultplan-cost-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, text).expect("the file can be written");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a path of letters")
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// A book of the user's own.
fn book(currency: &str, rates: &Value) -> String {
    json!({
        "format": "vaultplan-prices/1",
        "id": "mine",
        "name": "Mine",
        "currency": currency,
        "version": "2026-11",
        "rates": rates,
    })
    .to_string()
}

/// The example of the vendor's: 8 GB of files, 130 GB of databases, one client.
fn vendors_example() -> Value {
    json!({
        "format": "vaultplan/1",
        "vaults": [
            {"id": "v", "name": "files", "type": "STANDARD", "region": "cn-hangzhou", "storedGB": 8},
            {"id": "d", "name": "sql", "type": "DATABASE", "region": "cn-hangzhou", "storedGB": 130,
             "createdAt": "2026-01-01T00:00:00Z"},
        ],
        "clients": [{"id": "c", "kind": "ecs", "vault": "v"}],
        "sources": [{"id": "s", "type": "ECS_FILE", "vault": "v", "client": "c", "sizeGB": 10}],
    })
}

#[test]
fn an_estimate_is_as_its_files_hold_it() {
    golden("two-sites.en.txt", &cost(&[PLAN, "--lang", "en"]), 0);
    golden("two-sites.zh.txt", &cost(&[PLAN, "--lang", "zh"]), 0);
    for by in ["vault", "source", "region", "none"] {
        let name = format!("two-sites.by-{by}.txt");
        golden(&name, &cost(&[PLAN, "--by", by, "--months", "3"]), 0);
    }
    // The list in the other currency knows the traffic, and not what is stored.
    let cny = cost(&[PLAN, "--book", "cloud-backup-cny", "--months", "1"]);
    golden("two-sites.cny.txt", &cny, 0);
}

#[test]
fn an_estimate_is_json_and_csv_as_well() {
    let json = cost(&[PLAN, "--months", "2", "--format", "json"]);
    golden("two-sites.answer.json", &json, 0);
    for lang in ["en", "zh"] {
        let csv = cost(&[PLAN, "--months", "2", "--format", "csv", "--lang", lang]);
        golden(&format!("two-sites.{lang}.csv"), &csv, 0);
    }
    let json: Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(json["format"], "vaultplan-cost/1");
    // A total is the sum of its lines, bill by bill.
    for bill in json["bills"].as_array().expect("bills") {
        let of_bill = |line: &&Value| line["bill"] == bill["bill"];
        let lines = json["lines"]
            .as_array()
            .expect("lines")
            .iter()
            .filter(of_bill);
        let micro = |value: &Value| (value.as_f64().expect("a number") * 1e6).round() as i64;
        let months = lines.flat_map(|line| line["months"].as_array().expect("months"));
        let sum: i64 = months.map(|month| micro(&month["cost"])).sum();
        assert_eq!(sum, micro(&bill["all"]["cost"]), "{}", bill["bill"]);
    }
    // Where no words have room, a broken budget is told beside.
    let run = cost(&[PLAN, "--format", "json", "--max-total", "10"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.err.starts_with("vaultplan: budget broken: "), "{run}");
    assert!(serde_json::from_str::<Value>(&run.out).is_ok(), "{run}");
}

#[test]
fn two_plans_are_compared_line_by_line() {
    let base = "tests/golden/cost/one-mirror.json";
    let compared = cost(&[PLAN, "--compare", base, "--months", "2"]);
    golden("two-sites.compared.txt", &compared, 0);
    let zh = cost(&[PLAN, "--compare", base, "--months", "2", "--lang", "zh"]);
    assert!(
        zh.out.contains(&format!("与 {base} 相比")) && zh.out.contains("及未知"),
        "{zh}"
    );
    let json = cost(&[PLAN, "--compare", base, "--months", "2", "--format", "json"]);
    golden("two-sites.compared.json", &json, 0);
    let json: Value = serde_json::from_str(&json.out).expect("JSON");
    let changes = |word: &str| {
        let lines = json["lines"].as_array().expect("lines");
        lines.iter().filter(|line| line["change"] == word).count()
    };
    assert_eq!(
        (changes("added"), changes("removed"), changes("changed")),
        (2, 1, 3)
    );
    let same = cost(&[PLAN, "--compare", PLAN]);
    assert!(same.out.contains("It costs the same."), "{same}");
    let csv = cost(&[PLAN, "--compare", base, "--format", "csv"]);
    assert_eq!((csv.code, csv.out.as_str()), (2, ""), "{csv}");
    let broken = cost(&[PLAN, "--compare", "no/such.json"]);
    assert_eq!((broken.code, broken.out.as_str()), (2, ""), "{broken}");
}

#[test]
fn the_vendors_example_comes_to_the_vendors_total() {
    let run = piped(&vendors_example(), &["--months", "1"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(
        run.out.contains("total") && run.out.contains("14.04"),
        "{run}"
    );
    assert!(
        !run.out.contains("subtotal") && !run.out.contains("Missing"),
        "{run}"
    );
    // To the millionth, by a budget on either side of it.
    for (most, code, word) in [
        ("14.036744", 0, "budget kept"),
        ("14.036743", 1, "budget broken"),
    ] {
        let run = piped(&vendors_example(), &["--months", "1", "--max-total", most]);
        assert_eq!(run.code, code, "{run}");
        assert!(
            run.out.contains(word) && run.out.contains("14.036744"),
            "{run}"
        );
    }
}

#[test]
fn what_is_unknown_is_never_within_a_budget() {
    let run = cost(&[PLAN, "--max-total", "1000000"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.out.contains("budget cannot be told"), "{run}");
    // What is priced alone is more.
    let run = cost(&[PLAN, "--max-total", "10"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.out.contains("budget broken"), "{run}");
    // The user says which coverage is enough, and it is met.
    let run = cost(&[PLAN, "--max-total", "1000000", "--min-coverage", "30"]);
    assert_eq!(run.code, 0, "{run}");
    assert_eq!(run.out.matches("budget kept").count(), 2, "{run}");
    let run = cost(&[PLAN, "--max-total", "1000000", "--min-coverage", "100"]);
    assert_eq!(run.code, 1, "{run}");
    let run = cost(&[PLAN, "--min-coverage", "100"]);
    assert_eq!(run.code, 1, "{run}");
    // A plan in which nothing costs anything has a total.
    let empty = json!({"format": "vaultplan/1"});
    let run = piped(&empty, &["--max-total", "0", "--min-coverage", "100"]);
    assert_eq!(run.code, 0, "{run}");
}

#[test]
fn a_rate_of_ones_own_turns_the_subtotal_into_a_total() {
    let pair = json!({
        "format": "vaultplan/1",
        "vaults": [{"id": "v", "name": "erp", "type": "STANDARD", "region": "cn-hangzhou", "storedGB": 100}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai"}],
    });
    let run = piped(&pair, &[]);
    assert!(
        run.out.contains("priced subtotal") && run.out.contains("covered"),
        "{run}"
    );
    assert!(
        run.out
            .contains("as `replication-traffic` in a book for --book"),
        "{run}"
    );
    let mine = book(
        "USD",
        &json!([{"item": "replication-traffic", "price": 0.08}]),
    );
    let mine = File::new("traffic.json", &mine);
    let run = piped(&pair, &["--book", mine.path(), "--max-total", "1000"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(
        !run.out.contains("subtotal") && run.out.contains("your own rate"),
        "{run}"
    );
    // A rate that travels with the plan does as well.
    let mut own = pair.clone();
    own["estimate"] = json!({"rates": [{"item": "replication-traffic", "price": 0.08}]});
    let run = piped(&own, &["--max-total", "1000"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("a rate that the plan states"), "{run}");
}

#[test]
fn a_printed_book_can_be_edited_and_used() {
    let printed = vaultplan(&["prices", "cloud-backup-usd", "--format", "json"]);
    assert_eq!((printed.code, printed.err.as_str()), (0, ""), "{printed}");
    let same = File::new("same.json", &printed.out);
    let listed = piped(&vendors_example(), &[]);
    let run = piped(&vendors_example(), &["--book", same.path()]);
    // Unedited, nothing of it is the user's.
    assert!(!run.out.contains("your own rate"), "{run}");
    assert_eq!(
        run.out.replace(
            &format!(" · your rates from {} go before it", same.path()),
            ""
        ),
        listed.out
    );
    let mut edited: Value = serde_json::from_str(&printed.out).expect("JSON");
    let storage = edited["rates"].as_array_mut().expect("rates").iter_mut();
    for rate in storage.filter(|rate| rate["item"] == "vault-storage") {
        rate["price"] = json!(0.02);
    }
    let edited = File::new("edited.json", &edited.to_string());
    let run = piped(&vendors_example(), &["--book", edited.path()]);
    assert_eq!(run.out.matches("your own rate").count(), 1, "{run}");
    assert!(run.out.contains("0.02 USD per GB and month"), "{run}");
}

/// Input that cannot be used: exit code 2, nothing on standard output, and what is said in both languages.
#[track_caller]
fn unusable(plan: &Value, args: &[&str], en: &str, zh: &str) {
    for (lang, text) in [("en", en), ("zh", zh)] {
        let run = piped(plan, &[args, &["--lang", lang]].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{run}");
        assert!(run.err.contains(text), "no `{text}` in {run}");
    }
}

#[test]
fn sizes_and_ratios_that_cannot_be_are_told_with_their_place() {
    let with = |pointer: &str, value: Value| {
        let mut plan = vendors_example();
        plan["estimate"] = json!({});
        plan["sources"][0]["sizing"] = json!({});
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        plan.pointer_mut(parent).expect("a place")[name] = value;
        plan
    };
    for (pointer, value, en, zh) in [
        ("/sources/0/sizeGB", json!(-5), "`-5`", "`-5`"),
        (
            "/vaults/0/storedGB",
            json!(1e15),
            "`1000000000000000.0`",
            "应为",
        ),
        (
            "/vaults/0/reductionRatio",
            json!({"expected": 0}),
            "`0` is not accepted here; expected",
            "此处不接受 `0`",
        ),
        (
            "/estimate/reductionRatio",
            json!({"expected": 31}),
            "`31` is not accepted here",
            "此处不接受 `31`",
        ),
        (
            "/estimate/dailyChangePercent",
            json!({"expected": 101}),
            "`101`",
            "`101`",
        ),
        (
            "/estimate/growthPercentPerMonth",
            json!({"expected": -1}),
            "`-1`",
            "`-1`",
        ),
        ("/estimate/months", json!(37), "`37`", "`37`"),
        (
            "/estimate/book",
            json!("cloud-backup-us"),
            "did you mean `cloud-backup-usd`?",
            "是否想写 `cloud-backup-usd`？",
        ),
        (
            "/estimate/start",
            json!("2020-01-01T00:00:00Z"),
            "`2020-01-01T00:00:00Z` is not accepted here; expected >= 2026-10-21",
            "应为>= 2026-10-21",
        ),
        (
            "/estimate/rates",
            json!([{"item": "vault-storage", "price": 1, "currency": "CNY"}]),
            "`CNY` is not accepted here; expected `USD`",
            "应为`USD`",
        ),
        (
            "/estimate/rates",
            json!([{"item": "vault-storag", "price": 1}]),
            "did you mean `vault-storage`?",
            "是否想写 `vault-storage`？",
        ),
        (
            "/estimate/dailyChangePercent",
            json!({"expected": 1, "low": 2}),
            "`2` is not accepted here; expected <= 1 [/estimate/dailyChangePercent/low]",
            "此处不接受 `2`；应为<= 1",
        ),
        (
            "/vaults/0/reductionRatio",
            json!({"expected": 2.5, "high": 1.5}),
            "`1.5` is not accepted here; expected >= 2.5 [/vaults/0/reductionRatio/high]",
            "此处不接受 `1.5`",
        ),
        (
            "/sources/0/sizing/growthPercentPerMonth",
            json!({"expected": 3, "low": 4, "high": 2}),
            "`4` is not accepted here; expected <= 3",
            "此处不接受 `2`",
        ),
    ] {
        let plan = with(pointer, value);
        unusable(&plan, &[], en, zh);
        unusable(&plan, &[], pointer, pointer);
        unusable(&plan, &[], "<stdin>:1:", "<stdin>:1:");
    }
}

#[test]
fn a_book_that_cannot_be_used_is_told_with_its_place() {
    let plan = vendors_example();
    let tiers = |tiers: Value| json!([{"item": "vault-storage", "tiers": tiers}]);
    for (name, text, place, en) in [
        (
            "gap",
            book("USD", &tiers(json!([{"from": 10, "price": 1}]))),
            "/rates/0/tiers/0/from",
            "`10` is not accepted here; expected 0",
        ),
        (
            "overlap",
            book(
                "USD",
                &tiers(
                    json!([{"from": 0, "price": 2}, {"from": 50, "price": 1}, {"from": 50, "price": 1}]),
                ),
            ),
            "/rates/0/tiers/2/from",
            "`50` is not accepted here; expected > 50",
        ),
        (
            "negative",
            book("USD", &json!([{"item": "vault-storage", "price": -1}])),
            "/rates/0/price",
            "`-1`",
        ),
        (
            "item",
            book("USD", &json!([{"item": "file-clients", "price": 1}])),
            "/rates/0/item",
            "did you mean `file-client`?",
        ),
        (
            "mixed",
            book(
                "USD",
                &json!([{"item": "vault-storage", "price": 1, "currency": "CNY"}]),
            ),
            "/rates/0/currency",
            "expected `USD`",
        ),
        (
            "letters",
            book("usd", &json!([])),
            "/currency",
            "three capital letters",
        ),
        (
            "format",
            book("USD", &json!([])).replace("prices/1", "prices/9"),
            "/format",
            "vaultplan-prices/9",
        ),
        (
            "json",
            "{\"format\"".to_owned(),
            ":1:",
            "the text ends too early",
        ),
    ] {
        let file = File::new(&format!("{name}.json"), &text);
        unusable(&plan, &["--book", file.path()], en, "");
        unusable(&plan, &["--book", file.path()], place, place);
        unusable(&plan, &["--book", file.path()], file.path(), file.path());
    }
}

#[test]
fn nothing_is_converted_between_currencies() {
    let traffic = json!([{"item": "replication-traffic", "price": 0.5}]);
    let yuan = File::new("yuan.json", &book("CNY", &traffic));
    // Where nothing names a list, the one of the book's currency counts.
    let run = piped(&vendors_example(), &["--book", yuan.path()]);
    assert_eq!(run.code, 0, "{run}");
    assert!(
        run.out.contains("cloud-backup-cny") && !run.out.contains("USD"),
        "{run}"
    );
    let both = ["--book", "cloud-backup-usd", "--book", yuan.path()];
    let (en, zh) = (
        "`CNY` is not accepted here; expected `USD` (cloud-backup-usd) [/currency]",
        "此处不接受 `CNY`；应为`USD` (cloud-backup-usd) [/currency]",
    );
    unusable(&vendors_example(), &both, en, zh);
    let mut asks = vendors_example();
    asks["estimate"] = json!({"book": "cloud-backup-usd"});
    unusable(&asks, &["--book", yuan.path()], en, zh);
    // A currency in which the vendor's pages print nothing.
    let own = json!([{"item": "vault-storage", "price": 0.03}]);
    let euro = File::new("euro.json", &book("EUR", &own));
    let run = piped(&vendors_example(), &["--book", euro.path()]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("0.03 EUR per GB and month"), "{run}");
    assert!(
        run.out.contains("priced subtotal") && !run.out.contains("USD"),
        "{run}"
    );
}

#[test]
fn options_that_cannot_be_are_told() {
    let plan = vendors_example();
    unusable(
        &plan,
        &["--months", "37"],
        "a whole number from 1 to 36",
        "1 至 36 的整数",
    );
    unusable(
        &plan,
        &["--months", "0"],
        "a whole number from 1 to 36",
        "1 至 36 的整数",
    );
    unusable(
        &plan,
        &["--max-total", "12 USD"],
        "an amount of money",
        "金额",
    );
    unusable(&plan, &["--max-total=-1"], "an amount of money", "金额");
    unusable(
        &plan,
        &["--min-coverage", "101"],
        "a whole percentage",
        "整数百分比",
    );
    unusable(
        &plan,
        &["--by", "vaults"],
        "did you mean `vault`?",
        "是否想写 `vault`？",
    );
    unusable(
        &plan,
        &["--book", "cloud-backup-us"],
        "did you mean `cloud-backup-usd`?",
        "是否想写 `cloud-backup-usd`？",
    );
    unusable(
        &plan,
        &["--book", "no/such.json"],
        "no/such.json",
        "no/such.json",
    );
    let twice = ["--book", "cloud-backup-usd", "--book", "cloud-backup-cny"];
    unusable(
        &plan,
        &twice,
        "one id of a built-in price book",
        "至多给出一个",
    );
    unusable(
        &plan,
        &["--book", "-"],
        "standard input can be read only once",
        "标准输入只能读取一次",
    );
}

#[test]
fn every_rate_of_the_built_in_books_is_shown() {
    for (lang, unknown) in [("en", "unknown ("), ("zh", "未知（")] {
        let all = vaultplan(&["prices", "--lang", lang]);
        assert_eq!((all.code, all.err.as_str()), (0, ""), "{all}");
        let json = vaultplan(&["prices", "--format", "json"]);
        let json: Value = serde_json::from_str(&json.out).expect("JSON");
        assert_eq!(json["format"], "vaultplan-price-books/1");
        let books = json["books"].as_array().expect("books");
        assert_eq!(books.len(), 2);
        for book in books {
            let id = book["id"].as_str().expect("an id");
            let one = vaultplan(&["prices", id, "--lang", lang]);
            assert_eq!((one.code, one.err.as_str()), (0, ""), "{one}");
            let rates = book["rates"].as_array().expect("rates");
            let mut holes = 0;
            for rate in rates {
                for text in [
                    &rate["item"],
                    &rate["source"]["title"],
                    &rate["source"]["address"],
                ] {
                    let text = text.as_str().expect("a text");
                    assert!(
                        one.out.contains(text) || rate["confidence"].is_null(),
                        "{text} in {id}"
                    );
                }
                let price = &rate["price"];
                let known =
                    price.is_number() || rate["tiers"].is_array() || rate["sameAs"].is_string();
                if price.is_number() {
                    assert!(
                        one.out.contains(&format!("    {price} ")),
                        "{price} in {id}"
                    );
                }
                holes += usize::from(!known);
            }
            let tiers = rates
                .iter()
                .filter_map(|rate| rate["tiers"].as_array())
                .flatten();
            holes += tiers.filter(|tier| tier["price"].is_null()).count();
            assert_eq!(one.out.matches(unknown).count(), holes, "{one}");
        }
    }
    let run = vaultplan(&["prices", "cloud-backup-eur"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{run}");
    assert!(
        run.err
            .contains("expected `cloud-backup-usd`, `cloud-backup-cny`"),
        "{run}"
    );
}
