// From waiting cases to a dispatched work order on paper; and a ruling where units would not have a case.
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
import { registerCase } from "./support/cases.mjs";
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

const UNIT = "区人力社保局";

/** The waiting cases of one queue of the board. */
const waiting = (page, queue) =>
  page.getByRole("region", { name: queue }).getByRole("checkbox");

/** A case that waits for dispatch, on no work order yet. */
async function passedOnCase(intake) {
  const { id, version } = await registerCase(intake);
  const accepted = await intake.post(`/cases/${id}/accept`, {}, version);
  return intake.post(`/cases/${id}/pass-on`, {}, accepted.version);
}

/** Signs in as a demo account by its user name. */
async function signInAs(page, username, path) {
  const { accounts } = await (
    await fetch(`${server.origin}/api/v1/demo/accounts`)
  ).json();
  const { password } = accounts.find(
    (account) => account.username === username,
  );
  await page.goto(path);
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
}

test("two cases become one work order: drafted, confirmed by the unit, dispatched, on paper", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/dispatch");
  await waiting(page, "待派发").first().waitFor();
  await page.getByText("请在左边选择事项").waitFor();
  await assertSound(page, "board");
  await picture(page, "desktop-board");

  // By keyboard: down to the first one, and choose it.
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Space");
  await waiting(page, "待派发").nth(1).click();
  await page.getByRole("heading", { name: "拟制工作单（2 件）" }).waitFor();
  await page.waitForURL(/cases=[^,]+%2C|cases=[^,]+,/);
  await page.getByText("解决过同类事项").first().waitFor();
  await page.getByText("议定先例").first().waitFor();

  const draft = page.getByRole("button", { name: "拟制并请单位确认" });
  await draft.click();
  await page
    .getByRole("alert")
    .getByRole("link", { name: "主办单位" })
    .waitFor();
  await assertSound(page, "board without a unit");

  await page.getByRole("searchbox", { name: "查找单位" }).fill("人力社保");
  await page.getByRole("radio", { name: UNIT }).check();
  await page.getByRole("searchbox", { name: "查找单位" }).fill("民政");
  await page.getByRole("checkbox", { name: "区民政局协办" }).check();
  await page.getByLabel("区民政局协办的部分").fill("核对登记信息，配合更正。");
  await assertSound(page, "board with units");
  await picture(page, "desktop-board-units");
  await draft.click();

  await page.getByRole("button", { name: "记录电话确认" }).waitFor();
  await page.waitForURL(/sheet=/);
  await page.getByText(`请${UNIT}确认`).waitFor();
  await assertSound(page, "board with a work order");
  await picture(page, "desktop-board-sheet");

  // The unit confirms for itself, on its phone; the board hears of it.
  const unit = await visitor(browser, server.origin, PHONE);
  await signInAs(unit.page, "handler.qrlsbj", "/todo");
  await unit.page
    .getByRole("region", { name: "待确认的工作单" })
    .getByRole("link")
    .first()
    .click();
  await unit.page.getByRole("heading", { name: "事项（2 件）" }).waitFor();
  await unit.page.getByText("区民政局：核对登记信息，配合更正。").waitFor();
  await assertSound(unit.page, "work order of the unit");
  await picture(unit.page, "phone-work-order");
  await unit.page.getByRole("button", { name: "确认承办" }).click();
  await unit.page
    .getByRole("dialog", { name: "确认承办" })
    .getByRole("button", { name: "确认承办" })
    .click();
  await unit.page
    .getByRole("region", { name: "进度" })
    .getByText(`${UNIT}已确认`)
    .waitFor();
  await unit.close();

  await page.getByText(`${UNIT}已确认`).waitFor();
  await page.getByRole("button", { name: "派发", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "派发" });
  await assertSound(page, "dispatch");
  await dialog.getByRole("button", { name: "派发", exact: true }).click();
  await page.getByText("已派发，期限开始计算").waitFor();
  await page.getByRole("link", { name: "查看工作单" }).click();
  await page.getByRole("heading", { name: /^工作单 \d{4}-\d{4}$/ }).waitFor();
  await page.getByText("已派发", { exact: true }).first().waitFor();
  await assertSound(page, "work order");
  await picture(page, "desktop-work-order");

  // One press prints.
  await page.evaluate(() => {
    window.print = () => (window.printed = (window.printed ?? 0) + 1);
  });
  await page.getByRole("link", { name: "打印" }).click();
  await page.waitForFunction(() => window.printed === 1);
  const form = page.getByRole("article");
  await assertSound(page, "form");
  await picture(page, "desktop-form");
  const words = (await form.innerText()).replace(/\s+/g, "");
  for (const said of [
    "东城区优化营商环境解决企业群众“办不成事”问题工作单填报人：贾派发联系电话：010-60000001",
    `工作单接收部门部门名称${UNIT}问题所属领域政务服务`,
    "群众未办成事情况统计受理途径线下/线上涉及事项2个群众反映记录无",
    "编号受理时间事项名称未成功受理原因存在问题完成时限No.0",
    "是否需要市级部门协调解决：",
    "有关要求1.请针对上述问题认真整改，在完成时限前，及时将整改落实情况以书面形式反馈牵头部门；2.有关整改情况已纳入监督考评范围。",
    "协同处理单位分工区民政局核对登记信息，配合更正。",
  ]) {
    assert.ok(words.includes(said), `the form doesn't say ${said}: ${words}`);
  }
  assert.ok(!words.includes("样表"));
  assert.match(words, /\d{4}\.[1-9]\d?\.[1-9]\d?/);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button", { name: "打印" }).count(), 0);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  assert.match(pdf, /MediaBox\s*\[0 0 594\.9\d* 841\.9\d*\]/, "not A4");
  await page.emulateMedia({ media: "screen" });

  // On a phone the paper is seen whole.
  await page.setViewportSize(PHONE);
  await page.waitForFunction(
    (width) =>
      document.querySelector("article").getBoundingClientRect().width <= width,
    PHONE.width,
  );
  await assertSound(page, "form on a phone");
  await picture(page, "phone-form");
  await close();
});

test("what was put together stays when the case is taken by somebody else", async () => {
  const [intake, lead] = await Promise.all(
    ["intake", "lead.zw"].map((name) => asAccount(server.origin, name)),
  );
  const { id, version } = await passedOnCase(intake);
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", `/dispatch?case=${id}`);
  await page.getByRole("heading", { name: "拟制工作单（1 件）" }).waitFor();
  await page.getByRole("radio", { name: UNIT }).check();
  await page.getByRole("checkbox", { name: "区民政局协办" }).check();
  const part = page.getByLabel("区民政局协办的部分");
  await part.fill("核对登记信息，配合更正。");

  const sheet = await lead.post("/work-orders", {
    cases: [{ id, version }],
    to: { main_unit: "qmzj" },
  });
  await lead.post(
    `/work-orders/${sheet.id}/dispatch`,
    { unconfirmed_reason: "已电话确认。" },
    sheet.version,
  );
  await page.getByRole("button", { name: "拟制并请单位确认" }).click();
  await page.getByText("可能已由他人处理").waitFor();
  assert.equal(await part.inputValue(), "核对登记信息，配合更正。");
  await waiting(page, "待派发").first().click();
  await page.getByRole("heading", { name: "拟制工作单（1 件）" }).waitFor();
  assert.equal(await part.inputValue(), "核对登记信息，配合更正。");
  await close();
});

test("a case that stands on a work order leads to it; it isn't put on another one", async () => {
  const [intake, lead] = await Promise.all(
    ["intake", "lead.zw"].map((name) => asAccount(server.origin, name)),
  );
  const { id, version } = await passedOnCase(intake);
  const sheet = await lead.post("/work-orders", {
    cases: [{ id, version }],
    to: { main_unit: "qmzj" },
  });
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", `/dispatch?case=${id}`);
  const panel = page.getByRole("region", { name: "已在工作单上" });
  await panel.getByText("主办 区民政局").waitFor();
  assert.equal(await panel.getByRole("button", { name: "只拟制" }).count(), 0);
  await assertSound(page, "on a work order already");
  await panel.getByRole("link", { name: "接着办理这张工作单" }).click();
  await page.waitForURL(new RegExp(`sheet=${sheet.id}`));
  await page.getByRole("button", { name: "请单位确认" }).waitFor();
  await close();
});

test("confirmed by telephone; declined, it goes to another unit", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  const lead = await asAccount(server.origin, "lead.zw");
  const unit = await asAccount(server.origin, "handler.qzjw");
  // What stands on a work order already leads to that one: any other one.
  let id;
  for (const { case: summary } of (await lead.get("/inbox?kind=dispatch"))
    .items) {
    const shown = await lead.get(`/cases/${summary.id}`);
    if (!shown.work_order) id = summary.id;
  }
  assert.ok(id, "nothing waits");
  await stepIn(page, "牵头部门", `/dispatch?case=${id}`);
  await page.getByRole("heading", { name: "拟制工作单（1 件）" }).waitFor();
  await page.getByRole("searchbox", { name: "查找单位" }).fill("住建");
  await page.getByRole("radio", { name: "区住建委" }).check();
  await page.getByRole("button", { name: "只拟制" }).click();
  await page.getByRole("button", { name: "请单位确认" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "请单位确认" })
    .click();
  await page.getByRole("button", { name: "记录电话确认" }).waitFor();

  const sheet = new URL(page.url()).searchParams.get("sheet");
  const { version } = await lead.get(`/work-orders/${sheet}`);
  await unit.post(
    `/work-orders/${sheet}/decline`,
    { reason: "不属本委职责。" },
    version,
  );
  await page.getByText("区住建委不予确认：不属本委职责。").waitFor();

  await page.getByRole("button", { name: "改单位或时限" }).click();
  const form = page.getByRole("dialog", { name: "改单位或时限" });
  const main = form.getByRole("combobox", { name: "主办单位" });
  await main.click();
  await main.fill("民政");
  await form.getByRole("option", { name: "区民政局" }).click();
  await form.getByRole("button", { name: "保存" }).click();
  await form.waitFor({ state: "detached" });
  await page.getByText("主办 区民政局").waitFor();

  await page.getByRole("button", { name: "请单位确认" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "请单位确认" })
    .click();
  await page.getByRole("button", { name: "记录电话确认" }).click();
  const call = page.getByRole("dialog", { name: "记录电话确认" });
  await call.getByLabel("与谁通话").fill("贾科长");
  await assertSound(page, "telephone");
  await call.getByRole("button", { name: "记录确认" }).click();
  await page.getByText("电话确认，通话人：贾科长").waitFor();
  await page.getByRole("button", { name: "派发", exact: true }).waitFor();
  await close();
});

test("after two returns the lead rules", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/dispatch");
  const twice = waiting(page, "待裁定");
  await twice.first().click();
  await page.getByRole("heading", { name: "裁定责任单位" }).waitFor();
  await page.getByText("退回过或不予确认的单位").waitFor();
  await page.getByRole("button", { name: "裁定", exact: true }).waitFor();
  await assertSound(page, "board with a ruling");
  await page.getByRole("button", { name: "裁定", exact: true }).click();
  const form = page.getByRole("dialog", { name: "裁定" });
  const main = form.getByRole("combobox", { name: "主办单位" });
  await main.click();
  await main.fill("司法");
  await form.getByRole("option", { name: "区司法局" }).click();
  await form.getByLabel("理由", { exact: true }).fill("职责清单第三条。");
  await assertSound(page, "ruling");
  await form.getByRole("button", { name: "裁定", exact: true }).click();
  await page.getByText(/已裁定并派发/).waitFor();
  await page
    .getByRole("region", { name: "待裁定" })
    .waitFor({ state: "detached" });
  await close();
});

test("the list of work orders: filters stand in the address", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/work-orders");
  await page.getByRole("table", { name: "工作单列表" }).waitFor();
  await assertSound(page, "work orders");
  await picture(page, "desktop-work-orders");
  await page.getByLabel("状态").selectOption({ label: "已了结" });
  await page.waitForURL(/state=settled/);
  await page.locator("table:not([aria-busy])").waitFor();
  const states = await page.locator("tbody tr > :nth-child(2)").allInnerTexts();
  assert.ok(states.length > 0 && states.every((state) => state === "已了结"));
  await page.getByRole("button", { name: "下一页" }).click();
  await page.getByText("第 2 页").waitFor();
  await page.goto("/work-orders?state=cancelled&main_unit=qfgw");
  await page.getByText("没有符合条件的工作单").waitFor();
  await assertSound(page, "no work orders");
  await close();
});

test("on a phone: first the cases, then the unit", async () => {
  const intake = await asAccount(server.origin, "intake");
  const { number } = await passedOnCase(intake);
  const { page, close } = await visitor(browser, server.origin, PHONE);
  await stepIn(page, "牵头部门", "/dispatch");
  await waiting(page, "待派发").filter({ hasText: number }).click();
  await assertSound(page, "board on a phone");
  await picture(page, "phone-board-1");
  await page.getByRole("button", { name: "已选 1 件，下一步" }).click();
  await page.getByRole("heading", { name: "拟制工作单（1 件）" }).waitFor();
  await page.getByRole("searchbox", { name: "查找单位" }).waitFor();
  await assertSound(page, "second step on a phone");
  await picture(page, "phone-board-2");
  await page.getByRole("button", { name: "返回选择事项" }).click();
  await waiting(page, "待派发").first().waitFor();
  await page.setViewportSize(SMALL_PHONE);
  await assertSound(page, "board on a small phone");
  await page.goto("/work-orders");
  await page.getByRole("list", { name: "工作单列表" }).waitFor();
  await assertSound(page, "work orders on a small phone");
  await page.getByRole("main").getByRole("link").first().click();
  await page.getByRole("heading", { name: "进度" }).waitFor();
  await assertSound(page, "work order on a small phone");
  await page.getByRole("link", { name: "打印" }).click();
  await page.getByRole("article").waitFor();
  await assertSound(page, "form on a small phone");
  await close();
});
