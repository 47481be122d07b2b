//! The three doors of an empty planner: plan a mirror, bring your estate, open an example.

use vaultplan::catalog::examples::EXAMPLES;
use vaultplan::catalog::regions::REGIONS;
use vaultplan::facts::Facts;
use vaultplan::lang::Text;
use vaultplan::questions::mirror_regions::{self, Allowed};

use super::field::{Control, option};
use super::{code_block, pickers};
use crate::edit::Pair;
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::words;

/// Draws them.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    o.el("div doors", |o| {
        o.el("header", |o| {
            o.word("h1", words::WELCOME);
            o.word("p", words::WELCOME_ABOUT);
        });
        o.el("div door-row", |o| {
            pair(app, o);
            estate(app, o);
            door(
                o,
                Glyph::File,
                words::DOOR_EXAMPLE,
                words::DOOR_EXAMPLE_ABOUT,
                &example_list,
            );
        });
    });
}

fn door(o: &mut Out, glyph: Glyph, title: &Text, about: &Text, inner: &dyn Fn(&mut Out)) {
    o.el("section door", |o| {
        o.el("h2", |o| {
            o.icon(glyph);
            o.say(title);
        });
        o.word("p", about);
        inner(o);
    });
}

/// The examples, each a button: plans to look around in first, lessons behind them.
pub(crate) fn example_list(o: &mut Out) {
    examples(o, false);
    o.el("details lessons", |o| {
        o.word("summary", words::opening::LESSONS);
        examples(o, true);
    });
}

fn examples(o: &mut Out, lessons: bool) {
    o.el("ul examples", |o| {
        for (index, example) in EXAMPLES.iter().enumerate() {
            if example.rule.is_some() != lessons {
                continue;
            }
            o.el("li", |o| {
                o.button("button example", Msg::Example(index), |o| {
                    o.put("data-testid", &["example-", example.slug].concat());
                    o.word("b", &example.title);
                    o.word("span", &example.look);
                });
            });
        }
    });
}

/// Two regions and a method: a valid pair.
fn pair(app: &Page, o: &mut Out) {
    let pair = &app.pair;
    // A plan with the one vault, asked which regions its mirror may have.
    let plan = pair.vault();
    let facts = Facts::new(&plan, plan.edition(), None);
    let vault = facts.vaults.first();
    let offers = vault.map(|vault| mirror_regions::mirror_regions(&facts, vault).regions);
    let offers = offers.unwrap_or_default();
    let chosen = offers
        .iter()
        .find(|offer| offer.region.id == pair.to && offer.allowed != Allowed::No);
    let to = chosen.or_else(|| offers.iter().find(|offer| offer.first));
    let to = to.map_or("", |offer| offer.region.id);
    door(
        o,
        Glyph::Mirror,
        words::DOOR_PAIR,
        words::DOOR_PAIR_ABOUT,
        &|o| {
            o.el("form", |o| {
                o.on(On::Submit, Msg::CreatePair(to));
                let control = Control::new("door-from", app.say(words::SOURCE_REGION), &pair.from);
                control.choice(app, o, Msg::Pair(|pair, value| pair.from = value), &|o| {
                    pickers::vault_regions(app, o, &pair.from, false);
                });
                let control = Control::new("door-to", app.say(words::MIRROR_REGION), to);
                control.choice(app, o, Msg::Pair(|pair, value| pair.to = value), &|o| {
                    pickers::mirror_regions(app, o, &offers, to, true);
                });
                let control = Control::new("door-method", app.say(words::ENCRYPTION), &pair.method);
                control.choice(app, o, Msg::Pair(|pair, value| pair.method = value), &|o| {
                    option(o, "", app.say(words::METHOD_MANAGED));
                    option(o, "KMS", app.say(words::METHOD_KMS));
                });
                o.el("div slot", |o| {
                    if pair.method == "KMS" {
                        let change: fn(&mut Pair, String) = |pair, value| pair.key = value;
                        key(app, o, "door-key", words::KEY_OF_SOURCE, &pair.key, change);
                        let change: fn(&mut Pair, String) = |pair, value| pair.mirror_key = value;
                        key(
                            app,
                            o,
                            "door-mirror-key",
                            words::KEY_OF_MIRROR,
                            &pair.mirror_key,
                            change,
                        );
                    }
                });
                let control = Control {
                    takes: Pair::STORED,
                    hint: app.say(words::cost::STORED_ABOUT),
                    testid: "door-stored",
                    ..Control::new("door-stored", app.say(words::cost::STORED), &pair.stored)
                };
                control.line(app, o, Msg::Pair(|pair, value| pair.stored = value));
                o.el("button btn primary", |o| {
                    o.attr("type", "submit");
                    o.flag("disabled", to.is_empty() || !pair.is_good());
                    o.attr("data-testid", "door-create");
                    o.say(words::CREATE_PAIR);
                });
            });
        },
    );
}

fn key(
    app: &Page,
    o: &mut Out,
    id: &'static str,
    label: &Text,
    value: &str,
    change: fn(&mut Pair, String),
) {
    let control = Control {
        placeholder: "alias/…",
        ..Control::new(id, app.say(label), value)
    };
    control.line(app, o, Msg::Pair(change));
}

/// The commands that save every page of every region, and where to drop the files.
fn estate(app: &Page, o: &mut Out) {
    door(
        o,
        Glyph::Source,
        words::DOOR_ESTATE,
        words::DOOR_ESTATE_ABOUT,
        &|o| {
            o.el("fieldset checks", |o| {
                o.word("legend", words::DOOR_REGIONS);
                o.el("div", |o| {
                    for region in REGIONS.iter().filter(|region| region.current) {
                        o.el("label check", |o| {
                            o.el("input", |o| {
                                o.attr("type", "checkbox");
                                o.checked(app.estate.contains(&region.id));
                                o.on(On::Change, Msg::Estate(region.id));
                            });
                            o.word("span", &region.name());
                        });
                    }
                });
            });
            let regions: Vec<_> = (REGIONS.iter().map(|region| region.id))
                .filter(|id| app.estate.contains(id))
                .collect();
            code_block::draw(
                app,
                o,
                "command",
                app.say(words::DOOR_COMMAND),
                &command(&regions),
            );
            o.el("details", |o| {
                o.word("summary", words::DOOR_POLICY);
                code_block::draw(
                    app,
                    o,
                    "policy",
                    app.say(words::DOOR_POLICY_LABEL),
                    &policy(),
                );
            });
            file_picker(o, words::DOOR_FILES);
        },
    );
}

/// The operations whose answers the command saves, with their parameters: the one whose list has no pages, those that count
/// their pages, and those that hand on a token.
const PAGES: &str = r#"  save DescribeVaultReplicationRegions
  pages DescribeVaults --VaultRegionId "$region"
  pages DescribeBackupPlans
  pages DescribeBackupClients --ClientType ECS_CLIENT
  pages DescribeClients --SourceType HANA
  pages DescribeHanaInstances
  pages DescribeRestoreJobs2
  tokens DescribePoliciesV2
  tokens DescribePolicyBindings
  tokens ListProtectedResources
"#;

/// How the command saves every page. A call that is refused says why and leaves no file; the others go on.
const SAVE: &str = r#"save() {
  file="$1-$region-$page.json"
  aliyun hbr "$@" --region "$region" > "$file" || { rm -f "$file"; return 1; }
}
pages() {
  page=1
  while save "$@" --PageSize 99 --PageNumber "$page"; do
    total=$(tr -d ' \n' < "$file" | sed -n 's/.*"TotalCount":\([0-9]*\).*/\1/p')
    [ "$((page * 99))" -lt "${total:-0}" ] || break
    page=$((page + 1))
  done
}
tokens() {
  page=1
  set -- "$1" --MaxResults 100
  while save "$@"; do
    next=$(tr -d ' \n' < "$file" | sed -n 's/.*"NextToken":"\([^"]*\)".*/\1/p')
    [ -n "$next" ] || break
    set -- "$1" --MaxResults 100 --NextToken "$next"
    page=$((page + 1))
  done
}
"#;

/// The names of the operations that the command calls.
fn operations() -> impl Iterator<Item = &'static str> {
    PAGES
        .lines()
        .filter_map(|line| line.split_ascii_whitespace().nth(1))
}

/// The read-only permission that the command needs, and no more.
fn policy() -> String {
    let mut actions = String::new();
    for operation in operations() {
        let comma = if actions.is_empty() { "" } else { "," };
        actions.push_str(comma);
        actions.push_str("\n        \"hbr:");
        actions.push_str(operation);
        actions.push('"');
    }
    [
        r#"{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["#,
        &actions,
        r#"
      ],
      "Resource": "*"
    }
  ]
}"#,
    ]
    .concat()
}

/// A script for any POSIX shell, also the cloud's own: every page of every list of every region, a file each.
fn command(regions: &[&str]) -> String {
    let regions = regions.join(" ");
    [
        SAVE,
        "for region in ",
        &regions,
        "; do\n  page=1\n",
        PAGES,
        "done",
    ]
    .concat()
}

/// A button that asks for files; they can be dropped anywhere as well.
pub(crate) fn file_picker(o: &mut Out, label: &Text) {
    o.el("label drop", |o| {
        o.el("input away", |o| {
            o.attr("type", "file");
            o.attr("multiple", "");
            o.attr("accept", ".json,.md,.svg,.txt,application/json");
            o.attr("data-testid", "file-input");
            o.on(On::Change, Msg::Files);
        });
        o.icon(Glyph::File);
        o.el("span", |o| {
            o.word("b", label);
            o.word("small", words::OR_DROP);
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_names_every_region_and_every_operation_once() {
        let text = command(&["cn-hangzhou", "ap-southeast-1"]);
        assert!(text.contains("for region in cn-hangzhou ap-southeast-1; do\n"));
        assert!(text.ends_with("done"));
        for operation in [
            "DescribeVaults",
            "DescribePoliciesV2",
            "DescribePolicyBindings",
            "DescribeBackupPlans",
            "DescribeBackupClients",
            "DescribeClients",
            "DescribeHanaInstances",
            "DescribeRestoreJobs2",
            "ListProtectedResources",
            "DescribeVaultReplicationRegions",
        ] {
            let calls = text.split_ascii_whitespace();
            assert_eq!(calls.filter(|word| *word == operation).count(), 1);
        }
    }

    #[test]
    fn the_permission_is_for_the_operations_that_are_called() {
        let policy: serde_json::Value = serde_json::from_str(&policy()).unwrap();
        let actions = policy["Statement"][0]["Action"].as_array().unwrap();
        let asked: Vec<String> = operations().map(|name| format!("hbr:{name}")).collect();
        assert_eq!(actions.len(), 10);
        assert_eq!(serde_json::json!(asked), policy["Statement"][0]["Action"]);
    }

    /// A client that answers from three pages of vaults and two of policies, and is refused the plans.
    #[cfg(unix)]
    const CLIENT: &str = r##"#!/bin/sh
call=$2 region= page=1 token=
while [ $# -gt 0 ]; do
  case $1 in
    --region) region=$2 ;;
    --PageNumber) page=$2 ;;
    --NextToken) token=$2 ;;
  esac
  shift
done
case $call in
  DescribeVaults) echo "{\"TotalCount\": 250, \"Vaults\": {\"Vault\": [{\"VaultId\": \"v-$region-$page\"}]}}" ;;
  DescribePoliciesV2)
    if [ -z "$token" ]; then
      echo '{"NextToken": "more", "Policies": []}'
    else
      echo "{\"NextToken\": \"\", \"Policies\": [{\"PolicyId\": \"$token\"}]}"
    fi ;;
  DescribeBackupPlans) echo refused >&2; exit 2 ;;
  *) echo '{"RequestId": "x", "TotalCount": 0}' ;;
esac
"##;

    #[cfg(unix)]
    #[test]
    fn the_command_saves_every_page_in_a_shell() {
        use std::os::unix::fs::PermissionsExt;
        let folder = std::env::temp_dir().join(format!("vaultplan-door-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let client = folder.join("aliyun");
        std::fs::write(&client, CLIENT).unwrap();
        std::fs::set_permissions(&client, std::fs::Permissions::from_mode(0o755)).unwrap();
        let path = std::env::var("PATH").unwrap();
        let run = std::process::Command::new("sh")
            .args(["-c", &command(&["cn-hangzhou", "cn-shanghai"])])
            .current_dir(&folder)
            .env("PATH", format!("{}:{path}", folder.display()))
            .output()
            .unwrap();
        let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        for region in ["cn-hangzhou", "cn-shanghai"] {
            for page in ["1", "2", "3"] {
                let saved = text(&format!("DescribeVaults-{region}-{page}.json"));
                assert!(
                    saved.contains(&format!("v-{region}-{page}")),
                    "{saved}{run:?}"
                );
            }
            assert!(text(&format!("DescribePoliciesV2-{region}-2.json")).contains("more"));
            assert!(!text(&format!("DescribeHanaInstances-{region}-1.json")).is_empty());
            let name = format!("DescribeVaultReplicationRegions-{region}-1.json");
            assert!(!text(&name).is_empty());
            // What is refused leaves no file behind, and the rest goes on.
            assert!(
                !folder
                    .join(format!("DescribeBackupPlans-{region}-1.json"))
                    .exists()
            );
        }
        let files = std::fs::read_dir(&folder).unwrap().count();
        // Three pages of vaults, two of policies, one of each of seven others, for two regions; and the client.
        assert_eq!(files, 2 * 12 + 1);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
