// The planner's frame: what is selected in all views, the search, the outline of a large plan, the first picture
// before the module is there, printing, and every panel toggled against every other.

import { site, step, visit, withBrowser } from "./lib.mjs";
import { estate, go, openExample, openText, ready } from "./views.mjs";

const same = (actual, expected, what) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
};
const phone = { viewport: { width: 390, height: 844 } };
const inspector = (page) => page.getByTestId("inspector");
const hash = (page, to) => page.waitForFunction((wanted) => location.hash === wanted, to);
const options = (page) => page.getByRole("option");
const asked = (page) => page.getByRole("combobox", { name: /^(Search|搜索)/ });
const active = (page) => asked(page).evaluate((field) =>
  document.getElementById(field.getAttribute("aria-activedescendant"))?.textContent ?? "");

await withBrowser(async (browser) => {
  await step("what is selected in one view is selected in all, and stands beside them", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "broken-pair");
      await go(page, "#/findings/error");
      await page.getByRole("navigation", { name: "Outline" }).getByRole("link", { name: /erp-second/ }).click();
      await hash(page, "#/findings/error/m-second");
      await inspector(page).getByTestId("finding").first().waitFor();
      same(await page.getByTestId("findings").isVisible(), true, "the list is still there");
      // Edits beside the list are edits.
      await inspector(page).getByTestId("mirror-region").selectOption("cn-beijing");
      await page.getByTestId("undo").click();
      for (const view of ["encryption", "plan", "text", "files"]) {
        await page.locator(`.tabs > a[href^="#/${view}"]`).click();
        await hash(page, `#/${view}/m-second`);
      }
      await go(page, "#/findings/all/m-second");
      await page.reload({ waitUntil: "load" });
      await page.waitForSelector("main[aria-busy=false]");
      await inspector(page).getByText("erp-second").first().waitFor();
      await inspector(page).getByRole("link", { name: "Clear the selection" }).click();
      await inspector(page).waitFor({ state: "detached" });
      await hash(page, "#/findings");
    }));

  await step("on a phone what is selected is a line that leads to its form", () =>
    visit(browser, "/", phone, async ({ page }) => {
      await ready(page);
      await openExample(page, "broken-pair");
      await go(page, "#/encryption/m-second");
      same(await inspector(page).getByTestId("mirror-region").isVisible(), false, "form in the view");
      await inspector(page).getByRole("link", { name: /erp-second/ }).click();
      await hash(page, "#/plan/m-second");
      await page.getByTestId("mirror-region").waitFor();
    }));

  await step("search by the keyboard: both languages, sounds, arrows, Enter, Escape", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "three-vaults");
      await go(page, "#/plan/v-erp");
      await page.locator("#field-name").focus();
      await page.keyboard.press("Control+k");
      await asked(page).waitFor();
      same(await asked(page).evaluate((field) => field === document.activeElement), true, "the field has the focus");
      for (const words of ["jing", "镜像", "mirror"]) {
        await asked(page).fill(words);
        await options(page).filter({ hasText: "Create mirror" }).waitFor();
        await options(page).filter({ hasText: "[COPY]-erp-main" }).waitFor();
      }
      await asked(page).fill("加密");
      await page.keyboard.press("Enter");
      await hash(page, "#/encryption/v-erp");
      await page.getByRole("dialog").waitFor({ state: "detached" });

      await page.keyboard.press("Control+k");
      await asked(page).fill("erp");
      const first = await active(page);
      await page.keyboard.press("ArrowDown");
      const second = await active(page);
      if (first === second || !second) throw new Error(`ArrowDown moves from ${first} to ${second}`);
      same(await options(page).and(page.locator("[aria-selected=true]")).textContent(), second, "the chosen one");
      await page.keyboard.press("ArrowUp");
      same(await active(page), first, "ArrowUp");
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.keyboard.press("Control+k");
      same(await asked(page).inputValue(), "", "what was asked before");
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }));

  await step("search by the mouse, and a word that is composed chooses nothing", () =>
    visit(browser, "/", { lang: "zh" }, async ({ page, context }) => {
      await ready(page);
      await openExample(page, "three-vaults");
      await page.getByTestId("search").click();
      await asked(page).waitFor();
      const keys = await context.newCDPSession(page);
      await keys.send("Input.imeSetComposition", { text: "beijing", selectionStart: 7, selectionEnd: 7 });
      // The key that ends a composition belongs to the input method.
      await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", windowsVirtualKeyCode: 229 });
      same(await page.getByRole("dialog").count(), 1, "dialogs while a word is composed");
      await keys.send("Input.insertText", { text: "北京" });
      await options(page).filter({ hasText: "设计资料" }).click();
      await page.waitForFunction(() => location.hash.startsWith("#/plan/"));
      await page.locator("h1", { hasText: "设计资料" }).waitFor();
      await page.keyboard.press("?");
      await page.getByRole("dialog").getByText("Ctrl").first().waitFor();
      await page.keyboard.press("Escape");
    }));

  await step("the keys for findings go from one to the next", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    await openExample(page, "broken-pair");
    await go(page, "#/plan");
    const at = () => page.evaluate(() => document.activeElement.dataset.at ?? "");
    const seen = [];
    for (let round = 0; round < 4; round += 1) {
      const before = await at();
      await page.keyboard.press("F8");
      await page.waitForFunction((old) => (document.activeElement.dataset.at ?? old) !== old, before);
      seen.push(await at());
    }
    same(seen[3], seen[0], "round of three findings");
    same(new Set(seen).size, 3, "findings that were gone to");
  }));

  await step("an outline of 10,000 vaults: few rows are drawn, all are reached", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      const text = estate(10_000);
      const { vaults, mirrors } = JSON.parse(text);
      await openText(page, text);
      const rows = page.locator(".side-place .rows");
      const number = await rows.locator("li").count();
      if (number > 200) throw new Error(`${number} rows are drawn`);
      const last = rows.getByRole("link", { name: "vault 9997" });
      same(await last.count(), 0, "a row far below");
      // What is selected is scrolled to.
      await go(page, "#/plan/v-9997");
      await last.waitFor();
      await last.and(page.locator("[aria-current]")).waitFor();
      await page.waitForFunction(() => {
        const { top, bottom } = document.querySelector(".side-place [aria-current]").getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      });
      // The keyboard goes on where rows were not drawn a moment ago.
      const place = () => page.evaluate(() => Number(document.activeElement.closest("li")?.ariaPosInSet));
      await last.focus();
      const from = await place();
      for (let presses = 0; presses < 60; presses += 1) await page.keyboard.press("Shift+Tab");
      same(await place(), from - 60, "row after 60 stops");
      same(await page.evaluate(() => document.activeElement.closest("li").ariaSetSize),
        String([...vaults, ...mirrors].filter(({ region }) => region === "cn-shanghai").length), "rows of the region");
      // Closed groups leave no rows.
      const group = rows.getByRole("button", { name: /Hangzhou/ });
      await group.click();
      same(await group.getAttribute("aria-expanded"), "false", "closed");
      await group.click();
    }));

  await step("a first picture before the module is there, and nothing that is drawn moves", async () => {
    for (const [size, settings] of [["wide", {}], ["phone", phone]]) {
      const setup = async (context) => {
        await context.addInitScript(() => {
          window.shifts = [];
          new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => ({
            value: entry.value,
            what: entry.sources.map(({ node }) => node?.parentElement?.className ?? String(node?.nodeName)),
          })))).observe({ type: "layout-shift", buffered: true });
        });
        await context.route("**/*.wasm", async (route) => {
          await new Promise((done) => setTimeout(done, 600));
          await route.continue();
        });
      };
      await step(size, () => visit(browser, "/", { ...settings, setup }, async ({ page }) => {
        const look = async (what) => {
          await page.locator("#skeleton").waitFor({ timeout: 5_000 });
          await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
          same(await page.locator("main").count(), 0, "the module is not there yet");
          const words = await page.locator("#skeleton").innerText();
          same(words.includes("Plan backups that survive a region"), what === "nothing is open", `it greets, ${what}`);
          same(words.includes("规划"), false, "the other language");
          await page.waitForSelector("main[aria-busy=false]");
          same(await page.locator("#skeleton").count(), 0, "skeletons");
          await page.waitForTimeout(400);
          same(await page.evaluate(() => window.shifts), [], `what moved, ${what}`);
        };
        await look("nothing is open");
        await openExample(page, "broken-pair");
        for (const place of ["#/plan", "#/findings/all/m-second", "#/text"]) {
          await go(page, place);
          await page.reload({ waitUntil: "commit" });
          await look(place);
        }
      }));
    }
  });

  await step("a module that does not come is said in place of the skeleton", async () => {
    const context = await browser.newContext();
    await context.route("**/*.wasm", (route) => route.abort());
    const page = await context.newPage();
    await page.goto(site, { waitUntil: "load" });
    await page.locator("#boot-failed").waitFor();
    same(await page.locator("#skeleton").count(), 0, "skeletons");
    await context.close();
  });

  await step("on paper stands the view alone", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    await openExample(page, "broken-pair");
    await go(page, "#/findings/all/m-second");
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".side", ".tabs", ".foot", "[data-testid=inspector]", "[data-testid=undo]", ".fixes"]) {
      same(await page.locator(hidden).first().isVisible(), false, `${hidden} is printed`);
    }
    same(await page.getByTestId("finding").first().isVisible(), true, "findings are printed");
    same(await page.locator(".plan-name").isVisible(), true, "the plan's name is printed");
    // Nothing is cut off by a part that scrolls.
    const cut = await page.evaluate(() => [...document.querySelectorAll("main, main *")]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).overflowY !== "visible"
        && element.scrollHeight > element.clientHeight + 1 && !["SELECT", "INPUT"].includes(element.tagName)
        && !element.classList.contains("away"))
      .map((element) => element.className));
    same(cut, [], "parts that are cut off");
    const pages = await page.pdf({ format: "A4" });
    if (pages.length < 5_000) throw new Error(`a document of ${pages.length} bytes`);
  }));

  await step("every panel against every other", async () => {
    for (const [size, settings] of [["wide", {}], ["phone", phone]]) {
      await step(size, () => visit(browser, "/", settings, ({ page }) => toggle(page, size === "phone")));
    }
  });
});

/** Goes from each panel to each other: the page must live on, and say where it is. */
async function toggle(page, narrow) {
  await ready(page);
  await openExample(page, "three-vaults");
  // Beside the plan there are a draft and an import that speaks.
  const places = [];
  for (const id of ["", "/v-erp", "/m-office", "/nobody"]) {
    await go(page, `#/plan${id}`);
    // Their own tab shows the whole again; the others keep what is selected.
    const links = await page.locator(".tabs a").evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute("href")));
    places.push(`#/plan${id}`, ...links.slice(1));
  }
  places.push("#/plan/v-design/mirror", "#/findings/passed/v-erp", "#/findings/undecided");
  places.splice(0, places.length, ...new Set(places));
  const press = (keys) => page.keyboard.press(keys);
  const panels = {
    search: () => press("Control+k"),
    escape: () => press("Escape"),
    keys: () => press("?"),
    language: () => page.evaluate(() => document.querySelector("[data-testid=language]").click()),
    theme: () => page.evaluate(() => document.querySelectorAll(".theme-menu .menu-row, .menu-group .menu-row").forEach((row) => row.click())),
    menus: () => page.evaluate(() => document.querySelectorAll("header details.menu, .tabs details").forEach((menu) => {
      menu.open = !menu.open;
    })),
    groups: () => page.evaluate(() => document.querySelectorAll(".group-head[aria-expanded]").forEach((head) => head.click())),
    undo: () => press("Control+z"),
    redo: () => press("Control+Shift+z"),
    finding: () => press("F8"),
    draft: async () => {
      await page.evaluate(() => {
        location.hash = "#/text";
      });
      const area = page.getByTestId("plan-text");
      await area.waitFor({ timeout: 5_000 });
      await area.fill("{ ");
    },
    add: () => page.evaluate(() => document.querySelector("[data-testid=add-vault]")?.click()),
    remove: () => page.evaluate(() => document.querySelector("main [data-testid=delete]")?.click()),
    drag: () => page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(["x"], "x.json"));
      document.body.dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer: data }));
    }),
    undrag: () => page.evaluate(() => document.body.dispatchEvent(new DragEvent("dragleave", { bubbles: true }))),
  };
  if (narrow) panels.outline = () => page.evaluate(() => document.querySelector(".sheet-bar .btn")?.click());
  const shown = (place) => page.evaluate((to) => new Promise((done, fail) => {
    location.hash = to;
    const begun = performance.now();
    const look = () => {
      if (document.querySelector(".frame")?.dataset.view === to) return done();
      if (performance.now() - begun > 5_000) return fail(new Error(`the page does not come to ${to}`));
      return requestAnimationFrame(look);
    };
    look();
  }), place);
  // A dialog may come a moment after what asked for it.
  const close = () => page.evaluate(async () => {
    const dialog = () => document.querySelector("dialog");
    for (let tries = 0; tries < 400 && dialog(); tries += 1) {
      document.querySelector("dialog[open]")?.dispatchEvent(new Event("cancel", { cancelable: true }));
      await new Promise((done) => setTimeout(done, 25));
    }
    if (dialog()) throw new Error(`a dialog stays: ${dialog().outerHTML.slice(0, 300)}`);
  });
  // There and back: each way once.
  for (const [index, from] of (narrow ? [] : places).entries()) {
    await shown(from);
    for (const to of places.slice(index + 1)) {
      await shown(to);
      await shown(from);
    }
  }
  const names = Object.keys(panels);
  for (const first of names) {
    for (const second of names) {
      await close();
      await shown(places[(names.indexOf(first) * names.length + names.indexOf(second)) % places.length]);
      await panels[first]();
      await panels[second]();
    }
  }
  await close();
  await shown("#/plan");
  // It still counts, judges and draws.
  await page.getByTestId("add-vault").first().evaluate((button) => button.click());
  await page.waitForFunction(() => location.hash.startsWith("#/plan/v"));
  same(new URL(page.url()).origin, site, "origin");
}
