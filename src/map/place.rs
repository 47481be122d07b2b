//! Puts boxes and arrows in their places. A chain lies in rows of its own: what an arrow crosses on its way to another
//! lane is kept free, so that no arrow runs through a box. Chains share a height where they share no lane.

use super::chains::{Forest, Piece};
use super::fit::{fit, range, width};
use super::fold::{Draft, Drafts};
use super::lanes;
use super::words;
use super::{
    Arrow, ArrowKind, Frame, Lane, LaneKind, Node, NodeKind, Picture, Pill, Verdict, speak,
};
use crate::facts::{EncryptionMethod, Facts};
use crate::finding::{ObjectKind, ObjectRef};
use crate::lang::{Arg, Lang, Text, grouped};
use crate::text::names::order;

const MARGIN: i32 = 12;
/// Height of the head of a lane.
const HEAD: i32 = 66;
const PAD: i32 = 18;
/// Beside a vault whose mirror lies in its own lane.
const LOOP: i32 = 44;
/// Between lanes where nothing passes.
const NARROW: i32 = 20;
/// Columns of a lane, with the space to the right of it.
const COLUMNS: usize = 4;
const SPACE: usize = 3;

/// Type sizes of names and of what stands below them.
pub(super) const NAME_SIZE: i32 = 14;
pub(super) const SMALL_SIZE: i32 = 12;
/// Where the text of a box begins.
pub(super) const TEXT_X: i32 = 36;
/// Room for the mark of a box.
const MARK: i32 = 44;

/// How large things are.
struct Measure {
    /// Of a box.
    height: i32,
    /// From row to row.
    pitch: i32,
    /// What is added from chain to chain.
    between: i32,
    /// Height of the words on arrows.
    pill: i32,
    /// Widths of sources, vaults and restores.
    widths: [i32; 3],
    /// Between sources and vaults, and between vaults and restores.
    inner: i32,
    /// Between lanes, where words stand on arrows.
    wide: i32,
}

/// With two lines of text in a box, and with one.
const ROOMY: Measure = Measure {
    height: 52,
    pitch: 70,
    between: 12,
    pill: 24,
    widths: [184, 216, 184],
    inner: 46,
    wide: 158,
};
const DENSE: Measure = Measure {
    height: 32,
    pitch: 42,
    between: 8,
    pill: 22,
    widths: [150, 172, 150],
    inner: 44,
    wide: 84,
};

/// Where a box lies: its row within the picture's heights, its column.
#[derive(Clone, Copy, Default)]
struct Cell {
    row: usize,
    column: usize,
}

/// The column of a kind of box; restores stand where sources do in lanes without vaults.
fn column_of(kind: NodeKind, stores: bool) -> usize {
    match kind {
        NodeKind::Source => 0,
        NodeKind::Restore if stores => 2,
        NodeKind::Restore => 0,
        _ => 1,
    }
}

/// The rows of a chain, each with the columns that are taken.
#[derive(Default)]
struct Rows(Vec<Vec<(usize, usize)>>);

impl Rows {
    /// Takes columns in the first row from one on that has them free.
    fn take(&mut self, from: usize, low: usize, high: usize) -> usize {
        let mut row = from;
        while self
            .0
            .get(row)
            .is_some_and(|taken| taken.iter().any(|(l, h)| *l <= high && low <= *h))
        {
            row += 1;
        }
        while self.0.len() <= row {
            self.0.push(Vec::new());
        }
        if let Some(taken) = self.0.get_mut(row) {
            taken.push((low, high));
        }
        row
    }
}

/// Places everything.
pub(super) fn place(forest: &Forest<'_>, drafts: Drafts, facts: &Facts<'_>, lang: Lang) -> Picture {
    let list = &drafts.list;
    let measure = if drafts.roomy { ROOMY } else { DENSE };
    let shown = lanes::arrange(forest, list);
    let mut position = vec![0; forest.lanes.len()];
    for (at, lane) in shown.iter().enumerate() {
        if let Some(position) = position.get_mut(*lane) {
            *position = at;
        }
    }
    let position = |lane: usize| position.get(lane).copied().unwrap_or_default();
    let mut stores = vec![false; forest.lanes.len()];
    for draft in list {
        if column_of(draft.kind, true) == 1
            && let Some(stores) = stores.get_mut(draft.lane)
        {
            *stores = true;
        }
    }
    let column = |draft: &Draft| {
        let stores = stores.get(draft.lane) == Some(&true);
        position(draft.lane) * COLUMNS + column_of(draft.kind, stores)
    };

    // Chains from left to right by the lane that they begin in; within a lane as in the plan.
    let chain = |at: u32| {
        let start = drafts.starts.get(at as usize)?;
        let lane = list.get(*start)?.lane;
        let end = drafts
            .starts
            .get(at as usize + 1)
            .copied()
            .unwrap_or(list.len());
        Some((position(lane), *start, end))
    };
    let chains = order(drafts.starts.len(), &|a, b| chain(a).cmp(&chain(b)));

    let mut cells = vec![Cell::default(); list.len()];
    let mut tops = vec![0; list.len()];
    let mut sky = vec![0_i32; shown.len() * COLUMNS];
    for (_, start, end) in chains.iter().filter_map(|at| chain(*at)) {
        let mut rows = Rows::default();
        let (mut low, mut high) = (usize::MAX, 0);
        for at in start..end {
            let Some(draft) = list.get(at) else {
                continue;
            };
            let own = column(draft);
            let parent = draft
                .parent
                .and_then(|parent| Some((parent, cells.get(parent)?)));
            let (from, l, h) = match parent {
                None => (0, own, own),
                Some((_, parent)) if own < parent.column && draft.goes_to_parent() => {
                    (parent.row, own, parent.column - 1)
                }
                Some((_, parent)) if own > parent.column => (parent.row, parent.column + 1, own),
                Some((_, parent)) => (parent.row + 1, own, parent.column),
            };
            let row = rows.take(from, l, h);
            if let Some(cell) = cells.get_mut(at) {
                *cell = Cell { row, column: own };
            }
            (low, high) = (low.min(l), high.max(h));
        }
        let reach = sky.get(low..=high).unwrap_or_default();
        let top = reach.iter().copied().max().unwrap_or_default();
        for (at, cell) in cells.iter().enumerate().take(end).skip(start) {
            if let Some(slot) = tops.get_mut(at) {
                *slot = top + cell.row as i32 * measure.pitch;
            }
        }
        let bottom = top + rows.0.len() as i32 * measure.pitch + measure.between;
        for column in sky.get_mut(low..=high).unwrap_or_default() {
            *column = bottom;
        }
    }

    let sheet = sheet(forest, list, &shown, &cells, &measure, lang);
    let body = sky.iter().copied().max().unwrap_or_default();
    let height = HEAD + body.max(measure.pitch) + 6;
    let mut picture = Picture {
        lang,
        width: sheet.width,
        height: height + 2 * MARGIN,
        lanes: Vec::new(),
        nodes: Vec::new(),
        arrows: Vec::new(),
        folded: drafts.folded,
        focused: drafts.focused,
        beside: Vec::new(),
    };
    for (at, lane) in shown.iter().enumerate() {
        let (x, width) = sheet.lanes.get(at).copied().unwrap_or_default();
        let frame = Frame {
            x,
            y: MARGIN,
            width,
            height,
        };
        picture.lanes.push(head(forest, *lane, frame, lang));
    }
    // Boxes in the order of their chains.
    let mut numbers = vec![0; list.len()];
    for (_, start, end) in chains.iter().filter_map(|at| chain(*at)) {
        for at in start..end {
            let (Some(draft), Some(cell), Some(top)) = (list.get(at), cells.get(at), tops.get(at))
            else {
                continue;
            };
            let frame = Frame {
                x: sheet.columns.get(cell.column).copied().unwrap_or_default(),
                y: MARGIN + HEAD + top,
                width: measure
                    .widths
                    .get(cell.column % COLUMNS)
                    .copied()
                    .unwrap_or_default(),
                height: measure.height,
            };
            if let Some(number) = numbers.get_mut(at) {
                *number = picture.nodes.len();
            }
            let lane = position(draft.lane);
            let node = node(forest, facts, draft, frame, lane, lang, drafts.roomy);
            picture.nodes.push(node);
        }
    }
    for (_, start, end) in chains.iter().filter_map(|at| chain(*at)) {
        for at in start..end {
            let number = |at: usize| numbers.get(at).copied().unwrap_or_default();
            if let Some(draft) = list.get(at)
                && let Some(parent) = draft.parent
            {
                let blocked = || {
                    let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
                    let (of, to) = (cell(parent), cell(at));
                    let between = |other: &Cell| {
                        other.column == of.column && of.row < other.row && other.row < to.row
                    };
                    cells
                        .get(start..end)
                        .unwrap_or_default()
                        .iter()
                        .any(between)
                };
                let link = Link {
                    draft,
                    child: number(at),
                    parent: number(parent),
                    blocked: &blocked,
                };
                arrow(&mut picture, &link, &measure);
            }
        }
    }
    if !picture.focused {
        let drawn = list
            .iter()
            .filter(|draft| draft.kind == NodeKind::Snapshots);
        let drawn: usize = drawn.map(|draft| draft.count).sum();
        let plan = facts.plan;
        for (kind, count) in [
            (
                ObjectKind::Policy,
                plan.policies.len().saturating_sub(drawn),
            ),
            (ObjectKind::Client, plan.clients.len()),
            (ObjectKind::Key, plan.keys.len()),
            (ObjectKind::Change, plan.changes.len()),
        ] {
            if count > 0 {
                picture.beside.push((kind, count));
            }
        }
    }
    speak::speak(&mut picture);
    picture
}

/// Where lanes and columns lie.
struct Sheet {
    /// Left edge and width of each lane.
    lanes: Vec<(i32, i32)>,
    /// Left edge of each column.
    columns: Vec<i32>,
    width: i32,
}

fn sheet(
    forest: &Forest<'_>,
    list: &[Draft],
    shown: &[usize],
    cells: &[Cell],
    measure: &Measure,
    lang: Lang,
) -> Sheet {
    let mut used = vec![false; shown.len() * COLUMNS];
    // Which lanes have a loop, and which spaces carry words.
    let mut loops = vec![false; shown.len()];
    let mark = |list: &mut Vec<bool>, at: usize| {
        if let Some(slot) = list.get_mut(at) {
            *slot = true;
        }
    };
    for (draft, cell) in list.iter().zip(cells) {
        mark(&mut used, cell.column);
        let Some(parent) = draft.parent.and_then(|parent| cells.get(parent)) else {
            continue;
        };
        let (lane, of) = (cell.column / COLUMNS, parent.column / COLUMNS);
        if cell.column == parent.column {
            mark(&mut loops, lane);
        }
        if lane != of && !draft.goes_to_parent() {
            // The words stand in the space before the lane that the arrow goes to.
            let space = if lane > of { lane - 1 } else { lane };
            mark(&mut used, space * COLUMNS + SPACE);
        }
    }
    let used = |column: usize| used.get(column) == Some(&true);
    let mut sheet = Sheet {
        lanes: Vec::new(),
        columns: Vec::new(),
        width: 0,
    };
    let mut x = MARGIN;
    for (at, lane) in shown.iter().enumerate() {
        let first = at * COLUMNS;
        let (start, mut inner) = (x, x + PAD);
        for (sub, width) in measure.widths.into_iter().enumerate() {
            sheet.columns.push(inner);
            if used(first + sub) {
                inner += width;
                if (sub + 1..SPACE).any(|next| used(first + next)) {
                    inner += measure.inner;
                }
            }
        }
        sheet.columns.push(inner);
        let beside = if loops.get(at) == Some(&true) {
            LOOP
        } else {
            PAD
        };
        // A name of usual length has room, however little the lane holds.
        let title = width_of_title(forest, *lane, lang).min(300);
        let wide = (inner + beside - start).max(title + 2 * PAD);
        sheet.lanes.push((start, wide));
        x = start
            + wide
            + if used(first + SPACE) {
                measure.wide
            } else {
                NARROW
            };
        sheet.width = start + wide + MARGIN;
    }
    sheet.width = sheet.width.max(2 * MARGIN);
    sheet
}

const TITLE_SIZE: i32 = 16;

fn names_of(forest: &Forest<'_>, lane: usize, lang: Lang) -> (String, String) {
    let kind = forest.lanes.kind(lane);
    let Some(region) = forest.lanes.region(lane) else {
        return (words::lane(kind).get(lang).to_owned(), String::new());
    };
    match region.known {
        Some(known) => {
            let mut detail = region.id.to_owned();
            if let Some(zones) = known.zrs {
                detail.push_str(" · ");
                detail.push_str(if zones { words::ZRS } else { words::LRS }.get(lang));
            }
            (known.name().get(lang).to_owned(), detail)
        }
        None => (region.id.to_owned(), words::UNLISTED.get(lang).to_owned()),
    }
}

fn width_of_title(forest: &Forest<'_>, lane: usize, lang: Lang) -> i32 {
    let (title, detail) = names_of(forest, lane, lang);
    width(&title, TITLE_SIZE).max(width(&detail, SMALL_SIZE))
}

fn head(forest: &Forest<'_>, lane: usize, frame: Frame, lang: Lang) -> Lane {
    let (title, detail) = names_of(forest, lane, lang);
    let room = frame.width - 2 * PAD;
    let spoken = match forest.lanes.kind(lane) {
        LaneKind::Unlisted => [&title, ", ", &detail].concat(),
        _ => title.clone(),
    };
    Lane {
        frame,
        kind: forest.lanes.kind(lane),
        title: fit(&title, TITLE_SIZE, room),
        detail: fit(&detail, SMALL_SIZE, room),
        spoken,
    }
}

fn node(
    forest: &Forest<'_>,
    facts: &Facts<'_>,
    draft: &Draft,
    frame: Frame,
    lane: usize,
    lang: Lang,
    roomy: bool,
) -> Node {
    let piece = |at: usize| forest.pieces.get(at);
    let lead = piece(draft.piece);
    let first = lead.map_or("", |piece| piece.name);
    let last = piece(draft.last).map_or(first, |piece| piece.name);
    let name = range(first, last, draft.count);
    let about = about(facts, draft, lead, lang);
    let mut room = frame.width - TEXT_X - 10;
    if draft.verdict != Verdict::Ok {
        room -= MARK;
    }
    if !roomy && draft.chains > 0 {
        room -= 8;
    }
    let drawn = |piece: &&Piece<'_>| piece.kind != NodeKind::Absent;
    let title = title(draft, first, &name, room, lang);
    // A number that is the name already is not said twice.
    let more = about
        .strip_prefix(title.as_str())
        .and_then(|rest| rest.strip_prefix(" · "));
    let detail = fit(more.unwrap_or(&about), SMALL_SIZE, room);
    let members = draft.members.iter().filter_map(|at| piece(*at));
    Node {
        frame,
        lane,
        kind: draft.kind,
        objects: members.filter(drawn).map(|piece| piece.object).collect(),
        count: draft.count,
        chains: draft.chains,
        again: draft.count == 1 && lead.is_some_and(|piece| piece.again),
        target: lead.map_or_else(String::new, |piece| target(facts, piece.object)),
        title,
        detail: if roomy { detail } else { String::new() },
        name,
        about,
        mark: draft.mark,
        verdict: draft.verdict,
        spoken: String::new(),
    }
}

/// A name in its room: of several the range, else the first and how many more, else how many.
fn title(draft: &Draft, first: &str, name: &str, room: i32, lang: Lang) -> String {
    if draft.count > 1 && width(name, NAME_SIZE) > room {
        let short = range(first, first, draft.count);
        if width(&short, NAME_SIZE) > room {
            return fit(
                &words::many(draft.kind).say(draft.count, lang),
                NAME_SIZE,
                room,
            );
        }
        return short;
    }
    fit(name, NAME_SIZE, room)
}

/// The id to select for an object.
fn target(facts: &Facts<'_>, object: ObjectRef) -> String {
    if object.kind == ObjectKind::Mirror
        && let Some(at) = object.index.checked_sub(facts.plan.mirrors.len())
    {
        let rule = facts
            .implied
            .get(at)
            .and_then(|at| facts.policy_rules.get(*at));
        let policy = rule.and_then(|rule| facts.policy_of(rule));
        return policy.map_or_else(String::new, |policy| policy.doc.id.to_string());
    }
    facts.id(object).to_owned()
}

/// What a box is, in words.
fn about(facts: &Facts<'_>, draft: &Draft, lead: Option<&Piece<'_>>, lang: Lang) -> String {
    let Some(piece) = lead else {
        return String::new();
    };
    let index = piece.object.index;
    let say = |text: Text| text.get(lang).to_owned();
    let mut parts: Vec<String> = Vec::new();
    let gigabytes = |amount: u64| {
        let args = [Arg {
            name: "n",
            value: grouped(amount).into(),
        }];
        words::GIGABYTES.fill(lang, &args)
    };
    let method = |method: Option<EncryptionMethod>| match method {
        Some(EncryptionMethod::Managed) => say(words::MANAGED),
        Some(EncryptionMethod::Kms) => say(words::KMS),
        None => say(words::METHOD_UNKNOWN),
    };
    let of_source = |parts: &mut Vec<String>| {
        let kind = facts.sources.get(index).and_then(|source| source.kind);
        parts.push(kind.map_or_else(|| say(words::TYPE_UNKNOWN), |kind| say(kind.label())));
    };
    if draft.count > 1 {
        parts.push(words::many(draft.kind).say(draft.count, lang));
        if draft.kind == NodeKind::Source {
            of_source(&mut parts);
        }
        return parts.join(" · ");
    }
    match draft.kind {
        NodeKind::Source => {
            of_source(&mut parts);
            let size = facts
                .sources
                .get(index)
                .and_then(|source| source.doc.size_gb);
            parts.extend(size.map(|size| gigabytes(size.0)));
            if draft.parent.is_none() {
                parts.push(say(words::NO_VAULT));
            }
        }
        NodeKind::Vault => {
            if let Some(vault) = facts.vaults.get(index) {
                let kind = vault.kind.map_or(words::TYPE_UNKNOWN, words::vault_kind);
                parts.push(say(kind));
                parts.push(method(vault.encryption));
                parts.extend(vault.doc.stored_gb.map(|stored| gigabytes(stored.0)));
            }
        }
        NodeKind::Mirror => {
            if let Some(mirror) = facts.mirrors.get(index) {
                match mirror.implied_by {
                    Some(_) => parts.push(say(words::OF_POLICY)),
                    None => {
                        parts.push(say(words::MIRROR));
                        parts.push(method(mirror.encryption));
                    }
                }
                if mirror.heads_cycle {
                    parts.push(say(words::IN_CIRCLE));
                }
            }
        }
        NodeKind::Restore => {
            parts.push(say(words::RESTORE));
            let to = facts
                .restores
                .get(index)
                .and_then(|restore| restore.doc.to.as_deref());
            let resource = to.and_then(|to| to.resource.as_deref());
            parts.extend(resource.map(str::to_owned));
        }
        NodeKind::Snapshots => parts.push(say(words::SNAPSHOT)),
        NodeKind::Copies => parts.push(say(words::COPY)),
        NodeKind::Absent => parts.push(say(words::NOT_IN_PLAN)),
    }
    parts.join(" · ")
}

struct Link<'l> {
    draft: &'l Draft,
    child: usize,
    parent: usize,
    /// Whether a box stands between them, straight below the upper one.
    blocked: &'l dyn Fn() -> bool,
}

fn arrow(picture: &mut Picture, link: &Link<'_>, measure: &Measure) {
    let node = |at: usize| picture.nodes.get(at).map(|node| (node.frame, node.lane));
    let (Some((child, lane)), Some((parent, of))) = (node(link.child), node(link.parent)) else {
        return;
    };
    let (cy, py) = (child.middle(), parent.middle());
    let level = cy == py;
    let right = parent.right() + 15;
    let into = link.draft.goes_to_parent();
    let mut points = if child.x < parent.x && into {
        let bend = parent.x - 22;
        vec![(child.right(), cy), (bend, cy), (bend, py), (parent.x, py)]
    } else if child.x > parent.x && into {
        vec![
            (child.x, cy),
            (right, cy),
            (right, py),
            (parent.right(), py),
        ]
    } else if child.x > parent.x {
        vec![
            (parent.right(), py),
            (right, py),
            (right, cy),
            (child.x, cy),
        ]
    } else if child.x < parent.x && !(link.blocked)() {
        let bend = parent.x + 26;
        vec![(bend, parent.bottom()), (bend, cy), (child.right(), cy)]
    } else {
        vec![
            (parent.right(), py),
            (right, py),
            (right, cy),
            (child.right(), cy),
        ]
    };
    if level && let (Some(first), Some(last)) = (points.first().copied(), points.last().copied()) {
        points = vec![first, last];
    }
    let (kind, from, to) = match link.draft.kind {
        NodeKind::Source => (ArrowKind::Backup, link.child, link.parent),
        NodeKind::Restore => (ArrowKind::Restore, link.parent, link.child),
        _ => (ArrowKind::Mirror, link.parent, link.child),
    };
    let (verdict, worst) = link.draft.worst;
    let pill = (!into).then(|| {
        let edge = |at: usize| {
            picture
                .lanes
                .get(at)
                .map(|lane| lane.frame)
                .unwrap_or_default()
        };
        let mut text = String::new();
        let (x, y) = if lane == of && child.x == parent.x {
            (right, cy - measure.pitch / 2)
        } else if lane == of {
            (child.x - 22, cy)
        } else {
            let roomy = measure.wide == ROOMY.wide;
            if link.draft.count > 1 && verdict != Verdict::Ok {
                text = [&worst.to_string(), "/", &link.draft.count.to_string()].concat();
            } else if roomy {
                words::verdict(verdict)
                    .get(picture.lang)
                    .clone_into(&mut text);
            }
            let (left, right) = if lane > of {
                (edge(lane - 1).right(), edge(lane).x)
            } else {
                (edge(lane).right(), edge(lane + 1).x)
            };
            (i32::midpoint(left, right), cy)
        };
        let wide = match text.is_empty() {
            true => measure.pill,
            // The words are bold.
            false => width(&text, SMALL_SIZE) * 11 / 10 + 40,
        };
        Pill {
            frame: Frame {
                x: x - wide / 2,
                y: y - measure.pill / 2,
                width: wide,
                height: measure.pill,
            },
            text,
        }
    });
    picture.arrows.push(Arrow {
        kind,
        from,
        to,
        verdict,
        points,
        pill,
    });
}
