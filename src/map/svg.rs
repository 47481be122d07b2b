//! The picture as a file of its own: SVG with its style sheet, with words for those who do not see it, and with the plan
//! itself, so that it can be opened again ([`crate::import::picture`]).

use super::draw::{Pen, draw, legend};
use super::{Picture, words};
use crate::finding::ObjectKind;
use crate::import::picture::CARRIER;
use crate::lang::Arg;
use crate::model::{self, Topology};
use crate::text::xml;

/// Light and dark follow whoever shows the file; without style sheets lines and glyphs still tell.
const STYLE: &str = "
svg{background:#f6f7f9;font-family:system-ui,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif}
text{fill:#1b2230;font-size:12px}
.m-title{font-size:16px;font-weight:600}
.m-name{font-size:14px;font-weight:600}
.m-id,.m-about,.m-beside{fill:#586273}
.m-ground{fill:#eef0f4;stroke:#dde1e8}
.m-loose .m-ground{stroke:#79839a;stroke-dasharray:6 4}
.m-box,.m-back{fill:#fff;stroke:#79839a}
.m-vault .m-box,.m-vault .m-back{stroke:#2557d6;stroke-width:1.5}
.m-copy .m-box,.m-copy .m-back{fill:#e7edfc;stroke:#2557d6;stroke-width:1.5}
.m-target .m-box,.m-target .m-back{stroke:#1c6b45;stroke-dasharray:5 3}
.m-absent .m-box,.m-again .m-box{stroke-dasharray:3 3}
.m-refused .m-box{stroke:#b3261e;stroke-width:2}
.m-icon{fill:none;stroke:#586273;stroke-width:1.4;stroke-linecap:round;stroke-linejoin:round}
.m-glyph{fill:none;stroke:#1c6b45;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.m-line,.m-head{fill:none;stroke:#586273;stroke-width:1.5;stroke-linejoin:round}
.m-mirror .m-line{stroke:#2557d6;stroke-width:2.5}
.m-mirror .m-head{stroke:#2557d6;fill:#2557d6;stroke-width:1}
.m-restore .m-line{stroke:#1c6b45;stroke-dasharray:7 5}
.m-restore .m-head{stroke:#1c6b45;fill:#fff}
.m-mirror.m-refused .m-line,.m-restore.m-refused .m-line,.m-mirror.m-refused .m-head,.m-restore.m-refused .m-head{stroke:#b3261e}
.m-mirror.m-refused .m-head{fill:#b3261e}
.m-pill,.m-plate{fill:#e6f4ec;stroke:#1c6b45}
.m-word,.m-count{fill:#1c6b45;font-weight:600}
.m-legend .m-word{fill:#1b2230;font-weight:400}
.m-long{font-size:9px}
.m-warned .m-pill,.m-warned .m-plate{fill:#fdf3dd;stroke:#8a5a00}
.m-warned .m-glyph{stroke:#8a5a00}
.m-warned .m-word,.m-warned .m-count{fill:#8a5a00}
.m-undecided .m-pill,.m-undecided .m-plate{fill:#f0ecfa;stroke:#5b4b8a}
.m-undecided .m-glyph{stroke:#5b4b8a}
.m-undecided .m-word,.m-undecided .m-count{fill:#5b4b8a}
.m-refused .m-pill,.m-refused .m-plate{fill:#fcebea;stroke:#b3261e}
.m-refused .m-glyph{stroke:#b3261e}
.m-refused .m-word,.m-refused .m-count{fill:#b3261e}
@media(prefers-color-scheme:dark){
svg{background:#11151c}
text{fill:#e6e9ef}
.m-id,.m-about,.m-beside{fill:#9aa4b5}
.m-ground{fill:#181d26;stroke:#2a313d}
.m-box,.m-back{fill:#0d1117;stroke:#6b7689}
.m-vault .m-box,.m-vault .m-back{stroke:#7fa3ff}
.m-copy .m-box,.m-copy .m-back{fill:#1d2a4a;stroke:#7fa3ff}
.m-target .m-box,.m-target .m-back{stroke:#7fd6a4}
.m-refused .m-box{stroke:#ff8a80}
.m-icon,.m-line,.m-head{stroke:#9aa4b5}
.m-glyph{stroke:#7fd6a4}
.m-mirror .m-line{stroke:#7fa3ff}
.m-mirror .m-head{stroke:#7fa3ff;fill:#7fa3ff}
.m-restore .m-line,.m-restore .m-head{stroke:#7fd6a4}
.m-restore .m-head{fill:#11151c}
.m-mirror.m-refused .m-line,.m-restore.m-refused .m-line,.m-mirror.m-refused .m-head,.m-restore.m-refused .m-head{stroke:#ff8a80}
.m-mirror.m-refused .m-head{fill:#ff8a80}
.m-pill,.m-plate{fill:#14301f;stroke:#7fd6a4}
.m-word,.m-count{fill:#7fd6a4}
.m-legend .m-word{fill:#e6e9ef}
.m-warned .m-pill,.m-warned .m-plate{fill:#35290f;stroke:#f2c14e}
.m-warned .m-glyph{stroke:#f2c14e}
.m-warned .m-word,.m-warned .m-count{fill:#f2c14e}
.m-undecided .m-pill,.m-undecided .m-plate{fill:#261f3d;stroke:#c3b3f5}
.m-undecided .m-glyph{stroke:#c3b3f5}
.m-undecided .m-word,.m-undecided .m-count{fill:#c3b3f5}
.m-refused .m-pill,.m-refused .m-plate{fill:#3a1b1b;stroke:#ff8a80}
.m-refused .m-glyph{stroke:#ff8a80}
.m-refused .m-word,.m-refused .m-count{fill:#ff8a80}
}
";

/// Writes elements as text.
#[derive(Default)]
struct Paper {
    out: String,
    open: Vec<&'static str>,
    /// Whether the tag that was begun last is not closed yet.
    fresh: bool,
}

impl Paper {
    fn settle(&mut self) {
        if self.fresh {
            self.out.push('>');
            self.fresh = false;
        }
    }
}

impl Pen for Paper {
    fn open(&mut self, tag: &'static str) {
        self.settle();
        self.out.push('<');
        self.out.push_str(tag);
        self.open.push(tag);
        self.fresh = true;
    }

    fn attr(&mut self, name: &'static str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        xml::push(&mut self.out, value);
        self.out.push('"');
    }

    fn text(&mut self, text: &str) {
        self.settle();
        xml::push(&mut self.out, text);
    }

    fn close(&mut self) {
        let Some(tag) = self.open.pop() else {
            return;
        };
        if self.fresh {
            self.out.push_str("/>");
            self.fresh = false;
        } else {
            self.out.push_str("</");
            self.out.push_str(tag);
            self.out.push('>');
        }
        if matches!(tag, "g" | "title" | "desc" | "metadata" | "style") {
            self.out.push('\n');
        }
    }
}

/// The picture of a plan as a file.
#[must_use]
pub fn write(picture: &Picture, plan: &Topology<'_>) -> String {
    const FOOT: i32 = 64;
    let lang = picture.lang;
    let mut paper = Paper::default();
    let (width, height) = (picture.width.max(760), picture.height + FOOT);
    paper.open("svg");
    paper.attr("xmlns", "http://www.w3.org/2000/svg");
    let size = [&width.to_string(), " ", &height.to_string()].concat();
    paper.attr("viewBox", &["0 0 ", &size].concat());
    paper.attr("width", &width.to_string());
    paper.attr("height", &height.to_string());
    paper.attr("lang", lang.tag());
    paper.open("title");
    let name = plan
        .name
        .as_deref()
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let args = [Arg {
        name: "what",
        value: name.unwrap_or(words::UNTITLED.get(lang)).into(),
    }];
    paper.text(&words::TITLE.fill(lang, &args));
    paper.close();
    paper.open("desc");
    paper.text(&picture.summary());
    paper.close();
    paper.open("metadata");
    paper.attr("id", CARRIER);
    paper.text(&carried(plan));
    paper.close();
    paper.open("style");
    paper.settle();
    // Ours, without anything that would have to be escaped.
    paper.out.push_str(STYLE);
    paper.close();
    draw(picture, &mut paper);
    paper.open("g");
    paper.attr(
        "transform",
        &["translate(12 ", &(picture.height + 2).to_string(), ")"].concat(),
    );
    legend(lang, &mut paper);
    paper.close();
    let beside = picture.beside();
    if !beside.is_empty() {
        paper.open("text");
        paper.attr("class", "m-beside");
        paper.attr("x", "16");
        paper.attr("y", &(picture.height + 50).to_string());
        paper.text(&beside);
        paper.close();
    }
    paper.close();
    paper.out.push('\n');
    paper.out
}

/// The plan as a text that XML can hold, whatever its names are: characters that it cannot are written as JSON writes
/// them. They stand in texts only, so the plan is the same.
fn carried(plan: &Topology<'_>) -> String {
    let text = model::write(plan);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fffe}' => out.push_str("\\ufffe"),
            '\u{ffff}' => out.push_str("\\uffff"),
            c => out.push(c),
        }
    }
    out
}

impl Picture {
    /// What the picture shows, in one sentence.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (at, lane) in self.lanes.iter().enumerate() {
            let mut held: Vec<String> = Vec::new();
            for kind in [
                super::NodeKind::Vault,
                super::NodeKind::Mirror,
                super::NodeKind::Source,
                super::NodeKind::Restore,
            ] {
                let here = self
                    .nodes
                    .iter()
                    .filter(|node| node.lane == at && node.kind == kind && !node.again);
                let count: usize = here.map(|node| node.count).sum();
                if count > 0 {
                    held.push(words::many(kind).say(count, self.lang));
                }
            }
            if !held.is_empty() {
                parts.push([&lane.spoken, ": ", &held.join(", ")].concat());
            }
        }
        parts.join("; ")
    }

    /// What the plan has beside what is drawn, in words; empty where there is nothing.
    #[must_use]
    pub fn beside(&self) -> String {
        let held: Vec<String> = self
            .beside
            .iter()
            .map(|(kind, count)| {
                let words = match kind {
                    ObjectKind::Policy => &words::POLICIES,
                    ObjectKind::Client => &words::CLIENTS,
                    ObjectKind::Key => &words::KEYS,
                    _ => &words::CHANGES,
                };
                words.say(*count, self.lang)
            })
            .collect();
        match held.is_empty() {
            true => String::new(),
            false => [words::BESIDE.get(self.lang), &held.join(", ")].concat(),
        }
    }
}
