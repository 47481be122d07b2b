// Accessibility by axe: WCAG 2.2 A and AA on every view; with `--all` on every page, wide and narrow, light and dark.
// Pages of rules are written by one template: of those a sample stands for all.

import { assertNone, axeSource, docsPages, open, site, visit, withBrowser } from "./lib.mjs";
import { languages, planner, prepare, ready, sizes, themes, views } from "./views.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const all = process.argv.includes("--all");
/** Of the pages of rules in a language, one in so many is visited. */
const SAMPLE = 8;
/** Visits at a time. */
const WORKERS = 2;

const isRule = (path) => /^\/docs\/\w+\/rules\/[^/]+\//.test(path);
const settings = themes.flatMap((theme) => sizes.map((size) => ({ theme, size })));

/** What to visit, `{ path, lang, theme, size }`, and how it was chosen. */
function chosen() {
  const [wide, phone] = sizes;
  if (!all) {
    // Each view twice, so that each language, theme and size is met.
    const visits = languages.flatMap((lang, index) =>
      views(lang).map(({ path }) => ({ path, lang, theme: themes[index], size: index === 0 ? wide : phone })));
    return { visits, about: "every view in both languages" };
  }
  const pages = docsPages().map((path) => ({ path, lang: path.startsWith("/docs/zh/") ? "zh" : "en" }));
  const plain = pages.filter(({ path }) => !isRule(path));
  const inPlanner = planner.flatMap(({ path }) => languages.map((lang) => ({ path, lang })));
  const visits = [...inPlanner, ...plain].flatMap((page) => settings.map((setting) => ({ ...page, ...setting })));
  const rules = languages.map((lang) => pages.filter((page) => page.lang === lang && isRule(page.path)));
  // One after the other in another theme or size, so that each is met in each language.
  const sample = rules.flatMap((list) => list.filter((_, index) => index % SAMPLE === 0)
    .map((page, index) => ({ ...page, ...settings[index % settings.length] })));
  const about = `${planner.length} views of the planner in ${languages.length} languages and ${plain.length} pages, ` +
    `each in ${settings.length} settings; ${sample.length} of ${rules.flat().length} pages of rules, each in one`;
  return { visits: [...visits, ...sample], about };
}

const source = axeSource();
const options = ({ lang, theme, size }) => ({
  viewport: size.viewport,
  theme,
  lang,
  // Not through the page, whose policy forbids foreign scripts.
  setup: (context) => context.addInitScript({ content: source }),
  prepare: (page) => prepare(page, { lang, theme }),
});

let found = 0;
async function judge(page, { path, lang, theme, size }) {
  await ready(page);
  const violations = await page.evaluate(
    async (tags) => (await window.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    })).violations,
    TAGS,
  );
  for (const { id, impact, help, nodes } of violations) {
    found += nodes.length;
    for (const node of nodes) {
      const where = `${path} ${lang} ${theme} ${size.name}`;
      console.log(`${where}: ${id} (${impact}): ${help}: ${node.target.join(" ")}\n  ${node.failureSummary}`);
    }
  }
}

/** A visit of its own: the planner keeps what it is given. */
const alone = (browser, one) => visit(browser, one.path, options(one), ({ page }) => judge(page, one));

/** Pages that keep nothing, in one context. */
async function together(browser, list) {
  const { page, context, problems } = await open(browser, list[0].path, options(list[0]));
  try {
    for (const one of list) {
      if (one !== list[0]) await page.goto(site + one.path, { waitUntil: "load" });
      await judge(page, one);
      assertNone(problems, one.path);
    }
  } finally {
    await context.close();
  }
}

const { visits, about } = chosen();
await withBrowser(async (browser) => {
  const inDocs = new Map();
  const work = [];
  for (const one of visits) {
    if (one.path.startsWith("/docs/")) {
      const key = `${one.lang} ${one.theme} ${one.size.name}`;
      inDocs.set(key, [...(inDocs.get(key) ?? []), one]);
    } else {
      work.push(() => alone(browser, one));
    }
  }
  for (const list of inDocs.values()) work.push(() => together(browser, list));
  const worker = async () => {
    for (let next = work.shift(); next; next = work.shift()) await next();
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}, { minutes: 15 });
console.log(`${visits.length} visits (${about}), ${found} violations`);
if (found > 0) process.exitCode = 1;
