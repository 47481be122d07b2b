//! Which price book an estimate is made with: a built-in one, and over it the user's own.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use vaultplan::cost::books;
use vaultplan::lang::{Lang, Said};
use vaultplan::model::problem::ProblemKind;
use vaultplan::model::sizing::DEFAULT_BOOK;
use vaultplan::model::{Book, Problem, Topology, read_book};
use vaultplan::text::suggest;

use super::words;
use crate::check::worded;
use crate::input::{self, Input};
use crate::places::Places;
use crate::prices::no_such_book;

/// The books of an estimate.
pub(crate) struct Chosen {
    /// The vendor's list.
    pub(crate) list: Cow<'static, Book<'static>>,
    /// The user's own book: what it says otherwise than the list.
    pub(crate) own: Option<Book<'static>>,
    /// The file of the user's own book.
    pub(crate) file: Option<String>,
}

/// A book of the user's own.
struct Own {
    name: String,
    text: String,
    book: Book<'static>,
}

impl Own {
    fn wrong(&self, pointer: &str, found: &str, expected: Said, lang: Lang) -> Vec<String> {
        one_problem(&self.name, &self.text, pointer, found, expected, None, lang)
    }
}

/// Chooses by what the command line names, then by what the plan names.
///
/// # Errors
/// What stands in the way, in sentences with their places.
pub(crate) fn choose(
    named: &[PathBuf],
    plan: &Topology<'_>,
    input: &Input,
    lang: Lang,
) -> Result<Chosen, Vec<String>> {
    let (mut list, mut file) = (None, None);
    for name in named {
        let twice = match name.to_str().and_then(books::find) {
            Some(book) => list.replace(book).is_some(),
            None => file.replace(name).is_some(),
        };
        if twice {
            return Err(vec![words::two_books(lang)]);
        }
    }
    let own = file.map(|file| open(file, lang)).transpose()?;
    let list = match list {
        Some(list) => Cow::Borrowed(list),
        None => of_plan(plan, own.as_ref(), input, lang)?,
    };
    let Some(mut own) = own else {
        return Ok(Chosen {
            list,
            own: None,
            file: None,
        });
    };
    if own.book.currency != list.currency {
        let expected = words::currency_of(&list.currency, &list.id);
        return Err(own.wrong("/currency", &own.book.currency, expected, lang));
    }
    // A copy of the list in which some rates were edited: the others are the list's still.
    own.book.rates.retain(|rate| !list.rates.contains(rate));
    Ok(Chosen {
        list,
        own: Some(own.book),
        file: Some(own.name),
    })
}

/// The list that a plan asks for; where it names none, the built-in one of the own book's currency.
fn of_plan(
    plan: &Topology<'_>,
    own: Option<&Own>,
    input: &Input,
    lang: Lang,
) -> Result<Cow<'static, Book<'static>>, Vec<String>> {
    let named = plan
        .estimate
        .as_ref()
        .and_then(|estimate| estimate.book.as_deref());
    // A plan may name the book that is given as a file.
    let named = named.filter(|id| own.is_none_or(|own| *own.book.id != **id));
    if let Some(id) = named {
        return books::find(id).map(Cow::Borrowed).ok_or_else(|| {
            let text = text_of(&input.bytes);
            let ids = books::BUILT_IN.iter().map(|one| one.id);
            let near = suggest::nearest(id, ids);
            let expected = words::a_book_that_there_is();
            one_problem(
                &input.name,
                text,
                "/estimate/book",
                id,
                expected,
                near,
                lang,
            )
        });
    }
    let Some(own) = own else {
        return books::find(DEFAULT_BOOK)
            .map(Cow::Borrowed)
            .ok_or_else(|| vec![no_such_book(DEFAULT_BOOK, lang)]);
    };
    let of_currency = books::BUILT_IN
        .iter()
        .find(|one| *own.book.currency == *one.currency);
    Ok(match of_currency.and_then(|one| one.book()) {
        Some(list) => Cow::Borrowed(list),
        // A currency in which the vendor's pages print nothing: every rate is the user's own.
        None => {
            let mut list = own.book.clone();
            list.rates.clear();
            Cow::Owned(list)
        }
    })
}

fn open(file: &Path, lang: Lang) -> Result<Own, Vec<String>> {
    let is_there = file.as_os_str() == "-" || file.exists();
    if !is_there && file.extension().is_none() && file.components().count() == 1 {
        // A word without an ending was meant as an id.
        return Err(vec![no_such_book(&file.display().to_string(), lang)]);
    }
    let inputs = input::read_all(&[file.to_path_buf()], lang)?;
    let Some(input) = inputs.into_iter().next() else {
        return Err(Vec::new());
    };
    let Ok(text) = String::from_utf8(input.bytes) else {
        return Err(vec![words::not_text(&input.name, lang)]);
    };
    let book = match read_book(&text) {
        Ok(book) => book.into_owned(),
        Err(problems) => return Err(worded(&input.name, &problems, lang)),
    };
    Ok(Own {
        name: input.name,
        text,
        book,
    })
}

fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

fn one_problem(
    name: &str,
    text: &str,
    pointer: &str,
    found: &str,
    expected: Said,
    suggestion: Option<&'static str>,
    lang: Lang,
) -> Vec<String> {
    let problem = Problem {
        pointer: pointer.to_owned(),
        position: Places::new(text).find(pointer),
        kind: ProblemKind::WrongValue,
        found: Some(found.to_owned()),
        expected,
        suggestion,
    };
    worded(name, &[problem], lang)
}
