//! The command line: what may be said, in which language help and mistakes are worded.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use vaultplan::catalog::editions::Edition;
use vaultplan::cost::MAX_MONTHS;
use vaultplan::cost::sum::Grouping;
use vaultplan::finding::Severity;
use vaultplan::lang::Lang;
use vaultplan::model::time;
use vaultplan::report::Options;
use vaultplan::text::decimal::Decimal;

use crate::check::clock;
use crate::say;

#[derive(Debug, Parser)]
#[command(
    name = "vaultplan",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    subcommand_required = true
)]
struct Line {
    #[command(subcommand)]
    command: Command,
    #[arg(short = 'h', long, action = ArgAction::Help, global = true)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// What is asked.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(CheckArgs),
    Rules(RulesArgs),
    Explain(ExplainArgs),
    Fix(FixArgs),
    Compare(CompareArgs),
    Map(MapArgs),
    Coverage(CoverageArgs),
    Cost(CostArgs),
    Prices(PricesArgs),
    Convert(ConvertArgs),
}

/// `vaultplan check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) judging: Judging,
    #[command(flatten)]
    pub(crate) show: ShowReport,
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = Threshold::Error, hide_possible_values = true, hide_default_value = true)]
    fail_on: Threshold,
    #[arg(long)]
    pub(crate) allow_undecided: bool,
}

impl CheckArgs {
    /// The severity from which on a finding makes the command fail.
    pub(crate) fn fail_on(&self) -> Severity {
        match self.fail_on {
            Threshold::Error => Severity::Error,
            Threshold::Warning => Severity::Warning,
            Threshold::Advice => Severity::Advice,
        }
    }
}

/// In which edition and at which time a plan is judged.
#[derive(Debug, Args)]
pub(crate) struct Judging {
    #[arg(long, value_name = "EDITION", value_parser = PossibleValuesParser::new(Edition::WORDS), hide_possible_values = true)]
    edition: Option<String>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) now: Option<i64>,
}

impl Judging {
    /// The edition that was asked for.
    pub(crate) fn edition(&self) -> Option<Edition> {
        self.edition.as_deref().and_then(Edition::from_word)
    }

    /// What a check is asked. Without a time it is the clock's.
    pub(crate) fn options(&self) -> Options {
        Options {
            edition: self.edition(),
            now: Some(self.now.unwrap_or_else(clock)),
        }
    }
}

/// `vaultplan rules`.
#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    #[command(flatten)]
    pub(crate) show: Show,
}

/// `vaultplan explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    #[arg(value_name = "RULE")]
    pub(crate) rule: String,
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "ID", requires = "file")]
    pub(crate) object: Option<String>,
    #[arg(long, value_name = "EDITION", requires = "file", value_parser = PossibleValuesParser::new(Edition::WORDS), hide_possible_values = true)]
    edition: Option<String>,
    #[arg(long, value_name = "TIME", requires = "file", value_parser = moment)]
    pub(crate) now: Option<i64>,
    #[arg(long, value_name = "LANG", value_parser = PossibleValuesParser::new(["en", "zh"]), hide_possible_values = true)]
    lang: Option<String>,
}

impl ExplainArgs {
    /// The edition that was asked for.
    pub(crate) fn edition(&self) -> Option<Edition> {
        self.edition.as_deref().and_then(Edition::from_word)
    }

    /// The language of the answer.
    pub(crate) fn lang(&self) -> Lang {
        chosen(self.lang.as_deref()).unwrap_or_else(environment_lang)
    }
}

/// `vaultplan fix`.
#[derive(Debug, Args)]
pub(crate) struct FixArgs {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, conflicts_with = "rule")]
    pub(crate) safe: bool,
    #[arg(long, value_name = "RULE")]
    pub(crate) rule: Option<String>,
    #[arg(long, conflicts_with_all = ["safe", "rule"])]
    pub(crate) order: bool,
    #[arg(long)]
    pub(crate) write: bool,
    #[command(flatten)]
    pub(crate) judging: Judging,
    #[arg(long, value_name = "LANG", value_parser = PossibleValuesParser::new(["en", "zh"]), hide_possible_values = true)]
    lang: Option<String>,
}

impl FixArgs {
    /// The language of what is said.
    pub(crate) fn lang(&self) -> Lang {
        chosen(self.lang.as_deref()).unwrap_or_else(environment_lang)
    }
}

/// `vaultplan compare`.
#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "EDITION", required = true, value_parser = PossibleValuesParser::new(Edition::WORDS), hide_possible_values = true)]
    with: String,
    #[command(flatten)]
    pub(crate) judging: Judging,
    #[command(flatten)]
    pub(crate) show: Show,
}

impl CompareArgs {
    /// The edition to compare with.
    pub(crate) fn with(&self) -> Edition {
        Edition::from_word(&self.with).unwrap_or_default()
    }
}

/// `vaultplan coverage`.
#[derive(Debug, Args)]
pub(crate) struct CoverageArgs {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) judging: Judging,
    #[command(flatten)]
    pub(crate) show: ShowTable,
}

/// `vaultplan cost`.
#[derive(Debug, Args)]
pub(crate) struct CostArgs {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "FILE|ID")]
    pub(crate) book: Vec<PathBuf>,
    #[arg(long, value_name = "N", value_parser = months)]
    pub(crate) months: Option<u32>,
    #[arg(long, value_name = "GROUP", value_enum, default_value_t = By::Kind, hide_possible_values = true, hide_default_value = true)]
    by: By,
    #[arg(long, value_name = "FILE")]
    pub(crate) compare: Option<PathBuf>,
    #[arg(long, value_name = "AMOUNT", value_parser = amount)]
    pub(crate) max_total: Option<Decimal>,
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(crate) min_coverage: Option<u32>,
    #[command(flatten)]
    pub(crate) judging: Judging,
    #[command(flatten)]
    pub(crate) show: ShowTable,
}

impl CostArgs {
    /// How the lines are put together.
    pub(crate) fn by(&self) -> Grouping {
        match self.by {
            By::Kind => Grouping::Kind,
            By::Vault => Grouping::Vault,
            By::Source => Grouping::Source,
            By::Region => Grouping::Region,
            By::None => Grouping::Line,
        }
    }
}

/// `vaultplan prices`.
#[derive(Debug, Args)]
pub(crate) struct PricesArgs {
    #[arg(value_name = "ID")]
    pub(crate) id: Option<String>,
    #[command(flatten)]
    pub(crate) show: Show,
}

/// `vaultplan convert`.
#[derive(Debug, Args)]
pub(crate) struct ConvertArgs {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Target::Topology, hide_possible_values = true, hide_default_value = true)]
    pub(crate) to: Target,
    #[arg(long)]
    pub(crate) allow_undecided: bool,
    #[arg(long, value_name = "LANG", value_parser = PossibleValuesParser::new(["en", "zh"]), hide_possible_values = true)]
    lang: Option<String>,
}

impl ConvertArgs {
    /// The language of what is said about the input.
    pub(crate) fn lang(&self) -> Lang {
        chosen(self.lang.as_deref()).unwrap_or_else(environment_lang)
    }
}

/// What a plan is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Target {
    /// The canonical document.
    Topology,
}

/// `vaultplan map`.
#[derive(Debug, Args)]
pub(crate) struct MapArgs {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(crate) focus: Option<String>,
    #[command(flatten)]
    pub(crate) judging: Judging,
    #[arg(long, value_name = "LANG", value_parser = PossibleValuesParser::new(["en", "zh"]), hide_possible_values = true)]
    lang: Option<String>,
}

impl MapArgs {
    /// The language of the picture.
    pub(crate) fn lang(&self) -> Lang {
        chosen(self.lang.as_deref()).unwrap_or_else(environment_lang)
    }
}

/// How a result is shown.
#[derive(Debug, Args)]
pub(crate) struct Show {
    #[arg(long, value_name = "LANG", value_parser = PossibleValuesParser::new(["en", "zh"]), hide_possible_values = true)]
    lang: Option<String>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Human, hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: Format,
}

impl Show {
    /// The language of the result: as asked; else JSON is English, and text follows the environment.
    pub(crate) fn lang(&self) -> Lang {
        chosen(self.lang.as_deref()).unwrap_or_else(|| match self.format {
            Format::Json => Lang::En,
            Format::Human => environment_lang(),
        })
    }

    /// The language of mistakes, which are text in either format.
    pub(crate) fn mistakes_lang(&self) -> Lang {
        chosen(self.lang.as_deref()).unwrap_or_else(environment_lang)
    }
}

/// How a report is shown: a report can be Markdown as well.
#[derive(Debug, Args)]
pub(crate) struct ShowReport {
    #[arg(long, value_name = "LANG", value_parser = PossibleValuesParser::new(["en", "zh"]), hide_possible_values = true)]
    lang: Option<String>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = ReportFormat::Human, hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: ReportFormat,
}

impl ShowReport {
    /// The language of the result: as asked; else JSON is English, and text follows the environment.
    pub(crate) fn lang(&self) -> Lang {
        chosen(self.lang.as_deref()).unwrap_or_else(|| match self.format {
            ReportFormat::Json => Lang::En,
            ReportFormat::Human | ReportFormat::Markdown => environment_lang(),
        })
    }

    /// The language of mistakes, which are text in every format.
    pub(crate) fn mistakes_lang(&self) -> Lang {
        chosen(self.lang.as_deref()).unwrap_or_else(environment_lang)
    }
}

/// How a table is shown: it can be a file for spreadsheets as well.
#[derive(Debug, Args)]
pub(crate) struct ShowTable {
    #[arg(long, value_name = "LANG", value_parser = PossibleValuesParser::new(["en", "zh"]), hide_possible_values = true)]
    lang: Option<String>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = TableFormat::Human, hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: TableFormat,
}

impl ShowTable {
    /// The language of the table: as asked; else JSON is English, and what people read follows the environment.
    pub(crate) fn lang(&self) -> Lang {
        chosen(self.lang.as_deref()).unwrap_or_else(|| match self.format {
            TableFormat::Json => Lang::En,
            TableFormat::Human | TableFormat::Csv => environment_lang(),
        })
    }

    /// The language of mistakes, which are text in every format.
    pub(crate) fn mistakes_lang(&self) -> Lang {
        chosen(self.lang.as_deref()).unwrap_or_else(environment_lang)
    }
}

/// Text for people, JSON for programs, or Markdown for tickets and wikis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    Human,
    Json,
    Markdown,
}

/// Text for people, or JSON for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
}

/// Text for people, JSON for programs, or CSV for spreadsheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    Human,
    Json,
    Csv,
}

/// How the lines of an estimate are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    Kind,
    Vault,
    Source,
    Region,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Threshold {
    Error,
    Warning,
    Advice,
}

/// Why there is no command to run.
pub(crate) enum Stop {
    /// Help or the version was asked for.
    Shown(String),
    /// The line cannot be understood.
    Wrong(String),
}

/// Reads the command line.
///
/// # Errors
/// A text to show, or what is wrong with the line.
pub(crate) fn read(line: impl IntoIterator<Item = OsString>) -> Result<Command, Stop> {
    let line: Vec<OsString> = line.into_iter().collect();
    let lang = lang_of(&line);
    let parsed = say::worded(Line::command(), lang)
        .try_get_matches_from(line)
        .and_then(|matches| Line::from_arg_matches(&matches));
    match parsed {
        Ok(line) => Ok(line.command),
        Err(error) => Err(stop(&error, lang)),
    }
}

/// The language that the environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set.
pub(crate) fn environment_lang() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Lang::from_tag(&value))
        .unwrap_or_default()
}

fn chosen(tag: Option<&str>) -> Option<Lang> {
    tag.and_then(Lang::from_tag)
}

/// The language in which a line that may not even parse is answered.
fn lang_of(line: &[OsString]) -> Lang {
    let mut words = line.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let tag = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(lang) = tag.and_then(Lang::from_tag) {
            return lang;
        }
    }
    environment_lang()
}

fn moment(text: &str) -> Result<i64, String> {
    // The message is worded where the language is known.
    time::parse(text).ok_or_else(String::new)
}

fn months(text: &str) -> Result<u32, String> {
    let months = text.parse().ok();
    months
        .filter(|months| (1..=MAX_MONTHS).contains(months))
        .ok_or_else(String::new)
}

fn amount(text: &str) -> Result<Decimal, String> {
    Decimal::parse(text).ok_or_else(String::new)
}

fn percent(text: &str) -> Result<u32, String> {
    let percent = text.parse().ok();
    percent
        .filter(|percent| *percent <= 100)
        .ok_or_else(String::new)
}

fn stop(error: &clap::Error, lang: Lang) -> Stop {
    let words = |kind: ContextKind| -> Vec<String> {
        match error.get(kind) {
            Some(ContextValue::String(word)) => vec![word.clone()],
            Some(ContextValue::Strings(words)) => words.clone(),
            _ => Vec::new(),
        }
    };
    let first = |kind: ContextKind| words(kind).into_iter().next().unwrap_or_default();
    let text = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Stop::Shown(error.render().to_string());
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say::no_command(lang)
        }
        ErrorKind::InvalidSubcommand => {
            say::unknown_command(&first(ContextKind::InvalidSubcommand), lang)
        }
        ErrorKind::UnknownArgument => say::unknown_option(
            &first(ContextKind::InvalidArg),
            &first(ContextKind::SuggestedArg),
            lang,
        ),
        ErrorKind::MissingRequiredArgument => {
            say::missing_argument(&words(ContextKind::InvalidArg).join(" "), lang)
        }
        ErrorKind::ArgumentConflict => say::given_twice(&first(ContextKind::InvalidArg), lang),
        ErrorKind::InvalidValue if first(ContextKind::InvalidValue).is_empty() => {
            say::value_missing(&first(ContextKind::InvalidArg), lang)
        }
        ErrorKind::InvalidValue => say::wrong_value(
            &first(ContextKind::InvalidArg),
            &first(ContextKind::InvalidValue),
            &words(ContextKind::ValidValue),
            &first(ContextKind::SuggestedValue),
            lang,
        ),
        ErrorKind::ValueValidation => say::wrong_kind(
            &first(ContextKind::InvalidArg),
            &first(ContextKind::InvalidValue),
            lang,
        ),
        _ => say::wrong_line(&error.kind().to_string(), lang),
    };
    Stop::Wrong(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declaration_is_sound() {
        for lang in Lang::ALL {
            say::worded(Line::command(), lang).debug_assert();
        }
    }

    #[test]
    fn the_language_of_a_broken_line_is_found() {
        let line = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(lang_of(&line(&["vaultplan", "--lang", "zh"])), Lang::Zh);
        assert_eq!(
            lang_of(&line(&["vaultplan", "x", "--lang=zh-CN"])),
            Lang::Zh
        );
    }
}
