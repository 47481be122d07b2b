// Written by crates/site from the engine's tables; not edited by hand.

/** A rulebook edition: the service at four times. */
export type Edition = "hbr-2019" | "hbr-2021" | "mirror-vault" | "replication-target";

/** Known words of the region; another one is kept and judged. */
export type Region = "cn-qingdao" | "cn-beijing" | "cn-zhangjiakou" | "cn-huhehaote" | "cn-wulanchabu" | "cn-hangzhou" | "cn-shanghai" | "cn-shenzhen" | "cn-heyuan" | "cn-guangzhou" | "cn-chengdu" | "cn-zhongwei" | "cn-hongkong" | "ap-northeast-1" | "ap-northeast-2" | "ap-southeast-1" | "ap-southeast-3" | "ap-southeast-5" | "ap-southeast-6" | "ap-southeast-7" | "ap-southeast-8" | "us-west-1" | "us-east-1" | "us-southeast-1" | "na-south-1" | "eu-central-1" | "eu-west-1" | "me-east-1" | "me-central-1" | "cn-hangzhou-finance" | "cn-shanghai-finance-1" | "cn-shenzhen-finance-1" | "cn-beijing-finance-1" | "ap-southeast-2" | (string & {});

/** Known words of the key state; another one is kept and judged. */
export type KeyState = "Enabled" | "Disabled" | "PendingDeletion" | "PendingImport" | (string & {});

/** Known words of the vault type; another one is kept and judged. */
export type VaultType = "STANDARD" | "OTS_BACKUP" | "DATABASE" | "ARCHIVE" | "CONTAINER" | (string & {});

/** Known words of the vault status; another one is kept and judged. */
export type VaultStatus = "CREATED" | "INITIALIZING" | "ERROR" | "UNKNOWN" | (string & {});

/** Known words of the redundancy; another one is kept and judged. */
export type Redundancy = "LRS" | "ZRS" | (string & {});

/** Known words of the encryption method; another one is kept and judged. */
export type EncryptionMethod = "HBR_PRIVATE" | "KMS" | (string & {});

/** Known words of the storage class; another one is kept and judged. */
export type StorageClass = "STANDARD" | "IA" | "ARCHIVE" | "COLD_ARCHIVE" | (string & {});

/** Known words of the charge type; another one is kept and judged. */
export type ChargeType = "FREE" | "V1" | "V2" | "AEGIS" | "UNI_BACKUP" | "ARCHIVE" | (string & {});

/** Known words of the free trial; another one is kept and judged. */
export type FreeTrial = "OSS" | "NAS" | "OTS" | (string & {});

/** Known words of the source type; another one is kept and judged. */
export type SourceType = "ECS_FILE" | "UDM_ECS" | "OSS" | "NAS" | "COMMON_NAS" | "File" | "COMMON_FILE_SYSTEM" | "CPFS" | "BMCPFS" | "OTS" | "OTS_TABLE" | "HANA" | "VMWARE" | "SQL_SERVER" | "MYSQL" | "ORACLE" | "MARIADB" | "MONGODB" | "CONTAINER" | "UDM_DISK" | "UDM_ECS_DISK" | "SYNC" | "HDFS" | "S3" | (string & {});

/** Known words of the client kind; another one is kept and judged. */
export type ClientKind = "file" | "ecs" | "vm" | (string & {});

/** Known words of the client status; another one is kept and judged. */
export type ClientStatus = "ACTIVATED" | "REGISTERED" | "DEACTIVATED" | "INSTALLING" | "INSTALL_FAILED" | "NOT_INSTALLED" | "UPGRADING" | "UPGRADE_FAILED" | "UNINSTALLING" | "UNINSTALL_FAILED" | "STOPPED" | "UNKNOWN" | (string & {});

/** Known words of the operating system; another one is kept and judged. */
export type OperatingSystem = "windows" | "windows-server" | "linux" | (string & {});

/** Known words of the storage class of a source; another one is kept and judged. */
export type StorageClassOfASource = "STANDARD" | "IA" | "ARCHIVE" | "COLD_ARCHIVE" | "DEEP_COLD_ARCHIVE" | (string & {});

/** Known words of the policy type; another one is kept and judged. */
export type PolicyType = "STANDARD" | "UDM_ECS_ONLY" | "PLAN" | (string & {});

/** Known words of the policy rule type; another one is kept and judged. */
export type PolicyRuleType = "BACKUP" | "TRANSITION" | "REPLICATION" | "TAG" | (string & {});

/** Known words of the restore type; another one is kept and judged. */
export type RestoreType = "ECS_FILE" | "OSS" | "NAS" | "OTS_TABLE" | "UDM_ECS" | "UDM_ECS_ROLLBACK" | "UDM_ECS_DISK" | "UDM_ECS_DISK_ROLLBACK" | (string & {});

/** A part of the document: answer. */
export interface Answer {
  file?: string;
  operation?: string;
  regions?: Region[];
  /** a whole number up to 1000000000 */
  total?: number;
  /** a whole number up to 1000000000 */
  listed?: number;
}
/** A part of the document: severity choice. */
export interface SeverityChoice {
  rule: string;
  severity: "error" | "warning" | "advice" | "off";
  note?: string;
}
/** A part of the document: suppression. */
export interface Suppression {
  rule: string;
  reason: string;
  object?: string;
  owner?: string;
  /** RFC 3339 */
  until?: string;
  note?: string;
}
/** A part of the document: settings. */
export interface Settings {
  severities?: SeverityChoice[];
  suppressions?: Suppression[];
}
/** A part of the document: resource plan. */
export interface ResourcePlan {
  item: string;
  note?: string;
  /** from 0 to 1000000000000, at most twelve places */
  capacity?: number;
  /** from 0 to 1000000000000, at most twelve places */
  pricePerMonth?: number;
}
/** A part of the document: billing. */
export interface Billing {
  note?: string;
  resourcePlans?: boolean;
  balanceAlert?: boolean;
  plans?: ResourcePlan[];
}
/** A part of the document: percent range. */
export interface PercentRange {
  /** from 0 to 100, at most twelve places */
  expected: number;
  note?: string;
  /** from 0 to 100, at most twelve places; when absent: the expected one */
  low?: number;
  /** from 0 to 100, at most twelve places; when absent: the expected one */
  high?: number;
}
/** A part of the document: growth range. */
export interface GrowthRange {
  /** from 0 to 1000, at most twelve places */
  expected: number;
  note?: string;
  /** from 0 to 1000, at most twelve places; when absent: the expected one */
  low?: number;
  /** from 0 to 1000, at most twelve places; when absent: the expected one */
  high?: number;
}
/** A part of the document: ratio range. */
export interface RatioRange {
  /** from 1 to 30, at most twelve places */
  expected: number;
  note?: string;
  /** from 1 to 30, at most twelve places; when absent: the expected one */
  low?: number;
  /** from 1 to 30, at most twelve places; when absent: the expected one */
  high?: number;
}
/** A part of the document: tier. */
export interface Tier {
  /** from 0 to 1000000000000, at most twelve places */
  from: number;
  note?: string;
  /** from 0 to 1000000000000, at most twelve places; when absent: unknown */
  price?: number;
}
/** A part of the document: rate source. */
export interface RateSource {
  title?: string;
  address?: string;
  date?: string;
  read?: string;
}
/** A part of the document: rate. */
export interface Rate {
  item: string;
  sameAs?: string;
  /** from 0 to 1000000000000, at most twelve places; when absent: unknown */
  price?: number;
  tiers?: Tier[];
  /** when absent: that of the book */
  currency?: string;
  /** when absent: that of the item */
  unit?: string;
  /** when absent: all regions */
  regions?: Region[];
  /** from 0 to 1000000000000, at most twelve places */
  freeQuota?: number;
  /** a whole number up to 36500 */
  freeDays?: number;
  source?: RateSource;
  confidence?: "official-current" | "official-undated" | "official-old" | "inferred" | "own";
  /** from 0 to 1000000000000, at most twelve places */
  listPrice?: number;
  /** RFC 3339 */
  entered?: string;
  note?: string;
  /** when absent: the remark */
  noteZh?: string;
}
/** A part of the document: estimate. */
export interface Estimate {
  /** when absent: cloud-backup-usd */
  book?: string;
  /** a whole number from 1 to 36; when absent: 12 */
  months?: number;
  /** RFC 3339 */
  start?: string;
  /** when absent: 0 */
  dailyChangePercent?: PercentRange;
  /** when absent: 0 */
  sameBlocksPercent?: PercentRange;
  /** when absent: 0 */
  growthPercentPerMonth?: GrowthRange;
  /** when absent: 1 */
  reductionRatio?: RatioRange;
  /** from 0 to 100, at most twelve places; when absent: 0 */
  offPeakPercent?: number;
  rates?: Rate[];
  note?: string;
}
/** A part of the document: access role. */
export interface AccessRole {
  name: string;
  /** when absent: the plan's one account */
  account?: string;
  rights?: ("backup" | "restore" | "delete")[];
  note?: string;
}
/** A part of the document: origin. */
export interface Origin {
  file?: string;
  pointer?: string;
  name?: string;
  resource?: string;
}
/** A part of the document: key. */
export interface Key {
  id: string;
  alias?: string;
  /** when absent, rules that need it cannot decide */
  region?: Region;
  /** when absent: the plan's one account */
  account?: string;
  state?: KeyState;
  default?: boolean;
  deletionProtection?: boolean;
  origin?: Origin;
  note?: string;
}
/** A part of the document: trial. */
export interface Trial {
  /** when absent, rules that need it cannot decide */
  source?: FreeTrial;
  /** RFC 3339 */
  expiresAt?: string;
  payAfter?: boolean;
  note?: string;
}
/** A part of the document: tag. */
export interface Tag {
  key: string;
  /** when absent: an empty text */
  value?: string;
}
/** A part of the document: vault. */
export interface Vault {
  id: string;
  /** when absent, rules that need it cannot decide */
  name?: string;
  /** when absent, rules that need it cannot decide */
  region?: Region;
  /** when absent: the plan's one account */
  account?: string;
  /** when absent: STANDARD */
  type?: VaultType;
  /** when absent: CREATED */
  status?: VaultStatus;
  /** when absent: by region */
  redundancy?: Redundancy;
  /** when absent: HBR_PRIVATE */
  encryption?: EncryptionMethod;
  kmsKey?: string;
  /** when absent: STANDARD */
  storageClass?: StorageClass;
  chargeType?: ChargeType;
  description?: string;
  trial?: Trial;
  locked?: boolean;
  /** a whole number up to 1000000000 */
  storedGB?: number;
  /** when absent: that of the estimate */
  reductionRatio?: RatioRange;
  sourceTypes?: SourceType[];
  tags?: Tag[];
  critical?: boolean;
  contradictions?: string[];
  /** RFC 3339 */
  createdAt?: string;
  unknown?: string[];
  origin?: Origin;
  note?: string;
}
/** A part of the document: mirror. */
export interface Mirror {
  id: string;
  source: string;
  /** when absent: [COPY]- and the source's name */
  name?: string;
  /** when absent, rules that need it cannot decide */
  region?: Region;
  sourceRegion?: Region;
  /** when absent: the plan's one account */
  account?: string;
  enabledBy?: "vault-page" | "policy";
  /** when absent: CREATED */
  status?: VaultStatus;
  /** when absent: by region */
  redundancy?: Redundancy;
  /** when absent: HBR_PRIVATE */
  encryption?: EncryptionMethod;
  kmsKey?: string;
  /** when absent: From, the source's name and id */
  description?: string;
  schedule?: string;
  /** a whole number up to 1000000 */
  backupPlans?: number;
  /** a whole number up to 1000000000 */
  historyGB?: number;
  /** a whole number up to 10000000; when absent, rules that need it cannot decide */
  bandwidthMbps?: number;
  /** a whole number up to 100 */
  historyPercent?: number;
  crossAccount?: boolean;
  tags?: Tag[];
  contradictions?: string[];
  /** RFC 3339; when absent, rules that need it cannot decide */
  createdAt?: string;
  unknown?: string[];
  origin?: Origin;
  note?: string;
}
/** A part of the document: client. */
export interface Client {
  id: string;
  name?: string;
  kind?: ClientKind;
  vault?: string;
  /** when absent: ACTIVATED */
  status?: ClientStatus;
  region?: Region;
  /** a whole number up to 1000000 */
  memoryGB?: number;
  origin?: Origin;
  note?: string;
}
/** A part of the document: sizing. */
export interface Sizing {
  /** when absent: that of the estimate */
  dailyChangePercent?: PercentRange;
  /** when absent: that of the estimate */
  sameBlocksPercent?: PercentRange;
  /** when absent: that of the estimate */
  growthPercentPerMonth?: GrowthRange;
  /** a whole number up to 1000000000 */
  attachedGiB?: number;
  /** a whole number up to 1000000000 */
  allocatedGB?: number;
  note?: string;
}
/** A part of the document: recovery objectives. */
export interface RecoveryObjectives {
  note?: string;
  /** a whole number up to 100000000 */
  rpoMinutes?: number;
  /** a whole number up to 100000000 */
  remoteRpoMinutes?: number;
  /** a whole number up to 100000000 */
  rtoMinutes?: number;
}
/** A part of the document: details. */
export interface Details {
  storageClass?: StorageClassOfASource;
  /** a whole number up to 1000000000000 */
  objects?: number;
  inventory?: boolean;
  /** a whole number up to 1000000000000 */
  files?: number;
  /** a whole number up to 1000000000000 */
  filesInDirectory?: number;
  smbAcl?: boolean;
  paths?: string[];
  vss?: boolean;
  essential?: "file" | "ecs";
  disks?: string[];
  appConsistent?: boolean;
  appScripts?: boolean;
  ownKey?: boolean;
  inContainer?: boolean;
  /** a whole number up to 1000000 */
  instancesOnHost?: number;
  link?: "internet" | "vpn" | "express-connect";
  vmSnapshots?: boolean;
  sharedScsi?: boolean;
  note?: string;
}
/** A part of the document: source. */
export interface Source {
  id: string;
  type: SourceType;
  name?: string;
  vault?: string;
  /** when absent, rules that need it cannot decide */
  place?: "cloud" | "on-premises";
  region?: Region;
  /** when absent: the plan's one account */
  account?: string;
  os?: OperatingSystem;
  desktop?: boolean;
  intermediateHost?: string;
  client?: string;
  resource?: string;
  /** a whole number up to 1000000000 */
  sizeGB?: number;
  critical?: boolean;
  sizing?: Sizing;
  objectives?: RecoveryObjectives;
  details?: Details;
  /** a whole number up to 1000000000 */
  backups?: number;
  gone?: boolean;
  /** RFC 3339 */
  createdAt?: string;
  origin?: Origin;
  note?: string;
}
/** A part of the document: special retention. */
export interface SpecialRetention {
  type: SpecialRetention;
  note?: string;
  /** a whole number up to 1000000; when absent, rules that need it cannot decide */
  retentionDays?: number;
}
/** A part of the document: policy rule. */
export interface PolicyRule {
  type: PolicyRuleType;
  vault?: string;
  schedule?: string;
  /** a whole number up to 1000000 */
  retentionDays?: number;
  permanent?: boolean;
  specialRetentions?: SpecialRetention[];
  keepLatest?: boolean;
  /** a whole number up to 100000000 */
  runMinutes?: number;
  doCopy?: boolean;
  replicationRegion?: Region;
  /** a whole number up to 1000000; when absent: 7 for ECS instances, else that of the backups */
  replicationRetentionDays?: number;
  /** a whole number up to 1000000 */
  replicationArchiveDays?: number;
  tags?: Tag[];
  /** a whole number up to 1000000 */
  archiveDays?: number;
  note?: string;
}
/** A part of the document: policy. */
export interface Policy {
  id: string;
  name?: string;
  /** when absent: by its rules */
  type?: PolicyType;
  sources?: string[];
  rules?: PolicyRule[];
  legacy?: boolean;
  locked?: boolean;
  virusDetection?: boolean;
  speedLimit?: string;
  origin?: Origin;
  note?: string;
}
/** A part of the document: destination. */
export interface Destination {
  /** when absent: the source's type */
  type?: SourceType;
  /** when absent, rules that need it cannot decide */
  place?: "cloud" | "on-premises";
  /** when absent, rules that need it cannot decide */
  region?: Region;
  resource?: string;
  client?: string;
  registeredWith?: string[];
  folder?: string;
  /** when absent: the plan's one account */
  account?: string;
  secondaryIndex?: boolean;
  running?: boolean;
  /** when absent, rules that need it cannot decide */
  link?: "internet" | "vpn" | "express-connect";
  note?: string;
}
/** A part of the document: restore. */
export interface Restore {
  id: string;
  source: string;
  from: string;
  name?: string;
  /** when absent, rules that need it cannot decide */
  to?: Destination;
  type?: RestoreType;
  /** RFC 3339 */
  at?: string;
  differingSettings?: string[];
  fullBackupAfter?: boolean;
  origin?: Origin;
  note?: string;
}
/** A part of the document: change. */
export interface Change {
  do: "create" | "delete" | "replace" | "move" | "stop-replication" | "convert-trial" | "switch-on-lock" | "switch-off-lock" | "set-encryption" | "set-retention" | "bind-policy";
  object: string;
  id?: string;
  region?: Region;
  encryption?: EncryptionMethod;
  kmsKey?: string;
  /** a whole number up to 1000000 */
  retentionDays?: number;
  policy?: string;
  call?: string;
  /** RFC 3339 */
  at?: string;
  note?: string;
}
/** The topology document. */
export interface Topology {
  format: "vaultplan/1";
  $schema?: string;
  release?: string;
  name?: string;
  note?: string;
  /** when absent: mirror-vault */
  edition?: Edition;
  replicationRegions?: Region[];
  answers?: Answer[];
  settings?: Settings;
  billing?: Billing;
  estimate?: Estimate;
  roles?: string[];
  access?: AccessRole[];
  contacts?: string[];
  keys?: Key[];
  vaults?: Vault[];
  mirrors?: Mirror[];
  clients?: Client[];
  sources?: Source[];
  policies?: Policy[];
  restores?: Restore[];
  changes?: Change[];
}

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
