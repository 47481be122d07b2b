// The way of a user through planner and documentation.

import { step, visit, withBrowser } from "./lib.mjs";
import { ready } from "./views.mjs";

await withBrowser(async (browser) => {
  for (const path of ["/", "/docs/en/"]) {
    await step(`${path} opens and does nothing that is forbidden`, async () => {
      await visit(browser, path, {}, ({ page }) => ready(page));
    });
  }
});
