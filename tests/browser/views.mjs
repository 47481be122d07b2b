// The views that axe and shots visit: one table. A new view is a new row.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./lib.mjs";

/** Views of the planner: `{ name, path, example, file }`; the example or file is opened first, so that there is something
    to see. */
export const planner = [
  { name: "start", path: "/#/" },
  { name: "plan", path: "/#/plan", example: "three-vaults" },
  { name: "vault", path: "/#/plan/v-erp", example: "broken-pair" },
  { name: "mirror", path: "/#/plan/m-same", example: "broken-pair" },
  { name: "create-mirror", path: "/#/plan/v-design/mirror", example: "three-vaults" },
  { name: "several-mirrors", path: "/#/plan/*mirrors", example: "three-vaults" },
  { name: "source", path: "/#/plan/s-drawings", example: "three-vaults" },
  { name: "restore", path: "/#/plan/r-erp-drill", example: "three-vaults" },
  { name: "policy", path: "/#/plan/p-daily", example: "three-vaults" },
  { name: "table", path: "/#/plan/*source", example: "three-vaults" },
  { name: "settings", path: "/#/plan/*plan", example: "three-vaults" },
  { name: "map", path: "/#/map", example: "three-vaults" },
  { name: "map-mirror", path: "/#/map/m-same", example: "broken-pair" },
  { name: "findings", path: "/#/findings", example: "broken-pair" },
  { name: "passed", path: "/#/findings/passed", example: "broken-pair" },
  { name: "differences", path: "/#/findings?with=hbr-2019", example: "broken-pair" },
  { name: "encryption", path: "/#/encryption", example: "broken-pair" },
  { name: "encryption-many", path: "/#/encryption/m-files-hz", file: "tests/golden/coverage/sixty-sources.json" },
  { name: "coverage", path: "/#/coverage/all/s-01", file: "tests/golden/coverage/sixty-sources.json" },
  { name: "coverage-without", path: "/#/coverage/without", file: "tests/golden/coverage/sixty-sources.json" },
  { name: "coverage-empty", path: "/#/coverage", example: "hangzhou-shanghai" },
  { name: "cost", path: "/#/cost?group=vault", example: "three-vaults" },
  { name: "cost-line", path: "/#/cost?line=storage~vault-storage~v-erp~", example: "broken-pair" },
  { name: "cost-prices", path: "/#/cost/*prices", example: "three-vaults" },
  { name: "text", path: "/#/text", example: "broken-pair" },
  { name: "draft", path: "/#/text/draft", example: "broken-pair", typed: '{\n  "format": "vaultplan/1",\n  "vaults": [{ "id": "v", "regoin": "cn-hangzhou" }]\n}\n' },
  { name: "files", path: "/#/files", example: "hangzhou-shanghai" },
];

/** Pages of the documentation, one a language. */
export const docs = [
  { name: "docs-start", path: (lang) => `/docs/${lang}/` },
  { name: "docs-vaults", path: (lang) => `/docs/${lang}/vaults/` },
  { name: "docs-cost", path: (lang) => `/docs/${lang}/cost/` },
  { name: "docs-prices", path: (lang) => `/docs/${lang}/prices/` },
  { name: "docs-rules", path: (lang) => `/docs/${lang}/rules/` },
  { name: "docs-rule", path: (lang) => `/docs/${lang}/rules/mirror-same-region/` },
];

export const languages = ["en", "zh"];
export const themes = ["light", "dark"];
export const sizes = [
  { name: "wide", viewport: { width: 1440, height: 900 } },
  { name: "phone", viewport: { width: 390, height: 844 } },
];

/** All views in one language: `{ name, path }`. */
export function views(lang) {
  const pages = docs.map(({ name, path }) => ({ name, path: path(lang) }));
  return [...planner, ...pages];
}

/** Sets language and theme before a page loads; the browser's own wishes carry both. */
export async function prepare(page, { theme }) {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
}

/** Waits until a view can be looked at; a view of the planner opens its example before. */
export async function ready(page) {
  await page.waitForSelector("main:not([aria-busy='true'])");
  const url = new URL(page.url());
  const view = planner.find(({ path }) => path === url.pathname + url.hash);
  if (view?.example) {
    await openExample(page, view.example);
    await go(page, view.path.slice(1));
  }
  if (view?.file) {
    await openText(page, readFileSync(join(root, view.file), "utf8"));
    await go(page, view.path.slice(1));
  }
  if (view?.typed) await page.getByTestId("plan-text").fill(view.typed);
  if (view?.typed) await page.getByTestId("problem").first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Opens an example of the planner, and waits until it is kept. */
export async function openExample(page, slug) {
  await go(page, "#/files");
  await page.getByTestId(`example-${slug}`).click();
  await accept(page);
  await page.waitForFunction(() => document.querySelector("[data-testid=saving].pass") !== null);
}

/** Opens what is brought: an example opens at once where no plan is open, everything else is shown first. */
export async function accept(page) {
  const shown = () => document.querySelector("[data-testid=preview-open]") !== null;
  await page.waitForFunction(() =>
    document.querySelector("[data-testid=preview-open]") !== null || location.hash === "#/plan");
  if (await page.evaluate(shown)) await page.getByTestId("preview-open").click();
  await page.waitForFunction(() => location.hash === "#/plan");
}

/** Goes to a place of the planner as a link would. */
export async function go(page, fragment) {
  await page.evaluate((to) => new Promise((done) => {
    if (location.hash === to) return done();
    addEventListener("hashchange", () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true });
    location.hash = to;
  }), fragment);
}

/** Opens a plan by the box on the page of files. */
export async function openText(page, text) {
  await go(page, "#/files");
  // Setting the value is quicker than typing a megabyte.
  await page.getByTestId("paste").evaluate((box, value) => {
    box.value = value;
  }, text);
  await page.getByTestId("open-pasted").click();
  await accept(page);
}

/** A plan of so many vaults in six regions, half of them mirrored, every hundredth mirror where its source is. */
export function estate(vaults, sources = 0) {
  const regions = ["cn-hangzhou", "cn-shanghai", "cn-beijing", "cn-shenzhen", "cn-qingdao", "cn-zhangjiakou"];
  const at = (index) => regions[index % regions.length];
  const list = (number, make) => Array.from({ length: number }, (_, index) => make(index));
  return JSON.stringify({
    format: "vaultplan/1",
    name: `${vaults} vaults`,
    vaults: list(vaults, (index) => ({ id: `v-${index}`, name: `vault ${index}`, region: at(index) })),
    mirrors: list(vaults / 2, (index) => ({ id: `m-${index}`, source: `v-${index * 2}`, region: at(index * 2 + (index % 100 === 0 ? 0 : 1)) })),
    sources: list(sources, (index) => ({ id: `s-${index}`, type: "ECS_FILE", vault: `v-${index % vaults}`, region: at(index % vaults) })),
  });
}

/** The same with what an estimate needs: sizes, change, reduction, and a policy a vault, of eight retentions. */
export function priced(vaults, sources) {
  const plan = JSON.parse(estate(vaults, sources));
  for (const vault of plan.vaults) vault.reductionRatio = { low: 1.5, expected: 2, high: 4 };
  plan.sources.forEach((source, index) => {
    source.sizeGB = 50 + index % 400;
    if (index % 3 === 0) source.sizing = { dailyChangePercent: { low: 1, expected: 2, high: 5 } };
  });
  const kept = [7, 14, 30, 60, 90, 180, 365, 730];
  plan.policies = plan.vaults.map(({ id }, at) => ({
    id: `p-${at}`,
    sources: plan.sources.filter(({ vault }) => vault === id).map((source) => source.id),
    rules: [{
      type: "BACKUP",
      vault: id,
      schedule: "I|1602673264|P1D",
      retentionDays: kept[at % kept.length],
      specialRetentions: [{ type: "MONTHLY", retentionDays: 2 * kept[at % kept.length] }],
    }],
  }));
  return JSON.stringify(plan);
}
