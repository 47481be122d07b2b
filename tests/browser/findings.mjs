// Looking through the findings: group, filter, see what a fix changes, mend all at once, take it back, set aside,
// compare editions. Once with the keyboard alone.

import { step, visit, withBrowser } from "./lib.mjs";
import { go, openExample, openText, ready } from "./views.mjs";

const same = (actual, expected, what) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
};
const count = async (page, kind) => Number(await page.getByTestId(`summary-${kind}`).getAttribute("data-count"));
const cards = (page) => page.getByTestId("findings").getByTestId("finding");
const card = (page, rule) => page.getByTestId("findings").locator(`[data-testid=finding][data-rule=${rule}]`);
const hash = (page) => page.evaluate(() => location.hash);
const active = (page) => page.evaluate(() => {
  const { id, dataset } = document.activeElement;
  return dataset.testid ?? id;
});
const errorsAre = (page, number) => page.waitForFunction((n) =>
  document.querySelector("[data-testid=summary-errors]").dataset.count === String(n), number);

/** Opens a plan as text. */
async function openPlan(page, plan) {
  await openText(page, JSON.stringify({ format: "vaultplan/1", ...plan }));
  await go(page, "#/findings");
  await page.getByTestId("findings").waitFor();
}

const SAME = "mirror-same-region";
const pairs = {
  name: "Pairs",
  vaults: [
    { id: "v", name: "erp", region: "cn-hangzhou" },
    { id: "w", name: "crm", region: "cn-hangzhou" },
    { id: "x", region: "cn-hangzhou" },
  ],
  mirrors: [
    { id: "m", source: "v", region: "cn-hangzhou", schedule: "I|1771545600|P7D" },
    { id: "n", source: "w", region: "cn-hangzhou", schedule: "I|1771545600|P7D" },
  ],
};

await withBrowser(async (browser) => {
  await step("the list: groups, filters and sort are choices with a link of their own", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openPlan(page, pairs);
      const all = await cards(page).count();
      await page.getByTestId("find-group").selectOption("rule");
      await page.waitForFunction(() => location.hash === "#/findings?group=rule");
      same(await cards(page).count(), all, "cards by rule");
      const group = page.locator(".group", { has: page.locator(`[data-testid=finding][data-rule=${SAME}]`) });
      same(await group.getByTestId("finding").count(), 2, "cards of one rule");
      await page.getByTestId("find-category").selectOption("mirror");
      await page.waitForFunction(() => location.hash.includes("category=mirror"));
      const some = await cards(page).count();
      if (!(some > 0 && some < all)) throw new Error(`${some} of ${all} cards are about mirrors`);
      await page.getByTestId("find-text").pressSequentially("crm");
      await page.waitForFunction(() => document.querySelectorAll("[data-testid=findings] [data-testid=finding]").length === 1);
      same(await page.getByTestId("find-text").inputValue(), "crm", "what was typed");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash.endsWith("text=crm"));
      const link = await hash(page);
      await page.getByRole("link", { name: "Clear the filters" }).click();
      same(await cards(page).count(), all, "cards without filters");
      await page.goBack();
      await page.waitForFunction((to) => location.hash === to, link);
      same(await cards(page).count(), 1, "cards after going back");
      same(await page.getByTestId("find-text").inputValue(), "crm", "text after going back");
    }));

  await step("a fix: its difference in words and glyphs, applied, undone at once", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openPlan(page, pairs);
      const first = card(page, SAME).first();
      await first.getByTestId("preview").first().click();
      const difference = first.getByTestId("difference");
      const text = await difference.textContent();
      for (const piece of ["removed:", "added:", '"region": "cn-hangzhou"', "−", "+"]) {
        if (!text.includes(piece)) throw new Error(`the difference lacks ${piece}: ${text}`);
      }
      same(await difference.locator(".gone").count(), await difference.locator(".new").count(), "lines");
      const before = await count(page, "errors");
      await first.getByTestId("fix").first().click();
      await errorsAre(page, before - 1);
      same(await active(page), "undo-fix", "focus after a fix");
      await page.keyboard.press("Enter");
      await errorsAre(page, before);
      await page.getByTestId("undo-fix").waitFor({ state: "detached" });
    }));

  await step("all safe fixes are one step", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    await openPlan(page, pairs);
    const all = await cards(page).count();
    const label = await page.getByTestId("mend-all").textContent();
    const number = Number(label.match(/\d+/)[0]);
    if (number < 2) throw new Error(`${label}: too few to be worth a button`);
    await page.getByTestId("mend-all").click();
    await page.getByTestId("mend-all").waitFor({ state: "detached" });
    const step = await page.getByTestId("undo").getAttribute("aria-label");
    if (!/apply \d+ safe fixes/.test(step)) throw new Error(`the step is called ${step}`);
    await page.getByTestId("undo-fix").click();
    same(await cards(page).count(), all, "cards after undo");
    await page.getByText("Mend rule by rule").click();
    const before = await count(page, "errors");
    await page.locator(`[data-testid=mend-rule][data-rule=${SAME}]`).click();
    await errorsAre(page, before - 2);
    await page.getByTestId("undo-fix").click();
    await errorsAre(page, before);
  }));

  await step("set aside with a reason, judged again; what is over is a finding", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openPlan(page, pairs);
      const before = await count(page, "errors");
      const ask = card(page, SAME).first().getByTestId("suppress");
      await ask.click();
      const dialog = page.getByRole("dialog");
      await dialog.getByTestId("set-aside-do").click();
      await dialog.getByText("Give a reason").waitFor();
      same(await active(page), "aside-reason", "focus");
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await ask.click();
      await dialog.locator("#aside-reason").fill("a lab");
      await dialog.locator("#aside-owner").fill("ops");
      await dialog.locator("#aside-until").fill("2099-12-31");
      await dialog.getByTestId("set-aside-do").click();
      await errorsAre(page, before - 1);
      const aside = page.getByTestId("set-aside");
      const said = await aside.textContent();
      for (const piece of ["a lab", "ops", "2099-12-31", "1 finding set aside"]) {
        if (!said.includes(piece)) throw new Error(`what is set aside lacks ${piece}: ${said}`);
      }
      await aside.getByRole("button", { name: "Judge it again" }).click();
      await errorsAre(page, before);
      await aside.waitFor({ state: "detached" });

      await card(page, SAME).first().getByTestId("severity").click();
      await dialog.locator("[data-severity=off]").click();
      await card(page, SAME).first().waitFor({ state: "detached" });
      await aside.getByText("switched off").waitFor();

      const until = "2020-01-01T00:00:00Z";
      const settings = { suppressions: [{ rule: SAME, reason: "a lab", until }] };
      await openPlan(page, { ...pairs, settings });
      await card(page, "suppression-expired").waitFor();
      same(await card(page, SAME).count(), 2, "findings whose suppression is over");
    }));

  await step("editions: the line beside the choice, the differences, a switch that can be undone", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openPlan(page, pairs);
      const line = page.locator(".top").getByTestId("other-edition").first();
      const said = await line.textContent();
      if (!/since 2026/.test(said)) throw new Error(`the other edition is not named: ${said}`);
      await line.click();
      await page.waitForFunction(() => location.hash === "#/findings?with=replication-target");
      const number = (id) => page.getByTestId(id).locator("h2 .number").textContent();
      await page.getByTestId("compare-with").selectOption("hbr-2019");
      await page.waitForFunction(() => location.hash === "#/findings?with=hbr-2019");
      await page.getByTestId("differences").waitFor();
      const [gone, added] = [await number("gone"), await number("added")];
      if (gone === "0" && added === "0") throw new Error("editions six years apart say the same");
      await page.getByTestId("switch-edition").click();
      await page.waitForFunction(() => location.hash === "#/findings?with=mirror-vault");
      same(await page.locator("#edition").inputValue(), "hbr-2019", "edition");
      same([await number("gone"), await number("added")], [added, gone], "the other way round");
      await page.getByTestId("undo-fix").click();
      same(await page.locator("#edition").inputValue(), "mirror-vault", "edition after undo");
    }));

  await step("why, for a finding and for a pass; and the way to the field", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "broken-pair");
      await go(page, "#/findings");
      const first = card(page, SAME).first();
      await first.getByTestId("why").click();
      const evidence = await first.getByTestId("evidence").textContent();
      for (const piece of ["region", '"cn-hangzhou"', "without it:"]) {
        if (!evidence.includes(piece)) throw new Error(`the evidence lacks ${piece}: ${evidence}`);
      }
      await first.getByTestId("to-field").click();
      await page.waitForFunction(() => document.activeElement.dataset.spot === "/mirrors/0/region");
      await go(page, "#/findings/passed");
      await page.getByTestId("who-passes").first().click();
      await page.locator(".subjects").getByTestId("why").first().click();
      await page.getByTestId("evidence").waitFor();
    }));

  await step("changes in order", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    const [vault] = pairs.vaults;
    await openPlan(page, {
      vaults: [vault],
      mirrors: [{ id: "m", source: "v", region: "cn-shanghai" }],
      changes: [{ do: "delete", object: "v" }],
    });
    await go(page, "#/plan");
    await page.getByTestId("take-order").click();
    await page.getByTestId("take-order").waitFor({ state: "detached" });
    const steps = await page.getByTestId("order").locator("ol > li").allTextContents();
    same(steps.length, 2, "steps");
    if (!steps[1].includes("after step 1")) throw new Error(`no reason: ${steps[1]}`);
    await page.getByTestId("undo-fix").click();
    await page.getByTestId("take-order").waitFor();
  }));

  await step("the keyboard alone", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    await openPlan(page, pairs);
    const before = await count(page, "errors");
    const tabTo = async (testid) => {
      for (let presses = 0; presses < 200; presses += 1) {
        await page.keyboard.press("Tab");
        if ((await active(page)) === testid) return;
      }
      throw new Error(`not reached by Tab: ${testid}`);
    };
    await tabTo("preview");
    await page.keyboard.press("Enter");
    await page.getByTestId("difference").waitFor();
    same(await active(page), "preview", "focus after the preview");
    await tabTo("suppress");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    for (let presses = 0; (await active(page)) !== "aside-reason"; presses += 1) {
      if (presses > 20) throw new Error("the reason is not reached by Tab");
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("a lab");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    same(await active(page), "undo-fix", "focus after setting aside");
    await page.keyboard.press("Enter");
    await errorsAre(page, before);
  }));
});
