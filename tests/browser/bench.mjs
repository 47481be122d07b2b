// Figures of the engine in a browser, as ratios of one run: bytes to findings against `JSON.parse` of the same text,
// with its parts, and the re-validation of an edit at 1,000 vaults. Figures, never tests.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { given, root, visit, withBrowser } from "./lib.mjs";
import { priced } from "./views.mjs";

/** The modules: for programs (built for speed, with exports that only measure), and the site's own, for size. */
const MODULES = [
  { name: "module for programs", path: "/fast/vaultplan.js" },
  { name: "embed module", path: "/embed/en/vaultplan.js" },
];

/** The text of a generated estate, from the benchmark's own generator. */
function estate(vaults) {
  const file = join(tmpdir(), `vaultplan-estate-${vaults}.json`);
  const bench = ["bench", "--quiet", "--package", "vaultplan", "--bench", "check", "--", "--estate", String(vaults), file];
  const made = spawnSync("cargo", bench, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (made.status !== 0) throw new Error("the estate could not be written");
  return readFileSync(file, "utf8");
}

/** Serves the module for programs, which is no part of the site, from the site's own address. */
const serveFast = (context) => context.route("**/fast/*", (route) => {
  const name = new URL(route.request().url()).pathname.split("/").at(-1);
  const contentType = name.endsWith(".wasm") ? "application/wasm" : "text/javascript";
  return route.fulfill({ contentType, body: readFileSync(join(given("VAULTPLAN_FAST"), name)) });
});

/** Runs in the page: medians in milliseconds, of which the first rounds, that warm up, are no part. */
async function measure({ path, text, rounds }) {
  const engine = await import(path);
  await engine.default();
  const bytes = new TextEncoder().encode(text);
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const times = {};
  const time = (name, work) => {
    const start = performance.now();
    const value = work();
    (times[name] ??= []).push(performance.now() - start);
    return value;
  };
  let findings = 0;
  for (let round = 0; round < rounds + 3; round += 1) {
    time("parse", () => JSON.parse(text));
    if (engine.figureCheck) {
      time("read", () => engine.figureRead(bytes));
      time("check", () => engine.figureCheck(bytes));
    }
    findings = time("whole", () => {
      const answer = engine.validate(bytes);
      if (!answer.ok) throw new Error("the estate does not read");
      return answer.report.findings.length;
    });
  }
  const plan = engine.FigurePlan && new engine.FigurePlan(bytes);
  for (let round = 0; plan && round < 2 * rounds; round += 1) {
    time("edit", () => plan.edit(round % 100, round % 2 === 0 ? "cn-beijing" : "cn-shanghai"));
  }
  const after = Object.entries(times).map(([name, values]) => [name, values.slice(3)]);
  const ratio = median(times.whole.slice(3).map((whole, index) => whole / times.parse[index + 3]));
  return { findings, ratio, ...Object.fromEntries(after.map(([name, values]) => [name, median(values)])) };
}

/** Runs in the page: milliseconds of an estimate over 36 months, after the daily change of the plan was changed. */
async function slide({ path, text, rounds }) {
  const engine = await import(path);
  await engine.default();
  const plan = new engine.FigurePlan(new TextEncoder().encode(text));
  const times = [];
  let lines = 0;
  for (let round = 0; round < rounds + 3; round += 1) {
    const start = performance.now();
    lines = plan.cost(1 + round % 10);
    times.push(performance.now() - start);
  }
  const after = times.slice(3).sort((a, b) => a - b);
  return { lines, median: after[Math.floor(after.length / 2)], most: after.at(-1) };
}

const cell = (value, width) => String(value).padStart(width);
const ms = (value, width) => cell(value === undefined || Number.isNaN(value) ? "" : value.toFixed(2), width);

await withBrowser(async (browser) => {
  const edits = [];
  console.log("in the browser: bytes to findings, ratio to JSON.parse of the same text (medians; milliseconds)");
  console.log("  vaults      bytes  findings  JSON.parse    read   check  hand over   whole  ratio");
  for (const [vaults, rounds] of [[1_000, 60], [10_000, 40], [100_000, 7]]) {
    const text = estate(vaults);
    for (const { name, path } of MODULES) {
      const options = { setup: serveFast };
      const { findings, ratio, parse, read, check, whole, edit } = await visit(browser, "/docs/en/", options,
        ({ page }) => page.evaluate(measure, { path, text, rounds }));
      console.log(cell(vaults, 8) + cell(text.length, 11) + cell(findings, 10) + ms(parse, 12) + ms(read, 8) +
        ms(check - read, 8) + ms(whole - check, 11) + ms(whole, 8) + ms(ratio, 7) + `  ${name}`);
      if (vaults === 1_000 && edit !== undefined) {
        edits.push(`  of the plan in memory, as in the planner: ${edit.toFixed(2)} ms`);
        edits.push(`  of its text, read anew: ${whole.toFixed(2)} ms`);
      }
    }
  }
  console.log("an edit's re-validation at 1,000 vaults, module for programs:");
  for (const line of edits) console.log(line);
  console.log("an estimate over 36 months after a slider moved, 200 vaults with 2,000 sources, module for programs:");
  const options = { setup: serveFast };
  const { lines, median, most } = await visit(browser, "/docs/en/", options, ({ page }) =>
    page.evaluate(slide, { path: MODULES[0].path, text: priced(200, 2_000), rounds: 60 }));
  console.log(`  ${median.toFixed(2)} ms (at most ${most.toFixed(2)}), ${lines} lines`);
}, { minutes: 20 });
