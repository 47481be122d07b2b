//! The three doors of an empty planner: plan a mirror, bring your estate, open an example.

use std::collections::BTreeSet;

use vaultplan::catalog::regions::REGIONS;
use vaultplan::facts::Facts;
use vaultplan::model::Topology;
use vaultplan::questions::mirror_regions::{self, Allowed};
use vaultplan::text::patch::Op;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::code_block::CodeBlock;
use super::field::{Choice, Group, SelectField, TextField};
use super::icon::{Glyph, Icon};
use super::pickers;
use crate::shared::{Shared, use_shared};
use crate::state::{Action, Content, Label};
use crate::{dom, edit, examples, words};

#[component]
pub(crate) fn Doors() -> Html {
    let app = use_shared();
    html! {
        <div class="doors">
            <header>
                <h1>{ app.say(words::WELCOME) }</h1>
                <p>{ app.say(words::WELCOME_ABOUT) }</p>
            </header>
            <div class="door-row">
                <PairDoor />
                <EstateDoor />
                <section class="door">
                    <h2><Icon glyph={Glyph::File} />{ app.say(words::DOOR_EXAMPLE) }</h2>
                    <p>{ app.say(words::DOOR_EXAMPLE_ABOUT) }</p>
                    <ExampleList />
                </section>
            </div>
        </div>
    }
}

/// The examples, each a button.
#[component]
pub(crate) fn ExampleList() -> Html {
    let app = use_shared();
    let rows = examples::ALL.iter().map(|example| {
        let open = {
            let app = app.clone();
            Callback::from(move |_: MouseEvent| {
                // The examples read: a test holds them to it.
                let Ok(plan) = vaultplan::model::read_text(example.text) else {
                    return;
                };
                app.ask.act.emit(Action::Replace {
                    label: Label::new(words::STEP_EXAMPLE).arg("name", example.title),
                    content: Content::new(app.id_for_new(), plan.into_owned()),
                });
                dom::go(&crate::route::Route::Plan);
            })
        };
        html! {
            <li key={example.slug}>
                <button type="button" class="example" onclick={open} data-testid={format!("example-{}", example.slug)}>
                    <b>{ app.say(example.title) }</b><span>{ app.say(example.about) }</span></button>
            </li>
        }
    });
    html! { <ul class="examples">{ for rows }</ul> }
}

#[derive(Clone, Debug, PartialEq)]
struct Pair {
    from: String,
    to: String,
    method: String,
    key: String,
    mirror_key: String,
}

/// Two regions and a method: a valid pair.
#[component]
fn PairDoor() -> Html {
    let app = use_shared();
    let wanted = use_mut_ref(|| Pair {
        from: "cn-hangzhou".to_owned(),
        to: "cn-shanghai".to_owned(),
        method: String::new(),
        key: String::new(),
        mirror_key: String::new(),
    });
    let drawn = use_force_update();
    let pair = wanted.borrow().clone();
    let change = |apply: fn(&mut Pair, String)| {
        let (wanted, drawn) = (wanted.clone(), drawn.clone());
        Callback::from(move |value: String| {
            apply(&mut wanted.borrow_mut(), value);
            drawn.force_update();
        })
    };
    // A plan with the one vault, asked which regions its mirror may have.
    let plan = vault_of(&pair);
    let facts = Facts::new(&plan, plan.edition(), None);
    let offers = facts
        .vaults
        .first()
        .map(|vault| mirror_regions::mirror_regions(&facts, vault).regions)
        .unwrap_or_default();
    let refused = offers
        .iter()
        .any(|offer| offer.region.id == pair.to && offer.allowed == Allowed::No);
    let to = if refused {
        let best = offers.iter().find(|offer| offer.first);
        best.map(|offer| offer.region.id.to_owned())
            .unwrap_or_default()
    } else {
        pair.to.clone()
    };
    let mut from = pickers::vault_regions(&app, &pair.from);
    // A pair needs a region: nothing stated is no choice here.
    from.retain(|group| !group.heading.is_empty());
    let kms = pair.method == "KMS";
    let methods = vec![Group {
        heading: String::new(),
        choices: vec![
            Choice::new("", app.say(words::METHOD_MANAGED)),
            Choice::new("KMS", app.say(words::METHOD_KMS)),
        ],
    }];
    let create = {
        let (app, wanted, to) = (app.clone(), wanted.clone(), to.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let pair = wanted.borrow().clone();
            app.ask.act.emit(Action::Replace {
                label: Label::new(words::STEP_PAIR),
                content: Content::new(app.id_for_new(), plan_of(&app, &pair, &to)),
            });
            dom::go(&crate::route::Route::Plan);
        })
    };
    html! {
        <section class="door">
            <h2><Icon glyph={Glyph::Mirror} />{ app.say(words::DOOR_PAIR) }</h2>
            <p>{ app.say(words::DOOR_PAIR_ABOUT) }</p>
            <form onsubmit={create}>
                <SelectField id="door-from" label={app.say(words::SOURCE_REGION)} value={pair.from.clone()} groups={from}
                    oncommit={change(|pair, value| pair.from = value)} />
                <SelectField id="door-to" label={app.say(words::MIRROR_REGION)} value={to.clone()}
                    groups={pickers::mirror_regions(&app, &offers, &to, true)}
                    oncommit={change(|pair, value| pair.to = value)} />
                <SelectField id="door-method" label={app.say(words::ENCRYPTION)} value={pair.method.clone()} groups={methods}
                    oncommit={change(|pair, value| pair.method = value)} />
                <div class="slot">
                    if kms {
                        <TextField id="door-key" label={app.say(words::KEY_OF_SOURCE)} value={pair.key.clone()} placeholder="alias/…"
                            oncommit={change(|pair, value| pair.key = value)} />
                        <TextField id="door-mirror-key" label={app.say(words::KEY_OF_MIRROR)} value={pair.mirror_key.clone()}
                            placeholder="alias/…" oncommit={change(|pair, value| pair.mirror_key = value)} />
                    }
                </div>
                <button type="submit" class="btn primary" disabled={to.is_empty()} data-testid="door-create">{ app.say(words::CREATE_PAIR) }</button>
            </form>
        </section>
    }
}

/// A plan with one vault.
fn vault_of(pair: &Pair) -> Topology<'static> {
    let mut plan = Topology::empty();
    let mut fields = serde_json::Map::new();
    for (name, value) in [
        ("id", "v-1"),
        ("name", "vault"),
        ("region", &pair.from),
        ("encryption", &pair.method),
        ("kmsKey", &pair.key),
    ] {
        if !value.is_empty() {
            fields.insert(name.to_owned(), value.into());
        }
    }
    let vault = Op::set("/vaults/-", serde_json::Value::Object(fields));
    // The patch fits: it is made of the document's own fields.
    let _ = vaultplan::model::apply(&mut plan, &[vault]);
    plan
}

/// A vault and its mirror.
fn plan_of(app: &Shared, pair: &Pair, to: &str) -> Topology<'static> {
    let mut plan = vault_of(pair);
    let new = edit::NewMirror {
        region: to.to_owned(),
        kms_key: pair.mirror_key.clone(),
        ..edit::NewMirror::default()
    };
    let patch = {
        let facts = Facts::new(&plan, plan.edition(), None);
        let vault = facts.vaults.first();
        vault.map(|vault| edit::add_mirror(&facts, vault, &new).0.patch)
    };
    let _ = vaultplan::model::apply(&mut plan, &patch.unwrap_or_default());
    let name = Label::new(words::PAIR_NAME)
        .arg("from", edit::region_name(&pair.from, app.lang))
        .arg("to", edit::region_name(to, app.lang));
    plan.name = Some(name.get(app.lang).into());
    plan
}

/// The commands that save every page of every region, and where to drop the files.
#[component]
fn EstateDoor() -> Html {
    let app = use_shared();
    let chosen = use_state(|| BTreeSet::from(["cn-hangzhou", "cn-shanghai"]));
    let boxes = REGIONS
        .iter()
        .filter(|region| region.current)
        .map(|region| {
            let toggle = {
                let chosen = chosen.clone();
                Callback::from(move |event: Event| {
                    let input: HtmlInputElement = event.target_unchecked_into();
                    let mut next = (*chosen).clone();
                    if input.checked() {
                        next.insert(region.id);
                    } else {
                        next.remove(region.id);
                    }
                    chosen.set(next);
                })
            };
            html! {
                <label key={region.id} class="check">
                    <input type="checkbox" checked={chosen.contains(region.id)} onchange={toggle} />
                    <span>{ app.say(region.name()) }</span></label>
            }
        });
    let regions: Vec<_> = REGIONS
        .iter()
        .map(|region| region.id)
        .filter(|id| chosen.contains(id))
        .collect();
    html! {
        <section class="door">
            <h2><Icon glyph={Glyph::Source} />{ app.say(words::DOOR_ESTATE) }</h2>
            <p>{ app.say(words::DOOR_ESTATE_ABOUT) }</p>
            <fieldset class="checks"><legend>{ app.say(words::DOOR_REGIONS) }</legend><div>{ for boxes }</div></fieldset>
            <CodeBlock label={app.say(words::DOOR_COMMAND)} text={command(&regions)} />
            <details>
                <summary>{ app.say(words::DOOR_POLICY) }</summary>
                <CodeBlock label={app.say(words::DOOR_POLICY_LABEL)} text={POLICY} />
            </details>
            <FilePicker label={app.say(words::DOOR_FILES)} />
        </section>
    }
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

#[derive(Properties, PartialEq)]
pub(crate) struct PickerProps {
    pub(crate) label: AttrValue,
}

/// A button that asks for files; they can be dropped anywhere as well.
#[component]
pub(crate) fn FilePicker(props: &PickerProps) -> Html {
    let app = use_shared();
    let onchange = {
        let files = app.ask.files.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let list = dom::files(input.files());
            // The same file may be chosen again after it was mended.
            input.set_value("");
            if !list.is_empty() {
                files.emit(list);
            }
        })
    };
    html! {
        <label class="drop">
            <input type="file" multiple=true accept=".json,application/json" class="away" {onchange} data-testid="file-input" />
            <Icon glyph={Glyph::File} />
            <span><b>{ &props.label }</b><small>{ app.say(words::OR_DROP) }</small></span>
        </label>
    }
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
