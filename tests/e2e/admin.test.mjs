// The administration: people, units, settings, the calendar.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  assertSound,
  DESKTOP,
  PHONE,
  picture,
  signOut,
  SMALL_PHONE,
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

const ADMIN = "系统管理员";

/** Chooses in a list that is searched by typing. */
async function choose(scope, label, text) {
  await scope.getByRole("combobox", { name: label, exact: true }).fill(text);
  await scope.getByRole("option", { name: text }).first().click();
}

test("an administrator enters a person, who signs in, changes the password and works", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, ADMIN, "/admin/users");
  await page.getByText(/^共 \d+ 人$/).waitFor();
  await page.getByRole("searchbox").fill("没有这个人");
  await page.getByText("没有找到这个人").waitFor();
  await page.getByRole("link", { name: "查看全部人员" }).click();
  await page.getByLabel("单位").selectOption({ label: "区住建委" });
  await page.waitForURL(/unit=qzjw/);
  await page.getByText(/^共 \d 人$/).waitFor();
  await assertSound(page, "people");

  await page.getByRole("link", { name: "新增人员" }).click();
  await page.getByRole("heading", { name: "新增人员", level: 1 }).waitFor();
  await page.getByRole("button", { name: "新增人员" }).click();
  await page.getByText("有 3 处需要修改").waitFor();
  await assertSound(page, "new person with faults");
  await page.getByLabel("姓名").fill("甄新人");
  await page.getByLabel("用户名").fill("Zhen.XR");
  await page
    .getByRole("combobox", { name: "岗位" })
    .selectOption({ label: "责任单位经办/专班" });
  await page.getByRole("button", { name: "新增人员" }).click();
  // What only the server knows is said at the field.
  await page.getByText("只能用小写字母、数字").last().waitFor();
  await page.getByLabel("用户名").fill("zhen.xr");
  await page.getByRole("button", { name: "新增人员" }).click();

  const slip = page.getByRole("dialog", { name: "甄新人的初始密码" });
  const password = await slip.locator("dd").last().innerText();
  assert.match(password, /^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/);
  await assertSound(page, "first password");
  await picture(page, "desktop-first-password");
  await slip.getByRole("button", { name: "已记下，关闭" }).click();
  await page.getByRole("heading", { name: "甄新人", level: 1 }).waitFor();
  await page.getByText("须改初始密码").waitFor();
  await page.getByRole("heading", { name: "新增用户" }).waitFor();
  await assertSound(page, "person");
  await picture(page, "desktop-person");
  assert.ok(!(await page.content()).includes(password));
  await signOut(page);

  await page.goto("/");
  await page.getByLabel("用户名").fill("zhen.xr");
  await page.getByLabel("密码").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "请先修改初始密码" }).waitFor();
  await page.getByLabel("原密码").fill(password);
  await page.getByLabel("新密码", { exact: true }).fill("my own password 2");
  await page.getByLabel("再输一次新密码").fill("my own password 2");
  await page.getByRole("button", { name: "修改密码" }).click();
  await page.getByRole("link", { name: "进入首页" }).click();
  await page.getByRole("heading", { name: "待办", level: 1 }).waitFor();
  await close();
});

test("posts are given and taken, an account disabled; one's own stays as it is", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, ADMIN, "/admin/users?q=leader");
  await page.getByRole("link", { name: "甄组长" }).click();
  await page.getByRole("button", { name: "授予岗位" }).click();
  let form = page.getByRole("dialog", { name: "授予岗位：甄组长" });
  await form.waitFor();
  await assertSound(page, "giving a post");
  await choose(form, "岗位", "总管家");
  await choose(form, "所在单位", "区财政局");
  await form.getByRole("button", { name: "授予" }).click();
  await form
    .getByText(/岗位只能设在/)
    .first()
    .waitFor();
  await choose(form, "所在单位", "紫金服务总管家");
  await form.getByRole("button", { name: "授予" }).click();
  await page.getByText("岗位已授予").waitFor();

  await page.getByRole("button", { name: /^免去总管家/ }).click();
  form = page.getByRole("dialog", { name: "免去岗位：甄组长" });
  await form.getByLabel("理由").fill("轮岗");
  await form.getByRole("button", { name: "免去" }).click();
  await page.getByText("岗位已免去").waitFor();
  await page.getByRole("heading", { name: "免去岗位" }).waitFor();

  await page.getByRole("button", { name: "停用账号" }).click();
  form = page.getByRole("dialog", { name: "停用账号：甄组长" });
  await form.getByLabel("理由").fill("调离");
  await form.getByRole("button", { name: "停用" }).click();
  await page.getByText("已停用", { exact: true }).waitFor();
  await page.getByRole("button", { name: "启用账号" }).waitFor();

  await page.goto("/admin/users?q=admin");
  await page.getByRole("link", { name: "甄系统" }).click();
  await page.getByRole("button", { name: "停用账号" }).click();
  form = page.getByRole("dialog", { name: "停用账号：甄系统" });
  await form.getByLabel("理由").fill("试试");
  await form.getByRole("button", { name: "停用" }).click();
  await form.getByRole("alert").filter({ hasText: "自己的账号" }).waitFor();
  await close();
});

test("a unit is entered, renamed, and closed; one that is still needed is not", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, ADMIN, "/admin/units");
  await page.getByRole("table", { name: "单位列表" }).waitFor();
  await assertSound(page, "units");
  await page.getByRole("button", { name: "新增单位" }).click();
  let form = page.getByRole("dialog", { name: "新增单位" });
  await form.getByLabel("简称").fill("区数据局");
  await form.getByLabel("全称").fill("北京市东城区数据局");
  await form.getByLabel("代码").fill("qsjj");
  await choose(form, "类别", "政府部门");
  await form.getByLabel("次序").fill("285");
  await assertSound(page, "new unit");
  await form.getByRole("button", { name: "新增" }).click();
  await page.getByRole("heading", { name: "区数据局", level: 1 }).waitFor();
  await page.getByText("还没有人在这个单位担任岗位").waitFor();

  await page.getByRole("button", { name: "更名" }).click();
  form = page.getByRole("dialog", { name: "单位更名：区数据局" });
  await form.getByLabel("简称").fill("区政务和数据局");
  await form.getByLabel("理由").fill("机构改革");
  await form.getByRole("button", { name: "更名" }).click();
  await page
    .getByRole("heading", { name: "区政务和数据局", level: 1 })
    .waitFor();
  await page.getByRole("heading", { name: "单位更名", exact: true }).waitFor();
  await assertSound(page, "unit");

  await page.getByRole("button", { name: "撤销", exact: true }).click();
  form = page.getByRole("dialog", { name: "撤销单位：区政务和数据局" });
  await choose(form, "承接单位", "区政务服务局");
  await form.getByLabel("理由").fill("并入区政务服务局");
  await form.getByRole("button", { name: "撤销" }).click();
  await page.getByText("已撤销", { exact: true }).waitFor();
  await page.goto("/admin/units");
  await page.getByText("已撤销的单位（1）").click();
  await page.getByRole("link", { name: "区政务和数据局" }).waitFor();

  await page.goto("/admin/units/qzjw");
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  form = page.getByRole("dialog", { name: "撤销单位：区住建委" });
  await form.getByLabel("理由").fill("试试");
  await form.getByRole("button", { name: "撤销" }).click();
  await form.getByRole("alert").filter({ hasText: "不能撤销" }).waitFor();
  await close();
});

test("a setting is changed with a reason; who was slower is told", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, ADMIN, "/admin/settings");
  await page.getByText("还没有更改过", { exact: false }).first().waitFor();
  await assertSound(page, "settings");
  const change = page.getByRole("button", { name: "更改办理期限" });
  const form = page.getByRole("dialog", { name: "更改设置：办理期限" });

  await change.click();
  await form.getByLabel("理由").fill("区政府第3次常务会议纪要");
  await form.getByRole("button", { name: "更改设置" }).click();
  await form
    .getByRole("alert")
    .filter({ hasText: "没有改动任何设置" })
    .waitFor();
  await form.getByLabel("主办期限（个工作日）").fill("99");
  await form.getByRole("button", { name: "更改设置" }).click();
  await form.getByText("请填写 1 至 60 的整数").last().waitFor();
  await assertSound(page, "settings with faults");
  await form.getByLabel("主办期限（个工作日）").fill("7");

  // Something else is changed meanwhile.
  const admin = await asAccount(server.origin, "admin");
  await admin.post(
    "/settings/change",
    { values: { max_returns: 3 }, reason: "统一口径" },
    0,
  );
  await form.getByText("填写期间，这里已有新的变化").waitFor();
  await form.getByRole("button", { name: "按最新情况继续" }).click();
  await form.getByRole("button", { name: "更改设置" }).click();
  await page.getByText("设置已更改，从现在起生效").waitFor();
  await page.getByText("第 2 版").waitFor();
  const log = page.getByRole("region", { name: "更改记录" });
  await log.getByText("区政府第3次常务会议纪要").waitFor();
  await log.getByText("7 个工作日").waitFor();
  await assertSound(page, "settings changed");
  await picture(page, "desktop-settings");
  await close();
});

test("a cause is added, another retired: forms offer the one and no longer the other", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, ADMIN, "/admin/settings");
  await page.getByRole("button", { name: "更改成因" }).click();
  const form = page.getByRole("dialog", { name: "更改设置：成因" });
  await form.getByLabel("停用：其他").check();
  await form.getByRole("button", { name: "添加成因" }).click();
  // It is gone on with at once.
  assert.ok(
    await form
      .getByLabel("成因 11")
      .evaluate((node) => node === document.activeElement),
  );
  await page.keyboard.insertText("数据未共享");
  await form.getByLabel("理由").fill("区营商办关于统一成因口径的通知");
  await form.getByRole("button", { name: "更改设置" }).click();
  await form.getByText("请把第 11 项填写完整").last().waitFor();
  await form.getByLabel("代码").fill("data_not_shared");
  await assertSound(page, "causes");
  await picture(page, "desktop-causes");
  await form.getByRole("button", { name: "更改设置" }).click();
  await form.getByText("办理规则要用到“其他”，不能停用").last().waitFor();
  await form.getByLabel("停用：其他").uncheck();
  await form.getByLabel("停用：历史遗留").check();
  await form.getByRole("button", { name: /^上移.*数据未共享/ }).click();
  await form.getByRole("button", { name: "更改设置" }).click();
  await page.getByText("设置已更改，从现在起生效").waitFor();
  await page
    .getByText("历史遗留（已停用）、人为推诿、本人材料不全、数据未共享、其他")
    .first()
    .waitFor();
  await close();

  const clerk = await visitor(browser, server.origin, DESKTOP);
  await stepIn(clerk.page, "窗口/专班受理", "/cases/new");
  await clerk.page.getByText("更多登记内容").click();
  const cause = clerk.page.getByLabel(/^成因/);
  await cause.getByText("数据未共享").waitFor({ state: "attached" });
  assert.ok(!(await cause.innerText()).includes("历史遗留"));
  await clerk.close();
});

const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
　　一、元旦：1月1日（周五）至3日（周日）放假，共3天。
　　二、春节：2月5日（周五）至12日（周五）放假调休，共8天。1月31日（周日）、2月14日（周日）上班。
国务院办公厅
2026年11月3日
`;

test("a holiday notice is read from its text, tried, and imported", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, ADMIN, "/admin/calendar");
  await page.getByRole("table", { name: /2026年\s*10月/ }).waitFor();
  await assertSound(page, "calendar");
  await page.getByRole("link", { name: "导入放假通知" }).click();
  await page.waitForURL(/import\?year=2027$/);
  await page.getByRole("button", { name: "试算" }).click();
  await page.getByRole("alert").filter({ hasText: "处需要修改" }).waitFor();
  await assertSound(page, "import with faults");

  await page.getByLabel("通知正文").fill(NOTICE);
  await page.getByRole("button", { name: "读取" }).click();
  await page.getByText("已读出 11 天放假、2 天补班").waitFor();
  assert.equal(
    await page.getByLabel("文号").inputValue(),
    "国办发明电〔2026〕9号",
  );
  const off = page.getByRole("list", { name: "放假的日子" });
  assert.equal(await off.getByRole("listitem").count(), 2);
  await assertSound(page, "import");

  const imports = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/calendar/import")) imports.push(request);
  });
  await page.getByRole("button", { name: "试算" }).click();
  const result = page.getByRole("region", { name: "试算结果" });
  await result.getByText(/个未到的期限会调整/).waitFor();
  await assertSound(page, "dry run");
  await picture(page, "desktop-dry-run");
  assert.equal(imports.length, 0);

  // What was tried is what is imported: a change asks for another try.
  await page
    .getByLabel("通知标题")
    .fill("国务院办公厅关于2027年放假安排的通知");
  await page.getByText("内容已改动，请重新试算").waitFor();
  await page.getByRole("button", { name: "试算" }).click();
  await page.getByRole("button", { name: "正式导入" }).click();
  await page.getByText(/2027 年的安排已导入/).waitFor();
  await page.getByRole("table", { name: /2027年\s*2月/ }).waitFor();
  await page.getByText("2月5日至2月12日，共8天").waitFor();
  assert.equal(imports.length, 1);

  await page.getByRole("link", { name: "历次版本" }).click();
  await page
    .getByText("国务院办公厅关于2027年放假安排的通知", { exact: false })
    .waitFor();
  await assertSound(page, "versions");
  await close();
});

test("a deadline is reckoned day by day, and stands in the address", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(
    page,
    "区营商办",
    "/admin/calendar?tab=deadline&from=2021-09-29&days=3",
  );
  await page.getByText("2021-10-09 周六").first().waitFor();
  const days = page.getByRole("region", { name: "逐日说明" });
  assert.equal(await days.getByRole("listitem").count(), 11);
  await page.getByLabel("工作日数").fill("2");
  await page.waitForURL(/days=2/);
  await page.getByText("2021-10-08 周五").first().waitFor();
  await assertSound(page, "deadline");
  await close();
});

test("an auditor reads all of it and is offered nothing to press; the office reads the settings", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "审计", "/admin/users?q=leader");
  assert.equal(await page.getByRole("link", { name: "新增人员" }).count(), 0);
  await page.getByRole("link", { name: "甄组长" }).click();
  await page.getByRole("heading", { name: "新增用户" }).waitFor();
  assert.equal(
    await page.getByRole("button", { name: /停用|重置|授予/ }).count(),
    0,
  );
  await page.goto("/admin/units/zgj");
  await page.getByRole("heading", { name: "设立单位" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "更名" }).count(), 0);
  await signOut(page);

  await stepIn(page, "区营商办", "/admin/settings");
  await page.getByText("主办期限").first().waitFor();
  assert.equal(await page.getByRole("button", { name: /^更改/ }).count(), 0);
  await page.goto("/admin/users");
  await page.getByText("当前岗位无此权限").waitFor();
  await assertSound(page, "refused");
  await close();
});

for (const [name, viewport] of Object.entries({
  phone: PHONE,
  small: SMALL_PHONE,
})) {
  test(`on a ${name} screen nothing scrolls sideways`, async () => {
    const { page, close } = await visitor(browser, server.origin, viewport);
    await stepIn(page, ADMIN, "/admin/users?q=lead");
    await page.getByRole("list", { name: "人员列表" }).waitFor();
    await assertSound(page, "people");
    for (const [path, sign] of [
      ["/admin/users/new", "再加一个岗位"],
      ["/admin/units?q=政务", "区政务服务局"],
      ["/admin/units/zgj", "设立单位"],
      ["/admin/settings", "主办期限"],
      ["/admin/calendar?year=2026", "国庆节"],
      ["/admin/calendar?tab=deadline", "第 5 天"],
      ["/admin/calendar/import?year=2026", "加入放假"],
    ]) {
      await page.goto(path);
      await page.getByText(sign).first().waitFor();
      await assertSound(page, path);
    }
    await close();
  });
}
