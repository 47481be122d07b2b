// The forms of the Plan view: a plan built by keys alone, ids renamed with what names them, what deleting breaks,
// schedules in words, tables that are edited cell by cell, mirrors for several vaults, words that are composed.

import { step, visit, withBrowser } from "./lib.mjs";
import { go, openText, ready } from "./views.mjs";

const same = (actual, expected, what) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
};
const steps = (page) => page.getByTestId("undo").getAttribute("aria-label");
const undo = (page) => page.getByTestId("undo").click();
const hash = (page, to) => page.waitForFunction((wanted) => location.hash === wanted, to);

/** The plan as the text view shows it. */
async function plan(page) {
  const here = await page.evaluate(() => location.hash);
  await go(page, "#/text");
  const text = await page.getByTestId("plan-text").inputValue();
  await go(page, here);
  return JSON.parse(text);
}

/** Tabs until the focus is on an element of a selector. */
async function tabTo(page, selector, key = "Tab") {
  for (let presses = 0; presses < 250; presses += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`not reached by ${key}: ${selector}`);
}

const estate = JSON.stringify({
  format: "vaultplan/1",
  name: "Forms",
  keys: [{ id: "k1", alias: "alias/erp", region: "cn-hangzhou" }, { id: "k2", alias: "alias/sh", region: "cn-shanghai" }],
  vaults: [
    { id: "v1", name: "erp", region: "cn-hangzhou", encryption: "KMS", kmsKey: "alias/erp" },
    { id: "v2", name: "files", region: "cn-hangzhou" },
    { id: "v3", name: "old", region: "cn-hangzhou", type: "ARCHIVE" },
    { id: "v4", name: "shanghai", region: "cn-shanghai" },
  ],
  mirrors: [{ id: "m1", source: "v1", region: "cn-shanghai", encryption: "KMS", kmsKey: "alias/sh" }],
  sources: [{ id: "s1", name: "erp files", type: "ECS_FILE", vault: "v1", region: "cn-hangzhou" }],
  policies: [{ id: "p1", name: "daily", sources: ["s1"], rules: [{ type: "BACKUP", vault: "v1", retentionDays: 30 }] }],
  restores: [{ id: "r1", name: "drill", source: "s1", from: "m1", to: { region: "cn-shanghai" } }],
});

await withBrowser(async (browser) => {
  const opened = (work) => visit(browser, "/", {}, async (given) => {
    await ready(given.page);
    await openText(given.page, estate);
    await work(given);
  });

  await step("a plan is built by keys alone: source, client, policy with two rules, restore, key, change", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openText(page, JSON.stringify({
        format: "vaultplan/1", vaults: [{ id: "v1", name: "erp", region: "cn-hangzhou" }],
      }));
      const keys = page.keyboard;
      const add = async (kind, first) => {
        await tabTo(page, ".row.home", "Shift+Tab");
        await keys.press("Enter");
        await hash(page, "#/plan");
        await tabTo(page, `main [data-testid=${kind}] [data-testid=add]`);
        await keys.press("Enter");
        await page.waitForFunction((id) => document.activeElement?.id === id, first);
      };
      const name = async (text) => {
        await keys.press("Control+a");
        await keys.type(text);
      };
      await add("client", "field-name");
      await name("erp host");
      await tabTo(page, "#field-vault");
      await keys.type("erp");
      await add("source", "field-name");
      await name("erp files");
      await tabTo(page, "#field-client");
      await keys.type("erp host");
      await tabTo(page, "#field-objectives-rpoMinutes");
      await keys.type("60");
      await add("policy", "field-name");
      await name("hourly");
      await tabTo(page, "#field-sources-add");
      await keys.type("erp files");
      await tabTo(page, "#field-rules-0-schedule");
      await keys.press("Control+a");
      await keys.type("PT1H");
      await tabTo(page, "#field-rules-add");
      await keys.press("Enter");
      await page.locator("#field-rules-1-type").waitFor();
      await tabTo(page, "#field-rules-1-type", "Shift+Tab");
      await keys.type("Repl");
      await page.locator("#field-rules-1-replicationRegion").waitFor();
      await tabTo(page, "#field-rules-1-replicationRegion");
      await keys.type("China (Shang");
      await add("key", "field-alias");
      await keys.type("alias/erp");
      await tabTo(page, "#field-region");
      await keys.type("China (Hang");
      await add("restore", "field-name");
      await name("drill");
      await tabTo(page, "#field-to-region");
      await keys.type("China (Hang");
      await add("change", "field-do");
      await keys.type("Delete");
      await tabTo(page, "#field-object");
      await keys.type("hourly");
      await tabTo(page, ".row.home", "Shift+Tab");
      const built = await plan(page);
      same(built.clients[0].vault, "v1", "the client's vault");
      const [source] = built.sources;
      same([source.name, source.client, source.vault], ["erp files", built.clients[0].id, "v1"], "the source");
      same(source.objectives, { rpoMinutes: 60 }, "its objectives");
      const [policy] = built.policies;
      same([policy.sources, policy.rules.length], [[source.id], 2], "the policy");
      same(policy.rules[0].schedule.replace(/\d{9,}/, "t"), "I|t|PT1H", "its schedule");
      same([policy.rules[1].type, policy.rules[1].replicationRegion], ["REPLICATION", "cn-shanghai"], "its second rule");
      same([built.keys[0].alias, built.keys[0].region], ["alias/erp", "cn-hangzhou"], "the key");
      same(built.restores[0].to, { region: "cn-hangzhou" }, "the restore");
      same([built.changes[0].do, built.changes[0].object], ["delete", policy.id], "the change");
    }));

  await step("an id is renamed wherever it is named, in one step; one that is taken is refused", () =>
    opened(async ({ page }) => {
      await go(page, "#/plan/v1");
      const before = await plan(page);
      await page.locator("#field-id").fill("v2");
      await page.locator("#field-id").blur();
      await page.getByText("Another object has this ID").waitFor();
      same(await plan(page), before, "the plan");
      await go(page, "#/plan/v1");
      await page.locator("#field-id").fill("erp-vault");
      await page.locator("#field-id").blur();
      await hash(page, "#/plan/erp-vault");
      const after = await plan(page);
      const named = [after.mirrors[0].source, after.sources[0].vault, after.policies[0].rules[0].vault];
      same(named, ["erp-vault", "erp-vault", "erp-vault"], "what names it");
      await undo(page);
      same(await plan(page), before, "the plan after undo");
    }));

  await step("deleting says what names the object and what breaks; alone or with the rest; undone in one step", () =>
    opened(async ({ page }) => {
      const before = await plan(page);
      await go(page, "#/plan/v1");
      await page.getByTestId("delete").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("erp files").first().waitFor();
      await dialog.getByText("goes with it").first().waitFor();
      await dialog.getByText("loses it").first().waitFor();
      await dialog.getByText(/new finding/).first().waitFor();
      await page.getByTestId("delete-alone").click();
      same((await plan(page)).mirrors.length, 1, "mirrors after it went alone");
      await undo(page);
      same(await plan(page), before, "the plan after undo");
      await go(page, "#/plan/v1");
      await page.getByTestId("delete").click();
      await page.getByTestId("confirm-delete").click();
      const after = await plan(page);
      same([after.mirrors, after.restores, after.sources[0].vault], [undefined, undefined, undefined], "what hung on it");
      await undo(page);
      same(await plan(page), before, "the plan after undo");
    }));

  await step("what cannot be chosen is listed with the reason, after what can", () =>
    opened(async ({ page }) => {
      await go(page, "#/plan/s1");
      const options = await page.locator("#field-vault option").evaluateAll((all) =>
        all.map((option) => [option.value, option.disabled, option.textContent.includes(" — ")]));
      const of = (id) => options.findIndex(([value]) => value === id);
      same(options[of("v2")], ["v2", false, false], "a vault that fits");
      same(options[of("v4")], ["v4", true, true], "a vault of another region");
      if (of("v4") < of("v2")) throw new Error("what fits does not come first");
      await go(page, "#/plan/v1");
      const keys = await page.locator("#field-kmsKey-pick option").evaluateAll((all) =>
        all.map((option) => [option.value, option.disabled]));
      same(keys, [["alias/erp", false], ["alias/sh", true]], "keys");
    }));

  await step("a schedule is a sentence with its next runs, and a bad one is explained while it is typed", () =>
    opened(async ({ page }) => {
      await go(page, "#/plan/p1");
      const field = page.locator("#field-rules-0-schedule");
      const said = page.locator(".schedule-says").first();
      await page.locator("#field-rules-0-schedule-rhythm").selectOption("0 0 2 ? * 2-6");
      await said.getByText("At 02:00, Monday to Friday").waitFor();
      same(await said.locator(".runs li").count(), 4, "next runs");
      const before = await steps(page);
      await field.fill("0 0 25 ? * 2-6");
      await said.getByText("hours: 25").waitFor();
      same(await steps(page), before, "steps while it is typed");
      same(await field.inputValue(), "0 0 25 ? * 2-6", "what is typed stays");
      await field.fill("0 30 4 ? * 2-6");
      await said.getByText("At 04:30").waitFor();
      await field.blur();
      await page.getByRole("button", { name: "中文" }).click();
      await said.getByText("周一至周五 04:30").waitFor();
    }));

  await step("rules of a policy are added, moved and taken out by buttons", () =>
    opened(async ({ page }) => {
      await go(page, "#/plan/p1");
      await page.locator("#field-rules-add").click();
      await page.locator("#field-rules-1-type").selectOption("REPLICATION");
      await page.getByRole("button", { name: "Move Rule 2 up" }).click();
      same((await plan(page)).policies[0].rules.map((rule) => rule.type), ["REPLICATION", "BACKUP"], "rules");
      await page.getByRole("button", { name: "Remove Rule 1" }).click();
      same((await plan(page)).policies[0].rules.map((rule) => rule.type), ["BACKUP"], "rules");
    }));

  await step("findings of what is typed appear after a pause, and nothing is taken over", () =>
    opened(async ({ page }) => {
      await go(page, "#/plan/p1");
      const before = await steps(page);
      await page.locator("#field-name").fill("daily ".repeat(20));
      await page.locator(".while-typing p").first().waitFor();
      same(await steps(page), before, "steps");
      await page.locator("#field-name").fill("daily");
      await page.locator("#field-name").blur();
      await page.locator(".while-typing p").first().waitFor({ state: "detached" });
    }));

  await step("a word that is composed in a field is nothing until it is whole", () =>
    opened(async ({ page, context }) => {
      await go(page, "#/plan/s1");
      const keys = await context.newCDPSession(page);
      const before = await steps(page);
      await page.locator("#field-name").focus();
      await page.keyboard.press("Control+a");
      for (const text of ["c", "ce", "ceshi"]) {
        await keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      }
      // Longer than a pause in typing.
      await page.waitForTimeout(800);
      same(await steps(page), before, "steps while it is composed");
      await keys.send("Input.insertText", { text: "测试" });
      same(await page.locator("#field-name").inputValue(), "测试", "name before it is left");
      await page.locator("#field-name").blur();
      await page.locator("h1", { hasText: "测试" }).waitFor();
      same((await plan(page)).sources[0].name, "测试", "name");
    }));

  await step("three vaults are edited at once, cell by cell and from a spreadsheet, by keys", () =>
    opened(async ({ page }) => {
      const before = await plan(page);
      await go(page, "#/plan/*vault");
      const keys = page.keyboard;
      await tabTo(page, "#cell-0-0");
      for (let row = 0; row < 3; row += 1) {
        await keys.press("Space");
        await keys.press("ArrowDown");
      }
      await page.getByText("3 rows selected").waitFor();
      await page.locator("#apply-field").selectOption("status");
      await page.locator("#apply-value").selectOption("ERROR");
      await page.getByTestId("apply").click();
      same((await plan(page)).vaults.map((vault) => vault.status), ["ERROR", "ERROR", "ERROR", undefined], "status");
      await undo(page);
      same(await plan(page), before, "the plan after undo");

      // The name of the second vault.
      await go(page, "#/plan/*vault");
      await page.locator("#cell-0-2").click();
      await keys.press("ArrowDown");
      await page.waitForFunction(() => document.activeElement?.id === "cell-1-2");
      await keys.press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "cell-edit");
      await keys.press("Control+a");
      await keys.type("documents");
      await keys.press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "cell-2-2");
      same((await plan(page)).vaults.map((vault) => vault.name), ["erp", "documents", "old", "shanghai"], "names");
      await keys.press("Enter");
      await keys.type("never");
      await keys.press("Escape");
      same((await plan(page)).vaults[2].name, "old", "a name that was left");

      await go(page, "#/plan/*vault");
      await page.locator("#cell-0-2").click();
      const text = "a\tcn-beijing\nb\tChina (Beijing)\n";
      await page.locator("#cell-0-2").evaluate((cell, given) => {
        const data = new DataTransfer();
        data.setData("text/plain", given);
        cell.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
      }, text);
      await page.getByText("4 cells taken over.").waitFor();
      const pasted = (await plan(page)).vaults.slice(0, 2).map((vault) => [vault.name, vault.region]);
      same(pasted, [["a", "cn-beijing"], ["b", "cn-beijing"]], "pasted");
    }));

  await step("mirrors for several vaults are one step; what may have none says why", () =>
    opened(async ({ page }) => {
      await go(page, "#/plan/*mirrors");
      const before = await plan(page);
      await page.getByText("a mirror of an archive vault").waitFor();
      await page.getByTestId("several-region").selectOption("cn-beijing");
      await page.getByRole("button", { name: "Create 2 mirrors" }).click();
      await hash(page, "#/plan");
      const after = (await plan(page)).mirrors;
      same(after.slice(1).map((mirror) => [mirror.source, mirror.region]), [["v2", "cn-beijing"], ["v4", "cn-beijing"]], "mirrors");
      await undo(page);
      same(await plan(page), before, "the plan after undo");
    }));
}, { minutes: 10 });
