// What every page and dialog must hold to, where no other story comes by.
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
import {
  changeTo,
  chooseUnit,
  dialog,
  leave,
  open,
  submit,
} from "./support/page.mjs";
import { matter } from "./support/register.mjs";
import { startServer } from "./support/server.mjs";

const LEAD = "牵头部门";
const OFFICE = "区营商办";
const UNIT = "区人力社保局";
const WALL = { width: 3840, height: 2160 };

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens the first thing of a list, and waits for what stands on its page. */
async function openFirst(page, list, part) {
  await list.getByRole("link").first().click();
  await page.getByRole("heading", { name: part }).first().waitFor();
}

test("on a phone: the password, the log, policy issues", async () => {
  const { page, close } = await visitor(browser, server.origin, PHONE);
  await stepIn(page, "审计", "/log");
  await page.getByRole("list", { name: /日志/ }).waitFor();
  await assertSound(page, "log on a phone");
  await picture(page, "phone-log");
  await page.goto("/password");
  await page.getByLabel("原密码").waitFor();
  await assertSound(page, "password on a phone");
  await page.goto("/policy-issues");
  const issues = page.getByRole("list", { name: "政策限制类问题列表" });
  await issues.waitFor();
  await assertSound(page, "policy issues on a phone");
  await openFirst(page, issues, "报送");
  await assertSound(page, "policy issue on a phone");
  await picture(page, "phone-policy-issue");
  await close();
});

test("policy issues: the list, and how one was reported is recorded", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, OFFICE, "/policy-issues?state=open");
  const issues = page.getByRole("table", { name: "政策限制类问题列表" });
  await issues.waitFor();
  await assertSound(page, "policy issues");
  await picture(page, "desktop-policy-issues");
  await openFirst(page, issues, "报送");
  await page.getByRole("button", { name: "记录报送" }).click();
  const form = dialog(page, "记录报送");
  await form.getByRole("button", { name: "记录报送" }).click();
  await form.getByRole("alert").waitFor();
  await assertSound(page, "reporting with faults");
  await leave(page, "记录报送");
  await close();
});

test("a work order: more cases, another unit, declined, cancelled", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, LEAD, "/dispatch");
  await page
    .getByRole("region", { name: "待派发" })
    .getByRole("checkbox")
    .first()
    .click();
  await page.getByRole("searchbox", { name: "查找单位" }).fill("区住建委");
  await page.getByRole("radio", { name: "区住建委" }).check();
  await page.getByRole("button", { name: "只拟制" }).click();

  await page.getByRole("button", { name: "加入事项" }).click();
  const more = dialog(page, "加入事项");
  await more.getByRole("checkbox").first().check();
  await assertSound(page, "adding cases");
  await more.getByRole("button", { name: "加入 1 件" }).click();
  await page.getByText("已加入工作单").waitFor();

  await page.getByRole("button", { name: "改单位或时限" }).click();
  const plan = dialog(page, "改单位或时限");
  await chooseUnit(plan, "主办单位", UNIT);
  await assertSound(page, "changing the unit");
  await plan.getByRole("button", { name: "保存" }).click();
  await page.getByText(`主办 ${UNIT}`).waitFor();
  await page.getByRole("button", { name: "请单位确认" }).click();
  await dialog(page, "请单位确认")
    .getByRole("button", { name: "请单位确认" })
    .click();
  await page.getByText("已请单位确认").waitFor();
  const number = (
    await page.getByRole("heading", { name: /^工作单 \d/ }).innerText()
  ).replace("工作单 ", "");

  await changeTo(page, "责任单位经办/专班", "/todo", UNIT);
  await page.getByRole("link", { name: `工作单 ${number}` }).click();
  await page.getByRole("button", { name: "不予确认" }).click();
  const declined = dialog(page, "不予确认");
  await declined.getByLabel("理由").fill("不属本局职责。");
  await assertSound(page, "declining");
  await declined.getByRole("button", { name: "不予确认" }).click();
  await page.getByText("已退给拟制单位").waitFor();

  await changeTo(page, LEAD, "/dispatch");
  await page
    .getByRole("region", { name: "进行中的工作单" })
    .getByRole("link", { name: new RegExp(number) })
    .click();
  await page.getByRole("button", { name: "取消工作单" }).click();
  const cancelled = dialog(page, "取消工作单");
  await cancelled.getByLabel("理由").fill("另行拟制。");
  await assertSound(page, "cancelling a work order");
  await cancelled.getByRole("button", { name: "取消工作单" }).click();
  await page.getByText("工作单已取消，事项回到待派发").waitFor();
  await close();
});

test("a meeting: a case is taken off, and the meeting cancelled", async () => {
  const office = await asAccount(server.origin, "office");
  const { items } = await office.get("/cases?state=awaiting_joint_meeting");
  const { items: meetings } = await office.get("/meetings?state=held");
  const held = await Promise.all(
    meetings.map(({ id }) => office.get(`/meetings/${id}`)),
  );
  const taken = held.flatMap(({ agenda }) => agenda.map((item) => item.case));
  const free = items.find(({ id }) => !taken.includes(id));
  assert.ok(free, "the demo has no case that waits for a meeting");

  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, OFFICE, "/meetings");
  await page.getByRole("button", { name: "筹备联席会" }).click();
  const plan = dialog(page, "筹备联席会");
  await plan.getByLabel("会议名称").fill("临时一事一议");
  await plan.getByRole("checkbox", { name: new RegExp(free.number) }).check();
  await plan.getByRole("button", { name: "筹备", exact: true }).click();
  await page.getByRole("button", { name: /^撤下/ }).click();
  await dialog(page, "撤下议题").waitFor();
  await assertSound(page, "taking a case off");
  await submit(page, "撤下议题");
  await open(page, "取消会议");
  const cancelled = dialog(page, "取消会议");
  await cancelled.getByLabel("理由").fill("议题已协调解决。");
  await assertSound(page, "cancelling a meeting");
  await cancelled.getByRole("button", { name: "取消会议" }).click();
  await page.getByText("已取消：议题已协调解决。").waitFor();
  await close();
});

test("a picture that goes with a case is looked at", async () => {
  const intake = await asAccount(server.origin, "intake");
  const { id } = await registerCase(intake);
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "窗口/专班受理", `/cases/${id}`);
  await open(page, "上传附件");
  const upload = dialog(page, "上传附件");
  await upload.getByLabel("文件", { exact: true }).setInputFiles({
    name: "现场.png",
    mimeType: "image/png",
    buffer: await page.screenshot(),
  });
  await upload.getByRole("button", { name: "上传", exact: true }).click();
  await page.getByRole("button", { name: "现场.png" }).click();
  await dialog(page, "现场.png")
    .getByRole("img", { name: "现场.png" })
    .waitFor();
  await assertSound(page, "preview of a picture");
  await picture(page, "desktop-preview");
  await close();
});

test("on a wall of 3840 × 2160: what waits, the list, a case", async () => {
  const { page, close } = await visitor(browser, server.origin, WALL);
  await stepIn(page, LEAD, "/todo");
  await page.getByRole("main").getByRole("listitem").first().waitFor();
  await assertSound(page, "todo on a wall");
  await picture(page, "wall-todo");
  await page.goto("/cases");
  const table = page.getByRole("table", { name: "事项列表" });
  await table.waitFor();
  await assertSound(page, "cases on a wall");
  await picture(page, "wall-cases");
  await openFirst(page, table, "办理经过");
  await assertSound(page, "case on a wall");
  await picture(page, "wall-case");
  await close();
});

test("at a width of 360: registering, a case, the board, the desk", async () => {
  const { page, close } = await visitor(browser, server.origin, SMALL_PHONE);
  await stepIn(page, "窗口/专班受理", "/cases/new");
  await matter(page).waitFor();
  await assertSound(page, "register on a small phone");
  await changeTo(page, LEAD, "/cases");
  const cards = page.getByRole("list", { name: "事项列表" });
  await openFirst(page, cards, "办理经过");
  await assertSound(page, "case on a small phone");
  await page.goto("/dispatch");
  await page.getByRole("checkbox").first().waitFor();
  await assertSound(page, "board on a small phone");
  await page.goto("/verify");
  const queue = page.getByRole("list", { name: "待核查回访" });
  await queue.waitFor();
  await assertSound(page, "queue of the desk on a small phone");
  await openFirst(page, queue, "回访");
  await assertSound(page, "desk on a small phone");
  await close();
});
