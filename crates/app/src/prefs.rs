//! Language and theme: what the user chose, else what the browser wishes. Kept in `localStorage` where there is one;
//! `www/theme.js` reads the same keys before the first picture, and whether a plan is open, so that nothing greets
//! then.

use vaultplan::lang::Lang;
use web_sys::Storage;

use crate::dom;

const LANG: &str = "vaultplan-lang";
const THEME: &str = "vaultplan-theme";
const OPEN: &str = "vaultplan-open";

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system wishes.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All themes, in the order in which they are offered.
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of `data-theme`, and of the stored choice.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a word.
    pub(crate) fn from_word(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|theme| theme.word() == word)
            .unwrap_or_default()
    }
}

/// Absent where the page has none; asking throws in a sandbox.
fn storage() -> Option<Storage> {
    dom::window()?.local_storage().ok()?
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

fn write(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A choice that cannot be kept still holds for this page.
        let _ = storage.set_item(key, value);
    }
}

/// The language to begin with.
pub(crate) fn lang() -> Lang {
    let chosen = read(LANG).and_then(|tag| Lang::from_tag(&tag));
    let wished = || {
        let languages = dom::window()?.navigator().languages();
        languages
            .iter()
            .filter_map(|tag| Lang::from_tag(&tag.as_string()?))
            .next()
    };
    chosen.or_else(wished).unwrap_or_default()
}

/// Keeps the chosen language.
pub(crate) fn keep_lang(lang: Lang) {
    write(LANG, lang.tag());
}

/// The theme to begin with.
pub(crate) fn theme() -> Theme {
    read(THEME).map_or(Theme::System, |word| Theme::from_word(&word))
}

/// Keeps and shows the chosen theme.
pub(crate) fn keep_theme(theme: Theme) {
    write(THEME, theme.word());
    let root = dom::document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            chosen => root.set_attribute("data-theme", chosen.word()),
        };
    }
}

/// Keeps whether a plan is open.
pub(crate) fn keep_open(open: bool) {
    match storage() {
        Some(storage) if !open => drop(storage.remove_item(OPEN)),
        _ => write(OPEN, "1"),
    }
}
