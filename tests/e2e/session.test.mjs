// Signing in and out, and what is shown to whom.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  assertSound,
  DESKTOP,
  picture,
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

async function anAccount(role) {
  const { accounts } = await (
    await fetch(`${server.origin}/api/v1/demo/accounts`)
  ).json();
  return accounts.find((account) => account.role === role);
}

test("a page wanted is kept until after signing in by name and password", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await page.goto("/cases?progress=all");
  await page.waitForURL(/\/login\?next=/);
  const { username, password } = await anAccount("lead");

  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByText("请填写用户名").waitFor();
  assert.equal(
    await page.evaluate(() =>
      document.activeElement.getAttribute("autocomplete"),
    ),
    "username",
  );

  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码").fill("not the password");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  await assertSound(page, "sign-in refused");

  await page.getByLabel("密码").fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cases\?progress=all$/);
  await close();
});

test("a reload keeps the session, signing out ends it", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门");
  const kept = await page.evaluate(() =>
    JSON.stringify({ ...localStorage, ...sessionStorage }),
  );
  assert.doesNotMatch(
    kept,
    /ey[\w-]+\.ey/,
    "the token lies in the browser's storage",
  );
  assert.equal(await page.evaluate(() => document.cookie), "");

  await page.reload();
  await page.getByRole("heading", { name: "事项", level: 1 }).waitFor();
  await page.getByRole("button", { name: "退出" }).click();
  await page.waitForURL(/\/login$/);
  await page.goto("/cases");
  await page.waitForURL(/\/login/);
  await close();
});

test("a session that the server ends leads back to signing in", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门");
  await page.context().clearCookies();
  await page.route("**/api/v1/cases?**", (route) =>
    route.fulfill({ status: 401, json: {} }),
  );
  await page.getByLabel("领域").selectOption({ label: "政务服务" });
  await page.waitForURL(/\/login\?next=.*sector/);
  await close();
});

test("a person with several posts goes on in another", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门");
  const post = page.getByLabel("当前岗位");
  const posts = await post.locator("option").allInnerTexts();
  assert.ok(posts.length > 1, "the first lead of the demo has one post only");
  const switched = page.waitForResponse("**/api/v1/session/acting");
  await post.selectOption({ label: posts[1] });
  assert.equal((await switched).status(), 200);
  await page.reload();
  await page.getByRole("heading", { name: "事项", level: 1 }).waitFor();
  assert.equal(await post.inputValue(), "1");
  await close();
});

test("what can't be shown is said in words", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门");
  await page.goto("/cases/none-such");
  await page.getByRole("alert").waitFor();
  await assertSound(page, "no such case");

  await page.goto("/nowhere");
  await page.getByRole("heading", { name: "没有这个页面" }).waitFor();
  await assertSound(page, "no such page");

  await page.route("**/api/v1/cases?**", (route) => route.abort());
  await page.goto("/cases");
  await page.getByRole("button", { name: "重试" }).waitFor();
  await assertSound(page, "list that failed");
  await picture(page, "desktop-4-failed");
  await page.unroute("**/api/v1/cases?**");
  await page.getByRole("button", { name: "重试" }).click();
  await page.getByText(/^共 \d+ 件$/).waitFor();

  await page.route("**/api/v1/session/refresh", (route) => route.abort());
  await page.reload();
  await page
    .getByRole("heading", { name: "办成" })
    .waitFor({ state: "attached" });
  await assertSound(page, "server away");
  await page.unroute("**/api/v1/session/refresh");
  await page.getByRole("button", { name: "重试" }).click();
  await page.getByText(/^共 \d+ 件$/).waitFor();
  await close();
});
