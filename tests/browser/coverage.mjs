// The table of coverage, the line that sums it up, and the encryption matrix: numbers that lead to their lists, the
// order by keyboard, the file for spreadsheets, a phone, Chinese, a large plan.

import { readFileSync } from "node:fs";

import { step, visit, withBrowser } from "./lib.mjs";
import { go, openText, ready } from "./views.mjs";

const SIXTY = new URL("../golden/coverage/sixty-sources.json", import.meta.url);
const same = (actual, expected, what) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
};
const phone = { viewport: { width: 390, height: 844 } };
const rows = (page) => page.getByTestId("coverage").locator("tbody tr");
const names = (page) => rows(page).locator("th a").allTextContents();
const sum = async (page, which) => Number(await page.getByTestId(`summary-${which}`).getAttribute("data-count"));
const hash = (page, to) => page.waitForFunction((wanted) => location.hash === wanted, to);
const sixty = async (page) => {
  await ready(page);
  await openText(page, readFileSync(SIXTY, "utf8"));
};

/** A plan of so many sources, all of which have a copy but every tenth. */
const many = (number) => JSON.stringify({
  format: "vaultplan/1",
  vaults: Array.from({ length: 200 }, (_, at) => ({ id: `v${at}`, name: `vault ${at}`, region: "cn-hangzhou" })),
  mirrors: Array.from({ length: 199 }, (_, at) => ({ id: `m${at}`, source: `v${at}`, region: "cn-shanghai" })),
  sources: Array.from({ length: number }, (_, at) => ({
    id: `s${at}`, name: `host ${at}`, type: "ECS_FILE", region: "cn-hangzhou", ...(at % 10 ? { vault: `v${at % 199}` } : {}),
  })),
});

await withBrowser(async (browser) => {
  await step("each number of the summary leads to its list, and the list is as long as the number", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await sixty(page);
      const all = await sum(page, "sources");
      same(all, 60, "sources");
      const parts = [];
      for (const [which, place] of [["with", "with"], ["without", "without"], ["unknown", "unknown"]]) {
        const number = await sum(page, which);
        parts.push(number);
        await page.getByTestId(`summary-${which}`).click();
        await hash(page, `#/coverage/${place}`);
        await page.waitForFunction((n) => document.querySelectorAll("[data-testid=coverage] tbody tr").length === n, number);
        const answer = { with: "yes", without: "no", unknown: "unknown" }[which];
        same(await page.locator(`tr[data-offsite=${answer}]`).count(), number, `${which} are ${answer}`);
      }
      if (parts.some((number) => number === 0)) throw new Error(`an answer does not come up: ${parts}`);
      same(parts.reduce((a, b) => a + b), all, "the parts add up");
      await page.getByTestId("summary-sources").click();
      await hash(page, "#/coverage");
      same(await rows(page).count(), 60, "all sources");
    }));

  await step("every column sorts by keyboard, says so, and turns round", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await sixty(page);
      await go(page, "#/coverage");
      const inOrder = await names(page);
      for (const column of ["source", "sizeGB", "vaults", "encryption", "offsite", "keptDays", "restore"]) {
        const button = page.getByTestId("coverage").getByTestId(column);
        await button.focus();
        await page.keyboard.press("Enter");
        const head = page.locator("th[aria-sort=ascending]");
        await head.waitFor();
        same(await head.getByTestId(column).count(), 1, `${column} is the order`);
        await page.keyboard.press("Space");
        await page.locator("th[aria-sort=descending]").waitFor();
        same(await button.evaluate((b) => b === document.activeElement), true, `${column} keeps the focus`);
      }
      await page.getByTestId("coverage").getByTestId("source").click();
      const sorted = await names(page);
      same([...sorted].sort((a, b) => (a < b ? -1 : 1)), sorted, "names in order");
      same([...inOrder].sort(), [...sorted].sort(), "no row is lost");
      const sizes = async () => (await rows(page).locator("td:nth-of-type(1)").allTextContents()).map((s) => parseInt(s, 10));
      await page.getByTestId("coverage").getByTestId("sizeGB").click();
      const small = await sizes();
      same([...small].sort((a, b) => a - b), small, "sizes in order");
    }));

  await step("the file holds what is listed, readable for Excel, guarded against formulas", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openText(page, readFileSync(new URL("../golden/coverage/every-answer.json", import.meta.url), "utf8"));
      await go(page, "#/coverage/without");
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("coverage-csv").click()]);
      same(download.suggestedFilename(), "every-answer-coverage.csv", "its name");
      const text = readFileSync(await download.path(), "utf8");
      same(text.startsWith("\ufeffSource (source),"), true, "mark and heading");
      same(text.trim().split("\r\n").length, 5, "four rows");
      same(text.includes("'=office share"), true, "guarded");
    }));

  await step("a source is chosen in the table, and a repair is told politely", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await sixty(page);
      await go(page, "#/coverage/unknown");
      await rows(page).first().locator("th a").click();
      await page.getByTestId("inspector").waitFor();
      await page.locator("tr.chosen-row").waitFor();
      await go(page, "#/coverage");
      const before = await sum(page, "with");
      await go(page, "#/plan/m-files-sz");
      await page.getByTestId("mirror-region").selectOption("cn-chengdu");
      await page.waitForFunction((n) => Number(document.querySelector("[data-testid=summary-with]").dataset.count) > n, before);
      await page.waitForFunction(() => /60 sources: \d+ with/.test(document.querySelector("[data-testid=live]").textContent));
    }));

  await step("without sources the page says so instead of zeros, and offers the first", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openText(page, JSON.stringify({ format: "vaultplan/1", vaults: [{ id: "v", name: "erp", region: "cn-hangzhou" }] }));
      same(await page.getByTestId("summary-sources").textContent(), "No sources yet", "the line");
      same(await page.getByTestId("summary-with").count(), 0, "no zeros");
      await page.getByTestId("summary-sources").click();
      await page.getByRole("button", { name: "Add a source", exact: true }).click();
      await page.waitForFunction(() => document.querySelector("[data-testid=summary-sources]").dataset.count === "1");
    }));

  await step("on a phone each row is a card with its headings, and the order is a choice", () =>
    visit(browser, "/", phone, async ({ page }) => {
      await sixty(page);
      await go(page, "#/coverage");
      await page.getByLabel("Sort by").selectOption("sizeGB");
      const first = (await names(page))[0];
      await page.getByRole("button", { name: /^Ascending/ }).click();
      await page.waitForFunction((name) => document.querySelector("[data-testid=coverage] tbody th a").textContent !== name, first);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      same(wide <= 390, true, `nothing is wider than the phone (${wide})`);
    }));

  await step("in Chinese the table speaks Chinese", () =>
    visit(browser, "/", { lang: "zh" }, async ({ page }) => {
      await sixty(page);
      await go(page, "#/coverage/without");
      await page.getByRole("columnheader", { name: "异地副本" }).waitFor();
      await page.getByRole("heading", { name: "保护情况" }).waitFor();
    }));

  await step("the matrix says what each pair comes to, lists one outcome, and mends", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await sixty(page);
      await go(page, "#/encryption");
      const group = page.getByRole("group", { name: "Outcome" });
      await group.getByRole("button", { name: /^Mismatch/ }).click();
      const pairs = page.getByTestId("matrix").locator("tbody tr");
      same(await pairs.count(), 1, "one mismatch");
      await pairs.getByRole("link", { name: "m-erp-bj" }).click();
      await hash(page, "#/encryption/m-erp-bj");
      await page.getByTestId("inspector").waitFor();
      await group.getByRole("button", { name: /^Key does not fit/ }).click();
      await pairs.getByText("alias/erp-sz").first().waitFor();
      await pairs.getByRole("link", { name: "alias/erp-sz" }).first().click();
      await hash(page, "#/encryption/key-sz");
      await group.getByRole("button", { name: /^Mismatch/ }).click();
      await pairs.getByTestId("fix").first().click();
      await page.getByText("No pair with this outcome.").waitFor();
    }));

  await step("two thousand sources: the table opens, sorts and filters fast, and shows more in steps", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openText(page, many(2_000));
      await go(page, "#/coverage");
      same(await rows(page).count(), 100, "the first hundred");
      const took = await page.evaluate(async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const times = [];
        for (const column of ["source", "offsite", "sizeGB", "vaults"]) {
          const begun = performance.now();
          document.querySelector(`[data-testid=coverage] [data-testid=${column}]`).click();
          await frame();
          times.push(performance.now() - begun);
        }
        return times;
      });
      console.log(`  sorting 2,000 sources: ${took.map((ms) => `${Math.round(ms)} ms`).join(", ")}`);
      await page.getByTestId("coverage-more").click();
      await page.waitForFunction(() => document.querySelectorAll("[data-testid=coverage] tbody tr").length === 300);
      await page.getByTestId("summary-without").click();
      await page.waitForFunction(() => document.querySelectorAll("[data-testid=coverage] tbody tr").length === 100);
      same(await sum(page, "without"), 200, "every tenth is without");
    }));
});
