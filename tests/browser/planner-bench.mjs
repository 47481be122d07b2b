// Figures of the planner in a browser: from an edit to the repainted summary, and opening the views of a large plan.
// Figures, never tests.

import { visit, withBrowser } from "./lib.mjs";
import { go, openText, ready } from "./views.mjs";

const REGIONS = ["cn-hangzhou", "cn-shanghai", "cn-beijing", "cn-shenzhen", "cn-qingdao", "cn-zhangjiakou"];

/** A plan of so many vaults, half of them mirrored; every hundredth mirror lies where its source does. */
function estate(number) {
  const at = (index) => REGIONS[index % REGIONS.length];
  const vaults = Array.from({ length: number }, (_, index) => ({
    id: `v-${index}`,
    name: `vault ${index}`,
    region: at(index),
    description: `第 ${index} 个备份库`,
  }));
  const mirrors = Array.from({ length: number / 2 }, (_, index) => ({
    id: `m-${index}`,
    source: `v-${index * 2}`,
    region: at(index * 2 + (index % 100 === 0 ? 0 : 1)),
  }));
  return JSON.stringify({ format: "vaultplan/1", name: `${number} vaults`, vaults, mirrors });
}

/** In every page: milliseconds from `act` to the second frame after `holds` is true; then it has been painted. */
const setup = (context) => context.addInitScript(() => {
  window.painted = async (act, holds) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const start = performance.now();
    act();
    while (!holds()) await frame();
    await frame();
    return performance.now() - start;
  };
});

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (ms) => `${ms.toFixed(0)} ms`;

await withBrowser(async (browser) => {
  console.log("the planner in the browser, painting included");
  const open = (work) => visit(browser, "/", { setup }, work);
  await open(async ({ page }) => {
    await ready(page);
    await openText(page, estate(1_000));
    await go(page, "#/plan/m-1");
    // Begin outside the source's region.
    await page.getByTestId("mirror-region").selectOption("cn-shenzhen");
    const times = [];
    for (let round = 0; round < 9; round += 1) {
      times.push(await page.evaluate(() => {
        const errors = () => document.querySelector("[data-testid=summary-errors]").dataset.count;
        const before = errors();
        return window.painted(() => {
          // To the source's region and out of it: the summary changes each time.
          const region = document.querySelector("[data-testid=mirror-region]");
          region.value = region.value === "cn-beijing" ? "cn-shenzhen" : "cn-beijing";
          region.dispatchEvent(new Event("change", { bubbles: true }));
        }, () => errors() !== before);
      }));
    }
    console.log(`  from an edit to the repainted summary at 1,000 vaults: ${shown(median(times))}`);
  });
  await open(async ({ page }) => {
    await ready(page);
    await openText(page, estate(10_000));
    for (const [view, selector] of [
      ["findings", ".findings-view .card"],
      ["text", ".text-findings li"],
      ["encryption", ".encryption-view tr"],
      ["files", ".files-view .my-plans"],
      ["plan", ".overview tr"],
    ]) {
      const ms = await page.evaluate(([to, there]) => window.painted(() => {
        location.hash = `#/${to}`;
      }, () => document.querySelector(there) !== null), [view, selector]);
      console.log(`  opening ${view} at 10,000 vaults: ${shown(ms)}`);
    }
  });
});
