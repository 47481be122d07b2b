//! The two languages, and the type that holds one sentence in both. Nothing here knows what is said.

use std::fmt;

/// A language of the product. Both are equals: there is no fallback from one to the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// Both languages, in the order in which documents list them.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The languages that this build speaks: both, or the one of the features `only-en` and `only-zh`.
    pub const SPOKEN: &'static [Self] = if cfg!(feature = "only-en") == cfg!(feature = "only-zh") {
        &Self::ALL
    } else if cfg!(feature = "only-en") {
        &[Self::En]
    } else {
        &[Self::Zh]
    };

    /// The language tag used in addresses, options and `lang` attributes: `en` or `zh`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The language that a tag such as `zh`, `zh-CN` or `zh_CN.UTF-8` asks for; `None` for other languages.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| primary.eq_ignore_ascii_case(lang.tag()))
    }
}

/// A text in both languages. A text that lacks one does not compile. Modules for one language (the features
/// `only-en` and `only-zh`) keep that one alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    #[cfg(any(not(feature = "only-zh"), feature = "only-en"))]
    en: &'static str,
    #[cfg(any(not(feature = "only-en"), feature = "only-zh"))]
    zh: &'static str,
}

impl Text {
    /// A text: English, then Simplified Chinese.
    #[must_use]
    #[cfg_attr(
        any(feature = "only-en", feature = "only-zh"),
        expect(unused_variables, reason = "a module for one language drops the other")
    )]
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        Self {
            #[cfg(any(not(feature = "only-zh"), feature = "only-en"))]
            en,
            #[cfg(any(not(feature = "only-en"), feature = "only-zh"))]
            zh,
        }
    }

    /// The same text in both languages, for names that are not translated.
    #[must_use]
    pub const fn same(text: &'static str) -> Self {
        Self::new(text, text)
    }

    /// The text in one language; in a module for one language, that language's.
    #[must_use]
    #[cfg_attr(
        any(feature = "only-en", feature = "only-zh"),
        expect(unused_variables, reason = "a module for one language holds no other")
    )]
    pub const fn get(&self, lang: Lang) -> &'static str {
        #[cfg(all(feature = "only-en", not(feature = "only-zh")))]
        return self.en;
        #[cfg(all(feature = "only-zh", not(feature = "only-en")))]
        return self.zh;
        #[cfg(any(
            not(any(feature = "only-en", feature = "only-zh")),
            all(feature = "only-en", feature = "only-zh")
        ))]
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// Fills `{name}` holes with the arguments of that name. A hole without an argument stays visible.
    #[must_use]
    pub fn fill(&self, lang: Lang, args: &[Arg]) -> String {
        let template = self.get(lang);
        let mut out = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                out.push('{');
                rest = after;
                continue;
            };
            match args.iter().find(|arg| arg.name == name) {
                Some(arg) => out.push_str(arg.value.get(lang)),
                None => {
                    out.push('{');
                    out.push_str(name);
                    out.push('}');
                }
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    }
}

/// A named value for a hole of a [`Text`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arg {
    /// Name of the hole, without braces.
    pub name: &'static str,
    /// What stands there.
    pub value: Said,
}

/// A value in a sentence: the user's own words, or words of ours in the language of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The user's name, id or value, the same in every language.
    Own(String),
    /// A term of the product.
    Term(Text),
}

impl Said {
    /// The words in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match self {
            Self::Own(text) => text,
            Self::Term(text) => text.get(lang),
        }
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Self::Own(text.to_owned())
    }
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Self::Own(text)
    }
}

impl From<usize> for Said {
    fn from(number: usize) -> Self {
        Self::Own(number.to_string())
    }
}

impl From<u64> for Said {
    fn from(number: u64) -> Self {
        Self::Own(number.to_string())
    }
}

impl From<Text> for Said {
    fn from(text: Text) -> Self {
        Self::Term(text)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A number with its thousands apart, as both languages write it: `12,345`.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
