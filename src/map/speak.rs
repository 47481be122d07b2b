//! What a box says to those who do not see it, and the ways from one box to the next.

use super::words::{self, Counted};
use super::{ArrowKind, Node, NodeKind, Picture, Way};
use crate::lang::{Arg, Lang, Text};

/// So many neighbours are named one by one.
const NAMED: usize = 3;

fn fill(text: &Text, lang: Lang, what: &str) -> String {
    let args = [Arg {
        name: "what",
        value: what.into(),
    }];
    text.fill(lang, &args)
}

fn named(node: &Node, lang: Lang) -> String {
    let what = if node.count > 1 {
        words::many(node.kind).say(node.count, lang)
    } else {
        words::one(node.kind).get(lang).to_owned()
    };
    [&what, " ", &node.name].concat()
}

fn in_lane(picture: &Picture, node: &Node) -> String {
    let lane = picture.lanes.get(node.lane).map_or("", |lane| &lane.spoken);
    let name = named(node, picture.lang);
    let args = [
        Arg {
            name: "what",
            value: name.into(),
        },
        Arg {
            name: "where",
            value: lane.into(),
        },
    ];
    words::IN.fill(picture.lang, &args)
}

/// Gives every box its words.
pub(super) fn speak(picture: &mut Picture) {
    let mut linked: Vec<Vec<usize>> = vec![Vec::new(); picture.nodes.len()];
    for (at, arrow) in picture.arrows.iter().enumerate() {
        for end in [arrow.from, arrow.to] {
            if let Some(arrows) = linked.get_mut(end) {
                arrows.push(at);
            }
        }
    }
    let spoken: Vec<String> = linked
        .iter()
        .enumerate()
        .map(|(at, arrows)| say(picture, at, arrows))
        .collect();
    for (node, spoken) in picture.nodes.iter_mut().zip(spoken) {
        node.spoken = spoken;
    }
}

/// As in: vault erp-main, China (Hangzhou), General · KMS; 3 sources, mirror erp-copy in China (Shanghai); 1 error.
fn say(picture: &Picture, at: usize, arrows: &[usize]) -> String {
    let lang = picture.lang;
    let (comma, stop) = match lang {
        Lang::En => (", ", "; "),
        Lang::Zh => ("，", "；"),
    };
    let Some(node) = picture.nodes.get(at) else {
        return String::new();
    };
    let lane = picture.lanes.get(node.lane).map_or("", |lane| &lane.spoken);
    let mut out = [&named(node, lang), comma, lane].concat();
    if !node.about.is_empty() && node.count == 1 {
        out.push_str(comma);
        out.push_str(&node.about);
    }
    if node.again {
        out.push_str(comma);
        out.push_str(words::ALSO.get(lang));
    }
    let mut near: Vec<String> = Vec::new();
    let mut sources = 0;
    let mut ahead: Vec<&Node> = Vec::new();
    for arrow in arrows.iter().filter_map(|at| picture.arrows.get(*at)) {
        let goes = arrow.from == at;
        let other = picture.nodes.get(if goes { arrow.to } else { arrow.from });
        let Some(other) = other else {
            continue;
        };
        match (arrow.kind, goes) {
            (ArrowKind::Backup, false) => sources += other.count,
            (ArrowKind::Backup, true) => {
                near.push(fill(&words::INTO, lang, &in_lane(picture, other)))
            }
            (ArrowKind::Mirror, false) => {
                near.push(fill(&words::COPY_OF, lang, &in_lane(picture, other)));
            }
            (ArrowKind::Restore, false) => {
                near.push(fill(&words::FROM, lang, &in_lane(picture, other)));
            }
            (ArrowKind::Mirror | ArrowKind::Restore, true) => ahead.push(other),
        }
    }
    if sources > 0 {
        near.push(words::SOURCES.say(sources, lang));
    }
    if ahead.len() <= NAMED {
        near.extend(ahead.iter().map(|other| in_lane(picture, other)));
    } else {
        for kind in [NodeKind::Mirror, NodeKind::Copies, NodeKind::Restore] {
            let of_kind = ahead.iter().filter(|other| other.kind == kind);
            let count: usize = of_kind.map(|other| other.count).sum();
            if count > 0 {
                near.push(words::many(kind).say(count, lang));
            }
        }
    }
    if !near.is_empty() {
        out.push_str(stop);
        out.push_str(&near.join(comma));
    }
    let mark = node.mark;
    let counts: [(&Counted, usize); 3] = [
        (&words::ERRORS, mark.errors),
        (&words::WARNINGS, mark.warnings),
        (&words::UNDECIDED, mark.undecided),
    ];
    let found = counts.iter().filter(|(_, number)| *number > 0);
    let found: Vec<String> = found
        .map(|(words, number)| words.say(*number, lang))
        .collect();
    if !found.is_empty() {
        out.push_str(stop);
        out.push_str(&found.join(comma));
    }
    out
}

impl Picture {
    /// The box of an object's id; the first where several are.
    #[must_use]
    pub fn find(&self, object: crate::finding::ObjectRef) -> Option<usize> {
        self.nodes
            .iter()
            .position(|node| node.objects.contains(&object))
    }

    /// The neighbour of a box: along arrows to the left and right, else what lies nearest that way.
    #[must_use]
    pub fn neighbour(&self, at: usize, way: Way) -> Option<usize> {
        let here = self.nodes.get(at)?.frame;
        match way {
            Way::Next => return Some(at + 1).filter(|at| *at < self.nodes.len()),
            Way::Before => return at.checked_sub(1),
            _ => {}
        }
        let lies = |other: usize| {
            let there = self.nodes.get(other)?.frame;
            let (dx, dy) = (there.x - here.x, there.y - here.y);
            let (ahead, aside) = match way {
                Way::Left => (-dx, dy),
                Way::Right => (dx, dy),
                Way::Up => (-dy, dx),
                Way::Down | Way::Next | Way::Before => (dy, dx),
            };
            (ahead > 0).then_some((ahead, aside.abs()))
        };
        if matches!(way, Way::Left | Way::Right) {
            let mut best: Option<((i32, i32), usize)> = None;
            for arrow in &self.arrows {
                let other = match (arrow.from == at, arrow.to == at) {
                    (true, _) => arrow.to,
                    (_, true) => arrow.from,
                    _ => continue,
                };
                let Some((ahead, aside)) = lies(other) else {
                    continue;
                };
                let found = ((aside, ahead), other);
                if best.is_none_or(|best| found < best) {
                    best = Some(found);
                }
            }
            if let Some((_, other)) = best {
                return Some(other);
            }
        }
        let mut best: Option<((bool, i32, i32), usize)> = None;
        for other in 0..self.nodes.len() {
            let Some((ahead, aside)) = lies(other) else {
                continue;
            };
            let order = match way {
                // In the same column first, the nearest.
                Way::Left | Way::Right => (false, ahead + 4 * aside, aside),
                _ => (aside > 60, ahead + aside, aside),
            };
            if best.is_none_or(|best| (order, other) < best) {
                best = Some((order, other));
            }
        }
        best.map(|(_, other)| other)
    }
}
