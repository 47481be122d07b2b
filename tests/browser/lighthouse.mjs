// Lighthouse on the planner and on the start page of the documentation, as a desktop and as a phone sees them
// (its own presets), the median of several runs. The server sends brotli, as a host on the web does.

import { createServer } from "node:net";
import { importPackage, site, withBrowser } from "./lib.mjs";

const PAGES = ["/", "/docs/en/"];
const REQUIRED = { performance: 0.95, accessibility: 0.95, "best-practices": 0.95, seo: 0.9 };
/** Speed differs from run to run: the middle one of so many counts. */
const RUNS = 3;

const { default: lighthouse } = await importPackage("lighthouse/core/index.js");
const { default: desktop } = await importPackage("lighthouse/core/config/desktop-config.js");
const PRESETS = { desktop, mobile: undefined };

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const port = await freePort();
const failures = [];
const notes = [];

/** Notes the scores of a run, and what lowers those that are too low. */
function judge(name, { categories, audits }) {
  const scores = Object.values(categories).map(({ id, score }) => `${id} ${Math.round((score ?? 0) * 100)}`);
  notes.push(`${name}: ${scores.join(", ")}`);
  for (const [id, least] of Object.entries(REQUIRED)) {
    const category = categories[id];
    if ((category?.score ?? 0) >= least) continue;
    failures.push(`${name}: ${id} ${category?.score} is under ${least}`);
    for (const { id: audit, weight } of category?.auditRefs ?? []) {
      const { score, title, displayValue = "", explanation = "", details } = audits[audit];
      if (weight > 0 && score !== null && score < 1) {
        failures.push(`  ${audit}: ${title} ${displayValue} ${explanation} ${JSON.stringify(details?.items ?? []).slice(0, 500)}`);
      }
    }
  }
}

await withBrowser(async () => {
  for (const path of PAGES) {
    for (const [preset, config] of Object.entries(PRESETS)) {
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) {
        const { lhr } = await lighthouse(site + path, { port, output: "json", logLevel: "error" }, config);
        if (lhr.runtimeError) failures.push(`${path} ${preset}: ${lhr.runtimeError.code}: ${lhr.runtimeError.message}`);
        runs.push(lhr);
      }
      const speed = ({ categories }) => categories.performance?.score ?? 0;
      runs.sort((one, other) => speed(one) - speed(other));
      judge(`${path} ${preset}`, runs[Math.floor(RUNS / 2)]);
    }
  }
}, { flags: [`--remote-debugging-port=${port}`] });
for (const failure of failures) console.log(failure);
if (failures.length > 0) process.exitCode = 1;
console.log(notes.join(" | "));
