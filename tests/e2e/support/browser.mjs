// Chromium as a person has it, and what every page must hold to.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { accessSync, constants } from "node:fs";
import { fileURLToPath } from "node:url";

const frontend = fileURLToPath(new URL("../../../frontend/", import.meta.url));
const require = createRequire(join(frontend, "package.json"));
const { chromium } = require("playwright-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const pictures = join(frontend, "test-results");

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 768, height: 1024 };
export const SMALL_PHONE = { width: 360, height: 640 };

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  throw new Error("no Chromium found: install it, or name it in CHROMIUM");
}

/** Starts Chromium with a profile of its own. */
export function startBrowser() {
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
}

/**
 * A page of a new visitor. `strays` are the requests that left the origin, `faults` what the page got
 * wrong: what it threw, what its policy refused.
 */
export async function visitor(browser, origin, viewport) {
  const context = await browser.newContext({
    baseURL: origin,
    viewport,
    locale: "zh-CN",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const strays = [];
  const faults = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) strays.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    // Chromium writes a line for each answer with an error status; those are part of the plan.
    const answered = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !answered) faults.push(message.text());
  });
  const close = async () => {
    await context.close();
    assert.deepEqual({ strays, faults }, { strays: [], faults: [] });
  };
  return { page, close };
}

/**
 * Steps in as the first demo account of a role, as its label says it, on the way to a page; where units have
 * accounts of that role, as that unit's.
 */
export async function stepIn(page, role, path = "/", unit = "") {
  await page.goto(path);
  await page
    .getByRole("group", { name: role, exact: true })
    .getByRole("button", { name: unit })
    .first()
    .click();
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
  await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
}

/** Signs out by the menu of the account. */
export async function signOut(page) {
  await page.getByRole("button", { name: /^账号/ }).click();
  await page.getByRole("button", { name: "退出" }).click();
  await page.waitForURL(/\/login$/);
}

/** No finding of axe in light and dark, and nothing that makes the whole page scroll sideways. */
export async function assertSound(page, name) {
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const findings = await page.evaluate(`(async () => {
      ${axe}
      const { violations } = await axe.run(document);
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.html));
    })()`);
    assert.deepEqual(findings, [], `axe on ${name}, ${colorScheme}`);
  }
  const overflow = await page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  assert.equal(overflow, 0, `${name} scrolls sideways`);
}

/** Keeps a picture of the whole page in frontend/test-results. */
export async function picture(page, name) {
  await mkdir(pictures, { recursive: true });
  await page.screenshot({
    path: join(pictures, `${name}.png`),
    fullPage: true,
  });
}
