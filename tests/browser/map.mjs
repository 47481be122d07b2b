// The map: chosen by mouse and by keyboard, larger and smaller without dragging, one chain alone, a picture that opens
// again to the same plan, and answers at once on a large plan.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";

import { step, visit, withBrowser } from "./lib.mjs";
import { go, openExample, ready } from "./views.mjs";

const same = (actual, expected, what) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
};
const truth = (holds, what) => {
  if (!holds) throw new Error(what);
};

const box = (page, reference) => page.locator(`[data-testid=map] [role=button][data-ref="${reference}"]`).first();
const percent = async (page) => Number.parseInt(await page.getByTestId("map-percent").textContent(), 10);
const boxes = (page) => page.locator("[data-testid=map] [role=button]").count();
const fragment = (page) => page.evaluate(() => location.hash);
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-ref"));

/** Waits until the map holds so many boxes. */
const holds = (page, number) => page.waitForFunction((wanted) =>
  document.querySelectorAll("[data-testid=map] [role=button]").length === wanted, number);

/** Waits until the plan of a name is open. */
const named = (page, name) => page.waitForFunction((wanted) => document.querySelector(".plan-name").value === wanted, name);

/** The plan as its text view has it. */
async function text(page) {
  await go(page, "#/text");
  return page.getByTestId("plan-text").inputValue();
}

/** An estate of so many vaults and sources. */
function estate(vaults, sources) {
  const regions = ["cn-hangzhou", "cn-beijing", "cn-shenzhen"];
  const list = (count, of) => Array.from({ length: count }, (_, at) => of(at));
  return JSON.stringify({
    format: "vaultplan/1",
    name: "A large estate",
    vaults: list(vaults, (at) => ({ id: `v${at}`, name: `vault-${at}`, region: regions[at % 3] })),
    mirrors: list(vaults, (at) => ({ id: `m${at}`, source: `v${at}`, region: at % 2 ? "cn-shanghai" : "cn-heyuan" })),
    sources: list(sources, (at) => ({ id: `s${at}`, name: `web-${at}`, type: "ECS_FILE", vault: `v${at % vaults}`, region: regions[(at % vaults) % 3] })),
  });
}

/** Opens a document by its text. */
async function paste(page, document) {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.items.add(new File([given], "estate.json", { type: "application/json" }));
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  }, document);
}

await withBrowser(async (browser) => {
  await step("by mouse alone", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    await openExample(page, "three-vaults");
    await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Map" }).click();
    await step("a mirror is chosen: the address names it, and its form stands beside the map", async () => {
      await box(page, "m-erp").click();
      await page.waitForFunction(() => location.hash === "#/map/m-erp");
      await page.getByTestId("inspector").waitFor();
      same(await box(page, "m-erp").getAttribute("aria-current"), "true", "aria-current");
    });
    await step("its chain alone, and the whole again", async () => {
      const all = await boxes(page);
      await page.getByTestId("map-chain").click();
      await holds(page, 4);
      await page.getByTestId("map-back").click();
      await holds(page, all);
    });
    await step("larger, smaller, and as a whole, without dragging", async () => {
      const before = await percent(page);
      await page.getByRole("button", { name: "Zoom in" }).click();
      const larger = await percent(page);
      truth(larger > before, "it did not grow");
      await page.getByRole("button", { name: "Zoom out" }).click();
      truth(await percent(page) < larger, "it did not shrink");
      await page.getByTestId("map-percent").click();
      same(await percent(page), 100, "percent");
      await page.getByRole("button", { name: "Show what lies to the right" }).click();
      const moved = () => page.getByTestId("map-stage").evaluate((stage) => stage.scrollLeft);
      truth(await moved() > 0, "it did not move");
      await page.getByTestId("map-fit").click();
      const fits = await page.getByTestId("map-stage").evaluate((stage) =>
        stage.scrollWidth <= stage.clientWidth && stage.scrollHeight <= stage.clientHeight);
      truth(fits, "the whole does not fit");
    });
    await step("the wheel with Ctrl makes it larger, the background draws it along", async () => {
      const before = await percent(page);
      const stage = page.getByTestId("map-stage");
      const frame = await stage.boundingBox();
      await page.mouse.move(frame.x + 200, frame.y + 20);
      await page.keyboard.down("Control");
      for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, -100);
      await page.keyboard.up("Control");
      await page.waitForFunction((was) => Number.parseInt(document.querySelector("[data-testid=map-percent]").textContent, 10) > was, before);
      await page.getByTestId("map-percent").click();
      await stage.evaluate((element) => element.scrollTo(0, 0));
      await page.mouse.move(frame.x + 500, frame.y + 12);
      await page.mouse.down();
      await page.mouse.move(frame.x + 300, frame.y + 12, { steps: 5 });
      await page.mouse.up();
      truth(await stage.evaluate((element) => element.scrollLeft) > 100, "it was not drawn along");
    });
    await step("a source is added to a vault", async () => {
      await page.getByTestId("map-fit").click();
      await box(page, "v-design").click();
      await page.getByTestId("map-add-source").click();
      await page.waitForFunction(() => location.hash.startsWith("#/map/source-"));
      await page.getByTestId("inspector").waitFor();
    });
  }));

  await step("by keyboard alone", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    await openExample(page, "broken-pair");
    await go(page, "#/map");
    await page.getByTestId("map").waitFor();
    await step("the keys reach a box, say it with its neighbours, and follow the arrows", async () => {
      await page.getByTestId("map-export").focus();
      await page.keyboard.press("Tab");
      same(await focused(page), "v-erp", "the first box");
      const label = await box(page, "v-erp").getAttribute("aria-label");
      truth(label.includes("erp-main") && label.includes("mirror erp-second in China (Shanghai)"), label);
      await page.keyboard.press("ArrowRight");
      same(await focused(page), "m-second", "along the arrow");
      await page.keyboard.press("ArrowLeft");
      same(await focused(page), "v-erp", "against the arrow");
      await page.keyboard.press("ArrowDown");
      same(await focused(page), "m-same", "below");
    });
    await step("Enter chooses; the form follows", async () => {
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash === "#/map/m-same");
      await page.getByTestId("inspector").waitFor();
      same(await focused(page), "m-same", "the focus stays");
    });
    await step("keys make it larger and smaller; one box is in the order of tabs", async () => {
      const before = await percent(page);
      await page.keyboard.press("-");
      truth(await percent(page) < before, "it did not shrink");
      await page.keyboard.press("0");
      await page.keyboard.press("End");
      same(await page.locator("[data-testid=map] [role=button][tabindex='0']").count(), 1, "boxes in the order of tabs");
    });
  }));

  await step("a picture carries its plan", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    await openExample(page, "three-vaults");
    const before = await text(page);
    await go(page, "#/map");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("map-export").click()]);
    same(download.suggestedFilename(), "three-vaults-of-a-trading-company.svg", "the name of the file");
    const svg = readFileSync(await download.path(), "utf8");
    truth(svg.startsWith("<svg ") && !svg.includes("<script"), "it is no picture");
    const file = join(tmpdir(), `vaultplan-map-${process.pid}.svg`);
    writeFileSync(file, svg);
    await openExample(page, "hangzhou-shanghai");
    await go(page, "#/files");
    await page.locator("input[type=file]").first().setInputFiles(file);
    await page.getByTestId("preview-open").click();
    await named(page, "Three vaults of a trading company");
    same(await text(page), before, "the plan of the picture");
  }));

  await step("an empty plan says where to begin", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    await go(page, "#/map");
    await page.getByRole("link", { name: "Begin in the Plan view" }).click();
    await page.waitForFunction(() => location.hash === "#/plan");
  }));

  await step("200 vaults and 2,000 sources answer at once", () => visit(browser, "/", {}, async ({ page }) => {
    await ready(page);
    await paste(page, estate(200, 2_000));
    await page.getByTestId("preview-open").click();
    await named(page, "A large estate");
    await go(page, "#/map");
    await page.getByTestId("map").waitFor();
    truth(await boxes(page) < 320, "too much is drawn");
    await page.locator("[data-testid=map] [role=button]").first().focus();
    /** The times from a key to the picture after it, the middle one of them. */
    const usual = await page.evaluate(async () => {
      const times = [];
      for (const key of ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft", "+", "-", "ArrowDown", "Home"]) {
        const began = performance.now();
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[times.length / 2];
    });
    console.log(`  the middle answer: ${Math.round(usual)} ms`);
    truth(usual < 100, `an answer took ${usual} ms`);
  }));
});
