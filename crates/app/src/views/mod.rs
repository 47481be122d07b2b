//! The views, one a file and one row of a table.

use vaultplan::lang::Text;

use crate::app::Draw;
use crate::icon::Glyph;
use crate::route::View;
use crate::words;
use crate::words::coverage as coverage_words;

pub(crate) mod cost;
pub(crate) mod coverage;
pub(crate) mod encryption;
pub(crate) mod files;
pub(crate) mod findings;
pub(crate) mod map;
pub(crate) mod plan;
pub(crate) mod text;

/// What a view is.
pub(crate) struct Look {
    pub(crate) view: View,
    /// Its word in the address.
    pub(crate) word: &'static str,
    pub(crate) title: &'static Text,
    pub(crate) glyph: Glyph,
    pub(crate) draw: Draw,
    /// Whether the form of what is selected stands beside it, in the inspector. The Plan view is that form itself.
    pub(crate) inspects: bool,
}

const fn row(
    view: View,
    (word, title): (&'static str, &'static Text),
    glyph: Glyph,
    draw: Draw,
    inspects: bool,
) -> Look {
    Look {
        view,
        word,
        title,
        glyph,
        draw,
        inspects,
    }
}

/// All views, in the order of the tabs. A new one is a variant of [`View`] and a row here.
#[rustfmt::skip]
pub(crate) static ALL: [Look; 8] = [
    row(View::Plan, ("plan", words::VIEW_PLAN), Glyph::Plan, plan::draw, false),
    row(View::Map, ("map", words::map::VIEW_MAP), Glyph::Map, map::draw, true),
    row(View::Findings, ("findings", words::VIEW_FINDINGS), Glyph::Warning, findings::draw, true),
    row(View::Coverage, ("coverage", coverage_words::VIEW), Glyph::Coverage, coverage::draw, true),
    row(View::Encryption, ("encryption", words::VIEW_ENCRYPTION), Glyph::Lock, encryption::draw, true),
    row(View::Cost, ("cost", words::cost::VIEW), Glyph::Cost, cost::draw, true),
    row(View::Text, ("text", words::VIEW_TEXT), Glyph::Text, text::draw, false),
    row(View::Files, ("files", words::VIEW_FILES), Glyph::File, files::draw, false),
];

/// The row of a view; a test holds the table to having one for each.
pub(crate) fn look(view: View) -> &'static Look {
    let [first, ..] = &ALL;
    ALL.iter().find(|look| look.view == view).unwrap_or(first)
}
