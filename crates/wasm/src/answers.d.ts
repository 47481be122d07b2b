/** A language of the answers. A module for one language refuses the other. */
export type Lang = "en" | "zh";

/** A document: JSON text, or its UTF-8 bytes (for anything large: bytes cross without a conversion). */
export type DocumentInput = string | Uint8Array | ArrayBuffer;

/** What makes a plan: a document, or saved answers of the service (DescribeVaults, DescribePoliciesV2 …), told apart by content; several are merged. */
export type PlanInput = DocumentInput | SavedAnswer | readonly (DocumentInput | SavedAnswer)[];

/** A saved answer of the service. */
export interface SavedAnswer {
  /** How findings and remarks name it; its number, such as `#1`, when absent. */
  name?: string;
  document: DocumentInput;
}

/** What is asked beside the document. Absent and null values take their defaults. */
export interface Options {
  /** The rulebook edition to judge in; the document's own when absent. */
  edition?: Edition | null;
  /** The time to judge at, RFC 3339 or a `Date`. The engine has no clock: without it, rules about time wait. */
  now?: string | Date | null;
  /** The language of messages; when absent English, or the only one that the module speaks. */
  lang?: Lang | null;
}

/** No answer: the document, an option or a patch does not read. Never thrown, always returned. */
export interface Refused {
  ok: false;
  /** At least one, in the order of their places. */
  problems: Problem[];
}

/** Why something does not read. */
export interface Problem {
  /** The saved answer in which it is; null in a document. */
  file: string | null;
  /** JSON Pointer into the document or saved answer; into the options for `wrong-option`. */
  pointer: string;
  /** Line, from 1; null when the text was not looked at. */
  line: number | null;
  /** Column in UTF-16 code units, from 1. */
  column: number | null;
  kind: ProblemKind;
  /** The value found, shortened. */
  found: string | null;
  /** What was expected. */
  expected: string | null;
  /** The word that was probably meant. */
  suggestion: string | null;
  /** The whole sentence. */
  message: string;
}

/** The kinds of problem. */
export type ProblemKind =
  | "too-long" | "not-utf8" | "not-json" | "too-deep" | "too-many" | "unknown-field" | "duplicate-field"
  | "missing-field" | "wrong-kind" | "wrong-value" | "wrong-format" | "unexplained"
  | "no-document" | "mixed-documents" | "wrong-answer" | "unknown-answer" | "refused-call" | "wrong-option" | "wrong-patch" | "unknown-rule" | "unknown-vault" | "not-fetched";

/** The answer of `validate`. */
export type ValidateAnswer = Validated | Refused;

/** A plan that reads, judged. */
export interface Validated {
  ok: true;
  report: Report;
}

/** The report, `vaultplan-report/1`. */
export interface Report {
  format: "vaultplan-report/1";
  tool: Tool;
  /** The time that was judged at, RFC 3339 in UTC. */
  now: string | null;
  edition: Edition;
  /** `fail`, `incomplete` and `undecided` speak of rules of severity error; warnings and advice never change it. */
  verdict: "pass" | "fail" | "incomplete" | "undecided";
  /** By rule in the order of the rulebook, then by object in the order of the document. */
  findings: Finding[];
  /** What good practice advises: no defects of the plan, outside `verdict`. In the same order. */
  practice: Finding[];
  /** Findings that the settings of the document set aside, with what the suppression says. */
  suppressed: Suppressed[];
  /** What each rule of the edition said, by its slug. */
  counts: Record<string, Counts>;
  /** What an import understood; null when nothing was imported. */
  import: Import | null;
}

/** A finding that the document sets aside. */
export interface Suppressed {
  finding: Finding;
  reason: string;
  owner: string | null;
  until: string | null;
  /** JSON Pointer of the suppression. */
  by: string;
}

/** The program that made a report. */
export interface Tool {
  name: string;
  version: string;
}

/** How often a rule gave which verdict. */
export interface Counts {
  passed: number;
  failed: number;
  undecided: number;
  notApplicable: number;
}

/** What an import understood, ignored and remarked. */
export interface Import {
  understood: string[];
  ignored: string[];
  notes: string[];
}

/** How grave a failing rule is. */
export type Severity = "error" | "warning" | "advice";

/** A rule that is broken, or that waits for a fact. Identified by `rule` and `at`, never by its index. */
export interface Finding {
  /** Code of the rule, such as `M001`. */
  code: string;
  /** Slug of the rule, such as `mirror-same-region`. */
  rule: string;
  verdict: "fail" | "undecided";
  severity: Severity;
  object: FoundObject;
  /** JSON Pointer into the document. */
  at: string;
  message: string;
  /** The value found. */
  actual: string | null;
  /** What would be accepted; empty when undecided. */
  expected: string;
  /** The fact that is missing, when undecided. */
  missing: Missing | null;
  /** Address of the rule's page, relative to the root of the site. */
  help: string;
  sources: PublicPage[];
  fixes: Fix[];
}

/** The object that a finding is about. */
export interface FoundObject {
  kind: "plan" | "vault" | "mirror" | "client" | "source" | "policy" | "restore" | "change" | "key";
  id: string;
  /** Where an import found it. */
  origin?: ImportedFrom;
}

/** Where an import found an object. */
export interface ImportedFrom {
  file: string | null;
  pointer: string | null;
  name: string | null;
}

/** A fact without which a rule cannot decide. */
export interface Missing {
  /** Short name of the kind of fact. */
  fact: string;
  /** JSON Pointer of the place where it would stand. */
  at: string;
  what: string;
  /** How to get it. */
  how: string;
}

/** A public page on which a rule rests. */
export interface PublicPage {
  title: string;
  address: string;
  /** `YYYY-MM-DD`, `YYYY-MM`, or `page without date, read YYYY-MM`. */
  date: string;
}

/** How safe a fix is: whether it keeps what was asked for, or needs a value or a hand. */
export type Safety = "safe" | "changes-meaning" | "needs-value" | "by-hand";

/** A way to mend a finding. */
export interface Fix {
  /** What it does, as a button says it. */
  label: string;
  safety: Safety;
  /** What it entails beyond the document, where that is known. */
  consequence: "irreversible" | "recreates" | "costs" | null;
  /** The change, for `applyPatch`; empty when a value has to be given or something done by hand. */
  patch: PatchOperation[];
}

/** A JSON value. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** An operation of a JSON Patch (RFC 6902). */
export type PatchOperation = PatchWithValue | PatchRemove;

/** Sets a member or inserts an element (`add`), or replaces what is there. */
export interface PatchWithValue {
  op: "add" | "replace";
  path: string;
  value: Json;
}

/** Removes what is there. */
export interface PatchRemove {
  op: "remove";
  path: string;
}

/** The answer of `eligibleVaults`. */
export type EligibleAnswer = Eligibilities | Refused;

/** The vaults of a document in its order, then its mirrors. */
export interface Eligibilities {
  ok: true;
  vaults: Eligibility[];
}

/** Whether a vault may have a mirror. */
export interface Eligibility {
  object: NamedObject;
  answer: "yes" | "no" | "undecided";
  /** Why not, or what to mind. */
  reasons: Reason[];
  /** The facts without which it cannot be decided. */
  missing: Missing[];
}

/** An object of the document. */
export interface NamedObject {
  kind: "vault" | "mirror";
  id: string;
  /** Its name, or its id when it has none. */
  name: string;
}

/** Why an answer is what it is. */
export interface Reason {
  /** Slug of the rule that would fail; null where the pages are silent. */
  rule: string | null;
  /** Only an error makes an answer no. */
  severity: Severity;
  message: string;
  /** Address of the rule's page, relative to the root of the site. */
  help: string | null;
  fixes: Fix[];
}

/** The answer of `mirrorRegions`. */
export type MirrorRegionsAnswer = MirrorRegions | Refused;

/** The regions for the mirror of a vault: allowed ones first, then unconfirmed ones, then the others. */
export interface MirrorRegions {
  ok: true;
  vault: NamedObject;
  regions: RegionChoice[];
  /** The fact without which the source's own region cannot be left out. */
  missing: Missing | null;
}

/** One region as an offer for a mirror. */
export interface RegionChoice {
  id: string;
  name: string;
  allowed: "yes" | "unconfirmed" | "no";
  /** The redundancy that results; null where no page says. */
  redundancy: "ZRS" | "LRS" | null;
  /** Whether it is the one to be offered first. */
  first: boolean;
  reasons: Reason[];
}

/** The answer of `encryptionMatch`. */
export type EncryptionAnswer = EncryptionMatch | Refused;

/** Sources and their mirrors, in the order of the mirrors. */
export interface EncryptionMatch {
  ok: true;
  pairs: EncryptionPair[];
}

/** Source and mirror with their methods and keys. */
export interface EncryptionPair {
  /** What is copied; null when the document does not have it. */
  source: NamedObject | null;
  mirror: NamedObject;
  sourceMethod: "HBR_PRIVATE" | "KMS" | null;
  mirrorMethod: "HBR_PRIVATE" | "KMS" | null;
  sourceKey: string | null;
  /** May differ from the source's: keys belong to a region. */
  mirrorKey: string | null;
  verdict: "match" | "mismatch" | "impossible" | "unknown" | "not-stated";
  /** Why not. */
  reasons: Reason[];
  /** The facts that are missing. */
  missing: Missing[];
}

/** The answer of `applyPatch`. */
export type PatchAnswer = Patched | Refused;

/** A document after a patch. */
export interface Patched {
  ok: true;
  /** The document; what the patch does not touch is as it was written. */
  text: string;
}

/** The answer of `rules`. */
export type RulesAnswer = RuleList | Refused;

/** Every rule in one language. */
export interface RuleList {
  ok: true;
  rules: Rule[];
}

/** A rule in one language. */
export interface Rule {
  code: string;
  slug: string;
  category: "mirror" | "encryption" | "vault" | "source" | "policy" | "restore" | "change" | "lock" | "account" | "practice" | "document";
  severity: Severity;
  editions: Edition[];
  /** The release that brought it. */
  since: string;
  title: string;
  /** How safe its first fix is. */
  fix: Safety;
  /** Address of its page, relative to the root of the site. */
  help: string;
  sources: PublicPage[];
}

/** The answer of `rule`. */
export type RuleAnswer = OneRule | Refused;

/** A rule that was asked for. */
export interface OneRule {
  ok: true;
  rule: Rule;
}

/** The answer of `explain`. */
export type ExplainAnswer = Explained | Refused;

/** All that is to be read about a rule. */
export interface Explained {
  ok: true;
  rule: Rule;
  /** What it checks. */
  what: string;
  /** Why it matters. */
  why: string;
  /** How to mend it. */
  remedy: string;
  facts: Fact[];
  examples: Examples;
}

/** A statement about the service, with the pages that make it. */
export interface Fact {
  id: string;
  text: string;
  sources: PublicPage[];
}

/** Documents that break and keep a rule. */
export interface Examples {
  fails: string;
  passes: string;
}

/** A place in a text, as editors count. */
export interface Position {
  /** From 1. */
  line: number;
  /** In UTF-16 code units, from 1. */
  column: number;
}
