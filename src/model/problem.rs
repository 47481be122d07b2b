//! Why a text does not read: each problem with its place, the value found, what was expected, and a suggestion.

use crate::lang::{Arg, Lang, Said, Text};
use crate::text::locate::Position;
use crate::text::scan::Fault;

/// One problem of a text. Plain data; worded by [`Problem::message`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// JSON Pointer of the place, or of the nearest place that exists.
    pub pointer: String,
    /// Line and column; `None` when the text was not looked at (too long, not UTF-8).
    pub position: Option<Position>,
    /// What kind of problem it is.
    pub kind: ProblemKind,
    /// The value found, shortened to 80 characters.
    pub found: Option<String>,
    /// What was expected.
    pub expected: Said,
    /// The word that was probably meant.
    pub suggestion: Option<&'static str>,
}

/// The kinds of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The text is longer than the limit.
    TooLong,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text is not JSON.
    NotJson(Fault),
    /// Arrays and objects are nested too deep.
    TooDeep,
    /// There are too many objects.
    TooMany,
    /// A field that the format does not have.
    UnknownField,
    /// A field that stands twice in one object.
    DuplicateField,
    /// A field that must be there is not.
    MissingField,
    /// A value of another kind than the field holds.
    WrongKind,
    /// A value outside what the field accepts.
    WrongValue,
    /// The document says that it is of another format or version.
    WrongFormat,
    /// The document does not read, and no place could be named. Reported instead of being silent.
    Unexplained,
}

impl ProblemKind {
    /// Short name for programs.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::TooLong => "too-long",
            Self::NotUtf8 => "not-utf8",
            Self::NotJson(_) => "not-json",
            Self::TooDeep => "too-deep",
            Self::TooMany => "too-many",
            Self::UnknownField => "unknown-field",
            Self::DuplicateField => "duplicate-field",
            Self::MissingField => "missing-field",
            Self::WrongKind => "wrong-kind",
            Self::WrongValue => "wrong-value",
            Self::WrongFormat => "wrong-format",
            Self::Unexplained => "unexplained",
        }
    }

    const fn text(self) -> Text {
        match self {
            Self::TooLong => Text::new("the text is too long", "文本过长"),
            Self::NotUtf8 => Text::new("the bytes are not UTF-8 text", "内容不是 UTF-8 文本"),
            Self::NotJson(fault) => fault_text(fault),
            Self::TooDeep => Text::new(
                "arrays and objects are nested too deep",
                "数组和对象嵌套过深",
            ),
            Self::TooMany => Text::new("there are too many objects", "对象过多"),
            Self::UnknownField => Text::new("there is no field {found}", "没有名为 {found} 的字段"),
            Self::DuplicateField => {
                Text::new("the field {found} stands twice", "字段 {found} 重复")
            }
            Self::MissingField => Text::new("a field is missing", "缺少字段"),
            Self::WrongKind => Text::new(
                "{found} is not the kind of value that stands here",
                "{found} 的类型不对",
            ),
            Self::WrongValue => Text::new("{found} is not accepted here", "此处不接受 {found}"),
            Self::WrongFormat => Text::new(
                "{found} is not a format that this release reads",
                "此版本无法读取格式 {found}",
            ),
            Self::Unexplained => Text::new("the document does not read", "文档无法读取"),
        }
    }
}

const fn fault_text(fault: Fault) -> Text {
    match fault {
        Fault::Value => Text::new("a value should stand here", "此处应为一个值"),
        Fault::Key => Text::new(
            "a field name in double quotes should stand here",
            "此处应为双引号括起的字段名",
        ),
        Fault::Colon => Text::new(
            "a colon is missing after the field name",
            "字段名后缺少冒号",
        ),
        Fault::CommaOrEnd => Text::new(
            "a comma or a closing bracket is missing",
            "缺少逗号或右括号",
        ),
        Fault::TrailingComma => Text::new(
            "a comma stands before a closing bracket",
            "右括号前有多余的逗号",
        ),
        Fault::OpenString => Text::new("a text in quotes does not end", "引号内的文本没有结束"),
        Fault::Control => Text::new("a control character stands in a text", "文本中有控制字符"),
        Fault::Escape => Text::new(
            "a backslash starts no valid escape",
            "反斜杠后不是有效的转义",
        ),
        Fault::Number => Text::new(
            "a number is not written as JSON writes numbers",
            "数字写法不符合 JSON",
        ),
        Fault::Trailing => Text::new(
            "something follows the end of the document",
            "文档结束后还有内容",
        ),
        Fault::End => Text::new("the text ends too early", "文本提前结束"),
        Fault::Depth => Text::new(
            "arrays and objects are nested too deep",
            "数组和对象嵌套过深",
        ),
        Fault::Comment => Text::new("JSON has no comments", "JSON 不支持注释"),
    }
}

impl Problem {
    /// The whole sentence: what is wrong, what was expected, what was probably meant.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let found = self
            .found
            .as_deref()
            .map(|f| format!("`{f}`"))
            .unwrap_or_default();
        let args = [Arg {
            name: "found",
            value: found.into(),
        }];
        let mut message = self.kind.text().fill(lang, &args);
        let expected = self.expected.get(lang);
        if !expected.is_empty() {
            message.push_str(match lang {
                Lang::En => "; expected ",
                Lang::Zh => "；应为",
            });
            message.push_str(expected);
        }
        if let Some(word) = self.suggestion {
            message.push_str(&match lang {
                Lang::En => format!("; did you mean `{word}`?"),
                Lang::Zh => format!("；是否想写 `{word}`？"),
            });
        }
        message
    }
}
