// <vault-plan-check>: a topology document that is judged while it is edited, for pages of documentation.
//
//   <script type="module" src="embed/vault-plan.js"></script>
//   <vault-plan-check label="Example"><pre><code>{ "format": "vaultplan/1" }</code></pre></vault-plan-check>
//
// Attributes: `label` names the text; `lang` (else the page's) is the language of the answers; `edition` overrides
// the document's edition; `now` is the time to judge at (RFC 3339; else the clock's); `readonly` forbids editing.
// The element has a shadow root, so that neither the page's styles nor its own reach the other: it is meant for
// other people's pages too. Until the module is here, and without scripts, the text inside stays readable.
// Text becomes text nodes only; nothing leaves the page.

// @ts-check

/** @typedef {import("./en/vaultplan.js").Finding} Finding */
/** @typedef {import("./en/vaultplan.js").Problem} Problem */
/** @typedef {import("./en/vaultplan.js").Report} Report */
/** @typedef {import("./en/vaultplan.js").ValidateAnswer} ValidateAnswer */
/** @typedef {typeof import("./en/vaultplan.js")} Engine */
/** @typedef {"en" | "zh"} Lang */
/** @typedef {"error" | "warning" | "advice" | "undecided"} Grade */
/**
 * @typedef {object} Words
 * @property {string} label
 * @property {string} idle
 * @property {string} loading
 * @property {string} broken
 * @property {string} retry
 * @property {Record<Report["verdict"] | "unreadable", string>} verdicts
 * @property {Record<Grade, string>} grades
 * @property {(counts: Record<Grade, number>) => string} counts
 * @property {(count: number) => string} problems
 * @property {(line: number) => string} line
 * @property {(line: number, column: number | null) => string} place
 * @property {string} expected
 * @property {string} how
 * @property {string} details
 * @property {string} fetching
 * @property {string} why
 * @property {string} remedy
 * @property {string} written
 * @property {string} page
 * @property {string} byHand
 * @property {(count: number) => string} more
 * @property {string} bent
 * @property {(count: number) => string} practice
 * @property {string} aside
 * @property {(owner: string | null, until: string | null) => string} agreed
 * @property {string} undo
 * @property {string} redo
 * @property {string} reset
 * @property {(label: string) => string} done
 */

/** @type {(count: number, one: string, many: string) => string} */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** Both languages; the type makes each complete. @type {Record<Lang, Words>} */
export const WORDS = {
  en: {
    label: "Plan as JSON",
    idle: "Not checked yet",
    loading: "Checking",
    broken: "The check could not be loaded.",
    retry: "Try again",
    verdicts: { pass: "Passes", fail: "Fails", undecided: "Undecided", incomplete: "Incomplete", unreadable: "Does not read" },
    grades: { error: "Error", warning: "Warning", advice: "Advice", undecided: "Undecided" },
    counts: ({ error, warning, advice, undecided }) => [
      error && plural(error, "error", "errors"),
      warning && plural(warning, "warning", "warnings"),
      advice && plural(advice, "piece of advice", "pieces of advice"),
      undecided && `${undecided} undecided`,
    ].filter(Boolean).join(", ") || "nothing to mend",
    problems: (count) => plural(count, "problem", "problems"),
    line: (line) => `Line ${line}`,
    place: (line, column) => (column === null ? `Line ${line}` : `Line ${line}, column ${column}`),
    expected: "Needed: ",
    how: "How to find out: ",
    details: "Details and sources",
    fetching: "Fetching the explanation",
    why: "Why it matters",
    remedy: "What to do",
    written: "Where it is written",
    page: "The page of this rule",
    byHand: "To be done by hand: ",
    more: (count) => `and ${count} more`,
    bent: "Passes by its own settings",
    practice: (count) => plural(count, "piece of good practice", "pieces of good practice"),
    aside: "Set aside",
    agreed: (owner, until) => [owner && `owner: ${owner}`, until && `until ${until}`].filter(Boolean).join(", "),
    undo: "Undo",
    redo: "Redo",
    reset: "Start over",
    done: (label) => `Done: ${label}.`,
  },
  zh: {
    label: "JSON 方案",
    idle: "尚未检查",
    loading: "正在检查",
    broken: "检查模块载入失败。",
    retry: "重试",
    verdicts: { pass: "通过", fail: "不通过", undecided: "无法判定", incomplete: "检查未完成", unreadable: "无法读取" },
    grades: { error: "错误", warning: "警告", advice: "建议", undecided: "无法判定" },
    counts: ({ error, warning, advice, undecided }) => [
      error && `${error} 个错误`,
      warning && `${warning} 个警告`,
      advice && `${advice} 条建议`,
      undecided && `${undecided} 项无法判定`,
    ].filter(Boolean).join("，") || "没有需要改正之处",
    problems: (count) => `${count} 处问题`,
    line: (line) => `第 ${line} 行`,
    place: (line, column) => (column === null ? `第 ${line} 行` : `第 ${line} 行第 ${column} 列`),
    expected: "应为：",
    how: "获取方法：",
    details: "详情与出处",
    fetching: "正在获取说明",
    why: "为何重要",
    remedy: "如何处理",
    written: "出处",
    page: "此规则的页面",
    byHand: "需手动处理：",
    more: (count) => `另有 ${count} 条`,
    bent: "仅按方案自身设置通过",
    practice: (count) => `${count} 条良好实践`,
    aside: "已搁置",
    agreed: (owner, until) => [owner && `负责人：${owner}`, until && `有效至 ${until}`].filter(Boolean).join("，"),
    undo: "撤销",
    redo: "重做",
    reset: "恢复示例",
    done: (label) => `已完成：${label}。`,
  },
};

/** More findings than anybody reads are counted instead of listed. */
const SHOWN = 50;
/** Past this many lines the numbers beside the text are left out. */
const NUMBERED = 2_000;
/** Below this length a text is judged with each keystroke, above it when the typing rests. */
const SMALL = 100_000;
/** Typing with shorter pauses is one step of undo, in milliseconds. */
const PAUSE = 1_000;

/** Engines that are here, by the language that they speak. @type {Map<Lang, Engine>} */
const engines = new Map();
/** @type {Map<Lang, Promise<void>>} */
const loading = new Map();

/**
 * Fetches the engine of a language, once for all elements of a page; after a failure the next call tries again.
 * @param {Lang} lang
 */
function load(lang) {
  const begun = loading.get(lang) ?? import(`./${lang}/vaultplan.js`)
    .then(async (/** @type {Engine} */ module) => {
      await module.default();
      // The first call compiles what later calls use.
      module.validate("{}");
      engines.set(lang, module);
    })
    .catch((error) => {
      loading.delete(lang);
      throw error;
    });
  loading.set(lang, begun);
  return begun;
}

const sheet = new CSSStyleSheet();
/** Resolves when the styles are here; the element waits, so that it never shows without them. */
const styled = fetch(new URL("vault-plan.css", import.meta.url))
  .then((answer) => (answer.ok ? answer.text() : ""))
  .then((text) => sheet.replace(text))
  .catch(() => undefined);

/**
 * An element with attributes and children; strings become text.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A sentence in which backticks mark code. @param {string} text @returns {(Node | string)[]} */
function prose(text) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? make("code", {}, part) : part));
}

/** @param {string} label @param {() => void} act @param {string} [kind] */
function button(label, act, kind = "") {
  const element = make("button", { type: "button", class: kind }, label);
  element.addEventListener("click", () => {
    if (element.getAttribute("aria-disabled") !== "true") act();
  });
  return element;
}

class VaultPlanCheck extends HTMLElement {
  static observedAttributes = ["label", "lang", "edition", "now", "readonly"];

  /** The text as last judged or changed by us. */
  #text = "";
  #original = "";
  /** @type {string[]} */
  #past = [];
  /** @type {string[]} */
  #future = [];
  #typedAt = -Infinity;
  #composing = false;
  #failed = false;
  #near = false;
  /** What was done last, for the status. */
  #said = "";
  /** @type {number | undefined} */
  #timer;
  /** @type {IntersectionObserver | undefined} */
  #observer;
  #area = make("textarea", { id: "text", spellcheck: "false", autocapitalize: "off", autocomplete: "off", translate: "no", "aria-describedby": "status" });
  #label = make("label", { for: "text" });
  #rows = make("div", { class: "rows", "aria-hidden": "true" });
  #chip = make("span", { class: "chip idle" });
  #summary = make("span");
  #findings = make("ul", { class: "findings" });
  #rest = make("div", { class: "rest" });
  #tools = make("div", { class: "tools" });
  /** @type {HTMLButtonElement | undefined} */
  #undoButton;
  /** @type {HTMLButtonElement | undefined} */
  #redoButton;

  connectedCallback() {
    if (this.shadowRoot) {
      this.#watch();
      return;
    }
    styled.then(() => {
      if (this.isConnected && !this.shadowRoot) this.#build();
    });
  }

  disconnectedCallback() {
    this.#observer?.disconnect();
    window.clearTimeout(this.#timer);
  }

  attributeChangedCallback() {
    if (!this.shadowRoot) return;
    this.#furnish();
    // Another language has an engine of its own.
    if (this.#near && !this.#engine) this.#load();
    else this.#judge();
  }

  /** The document's text. Setting it is a step that can be undone. */
  get value() {
    return this.shadowRoot ? this.#area.value : this.textContent ?? "";
  }

  set value(text) {
    if (this.shadowRoot) this.#change(String(text));
    else this.textContent = String(text);
  }

  /** @returns {Lang} */
  get #lang() {
    const tag = this.closest("[lang]")?.getAttribute("lang") ?? "en";
    return /^zh\b/i.test(tag) ? "zh" : "en";
  }

  get #words() {
    return WORDS[this.#lang];
  }

  /** The engine of the element's language, once it is here. */
  get #engine() {
    return engines.get(this.#lang);
  }

  #build() {
    this.#original = this.#text = (this.textContent ?? "").trim();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const status = make("p", { class: "status", id: "status", role: "status", "aria-live": "polite" }, this.#chip, this.#summary);
    root.append(make("div", { class: "box" },
      make("div", { class: "head" }, this.#label, status),
      make("div", { class: "editor" }, this.#rows, this.#area),
      this.#findings,
      this.#rest,
      this.#tools));
    this.#area.value = this.#text;
    this.#area.addEventListener("input", (event) => {
      if (!this.#composing && !/** @type {InputEvent} */ (event).isComposing) this.#typed();
    });
    this.#area.addEventListener("compositionstart", () => (this.#composing = true));
    this.#area.addEventListener("compositionend", () => {
      this.#composing = false;
      this.#typed();
    });
    this.#area.addEventListener("scroll", () => (this.#rows.scrollTop = this.#area.scrollTop));
    this.#area.addEventListener("keydown", (event) => this.#keyed(event));
    this.#area.addEventListener("beforeinput", (event) => {
      // The browser's own memory knows nothing of fixes.
      if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
        event.preventDefault();
        if (event.inputType === "historyUndo") this.#undo();
        else this.#redo();
      }
    });
    this.#furnish();
    this.#number([]);
    this.#judge();
    this.#watch();
  }

  /** Loads the engine when the element comes near to what is seen. */
  #watch() {
    if (this.#near) return;
    this.#observer ??= new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#observer?.disconnect();
      this.#near = true;
      this.#load();
    }, { rootMargin: "400px" });
    this.#observer.observe(this);
  }

  #load() {
    this.#failed = false;
    this.#judge();
    load(this.#lang).then(
      () => this.#judge(),
      () => {
        this.#failed = true;
        this.#judge();
      },
    );
  }

  /** What depends on attributes alone. */
  #furnish() {
    const words = this.#words;
    this.#label.textContent = this.getAttribute("label") ?? words.label;
    this.#area.readOnly = this.hasAttribute("readonly");
    if (this.hasAttribute("readonly")) {
      this.#undoButton = this.#redoButton = undefined;
      this.#tools.replaceChildren();
      return;
    }
    this.#undoButton = button(words.undo, () => this.#undo());
    this.#redoButton = button(words.redo, () => this.#redo());
    const reset = button(words.reset, () => this.#change(this.#original), "plain");
    this.#tools.replaceChildren(this.#undoButton, this.#redoButton, reset);
    this.#tell();
  }

  /** Shows which steps there are. The buttons stay in place, so that focus is never lost. */
  #tell() {
    this.#undoButton?.setAttribute("aria-disabled", String(this.#past.length === 0));
    this.#redoButton?.setAttribute("aria-disabled", String(this.#future.length === 0));
  }

  /** @param {KeyboardEvent} event */
  #keyed(event) {
    if (this.#composing || event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "z" && !event.shiftKey) this.#undo();
    else this.#redo();
  }

  #typed() {
    const text = this.#area.value;
    if (text === this.#text) return;
    const now = performance.now();
    if (now - this.#typedAt > PAUSE) this.#past.push(this.#text);
    this.#typedAt = now;
    this.#future = [];
    this.#text = text;
    this.#said = "";
    this.#tell();
    window.clearTimeout(this.#timer);
    if (text.length < SMALL) this.#judge();
    else this.#timer = window.setTimeout(() => this.#judge(), 300);
  }

  /** A step of its own, such as a fix. @param {string} text @param {string} [said] */
  #change(text, said = "") {
    if (text === this.#text) return;
    this.#past.push(this.#text);
    this.#future = [];
    this.#put(text, said);
  }

  #undo() {
    const text = this.#past.pop();
    if (text === undefined) return;
    this.#future.push(this.#text);
    this.#put(text);
  }

  #redo() {
    const text = this.#future.pop();
    if (text === undefined) return;
    this.#past.push(this.#text);
    this.#put(text);
  }

  /** @param {string} text @param {string} [said] */
  #put(text, said = "") {
    this.#text = this.#area.value = text;
    this.#typedAt = -Infinity;
    this.#said = said;
    this.#tell();
    this.#judge();
  }

  #judge() {
    const words = this.#words;
    const engine = this.#engine;
    if (!engine) {
      const state = this.#failed ? words.broken : this.#near ? words.loading : words.idle;
      this.#status("idle", state, "");
      const retry = make("li", {}, button(words.retry, () => this.#load()));
      this.#findings.replaceChildren(...(this.#failed ? [retry] : []));
      this.#rest.replaceChildren();
      this.#number([]);
      return;
    }
    const edition = /** @type {import("./en/vaultplan.js").Edition | null} */ (this.getAttribute("edition"));
    const now = this.getAttribute("now") ?? new Date();
    const answer = engine.validate(this.#text, { edition, now, lang: this.#lang });
    this.#area.setAttribute("aria-invalid", String(!answer.ok));
    if (answer.ok) this.#showReport(answer.report, engine);
    else this.#showProblems(answer.problems);
  }

  /** @param {Report} report @param {Engine} engine */
  #showReport(report, engine) {
    const words = this.#words;
    const counts = { error: 0, warning: 0, advice: 0, undecided: 0 };
    for (const finding of report.findings) counts[grade(finding)] += 1;
    const kinds = /** @type {const} */ ({ pass: "pass", fail: "error", undecided: "undecided", incomplete: "undecided" });
    // A plan that passes because it set findings aside, or weighs rules itself, is no all clear.
    const bent = report.verdict === "pass" && (report.suppressed.length > 0 || weighsRules(this.#text));
    const verdict = bent ? words.bent : words.verdicts[report.verdict];
    this.#status(bent ? "advice" : kinds[report.verdict], verdict, words.counts(counts));
    const shown = report.findings.slice(0, SHOWN);
    /** @type {Marks} */
    const marks = [];
    const imported = report.import !== null;
    const items = shown.map((finding) => {
      // Of a saved answer the plan's own pointers say nothing; its objects know where they were found.
      const place = engine.position(this.#text, imported ? finding.object.origin?.pointer ?? "" : finding.at);
      if (place) marks.push([place.line, grade(finding)]);
      return this.#finding(finding, place?.line, imported ? undefined : engine);
    });
    for (const note of report.import?.notes ?? []) items.push(make("li", {}, make("p", { class: "more" }, ...prose(note))));
    this.#list(items, report.findings.length + (report.import?.notes.length ?? 0));
    this.#findings.append(...this.#aside(report));
    this.#rest.replaceChildren(...this.#practice(report));
    this.#number(marks);
  }

  /**
   * Without an engine fixes are only said: there is no plan's text to change.
   * @param {Finding} finding @param {number | undefined} line @param {Engine | undefined} engine
   */
  #finding(finding, line, engine) {
    const words = this.#words;
    const kind = grade(finding);
    const head = make("div", { class: "line" }, make("span", { class: `chip ${kind}` }, words.grades[kind]));
    if (line !== undefined) head.append(button(words.line(line), () => this.#select(line), "plain"));
    const item = make("li", { class: kind }, head, make("p", {}, ...prose(finding.message)));
    if (finding.missing) item.append(make("p", { class: "more" }, words.how, ...prose(finding.missing.how)));
    else if (finding.expected) item.append(make("p", { class: "more" }, words.expected, ...prose(finding.expected)));
    const actions = make("div", { class: "actions" });
    for (const fix of finding.fixes) {
      if (fix.patch.length === 0 || !engine) {
        item.append(make("p", { class: "more" }, words.byHand, ...prose(fix.label)));
      } else if (!this.hasAttribute("readonly")) {
        actions.append(button(fix.label.replaceAll("`", ""), () => this.#fix(fix, engine), "fix"));
      }
    }
    const told = make("div", { class: "told", "aria-live": "polite" });
    const page = make("a", { href: new URL(`../${finding.help}`, import.meta.url).href }, words.page);
    const details = make("details", {}, make("summary", {}, words.details), told, page);
    details.addEventListener("toggle", () => {
      if (details.open) this.#explain(finding, told);
    });
    item.append(actions, details);
    return item;
  }

  /** What the plan sets aside, with its reason: it is said, never hidden. @param {Report} report */
  #aside(report) {
    const words = this.#words;
    const items = report.suppressed.slice(0, SHOWN).map(({ finding, reason, owner, until }) => make("li", { class: "aside" },
      make("div", { class: "line" }, make("span", { class: "chip idle" }, words.aside)),
      make("p", {}, ...prose(finding.message)),
      make("p", { class: "more" }, [reason, words.agreed(owner, until)].filter(Boolean).join(" · "))));
    const rest = report.suppressed.length - items.length;
    if (rest > 0) items.push(make("li", {}, make("p", { class: "more" }, words.more(rest))));
    return items;
  }

  /** Good practice, closed: it must not drown what is wrong. @param {Report} report */
  #practice(report) {
    const words = this.#words;
    if (report.practice.length === 0) return [];
    const lines = report.practice.slice(0, SHOWN).map((finding) => make("li", {}, ...prose(finding.message), " ",
      make("a", { href: new URL(`../${finding.help}`, import.meta.url).href }, words.page)));
    const rest = report.practice.length - lines.length;
    if (rest > 0) lines.push(make("li", { class: "more" }, words.more(rest)));
    return [make("details", {}, make("summary", {}, words.practice(report.practice.length)), make("ul", {}, ...lines))];
  }

  /** Shows what is to be read about the rule of a finding; it is fetched once. @param {Finding} finding @param {HTMLElement} into */
  async #explain(finding, into) {
    const words = this.#words;
    const engine = this.#engine;
    if (!engine || into.childElementCount > 0) return;
    into.replaceChildren(make("p", {}, words.fetching));
    const answer = await engine.explain(finding.rule, this.#lang);
    if (!answer.ok) {
      const again = button(words.retry, () => {
        into.replaceChildren();
        this.#explain(finding, into);
      });
      into.replaceChildren(...answer.problems.map(({ message }) => make("p", {}, message)), again);
      return;
    }
    const parts = make("dl");
    /** @type {(word: string, ...parts: (Node | string)[]) => void} */
    const part = (word, ...inner) => parts.append(make("dt", {}, word), make("dd", {}, ...inner));
    part(words.why, ...prose(answer.why));
    part(words.remedy, ...prose(answer.remedy));
    part(words.written, ...finding.sources.map(({ title, address, date }) =>
      make("p", {}, make("a", { href: address, target: "_blank", rel: "noreferrer" }, title), ` ${date}`)));
    into.replaceChildren(parts);
  }

  /** @param {import("./en/vaultplan.js").Fix} fix @param {Engine} engine */
  #fix(fix, engine) {
    const answer = engine.applyPatch(this.#text, fix.patch, this.#lang);
    if (!answer.ok) {
      this.#showProblems(answer.problems);
      return;
    }
    this.#change(answer.text.trimEnd(), this.#words.done(fix.label.replaceAll("`", "")));
    // The button that was pressed is gone with its finding.
    this.#undoButton?.focus({ preventScroll: true });
  }

  /** @param {Problem[]} problems */
  #showProblems(problems) {
    const words = this.#words;
    this.#status("error", words.verdicts.unreadable, words.problems(problems.length));
    const items = problems.slice(0, SHOWN).map(({ line, column, message }) => {
      const head = make("div", { class: "line" });
      if (line !== null) head.append(button(words.place(line, column), () => this.#select(line, column ?? 1), "plain"));
      return make("li", { class: "error" }, head, make("p", {}, ...prose(message)));
    });
    this.#list(items, problems.length);
    /** @type {Marks} */
    const marks = [];
    for (const { line } of problems) if (line !== null) marks.push([line, "error"]);
    this.#number(marks);
  }

  /** @param {HTMLLIElement[]} items @param {number} total */
  #list(items, total) {
    if (total > items.length) items.push(make("li", {}, make("p", { class: "more" }, this.#words.more(total - items.length))));
    this.#findings.replaceChildren(...items);
    this.#rest.replaceChildren();
  }

  /** Says it once: a screen reader reads what changes. @param {string} kind @param {string} verdict @param {string} rest */
  #status(kind, verdict, rest) {
    this.#chip.className = `chip ${kind}`;
    if (this.#chip.textContent !== verdict) this.#chip.textContent = verdict;
    const summary = [this.#said, rest].filter(Boolean).join(" ");
    if (this.#summary.textContent !== summary) this.#summary.textContent = summary;
  }

  /** Numbers the lines and marks those of findings, gravest last. @param {Marks} marks */
  #number(marks) {
    const count = this.#text.split("\n").length;
    this.#area.rows = Math.min(Math.max(count, 4), 26);
    if (count > NUMBERED) {
      this.#rows.replaceChildren();
      return;
    }
    const order = ["advice", "undecided", "warning", "error"];
    /** @type {Map<number, Grade>} */
    const byLine = new Map();
    for (const [line, kind] of marks) {
      const old = byLine.get(line);
      if (old === undefined || order.indexOf(kind) > order.indexOf(old)) byLine.set(line, kind);
    }
    const rows = Array.from({ length: count }, (_, index) => {
      const kind = byLine.get(index + 1);
      return make("div", { class: kind ? `row ${kind}` : "row" }, make("span", {}, String(index + 1)));
    });
    this.#rows.replaceChildren(...rows);
    this.#rows.scrollTop = this.#area.scrollTop;
  }

  /** Puts the cursor into a line and shows it. @param {number} line @param {number} [column] */
  #select(line, column) {
    const lines = this.#text.split("\n");
    const before = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    const text = lines[line - 1] ?? "";
    const start = column === undefined ? before + text.length - text.trimStart().length : before + column - 1;
    this.#area.focus();
    this.#area.setSelectionRange(start, column === undefined ? before + text.length : start);
    const height = this.#area.scrollHeight / Math.max(lines.length, 1);
    if (this.#area.scrollHeight > this.#area.clientHeight) this.#area.scrollTop = (line - 4) * height;
  }
}

/** @typedef {[line: number, kind: Grade][]} Marks */

/** Whether a plan that reads gives rules a severity of its own. @param {string} text */
function weighsRules(text) {
  try {
    return (JSON.parse(text).settings?.severities ?? []).length > 0;
  } catch {
    return false;
  }
}

/** @param {Finding} finding @returns {Grade} */
function grade(finding) {
  return finding.verdict === "undecided" ? "undecided" : finding.severity;
}

customElements.define("vault-plan-check", VaultPlanCheck);
