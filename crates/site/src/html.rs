//! Writes HTML. Every text and attribute is escaped here and nowhere else; elements close by construction.

/// A piece of HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Html(String);

/// Attributes by name.
pub(crate) type Attrs<'a> = &'a [(&'static str, &'a str)];

impl Html {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Adds text as text.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Adds text of the catalogue, in which backticks mark code.
    pub(crate) fn prose(&mut self, text: &str) -> &mut Self {
        for (number, part) in text.split('`').enumerate() {
            if number % 2 == 1 {
                self.leaf("code", &[], part);
            } else {
                self.text(part);
            }
        }
        self
    }

    /// Adds an element with what `inner` writes.
    pub(crate) fn el(
        &mut self,
        tag: &'static str,
        attrs: Attrs<'_>,
        inner: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.open(tag, attrs);
        inner(self);
        self.close(tag)
    }

    /// Adds an element that holds a text.
    pub(crate) fn leaf(&mut self, tag: &'static str, attrs: Attrs<'_>, text: &str) -> &mut Self {
        self.el(tag, attrs, |html| {
            html.text(text);
        })
    }

    /// Adds an element without content.
    pub(crate) fn void(&mut self, tag: &'static str, attrs: Attrs<'_>) -> &mut Self {
        self.open(tag, attrs)
    }

    /// Adds HTML that is finished already.
    pub(crate) fn add(&mut self, html: &Self) -> &mut Self {
        self.0.push_str(&html.0);
        self
    }

    /// Begins a line, for readers of the page's text.
    pub(crate) fn line(&mut self) -> &mut Self {
        self.0.push('\n');
        self
    }

    /// Adds the document type.
    pub(crate) fn doctype(&mut self) -> &mut Self {
        self.0.push_str("<!doctype html>\n");
        self
    }

    /// Opens an element whose end is written by [`Self::close`], for streams of events.
    pub(crate) fn open(&mut self, tag: &'static str, attrs: Attrs<'_>) -> &mut Self {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attrs {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
        self
    }

    /// Closes an element.
    pub(crate) fn close(&mut self, tag: &'static str) -> &mut Self {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_written_as_text_stays_text() {
        let mut html = Html::new();
        html.leaf("p", &[("title", "\"><script>")], "<b>&amp;\"</b>");
        assert_eq!(
            html.as_str(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;amp;&quot;&lt;/b&gt;</p>"
        );
    }

    #[test]
    fn backticks_mark_code_and_nothing_else() {
        let mut html = Html::new();
        html.prose("is `<NONE>` or not");
        assert_eq!(html.as_str(), "is <code>&lt;NONE&gt;</code> or not");
    }
}
