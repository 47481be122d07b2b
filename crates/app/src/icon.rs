//! The planner's own small pictures. They carry no meaning alone: words stand beside them or in the label.

use crate::markup::Out;

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyph {
    Add,
    Arrow,
    Back,
    Change,
    Client,
    Close,
    Down,
    Copy,
    Cost,
    Coverage,
    Error,
    File,
    History,
    Info,
    Key,
    Link,
    Lock,
    Map,
    Minus,
    Mirror,
    More,
    Opened,
    Outline,
    Pass,
    Plan,
    Policy,
    Redo,
    Restore,
    Rename,
    Save,
    Search,
    Shut,
    Source,
    Text,
    Trash,
    Undecided,
    Undo,
    Up,
    Vault,
    Warning,
}

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Self::Add => "M8 3v10M3 8h10",
            Self::Arrow => "M3 8h9M8.5 4.5 12 8l-3.5 3.5",
            Self::Back => "M13 8H4M7.5 4.5 4 8l3.5 3.5",
            Self::Change => "M2.5 5.5h9M9 3l2.5 2.5L9 8M13.5 10.5h-9M7 8l-2.5 2.5L7 13",
            Self::Client => "M2.5 3.5h11v7h-11zM6 13.5h4M8 10.5v3",
            Self::Down => "M8 3.5v9M4.5 9 8 12.5 11.5 9",
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Copy => "M6 5.5h7v8H6zM10 5.5v-3H3v8h3",
            Self::Cost => {
                "M8 2v12M11 4.8C10.4 4 9.3 3.6 8 3.6c-1.8 0-3 .8-3 2.1 0 3 6.2 1.4 6.2 4.5 0 1.4-1.3 2.2-3.2 2.2-1.5 0-2.7-.5-3.3-1.4"
            }
            Self::Coverage => "M8 2l5 2v4c0 3-2.2 5-5 6-2.8-1-5-3-5-6V4zM5.8 8l1.6 1.6 2.9-3.2",
            Self::Error => "M5 5l6 6M11 5l-6 6",
            Self::File => "M4 2.5h5l3 3v8H4zM9 2.5v3h3",
            Self::History => "M2.5 8a5.5 5.5 0 1 0 1.7-4M2.5 2.5v3h3M8 5v3.2l2.2 1.4",
            Self::Info => "M8 7v4.5M8 4.5v.2M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z",
            Self::Key => {
                "M9.5 6.5l4 4v2.5H11v-2H9v-1.5L8 8.5M10 5A3.5 3.5 0 1 1 3 5a3.5 3.5 0 0 1 7 0z"
            }
            Self::Link => {
                "M6.5 9.5l3-3M7 4.5 8.5 3a3 3 0 0 1 4.3 4.3L11.2 9M9 11.5 7.5 13a3 3 0 0 1-4.3-4.3L4.8 7"
            }
            Self::Lock => "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
            Self::Map => "M2.5 3h4v4h-4zM9.5 9h4v4h-4zM6.5 5h4v4",
            Self::Minus => "M3 8h10",
            Self::Mirror => "M2.5 3.5h7v9h-7zM6.5 3.5h7v9h-7",
            Self::More => "M3.5 8h.1M8 8h.1M12.5 8h.1",
            Self::Opened => "M4 6l4 4 4-4",
            Self::Outline => "M3 4h10M5 8h8M5 12h8",
            Self::Pass => "M3.5 8.5l3 3 6-7",
            Self::Plan => "M2.5 3.5h11v9h-11zM6.5 3.5v9M6.5 7.5h7",
            Self::Policy => {
                "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5M5.5 10l1.8 1.8 3.2-3.2"
            }
            Self::Restore => "M3 8a5 5 0 1 1 1.6 3.7M3 4.5V8h3.5",
            Self::Up => "M8 12.5v-9M4.5 7 8 3.5 11.5 7",
            Self::Redo => "M12.5 6.5H6a3.5 3.5 0 0 0 0 7h3M9.5 3.5l3 3-3 3",
            Self::Rename => "M3 13l.8-3.2L10.6 3l2.4 2.4-6.8 6.8zM9.2 4.4l2.4 2.4",
            Self::Save => "M8 2.5v7.5M4.5 6.8 8 10.2l3.5-3.4M3 13.5h10",
            Self::Search => "M10.5 10.5 14 14M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0z",
            Self::Shut => "M6 4l4 4-4 4",
            Self::Source => {
                "M3 4.5c0-1.1 2.2-2 5-2s5 .9 5 2-2.2 2-5 2-5-.9-5-2zM3 4.5v7c0 1.1 2.2 2 5 2s5-.9 5-2v-7M3 8c0 1.1 2.2 2 5 2s5-.9 5-2"
            }
            Self::Text => "M6 4 2.5 8 6 12M10 4l3.5 4L10 12",
            Self::Trash => {
                "M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.5M9.2 7v3.5"
            }
            Self::Undecided => "M5.8 6a2.3 2.3 0 1 1 3.3 2c-.8.5-1.1 1-1.1 1.8M8 12.2v.2",
            Self::Undo => "M3.5 6.5H10a3.5 3.5 0 0 1 0 7H7M6.5 3.5l-3 3 3 3",
            Self::Vault => "M2.5 3h11v10h-11zM10 8A2 2 0 1 1 6 8a2 2 0 0 1 4 0zM8 6V4.5M8 11.5V10",
            Self::Warning => "M8 4v5M8 11.5v.2",
        }
    }
}

/// Draws a picture. Its size and its strokes are the style sheet's.
pub(crate) fn draw(o: &mut Out, glyph: Glyph) {
    o.el("svg icon", |o| {
        if glyph == Glyph::More {
            o.attr("class", "icon more");
        }
        o.attr("viewBox", "0 0 16 16");
        o.attr("aria-hidden", "true");
        o.el("path", |o| o.attr("d", glyph.path()));
    });
}
