// Pictures of every view: wide and narrow, light and dark, in both languages; `--full` takes whole pages.

import { join } from "node:path";
import { shots, visit, withBrowser } from "./lib.mjs";
import { languages, prepare, ready, sizes, themes, views } from "./views.mjs";

const fullPage = process.argv.includes("--full");
let count = 0;
await withBrowser(async (browser) => {
  for (const lang of languages) {
    for (const theme of themes) {
      for (const { name: size, viewport } of sizes) {
        for (const { name, path } of views(lang)) {
          const options = { viewport, theme, lang, prepare: (page) => prepare(page, { lang, theme }) };
          await visit(browser, path, options, async ({ page }) => {
            await ready(page);
            const file = join(shots, `${name}-${size}-${theme}-${lang}.png`);
            await page.screenshot({ path: file, fullPage, animations: "disabled" });
          });
          count += 1;
        }
      }
    }
  }
}, { minutes: 50 });
console.log(`${count} pictures`);
