// The views that axe and shots visit: one table. A new view is a new row.

/** Views of the planner; each opens an example, so that there is something to see. */
export const planner = [
  { name: "plan", path: "/#/plan" },
  { name: "findings", path: "/#/findings" },
  { name: "encryption", path: "/#/encryption" },
  { name: "text", path: "/#/text" },
  { name: "files", path: "/#/files" },
];

/** Pages of the documentation, one a language. */
export const docs = [
  { name: "docs-start", path: (lang) => `/docs/${lang}/` },
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

/** Waits until a view can be looked at. */
export async function ready(page) {
  await page.waitForSelector("main");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
