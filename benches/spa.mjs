// How soon the SPA answers, at a quarter of the processor's speed: until the list of cases can be used
// (the later of its rows shown and the end of the last long task), and until its next page is there.
// Beside it, in the same run, the same answer put into a bare table by a page without anything else.
// `make bench` runs it against a release build.
import {
  startBrowser,
  visitor,
  DESKTOP,
} from "../tests/e2e/support/browser.mjs";
import { startServer } from "../tests/e2e/support/server.mjs";

const ROUNDS = 7;
const SLOWER = 4;
/** What the list shows at once. */
const ROWS = 20;
/** What is not there by then has not come at all. */
const PATIENCE_MS = 30_000;

/** Written to the page before anything else runs in it. */
function watch() {
  window.seen = { busyUntil: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      window.seen.busyUntil = Math.max(
        window.seen.busyUntil,
        task.startTime + task.duration,
      );
    }
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      if (!shift.hadRecentInput) window.seen.shift += shift.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** When, on the page's clock, `done` is true on an animation frame. */
function until(done) {
  return `new Promise((resolve, reject) => {
    const begun = performance.now();
    const look = () => {
      const now = performance.now();
      if ((${done})()) resolve(now);
      else if (now - begun > ${PATIENCE_MS}) reject(new Error("not there in time: " + ${JSON.stringify(done)}));
      else requestAnimationFrame(look);
    };
    look();
  })`;
}

const rowsShown = `() => document.querySelectorAll('main tbody tr').length === ${ROWS}`;

async function list(page) {
  await page.goto("/cases");
  const shown = await page.evaluate(until(rowsShown));
  // What is still being worked off when the rows are there.
  await page.waitForTimeout(500);
  const { busyUntil, shift } = await page.evaluate("window.seen");
  const turned = await page.evaluate(`(async () => {
    const first = document.querySelector('main tbody tr').textContent;
    const next = [...document.querySelectorAll('main nav button')].find((b) => b.textContent.includes('下一页'));
    const begun = performance.now();
    next.click();
    const ended = await ${until("() => { const row = document.querySelector('main tbody tr'); return row && row.textContent !== first; }")};
    return ended - begun;
  })()`);
  return { usable: Math.max(shown, busyUntil), turned, shift };
}

async function bare(page, token) {
  await page.goto("/progress", { waitUntil: "networkidle" });
  return page.evaluate(
    async ([bearer, rows]) => {
      const begun = performance.now();
      const answer = await fetch(`/api/v1/cases?limit=${rows}`, {
        headers: { Authorization: `Bearer ${bearer}` },
      });
      const { items } = await answer.json();
      const table = document.createElement("table");
      for (const item of items) {
        const row = table.appendChild(document.createElement("tr"));
        for (const value of [
          item.number,
          item.matter_name,
          item.state,
          item.due_date,
        ]) {
          row.appendChild(document.createElement("td")).textContent = value;
        }
      }
      document.body.replaceChildren(table);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - begun;
    },
    [token, ROWS],
  );
}

const median = (values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const show = (values) =>
  `${Math.round(Math.min(...values))} / ${Math.round(median(values))}`.padStart(
    13,
  );

const server = await startServer();
const browser = await startBrowser();
try {
  const results = { usable: [], turned: [], shift: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page, close } = await visitor(browser, server.origin, DESKTOP);
    const { accounts } = await (
      await page.request.get("/api/v1/demo/accounts")
    ).json();
    const { username, password } = accounts.find(
      (account) => account.role === "auditor",
    );
    const session = await (
      await page.request.post("/api/v1/session", {
        data: { username, password },
      })
    ).json();
    await page.addInitScript(watch);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const found = await list(page);
    results.usable.push(found.usable);
    results.turned.push(found.turned);
    results.shift.push(found.shift);
    results.bare.push(await bare(page, session.access_token));
    await close();
  }
  console.log(
    `\nSPA, processor ${SLOWER} times slower, ms, least / median of ${ROUNDS}`,
  );
  console.log(`list usable    ${show(results.usable)}   goal 2000`);
  console.log(`next page      ${show(results.turned)}   goal 200`);
  console.log(
    `bare table     ${show(results.bare)}   the same answer without the SPA`,
  );
  console.log(
    `next page / bare table  ${(median(results.turned) / median(results.bare)).toFixed(2)}`,
  );
  console.log(
    `layout shift   ${Math.max(...results.shift).toFixed(3)}   goal 0.05`,
  );
} finally {
  await browser.close();
  await server.stop();
}
