// Pictures of every page as people see it, on demo data, into target/screenshots: make screenshots
//
// A page is added by a line in PAGES. Names of pages to take, if not all: node screenshots.mjs todo case
// With README=1 the pictures of the README are taken anew: small ones of what a window shows.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { asAccount } from "./support/api.mjs";
import { DESKTOP, PHONE, startBrowser, visitor } from "./support/browser.mjs";
import { registerCase } from "./support/cases.mjs";
import { startServer } from "./support/server.mjs";

const folder = fileURLToPath(
  new URL("../../target/screenshots/", import.meta.url),
);
const readme = fileURLToPath(
  new URL("../../api/docs/pictures/", import.meta.url),
);

/** The identifier of the first item of a list that the account sees. */
const firstOf = (list) => async (api) =>
  (await api.get(list)).items[0]?.id ?? null;
/** A page of the first item of a list. */
const pageOf =
  (list, page = (id) => `${list}/${id}`) =>
  async (api) => {
    const id = await firstOf(`${list}?limit=1`)(api);
    return id && page(id);
  };
/** A case in one of its states; `more` narrows them. */
const caseIn =
  (state, more = "") =>
  async (api) => {
    const id = await firstOf(`/cases?state=${state}${more}&limit=1`)(api);
    return id && `/cases/${id}`;
  };
/** What waits first of a kind, opened at a page. */
const taskOf = (kind, page) => async (api) => {
  const { items } = await api.get(`/inbox?kind=${kind}&limit=1`);
  return items[0] ? page(items[0].case.id) : null;
};

/** Takes a problem in, as the clerk at a window does. */
async function fillRegistration(page) {
  await page
    .getByRole("combobox", { name: "事项名称" })
    .fill("个体工商户设立登记");
  await page.getByRole("radio", { name: "未成功受理" }).check();
  await page
    .getByRole("textbox", { name: "未成功受理原因" })
    .fill("窗口未一次性告知材料");
  await page
    .getByRole("textbox", { name: "存在问题" })
    .fill("往返三次仍未受理");
  await page.getByRole("radio", { name: "自然人" }).check();
  await page.getByRole("combobox", { name: /^姓名/ }).fill("王小明");
}

/** Asks how a case stands, with the code that its reporter was given. */
async function askProgress(page, origin) {
  const intake = await asAccount(origin, "intake");
  const { number, enquiry_code: code } = await registerCase(intake);
  await page.getByLabel("事项编号").fill(number);
  await page.getByLabel("查询码").fill(code);
  await page.keyboard.press("Enter");
  await page
    .getByRole("heading", { name: /失业保险金申领/ })
    .first()
    .waitFor();
}

/**
 * `as` is a demo account's user name, nobody if there is none; `path` a path, or what finds one through
 * the API. `dark` takes the page in dark too; `act` does something first, with the page and the origin.
 * `readme` is the look of it that stands in the README.
 */
const PAGES = [
  { name: "sign-in", path: "/login" },
  { name: "progress", path: "/progress" },
  { name: "progress-answer", path: "/progress", act: askProgress },
  { name: "password", as: "leader", path: "/password" },
  {
    name: "overview",
    as: "leader",
    path: "/overview",
    dark: true,
    readme: "desktop",
  },
  {
    name: "todo",
    as: "lead.zw",
    path: "/todo",
    dark: true,
    readme: "desktop",
  },
  { name: "todo-handler", as: "handler.qrlsbj", path: "/todo" },
  { name: "notices", as: "lead.zw", path: "/notices" },
  { name: "register", as: "intake", path: "/cases/new" },
  {
    name: "register-screened",
    as: "intake",
    path: "/cases/new",
    async act(page) {
      await fillRegistration(page);
      await page.getByRole("radio", { name: /^不属范围/ }).check();
    },
  },
  {
    name: "receipt",
    as: "intake",
    path: "/cases/new",
    async act(page) {
      await fillRegistration(page);
      await page.getByRole("button", { name: "登记", exact: true }).click();
      await page.getByRole("heading", { name: /^已登记/ }).waitFor();
    },
  },
  { name: "register-butler", as: "resident", path: "/cases/new" },
  { name: "cases", as: "lead.zw", path: "/cases?progress=all", dark: true },
  {
    name: "case-in-progress",
    as: "lead.zw",
    path: caseIn("in_progress"),
    dark: true,
  },
  { name: "case-closed", as: "lead.zw", path: caseIn("closed") },
  {
    name: "case-first-level",
    readme: "desktop",
    as: "office",
    path: caseIn("referred_up", "&sector=business_service"),
    dark: true,
  },
  {
    name: "case-form",
    as: "lead.zw",
    path: taskOf("verify", (id) => `/cases/${id}?do=record_callback`),
  },
  {
    name: "cases-former",
    as: "handler.qrlsbj",
    path: "/cases?progress=former",
  },
  {
    name: "dispatch-chosen",
    readme: "desktop",
    as: "lead.zw",
    path: taskOf("dispatch", (id) => `/dispatch?case=${id}`),
  },
  { name: "dispatch", as: "lead.zw", path: "/dispatch", dark: true },
  { name: "verify", as: "lead.zw", path: "/verify", readme: "desktop" },
  { name: "work-orders", as: "lead.zw", path: "/work-orders" },
  { name: "work-order", as: "lead.zw", path: pageOf("/work-orders") },
  {
    name: "work-order-print",
    readme: "desktop",
    as: "lead.zw",
    path: pageOf("/work-orders", (id) => `/work-orders/${id}/print`),
  },
  { name: "meetings", as: "office", path: "/meetings" },
  { name: "meeting", as: "office", path: pageOf("/meetings") },
  {
    name: "meeting-screen",
    as: "office",
    path: pageOf("/meetings", (id) => `/meetings/${id}/present`),
  },
  {
    name: "meeting-minutes",
    as: "office",
    path: pageOf("/meetings", (id) => `/meetings/${id}/minutes`),
  },
  { name: "policy-issues", as: "office", path: "/policy-issues" },
  { name: "policy-issue", as: "office", path: pageOf("/policy-issues") },
  { name: "log", as: "auditor", path: "/log" },
  { name: "users", as: "admin", path: "/admin/users?q=lead" },
  { name: "user-new", as: "admin", path: "/admin/users/new" },
  {
    name: "user",
    as: "admin",
    path: pageOf("/users", (id) => `/admin/users/${id}`),
  },
  { name: "units", as: "admin", path: "/admin/units?q=政务服务" },
  { name: "unit", as: "admin", path: "/admin/units/zgj" },
  {
    name: "unit-take-over",
    as: "admin",
    path: "/admin/units/zgj",
    act: (page) => page.getByRole("button", { name: "承接职责" }).click(),
  },
  { name: "settings", as: "admin", path: "/admin/settings" },
  { name: "calendar", as: "office", path: "/admin/calendar", dark: true },
  {
    name: "calendar-deadline",
    as: "office",
    path: "/admin/calendar?tab=deadline&from=2021-09-29",
  },
  {
    name: "calendar-versions",
    as: "office",
    path: "/admin/calendar?tab=versions",
  },
  {
    name: "calendar-import",
    as: "admin",
    path: "/admin/calendar/import?year=2026",
  },
  { name: "not-found", as: "leader", path: "/nowhere" },
];

const QUIET_MS = 300;

/** Waits until nothing has been asked of the server for a while; the stream never ends. */
async function settled(page, open) {
  let quietSince = Date.now();
  const deadline = Date.now() + 15_000;
  while (Date.now() - quietSince < QUIET_MS && Date.now() < deadline) {
    await page.waitForTimeout(50);
    if (open.size > 0) quietSince = Date.now();
  }
}

/** The requests of a page that have no answer yet. */
function openRequests(page) {
  const open = new Set();
  page.on("request", (request) => {
    if (!request.url().endsWith("/api/v1/stream")) open.add(request);
  });
  for (const end of ["requestfinished", "requestfailed"])
    page.on(end, (request) => open.delete(request));
  return open;
}

async function takeAll(origin, browser, account, pages) {
  const { page, close } = await visitor(browser, origin, DESKTOP);
  const open = openRequests(page);
  const api = account ? await asAccount(origin, account) : null;
  if (account) {
    const { accounts } = await (
      await fetch(`${origin}/api/v1/demo/accounts`)
    ).json();
    const { password } = accounts.find(({ username }) => username === account);
    await page.goto("/login");
    await page.getByLabel("用户名").fill(account);
    await page.getByLabel("密码").fill(password);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname !== "/login");
  }
  for (const { name, path, dark, act, readme: look } of pages) {
    const address = typeof path === "string" ? path : await path(api);
    if (!address) throw new Error(`the demo has nothing for ${name}`);
    const looks = [
      { viewport: DESKTOP, colorScheme: "light", file: `${name}-desktop` },
      { viewport: PHONE, colorScheme: "light", file: `${name}-phone` },
    ];
    if (dark)
      looks.push({
        viewport: DESKTOP,
        colorScheme: "dark",
        file: `${name}-dark`,
      });
    for (const { viewport, colorScheme, file } of looks) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(address);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await settled(page, open);
      if (act) {
        await act(page, origin);
        await settled(page, open);
        await page.evaluate(() => window.scrollTo(0, 0));
      }
      // A dialog lies over what the window shows; else the whole page is of interest.
      const dialogs = await page.getByRole("dialog").count();
      await page.screenshot({
        path: join(folder, `${file}.png`),
        fullPage: dialogs === 0,
      });
      console.log(`target/screenshots/${file}.png`);
      if (process.env.README && file === `${name}-${look}`)
        await page.screenshot({
          path: join(readme, `${name}.jpg`),
          type: "jpeg",
          quality: 72,
        });
    }
  }
  await close();
}

const wanted = process.argv.slice(2);
const chosen = PAGES.filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name),
);
if (wanted.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const [server, browser] = await Promise.all([startServer(), startBrowser()]);
try {
  // One sign-in each: the server allows only so many in a minute.
  for (const account of new Set(chosen.map(({ as }) => as)))
    await takeAll(
      server.origin,
      browser,
      account,
      chosen.filter(({ as }) => as === account),
    );
} finally {
  await browser.close();
  await server.stop();
}
