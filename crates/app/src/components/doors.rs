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
                code_block::draw(app, o, "policy", app.say(words::DOOR_POLICY_LABEL), POLICY);
            });
            file_picker(o, words::DOOR_FILES);
        },
    );
}

/// The read-only permission that the command needs, and no more.
const POLICY: &str = r#"{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "hbr:DescribeVaults",
      "Resource": "*"
    }
  ]
}"#;

/// A script for any POSIX shell, also the cloud's own: every page of every region, a file each.
fn command(regions: &[&str]) -> String {
    let regions = regions.join(" ");
    format!(
        "for region in {regions}; do\n  \
           page=1\n  \
           while :; do\n    \
             file=\"vaults-$region-$page.json\"\n    \
             aliyun hbr DescribeVaults --region \"$region\" --VaultRegionId \"$region\" \\\n      \
               --PageSize 99 --PageNumber \"$page\" > \"$file\" || break\n    \
             total=$(tr -d ' \\n' < \"$file\" | sed -n 's/.*\"TotalCount\":\\([0-9]*\\).*/\\1/p')\n    \
             [ \"$((page * 99))\" -lt \"${{total:-0}}\" ] || break\n    \
             page=$((page + 1))\n  \
           done\n\
         done"
    )
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
    fn the_command_names_every_region_and_loops_over_pages() {
        let text = command(&["cn-hangzhou", "ap-southeast-1"]);
        assert!(text.starts_with("for region in cn-hangzhou ap-southeast-1; do\n  page=1\n"));
        assert!(text.contains("--PageSize 99 --PageNumber \"$page\""));
        assert!(text.contains("\"${total:-0}\""));
        assert!(text.ends_with("done"));
        let policy: serde_json::Value = serde_json::from_str(POLICY).unwrap();
        assert_eq!(policy["Statement"][0]["Action"], "hbr:DescribeVaults");
    }
}
