// A lead unit's person signs in, finds a case and reads what happened to it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  assertSound,
  DESKTOP,
  PHONE,
  picture,
  SMALL_PHONE,
  startBrowser,
  stepIn,
  TABLET,
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

/** Does what asks for another list, and waits until its answer is shown. */
async function listed(page, act) {
  const isList = (response) =>
    new URL(response.url()).pathname === "/api/v1/cases";
  const answered = page.waitForResponse(isList);
  await act();
  await (await answered).finished();
  await page
    .locator("[aria-busy='true']")
    .first()
    .waitFor({ state: "detached" });
}

/** Shows all cases, closed ones too. */
async function showAll(page) {
  await page.getByText(/^共 \d+ 件$/).waitFor();
  await listed(page, () =>
    page.getByLabel("办结情况").selectOption({ label: "全部" }),
  );
}

/** The link to the first case shown. */
const firstCase = (page) =>
  page.locator("[data-key]").first().getByRole("link");

/** The texts of the state of each case shown. */
const rowStates = (page) =>
  page.locator("tbody td:nth-child(5)").allInnerTexts();

for (const [screen, viewport] of Object.entries({
  desktop: DESKTOP,
  phone: PHONE,
})) {
  test(`on a ${screen}: sign in, list, case, history`, async () => {
    const { page, close } = await visitor(browser, server.origin, viewport);

    await page.goto("/");
    await page.getByRole("heading", { name: "演示账号" }).waitFor();
    await assertSound(page, "sign-in");
    await picture(page, `${screen}-1-sign-in`);

    await stepIn(page, "牵头部门", "/cases");
    await showAll(page);
    await page
      .getByRole(screen === "phone" ? "list" : "table", { name: "事项列表" })
      .waitFor();
    await assertSound(page, "cases");
    await picture(page, `${screen}-2-cases`);

    await listed(page, () =>
      page
        .getByLabel("状态", { exact: true })
        .selectOption({ label: "已办结" }),
    );
    await page.waitForURL(/state=closed/);
    const first = firstCase(page);
    await first.waitFor();
    const matter = await first.innerText();
    await first.click();

    await page.getByRole("heading", { name: matter, level: 1 }).waitFor();
    const history = page.getByRole("region", { name: "办理经过" });
    await history.getByRole("heading", { name: "登记" }).waitFor();
    const told = await history.getByRole("listitem").allInnerTexts();
    assert.match(told[told.length - 1], /^登记/);
    assert.ok(told.length > 1);
    await assertSound(page, "case");
    await picture(page, `${screen}-3-case`);

    await page.getByRole("button", { name: "更多操作" }).click();
    await page.getByText(/以及原因$/).click();
    await assertSound(page, "case with reasons");
    await close();
  });
}

for (const viewport of [SMALL_PHONE, TABLET]) {
  test(`at a width of ${viewport.width} no page scrolls sideways`, async () => {
    const { page, close } = await visitor(browser, server.origin, viewport);
    await page.goto("/");
    await page.getByRole("heading", { name: "演示账号" }).waitFor();
    await assertSound(page, "sign-in");
    await stepIn(page, "牵头部门", "/cases");
    await showAll(page);
    await assertSound(page, "cases");
    await firstCase(page).click();
    await page.getByRole("heading", { name: "登记" }).waitFor();
    await assertSound(page, "case");
    await close();
  });
}

test("a first load asks for at most 20 things", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/cases");
  await showAll(page);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await page.getByRole("table").waitFor();
  await page.getByRole("button", { name: /^通知，/ }).waitFor();
  assert.ok(asked.length <= 20, asked.join("\n"));
  await close();
});

test("filters stand in the address, and Back takes them back", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/cases");
  await page.getByText(/^共 \d+ 件$/).waitFor();
  await listed(page, () =>
    page.getByLabel("状态", { exact: true }).selectOption({ label: "已办结" }),
  );
  await page.waitForURL(/state=closed/);
  await page.getByRole("table").waitFor();
  const states = await rowStates(page);
  assert.ok(
    states.length > 0 && states.every((state) => state.startsWith("已办结")),
    states.join(),
  );

  await page.reload();
  await page.getByRole("table").waitFor();
  assert.equal(
    await page.getByLabel("状态", { exact: true }).inputValue(),
    "closed",
  );

  await page.goBack();
  await page.waitForURL((url) => !url.search);
  assert.equal(await page.getByLabel("状态", { exact: true }).inputValue(), "");
  await close();
});

test("pages turn forward and back, and survive a reload", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/cases");
  await showAll(page);
  const turner = page.getByRole("navigation", { name: "翻页" });
  const firstNumber = () =>
    page.locator("tbody tr:first-child td:nth-child(2)").innerText();
  const onFirst = await firstNumber();

  await listed(page, () =>
    turner.getByRole("button", { name: "下一页" }).click(),
  );
  await turner.getByText("第 2 页").waitFor();
  const onSecond = await firstNumber();
  assert.notEqual(onSecond, onFirst);

  await page.reload();
  await turner.getByText("第 2 页").waitFor();
  assert.equal(await firstNumber(), onSecond);

  await turner.getByRole("button", { name: "上一页" }).click();
  await turner.getByText("第 1 页").waitFor();
  await page.locator("table:not([aria-busy])").waitFor();
  assert.equal(await firstNumber(), onFirst);
  await close();
});

test("by keyboard alone: skip link, sign in, open a case; the heading takes the focus", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await page.goto("/login");
  await page.getByRole("heading", { name: "演示账号" }).waitFor();
  const focused = () =>
    page.evaluate(() => document.activeElement.textContent.trim());
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "跳到主要内容");
  await page.keyboard.press("Enter");
  assert.equal(
    await page.evaluate(() => document.activeElement.tagName),
    "MAIN",
  );

  const account = page
    .getByRole("group", { name: "牵头部门" })
    .getByRole("button")
    .first();
  await account.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/todo$/);
  await page.waitForFunction(() => document.activeElement.tagName === "H1");
  assert.equal(await focused(), "待办");
  assert.match(await page.title(), /^待办/);

  await page
    .getByRole("navigation", { name: "主导航" })
    .getByRole("link", { name: "事项" })
    .focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cases$/);

  await showAll(page);
  const link = firstCase(page);
  const matter = await link.innerText();
  await link.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: matter, level: 1 }).waitFor();
  await page.waitForFunction(() => document.activeElement.tagName === "H1");
  await page.waitForFunction((name) => document.title.includes(name), matter);
  await close();
});
