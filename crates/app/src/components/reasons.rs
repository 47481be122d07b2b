//! Why an answer of the engine is what it is, what is missing for it, and the ways out.

use std::rc::Rc;

use vaultplan::finding::Missing;
use vaultplan::questions::Reason;
use vaultplan::report::json;

use super::finding_card::sentence;
use crate::edit;
use crate::markup::Out;
use crate::page::{Msg, Page};

/// Reasons and missing facts as a list.
pub(crate) fn list(app: &Page, o: &mut Out, reasons: &[Reason], missing: &[Missing]) {
    let line = |o: &mut Out, text: &str| o.el("li", |o| o.rich(&sentence(text)));
    o.el("ul reasons", |o| {
        for reason in reasons {
            line(o, &reason.say(app.lang));
        }
        for missing in missing {
            line(o, &json::what_is_missing(missing, app.lang));
        }
    });
}

/// The ways out that change the plan, each a button.
pub(crate) fn ways_out(app: &Page, o: &mut Out, reasons: &[Reason]) {
    o.el("div actions", |o| {
        for fix in reasons.iter().flat_map(|reason| &reason.fixes) {
            if !fix.patch.is_empty() {
                let edit = Rc::new(edit::of_fix(fix));
                o.button("button btn primary", Msg::Edit(edit), |o| {
                    o.rich(&sentence(&json::fix_label(fix, app.lang)));
                });
            }
        }
    });
}
