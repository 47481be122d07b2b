// The harness: a browser whose pages may do nothing that the project forbids.
// Collects console errors and warnings, page errors, policy violations and requests that leave the origin.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A value that the starting command hands over. */
export const given = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start this script through cargo xtask`);
  return value;
};

/** The origin of the site under test, without a slash at the end. */
export const site = given("VAULTPLAN_SITE");
/** The folder of the built site. */
export const dist = given("VAULTPLAN_DIST");
/** The clone. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
/** Where pictures go. */
export const shots = given("VAULTPLAN_SHOTS");

const packages = join(given("VAULTPLAN_PACKAGES"), "node_modules");
const require = createRequire(join(packages, "from-here.js"));
const { chromium } = require("playwright-core");
/** The text of axe, for `addInitScript`. */
export const axeSource = () => readFileSync(join(packages, "axe-core", "axe.min.js"), "utf8");
/** Imports a package that is a module. */
export const importPackage = (file) => import(pathToFileURL(join(packages, file)).href);

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** Starts a browser, hands it to `work`, closes it. A script that hangs ends with code 1. */
export async function withBrowser(work, { minutes = 15, flags = [] } = {}) {
  const limit = setTimeout(() => {
    console.error(`time limit: ${minutes} minutes`);
    process.exit(1);
  }, minutes * 60_000);
  const browser = await chromium.launch({
    executablePath: given("VAULTPLAN_CHROMIUM"),
    headless: true,
    args: [...FLAGS, ...flags],
  });
  try {
    return await work(browser);
  } finally {
    clearTimeout(limit);
    await browser.close();
  }
}

/**
 * Opens a path of the site in a context of its own, hands `{ page, context, problems }` to `work` and closes it.
 * Throws when `work` does or when the page did anything that is forbidden.
 * `setup(context)` runs before there is a page, `prepare(page)` before it loads.
 */
export async function visit(browser, path, options, work) {
  const { page, context, problems } = await open(browser, path, options);
  try {
    assertNone(problems, path);
    const value = await work({ page, context, problems });
    // What a page does when it is left counts as well.
    await page.goto("about:blank");
    assertNone(problems, path);
    return value;
  } catch (error) {
    if (problems.length > 0) console.log(`${path}:\n  ${problems.join("\n  ")}`);
    throw error;
  } finally {
    await context.close();
  }
}

/** Like `visit`, for a caller that looks at the problems himself. */
export async function open(browser, path, { viewport, theme = "light", lang = "en", setup, prepare } = {}) {
  const context = await browser.newContext({
    viewport: viewport ?? { width: 1440, height: 900 },
    colorScheme: theme,
    locale: lang === "zh" ? "zh-CN" : "en-GB",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  const problems = [];
  await watch(context, problems);
  await setup?.(context);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await prepare?.(page);
  // A first load can hang while several pages begin at once; the last try tells.
  for (let left = 3; ; left -= 1) {
    try {
      await page.goto(site + path, { waitUntil: "load", timeout: left > 1 ? 15_000 : 60_000 });
      break;
    } catch (error) {
      if (left === 1) throw error;
      problems.length = 0;
    }
  }
  return { page, context, problems };
}

/** Throws when a list of problems is not empty. */
export function assertNone(problems, where) {
  if (problems.length > 0) throw new Error(`${where}:\n  ${problems.join("\n  ")}`);
}

async function watch(context, problems) {
  await context.exposeBinding("__vaultplanViolation", (_source, text) => {
    problems.push(`securitypolicyviolation: ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const where = `${event.sourceFile ?? ""}:${event.lineNumber}`;
      window.__vaultplanViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample} (${where})`);
    });
  });
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => problems.push(`page error: ${error.error()?.stack ?? error.error()}`));
  context.on("request", (request) => {
    const url = request.url();
    const stays = url.startsWith(`${site}/`) || /^(about|blob|data):/.test(url);
    if (!stays) problems.push(`request leaves the origin: ${url}`);
  });
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // A page that is left gives up what it was still loading.
    if (why !== "net::ERR_ABORTED") problems.push(`request failed: ${request.url()} ${why}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.url()} answered ${response.status()}`);
  });
  context.on("page", (page) => {
    page.on("websocket", (socket) => problems.push(`web socket: ${socket.url()}`));
    page.on("crash", () => problems.push("the page crashed"));
  });
}

/** Runs one named step; its error carries the name. */
export async function step(name, work) {
  const begun = performance.now();
  try {
    const value = await work();
    console.log(`ok      ${name} (${Math.round(performance.now() - begun)} ms)`);
    return value;
  } catch (error) {
    console.log(`FAILED  ${name}`);
    throw error;
  }
}

/** Runs the native command; gives `{ status, stdout, stderr }`. */
export function vaultplan(args, { input } = {}) {
  const cargo = ["run", "--quiet", "--package", "vaultplan-cli", "--", ...args];
  const done = spawnSync("cargo", cargo, { cwd: root, input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
}

/** Paths of all documentation pages in the built site, sorted. */
export function docsPages() {
  const folder = join(dist, "docs");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .map((path) => `/${path.replace(/(^|\/)index\.html$/, "$1")}`)
    .sort();
}
