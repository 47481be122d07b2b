//! Draws a picture with whatever draws elements: a text in a file, or nodes of a page. Looks are classes; colours are
//! the style sheet's.

use super::place::{SMALL_SIZE, TEXT_X};
use super::{Arrow, ArrowKind, Frame, LaneKind, Node, NodeKind, Picture, Verdict, fit, words};
use crate::lang::{Lang, Text};

/// What draws elements. Names of elements and attributes are ours; values and texts may be the user's, and whoever
/// writes them keeps them from becoming markup.
pub trait Pen {
    /// Begins an element.
    fn open(&mut self, tag: &'static str);
    /// States an attribute of the element that was begun last; before anything is put into it.
    fn attr(&mut self, name: &'static str, value: &str);
    /// Puts a text into the open element.
    fn text(&mut self, text: &str);
    /// Ends the open element.
    fn close(&mut self);
    /// The element that was begun last is the box of that number: what can be done with it is stated now. Gives a
    /// further class for it, after a blank.
    fn node(&mut self, _number: usize) -> &'static str {
        ""
    }
}

/// Pictures of 16 by 16 for each kind of box; they tell kinds apart without colour.
const fn icon(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Vault => "M2.5 3h11v10h-11zM10 8A2 2 0 1 1 6 8a2 2 0 0 1 4 0zM8 6V4.5M8 11.5V10",
        NodeKind::Mirror => "M2.5 3.5h7v9h-7zM6.5 3.5h7v9h-7",
        NodeKind::Source => {
            "M3 4.5c0-1.1 2.2-2 5-2s5 .9 5 2-2.2 2-5 2-5-.9-5-2zM3 4.5v7c0 1.1 2.2 2 5 2s5-.9 5-2v-7M3 8c0 1.1 2.2 2 5 2s5-.9 5-2"
        }
        NodeKind::Restore => "M3.5 6.5H10a3.5 3.5 0 0 1 0 7H7M6.5 3.5l-3 3 3 3",
        NodeKind::Snapshots | NodeKind::Copies => {
            "M2.5 5h3l1-1.5h3l1 1.5h3v8h-11zM10.3 8.8A2.3 2.3 0 1 1 5.7 8.8a2.3 2.3 0 0 1 4.6 0z"
        }
        NodeKind::Absent => "M4 4l8 8M12 4l-8 8",
    }
}

const fn glyph(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => "M3.5 8.5l3 3 6-7",
        Verdict::Warned => "M8 4v5M8 11.5v.2",
        Verdict::Undecided => "M5.8 6a2.3 2.3 0 1 1 3.3 2c-.8.5-1.1 1-1.1 1.8M8 12.2v.2",
        Verdict::Refused => "M5 5l6 6M11 5l-6 6",
    }
}

const fn class_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => " m-ok",
        Verdict::Warned => " m-warned",
        Verdict::Undecided => " m-undecided",
        Verdict::Refused => " m-refused",
    }
}

const fn kind_of(kind: ArrowKind) -> &'static str {
    match kind {
        ArrowKind::Backup => " m-backup",
        ArrowKind::Mirror => " m-mirror",
        ArrowKind::Restore => " m-restore",
    }
}

const fn box_of(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Source => " m-source",
        NodeKind::Vault => " m-vault",
        NodeKind::Mirror => " m-copy",
        NodeKind::Snapshots => " m-snapshots",
        NodeKind::Copies => " m-copy m-snapshots",
        NodeKind::Restore => " m-target",
        NodeKind::Absent => " m-absent",
    }
}

fn number(pen: &mut dyn Pen, name: &'static str, value: i32) {
    pen.attr(name, &value.to_string());
}

fn rect(pen: &mut dyn Pen, class: &str, frame: Frame, round: i32) {
    pen.open("rect");
    pen.attr("class", class);
    number(pen, "x", frame.x);
    number(pen, "y", frame.y);
    number(pen, "width", frame.width);
    number(pen, "height", frame.height);
    number(pen, "rx", round);
    pen.close();
}

fn text(pen: &mut dyn Pen, class: &str, x: i32, y: i32, text: &str) {
    if text.is_empty() {
        return;
    }
    pen.open("text");
    pen.attr("class", class);
    number(pen, "x", x);
    number(pen, "y", y);
    pen.text(text);
    pen.close();
}

fn path(pen: &mut dyn Pen, class: &str, d: &str) {
    pen.open("path");
    pen.attr("class", class);
    pen.attr("d", d);
    pen.close();
}

/// A picture of 16 by 16 with its left upper corner at a point.
fn small(pen: &mut dyn Pen, class: &str, x: i32, y: i32, d: &str) {
    pen.open("path");
    pen.attr("class", class);
    let mut place = String::from("translate(");
    push(&mut place, x, ' ');
    push(&mut place, y, ')');
    pen.attr("transform", &place);
    pen.attr("d", d);
    pen.close();
}

fn push(out: &mut String, number: i32, after: char) {
    out.push_str(&number.to_string());
    out.push(after);
}

fn group(pen: &mut dyn Pen, class: &str) {
    pen.open("g");
    pen.attr("class", class);
}

/// Draws the picture into an `svg` element that is open.
pub fn draw(picture: &Picture, pen: &mut dyn Pen) {
    group(pen, "m-lanes");
    for lane in &picture.lanes {
        let stated = lane.kind == LaneKind::Region || lane.kind == LaneKind::OnPremises;
        group(pen, if stated { "m-lane" } else { "m-lane m-loose" });
        let frame = lane.frame;
        rect(pen, "m-ground", frame, 12);
        let below = if lane.detail.is_empty() { 40 } else { 31 };
        text(pen, "m-title", frame.x + 18, frame.y + below, &lane.title);
        text(pen, "m-id", frame.x + 18, frame.y + 50, &lane.detail);
        pen.close();
    }
    pen.close();
    group(pen, "m-arrows");
    for one in &picture.arrows {
        arrow(pen, one);
    }
    pen.close();
    group(pen, "m-nodes");
    for (at, one) in picture.nodes.iter().enumerate() {
        node(pen, at, one);
    }
    pen.close();
}

fn node(pen: &mut dyn Pen, at: usize, node: &Node) {
    let Frame { x, y, height, .. } = node.frame;
    pen.open("g");
    let more = pen.node(at);
    let again = if node.again { " m-again" } else { "" };
    let class = [
        "m-node",
        box_of(node.kind),
        class_of(node.verdict),
        again,
        more,
    ];
    pen.attr("class", &class.concat());
    pen.open("title");
    pen.text(&node.spoken);
    pen.close();
    let mut frame = node.frame;
    if node.count > 1 {
        // Several: two edges of the next sheet show.
        frame.width -= 4;
        frame.height -= 4;
        let behind = Frame {
            x: frame.x + 4,
            y: frame.y + 4,
            ..frame
        };
        rect(pen, "m-back", behind, 8);
    }
    rect(pen, "m-box", frame, 8);
    let middle = frame.middle();
    small(pen, "m-icon", x + 11, middle - 8, icon(node.kind));
    let (first, second) = if node.detail.is_empty() {
        (middle + 5, 0)
    } else {
        (middle - 3, middle + 15)
    };
    let mut shown = String::new();
    let mut plate = frame;
    if node.verdict != Verdict::Ok {
        let edge = frame.right();
        let mark = node.mark;
        let count = match node.verdict {
            Verdict::Refused => mark.errors,
            Verdict::Undecided => mark.undecided,
            _ => mark.warnings,
        };
        plate = Frame {
            x: edge - 40,
            y: y + (frame.height.min(height) - 22) / 2,
            width: 34,
            height: 22,
        };
        rect(pen, "m-plate", plate, 11);
        small(
            pen,
            "m-glyph",
            plate.x + 3,
            plate.y + 3,
            glyph(node.verdict),
        );
        shown = match count {
            0 => String::new(),
            1..=99 => count.to_string(),
            _ => "99+".to_owned(),
        };
    }
    pen.close();
    // Beside the box, not in it: what is cut short here would not be part of the name that is spoken.
    pen.open("g");
    pen.attr("class", class_of(node.verdict).trim_start());
    pen.attr("aria-hidden", "true");
    pen.attr("pointer-events", "none");
    text(pen, "m-name", x + TEXT_X, first, &node.title);
    text(pen, "m-about", x + TEXT_X, second, &node.detail);
    if !shown.is_empty() {
        let class = if shown.len() > 2 {
            "m-count m-long"
        } else {
            "m-count"
        };
        text(pen, class, plate.x + 18, plate.y + 15, &shown);
    }
    pen.close();
}

/// The way through the corners, which are rounded; it ends before the head.
fn line(points: &[(i32, i32)], kind: ArrowKind) -> String {
    let mut d = String::new();
    let mut points = points.to_vec();
    let before = match points.as_slice() {
        [.., (x, _), (tip, _)] if kind != ArrowKind::Backup => (tip - x).signum() * 7,
        _ => 0,
    };
    if let Some((x, _)) = points.last_mut() {
        *x -= before;
    }
    for (at, (x, y)) in points.iter().copied().enumerate() {
        let next = points.get(at + 1).copied();
        let last = at.checked_sub(1).and_then(|last| points.get(last)).copied();
        let toward = |(tx, ty): (i32, i32)| {
            let reach = ((tx - x).abs() + (ty - y).abs()) / 2;
            let reach = reach.min(8);
            (x + (tx - x).signum() * reach, y + (ty - y).signum() * reach)
        };
        match (last, next) {
            (None, _) => {
                d.push('M');
                push(&mut d, x, ' ');
                push(&mut d, y, ' ');
            }
            (Some(last), Some(next)) => {
                let ((lx, ly), (nx, ny)) = (toward(last), toward(next));
                d.push('L');
                push(&mut d, lx, ' ');
                push(&mut d, ly, 'Q');
                push(&mut d, x, ' ');
                push(&mut d, y, ' ');
                push(&mut d, nx, ' ');
                push(&mut d, ny, ' ');
            }
            (Some(_), None) => {
                d.push('L');
                push(&mut d, x, ' ');
                push(&mut d, y, ' ');
            }
        }
    }
    d.truncate(d.trim_end().len());
    d
}

/// The head at the end of the line: open for backups, filled for mirrors, hollow with a bar for restores.
fn head(points: &[(i32, i32)], kind: ArrowKind) -> String {
    let [.., (from, _), (x, y)] = points else {
        return String::new();
    };
    let back = if x > from { -1 } else { 1 };
    let mut d = String::from("M");
    let mut go = |dx: i32, dy: i32, after: char| {
        push(&mut d, x + back * dx, ' ');
        push(&mut d, y + dy, after);
    };
    match kind {
        ArrowKind::Backup => {
            go(7, -4, 'L');
            go(1, 0, 'L');
            go(7, 4, ' ');
        }
        ArrowKind::Mirror => {
            go(11, -6, 'L');
            go(0, 0, 'L');
            go(11, 6, 'Z');
        }
        ArrowKind::Restore => {
            go(10, -5, 'L');
            go(1, 0, 'L');
            go(10, 5, 'Z');
            d.push('M');
            push(&mut d, x + back * 14, ' ');
            push(&mut d, y - 5, 'V');
            push(&mut d, y + 5, ' ');
        }
    }
    d.truncate(d.trim_end().len());
    d
}

fn arrow(pen: &mut dyn Pen, arrow: &Arrow) {
    // A backup has no verdict of its own: that of its source stands on the source.
    let verdict = match arrow.kind {
        ArrowKind::Backup => "",
        _ => class_of(arrow.verdict),
    };
    group(pen, &["m-arrow", kind_of(arrow.kind), verdict].concat());
    path(pen, "m-line", &line(&arrow.points, arrow.kind));
    path(pen, "m-head", &head(&arrow.points, arrow.kind));
    if let Some(pill) = &arrow.pill {
        let frame = pill.frame;
        rect(pen, "m-pill", frame, frame.height / 2);
        let inset = (frame.height - 16) / 2;
        let inset_x = if pill.text.is_empty() { inset } else { 9 };
        small(
            pen,
            "m-glyph",
            frame.x + inset_x,
            frame.y + inset,
            glyph(arrow.verdict),
        );
        text(pen, "m-word", frame.x + 27, frame.middle() + 4, &pill.text);
    }
    pen.close();
}

/// Draws what line and glyph mean, into an `svg` element that is open; gives its width and height.
pub fn legend(lang: Lang, pen: &mut dyn Pen) -> (i32, i32) {
    const HEIGHT: i32 = 32;
    let mut x = 4;
    let kinds: [(ArrowKind, Text); 3] = [
        (ArrowKind::Backup, words::BACKUP_ARROW),
        (ArrowKind::Mirror, words::MIRROR_ARROW),
        (ArrowKind::Restore, words::RESTORE_ARROW),
    ];
    group(pen, "m-legend");
    for (kind, word) in kinds {
        let points = [(x, HEIGHT / 2), (x + 44, HEIGHT / 2)];
        group(
            pen,
            &["m-arrow", kind_of(kind), class_of(Verdict::Ok)].concat(),
        );
        path(pen, "m-line", &line(&points, kind));
        path(pen, "m-head", &head(&points, kind));
        pen.close();
        let word = word.get(lang);
        text(pen, "m-word", x + 52, HEIGHT / 2 + 4, word);
        x += 52 + fit::width(word, SMALL_SIZE) + 20;
    }
    for verdict in [
        Verdict::Ok,
        Verdict::Warned,
        Verdict::Undecided,
        Verdict::Refused,
    ] {
        group(pen, &["m-arrow", class_of(verdict)].concat());
        let plate = Frame {
            x,
            y: 5,
            width: 22,
            height: 22,
        };
        rect(pen, "m-pill", plate, 11);
        small(pen, "m-glyph", x + 3, 8, glyph(verdict));
        let word = words::verdict(verdict).get(lang);
        text(pen, "m-word", x + 29, HEIGHT / 2 + 4, word);
        pen.close();
        x += 29 + fit::width(word, SMALL_SIZE) + 18;
    }
    pen.close();
    (x, HEIGHT)
}
