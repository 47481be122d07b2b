// Lighthouse on the planner and on the start page of the documentation.
// Accessibility and best practices must be perfect; speed depends on the machine and is only printed.

import { createServer } from "node:net";
import { importPackage, site, withBrowser } from "./lib.mjs";

const PAGES = ["/", "/docs/en/"];
const REQUIRED = { accessibility: 1, "best-practices": 1, seo: 0.9 };

const { default: lighthouse } = await importPackage("lighthouse/core/index.js");

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
await withBrowser(async () => {
  for (const path of PAGES) {
    const run = await lighthouse(site + path, { port, output: "json", logLevel: "error", formFactor: "desktop",
      screenEmulation: { mobile: false, width: 1440, height: 900, deviceScaleFactor: 1, disabled: false } });
    const { categories, audits, runtimeError } = run.lhr;
    if (runtimeError) failures.push(`${path}: ${runtimeError.code}: ${runtimeError.message}`);
    const scores = Object.values(categories).map(({ id, score }) => `${id} ${Math.round((score ?? 0) * 100)}`);
    notes.push(`${path}: ${scores.join(", ")}`);
    for (const [id, least] of Object.entries(REQUIRED)) {
      const category = categories[id];
      if ((category?.score ?? 0) >= least) continue;
      failures.push(`${path}: ${id} ${category?.score} is under ${least}`);
      for (const { id: audit, weight } of category?.auditRefs ?? []) {
        const { score, title, explanation = "", details } = audits[audit];
        if (weight > 0 && score !== null && score < 1) {
          failures.push(`  ${audit}: ${title} ${explanation} ${JSON.stringify(details?.items ?? []).slice(0, 500)}`);
        }
      }
    }
  }
}, { flags: [`--remote-debugging-port=${port}`] });
for (const failure of failures) console.log(failure);
if (failures.length > 0) process.exitCode = 1;
console.log(notes.join(" | "));
