//! Texts in XML: escaped so that nothing becomes markup, and read back. Not a reader of XML.

/// Appends a text so that it is safe as content and in quoted values. Characters that XML cannot hold are replaced.
pub fn push(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{8}'
            | '\u{b}'
            | '\u{c}'
            | '\u{e}'..='\u{1f}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                out.push('\u{fffd}');
            }
            // A reader would make it a line break.
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
}

/// The text of an element's content, entities resolved. What is no entity stays as it is.
#[must_use]
pub fn read(content: &str) -> String {
    let mut out = String::with_capacity(content.len());
    let mut rest = content;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after
            .split_once(';')
            .and_then(|(name, tail)| Some((known(name)?, tail)));
        match entity {
            Some((c, tail)) => {
                out.push(c);
                rest = tail;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn known(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_back_as_it_was() {
        for text in [
            "",
            "a & b < c > d \"e\" 'f'",
            "&amp;",
            "]]> <!-- 备份 \r\n\t",
            "&#x3c;&",
            "&;&x;",
        ] {
            let mut out = String::new();
            push(&mut out, text);
            assert!(!out.contains(['<', '>', '"', '\r']), "{out}");
            assert_eq!(read(&out), text);
        }
        let mut out = String::new();
        push(&mut out, "a\u{1}b\u{ffff}");
        assert_eq!(out, "a\u{fffd}b\u{fffd}");
        assert_eq!(read("&#65;&#x42;&#xd800;&lt;"), "AB&#xd800;<");
    }
}
