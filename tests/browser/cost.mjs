// What a plan costs: one entry turns the priced subtotal of the first door into a total; sliders, chart, table and
// inspector by mouse and by keyboard; the prices of the user, kept for all plans and handed on only when ticked.

import { readFileSync } from "node:fs";

import { step, visit, withBrowser } from "./lib.mjs";
import { estate, go, openExample, openText, ready } from "./views.mjs";

const same = (actual, expected, what) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
};
const card = (page, which) => page.locator(`[data-card=${which}]`);
const money = async (page, which) => {
  const text = await card(page, which).locator(".money").textContent();
  return Number(text.replace(/[^0-9.]/g, ""));
};
const total = (page, which) => card(page, which).locator(".chip.pass").waitFor();
const lines = (page) => page.getByTestId("cost-line");

/** The pair that the first door makes. */
const pair = async (page) => {
  await ready(page);
  await page.getByTestId("door-create").click();
  await page.waitForFunction(() => document.querySelector("[data-testid=saving].pass") !== null);
};

/** Enters the rate of the traffic in the inspector, by keyboard. */
const enterTraffic = async (page, price) => {
  await page.getByTestId("cost-missing").getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  const field = page.getByTestId("cost-inspector").getByTestId("own-rate");
  await field.focus();
  await page.keyboard.type(price);
  await page.keyboard.press("Tab");
};

await withBrowser(async (browser) => {
  await step("one entry turns the priced subtotal of the first door into a total, for all plans of this browser", () =>
    visit(browser, "/", {}, async ({ page, context }) => {
      await ready(page);
      same(await page.getByTestId("door-stored").inputValue(), "500", "the example amount");
      await pair(page);
      await page.getByTestId("summary-cost").click();
      await page.waitForFunction(() => location.hash === "#/cost");
      for (const which of ["first", "total"]) await card(page, which).locator(".chip.unknown").waitFor();
      same(await page.getByTestId("cost-missing").locator("li").count(), 1, "one thing is missing");
      // What is unknown is as large as what is priced.
      const sizes = await card(page, "first").evaluate((c) =>
        [".money", ".unknown-part"].map((part) => getComputedStyle(c.querySelector(part)).fontSize));
      same(sizes[0], sizes[1], "sizes of the two parts");
      const before = await money(page, "first");
      await enterTraffic(page, "0.07");
      await total(page, "first");
      await total(page, "total");
      same(Math.round((await money(page, "first") - before) * 100), 3500, "500 GB at 0.07");
      await page.getByTestId("cost-inspector").locator(".chip", { hasText: "yours" }).waitFor();
      same(await page.getByTestId("cost-formula").textContent().then((t) => t.includes("0.07 USD")), true, "the formula");
      // It is no step of the plan, and stands in no file that leaves.
      const [file] = await Promise.all([page.waitForEvent("download"), (async () => {
        await go(page, "#/files");
        await page.getByTestId("save-file-2").click();
      })()]);
      same(readFileSync(await file.path(), "utf8").includes("0.07"), false, "nothing leaves");
      // Another page of the same browser knows it, and another plan is a total at once.
      const other = await context.newPage();
      await other.goto(page.url().replace(/#.*/, ""));
      await other.waitForSelector("main:not([aria-busy='true'])");
      await go(other, "#/cost");
      await total(other, "first");
      await other.close();
    }));

  await step("prices travel in a file only when that is ticked", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await pair(page);
      await go(page, "#/cost");
      await enterTraffic(page, "0.07");
      await total(page, "first");
      await page.getByTestId("own-prices").click();
      const tick = page.getByTestId("own-travels");
      same(await tick.isChecked(), false, "not ticked by itself");
      await tick.focus();
      await page.keyboard.press("Space");
      await go(page, "#/files");
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId("save-file-2").click()]);
      const plan = JSON.parse(readFileSync(await file.path(), "utf8"));
      same(plan.estimate.rates.map((rate) => [rate.item, rate.price]), [["replication-traffic", 0.07]], "the rates");
    }));

  await step("sliders recompute at once, by keyboard, as one step", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "three-vaults");
      await go(page, "#/cost");
      const before = await money(page, "steady");
      const slider = page.locator("input[type=range][data-testid=cost-growth]");
      await slider.focus();
      let last = before;
      for (let press = 0; press < 5; press += 1) {
        await page.keyboard.press("ArrowRight");
        await page.waitForFunction((was) => {
          const text = document.querySelector("[data-card=steady] .money").textContent;
          return Number(text.replace(/[^0-9.]/g, "")) > was;
        }, last);
        last = await money(page, "steady");
      }
      same(await page.locator("#cost-growth").inputValue(), "0.5", "the field beside it");
      same(await slider.evaluate((s) => s === document.activeElement), true, "the slider keeps the focus");
      await page.locator("#cost-growth").fill("much");
      await page.keyboard.press("Tab");
      await page.locator("#cost-growth[aria-invalid=true]").waitFor();
      same(await money(page, "steady"), last, "what is no number changes nothing");
      await page.getByTestId("undo").click();
      await page.waitForFunction((was) => {
        const text = document.querySelector("[data-card=steady] .money").textContent;
        return Number(text.replace(/[^0-9.]/g, "")) === was;
      }, before);
      await page.locator("#cost-months").fill("36");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll(".cost-month").length === 36);
    }));

  await step("the other book is another list in another currency", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await pair(page);
      await go(page, "#/cost");
      await page.getByTestId("cost-book").selectOption("cloud-backup-cny");
      await card(page, "first").locator(".unknown-part", { hasText: "unknown" }).waitFor();
      same((await page.getByTestId("cost-table").textContent()).includes("USD"), false, "no dollars");
      same((await page.getByTestId("cost-table").textContent()).includes("CNY"), true, "yuan");
    }));

  await step("the chart is walked by keyboard, speaks its figures, and has its table", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await pair(page);
      await go(page, "#/cost");
      same(await page.locator(".cost-month[tabindex='0']").count(), 1, "one stop for the tab key");
      await page.locator("#cost-month-12").focus();
      await page.keyboard.press("ArrowLeft");
      await page.waitForFunction(() => document.activeElement.id === "cost-month-11");
      await page.keyboard.press("Home");
      await page.waitForFunction(() => document.activeElement.id === "cost-month-1" && location.hash === "#/cost?month=1");
      const spoken = await page.locator("#cost-month-1").getAttribute("aria-label");
      same(/^Month 1: 31\.87 USD priced, the rest is unknown$/.test(spoken), true, spoken);
      await page.getByTestId("cost-table").getByTestId("month").filter({ hasText: "Month 1" }).waitFor();
      await page.locator("#cost-month-5").click();
      await page.waitForFunction(() => location.hash === "#/cost?month=5");
      await page.locator(".cost-twin summary").click();
      same(await page.getByTestId("cost-twin").locator("tbody tr").count(), 12, "months of the table");
    }));

  await step("lines are grouped, sorted, filtered and opened by keyboard, each with its address", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "three-vaults");
      await go(page, "#/cost");
      const all = await lines(page).count();
      if (all < 6) throw new Error(`${all} lines`);
      for (const group of ["vault", "source", "region", "none"]) {
        await page.getByTestId("cost-group").selectOption(group);
        await page.waitForFunction((to) => location.hash === `#/cost?group=${to}`, group);
        await page.waitForFunction((none) => (document.querySelector(".cost-group") === null) === none, group === "none");
        same(await lines(page).count(), all, `lines by ${group}`);
      }
      const sort = page.getByTestId("cost-table").getByTestId("all");
      await sort.focus();
      await page.keyboard.press("Enter");
      await page.locator("th[aria-sort=descending]").waitFor();
      const sums = async () => (await page.locator(".cost-line [data-cell=all] .money").allTextContents())
        .filter((text) => text !== "").map((text) => Number(text.replace(/[^0-9.]/g, "")));
      const found = await sums();
      same([...found].sort((a, b) => b - a), found, "from the most");
      await page.getByTestId("cost-needle").fill("erp");
      await page.waitForFunction((n) => document.querySelectorAll("[data-testid=cost-line]").length < n, all);
      await page.getByTestId("cost-needle").fill("");
      await lines(page).first().locator("th a").focus();
      await page.keyboard.press("Enter");
      await page.getByTestId("cost-inspector").waitFor();
      await page.locator("tr.chosen-row").waitFor();
      await page.reload();
      await page.getByTestId("cost-inspector").waitFor();
      // A value leads to the field where it is stated.
      await page.getByTestId("cost-inspector").locator(".cost-inputs button").first().click();
      await page.waitForFunction(() => document.activeElement.tagName === "INPUT" || document.activeElement.tagName === "SELECT");
      await page.goBack();
    }));

  await step("what nobody states has a field where it is missed", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openText(page, JSON.stringify({
        format: "vaultplan/1",
        vaults: [{ id: "v", name: "erp", region: "cn-hangzhou" }],
        sources: [{ id: "s", name: "files", type: "ECS_FILE", region: "cn-hangzhou", vault: "v", client: "c" }],
        clients: [{ id: "c", kind: "ECS_CLIENT", region: "cn-hangzhou" }],
        policies: [{ id: "p", name: "daily", sources: ["s"], rules: [{ type: "BACKUP", vault: "v", schedule: "I|1700000000|P1D", retentionDays: 7 }] }],
      }));
      await go(page, "#/cost");
      await card(page, "first").locator(".chip.unknown").waitFor();
      const field = page.getByTestId("cost-table").getByTestId("cost-supply");
      await field.fill("200");
      await page.keyboard.press("Enter");
      await total(page, "first");
      same(await page.getByTestId("undo").isEnabled(), true, "a step of the plan");
    }));

  await step("the price book: entered, refused, brought, handed out, removed and brought back", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await pair(page);
      await go(page, "#/cost/*prices");
      const field = page.locator("[data-testid=own-price][data-item=vault-storage]");
      await field.fill("0.02");
      await page.keyboard.press("Tab");
      await page.getByTestId("own-export").waitFor();
      const saved = page.locator("tr", { has: field }).locator("td").last();
      same((await saved.textContent()).trim(), "37.2 %", "what is saved");
      await field.fill("cheap");
      await page.keyboard.press("Tab");
      await page.locator("[data-testid=own-price][aria-invalid=true]").waitFor();
      await field.fill("0.02");
      await page.keyboard.press("Tab");
      const book = { format: "vaultplan-prices/1", id: "c", name: "Contract", currency: "USD", version: "2026-11" };
      const paste = async (text) => {
        await page.getByTestId("own-paste").fill(text);
        await page.getByTestId("own-take").click();
      };
      await paste(JSON.stringify({ ...book, rates: [{ item: "replication-traffic", price: -1 }] }));
      await page.getByTestId("own-said").getByTestId("problem").first().waitFor();
      await paste(JSON.stringify({ ...book, rates: [{ item: "replication-traffic", price: 0.05 }] }));
      await page.getByTestId("own-said").filter({ hasText: "1 price" }).waitFor();
      await page.waitForFunction(() =>
        document.querySelector("[data-testid=own-price][data-item=replication-traffic]").value === "0.05");
      const text = JSON.stringify({ ...book, rates: [{ item: "file-client", price: 4 }] });
      await page.getByTestId("file-input").setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await page.waitForFunction(() => document.querySelector("[data-testid=own-price][data-item=file-client]").value === "4");
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId("own-export").click()]);
      same(JSON.parse(readFileSync(await file.path(), "utf8")).rates.length, 3, "handed out");
      await page.getByTestId("own-remove").click();
      await page.waitForFunction(() => document.querySelector("[data-testid=own-price][data-item=file-client]").value === "");
      await page.getByTestId("own-undo").click();
      await page.waitForFunction(() => document.querySelector("[data-testid=own-price][data-item=file-client]").value === "4");
      await page.reload();
      await page.waitForFunction(() => document.querySelector("[data-testid=own-price][data-item=file-client]")?.value === "4");
    }));

  await step("without storage prices count until the page is closed, and that is said", () =>
    visit(browser, "/", {
      setup: (context) => context.addInitScript(() => {
        Object.defineProperty(window, "indexedDB", { get: () => undefined });
      }),
    }, async ({ page }) => {
      await ready(page);
      await page.getByTestId("door-create").click();
      await go(page, "#/cost");
      await enterTraffic(page, "0.07");
      await total(page, "first");
      await go(page, "#/cost/*prices");
      await page.getByText("Kept only until this page is closed").waitFor();
    }));

  await step("estimates are handed out for spreadsheets and as JSON", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "three-vaults");
      await go(page, "#/cost");
      const download = async (id) => {
        const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId(id).click()]);
        return readFileSync(await file.path(), "utf8");
      };
      const csv = await download("cost-csv");
      same(csv.startsWith("\ufeffmonth (month),"), true, "the heading");
      const rows = await lines(page).count();
      if (csv.trim().split("\r\n").length < rows * 12) throw new Error("rows are missing");
      same(JSON.parse(await download("cost-json")).format, "vaultplan-cost/1", "the mark");
    }));

  await step("a mirror, a fix and the plan in another respect say what they cost", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "three-vaults");
      await go(page, "#/plan/v-design/mirror");
      const said = await page.getByTestId("mirror-cost").textContent();
      same(/^Adds [0-9.,]+ USD a month/.test(said), true, said);
      await go(page, "#/cost");
      await page.getByTestId("cost-against").selectOption("no-mirrors");
      await page.getByTestId("cost-compared").locator(".less-cost").first().waitFor();
      await openExample(page, "broken-pair");
      await go(page, "#/findings");
      await page.getByTestId("preview").first().click();
      const fix = await page.getByTestId("fix-cost").textContent();
      same(/a month|unknown/.test(fix), true, fix);
    }));

  await step("two plans of the user stand side by side", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await pair(page);
      await openExample(page, "three-vaults");
      await go(page, "#/cost");
      const other = page.getByTestId("cost-against").locator("optgroup option");
      await page.getByTestId("cost-against").selectOption(await other.first().getAttribute("value"));
      await page.getByTestId("cost-compared").getByText("China (Hangzhou) to China (Shanghai)").waitFor();
      await page.getByRole("heading", { name: /^Removed/ }).waitFor();
      await page.getByRole("heading", { name: /^Added/ }).waitFor();
      same(new URL(page.url()).hash, "#/cost", "the open plan stays open");
    }));

  await step("on a phone in Chinese the lines are cards, and a line is computed below them", () =>
    visit(browser, "/", { viewport: { width: 390, height: 844 }, lang: "zh" }, async ({ page }) => {
      await pair(page);
      await go(page, "#/cost");
      same(await page.locator(".cost-table thead").isVisible(), false, "no header");
      await lines(page).first().locator("th a").click();
      await page.getByTestId("cost-inspector").getByText("公式").waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      same(wide <= 390, true, `as wide as the phone: ${wide}`);
    }));

  await step("a large plan lists its lines in steps", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openText(page, estate(400));
      await go(page, "#/cost?group=none");
      await page.getByTestId("cost-more").waitFor();
      same(await lines(page).count(), 100, "lines at first");
      await page.getByTestId("cost-more").click();
      await page.waitForFunction(() => document.querySelectorAll("[data-testid=cost-line]").length === 300);
    }));
});
