// Accessibility by axe: WCAG 2.2 A and AA on every view; with `--all` on every page, wide and narrow, light and dark.

import { axeSource, docsPages, visit, withBrowser } from "./lib.mjs";
import { languages, planner, prepare, ready, sizes, themes, views } from "./views.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const all = process.argv.includes("--all");

/** What to visit: `{ path, lang, theme, size }`. */
function visits() {
  const [wide, phone] = sizes;
  if (!all) {
    // Each view twice, so that each language, theme and size is met.
    return languages.flatMap((lang, index) =>
      views(lang).map(({ path }) => ({ path, lang, theme: themes[index], size: index === 0 ? wide : phone })));
  }
  const pages = docsPages().map((path) => ({ path, lang: path.startsWith("/docs/zh/") ? "zh" : "en" }));
  const inPlanner = planner.flatMap(({ path }) => languages.map((lang) => ({ path, lang })));
  return [...inPlanner, ...pages].flatMap((visit) =>
    themes.flatMap((theme) => sizes.map((size) => ({ ...visit, theme, size }))));
}

const source = axeSource();
let found = 0;
const list = visits();
await withBrowser(async (browser) => {
  for (const { path, lang, theme, size } of list) {
    const where = `${path} ${lang} ${theme} ${size.name}`;
    const options = {
      viewport: size.viewport,
      theme,
      lang,
      // Not through the page, whose policy forbids foreign scripts.
      setup: (context) => context.addInitScript({ content: source }),
      prepare: (page) => prepare(page, { lang, theme }),
    };
    const violations = await visit(browser, path, options, async ({ page }) => {
      await ready(page);
      return page.evaluate(
        async (tags) => (await window.axe.run(document, { runOnly: { type: "tag", values: tags } })).violations,
        TAGS,
      );
    });
    for (const { id, impact, help, nodes } of violations) {
      found += nodes.length;
      for (const node of nodes) {
        console.log(`${where}: ${id} (${impact}): ${help}: ${node.target.join(" ")}\n  ${node.failureSummary}`);
      }
    }
  }
}, { minutes: all ? 50 : 15 });
console.log(`${list.length} visits, ${found} violations`);
if (found > 0) process.exitCode = 1;
