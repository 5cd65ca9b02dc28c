// What stands around every page: navigation, search, notices, shortcuts; and 待办, where the day begins.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asAccount } from "./support/api.mjs";
import {
  assertSound,
  DESKTOP,
  PHONE,
  picture,
  SMALL_PHONE,
  startBrowser,
  stepIn,
  visitor,
} from "./support/browser.mjs";
import { startServer } from "./support/server.mjs";

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const tasks = (page) =>
  page
    .getByRole("main")
    .getByRole("region")
    .getByRole("listitem")
    .getByRole("link");

// First of all: one person may follow on six pages, and the server takes a while to miss one that is left.
test("a notice comes at once, counts follow, and the list waits for the hand", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  const intake = await asAccount(server.origin, "intake");
  await stepIn(page, "牵头部门", "/notices");
  await page.getByRole("button", { name: "全部标为已读" }).click();
  await page.getByRole("button", { name: "通知", exact: true }).waitFor();
  await assertSound(page, "notices");
  await picture(page, "desktop-notices");

  const links = page.getByRole("navigation", { name: "主导航" });
  await links.getByRole("link", { name: /^待办/ }).click();
  await tasks(page).first().waitFor();
  const before = await tasks(page).count();
  const total = page
    .getByRole("navigation", { name: "待办类别" })
    .getByRole("link", { name: /^全部/ });
  assert.match(await total.innerText(), new RegExp(`${before}`));

  // Past the moment in which a fresh list is simply read again.
  await page.waitForFunction((shown) => Date.now() - shown > 1500, Date.now());
  const { items } = await intake.get("/inbox?kind=settle");
  const { id, version, matter_name: matter } = items[0].case;
  await intake.post(`/cases/${id}/pass-on`, {}, version);

  await page.getByRole("button", { name: "通知，1 条未读" }).waitFor();
  await total.filter({ hasText: String(before + 1) }).waitFor();
  const banner = page.getByRole("button", { name: "有 1 条更新，点击刷新" });
  await banner.waitFor();
  assert.equal(await tasks(page).count(), before);
  await assertSound(page, "todo with news");
  await banner.click();
  await page.getByRole("link", { name: matter }).first().waitFor();
  await banner.waitFor({ state: "detached" });
  assert.equal(await tasks(page).count(), before + 1);

  await page.getByRole("button", { name: "通知，1 条未读" }).click();
  const drawer = page.getByRole("dialog", { name: "通知" });
  await drawer
    .getByRole("link", { name: /待派发/ })
    .first()
    .waitFor();
  await assertSound(page, "notices beside");
  await drawer
    .getByRole("link", { name: /待派发/ })
    .first()
    .click();
  await page.getByRole("heading", { name: matter, level: 1 }).waitFor();
  await page.getByRole("button", { name: "通知", exact: true }).waitFor();
  await close();
});

for (const [screen, viewport] of Object.entries({
  desktop: DESKTOP,
  phone: PHONE,
})) {
  test(`on a ${screen}: what waits stands by deadline and opens at what is to be done`, async () => {
    const { page, close } = await visitor(browser, server.origin, viewport);
    await stepIn(page, "牵头部门");
    await page.getByRole("heading", { name: "待办", level: 1 }).waitFor();
    await page.getByRole("region", { name: "已超期" }).waitFor();
    await assertSound(page, "todo");
    await picture(page, `${screen}-todo`);

    const kinds = page.getByRole("navigation", { name: "待办类别" });
    await kinds.getByRole("link", { name: /^待裁定/ }).click();
    await page.waitForURL(/kind=rule/);
    await page.locator(".turning").waitFor({ state: "detached" });
    const first = tasks(page).first();
    const matter = await first.innerText();
    await first.click();
    await page.waitForURL(/\/cases\/[^/]+\?do=rule$/);
    await page.getByRole("heading", { name: matter, level: 1 }).waitFor();

    // What is dispatched or verified has a place of its own, with the case chosen there.
    await page.goto("/todo?kind=dispatch");
    await tasks(page).first().click();
    await page.waitForURL(/\/dispatch\?case=/);
    await page.getByText("主办单位").first().waitFor();
    const { searchParams } = new URL(page.url());
    await page.goto(`/cases/${searchParams.get("case")}?do=dispatch`);
    await page.waitForURL(/\/dispatch\?case=/);
    await page.goto("/todo?kind=verify");
    const verified = tasks(page).first();
    const called = await verified.innerText();
    await verified.click();
    await page.waitForURL(/\/verify\?kind=verify&case=|\/verify\?case=/);
    await page.getByRole("heading", { name: called }).waitFor();

    await page.goto("/todo?kind=hold_meeting");
    await page.getByText("没有“待上会”的事项").waitFor();
    await assertSound(page, "todo without");
    await close();
  });
}

test("who has nothing to do is told so, and the list that fails says it", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "责任单位经办/专班");
  await page.getByText("都办完了，辛苦了！").waitFor();
  await assertSound(page, "nothing to do");

  await page.route("**/api/v1/inbox?**", (route) => route.abort());
  await page.reload();
  await page.getByRole("button", { name: "重试" }).waitFor();
  await assertSound(page, "todo that failed");
  await page.unroute("**/api/v1/inbox?**");
  await page.getByRole("button", { name: "重试" }).click();
  await page.getByText("都办完了，辛苦了！").waitFor();
  await close();
});

test("by keyboard: J and K through what waits, ? for the keys, which can be turned off", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门");
  await tasks(page).first().waitFor();
  const names = await tasks(page).allInnerTexts();
  const focused = () =>
    page.evaluate(() => document.activeElement.textContent.trim());
  await page.keyboard.press("j");
  assert.equal(await focused(), names[0]);
  await page.keyboard.press("j");
  assert.equal(await focused(), names[1]);
  await page.keyboard.press("k");
  assert.equal(await focused(), names[0]);

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "快捷键" });
  await sheet.getByText("下一条").waitFor();
  await assertSound(page, "shortcuts");
  await sheet.getByLabel(/启用单键快捷键/).uncheck();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  assert.equal(await focused(), names[0], "the focus goes back");
  await page.keyboard.press("j");
  assert.equal(await focused(), names[0]);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "搜索" }).waitFor();
  await close();
});

test("the search finds a case by number, a unit, a page", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门");
  const number = await page
    .getByText(/^\d{4}-\d{4}$/)
    .first()
    .innerText();
  const search = page.getByRole("dialog", { name: "搜索" });
  const field = search.getByRole("combobox");

  await page.keyboard.press("/");
  await search.waitFor();
  await search.getByRole("option", { name: "待办" }).waitFor();
  await field.fill(`DC-${number}`);
  await search.getByRole("option", { name: new RegExp(number) }).waitFor();
  await assertSound(page, "search");
  await picture(page, "desktop-search");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cases\/[^/]+$/);
  await page.getByText(number).first().waitFor();

  await page.getByRole("button", { name: "搜索事项、单位、页面" }).click();
  await field.fill("区政务服务");
  const unit = search
    .getByRole("group", { name: "单位" })
    .getByRole("option", { name: /区政务服务局/ });
  await unit.click();
  await page.waitForURL(/\/cases\?holder_unit=qzwfwj$/);
  await page
    .getByRole("button", { name: "去掉条件 经办单位：区政务服务局" })
    .waitFor();
  await page.getByText(/^共 \d+ 件$/).waitFor();
  const heads = await page.locator("thead tr > *").allInnerTexts();
  const column = 1 + heads.findIndex((head) => head.includes("现由谁经办"));
  const holders = await page
    .locator(`tbody tr > :nth-child(${column})`)
    .allInnerTexts();
  assert.ok(
    holders.length > 0 && holders.every((holder) => holder === "区政务服务局"),
    holders.join(),
  );
  await assertSound(page, "a unit's cases");

  await page.keyboard.press("Control+k");
  await field.fill("没有这样的东西");
  await search.getByText("没有找到").waitFor();
  await page.keyboard.press("Escape");
  await search.waitFor({ state: "detached" });
  await close();
});

test("an administrator finds a unit by the search", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "系统管理员");
  await page.keyboard.press("Control+k");
  const search = page.getByRole("dialog", { name: "搜索" });
  await search.getByRole("combobox").fill("区政务服务");
  await search.getByRole("option", { name: /区政务服务局/ }).click();
  await page.waitForURL(/\/admin\/units\/qzwfwj$/);
  await page.getByRole("heading", { name: /区政务服务局/, level: 1 }).waitFor();
  await close();
});

test("a lost network is said quietly, and its return too", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门");
  await tasks(page).first().waitFor();
  await page.context().setOffline(true);
  await page.getByText("网络已断开。").waitFor();
  await assertSound(page, "offline");
  await page.context().setOffline(false);
  await page.getByText("网络已断开。").waitFor({ state: "detached" });
  await close();
});

test("light and dark are chosen, and kept", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门");
  await page.getByRole("button", { name: /^账号/ }).click();
  await page.getByText("深色").click();
  await assertSound(page, "account menu");
  await page.emulateMedia({ colorScheme: "light" });
  await page.reload();
  await tasks(page).first().waitFor();
  assert.equal(
    await page.evaluate(() => document.documentElement.dataset.theme),
    "dark",
  );
  await close();
});

test("the navigation folds away, and stays so", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门");
  await page.getByRole("button", { name: "收起导航" }).click();
  await page.getByRole("button", { name: "展开导航" }).waitFor();
  await assertSound(page, "folded navigation");
  await page.reload();
  await page.getByRole("button", { name: "展开导航" }).waitFor();
  await close();
});

test("on a small phone nothing scrolls sideways", async () => {
  const { page, close } = await visitor(browser, server.origin, SMALL_PHONE);
  await stepIn(page, "牵头部门");
  await tasks(page).first().waitFor();
  await assertSound(page, "todo");
  await page.getByRole("button", { name: /^账号/ }).click();
  await page.getByLabel("当前岗位").waitFor();
  await assertSound(page, "account menu");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^通知/ }).click();
  const drawer = page.getByRole("dialog", { name: "通知" });
  await drawer.getByRole("listitem").first().waitFor();
  await assertSound(page, "notices beside");
  await drawer.getByRole("link", { name: "查看全部通知" }).click();
  await page.getByRole("heading", { name: "通知", level: 1 }).waitFor();
  await page.getByRole("main").getByRole("listitem").first().waitFor();
  await assertSound(page, "notices");
  await close();
});
