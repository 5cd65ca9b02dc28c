// A case of the second level by its page: received, extended, fed back, sent back, done again, closed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asAccount } from "./support/api.mjs";
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
import { dispatchCase, registerCase } from "./support/cases.mjs";
import {
  actions,
  dialog,
  open,
  region,
  submit,
  toast,
} from "./support/page.mjs";
import { startServer } from "./support/server.mjs";

const HANDLER = "责任单位经办/专班";
const LEAD = "牵头部门";
/** The unit of the first handler of the demo. */
const UNIT = "qrlsbj";

let server;
let browser;
let intake;
let lead;
let handler;

before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
  [intake, lead, handler] = await Promise.all(
    ["intake", "lead.zw", "handler.qrlsbj"].map((name) =>
      asAccount(server.origin, name),
    ),
  );
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const act = (page, name) =>
  actions(page).getByRole("button", { name, exact: true }).click();

async function workingDayAfter(day, days) {
  const { due_date } = await lead.get(
    `/calendar/deadline?from=${day}&working_days=${days}`,
  );
  return due_date;
}

test("a government case is received, extended, fed back, sent back, done again, called back and closed", async () => {
  const { id } = await dispatchCase(intake, lead, UNIT);
  const { page, close } = await visitor(browser, server.origin, DESKTOP);

  // Received; from then on it can't be returned, and the reason is said.
  await stepIn(page, HANDLER, `/cases/${id}?do=receive`);
  await dialog(page, "签收").waitFor();
  await submit(page, "签收");
  const more = actions(page).getByRole("button", { name: "更多操作" });
  await more.click();
  await actions(page)
    .getByText(/以及原因$/)
    .click();
  await actions(page)
    .getByRole("definition")
    .filter({ hasText: "签收" })
    .first()
    .waitFor();
  await assertSound(page, "case received");
  await picture(page, "desktop-case-received");
  await more.click();

  // A later deadline is asked for.
  const { due_date } = await handler.get(`/cases/${id}`);
  const until = await workingDayAfter(due_date, 3);
  await open(page, "申请延期");
  const extension = dialog(page, "申请延期");
  await extension.getByRole("button", { name: "申请延期" }).click();
  await extension.getByRole("alert").getByText("有 2 处需要修改").waitFor();
  await extension.getByRole("link", { name: "理由" }).click();
  assert.equal(
    await page.evaluate(() => document.activeElement.tagName),
    "TEXTAREA",
  );
  await assertSound(page, "form with errors");
  await picture(page, "desktop-case-form-errors");
  await extension.getByLabel("希望延到哪一天").fill(until);
  await page.keyboard.press("Enter");
  await extension.getByLabel("理由").fill("须与社保经办机构核对缴费记录。");
  await submit(page, "申请延期");
  await region(page, "等待决定").getByText("申请延期到").waitFor();
  await signOut(page);

  // The lead grants it.
  await stepIn(page, LEAD, `/cases/${id}?do=decide_extension`);
  const decision = dialog(page, "审批延期");
  await decision.getByRole("radio", { name: "同意", exact: true }).check();
  await decision.getByRole("textbox", { name: "理由" }).fill("情况属实。");
  await decision.getByLabel("怎样告知反映人").selectOption("电话");
  await picture(page, "desktop-case-decide-extension");
  await submit(page, "审批延期", "已同意延期");
  await region(page, "期限").getByText(until).first().waitFor();
  await signOut(page);

  // Fed back as solved.
  await stepIn(page, HANDLER, `/cases/${id}?do=give_feedback`);
  const feedback = dialog(page, "反馈结果");
  await feedback.getByRole("radio", { name: "已解决" }).check();
  await feedback
    .getByLabel("整改落实情况")
    .fill("已与反映人联系，补正后受理。");
  await feedback.getByLabel("查明的成因").selectOption("指南或告知不清");
  await submit(page, "反馈结果");
  await signOut(page);

  // The reporter says otherwise: it can't be verified, and is sent back.
  await stepIn(page, LEAD, `/cases/${id}?do=record_callback`);
  await page.waitForURL(/\/verify\?case=/);
  const call = region(page, "回访");
  await call.getByRole("button", { name: "查看联系电话" }).click();
  await call.getByRole("link", { name: "13800000000" }).waitFor();
  await call.getByRole("radio", { name: /^联系上了/ }).check();
  await call.getByText("不能核查办结").waitFor();
  await call.getByRole("radio", { name: /^未解决/ }).check();
  await call.getByRole("radio", { name: "未评价" }).check();
  await call.getByLabel("意见和建议").fill("还是没有受理。");
  await assertSound(page, "callback");
  await picture(page, "desktop-case-callback");
  const record = call.getByRole("button", { name: "记录这次回访" });
  await record.click();
  await page.getByText("回访已记录").waitFor();
  await page.getByRole("heading", { level: 2 }).getByRole("link").click();
  const verify = actions(page).getByRole("button", {
    name: "核查办结",
    exact: true,
  });
  assert.equal(await verify.first().getAttribute("aria-disabled"), "true");
  await open(page, "退回重办");
  await dialog(page, "退回重办").getByLabel("理由").fill("反映人仍未能办理。");
  await submit(page, "退回重办");
  await signOut(page);

  // Done again, called back, closed.
  await stepIn(page, HANDLER, `/cases/${id}?do=give_feedback`);
  await feedback.getByRole("radio", { name: "已解决" }).check();
  await feedback.getByLabel("整改落实情况").fill("当日受理并发放。");
  await submit(page, "反馈结果");
  await signOut(page);
  await stepIn(page, LEAD, `/cases/${id}?do=record_callback`);
  await call.getByRole("radio", { name: /^联系上了/ }).check();
  await call.getByRole("radio", { name: /^已解决/ }).check();
  await call.getByRole("radio", { name: "非常满意" }).check();
  await record.click();
  await page.getByText("回访已记录").waitFor();
  await page.getByRole("heading", { level: 2 }).getByRole("link").click();
  await open(page, "核查办结");
  await dialog(page, "核查办结").getByLabel("核查意见").fill("经核查属实。");
  await submit(page, "核查办结");

  const chart = region(page, "办理进程");
  await chart
    .getByRole("listitem")
    .filter({ hasText: "办结" })
    .filter({ hasText: "现在这里" })
    .waitFor();
  const history = region(page, "办理经过");
  const told = await history.getByRole("heading", { level: 3 }).allInnerTexts();
  assert.equal(told[0], "核查办结");
  assert.ok(told.includes("退回重办") && told.includes("登记"), told.join());
  await history.getByLabel("只看").selectOption("联系与评价");
  await page.waitForURL(/history=contact/);
  assert.deepEqual(
    await history.getByRole("heading", { level: 3 }).allInnerTexts(),
    ["回访", "回访"],
  );
  await page.getByRole("button", { name: "怎样算出来的" }).waitFor({
    state: "detached",
  });
  await assertSound(page, "case closed");
  await picture(page, "desktop-case-closed");
  await close();
});

test("who is slower is told what happened, keeps what was typed, and goes on", async () => {
  const { id } = await dispatchCase(intake, lead, UNIT);
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  // Without the stream the page learns of it only when it sends.
  await page.route("**/api/v1/stream", (route) => route.abort());
  await stepIn(page, HANDLER, `/cases/${id}?do=request_coordination`);
  const form = dialog(page, "申请提级协调");
  await form.getByLabel("已采取的措施").fill("已两次与有关单位会商。");
  await form.getByLabel("难在哪里").fill("职责分工未达成一致。");

  const { version, due_date } = await handler.get(`/cases/${id}`);
  const until = await workingDayAfter(due_date, 2);
  await handler.post(
    `/cases/${id}/request-extension`,
    { until, reason: "须会商。" },
    version,
  );
  await form.getByRole("button", { name: "申请提级协调", exact: true }).click();
  const notice = form.getByRole("alert");
  await notice.getByText("填写期间，这里已有新的变化").waitFor();
  await notice.getByText("申请延期").waitFor();
  await notice.getByText("须会商。").waitFor();
  // Who has scrolled on finds back to why nothing can be sent.
  await page.setViewportSize({ width: 1280, height: 500 });
  await form.getByLabel("难在哪里").focus();
  assert.ok((await notice.boundingBox()).y < 0);
  await form.getByRole("button", { name: "查看新的变化" }).click();
  await page.waitForFunction(() => {
    const { top } = document
      .querySelector("[role=dialog] [role=alert]")
      .getBoundingClientRect();
    return top > 0;
  });
  await page.setViewportSize(DESKTOP);
  await assertSound(page, "changed meanwhile");
  await picture(page, "desktop-case-conflict");
  await notice.getByRole("button", { name: "按最新情况继续" }).click();
  assert.equal(
    await form.getByLabel("难在哪里").inputValue(),
    "职责分工未达成一致。",
  );
  await submit(page, "申请提级协调");
  await region(page, "等待决定").getByText("申请提级协调").waitFor();
  await close();
});

test("the page of a case asks for nothing that its reader may not read", async () => {
  const { id } = await dispatchCase(intake, lead, UNIT);
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  const refused = [];
  page.on("response", (response) => {
    if (response.status() === 403) refused.push(response.url());
  });
  await stepIn(page, HANDLER, `/cases/${id}`);
  await region(page, "办理经过").getByText("派发").first().waitFor();
  // What the page learns from elsewhere it asks for again.
  const again = page.waitForResponse(new RegExp(`/cases/${id}/history`));
  await handler.post(`/cases/${id}/note`, {
    kind: "contacted",
    text: "已与反映人联系。",
  });
  await again;
  await region(page, "办理经过").getByText("已与反映人联系。").waitFor();
  assert.deepEqual(refused, []);
  await close();
});

test("a form stays with what was typed while the server can't be asked", async () => {
  const { id } = await dispatchCase(intake, lead, UNIT);
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, HANDLER, `/cases/${id}?do=request_coordination`);
  const form = dialog(page, "申请提级协调");
  await form.getByLabel("难在哪里").fill("职责分工未达成一致。");
  await page.route(`**/api/v1/cases/${id}`, (route) =>
    route.fulfill({ status: 503 }),
  );
  const note = { kind: "general", text: "已约反映人到窗口。" };
  await handler.post(`/cases/${id}/note`, note);
  await page.getByText("显示的可能不是最新情况").waitFor();
  assert.equal(
    await form.getByLabel("难在哪里").inputValue(),
    "职责分工未达成一致。",
  );
  await page.unroute(`**/api/v1/cases/${id}`);
  await close();
});

test("a double click is one act; what was typed isn't thrown away by a key", async () => {
  const { id } = await registerCase(intake);
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "窗口/专班受理", `/cases/${id}`);
  await open(page, "受理");
  const sent = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/accept")) sent.push(request);
  });
  await dialog(page, "受理")
    .getByRole("button", { name: "受理", exact: true })
    .dblclick();
  await toast(page, "受理已完成").waitFor();
  assert.equal(sent.length, 1);

  await page.getByRole("link", { name: "待办" }).first().click();
  await page.getByRole("heading", { name: "待办", level: 1 }).waitFor();
  await page.goBack();
  await open(page, "当场办结");
  const form = dialog(page, "当场办结");
  await form.getByLabel("给反映人的答复").fill("已当场受理。");
  await page.keyboard.press("Escape");
  await form.getByText("放弃已填写的内容？").waitFor();
  await page.keyboard.press("Enter");
  assert.equal(
    await form.getByLabel("给反映人的答复").inputValue(),
    "已当场受理。",
  );

  // Leaving by the browser's buttons asks, too.
  const leaving = dialog(page, "还有内容没有提交");
  await page.evaluate(() => window.history.forward());
  await leaving.waitFor();
  await assertSound(page, "leaving what was typed");
  await leaving.getByRole("button", { name: "继续填写" }).click();
  await leaving.waitFor({ state: "detached" });
  assert.equal(
    await form.getByLabel("给反映人的答复").inputValue(),
    "已当场受理。",
  );

  // Without the server: said, nothing lost, and once only when it is back.
  await page.route("**/solve-on-the-spot", (route) => route.abort());
  await form.getByRole("button", { name: "当场办结", exact: true }).click();
  await form.getByRole("alert").getByText("连接不上服务器").waitFor();
  await assertSound(page, "form without server");
  await page.unroute("**/solve-on-the-spot");
  await submit(page, "当场办结");
  const { items } = await intake.get(`/cases/${id}/history`);
  assert.equal(
    items.filter(({ type }) => type === "solved_on_the_spot").length,
    1,
  );
  await close();
});

test("a part that can't be loaded is said, and is there when asked again", async () => {
  const { id } = await registerCase(intake);
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "窗口/专班受理", `/cases/${id}`);

  // Without a network: both are tried again where the person is.
  const failed = dialog(page, "没有打开");
  const todo = page
    .getByRole("navigation", { name: "主导航" })
    .getByRole("link", { name: /^待办/ });
  await page.context().setOffline(true);
  await todo.click();
  await toast(page, "没有打开").waitFor();
  await act(page, "受理");
  await failed.getByText("请检查网络后再试。").waitFor();
  await assertSound(page, "form without a network");
  await page.context().setOffline(false);
  await failed.getByRole("button", { name: "重试" }).click();
  await dialog(page, "受理").getByRole("button", { name: "取消" }).click();
  await todo.click();
  await page.getByRole("heading", { name: "待办", level: 1 }).waitFor();

  // Cut off: the page read anew opens it.
  await page.goto(`/cases/${id}`);
  const form = "**/assets/CaseCommand-*.js";
  await page.route(form, (route) => route.abort());
  await act(page, "受理");
  await failed.getByText("没有加载出来").waitFor();
  await page.unroute(form);
  await failed.getByRole("button", { name: "刷新页面" }).click();
  await dialog(page, "受理").waitFor();
  await close();
});

test("a file is attached and opened", async () => {
  const { id } = await registerCase(intake);
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "窗口/专班受理", `/cases/${id}`);
  await open(page, "上传附件");
  const form = dialog(page, "上传附件");
  await form.getByLabel("文件", { exact: true }).setInputFiles({
    name: "答复意见.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("办事指南第三条"),
  });
  await form.getByText("等待上传").waitFor();
  await assertSound(page, "upload");
  await form.getByRole("button", { name: "上传", exact: true }).click();
  await toast(page, "已上传 1 个附件").waitFor();
  const saved = page.waitForEvent("download");
  await region(page, "材料")
    .getByRole("button", { name: "答复意见.txt" })
    .click();
  assert.equal((await saved).suggestedFilename(), "答复意见.txt");
  await close();
});

test("from 待办 one case after the other is done", async () => {
  await dispatchCase(intake, lead, UNIT);
  await dispatchCase(intake, lead, UNIT);
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, HANDLER, "/todo?kind=receive");
  await page
    .getByRole("main")
    .getByRole("region")
    .getByRole("listitem")
    .getByRole("link")
    .first()
    .click();
  const form = dialog(page, "签收");
  await form.waitFor();
  const first = page.url();
  await form.getByRole("button", { name: "提交并处理下一件" }).click();
  await page.waitForURL(
    (url) =>
      url.href.includes("/cases/") &&
      url.href !== first &&
      !first.includes(url.pathname),
  );
  await page.getByRole("dialog").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await page.goBack();
  await page.waitForURL(/\/todo/);
  await close();
});

for (const [name, viewport] of Object.entries({
  phone: PHONE,
  small: SMALL_PHONE,
})) {
  test(`on a ${name} parts fold, and what is due lies under the thumb`, async () => {
    const { id } = await dispatchCase(intake, lead, UNIT);
    const { page, close } = await visitor(browser, server.origin, viewport);
    await stepIn(page, HANDLER, `/cases/${id}`);
    await region(page, "办理经过")
      .getByRole("heading", { name: "登记" })
      .waitFor();
    await assertSound(page, "case on a phone");
    await picture(page, `${name}-case`);
    const fold = page.getByRole("button", { name: "办理经过" });
    await fold.click();
    assert.equal(await fold.getAttribute("aria-expanded"), "false");
    await act(page, "签收");
    await submit(page, "签收");
    await open(page, "反馈结果");
    await assertSound(page, "form on a phone");
    await page.screenshot({
      path: new URL(
        `../../frontend/test-results/${name}-case-form.png`,
        import.meta.url,
      ).pathname,
    });
    await close();
  });
}

test("a repeat leads to the case before it, and the reporter's own rating is told", async () => {
  const before = await registerCase(intake);
  const { id, number, version, enquiry_code } = await registerCase(intake, {
    repeat_of: before.number,
  });
  const accepted = await intake.post(`/cases/${id}/accept`, {}, version);
  await intake.post(
    `/cases/${id}/solve-on-the-spot`,
    { answer: "已当场受理。" },
    accepted.version,
  );
  await intake.post(`/public/cases/${number}/rate`, {
    code: enquiry_code,
    satisfaction: "basically_satisfied",
    comment: "来回跑了三次。",
  });

  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "窗口/专班受理", `/cases/${id}`);
  const rated = region(page, "回访和评价");
  await rated.getByText("基本满意").waitFor();
  await rated.getByText("来回跑了三次。").waitFor();
  const registered = region(page, "概况").getByText(
    /^\d{4}-\d\d-\d\d \d\d:\d\d \S/,
  );
  await registered.first().waitFor();
  await assertSound(page, "case that repeats");
  await picture(page, "desktop-case-repeats");
  await region(page, "概况").getByRole("link", { name: before.number }).click();
  await page.waitForURL(new RegExp(before.id));
  await close();
});
