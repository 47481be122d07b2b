// Figures of the engine in a browser, as ratios of one run: text to findings from bytes against `JSON.parse` of the
// same text, and the re-validation of an edit at 1,000 vaults. Figures, never tests.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { root, visit, withBrowser } from "./lib.mjs";

/** The text of a generated estate, from the benchmark's own generator. */
function estate(vaults) {
  const file = join(tmpdir(), `vaultplan-estate-${vaults}.json`);
  const bench = ["bench", "--quiet", "--package", "vaultplan", "--bench", "check", "--", "--estate", String(vaults), file];
  const made = spawnSync("cargo", bench, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (made.status !== 0) throw new Error("the estate could not be written");
  return readFileSync(file, "utf8");
}

/** Runs in the page: medians in milliseconds. */
async function measure({ text, rounds }) {
  const engine = await import("/embed/vaultplan.js");
  await engine.default();
  const bytes = new TextEncoder().encode(text);
  const time = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const parse = [];
  const check = [];
  const ratios = [];
  let findings = 0;
  for (let round = 0; round < rounds + 3; round += 1) {
    const parsed = time(() => JSON.parse(text));
    const checked = time(() => {
      const answer = engine.validate(bytes);
      if (!answer.ok) throw new Error("the estate does not read");
      findings = answer.report.findings.length;
    });
    // The first rounds warm both up.
    if (round < 3) continue;
    parse.push(parsed);
    check.push(checked);
    ratios.push(checked / parsed);
  }
  return { findings, parse: median(parse), check: median(check), ratio: median(ratios) };
}

await withBrowser(async (browser) => {
  console.log("in the browser: bytes to findings, ratio to JSON.parse of the same text (median of pairs)");
  console.log("  vaults      bytes  findings  JSON.parse ms  findings ms  ratio");
  for (const [vaults, rounds] of [[1_000, 60], [10_000, 40], [100_000, 7]]) {
    const text = estate(vaults);
    const figures = await visit(browser, "/docs/en/", {}, ({ page }) => page.evaluate(measure, { text, rounds }));
    const cell = (value, width) => String(value).padStart(width);
    console.log(
      cell(vaults, 8) + cell(text.length, 11) + cell(figures.findings, 10) + cell(figures.parse.toFixed(2), 15) +
        cell(figures.check.toFixed(2), 13) + cell(figures.ratio.toFixed(2), 7),
    );
    if (vaults === 1_000) {
      console.log(`  an edit's re-validation at 1,000 vaults, whole and from text: ${figures.check.toFixed(2)} ms`);
    }
  }
}, { minutes: 20 });
