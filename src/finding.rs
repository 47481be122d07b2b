//! Verdicts, findings and fixes: plain data with public fields, below the rules so that nothing is circular.

use std::borrow::Cow;

use crate::catalog::editions::{Edition, Editions};
use crate::catalog::sources::Source;
use crate::catalog::wanted::Wanted;
use crate::lang::{Arg, Said, Text};
use crate::text::patch::{Op, Patch};
use crate::text::pointer::push_index;

/// How grave a failing rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know; nothing breaks.
    Advice,
    /// It works, but not as the user would expect.
    Warning,
    /// The service refuses it, or data would be lost.
    Error,
}

impl Severity {
    /// All severities, gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// The word in reports and options.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }

    /// The word for people.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Error => Text::new("Error", "错误"),
            Self::Warning => Text::new("Warning", "警告"),
            Self::Advice => Text::new("Advice", "建议"),
        }
    }
}

/// The kinds of object that a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObjectKind {
    /// The plan as a whole.
    Plan,
    /// A backup vault.
    Vault,
    /// A mirror vault.
    Mirror,
    /// A backup client.
    Client,
    /// A data source.
    Source,
    /// A policy.
    Policy,
    /// A restore.
    Restore,
    /// A change.
    Change,
    /// A KMS key.
    Key,
}

impl ObjectKind {
    /// All kinds, each at the place of its number.
    pub const ALL: [Self; 9] = [
        Self::Plan,
        Self::Vault,
        Self::Mirror,
        Self::Client,
        Self::Source,
        Self::Policy,
        Self::Restore,
        Self::Change,
        Self::Key,
    ];

    /// The word in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Vault => "vault",
            Self::Mirror => "mirror",
            Self::Client => "client",
            Self::Source => "source",
            Self::Policy => "policy",
            Self::Restore => "restore",
            Self::Change => "change",
            Self::Key => "key",
        }
    }

    /// The word for people.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Plan => Text::new("plan", "方案"),
            Self::Vault => Text::new("vault", "备份库"),
            Self::Mirror => Text::new("mirror", "镜像库"),
            Self::Client => Text::new("client", "客户端"),
            Self::Source => Text::new("source", "数据源"),
            Self::Policy => Text::new("policy", "策略"),
            Self::Restore => Text::new("restore", "恢复"),
            Self::Change => Text::new("change", "变更"),
            Self::Key => Text::new("key", "密钥"),
        }
    }

    /// The list of the document that holds such objects.
    #[must_use]
    pub const fn list(self) -> &'static str {
        match self {
            Self::Plan => "",
            Self::Vault => "/vaults",
            Self::Mirror => "/mirrors",
            Self::Client => "/clients",
            Self::Source => "/sources",
            Self::Policy => "/policies",
            Self::Restore => "/restores",
            Self::Change => "/changes",
            Self::Key => "/keys",
        }
    }
}

/// An object of the document, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectRef {
    /// Its kind.
    pub kind: ObjectKind,
    /// Its index in the list of its kind.
    pub index: usize,
}

impl ObjectRef {
    /// The plan as a whole.
    pub const PLAN: Self = Self {
        kind: ObjectKind::Plan,
        index: 0,
    };

    /// An object by kind and index.
    #[must_use]
    pub const fn new(kind: ObjectKind, index: usize) -> Self {
        Self { kind, index }
    }

    /// JSON Pointer of the object, extended by `path` (which is empty or begins with `/`).
    #[must_use]
    pub fn pointer(self, path: &str) -> String {
        let mut pointer = self.kind.list().to_owned();
        if self.kind != ObjectKind::Plan {
            push_index(&mut pointer, self.index);
        }
        pointer.push_str(path);
        pointer
    }
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The object.
    pub object: ObjectRef,
    /// JSON Pointer from the object to the field.
    pub path: Cow<'static, str>,
}

impl Spot {
    /// An object as a whole.
    #[must_use]
    pub fn of(object: ObjectRef) -> Self {
        Self {
            object,
            path: Cow::Borrowed(""),
        }
    }

    /// JSON Pointer of the field in the document.
    #[must_use]
    pub fn pointer(&self) -> String {
        self.object.pointer(&self.path)
    }
}

/// A fact without which a rule cannot decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Where it would stand.
    pub spot: Spot,
    /// What is wanted, and how to get it.
    pub wanted: &'static Wanted,
    /// Name of the object that it is about.
    pub object: String,
}

/// Why a judge stops before a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// A fact is missing: the rule cannot decide.
    Missing(Box<Missing>),
    /// Another rule speaks about the cause: this one does not apply.
    LeftOut,
}

/// What a rule says about one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Pass,
    /// It is not about this subject.
    NotApplicable,
    /// It is broken.
    Fail(Box<Fail>),
}

/// A verdict, or the reason why there is none. `?` on an unknown value makes "cannot decide".
pub type Judged = Result<Verdict, Gap>;

/// How a rule is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fail {
    /// Where.
    pub spot: Spot,
    /// The severity, where it differs from the rule's in this edition.
    pub severity: Option<Severity>,
    /// Values for the holes of the rule's texts.
    pub args: Vec<Arg>,
    /// The value found.
    pub actual: Option<String>,
    /// Ways to mend it.
    pub fixes: Vec<Fix>,
}

/// A failure is built in its box, by calls that take no more than what differs: a rule is then little code. The
/// calls after [`Fail::fix`] speak of the fix that was offered last.
impl Fail {
    /// A failure at a field of an object.
    #[must_use]
    #[inline(never)]
    pub fn at(object: impl Into<ObjectRef>, path: &'static str) -> Box<Self> {
        Self::of(Spot {
            object: object.into(),
            path: Cow::Borrowed(path),
        })
    }

    /// A failure at a place.
    #[must_use]
    #[inline(never)]
    pub fn of(spot: Spot) -> Box<Self> {
        Box::new(Self {
            spot,
            severity: None,
            args: Vec::new(),
            actual: None,
            fixes: Vec::new(),
        })
    }

    /// Gives a hole its value.
    #[must_use]
    #[inline(never)]
    pub fn arg(mut self: Box<Self>, name: &'static str, value: impl Into<Said>) -> Box<Self> {
        let value = value.into();
        self.args.push(Arg { name, value });
        self
    }

    /// States the value found.
    #[must_use]
    #[inline(never)]
    pub fn actual(mut self: Box<Self>, value: &str) -> Box<Self> {
        self.actual = Some(value.to_owned());
        self
    }

    /// States a severity of its own.
    #[must_use]
    pub fn severity(mut self: Box<Self>, severity: Severity) -> Box<Self> {
        self.severity = Some(severity);
        self
    }

    /// Offers a fix that changes nothing yet.
    #[must_use]
    #[inline(never)]
    pub fn fix(mut self: Box<Self>, safety: Safety, label: Text) -> Box<Self> {
        self.fixes.push(Fix {
            label,
            args: Vec::new(),
            safety,
            consequence: None,
            patch: Patch::new(),
        });
        self
    }

    /// The last fix entails this, where the condition holds.
    #[must_use]
    #[inline(never)]
    pub fn entails(mut self: Box<Self>, consequence: Consequence, holds: bool) -> Box<Self> {
        if let Some(fix) = self.fixes.last_mut().filter(|_| holds) {
            fix.consequence = Some(consequence);
        }
        self
    }

    /// Gives a hole of the last fix's label its value.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self: Box<Self>, name: &'static str, value: impl Into<Said>) -> Box<Self> {
        let value = value.into();
        if let Some(fix) = self.fixes.last_mut() {
            fix.args.push(Arg { name, value });
        }
        self
    }

    /// The last fix makes this change too.
    #[must_use]
    #[inline(never)]
    pub fn op(mut self: Box<Self>, op: Op) -> Box<Self> {
        if let Some(fix) = self.fixes.last_mut() {
            fix.patch.push(op);
        }
        self
    }

    /// The last fix sets the field of the failure to a text, whether or not it was there.
    #[must_use]
    #[inline(never)]
    pub fn set(self: Box<Self>, value: &str) -> Box<Self> {
        let pointer = self.spot.pointer();
        self.op(Op::set(pointer, value))
    }

    /// The last fix replaces the text in the field of the failure.
    #[must_use]
    #[inline(never)]
    pub fn replace(self: Box<Self>, value: &str) -> Box<Self> {
        let path = self.spot.pointer();
        let value = value.into();
        self.op(Op::Replace { path, value })
    }

    /// The last fix sets a field of an object to a text.
    #[must_use]
    #[inline(never)]
    pub fn set_at(
        self: Box<Self>,
        object: impl Into<ObjectRef>,
        path: &'static str,
        value: &str,
    ) -> Box<Self> {
        self.op(Op::set(object.into().pointer(path), value))
    }

    /// The last fix removes the field of the failure.
    #[must_use]
    #[inline(never)]
    pub fn remove(self: Box<Self>) -> Box<Self> {
        let pointer = self.spot.pointer();
        self.op(Op::remove(pointer))
    }

    /// The last fix removes a field of an object, or the object where the path is empty.
    #[must_use]
    #[inline(never)]
    pub fn remove_at(
        self: Box<Self>,
        object: impl Into<ObjectRef>,
        path: &'static str,
    ) -> Box<Self> {
        self.op(Op::remove(object.into().pointer(path)))
    }
}

impl From<Box<Fail>> for Judged {
    fn from(fail: Box<Fail>) -> Self {
        Ok(Verdict::Fail(fail))
    }
}

/// How safe a fix is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// It removes the finding, adds no other, and changes nothing that the user asked for.
    Safe,
    /// It changes what the user asked for.
    ChangesMeaning,
    /// The user has to give a value.
    NeedsValue,
    /// It is done outside the plan.
    ByHand,
}

impl Safety {
    /// The word in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::ChangesMeaning => "changes-meaning",
            Self::NeedsValue => "needs-value",
            Self::ByHand => "by-hand",
        }
    }
}

/// What a fix entails beyond the plan, where it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Consequence {
    /// It cannot be undone: data is deleted, or a lock stays for good.
    Irreversible,
    /// What exists has to be made anew.
    Recreates,
    /// It costs from then on.
    Costs,
}

impl Consequence {
    /// The word in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Irreversible => "irreversible",
            Self::Recreates => "recreates",
            Self::Costs => "costs",
        }
    }

    /// The words for people.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Irreversible => Text::new("cannot be undone", "不可撤销"),
            Self::Recreates => Text::new("what exists is made anew", "现有资源需重新创建"),
            Self::Costs => Text::new("costs from then on", "此后产生费用"),
        }
    }
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a button says it. Holes take the values of `args`.
    pub label: Text,
    /// Values for the holes of the label.
    pub args: Vec<Arg>,
    /// How safe it is.
    pub safety: Safety,
    /// What it entails beyond the plan.
    pub consequence: Option<Consequence>,
    /// The change on the document; empty when the user has to give a value or act by hand.
    pub patch: Patch,
}

/// What checking and showing need to know of a rule. Its longer texts are apart, so that a program that never
/// shows them does not carry them.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Code: a letter for the category and three digits; never reused.
    pub code: &'static str,
    /// Name of the defect; also the name of its file, its examples and its page.
    pub slug: &'static str,
    /// What it is about.
    pub category: Category,
    /// The release that brought it.
    pub since: &'static str,
    /// Severity, where an edition does not say otherwise.
    pub severity: Severity,
    /// Severities of editions that differ.
    pub severities: &'static [(Edition, Severity)],
    /// The editions in which it holds.
    pub editions: Editions,
    /// The safety of the first fix that it offers.
    pub fix: Safety,
    /// The name of the defect for people.
    pub title: Text,
    /// What is wrong, with holes for the user's names and values.
    pub message: Text,
    /// The value needed.
    pub expected: Text,
    /// The pages on which it rests.
    pub sources: &'static [&'static Source],
}

impl Rule {
    /// Its severity in an edition.
    #[must_use]
    pub fn severity_in(&self, edition: Edition) -> Severity {
        self.severities
            .iter()
            .find(|(e, _)| *e == edition)
            .map_or(self.severity, |(_, severity)| *severity)
    }
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Mirror vaults (code letter M).
    Mirror,
    /// Encryption (E).
    Encryption,
    /// Vaults (V).
    Vault,
    /// Sources and clients (S).
    Source,
    /// Restores (R).
    Restore,
    /// Change plans (C).
    Change,
    /// Policies, schedules, retention and the archive tier (P).
    Policy,
    /// Immutable backup (L).
    Lock,
    /// Accounts, roles and costs (A).
    Account,
    /// Good practice: no defect of the plan, outside its verdict (G).
    Practice,
    /// The document itself (D).
    Document,
}

impl Category {
    /// All categories, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::Mirror,
        Self::Encryption,
        Self::Vault,
        Self::Source,
        Self::Policy,
        Self::Restore,
        Self::Change,
        Self::Lock,
        Self::Account,
        Self::Practice,
        Self::Document,
    ];

    /// The word in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mirror => "mirror",
            Self::Encryption => "encryption",
            Self::Vault => "vault",
            Self::Source => "source",
            Self::Restore => "restore",
            Self::Change => "change",
            Self::Policy => "policy",
            Self::Lock => "lock",
            Self::Account => "account",
            Self::Practice => "practice",
            Self::Document => "document",
        }
    }

    /// The code letter.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Mirror => 'M',
            Self::Encryption => 'E',
            Self::Vault => 'V',
            Self::Source => 'S',
            Self::Restore => 'R',
            Self::Change => 'C',
            Self::Policy => 'P',
            Self::Lock => 'L',
            Self::Account => 'A',
            Self::Practice => 'G',
            Self::Document => 'D',
        }
    }

    /// The word for people.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Mirror => Text::new("Mirror vaults", "镜像库"),
            Self::Encryption => Text::new("Encryption", "加密"),
            Self::Vault => Text::new("Vaults", "备份库"),
            Self::Source => Text::new("Sources and clients", "数据源与客户端"),
            Self::Restore => Text::new("Restores", "恢复"),
            Self::Change => Text::new("Change plans", "变更"),
            Self::Policy => Text::new("Policies and retention", "策略与保留"),
            Self::Lock => Text::new("Immutable backup", "备份锁定"),
            Self::Account => Text::new("Accounts and costs", "账号与费用"),
            Self::Practice => Text::new("Good practice", "最佳实践"),
            Self::Document => Text::new("The document", "文档"),
        }
    }
}

/// A rule's verdict that somebody has to look at: a failure, or a decision that waits for a fact.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The severity in this edition.
    pub severity: Severity,
    /// Where it points: the broken field; for a decision that waits, the field that is missing if it is the
    /// subject's own, else the subject.
    pub spot: Spot,
    /// What was found.
    pub outcome: Outcome,
}

/// What a finding says.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The rule is broken.
    Fail(Fail),
    /// The rule cannot decide.
    Undecided(Missing),
}

impl Finding {
    /// Where it points.
    #[must_use]
    pub fn spot(&self) -> &Spot {
        &self.spot
    }

    /// Its identity: rule and pointer, never an index.
    #[must_use]
    pub fn identity(&self) -> (&'static str, String) {
        (self.rule.slug, self.spot().pointer())
    }

    /// How the rule is broken; `None` when it could not decide.
    #[must_use]
    pub fn fail(&self) -> Option<&Fail> {
        match &self.outcome {
            Outcome::Fail(fail) => Some(fail),
            Outcome::Undecided(_) => None,
        }
    }

    /// The fixes it offers.
    #[must_use]
    pub fn fixes(&self) -> &[Fix] {
        match &self.outcome {
            Outcome::Fail(fail) => &fail.fixes,
            Outcome::Undecided(_) => &[],
        }
    }
}
