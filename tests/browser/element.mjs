// The live example of the documentation: edit, finding, fix, undo, redo; text that does not read; Chinese input;
// the keyboard alone; several examples with one module; no scripts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { root, site, step, visit, withBrowser } from "./lib.mjs";

const RULE = (lang) => `/docs/${lang}/rules/mirror-same-region/`;

/** An example by its number on the page, with the parts that a user sees. */
function example(page, number) {
  const host = page.locator("vault-plan-check").nth(number);
  return {
    host,
    text: host.locator("textarea"),
    status: host.getByRole("status"),
    findings: host.locator(".findings > li"),
    marked: host.locator(".row.error"),
    button: (name) => host.getByRole("button", { name }),
  };
}

/** Waits until a condition on the page holds. */
async function until(what, holds) {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not seen: ${what}`);
    await new Promise((done) => setTimeout(done, 30));
  }
}

const says = (part, words) =>
  until(`"${words}"`, async () => ((await part.textContent()) ?? "").includes(words));

/** Opens a rule's page and waits for its first verdict. */
const onRulePage = (browser, lang, work, options = {}) =>
  visit(browser, RULE(lang), { lang, ...options }, async ({ page, context }) => {
    const fails = example(page, 0);
    await fails.host.scrollIntoViewIfNeeded();
    await says(fails.status, lang === "zh" ? "不通过" : "Fails");
    await work({ page, context, fails, passes: example(page, 1) });
  });

await withBrowser(async (browser) => {
  await step("both examples of a rule say what their labels promise", () =>
    onRulePage(browser, "en", async ({ fails, passes }) => {
      await passes.host.scrollIntoViewIfNeeded();
      await says(passes.status, "Passes");
      assert.equal(await passes.findings.count(), 0);
      assert.equal(await fails.findings.count(), 1);
      assert.equal(await fails.marked.count(), 1);
      assert.match(await fails.findings.first().textContent(), /cn-hangzhou/);
    }));

  await step("an edit makes a finding, its fix removes it, undo and redo walk between", () =>
    onRulePage(browser, "en", async ({ page, passes }) => {
      await passes.host.scrollIntoViewIfNeeded();
      await says(passes.status, "Passes");
      const start = await passes.text.inputValue();
      const broken = start.replace("cn-shanghai", "cn-hangzhou");
      await passes.text.fill(broken);
      await says(passes.status, "Fails");
      assert.equal(await passes.findings.count(), 1);
      const fix = passes.findings.first().locator("button.fix");
      await fix.click();
      await says(passes.status, "Passes");
      await says(passes.status, "Done:");
      const fixed = await passes.text.inputValue();
      assert.notEqual(fixed, broken);
      assert.equal(fixed.split("\n").length, start.split("\n").length, "the layout stays");
      const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
      assert.equal(await focused(), "Undo", "the focus is not lost with the button");
      await page.keyboard.press("Enter");
      assert.equal(await passes.text.inputValue(), broken);
      await says(passes.status, "Fails");
      await passes.button("Undo").click();
      assert.equal(await passes.text.inputValue(), start);
      assert.equal(await passes.button("Undo").getAttribute("aria-disabled"), "true");
      await passes.button("Redo").click();
      assert.equal(await passes.text.inputValue(), broken);
      await passes.button("Start over").click();
      assert.equal(await passes.text.inputValue(), start);
    }));

  await step("typing is undone and redone with the keyboard, a burst at a time", () =>
    onRulePage(browser, "en", async ({ page, fails }) => {
      const start = await fails.text.inputValue();
      await fails.text.press("ControlOrMeta+End");
      await page.keyboard.type(" x");
      await says(fails.status, "Does not read");
      await page.keyboard.press("ControlOrMeta+z");
      assert.equal(await fails.text.inputValue(), start);
      await page.keyboard.press("ControlOrMeta+Shift+z");
      assert.equal(await fails.text.inputValue(), `${start} x`);
    }));

  await step("text that does not read shows each problem with line and column", () =>
    onRulePage(browser, "en", async ({ page, fails }) => {
      await fails.text.fill('{\n  "format": "vaultplan/1",\n  "valts": []\n}');
      await says(fails.status, "Does not read");
      assert.equal(await fails.findings.count(), 1);
      await says(fails.findings.first(), "did you mean vaults?");
      assert.equal(await fails.text.getAttribute("aria-invalid"), "true");
      assert.equal(await fails.marked.count(), 1);
      await fails.button(/^Line 3, column \d+$/).click();
      const line = await fails.text.evaluate((area) => area.value.slice(0, area.selectionStart).split("\n").length);
      assert.equal(line, 3);
      await fails.text.fill('{"format": "vaultplan/1"');
      await says(fails.findings.first(), "Line 1, column 25");
      // Nothing of the text becomes markup.
      await fails.text.fill('{"format": "vaultplan/1", "<img src=x onerror=alert(1)>": 1}');
      await says(fails.findings.first(), "<img src=x");
      assert.equal(await page.locator("vault-plan-check img").count(), 0);
    }));

  await step("a saved answer of the service is judged where its objects stand", () =>
    onRulePage(browser, "en", async ({ fails }) => {
      const text = readFileSync(join(root, "tests/formats/describe-vaults/planted.hangzhou.json"), "utf8").trim();
      await fails.text.fill(text);
      await until("findings", async () => (await fails.findings.count()) > 1);
      const first = fails.findings.first();
      const line = Number(/Line (\d+)/.exec(await first.textContent())?.[1]);
      assert.match(text.split("\n")[line - 1], /^\s*\{/, "the line begins an object of the answer");
      assert.equal(await fails.host.locator("button.fix").count(), 0);
    }));

  await step("a Chinese input method is left alone until it is done", () =>
    onRulePage(browser, "zh", async ({ page, context, fails }) => {
      const before = await fails.status.textContent();
      await fails.text.fill('{"format": "vaultplan/1", "name": ""}');
      await says(fails.status, "通过");
      await fails.text.evaluate((area) => area.setSelectionRange(35, 35));
      await fails.text.focus();
      const session = await context.newCDPSession(page);
      await session.send("Input.imeSetComposition", { selectionStart: 3, selectionEnd: 3, text: '"b"' });
      assert.match(await fails.status.textContent(), /^通过/, "judged while composing");
      await session.send("Input.insertText", { text: "备份" });
      assert.equal(await fails.text.inputValue(), '{"format": "vaultplan/1", "name": "备份"}');
      await says(fails.status, "通过");
      assert.notEqual(before, await fails.status.textContent());
    }));

  await step("the examples of a page load one module, and only when they come near", async () => {
    const loaded = [];
    await visit(browser, RULE("en"), {
      viewport: { width: 1000, height: 60 },
      setup: (context) => context.on("request", (request) => loaded.push(request.url())),
    }, async ({ page }) => {
      const modules = () => loaded.filter((url) => url.endsWith(".wasm")).length;
      await until("the element", () => page.evaluate(() => Boolean(document.querySelector("vault-plan-check")?.shadowRoot)));
      await page.waitForTimeout(300);
      assert.equal(modules(), 0, "loaded far from the window");
      for (const number of [0, 1]) {
        const { host, status } = example(page, number);
        await host.scrollIntoViewIfNeeded();
        await says(status, number === 0 ? "Fails" : "Passes");
      }
      assert.equal(modules(), 1);
    });
  });

  await step("attributes change language, edition and whether the text can be edited", () =>
    onRulePage(browser, "en", async ({ fails }) => {
      await fails.host.evaluate((host) => host.setAttribute("lang", "zh"));
      await says(fails.status, "不通过");
      await fails.host.evaluate((host) => host.setAttribute("edition", "mirror-valt"));
      await says(fails.findings.first(), "mirror-vault");
      await fails.host.evaluate((host) => host.setAttribute("edition", "hbr-2019"));
      await says(fails.status, "不通过");
      await fails.host.evaluate((host) => host.setAttribute("readonly", ""));
      assert.equal(await fails.text.evaluate((area) => area.readOnly), true);
      assert.equal(await fails.host.locator("button.fix").count(), 0);
    }));

  await step("what a plan sets aside is shown, and its verdict is no plain pass", () =>
    onRulePage(browser, "en", async ({ fails }) => {
      const plan = JSON.parse(await fails.text.inputValue());
      plan.settings = { suppressions: [{ rule: "mirror-same-region", reason: "agreed <b>until</b> the move", owner: "storage team" }] };
      await fails.text.fill(JSON.stringify(plan, null, 2));
      await says(fails.status, "Passes by its own settings");
      const aside = fails.findings.first();
      assert.match(await aside.textContent(), /Set aside.*cn-hangzhou.*agreed <b>until<\/b> the move · owner: storage team/s);
      plan.settings = { severities: [{ rule: "mirror-same-region", severity: "advice" }] };
      await fails.text.fill(JSON.stringify(plan, null, 2));
      await says(fails.status, "Passes by its own settings");
    }));

  await step("good practice stands closed below the findings", () =>
    onRulePage(browser, "en", async ({ passes }) => {
      await passes.host.scrollIntoViewIfNeeded();
      await says(passes.status, "Passes");
      const summary = passes.host.locator(".rest summary");
      assert.match(await summary.textContent(), /good practice/);
      await summary.focus();
      await summary.press("Enter");
      assert.ok(await passes.host.locator(".rest li").first().isVisible());
    }));

  await step("a module that does not load is said, and can be tried again", async () => {
    let broken = true;
    await visit(browser, RULE("en"), {
      setup: (context) => context.route("**/*.wasm", (route) =>
        // An answer that is no module: nothing fails on the network, which the harness would count.
        broken ? route.fulfill({ contentType: "application/wasm", body: "no module" }) : route.continue()),
    }, async ({ page }) => {
      const { host, status, text, button } = example(page, 0);
      await host.scrollIntoViewIfNeeded();
      await says(status, "could not be loaded");
      assert.match(await text.inputValue(), /vaultplan\/1/);
      broken = false;
      await button("Try again").click();
      await says(status, "Fails");
    });
  });

  await step("the explanation of a rule is fetched when it is opened, and said when it cannot be", async () => {
    let broken = true;
    const asked = [];
    await visit(browser, RULE("en"), {
      setup: (context) => context.route("**/embed/en/rules.json", (route) => {
        asked.push(route.request().url());
        return broken ? route.fulfill({ contentType: "application/json", body: "no file" }) : route.continue();
      }),
    }, async ({ page }) => {
      const { host, status, findings } = example(page, 0);
      await host.scrollIntoViewIfNeeded();
      await says(status, "Fails");
      assert.equal(asked.length, 0, "fetched before anybody asked");
      const finding = findings.first();
      await finding.locator("summary").press("Enter");
      await says(finding, "could not be fetched");
      broken = false;
      await finding.getByRole("button", { name: "Try again" }).click();
      await says(finding, "would be lost with it in a regional disaster");
      assert.equal(asked.length, 2);
      assert.ok((await finding.locator(".told a").count()) > 0, "no source");
      // The module's own function, as programs call it: by code, with everything that is to be read.
      const [one, none] = await page.evaluate(async () => {
        const module = await import("/embed/en/vaultplan.js");
        return [await module.explain("m001"), await module.explain("mirror-same-regoin")];
      });
      assert.deepEqual(Object.keys(one), ["ok", "rule", "what", "why", "remedy", "facts", "examples"]);
      assert.equal(one.rule.slug, "mirror-same-region");
      assert.ok(one.facts.every(({ id, text, sources }) => id && text && sources.length > 0));
      assert.match(one.examples.fails, /vaultplan\/1/);
      assert.equal(none.problems[0].suggestion, "mirror-same-region");
    });
  });

  await step("without scripts the examples can be read", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site + RULE("en"));
    const text = page.locator("vault-plan-check pre").first();
    assert.ok(await text.isVisible());
    assert.match(await text.innerText(), /"mirrors"/);
    await context.close();
  });
});
