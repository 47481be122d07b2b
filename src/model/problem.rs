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
            Self::TooLong => Text {
                en: "the text is too long",
                zh: "文本过长",
            },
            Self::NotUtf8 => Text {
                en: "the bytes are not UTF-8 text",
                zh: "内容不是 UTF-8 文本",
            },
            Self::NotJson(fault) => fault_text(fault),
            Self::TooDeep => Text {
                en: "arrays and objects are nested too deep",
                zh: "数组和对象嵌套过深",
            },
            Self::TooMany => Text {
                en: "there are too many objects",
                zh: "对象过多",
            },
            Self::UnknownField => Text {
                en: "there is no field {found}",
                zh: "没有名为 {found} 的字段",
            },
            Self::DuplicateField => Text {
                en: "the field {found} stands twice",
                zh: "字段 {found} 重复",
            },
            Self::MissingField => Text {
                en: "a field is missing",
                zh: "缺少字段",
            },
            Self::WrongKind => Text {
                en: "{found} is not the kind of value that stands here",
                zh: "{found} 的类型不对",
            },
            Self::WrongValue => Text {
                en: "{found} is not accepted here",
                zh: "此处不接受 {found}",
            },
            Self::WrongFormat => Text {
                en: "{found} is not a format that this release reads",
                zh: "此版本无法读取格式 {found}",
            },
            Self::Unexplained => Text {
                en: "the document does not read",
                zh: "文档无法读取",
            },
        }
    }
}

const fn fault_text(fault: Fault) -> Text {
    match fault {
        Fault::Value => Text {
            en: "a value should stand here",
            zh: "此处应为一个值",
        },
        Fault::Key => Text {
            en: "a field name in double quotes should stand here",
            zh: "此处应为双引号括起的字段名",
        },
        Fault::Colon => Text {
            en: "a colon is missing after the field name",
            zh: "字段名后缺少冒号",
        },
        Fault::CommaOrEnd => Text {
            en: "a comma or a closing bracket is missing",
            zh: "缺少逗号或右括号",
        },
        Fault::TrailingComma => Text {
            en: "a comma stands before a closing bracket",
            zh: "右括号前有多余的逗号",
        },
        Fault::OpenString => Text {
            en: "a text in quotes does not end",
            zh: "引号内的文本没有结束",
        },
        Fault::Control => Text {
            en: "a control character stands in a text",
            zh: "文本中有控制字符",
        },
        Fault::Escape => Text {
            en: "a backslash starts no valid escape",
            zh: "反斜杠后不是有效的转义",
        },
        Fault::Number => Text {
            en: "a number is not written as JSON writes numbers",
            zh: "数字写法不符合 JSON",
        },
        Fault::Trailing => Text {
            en: "something follows the end of the document",
            zh: "文档结束后还有内容",
        },
        Fault::End => Text {
            en: "the text ends too early",
            zh: "文本提前结束",
        },
        Fault::Depth => Text {
            en: "arrays and objects are nested too deep",
            zh: "数组和对象嵌套过深",
        },
        Fault::Comment => Text {
            en: "JSON has no comments",
            zh: "JSON 不支持注释",
        },
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
