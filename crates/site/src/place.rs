//! Where pages stand, and how one names another: always relative, so that the site works below any path.

use vaultplan::lang::Lang;

/// A page's language, and its path below the folder of that language: `""`, `rules/`, `rules/mirror-count/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) lang: Lang,
    pub(crate) path: String,
}

impl Place {
    pub(crate) fn new(lang: Lang, path: impl Into<String>) -> Self {
        Self {
            lang,
            path: path.into(),
        }
    }

    /// The page of a rule.
    pub(crate) fn rule(lang: Lang, slug: &str) -> Self {
        Self::new(lang, format!("rules/{slug}/"))
    }

    /// The same page in another language.
    pub(crate) fn in_lang(&self, lang: Lang) -> Self {
        Self::new(lang, self.path.clone())
    }

    /// Its address from the root of the site.
    pub(crate) fn address(&self) -> String {
        format!("docs/{}/{}", self.lang.tag(), self.path)
    }

    /// Its file below the folder of the documentation.
    pub(crate) fn file(&self) -> String {
        format!("{}/{}index.html", self.lang.tag(), self.path)
    }

    /// The link from this page to an address from the root of the site.
    pub(crate) fn to(&self, address: &str) -> String {
        let here = self.address();
        let folders: Vec<&str> = here.split_terminator('/').collect();
        let shared = folders
            .iter()
            .zip(address.split_inclusive('/'))
            .take_while(|(folder, part)| part.strip_suffix('/') == Some(**folder))
            .count();
        let mut link = "../".repeat(folders.len() - shared);
        link.extend(address.split_inclusive('/').skip(shared));
        if link.is_empty() {
            link.push_str("./");
        }
        link
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_as_short_as_they_can_be() {
        let rule = Place::rule(Lang::En, "a");
        assert_eq!(rule.to("docs/en/rules/b/"), "../b/");
        assert_eq!(rule.to("docs/en/rules/"), "../");
        assert_eq!(rule.to("docs/zh/rules/a/"), "../../../zh/rules/a/");
        assert_eq!(rule.to("docs/assets/site.css"), "../../../assets/site.css");
        assert_eq!(
            rule.to("embed/vault-plan.js"),
            "../../../../embed/vault-plan.js"
        );
        assert_eq!(rule.to(""), "../../../../");
        assert_eq!(rule.to("docs/en/rules/a/"), "./");
        assert_eq!(Place::new(Lang::Zh, "").to("docs/zh/rules/"), "rules/");
    }
}
