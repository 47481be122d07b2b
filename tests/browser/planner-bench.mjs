// Figures of the planner in a browser: edits, selecting, the tabs, the search and scrolling the outline, on two large
// plans, painting included. Figures, never tests.

import { visit, withBrowser } from "./lib.mjs";
import { estate, go, openText, ready } from "./views.mjs";

/** The plans: 200 vaults with 2,000 sources answer within 100 ms, 10,000 vaults within 200 ms. */
const PLANS = [
  ["200 vaults, 2,000 sources", estate(200, 2_000)],
  ["10,000 vaults", estate(10_000)],
];
const ROUNDS = 8;

/** In every page: milliseconds from `act` to the second frame after `holds` is true; then it has been painted. */
const setup = (context) => context.addInitScript(() => {
  window.painted = async (act, holds) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const start = performance.now();
    act();
    while (!holds()) {
      if (performance.now() - start > 10_000) throw new Error("nothing changes");
      await frame();
    }
    await frame();
    return performance.now() - start;
  };
});

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (values) => `${median(values).toFixed(0)} ms (at most ${Math.max(...values).toFixed(0)})`;

/**
 * Gives a function that does some work so often, and prints how long it took until it was painted and for how long
 * the page's thread was at work, which other programs of the machine do not change.
 */
async function stopwatch(page, context) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1_000;
  };
  return async (what, work, before) => {
    const times = [];
    const works = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await before?.(round);
      const begun = await busy();
      times.push(await work(round));
      works.push(await busy() - begun);
    }
    console.log(`  ${what}: ${shown(times)}, at work ${shown(works)}`);
  };
}

/** From going to a place until it is painted. */
const went = (page, to) => page.evaluate((place) => window.painted(() => {
  location.hash = place;
}, () => document.querySelector(".frame").dataset.view === place), to);

/** From a change of a mirror's region until the summary says otherwise. */
const edited = (page) => page.evaluate(() => {
  const errors = () => document.querySelector("[data-testid=summary-errors]").dataset.count;
  const before = errors();
  return window.painted(() => {
    // To the source's region and out of it: the summary changes each time.
    const region = document.querySelector("[data-testid=mirror-region]");
    region.value = region.value === "cn-beijing" ? "cn-shenzhen" : "cn-beijing";
    region.dispatchEvent(new Event("change", { bubbles: true }));
  }, () => errors() !== before);
});

await withBrowser(async (browser) => {
  console.log("the planner in the browser, painting included");
  for (const [name, text] of PLANS.filter((plan) => plan[0].includes(process.argv[2] ?? ""))) {
    await visit(browser, "/", { setup }, async ({ page, context }) => {
      console.log(name);
      const measure = await stopwatch(page, context);
      await ready(page);
      await openText(page, text);
      await go(page, "#/plan/m-1");
      const region = page.getByTestId("mirror-region");
      // Begin outside the source's region.
      await region.selectOption("cn-shenzhen");
      await measure("an edit in the form", () => edited(page));
      // Edits of one field that follow within seconds are one step: each waits, and is taken back before the next.
      await measure("undo", () => page.evaluate(() => {
        const errors = () => document.querySelector("[data-testid=summary-errors]").dataset.count;
        const before = errors();
        return window.painted(() => document.querySelector("[data-testid=undo]").click(), () => errors() !== before);
      }), async () => {
        await page.waitForTimeout(5_000);
        await edited(page);
      });
      for (const view of await page.locator(".tabs > a").evaluateAll((tabs) =>
        tabs.map((tab) => tab.getAttribute("href").split("/")[1]))) {
        // From another view, where nothing is selected, and back.
        await measure(`the tab ${view}`, () => went(page, `#/${view}`), () =>
          go(page, view === "files" ? "#/encryption" : "#/files"));
      }
      await go(page, "#/findings");
      await measure("selecting beside the findings", (round) => went(page, `#/findings/all/m-${round}`));
      await go(page, "#/findings/all/m-1");
      await measure("an edit beside the findings", () => edited(page));
      await go(page, "#/encryption");
      await measure("selecting beside the matrix", (round) => went(page, `#/encryption/v-${round}`));
      await measure("a letter in the search", async (round) => {
        if (round === 0) await page.keyboard.press("Control+k");
        await page.locator("#asked").waitFor();
        return page.evaluate((asked) => {
          const field = document.getElementById("asked");
          const first = () => document.querySelector("[role=option]")?.textContent;
          const before = first();
          return window.painted(() => {
            field.value = asked;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          }, () => first() !== before);
        }, round % 2 === 0 ? "9" : "vault 1");
      });
      await page.keyboard.press("Escape");
      await measure("a letter in the outline's filter", (round) => page.evaluate((asked) => {
        const field = document.querySelector(".side-place input[type=search]");
        const rows = () => document.querySelector(".side-place .rows").textContent.length;
        const before = rows();
        return window.painted(() => {
          field.value = asked;
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }, () => rows() !== before);
      }, round % 2 === 0 ? "99" : ""));
      // A jump draws the rows of another place; frames between steps say whether scrolling is smooth.
      await page.evaluate(() => {
        for (const head of document.querySelectorAll(".side-place .group-head[aria-expanded=false]")) head.click();
      });
      await measure("a jump in the outline", (round) => page.evaluate((at) => {
        const rows = document.querySelector(".side-place .rows");
        const seen = () => {
          const { left, top, height } = rows.getBoundingClientRect();
          return document.elementFromPoint(left + 40, top + height / 2)?.closest("li")?.textContent;
        };
        const before = seen();
        return window.painted(() => {
          rows.scrollTop = rows.scrollHeight / 10 * at;
        }, () => seen() !== undefined && seen() !== before);
      }, round + 1));
      const frames = await page.evaluate(async () => {
        const rows = document.querySelector(".side-place .rows");
        rows.scrollTop = 0;
        const times = [];
        let last = performance.now();
        for (let step = 0; step < 120; step += 1) {
          rows.scrollTop += 120;
          await new Promise((done) => requestAnimationFrame(done));
          times.push(performance.now() - last);
          last = performance.now();
        }
        return times;
      });
      console.log(`  a frame while the outline scrolls: ${shown(frames)}`);
    });
  }
}, { minutes: 15 });
