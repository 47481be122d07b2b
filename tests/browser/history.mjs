// What is kept: steps over a reload, what was typed last over a killed page, versions, plans that are renamed, copied,
// deleted and brought back, two pages, records that cannot be read, records of the first release.

import { readFileSync } from "node:fs";

import { axeSource, site, step, visit, withBrowser } from "./lib.mjs";
import { go, openExample } from "./views.mjs";

const MIRROR = "#/plan/m-shanghai";
const VAULT = "#/plan/v-hangzhou";
const region = (page) => page.getByTestId("mirror-region");
const bandwidth = (page) => page.locator("#field-bandwidthMbps");
const saved = (page) => page.locator("[data-testid=saving].pass").waitFor();
const banner = (page, words) => page.locator(".banner", { hasText: words });
const undoLabel = (page) => page.getByTestId("undo").getAttribute("aria-label");
const plans = (page) => page.locator(".plans-part .my-plans > li");
const names = (page) => page.locator(".plans-part .my-plans > li b").allTextContents();
const same = (actual, expected, what) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
};
const ready = (page) => page.waitForSelector("main[aria-busy=false]");
const until = (page, test, argument) => page.waitForFunction(test, argument);
const reload = async (page) => {
  await page.reload({ waitUntil: "load" });
  await ready(page);
};
const pair = async (page) => {
  await ready(page);
  await openExample(page, "hangzhou-shanghai");
};

/** Opens the starter pair and does two steps on its mirror, each of them kept. */
async function twoSteps(page) {
  await pair(page);
  await go(page, MIRROR);
  await region(page).selectOption("cn-beijing");
  await bandwidth(page).fill("100");
  await bandwidth(page).blur();
  await page.waitForTimeout(300);
  await saved(page);
}

/** Puts records into storage as somebody would by hand: `{ plans: { id: value }, texts: { id: value } }`. */
const store = (page, records) => page.evaluate((given) => new Promise((done, failed) => {
  const request = indexedDB.open("vaultplan");
  request.onerror = () => failed(request.error);
  request.onsuccess = () => {
    const transaction = request.result.transaction(["plans", "texts"], "readwrite");
    for (const name of ["plans", "texts"]) {
      for (const [id, value] of Object.entries(given[name] ?? {})) {
        const objects = transaction.objectStore(name);
        if (value === null) objects.delete(id);
        else objects.put(value, id);
      }
    }
    transaction.oncomplete = () => {
      request.result.close();
      done();
    };
    transaction.onabort = () => failed(transaction.error);
  };
}), records);

/** Everything that storage holds. */
const stored = (page) => page.evaluate(() => new Promise((done, failed) => {
  const request = indexedDB.open("vaultplan");
  request.onerror = () => failed(request.error);
  request.onsuccess = () => {
    const transaction = request.result.transaction(["plans", "texts"]);
    const all = {};
    for (const name of ["plans", "texts"]) {
      all[name] = {};
      transaction.objectStore(name).openCursor().onsuccess = ({ target }) => {
        if (!target.result) return;
        all[name][target.result.key] = target.result.value;
        target.result.continue();
      };
    }
    transaction.oncomplete = () => {
      request.result.close();
      done(all);
    };
  };
}));

const text = (name) => `{"format":"vaultplan/1","name":"${name}","vaults":[{"id":"v","name":"erp","region":"cn-beijing"}]}`;
/** A record as the first release wrote it: without a form, a verdict, a size and steps. */
const first = (id, name, at) => ({
  plans: { [id]: { id, name, revision: 3, savedAt: at, usedAt: at, vaults: 1, mirrors: 0 } },
  texts: { [id]: { text: text(name) } },
});

async function download(page, click) {
  const [file] = await Promise.all([page.waitForEvent("download"), click()]);
  return readFileSync(await file.path(), "utf8");
}

await withBrowser(async (browser) => {
  await step("steps are undone and done again after a reload, from the button and from the list", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await twoSteps(page);
      await reload(page);
      await go(page, MIRROR);
      same(/bandwidth/i.test(await undoLabel(page)), true, "label of the last step");
      await page.getByTestId("undo").click();
      await page.getByTestId("undo").click();
      await until(page, () => document.querySelector("[data-testid=mirror-region]").value === "cn-shanghai");
      await saved(page);
      await page.waitForTimeout(300);
      await reload(page);
      await go(page, MIRROR);
      same(await region(page).inputValue(), "cn-shanghai", "region after the second reload");
      await page.getByTestId("history").click();
      const rows = page.locator(".steps button");
      same(await rows.count(), 3, "steps and what was before them");
      same(await page.locator(".steps .undone").count(), 2, "steps that are undone");
      // By keyboard: the first row is the last step.
      await rows.first().focus();
      await page.keyboard.press("Enter");
      await until(page, () => document.querySelector("#field-bandwidthMbps").value === "100");
      same(await region(page).inputValue(), "cn-beijing", "region after the jump");
      same(await page.locator(".steps [aria-current]").count(), 1, "current steps");
      await page.keyboard.press("Escape");
      same(await page.locator(".steps-menu[open]").count(), 0, "open lists");
    }));

  await step("typing on in one field is one step", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await pair(page);
      await go(page, VAULT);
      const before = await undoLabel(page);
      const name = page.locator("#field-name");
      for (const typed of ["c", "co", "core"]) {
        await name.fill(typed);
        await name.blur();
      }
      await page.getByTestId("undo").click();
      await until(page, () => document.querySelector("#field-name").value === "erp-main");
      same(await undoLabel(page), before, "steps left");
    }));

  await step("what was typed last survives a page that is killed, in a field and in the text", () =>
    visit(browser, "/", {}, async ({ context, problems }) => {
      const next = async () => {
        const page = await context.newPage();
        page.setDefaultTimeout(60_000);
        await page.goto(`${site}/`, { waitUntil: "load" });
        await ready(page);
        return page;
      };
      const kill = async (page) => {
        const session = await context.newCDPSession(page);
        const crashed = page.waitForEvent("crash");
        session.send("Page.crash").catch(() => undefined);
        await crashed;
        same(problems.splice(0), ["the page crashed"], "problems");
        return next();
      };
      let page = await next();
      await pair(page);
      await go(page, VAULT);
      await page.locator("#field-name").focus();
      await page.keyboard.press("End");
      await page.keyboard.type(" half a na");
      // A pause in typing, and the save after it.
      await page.waitForTimeout(1_500);
      page = await kill(page);
      await go(page, VAULT);
      same(await page.locator("#field-name").inputValue(), "erp-main half a na", "name after the crash");
      await page.getByTestId("undo").click();
      await until(page, () => document.querySelector("#field-name").value === "erp-main");
      await go(page, "#/text");
      await page.getByTestId("plan-text").fill("{ 未完");
      await page.waitForTimeout(1_500);
      page = await kill(page);
      await go(page, "#/text");
      same(await page.getByTestId("plan-text").inputValue(), "{ 未完", "text after the crash");
      await page.getByTestId("undo").click();
      await until(page, () => document.querySelector("[data-testid=plan-text]").value.includes("cn-shanghai"));
    }));

  await step("steps that do not fit the plan are dropped with a word", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await twoSteps(page);
      const all = await stored(page);
      const [id] = Object.keys(all.plans);
      await store(page, { texts: { [id]: { ...all.texts[id], text: all.texts[id].text.replace("erp-main", "mended") } } });
      await reload(page);
      await banner(page, "do not fit").waitFor();
      same(await page.getByTestId("undo").getAttribute("aria-disabled"), "true", "undo");
      await go(page, VAULT);
      same(await page.locator("#field-name").inputValue(), "mended", "the plan");
    }));

  await step("two pages: the second plan is named so, and says so", () => {
    const setup = (context) => context.addInitScript(() => {
      delete window.BroadcastChannel;
    });
    return visit(browser, "/", { setup }, async ({ page, context }) => {
      await pair(page);
      await go(page, MIRROR);
      const other = await context.newPage();
      await other.goto(page.url(), { waitUntil: "load" });
      await ready(other);
      await region(other).selectOption("cn-beijing");
      await saved(other);
      await region(page).selectOption("cn-shenzhen");
      await banner(page, "Hangzhou to Shanghai (from another tab)").waitFor();
      await saved(page);
      await go(page, "#/files");
      same(await names(page), ["Hangzhou to Shanghai (from another tab)", "Hangzhou to Shanghai"], "plans");
      // Going on is no second split.
      await go(page, MIRROR);
      await bandwidth(page).fill("7");
      await bandwidth(page).blur();
      await saved(page);
      await go(page, "#/files");
      same(await plans(page).count(), 2, "plans after the next step");
      await other.close();
    });
  });

  await step("two pages that hear of each other: one follows, and going on there is no conflict", () =>
    visit(browser, "/", {}, async ({ page, context }) => {
      await pair(page);
      await go(page, MIRROR);
      const other = await context.newPage();
      await other.goto(page.url(), { waitUntil: "load" });
      await ready(other);
      await region(other).selectOption("cn-beijing");
      await until(page, () => document.querySelector("[data-testid=mirror-region]").value === "cn-beijing");
      await region(page).selectOption("cn-shenzhen");
      await until(other, () => document.querySelector("[data-testid=mirror-region]").value === "cn-shenzhen");
      await go(page, "#/files");
      same(await names(page), ["Hangzhou to Shanghai"], "plans");
      await other.close();
    }));

  await step("a full storage: the work goes into a file, and deleting works", () => {
    const setup = (context) => context.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...given) {
        if (window.full) throw new DOMException("full", "QuotaExceededError");
        return put.apply(this, given);
      };
    });
    return visit(browser, "/", { setup }, async ({ page }) => {
      await pair(page);
      await go(page, "#/files");
      await page.getByTestId("new-plan").click();
      await openExample(page, "three-vaults");
      await go(page, "#/files");
      await until(page, () => document.querySelectorAll(".plans-part .my-plans > li").length === 2);
      await page.evaluate(() => {
        window.full = true;
      });
      await page.getByTestId("new-plan").click();
      await openPairUnsaved(page);
      const full = banner(page, "its storage is full");
      await full.waitFor();
      const kept = await download(page, () => full.getByRole("button").first().click());
      same(JSON.parse(kept).name, "Hangzhou to Shanghai", "the file's plan");
      await go(page, "#/files");
      await page.getByRole("button", { name: /^Delete Three vaults/ }).click();
      await page.getByTestId("note").waitFor();
      await until(page, () => document.querySelectorAll(".plans-part .my-plans > li").length === 1);
      // What was taken out of the full storage waits in the page.
      await page.evaluate(() => {
        window.full = false;
      });
      await page.getByTestId("bring-back").click();
      await until(page, () => [...document.querySelectorAll(".my-plans b")].some((b) => b.textContent.startsWith("Three vaults")));
    });
  });

  await step("records that cannot be read harm nothing: the page starts, says so, offers them as files", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await pair(page);
      const later = Date.now() + 60_000;
      const half = first("p-half", "Half written", later).plans["p-half"];
      await store(page, {
        plans: {
          "p-half": half,
          "p-later": { ...half, id: "p-later", name: "Of tomorrow", form: 99 },
          "p-odd": { name: "Spoilt", savedAt: "yesterday" },
        },
        texts: {
          "p-later": { text: text("Of tomorrow"), more: [1, 2] },
          "p-odd": { text: text("Spoilt") },
          "p-orphan": { text: text("Orphan") },
        },
      });
      const before = await stored(page);
      for (let time = 0; time < 2; time += 1) {
        await reload(page);
        same(await page.locator(".plan-name").inputValue(), "Hangzhou to Shanghai", "the open plan");
        await banner(page, "4 saved plans cannot be read").waitFor();
      }
      await banner(page, "4 saved plans").getByRole("button", { name: "Show in Files" }).click();
      await until(page, () => document.querySelectorAll(".plan-row.faulty").length === 4);
      const row = (name) => plans(page).filter({ hasText: name });
      same((await row("Of tomorrow").textContent()).includes("later release"), true, "what is said of a later record");
      for (const [name, part] of [["Of tomorrow", "more"], ["Spoilt", "yesterday"], ["p-orphan", "Orphan"]]) {
        const raw = await download(page, () => row(name).getByTestId("save-raw").click());
        same(JSON.stringify(JSON.parse(raw)).includes(part), true, `the file of ${name}`);
      }
      const after = await stored(page);
      for (const id of ["p-half", "p-later", "p-odd"]) same(after.plans[id], before.plans[id], id);
      for (const id of ["p-later", "p-odd", "p-orphan"]) same(after.texts[id], before.texts[id], id);
      // They can be deleted and brought back like any other.
      await row("Spoilt").getByRole("button", { name: "Delete Spoilt" }).click();
      await until(page, () => document.querySelectorAll(".plan-row.faulty").length === 3);
      await page.getByTestId("bring-back").click();
      await until(page, () => document.querySelectorAll(".plan-row.faulty").length === 4);
    }));

  await step("a page on which nothing reads starts with an empty plan", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await pair(page);
      const all = await stored(page);
      const [id] = Object.keys(all.plans);
      await store(page, { texts: { [id]: null } });
      await reload(page);
      same(await page.locator(".plan-name").inputValue(), "", "the open plan");
      await banner(page, "1 saved plan cannot be read").waitFor();
    }));

  await step("records of the first release are read, and kept in the new form with the next step", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      const old = first("p18f0-000000000001a", "老方案", Date.now());
      old.texts["p18f0-000000000001a"].draft = "{ 未完";
      old.texts["p18f0-000000000001a"].stale = true;
      await store(page, old);
      await reload(page);
      same(await page.locator(".plan-name").inputValue(), "老方案", "the plan");
      await go(page, "#/text");
      same(await page.getByTestId("plan-text").inputValue(), "{ 未完", "the draft");
      await go(page, "#/plan/v");
      await page.locator("#field-name").fill("crm");
      await page.locator("#field-name").blur();
      await page.waitForTimeout(500);
      await saved(page);
      const { plans: kept } = await stored(page);
      const record = kept["p18f0-000000000001a"];
      same([record.form, record.revision >= 4, typeof record.verdict], [2, true, "string"], "the record");
    }));

  await step("plans are renamed, copied, deleted and brought back by keyboard", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await pair(page);
      await go(page, "#/files");
      await page.getByTestId("new-plan").click();
      await openExample(page, "three-vaults");
      await go(page, "#/files");
      await until(page, () => document.querySelectorAll(".plans-part .my-plans > li").length === 2);
      const press = async (name) => {
        await page.getByRole("button", { name, exact: true }).focus();
        await page.keyboard.press("Enter");
      };
      await press("Rename Hangzhou to Shanghai");
      await until(page, () => document.activeElement?.id === "rename-plan");
      await page.keyboard.press("Control+a");
      await page.keyboard.type("容灾");
      await page.keyboard.press("Enter");
      await until(page, () => [...document.querySelectorAll(".my-plans b")].some((b) => b.textContent === "容灾"));
      await until(page, () => document.activeElement?.getAttribute("aria-label") === "Rename 容灾");
      await press("Duplicate 容灾");
      await until(page, () => document.querySelectorAll(".plans-part .my-plans > li").length === 3);
      same((await names(page)).includes("容灾 (copy)"), true, "the copy");
      await press("Delete 容灾 (copy)");
      await until(page, () => document.querySelectorAll(".plans-part .my-plans > li").length === 2);
      await page.getByTestId("bring-back").focus();
      await page.keyboard.press("Enter");
      await until(page, () => document.querySelectorAll(".plans-part .my-plans > li").length === 3);
      // A deleted plan comes back also after a reload; the open one leaves an empty plan behind.
      await press("Delete Three vaults of a trading company");
      await until(page, () => document.querySelector(".plan-name").value === "");
      await reload(page);
      await go(page, "#/files");
      same(await plans(page).count(), 2, "plans after the reload");
      await page.locator(".deleted-plans summary").click();
      await press("Bring back Three vaults of a trading company");
      await until(page, () => document.querySelectorAll(".plans-part .my-plans > li").length === 3);
      await plans(page).filter({ hasText: "容灾 (copy)" }).locator(".plan-row").click();
      await until(page, () => document.querySelector(".plan-name").value === "容灾 (copy)");
    }));

  await step("a version is kept, compared, gone back to as one step, deleted and brought back", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await pair(page);
      await page.getByTestId("history").click();
      await page.locator("#version-name-step").fill("before the review");
      await page.keyboard.press("Enter");
      await banner(page, "before the review").waitFor();
      await until(page, () => document.querySelector("#version-name-step").value === "");
      await go(page, MIRROR);
      await region(page).selectOption("cn-beijing");
      await saved(page);
      await reload(page);
      await go(page, "#/files");
      const row = page.locator(".versions li");
      await row.locator(".plan-row").click();
      const changes = page.getByRole("dialog").locator("tbody tr");
      await changes.first().waitFor();
      same(await changes.count(), 1, "changes");
      same(await changes.locator("del, ins").allTextContents(), ["cn-shanghai", "cn-beijing"], "values");
      await page.getByTestId("restore-compared").click();
      await go(page, MIRROR);
      await until(page, () => document.querySelector("[data-testid=mirror-region]").value === "cn-shanghai");
      same((await undoLabel(page)).includes("before the review"), true, "label of the step");
      await page.getByTestId("undo").click();
      await until(page, () => document.querySelector("[data-testid=mirror-region]").value === "cn-beijing");
      await go(page, "#/files");
      await row.getByRole("button", { name: "Delete before the review" }).click();
      await row.waitFor({ state: "detached" });
      await page.getByTestId("bring-back").click();
      await row.waitFor();
    }));

  for (const [lang, theme, viewport] of [["en", "light", { width: 1440, height: 900 }], ["zh", "dark", { width: 390, height: 844 }]]) {
    const options = { lang, theme, viewport, setup: (context) => context.addInitScript({ content: axeSource() }) };
    await step(`lists, steps and comparison are accessible (${lang}, ${theme})`, () =>
      visit(browser, "/", options, async ({ page }) => {
        const judge = async (where) => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
          const found = await page.evaluate(async (values) => {
            const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
            return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
          }, tags);
          same(found, [], where);
        };
        await twoSteps(page);
        await page.getByTestId("history").click();
        await page.locator("#version-name-step").fill("1");
        await page.keyboard.press("Enter");
        await page.getByTestId("note").waitFor();
        await page.getByTestId("undo").click();
        await page.getByTestId("history").click();
        await page.locator(".steps .undone").waitFor();
        await judge("steps");
        await page.keyboard.press("Escape");
        const later = Date.now();
        const all = { plans: {}, texts: {} };
        for (let n = 0; n < 7; n += 1) {
          const { plans: plan, texts } = first(`p-${n}`, `Estate ${n}`, later - n * 86_400_000);
          Object.assign(all.plans, plan);
          if (n > 1) Object.assign(all.texts, texts);
        }
        all.plans["p-3"].goneAt = later;
        all.plans["p-4"].form = 99;
        await store(page, all);
        await reload(page);
        await go(page, "#/files");
        await page.locator(".deleted-plans summary").click();
        await judge("lists");
        await page.locator(".versions .plan-row").click();
        await page.getByRole("dialog").waitFor();
        await judge("comparison");
      }));
  }

  await step("five hundred plans are listed, filtered and ordered without delay", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      const all = { plans: {}, texts: {} };
      for (let n = 0; n < 500; n += 1) {
        const { plans: plan, texts } = first(`p-${n}`, `Estate ${n}`, Date.now() - n * 3_600_000);
        Object.assign(all.plans, plan);
        Object.assign(all.texts, texts);
      }
      await store(page, all);
      await reload(page);
      await go(page, "#/files");
      same(await plans(page).count(), 50, "plans at first");
      await page.locator("#plans-filter").fill("estate 49");
      await until(page, () => document.querySelectorAll(".plans-part .my-plans > li").length === 11);
      await page.locator("#plans-filter").fill("");
      await page.locator("#plans-sort").selectOption("name");
      await until(page, () => document.querySelector(".my-plans b").textContent === "Estate 0");
      await page.getByRole("button", { name: "Show all 500 plans" }).click();
      await until(page, () => document.querySelectorAll(".plans-part .my-plans > li").length === 500);
    }));
});

/** Opens the starter pair without waiting until it is kept. */
async function openPairUnsaved(page) {
  await go(page, "#/files");
  await page.getByTestId("example-hangzhou-shanghai").click();
}
