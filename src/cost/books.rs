//! The built-in price books: what the vendor's pages print, one book a currency. Committed under `prices/`, and held
//! by `tests/it/books.rs`.

use std::sync::OnceLock;

use crate::model::{Book, read_book};

/// A price book that comes with the product.
#[derive(Debug)]
pub struct BuiltIn {
    /// Its id.
    pub id: &'static str,
    /// Its currency.
    pub currency: &'static str,
    /// Its text.
    pub text: &'static str,
    read: OnceLock<Option<Book<'static>>>,
}

impl BuiltIn {
    const fn new(id: &'static str, currency: &'static str, text: &'static str) -> Self {
        Self {
            id,
            currency,
            text,
            read: OnceLock::new(),
        }
    }

    /// The book itself, read when it is asked for first. Every built-in book reads.
    pub fn book(&'static self) -> Option<&'static Book<'static>> {
        let read = self.read.get_or_init(|| read_book(self.text).ok());
        read.as_ref()
    }
}

/// Every built-in book; the first is the one that counts where a plan names none.
pub static BUILT_IN: [BuiltIn; 2] = [
    BuiltIn::new(
        crate::model::sizing::DEFAULT_BOOK,
        "USD",
        include_str!("../../prices/cloud-backup-usd.json"),
    ),
    BuiltIn::new(
        "cloud-backup-cny",
        "CNY",
        include_str!("../../prices/cloud-backup-cny.json"),
    ),
];

/// The built-in book of an id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Book<'static>> {
    BUILT_IN.iter().find(|one| one.id == id)?.book()
}
