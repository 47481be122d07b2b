//! The map: what it holds, that nothing lies on anything else, that it can be walked through, that a picture carries
//! its plan.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::json;
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::import::{self, Kind, picture};
use vaultplan::lang::Lang;
use vaultplan::map::{self, Asked, Focus, Frame, NodeKind, Picture, Verdict, Way};
use vaultplan::model::{self, Topology};
use vaultplan::report::{self, Options};

use crate::estates::estate;

fn drawn(plan: &Topology<'_>, lang: Lang, focus: Focus<'_>) -> Picture {
    let report = report::check(plan, Options::default());
    let asked = Asked {
        lang,
        focus,
        stopped: report.stopped,
    };
    map::layout(&report.facts, &report.findings, &asked)
}

fn whole(text: &str) -> Picture {
    drawn(&model::read_text(text).unwrap(), Lang::En, Focus::Whole)
}

fn inside(inner: Frame, outer: Frame) -> bool {
    inner.x >= outer.x
        && inner.y >= outer.y
        && inner.right() <= outer.right()
        && inner.bottom() <= outer.bottom()
}

fn overlap(a: Frame, b: Frame) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

/// Whether a point lies on the edge of a box.
fn touches((x, y): (i32, i32), frame: Frame) -> bool {
    let across = (frame.x..=frame.right()).contains(&x) && (frame.y..=frame.bottom()).contains(&y);
    across && (x == frame.x || x == frame.right() || y == frame.y || y == frame.bottom())
}

/// What holds for every picture.
fn sound(picture: &Picture) {
    let all = Frame {
        width: picture.width,
        height: picture.height,
        ..Frame::default()
    };
    for (at, lane) in picture.lanes.iter().enumerate() {
        assert!(inside(lane.frame, all), "lane {at} is outside");
        for other in &picture.lanes[..at] {
            assert!(!overlap(lane.frame, other.frame), "lanes overlap");
        }
    }
    // Sorted by height, only neighbours can overlap.
    let mut order: Vec<usize> = (0..picture.nodes.len()).collect();
    order.sort_by_key(|at| picture.nodes[*at].frame.y);
    for (place, at) in order.iter().enumerate() {
        let node = &picture.nodes[*at];
        assert!(
            inside(node.frame, picture.lanes[node.lane].frame),
            "{} is outside its lane",
            node.name
        );
        assert!(!node.spoken.is_empty() && !node.target.is_empty());
        for other in order[place + 1..].iter().map(|at| &picture.nodes[*at]) {
            if other.frame.y >= node.frame.bottom() {
                break;
            }
            assert!(
                !overlap(node.frame, other.frame),
                "{} and {}",
                node.name,
                other.name
            );
        }
    }
    for arrow in &picture.arrows {
        let (from, to) = (
            picture.nodes[arrow.from].frame,
            picture.nodes[arrow.to].frame,
        );
        assert!(
            touches(*arrow.points.first().unwrap(), from),
            "{arrow:?} {from:?}"
        );
        assert!(
            touches(*arrow.points.last().unwrap(), to),
            "{arrow:?} {to:?}"
        );
        for pair in arrow.points.windows(2) {
            let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
            assert!(ax == bx || ay == by, "{arrow:?} runs aslant");
            // No arrow runs through a box, nor through the head of a lane.
            let way = Frame {
                x: ax.min(bx),
                y: ay.min(by),
                width: (ax - bx).abs(),
                height: (ay - by).abs(),
            };
            for node in &picture.nodes {
                let frame = node.frame;
                let crosses = way.x < frame.right()
                    && frame.x < way.right().max(way.x + 1)
                    && way.y < frame.bottom()
                    && frame.y < way.bottom().max(way.y + 1)
                    && (way.right() > frame.x && way.x < frame.right());
                let own = frame == from || frame == to;
                assert!(own || !crosses, "{arrow:?} runs through {}", node.name);
            }
        }
        if let Some(pill) = &arrow.pill {
            for node in &picture.nodes {
                assert!(
                    !overlap(pill.frame, node.frame),
                    "{:?} lies on {}",
                    pill,
                    node.name
                );
            }
        }
    }
    // Every box is reached with the keys that lead to neighbours.
    if let Some(first) = (!picture.nodes.is_empty()).then_some(0) {
        let mut seen = BTreeSet::from([first]);
        let mut next = vec![first];
        while let Some(at) = next.pop() {
            for way in [
                Way::Left,
                Way::Right,
                Way::Up,
                Way::Down,
                Way::Next,
                Way::Before,
            ] {
                let to = picture.neighbour(at, way);
                next.extend(to.filter(|to| seen.insert(*to)));
            }
        }
        assert_eq!(
            seen.len(),
            picture.nodes.len(),
            "some boxes cannot be reached"
        );
    }
}

/// Every vault, mirror, source and restore is in a box, the first time exactly once.
fn complete(plan: &Topology<'_>, picture: &Picture) {
    let mut once: Vec<ObjectRef> = Vec::new();
    let mut all = BTreeSet::new();
    for node in &picture.nodes {
        all.extend(node.objects.iter().copied());
        if !node.again && node.count == 1 && node.chains == 0 {
            once.extend(
                node.objects
                    .iter()
                    .copied()
                    .filter(|o| o.kind != ObjectKind::Policy),
            );
        }
    }
    for (kind, count) in [
        (ObjectKind::Vault, plan.vaults.len()),
        (ObjectKind::Mirror, plan.mirrors.len()),
        (ObjectKind::Source, plan.sources.len()),
        (ObjectKind::Restore, plan.restores.len()),
    ] {
        for index in 0..count {
            assert!(
                all.contains(&ObjectRef::new(kind, index)),
                "{kind:?} {index} is not drawn"
            );
        }
    }
    let stores: Vec<_> = once
        .iter()
        .filter(|o| o.kind != ObjectKind::Source)
        .collect();
    let different: BTreeSet<_> = stores.iter().collect();
    assert_eq!(stores.len(), different.len(), "something is drawn twice");
}

proptest! {
    #[test]
    fn every_plan_has_a_sound_picture(number in any::<u64>()) {
        let text = estate(number);
        let plan = model::read_text(&text).unwrap();
        for lang in Lang::ALL {
            let picture = drawn(&plan, lang, Focus::Whole);
            sound(&picture);
            complete(&plan, &picture);
            prop_assert_eq!(&picture, &drawn(&plan, lang, Focus::Whole));
        }
        let of = |kind, count| (0..count).map(move |index| ObjectRef::new(kind, index));
        let stores = of(ObjectKind::Vault, plan.vaults.len()).chain(of(ObjectKind::Mirror, plan.mirrors.len()));
        for object in stores {
            let id = match object.kind {
                ObjectKind::Vault => &plan.vaults[object.index].id,
                _ => &plan.mirrors[object.index].id,
            };
            let chain = drawn(&plan, Lang::En, Focus::Chain(id));
            prop_assert!(chain.focused);
            sound(&chain);
            prop_assert!(chain.find(object).is_some(), "{} is not in its own chain", &**id);
        }
    }

    #[test]
    fn a_picture_carries_its_plan(number in any::<u64>(), name in "\\PC*|[\u{0}-\u{20}<>&\"\u{fffe}\u{ffff}]{1,8}") {
        let text = estate(number);
        let mut plan = model::read_text(&text).unwrap().into_owned();
        plan.name = Some(name.clone().into());
        plan.vaults[0].name = Some(name.clone().into());
        plan.note = Some("</metadata>]]><script>alert(1)</script>".to_owned().into());
        let svg = map::write(&drawn(&plan, Lang::Zh, Focus::Whole), &plan);
        prop_assert!(!svg.contains("<script"));
        prop_assert_eq!(import::recognise(&svg), Kind::Picture);
        let carried = picture::plan_in(&svg).unwrap();
        let read = model::read_text(&carried).unwrap().into_owned();
        prop_assert_eq!(model::write(&read), model::write(&plan));
        let spoilt = svg.chars().take(svg.chars().count() / 2).collect::<String>();
        let _ = picture::plan_in(&spoilt);
    }
}

#[test]
fn the_pair_is_drawn_as_people_draw_it() {
    let picture = whole(include_str!("../../examples/hangzhou-shanghai.json"));
    let [vault, mirror] = picture.nodes.as_slice() else {
        panic!("{picture:?}");
    };
    assert_eq!(
        (vault.kind, mirror.kind),
        (NodeKind::Vault, NodeKind::Mirror)
    );
    assert!(vault.frame.right() < mirror.frame.x);
    assert_eq!(vault.frame.y, mirror.frame.y);
    let [arrow] = picture.arrows.as_slice() else {
        panic!("{picture:?}");
    };
    assert_eq!(
        (arrow.verdict, arrow.pill.as_ref().unwrap().text.as_str()),
        (Verdict::Ok, "ok")
    );
    assert_eq!(
        vault.spoken,
        "vault erp-main, China (Hangzhou), General · managed key; mirror m-shanghai in China (Shanghai)"
    );
    assert_eq!(
        picture.summary(),
        "China (Hangzhou): 1 vault; China (Shanghai): 1 mirror"
    );
}

#[test]
fn a_refused_mirror_says_so_in_both_languages() {
    let text = include_str!("../../examples/broken-pair.json");
    let plan = model::read_text(text).unwrap();
    for (lang, word) in [(Lang::En, "would be refused"), (Lang::Zh, "将被拒绝")] {
        let picture = drawn(&plan, lang, Focus::Whole);
        let refused: Vec<_> = picture
            .arrows
            .iter()
            .filter(|arrow| arrow.verdict == Verdict::Refused)
            .collect();
        assert_eq!(refused.len(), 2);
        // One of them lies in its vault's own region, where there is room for the glyph alone.
        let words: Vec<_> = refused
            .iter()
            .filter_map(|arrow| arrow.pill.as_ref())
            .collect();
        assert!(words.iter().any(|pill| pill.text == word));
        assert!(words.iter().any(|pill| pill.text.is_empty()));
    }
}

#[test]
fn a_check_that_stopped_proves_nothing() {
    let plan = model::read_text(include_str!("../../examples/hangzhou-shanghai.json")).unwrap();
    let report = report::check(&plan, Options::default());
    let asked = Asked {
        stopped: true,
        ..Asked::default()
    };
    let picture = map::layout(&report.facts, &report.findings, &asked);
    assert_eq!(picture.arrows[0].verdict, Verdict::Undecided);
}

#[test]
fn an_empty_plan_has_an_empty_picture() {
    let picture = whole(r#"{"format": "vaultplan/1"}"#);
    assert!(picture.nodes.is_empty() && picture.lanes.is_empty());
    sound(&picture);
}

#[test]
fn policies_make_mirrors_and_snapshots_on_the_map() {
    let text = json!({
        "format": "vaultplan/1",
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}],
        "sources": [
            {"id": "s", "type": "ECS_FILE", "region": "cn-hangzhou"},
            {"id": "i", "type": "UDM_ECS", "region": "cn-beijing"},
        ],
        "policies": [
            {"id": "p", "name": "daily", "sources": ["s"], "rules": [
                {"type": "BACKUP", "vault": "v"}, {"type": "REPLICATION", "replicationRegion": "cn-shanghai"}]},
            {"id": "q", "name": "images", "type": "UDM_ECS_ONLY", "sources": ["i"], "rules": [
                {"type": "BACKUP"}, {"type": "REPLICATION", "replicationRegion": "cn-shanghai"}]},
        ],
    });
    let picture = whole(&text.to_string());
    let kind = |kind: NodeKind| {
        picture
            .nodes
            .iter()
            .filter(|node| node.kind == kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(kind(NodeKind::Mirror)[0].name, "daily");
    assert_eq!(kind(NodeKind::Mirror)[0].target, "p");
    assert_eq!(kind(NodeKind::Snapshots)[0].target, "q");
    let copy = kind(NodeKind::Copies)[0];
    assert_eq!(picture.lanes[copy.lane].title, "China (Shanghai)");
    assert!(picture.beside.contains(&(ObjectKind::Policy, 1)));
}

#[test]
fn what_the_plan_lacks_is_drawn_as_lacking() {
    let text = json!({
        "format": "vaultplan/1",
        "vaults": [{"id": "v", "name": "erp"}, {"id": "w", "name": "crm", "region": "cn-hangzou"}],
        "mirrors": [{"id": "m", "source": "gone", "region": "cn-shanghai"}],
        "sources": [{"id": "s", "type": "NAS", "vault": "also-gone"}, {"id": "t", "type": "File"}],
        "restores": [{"id": "r", "source": "s", "from": "gone"}],
    });
    let picture = whole(&text.to_string());
    sound(&picture);
    let absent: Vec<_> = picture
        .nodes
        .iter()
        .filter(|node| node.kind == NodeKind::Absent)
        .collect();
    assert_eq!(
        absent.iter().map(|node| &*node.name).collect::<Vec<_>>(),
        ["gone", "also-gone"]
    );
    // Selecting what is not there shows what names it.
    assert_eq!(absent[0].target, "m");
    let titles: Vec<_> = picture.lanes.iter().map(|lane| &*lane.title).collect();
    assert_eq!(titles.first(), Some(&"On premises"));
    assert_eq!(titles.last(), Some(&"Region not stated"));
    assert!(titles.contains(&"cn-hangzou"));
}

/// An estate of so many vaults with their sources, mirrors and restores over several regions.
pub(crate) fn large(vaults: usize, sources: usize) -> String {
    let regions = ["cn-hangzhou", "cn-beijing", "cn-shenzhen", "ap-southeast-1"];
    let copies = ["cn-shanghai", "cn-zhangjiakou", "cn-heyuan"];
    let kinds = ["ECS_FILE", "NAS", "OSS"];
    let id = |letter: &str, at: usize| format!("{letter}-{at:05}");
    json!({
        "format": "vaultplan/1",
        "vaults": (0..vaults).map(|at| json!({
            "id": id("v", at), "name": format!("vault-{at:05}"), "region": regions[at % 4],
            "type": if at % 9 == 4 { "DATABASE" } else { "STANDARD" },
        })).collect::<Vec<_>>(),
        "mirrors": (0..vaults).filter(|at| at % 5 != 3).map(|at| json!({
            "id": id("m", at), "source": id("v", at), "region": copies[at % 3],
        })).collect::<Vec<_>>(),
        "sources": (0..sources).map(|at| json!({
            "id": id("s", at), "type": kinds[at % 3], "vault": id("v", at % vaults),
            "region": regions[(at % vaults) % 4],
        })).collect::<Vec<_>>(),
        "restores": (0..vaults / 10).map(|at| json!({
            "id": id("r", at), "source": id("s", at), "from": id("m", at * 10), "to": {"region": copies[(at * 10) % 3]},
        })).collect::<Vec<_>>(),
    })
    .to_string()
}

#[test]
fn a_large_estate_is_folded_and_every_group_opens() {
    let text = large(300, 3_000);
    let plan = model::read_text(&text).unwrap();
    let picture = drawn(&plan, Lang::En, Focus::Whole);
    sound(&picture);
    complete(&plan, &picture);
    assert!(
        picture.folded && picture.nodes.len() <= 300,
        "{}",
        picture.nodes.len()
    );
    let groups: Vec<_> = picture
        .nodes
        .iter()
        .filter(|node| node.chains > 0)
        .collect();
    let vaults: usize = groups
        .iter()
        .filter(|node| node.kind == NodeKind::Vault)
        .map(|node| node.count)
        .sum();
    let single = picture
        .nodes
        .iter()
        .filter(|node| node.kind == NodeKind::Vault && node.chains == 0)
        .count();
    assert_eq!(vaults + single, 300);
    for group in groups {
        let opened = drawn(&plan, Lang::En, Focus::Group(&group.target, group.chains));
        sound(&opened);
        assert!(opened.focused);
        let heads: usize = opened
            .nodes
            .iter()
            .filter(|node| node.kind == group.kind)
            .map(|node| node.count)
            .sum();
        assert!(heads >= group.count, "{} opens to {heads}", group.name);
    }
}

#[test]
fn ten_thousand_vaults_are_drawn_in_bounded_time() {
    let text = large(10_000, 20_000);
    let plan = model::read_text(&text).unwrap();
    let report = report::check(&plan, Options::default());
    let started = Instant::now();
    let picture = map::layout(&report.facts, &report.findings, &Asked::default());
    let took = started.elapsed();
    assert!(took < Duration::from_secs(4), "{took:?}");
    assert!(picture.nodes.len() <= 600, "{}", picture.nodes.len());
    complete(&plan, &picture);
    // A group of thousands opens in steps, none of which is larger than a picture.
    let group = picture.nodes.iter().max_by_key(|node| node.chains).unwrap();
    let opened = drawn(&plan, Lang::En, Focus::Group(&group.target, group.chains));
    assert!(opened.folded && opened.nodes.len() <= 600);
    let smaller = opened.nodes.iter().max_by_key(|node| node.chains).unwrap();
    assert!(smaller.chains < group.chains);
}

#[test]
fn awkward_shapes_have_pictures_too() {
    let mirrors = |count: usize, of: &dyn Fn(usize) -> String| -> Vec<_> {
        (0..count)
            .map(|at| json!({"id": format!("m{at}"), "source": of(at), "region": "cn-shanghai"}))
            .collect()
    };
    let deep = |at: usize| {
        if at == 0 {
            "v".to_owned()
        } else {
            format!("m{}", at - 1)
        }
    };
    let circle = |at: usize| format!("m{}", (at + 1) % 2_000);
    let star = |_: usize| "v".to_owned();
    let nowhere = |at: usize| format!("gone-{at}");
    for of in [&deep as &dyn Fn(usize) -> String, &circle, &star, &nowhere] {
        let text = json!({
            "format": "vaultplan/1",
            "vaults": [{"id": "v", "region": "cn-hangzhou"}],
            "mirrors": mirrors(2_000, of),
        });
        let text = text.to_string();
        let plan = model::read_text(&text).unwrap();
        let picture = drawn(&plan, Lang::Zh, Focus::Whole);
        sound(&picture);
        complete(&plan, &picture);
        assert!(picture.nodes.len() < 700, "{}", picture.nodes.len());
    }
    let regions: Vec<_> = (0..3_000)
        .map(|at| json!({"id": format!("v{at}"), "region": format!("r-{at}")}))
        .collect();
    let text = json!({"format": "vaultplan/1", "vaults": regions}).to_string();
    let plan = model::read_text(&text).unwrap();
    let picture = drawn(&plan, Lang::En, Focus::Whole);
    sound(&picture);
    complete(&plan, &picture);
    assert!(picture.lanes.len() < 50);
}

#[test]
fn pictures_that_other_programs_wrote_again_still_carry_the_plan() {
    let plan = r#"{"format":"vaultplan/1","name":"a < b & c"}"#;
    for svg in [
        format!(
            "<?xml version='1.0'?>\n<svg:svg><svg:metadata id='vaultplan-plan'><![CDATA[{plan}]]></svg:metadata></svg:svg>"
        ),
        format!(
            "\u{feff}<svg><metadata><rdf/></metadata><metadata\n class=\"x\" id=\"vaultplan-plan\">{}</metadata></svg>",
            plan.replace('&', "&#38;")
                .replace('<', "&#x3c;")
                .replace('"', "&quot;")
        ),
    ] {
        assert_eq!(import::recognise(&svg), Kind::Picture, "{svg}");
        let found = picture::plan_in(&svg).unwrap();
        assert_eq!(found.trim(), plan);
    }
    for other in [
        "<svg><metadata id=\"other\">{}</metadata></svg>",
        "<svg/>",
        "{\"metadata\": 1}",
        "metadata",
        "",
    ] {
        assert_eq!(picture::plan_in(other), None, "{other}");
    }
}
