// Tests of the harness itself: whatever a page may not do must be seen.

import { open, step, withBrowser } from "./lib.mjs";

/** Opens the planner, lets `work` misbehave in it, and expects a problem that contains `words`. */
async function expectProblem(browser, words, work) {
  const { page, problems, context } = await open(browser, "/");
  await work(page);
  const deadline = Date.now() + 5_000;
  while (!problems.some((problem) => problem.includes(words)) && Date.now() < deadline) {
    await page.waitForTimeout(50);
  }
  await context.close();
  if (!problems.some((problem) => problem.includes(words))) {
    throw new Error(`not seen: ${words}; seen: ${JSON.stringify(problems)}`);
  }
}

await withBrowser(async (browser) => {
  const cases = [
    ["an inline script", "securitypolicyviolation: script-src-elem", (page) =>
      page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.head.append(script);
      })],
    ["an inline style", "securitypolicyviolation: style-src-attr", (page) =>
      page.evaluate(() => document.body.setAttribute("style", "color: red"))],
    ["a request to another origin", "request leaves the origin", (page) =>
      page.evaluate(() => {
        const link = document.createElement("a");
        link.href = "http://127.0.0.1:9/";
        document.body.append(link);
        link.click();
      })],
    ["a console error", "console error: wrong", (page) => page.evaluate(() => console.error("wrong"))],
    ["a console warning", "console warning: doubtful", (page) => page.evaluate(() => console.warn("doubtful"))],
    ["an exception", "page error", (page) =>
      page.evaluate(() => {
        setTimeout(() => {
          throw new Error("thrown");
        });
      })],
    ["a file that is not there", "answered 404", (page) => page.evaluate(() => fetch("missing.json").then(() => undefined))],
  ];
  for (const [name, words, work] of cases) {
    await step(`the harness sees ${name}`, () => expectProblem(browser, words, work));
  }
});
