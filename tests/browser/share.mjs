// Plans that are handed on and brought: links, files, folders, examples. Nothing replaces the open plan by itself.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";

import { root, step, visit, withBrowser } from "./lib.mjs";
import { go, openExample, openText, ready } from "./views.mjs";

const same = (actual, expected, what) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
};
const holds = (text, part, what) => {
  if (!text.includes(part)) throw new Error(`${what}: ${text} does not hold ${part}`);
};
const read = (...path) => readFileSync(join(root, ...path), "utf8");
const name = (page) => page.locator(".plan-name").inputValue();
const preview = (page) => page.getByRole("dialog").getByTestId("preview");
const loaded = (page) => page.waitForSelector("main[aria-busy=false]");
const pack = (text) => `#/open/1.${deflateRawSync(text).toString("base64url")}`;
const hash = (page) => page.evaluate(() => location.hash);

/** The plan's text, as the text view shows it. */
async function text(page) {
  await go(page, "#/text");
  return page.getByTestId("plan-text").inputValue();
}

/** Follows a link in a page that is open. */
const follow = (page, fragment) => page.evaluate((to) => {
  location.hash = to;
}, fragment);

/** A plan of so many vaults whose names do not compress. */
const large = (vaults) => JSON.stringify({
  format: "vaultplan/1",
  name: "Large",
  vaults: Array.from({ length: vaults }, (_, at) => ({
    id: `v-${at}`,
    name: Array.from({ length: 8 }, (_, n) => Math.imul(at * 8 + n + 1, 2654435761) >>> 0).join("").slice(0, 60),
    region: "cn-hangzhou",
  })),
});

await withBrowser(async (browser) => {
  await step("a link opens the same plan in another page, and a reload does not open it again", () =>
    visit(browser, "/", {}, async ({ page, context }) => {
      await ready(page);
      await openExample(page, "three-vaults");
      await page.getByTestId("share-open").click();
      const field = page.getByTestId("share-link");
      await field.waitFor();
      await page.waitForFunction(() => document.querySelector("[data-testid=share-link]").value.includes("#/open/1."));
      const link = await field.inputValue();
      same(Number(await page.getByTestId("share-length").getAttribute("data-length")), link.length, "length");
      holds(await page.getByTestId("share").textContent(), "Safe anywhere", "the gauge");
      await page.keyboard.press("Escape");
      const shared = await text(page);

      const other = await context.browser().newContext({ locale: "en-GB" });
      const theirs = await other.newPage();
      await theirs.goto(link, { waitUntil: "load" });
      await preview(theirs).waitFor();
      same(await hash(theirs), "#/plan", "the address");
      const told = await preview(theirs).textContent();
      for (const part of ["Three vaults of a trading company", "3 vaults", "2 mirrors", "1 error"]) {
        holds(told, part, "the preview");
      }
      // Not opened, a reload forgets it.
      await theirs.reload({ waitUntil: "load" });
      await loaded(theirs);
      same(await preview(theirs).count(), 0, "previews after a reload");
      same(await name(theirs), "", "the plan after a reload");
      // A link to the page that is open does not load it anew.
      await follow(theirs, new URL(link).hash);
      await theirs.getByTestId("preview-open").click();
      await theirs.waitForFunction(() => document.querySelector(".plan-name").value !== "");
      same(await text(theirs), shared, "the shared plan");
      await other.close();
    }));

  await step("a link of an earlier release opens", () => {
    const payload = read("tests/formats/links/codec-1.txt").trim();
    return visit(browser, `/#/open/${payload}`, {}, async ({ page }) => {
      await page.getByTestId("preview-open").click();
      await page.waitForFunction(() => document.querySelector(".plan-name").value.startsWith("杭州"));
      same(JSON.parse(await text(page)), JSON.parse(read("tests/formats/links/codec-1.json")), "the plan");
    });
  });

  await step("what is too long for a link is offered as a file", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openText(page, large(600));
      await page.getByTestId("share-open").click();
      await page.getByTestId("share-length").waitFor();
      same(await page.getByTestId("share-link").count(), 0, "links");
      const dialog = page.getByTestId("share");
      holds(await dialog.textContent(), "too large for a link", "the dialog");
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("share-save").click()]);
      same(JSON.parse(readFileSync(await download.path(), "utf8")).vaults.length, 600, "vaults of the file");
    }));

  await step("without streams the file is offered, and a link says what is missing", () => {
    const setup = (context) => context.addInitScript(() => {
      delete window.CompressionStream;
      delete window.DecompressionStream;
    });
    return visit(browser, "/", { setup }, async ({ page }) => {
      await ready(page);
      await openExample(page, "hangzhou-shanghai");
      await page.getByTestId("share-open").click();
      await page.getByText("cannot compress").waitFor();
      await page.keyboard.press("Escape");
      await follow(page, pack(read("examples/broken-pair.json")));
      await page.getByText("cannot decompress links").waitFor();
      await page.keyboard.press("Escape");
      same(await name(page), "Hangzhou to Shanghai", "the plan");
    });
  });

  const whole = pack(read("examples/broken-pair.json"));
  const broken = [
    ["is cut off", whole.slice(0, -40), "cut off or damaged"],
    ["is no such link", "#/open/1.bm8gc3VjaCBsaW5r", "cut off or damaged"],
    ["is of a newer release", whole.replace("1.", "2."), "newer release"],
    ["holds other JSON", pack('{"a": 1}'), "neither a topology document"],
    ["holds a plan with a mistake", pack('{"format":"vaultplan/1","vaults":[{"id":"v","regoin":"x"}]}'), "did you mean"],
    ["is a bomb", pack(Buffer.alloc(65 * 1024 * 1024, 32)), "larger than 64 MiB"],
  ];
  await step("links that open nothing say why and keep the open plan", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "hangzhou-shanghai");
      for (const [what, fragment, words] of broken) {
        await follow(page, fragment);
        await page.getByRole("dialog").filter({ hasText: words }).waitFor().catch((error) => {
          throw new Error(`a link that ${what}: ${error.message}`);
        });
        same(await hash(page), "#/plan", `address of a link that ${what}`);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
        same(await name(page), "Hangzhou to Shanghai", `the plan after a link that ${what}`);
      }
    }));

  const answers = ["pair.hangzhou.json", "pair.shanghai.json"].map((file) => [
    file, read("tests/formats/describe-vaults", file),
  ]);
  const drop = (page, files) => page.evaluate((given) => {
    const data = new DataTransfer();
    for (const [file, content] of given) data.items.add(new File([content], file));
    const about = { bubbles: true, cancelable: true, dataTransfer: data };
    document.body.dispatchEvent(new DragEvent("drop", about));
  }, files);

  await step("two saved answers are dropped: what they say is shown, and cancelling keeps the plan", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "hangzhou-shanghai");
      const before = await text(page);
      await drop(page, answers);
      const told = await preview(page).textContent();
      for (const part of ["pair.hangzhou.json", "cn-shanghai", "fields ignored", "stays in My plans"]) {
        holds(told, part, "the preview");
      }
      await page.getByTestId("preview-cancel").click();
      await preview(page).waitFor({ state: "detached" });
      same(await text(page), before, "the plan after cancelling");

      await drop(page, [...answers, ["notes.json", "{"], ["broken.json", read("examples/broken-pair.json")]]);
      await preview(page).waitFor();
      holds(await preview(page).textContent(), "Not understood", "the preview of several");
      await preview(page).getByRole("radio").nth(1).check();
      holds(await preview(page).textContent(), "2 vaults, 1 mirror", "the answers");
      await page.getByTestId("preview-open").click();
      await page.getByTestId("import-report").waitFor();
      // The open plan stayed: both are kept.
      await page.locator("[data-testid=saving].pass").waitFor();
      await go(page, "#/files");
      await page.waitForFunction(() => document.querySelectorAll(".my-plans li").length === 2);
    }));

  await step("answers of many operations are one plan, with its links; an answer that is not read is named", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      const sisters = ["describe-policies-v2/estate.1", "describe-policies-v2/estate.2", "describe-policy-bindings/estate",
        "describe-backup-plans/estate", "describe-backup-clients/estate", "list-protected-resources/estate",
        "other-answers/unheard-of"];
      await drop(page, [...answers, ...sisters.map((name) => [
        `${name.replace("/", "-")}.json`, read("tests/formats", `${name}.json`),
      ])]);
      await preview(page).waitFor();
      const told = await preview(page).textContent();
      for (const part of ["2 vaults, 1 mirror", "8 policies", "DescribePolicyBindings: 6 bindings",
        "ListProtectedResources: 4 protected resources", "Wonders", "is disabled"]) {
        holds(told, part, "the preview");
      }
      await page.getByTestId("preview-open").click();
      await page.getByTestId("import-report").waitFor();
      const plan = JSON.parse(await text(page));
      const policy = plan.policies.find((one) => one.id === "po-0001erp");
      same(policy.sources, ["ECS_FILE:i-0001erp", "NAS:0001nas"], "what the policy backs up");
      same(JSON.stringify(plan).includes("hunter2-secret"), false, "a password in the plan");
    }));

  await step("replacing keeps the place among my plans, and undo brings the plan back", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openExample(page, "hangzhou-shanghai");
      await follow(page, whole);
      await page.getByTestId("preview-replace").click();
      await page.waitForFunction(() => document.querySelector(".plan-name").value.startsWith("A pair"));
      await page.locator("[data-testid=saving].pass").waitFor();
      await go(page, "#/files");
      same(await page.locator(".my-plans li").count(), 1, "plans that are kept");
      await page.getByTestId("undo").click();
      await page.waitForFunction(() => document.querySelector(".plan-name").value === "Hangzhou to Shanghai");
    }));

  await step("a pasted code block and a pasted link are opened", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      const origin = new URL(page.url()).origin;
      const pasted = ["Look:\n\n```json\n" + read("examples/broken-pair.json") + "```\n", `${origin}/${whole}`];
      for (const content of pasted) {
        await page.evaluate((given) => {
          const data = new DataTransfer();
          data.setData("text/plain", given);
          const about = { bubbles: true, cancelable: true, clipboardData: data };
          document.body.dispatchEvent(new ClipboardEvent("paste", about));
        }, content);
        await preview(page).waitFor();
        holds(await preview(page).textContent(), "A pair that the service refuses", "the preview");
        await page.keyboard.press("Escape");
        await preview(page).waitFor({ state: "detached" });
      }
    }));

  for (const lang of ["en", "zh"]) {
    await step(`an example opens from the documentation with its lesson (${lang})`, () =>
      visit(browser, `/docs/${lang}/examples/`, { lang }, async ({ page }) => {
        const link = page.locator('a[href$="#/example/trial-vault"]');
        await link.click();
        await page.getByTestId("lesson").waitFor();
        holds(await page.getByTestId("lesson").textContent(), "OSS", "the lesson");
        same(await page.getByTestId("summary-errors").getAttribute("data-count"), "1", "errors");
        same(await hash(page), "#/plan", "the address");
        // Another one while a plan is open is shown first.
        await follow(page, "#/example/shorter-copy");
        await preview(page).waitFor();
        await page.keyboard.press("Escape");
        await follow(page, "#/example/nowhere");
        await page.getByRole("dialog").filter({ hasText: "nowhere" }).waitFor();
      }));
  }

  await step("an example that cannot be fetched is said", () => {
    const prepare = (page) => page.route("**/examples/*.json", (route) => route.fulfill({ status: 200, body: "<html>" }));
    return visit(browser, "/", { prepare }, async ({ page }) => {
      await ready(page);
      await page.getByTestId("example-three-vaults").click();
      await page.getByRole("dialog").filter({ hasText: "could not be fetched" }).waitFor();
    });
  });

  await step("the report is copied as Markdown", () => {
    const setup = (context) => context.grantPermissions(["clipboard-read", "clipboard-write"]);
    return visit(browser, "/", { setup }, async ({ page }) => {
      await ready(page);
      await openExample(page, "broken-pair");
      await page.getByTestId("share-open").click();
      await page.getByTestId("copy-markdown").click();
      await page.getByTestId("share").getByText("Copied", { exact: true }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      holds(copied, "# A pair that the service refuses\n\n- Verdict: **fail**", "the Markdown");
      holds(copied, "(`mirror-same-region`, M001)", "the Markdown");
    });
  });

  await step("numbers are grouped as people write them", () =>
    visit(browser, "/", {}, async ({ page }) => {
      await ready(page);
      await openText(page, large(1_200));
      await page.getByText("1,200 vaults").first().waitFor();
    }));
}, { minutes: 10 });
