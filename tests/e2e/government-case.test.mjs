// A government case of the second level: twice returned, ruled on, refused more time, done twice, closed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asAccount } from "./support/api.mjs";
import {
  assertSound,
  DESKTOP,
  picture,
  startBrowser,
  stepIn,
  visitor,
} from "./support/browser.mjs";
import {
  actions,
  changeTo,
  chooseUnit,
  confirmAndDispatch,
  dialog,
  goTo,
  leave,
  open,
  region,
  submit,
  takeUp,
} from "./support/page.mjs";
import { box, fill, numberOf } from "./support/register.mjs";
import { startServer } from "./support/server.mjs";

const HANDLER = "责任单位经办/专班";
const LEAD = "牵头部门";
/** Whose business it is, as the lead will rule. */
const UNIT = "区住建委";
const OTHER = "区人力社保局";

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Chooses a case that waits on the board. */
async function choose(page, queue, number) {
  await page
    .getByRole("region", { name: queue })
    .getByRole("checkbox", { name: new RegExp(number) })
    .click();
}

/** The lead dispatches a waiting case to a unit that has confirmed it by telephone. */
async function dispatch(page, number, unit) {
  await choose(page, "待派发", number);
  await page.getByRole("searchbox", { name: "查找单位" }).fill(unit);
  await page.getByRole("radio", { name: unit }).check();
  await page.getByRole("button", { name: "拟制并请单位确认" }).click();
  await confirmAndDispatch(page);
}

/** A unit finds that a new case isn't its business. */
async function giveBack(page, number, proposed) {
  await takeUp(page, number, "签收");
  await leave(page, "签收");
  await open(page, "退回");
  const form = dialog(page, "退回");
  await form.getByRole("radio", { name: "不属本单位职责" }).check();
  await form.getByLabel("依据").fill("“三定”规定中没有此项职责。");
  await chooseUnit(form, "应由哪个单位办理", proposed);
  await assertSound(page, "returning");
  await submit(page, "退回");
}

async function feedBack(page, number, done) {
  await takeUp(page, number, "反馈结果");
  const form = dialog(page, "反馈结果");
  await form.getByRole("radio", { name: "已解决" }).check();
  await form.getByLabel("整改落实情况").fill(done);
  await form.getByLabel("查明的成因").selectOption("指南或告知不清");
  await submit(page, "反馈结果");
}

/** The lead finds the case at the desk, and calls the reporter. */
async function callBack(page, number, { solved, satisfied }) {
  await goTo(page, "核查回访");
  await page
    .getByRole("list", { name: "待核查回访" })
    .getByRole("link", { name: new RegExp(number) })
    .click();
  await page
    .getByRole("heading", { level: 2, name: new RegExp(number) })
    .waitFor();
  const calls = region(page, "回访");
  await calls.getByRole("radio", { name: /^联系上了/ }).check();
  await calls.getByRole("radio", { name: solved }).check();
  await calls.getByRole("radio", { name: satisfied, exact: true }).check();
  await calls.getByRole("button", { name: "记录这次回访" }).click();
  await page.getByText("回访已记录").waitFor();
}

test("a government case is returned twice and ruled on, refused more time, fed back, found unsolved, done again and closed", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);

  // At the window.
  await stepIn(page, "窗口/专班受理", "/todo");
  await goTo(page, "登记");
  await fill(page, {
    what: "既有住宅加装电梯",
    kind: "自然人",
    name: "王小明",
  });
  await box(page, "联系电话").fill("13800138000");
  await page.getByRole("radio", { name: /^转派发/ }).check();
  await page.getByRole("button", { name: "登记并转派发" }).click();
  const number = await numberOf(page);
  await page.getByText("全部完成").waitFor();

  // Dispatched, returned; dispatched to the unit proposed, returned again.
  await changeTo(page, LEAD, "/todo");
  await goTo(page, "派发");
  await dispatch(page, number, UNIT);
  await changeTo(page, HANDLER, "/todo", UNIT);
  await giveBack(page, number, OTHER);
  await changeTo(page, LEAD, "/dispatch");
  await dispatch(page, number, OTHER);
  await changeTo(page, HANDLER, "/todo", OTHER);
  await giveBack(page, number, UNIT);

  // The lead rules: it is the first one's business after all.
  await changeTo(page, LEAD, "/dispatch");
  await choose(page, "待裁定", number);
  await page.getByText("退回过或不予确认的单位").waitFor();
  await page.getByRole("button", { name: "裁定", exact: true }).click();
  const ruling = dialog(page, "裁定");
  await ruling.getByText("第 1 次").waitFor();
  await ruling.getByText("第 2 次").waitFor();
  await chooseUnit(ruling, "主办单位", UNIT);
  await ruling.getByLabel("理由", { exact: true }).fill("职责清单第三条。");
  await ruling.getByRole("button", { name: "裁定", exact: true }).click();
  await page.getByText(`${number} 已裁定并派发`).waitFor();

  // Received, for it can't be returned any more. More time is asked for, and refused.
  await changeTo(page, HANDLER, "/todo", UNIT);
  await takeUp(page, number, "签收");
  await submit(page, "签收");
  await actions(page).getByRole("button", { name: "更多操作" }).click();
  assert.equal(
    await actions(page)
      .getByRole("button", { name: "退回", exact: true })
      .count(),
    0,
  );
  await page.keyboard.press("Escape");
  const [due] = (await region(page, "期限").innerText()).match(
    /\d{4}-\d\d-\d\d/,
  );
  const { due_date: later } = await (
    await asAccount(server.origin, "lead.zw")
  ).get(`/calendar/deadline?from=${due}&working_days=3`);
  await open(page, "申请延期");
  const extension = dialog(page, "申请延期");
  await extension.getByLabel("希望延到哪一天").fill(later);
  await page.keyboard.press("Enter");
  await extension.getByLabel("理由").fill("须现场勘查。");
  await submit(page, "申请延期");

  await changeTo(page, LEAD, "/todo");
  await takeUp(page, number, "审批延期");
  const decision = dialog(page, "审批延期");
  await decision.getByRole("radio", { name: "不同意" }).check();
  await decision
    .getByRole("textbox", { name: "理由" })
    .fill("勘查当日可以完成。");
  await decision.getByLabel("怎样告知反映人").selectOption("电话");
  await submit(page, "审批延期", "已不同意延期");
  await region(page, "期限").getByText(due).first().waitFor();
  assert.equal(await region(page, "期限").getByText(later).count(), 0);

  // Fed back; the reporter says otherwise.
  await changeTo(page, HANDLER, "/todo", UNIT);
  await feedBack(page, number, "已勘查，当日受理。");
  await changeTo(page, LEAD, "/todo");
  await callBack(page, number, { solved: /^未解决/, satisfied: "不满意" });
  const decisions = region(page, "下一步");
  assert.ok(
    await decisions.getByRole("button", { name: "核查办结" }).isDisabled(),
  );
  await decisions.getByRole("button", { name: "退回重办" }).click();
  const back = dialog(page, "退回重办");
  await back.getByLabel("理由").fill("反映人尚未拿到受理通知。");
  await back.getByRole("button", { name: "退回重办", exact: true }).click();
  await page.getByText(`${number} 退回重办，已完成`).waitFor();

  // Done again; now it is solved.
  await changeTo(page, HANDLER, "/todo", UNIT);
  await feedBack(page, number, "受理通知已送达反映人。");
  await changeTo(page, LEAD, "/todo");
  await callBack(page, number, { solved: /^已解决/, satisfied: "满意" });
  await decisions.getByRole("button", { name: "核查办结" }).click();
  const finding = dialog(page, "核查办结");
  await finding.getByLabel("核查意见").fill("已核对受理通知，属实。");
  await finding.getByRole("button", { name: "核查办结", exact: true }).click();
  await page.getByText(`${number} 核查办结，已完成`).waitFor();

  // The whole of it stands on the case's page, with the clerk who took it in.
  await changeTo(page, "窗口/专班受理", "/cases?progress=all");
  await page.getByRole("searchbox", { name: "查找" }).fill(number);
  await page.keyboard.press("Enter");
  await page
    .getByRole("row")
    .filter({ hasText: number })
    .getByRole("link")
    .first()
    .click();
  await region(page, "办理进程")
    .getByRole("listitem")
    .filter({ hasText: "办结" })
    .filter({ hasText: "现在这里" })
    .waitFor();
  const told = region(page, "办理经过");
  await told.getByText("不同意", { exact: true }).waitFor();
  assert.equal(await told.getByText("依据", { exact: true }).count(), 2);
  const history = told.getByRole("heading", { level: 3 });
  assert.deepEqual((await history.allInnerTexts()).reverse(), [
    "登记",
    "受理",
    "转派发",
    "列入工作单",
    "派发",
    "退回",
    "列入工作单",
    "派发",
    "退回",
    "裁定",
    "派发",
    "签收",
    "申请延期",
    "审批延期",
    "反馈结果",
    "回访",
    "退回重办",
    "反馈结果",
    "回访",
    "核查办结",
  ]);
  await assertSound(page, "government case closed");
  await picture(page, "desktop-government-case-closed");
  await close();
});
