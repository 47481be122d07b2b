// The way of a user through the planner: from an example to findings, fixes, undo, a reload, a broken paste and a
// file that the command judges alike. Once with the mouse, once with the keyboard alone.

import { readFileSync } from "node:fs";

import { step, visit, vaultplan, withBrowser } from "./lib.mjs";
import { go, openExample, ready } from "./views.mjs";

const RULE = "mirror-same-region";
const MIRROR = "#/plan/m-shanghai";

const region = (page) => page.getByTestId("mirror-region");
const count = async (page, kind) => Number(await page.getByTestId(`summary-${kind}`).getAttribute("data-count"));
const saved = (page) => page.locator("[data-testid=saving].pass").waitFor();
const same = (actual, expected, what) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
};

/** Saves the plan as a file and reads it. */
async function exported(page) {
  await page.getByTestId("export").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("save-file").click()]);
  const path = await download.path();
  return { path, text: readFileSync(path, "utf8"), name: download.suggestedFilename() };
}

/** Rule and place of every finding that the page lists. */
async function listed(page) {
  await go(page, "#/findings");
  await page.getByTestId("findings").waitFor();
  const found = await page.getByTestId("findings").getByTestId("finding").evaluateAll((cards) =>
    cards.map(({ dataset }) => `${dataset.rule} ${dataset.at}`));
  return found.sort();
}

await withBrowser(async (browser) => {
  for (const path of ["/", "/docs/en/"]) {
    await step(`${path} opens and does nothing that is forbidden`, () =>
      visit(browser, path, {}, ({ page }) => ready(page)));
  }

  await step("the journey", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    await step("open the starter pair: no finding", async () => {
      await page.getByTestId("example-hangzhou-shanghai").click();
      await saved(page);
      same(await count(page, "errors"), 0, "errors");
      same(await count(page, "undecided"), 0, "undecided");
    });
    await step("the source's region: a finding at the field, in the list and in the summary", async () => {
      await page.getByRole("navigation", { name: "Outline" }).getByRole("link", { name: /Mirror/ }).click();
      await region(page).selectOption("cn-hangzhou");
      const field = page.locator(".field", { has: region(page) });
      await field.getByTestId("finding").and(page.locator(`[data-rule=${RULE}]`)).waitFor();
      same(await region(page).getAttribute("aria-invalid"), "true", "aria-invalid");
      same(await count(page, "errors"), 1, "errors");
      same(await listed(page), [`${RULE} /mirrors/0/region`], "findings");
    });
    await step("apply its fix", async () => {
      await page.getByTestId("fix").click();
      await page.getByTestId("finding").waitFor({ state: "detached" });
      same(await count(page, "errors"), 0, "errors");
    });
    await step("undo twice", async () => {
      await page.getByTestId("undo").click();
      same(await count(page, "errors"), 1, "errors after one");
      await page.keyboard.press("Control+z");
      await page.waitForFunction(() => document.querySelector("[data-testid=summary-errors]").dataset.count === "0");
      await go(page, MIRROR);
      same(await region(page).inputValue(), "cn-shanghai", "region");
      await page.getByTestId("redo").click();
      same(await region(page).inputValue(), "cn-hangzhou", "region after redo");
    });
    await step("reload: the plan is as left", async () => {
      await saved(page);
      await page.reload({ waitUntil: "load" });
      await ready(page);
      same(await region(page).inputValue(), "cn-hangzhou", "region");
      same(await count(page, "errors"), 1, "errors");
    });
    const before = (await exported(page)).text;
    await step("paste a broken document: a clear error, the plan untouched", async () => {
      await go(page, "#/files");
      const broken = before.replace('"region"', '"regoin"');
      await page.getByTestId("paste").fill(broken);
      await page.getByTestId("open-pasted").click();
      const dialog = page.getByRole("dialog");
      const text = await dialog.textContent();
      for (const word of ["regoin", "Line 8", "region", "/vaults/0"]) {
        if (!text.includes(word)) throw new Error(`the error does not name ${word}: ${text}`);
      }
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      same((await exported(page)).text, before, "plan");
    });
    await step("a draft is kept over views and a reload, and the plan stays", async () => {
      await go(page, "#/text");
      await page.getByTestId("plan-text").fill("{ 未完");
      await page.getByTestId("problem").waitFor();
      await go(page, MIRROR);
      await page.getByRole("status").filter({ hasText: "draft" }).first().waitFor();
      same(await region(page).inputValue(), "cn-hangzhou", "region");
      await saved(page);
      await page.reload({ waitUntil: "load" });
      await page.waitForSelector("main[aria-busy=false]");
      await go(page, "#/text");
      await page.waitForFunction(() => document.getElementById("plan-text").value === "{ 未完");
      await page.getByTestId("drop-draft").click();
      await page.waitForFunction((text) => document.getElementById("plan-text").value === text, before);
    });
    await step("the command finds in the exported file what the page finds", async () => {
      const { path, text, name } = await exported(page);
      same(name, "hangzhou-to-shanghai.json", "file name");
      const { stdout, stderr } = vaultplan(["check", "-", "--format", "json"], { input: text });
      if (!stdout) throw new Error(`no report on ${path}: ${stderr}`);
      const report = JSON.parse(stdout);
      const theirs = report.findings.map(({ rule, at }) => `${rule} ${at}`).sort();
      same(await listed(page), theirs, "findings");
      same(theirs.length, 1, "number of findings");
    });
  }));

  await step("the keyboard alone", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    const tabTo = async (test) => {
      for (let presses = 0; presses < 120; presses += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(test)) return;
      }
      throw new Error(`not reached by Tab: ${test}`);
    };
    await page.keyboard.press("Tab");
    same(await focused(), "Skip to content", "first stop");
    await page.keyboard.press("Enter");
    await tabTo(() => document.activeElement.dataset.testid === "example-hangzhou-shanghai");
    await page.keyboard.press("Enter");
    await saved(page);
    await tabTo(() => document.activeElement.getAttribute("href") === "#/plan/m-shanghai");
    await page.keyboard.press("Enter");
    await region(page).waitFor();
    await tabTo(() => document.activeElement.dataset.testid === "mirror-region");
    await page.keyboard.type("China (Hangzhou)");
    await page.waitForFunction(() => document.querySelector("[data-testid=summary-errors]").dataset.count === "1");
    await tabTo(() => document.activeElement.dataset.testid === "fix");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("[data-testid=summary-errors]").dataset.count === "0");
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => document.querySelector("[data-testid=summary-errors]").dataset.count === "1");
    const said = await page.getByTestId("live").textContent();
    if (!said.includes("Undone")) throw new Error(`not announced: ${said}`);
  }));

  await step("two pages at once lose nothing", () => visit(browser, "/", {}, async ({ page, context }) => {
    await ready(page);
    await openExample(page, "hangzhou-shanghai");
    await go(page, MIRROR);
    const other = await context.newPage();
    await other.goto(page.url(), { waitUntil: "load" });
    await other.waitForSelector("main[aria-busy=false]");
    await region(other).selectOption("cn-beijing");
    await saved(other);
    // The idle page follows, as a step that can be undone.
    await page.waitForFunction(() => document.querySelector("[data-testid=mirror-region]").value === "cn-beijing");
    await page.getByTestId("undo").click();
    same(await region(page).inputValue(), "cn-shanghai", "region after undo");
    await saved(page);
    await other.waitForFunction(() => document.querySelector("[data-testid=mirror-region]").value === "cn-shanghai");
    await other.close();
  }));
});
