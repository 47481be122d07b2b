//! How wide a text will be, and how it is shortened to fit. An estimate, rather too wide than too narrow: the engine
//! knows no fonts.

/// Width of a character in thousandths of the size of the type.
fn advance(c: char) -> i32 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '[' | ']' | '('
        | ')' => 340,
        ' ' | 'f' | 't' | 'r' | '/' | '-' | '"' | '·' => 420,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 960,
        'A'..='Z' | '&' | '+' | '=' | '<' | '>' | '#' => 720,
        ' '..='~' => 610,
        // Combining marks and characters that are not seen.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        // Chinese, Japanese and Korean, full-width forms, pictures: twice as wide.
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' => 1040,
        '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' => 1040,
        '\u{ffe0}'..='\u{ffe6}' | '\u{1f000}'..='\u{3fffd}' => 1300,
        _ => 700,
    }
}

/// Estimated width of a text in a size of type.
pub(super) fn width(text: &str, size: i32) -> i32 {
    let mut sum: i32 = 0;
    for c in text.chars() {
        sum = sum.saturating_add(advance(c));
    }
    sum.saturating_mul(size) / 1000
}

/// A text without characters that no picture can hold: what steers is a blank, the rest of it a replacement.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        out.push(match c {
            '\t' | '\n' | '\r' => ' ',
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c => c,
        });
    }
    out
}

/// The text in a width, with an ellipsis where something is left out.
pub(super) fn fit(text: &str, size: i32, room: i32) -> String {
    let text = clean(text);
    if width(&text, size) <= room {
        return text;
    }
    let most = room.saturating_mul(1000) / size.max(1) - advance('…');
    let (mut sum, mut out) = (0, String::new());
    for c in text.chars() {
        sum += advance(c);
        if sum > most {
            break;
        }
        out.push(c);
    }
    let kept = out.trim_end().len();
    out.truncate(kept);
    out.push('…');
    out
}

/// A name for several: `web-01 … 24`, or the first and how many more there are.
pub(super) fn range(first: &str, last: &str, count: usize) -> String {
    let (first, last) = (clean(first), clean(last));
    let mut common = 0;
    for ((at, one), other) in first.char_indices().zip(last.chars()) {
        if one != other {
            break;
        }
        // A number is not cut in two.
        if !one.is_ascii_digit() {
            common = at + one.len_utf8();
        }
    }
    let rest = last.get(common..).unwrap_or_default();
    let mut out = first;
    if common > 0 && !rest.is_empty() && rest.len() < last.len() && count > 1 {
        out.push_str(" … ");
        out.push_str(rest);
    } else if count > 1 {
        out.push_str(" +");
        out.push_str(&(count - 1).to_string());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_twice_as_wide_and_is_cut_earlier() {
        assert!(width("备份库", 14) > width("abc", 14) * 3 / 2);
        assert_eq!(fit("erp-main", 14, 200), "erp-main");
        let cut = fit("设计资料与图纸的备份库", 14, 80);
        assert!(cut.ends_with('…') && width(&cut, 14) <= 80, "{cut}");
        for room in 0..200 {
            let cut = fit("a long name of a vault, 很长的名称", 12, room);
            assert!(width(&cut, 12) <= room.max(12), "{room} {cut}");
        }
    }

    #[test]
    fn what_steers_is_not_drawn() {
        assert_eq!(fit("a\u{0}\n\u{202e}b", 14, 400), "a\u{fffd} \u{fffd}b");
    }

    #[test]
    fn several_names_become_a_range() {
        assert_eq!(range("web-01", "web-24", 24), "web-01 … 24");
        assert_eq!(range("web-010", "web-019", 10), "web-010 … 019");
        assert_eq!(range("web", "web", 3), "web +2");
        assert_eq!(range("erp", "office", 3), "erp +2");
        assert_eq!(range("图纸一", "图纸九", 9), "图纸一 … 九");
        assert_eq!(range("one", "one", 1), "one");
    }
}
