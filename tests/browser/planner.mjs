// What may go wrong around the planner, and must not cost the user anything: storage that is missing, fails or is
// full, two pages at once, files and texts that come in without a button, words that are composed.

import { readFileSync } from "node:fs";

import { step, visit, withBrowser } from "./lib.mjs";
import { accept, go, openExample, ready } from "./views.mjs";

const MIRROR = "#/plan/m-shanghai";
const region = (page) => page.getByTestId("mirror-region");
const banner = (page, words) => page.locator(".banner", { hasText: words });
const saved = (page) => page.locator("[data-testid=saving].pass").waitFor();
const unsaved = (page) => page.locator("[data-testid=saving].warn").waitFor();
const steps = (page) => page.getByTestId("undo").getAttribute("aria-label");
const same = (actual, expected, what) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
};

/** The plan as the user can take it away. */
async function exported(page) {
  await page.getByTestId("export").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("save-file").click()]);
  return JSON.parse(readFileSync(await download.path(), "utf8"));
}

/** Opens the starter pair without waiting until it is kept. */
async function openPair(page) {
  await go(page, "#/files");
  await page.getByTestId("example-hangzhou-shanghai").click();
  await accept(page);
  await go(page, MIRROR);
  await region(page).waitFor();
}

const pair = {
  format: "vaultplan/1",
  name: "Dropped",
  vaults: [{ id: "v", name: "erp", region: "cn-beijing" }],
};

/** Hands a file or a text to the page as the browser would; gives whether the page took it. */
const bring = (page, type, { file, text, selector = "body" }) => page.evaluate((given) => {
  const data = new DataTransfer();
  if (given.file !== undefined) data.items.add(new File([given.file], "brought.json", { type: "application/json" }));
  if (given.text !== undefined) data.setData("text/plain", given.text);
  const about = { bubbles: true, cancelable: true };
  const event = given.type === "paste"
    ? new ClipboardEvent("paste", { ...about, clipboardData: data })
    : new DragEvent(given.type, { ...about, dataTransfer: data });
  return !document.querySelector(given.selector).dispatchEvent(event);
}, { type, file, text, selector });

/** Ways in which a page can be without storage, as they are found in browsers. */
const without = [
  ["that there is none", "gives this page no storage", () => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
  }],
  ["that it is forbidden", "gives this page no storage", () => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  }],
  ["that it does not open", "storage failed (UnknownError", () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("broken", "UnknownError");
    };
  }],
];

await withBrowser(async (browser) => {
  for (const [what, words, break_] of without) {
    const setup = (context) => context.addInitScript(break_);
    await step(`storage: ${what} is said, and the plan works and can be taken away`, () =>
      visit(browser, "/", { setup }, async ({ page }) => {
        await ready(page);
        await banner(page, words).waitFor();
        await openPair(page);
        await unsaved(page);
        await region(page).selectOption("cn-beijing");
        same((await exported(page)).mirrors[0].region, "cn-beijing", "exported region");
        await page.getByTestId("undo").click();
        same(await region(page).inputValue(), "cn-shanghai", "region after undo");
      }));
  }

  const full = [
    ["refuses to write", () => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...given) {
        if (window.full) throw new DOMException("full", "QuotaExceededError");
        return put.apply(this, given);
      };
    }],
    ["gives up what was written", () => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...given) {
        const request = put.apply(this, given);
        if (window.full) {
          const { transaction } = this;
          const value = new DOMException("full", "QuotaExceededError");
          Object.defineProperty(transaction, "error", { value, configurable: true });
          request.addEventListener("success", () => transaction.abort());
        }
        return request;
      };
    }],
  ];
  for (const [what, break_] of full) {
    const setup = (context) => context.addInitScript(break_);
    await step(`storage that is full and ${what}: it is said, nothing is lost, and it is kept when there is room`, () =>
      visit(browser, "/", { setup }, async ({ page }) => {
        await ready(page);
        await openExample(page, "hangzhou-shanghai");
        await go(page, MIRROR);
        await page.evaluate(() => {
          window.full = true;
        });
        await region(page).selectOption("cn-beijing");
        await banner(page, "its storage is full").waitFor();
        await unsaved(page);
        same((await exported(page)).mirrors[0].region, "cn-beijing", "exported region");
        await page.evaluate(() => {
          window.full = false;
        });
        await page.locator("#field-bandwidthMbps").fill("100");
        await page.locator("#field-bandwidthMbps").blur();
        await saved(page);
        await banner(page, "its storage is full").waitFor({ state: "detached" });
        await page.reload({ waitUntil: "load" });
        await ready(page);
        same(await region(page).inputValue(), "cn-beijing", "region after reload");
        same(await page.locator("#field-bandwidthMbps").inputValue(), "100", "bandwidth after reload");
      }));
  }

  await step("two pages that change one plan at the same time: both versions are kept", () => {
    // Pages that do not hear of each other.
    const setup = (context) => context.addInitScript(() => {
      delete window.BroadcastChannel;
    });
    return visit(browser, "/", { setup }, async ({ page, context }) => {
      await ready(page);
      await openExample(page, "hangzhou-shanghai");
      await go(page, MIRROR);
      const other = await context.newPage();
      await other.goto(page.url(), { waitUntil: "load" });
      await other.waitForSelector("main[aria-busy=false]");
      await region(other).selectOption("cn-beijing");
      await saved(other);
      await region(page).selectOption("cn-shenzhen");
      await banner(page, "at the same time").waitFor();
      await saved(page);
      same((await exported(page)).mirrors[0].region, "cn-shenzhen", "this page's version");
      await go(page, "#/files");
      same(await page.locator(".my-plans li").count(), 2, "plans that are kept");
      await banner(page, "at the same time").getByRole("button", { name: "Open the other version" }).click();
      await page.waitForFunction(() => location.hash === "#/plan");
      await go(page, MIRROR);
      await page.waitForFunction(() => document.querySelector("[data-testid=mirror-region]")?.value === "cn-beijing");
      await saved(page);
      same((await exported(other)).mirrors[0].region, "cn-beijing", "the other page's version");
      await other.close();
    });
  });

  await step("a file that is dropped anywhere is opened, a broken one harms nothing", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "hangzhou-shanghai");
      same(await bring(page, "dragover", { text: "no file" }), false, "a dragged text is taken");
      same(await bring(page, "dragover", { file: "x" }), true, "a dragged file is taken");
      await page.locator(".drop-veil.on").waitFor();
      same(await bring(page, "drop", { file: JSON.stringify(pair) }), true, "a dropped file is taken");
      await page.getByTestId("preview-open").click();
      await page.waitForFunction(() => document.querySelector(".plan-name").value === "Dropped");
      same(await page.locator(".drop-veil.on").count(), 0, "veils");
      await bring(page, "drop", { file: '{"format": ' });
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      same((await exported(page)).name, "Dropped", "the plan");
      await page.getByTestId("undo").click();
      await page.waitForFunction(() => document.querySelector(".plan-name").value === "Hangzhou to Shanghai");
    }));

  await step("a document that is pasted outside a field is opened; inside one it is the field's", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "hangzhou-shanghai");
      await go(page, MIRROR);
      const text = JSON.stringify(pair);
      same(await bring(page, "paste", { text: "a word" }), false, "a pasted word is taken");
      same(await bring(page, "paste", { text, selector: "#field-name" }), false, "a field's text is taken");
      same((await exported(page)).name, "Hangzhou to Shanghai", "the plan");
      same(await bring(page, "paste", { text }), true, "a pasted document is taken");
      await page.getByTestId("preview-open").click();
      await page.waitForFunction(() => document.querySelector(".plan-name").value === "Dropped");
    }));

  await step("a word that is composed is one step, whole, in a field and in the text", () =>
    visit(browser, "/", {}, async ({ page, context }) => {
      await ready(page);
      await openExample(page, "hangzhou-shanghai");
      await go(page, MIRROR);
      const keys = await context.newCDPSession(page);
      const compose = async (parts, end) => {
        for (const text of parts) {
          const at = { selectionStart: text.length, selectionEnd: text.length };
          await keys.send("Input.imeSetComposition", { text, ...at });
        }
        // Longer than a pause in typing.
        await page.waitForTimeout(800);
        const during = await steps(page);
        await keys.send("Input.insertText", { text: end });
        return during;
      };
      const before = await steps(page);
      await page.locator("#field-name").focus();
      same(await compose(["r", "ro", "rong", "rong zai"], "容灾"), before, "steps while a name is composed");
      same(await page.locator("#field-name").inputValue(), "容灾", "name before it is left");
      await page.locator("#field-name").blur();
      await page.locator("h1", { hasText: "容灾" }).waitFor();
      await page.getByTestId("undo").click();
      same(await steps(page), before, "steps after undo");
      same(await page.locator("#field-name").inputValue(), "", "name after undo");

      await go(page, "#/text");
      const area = page.getByTestId("plan-text");
      const text = await area.inputValue();
      const at = text.indexOf("Hangzhou to Shanghai");
      await area.evaluate((field, place) => {
        field.focus();
        field.setSelectionRange(place, place);
      }, at);
      const untyped = await steps(page);
      same(await compose(["b", "bei", "beifen"], "备份"), untyped, "steps while the text is composed");
      await page.waitForFunction(() => document.querySelector(".plan-name").value === "备份Hangzhou to Shanghai");
      same((await exported(page)).name, "备份Hangzhou to Shanghai", "the plan's name");
      await page.getByTestId("undo").click();
      await page.waitForFunction(() => document.querySelector(".plan-name").value === "Hangzhou to Shanghai");
      same(await steps(page), untyped, "steps after undo");
    }));
});
