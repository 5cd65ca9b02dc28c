// Signing in and out, and what is shown to whom.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  assertSound,
  DESKTOP,
  picture,
  signOut,
  startBrowser,
  stepIn,
  visitor,
} from "./support/browser.mjs";
import { asAccount } from "./support/api.mjs";
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
  await page.getByRole("heading", { name: "待办", level: 1 }).waitFor();
  await signOut(page);
  await page.goto("/cases");
  await page.waitForURL(/\/login/);
  await close();
});

/** The session ends under an open page, in the midst of a search. */
async function expire(page) {
  await page.context().clearCookies();
  await page.route("**/api/v1/cases?**", (route) =>
    route.fulfill({ status: 401, json: {} }),
  );
  await page.keyboard.press("Control+k");
  await page
    .getByRole("dialog", { name: "搜索" })
    .getByRole("combobox")
    .fill("养老机构");
  const again = page.getByRole("dialog", { name: "登录已过期，请重新登录" });
  await again.waitFor();
  await page.unroute("**/api/v1/cases?**");
  return again;
}

async function signInAs(again, { username, password }) {
  await again.getByLabel("用户名").fill(username);
  await again.getByLabel("密码").fill(password);
  await again.getByLabel("密码").press("Enter");
  await again.waitFor({ state: "detached" });
}

test("who signs in again after the session's end goes on with what was typed", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/cases");
  await page.getByRole("table").waitFor();
  const again = await expire(page);
  await assertSound(page, "session over");
  await picture(page, "desktop-session-over");
  await page.keyboard.press("Escape");
  await again.getByLabel("用户名").fill("lead.zw");
  await again.getByLabel("密码").fill("not the password");
  await page.keyboard.press("Enter");
  await again.getByRole("alert").waitFor();

  await signInAs(again, await anAccount("lead"));
  const search = page.getByRole("dialog", { name: "搜索" });
  assert.equal(await search.getByRole("combobox").inputValue(), "养老机构");
  await search
    .getByRole("option", { name: /养老机构/ })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /养老机构/, level: 1 }).waitFor();
  await close();
});

test("who changes the password as the session ends signs in again in place", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门");
  await page.goto("/password");
  await page.getByLabel("原密码").fill("not the old one");
  await page.getByLabel("新密码", { exact: true }).fill("a-brand-new-password");
  await page.getByLabel("再输一次新密码").fill("a-brand-new-password");
  await page.context().clearCookies();
  await page.route("**/api/v1/session/password", (route) =>
    route.fulfill({ status: 401, json: {} }),
  );
  await page.getByRole("button", { name: "修改密码" }).click();
  const again = page.getByRole("region", { name: "登录已过期，请重新登录" });
  await again.waitFor();
  await assertSound(page, "session over, changing the password");
  await picture(page, "desktop-password-session-over");
  await page.unroute("**/api/v1/session/password");
  await signInAs(again, await anAccount("lead"));
  assert.equal(
    await page.getByLabel("再输一次新密码").inputValue(),
    "a-brand-new-password",
  );
  await page.getByRole("button", { name: "修改密码" }).click();
  await page.getByRole("alert").getByText("原密码不正确").waitFor();
  await close();
});

test("somebody else who signs in then begins afresh", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/cases");
  await page.getByRole("table").waitFor();
  const again = await expire(page);
  const office = await anAccount("office");
  await signInAs(again, office);
  await page.waitForURL(/\/todo$/);
  await page.getByRole("button", { name: `账号：${office.name}` }).waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
  await close();
});

test("a first password is changed before anything else", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  const admin = await asAccount(server.origin, "admin");
  const { items } = await admin.get("/users?limit=200");
  const { id, version } = items.find((user) => user.username === "leader");
  const first = "the first password 1";
  const reason = "忘记密码";
  await admin.post(
    `/users/${id}/reset-password`,
    { password: first, reason },
    version,
  );

  await page.goto("/cases");
  await page.getByLabel("用户名").fill("leader");
  await page.getByLabel("密码").fill(first);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "请先修改初始密码" }).waitFor();
  await page.goto("/cases");
  await page.getByRole("heading", { name: "请先修改初始密码" }).waitFor();

  await page.getByRole("button", { name: "修改密码" }).click();
  await page.getByText("请填写原密码").waitFor();
  await page.getByText(/至少 12 个字符/).waitFor();
  await assertSound(page, "password with faults");
  await page.getByLabel("原密码").fill("not the password");
  await page.getByLabel("新密码", { exact: true }).fill("my own password 2");
  await page.getByLabel("再输一次新密码").fill("my own password 2");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "原密码不正确" }).waitFor();
  await page.getByLabel("原密码").fill(first);
  await page.getByRole("button", { name: "修改密码" }).click();
  await page.getByRole("heading", { name: "密码已修改" }).waitFor();
  await assertSound(page, "password changed");
  await page.getByRole("link", { name: "进入首页" }).click();
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
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
  await page.getByRole("heading", { name: "待办", level: 1 }).waitFor();
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
