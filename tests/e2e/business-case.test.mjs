// A business case on the phone, from the resident butler to the municipality and back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  assertSound,
  PHONE,
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

const BUTLER = "服务管家";
const CHIEF = "总管家";
const HANDLER = "责任单位经办/专班";
const LEAD = "牵头部门";
const OFFICE = "区营商办";
const RESIDENT = "驻企专员";
const MAIN = "区住建委";
const CO = "区人力社保局";
const MATTER = "临街商铺装修施工许可";

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The minute in which an instant lies, as the field for it holds it: the time of Beijing. */
const minuteOf = (instant) =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);
const MINUTE = 60_000;

/** The letter with which a case goes up, or with which the answer comes down. */
async function fillLetter(form, number) {
  await form.getByLabel("文号").fill(number);
  await form.getByLabel("文件日期").fill(minuteOf(Date.now()).slice(0, 10));
}

test("a business case goes from the resident butler's phone to the chief butler, the joint meeting and the municipality", async () => {
  const { page, close } = await visitor(browser, server.origin, PHONE);

  // 吹哨: what the resident butler registers lies with the butlers of the unit.
  await stepIn(page, RESIDENT, "/todo");
  await goTo(page, "登记");
  await page.getByRole("heading", { name: "吹哨登记", level: 1 }).waitFor();
  await fill(page, { what: MATTER, name: "北京临街商贸有限公司" });
  await box(page, "联系电话").fill("13800138000");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  const number = await numberOf(page);

  // The butler accepts it, and asks a unit whether the request conforms.
  await changeTo(page, BUTLER, "/todo");
  await assertSound(page, "the butler's day");
  await takeUp(page, number, "受理");
  await submit(page, "受理");
  await open(page, "征求符合性意见");
  const question = dialog(page, "征求符合性意见");
  await chooseUnit(question, "征求哪个单位的意见", MAIN);
  await question
    .getByLabel("请对方判断的问题")
    .fill("临街商铺能否凭租赁合同申办。");
  await assertSound(page, "asking an opinion");
  await submit(page, "征求符合性意见");

  await changeTo(page, HANDLER, "/todo", MAIN);
  await takeUp(page, number, "作出符合性判断");
  const opinion = dialog(page, "作出符合性判断");
  // The form lies over the case on a phone: it says itself what is asked.
  await opinion.getByText(number).waitFor();
  await opinion.getByText("临街商铺能否凭租赁合同申办。").waitFor();
  await assertSound(page, "an opinion asked for");
  await opinion.getByRole("radio", { name: "符合", exact: true }).check();
  await opinion.getByLabel("依据").fill("施工许可管理办法第四条。");
  await submit(page, "作出符合性判断");

  // The butler passes it on and dispatches it: one unit does it, another assists.
  await changeTo(page, BUTLER, "/todo");
  await takeUp(page, number, "当场办结");
  await leave(page, "当场办结");
  await region(page, "符合性判断")
    .getByText("施工许可管理办法第四条。")
    .waitFor();
  await open(page, "转派发");
  await submit(page, "转派发");
  await actions(page).getByRole("link", { name: "派发" }).click();
  await page.getByRole("heading", { name: "拟制工作单（1 件）" }).waitFor();
  const find = page.getByRole("searchbox", { name: "查找单位" });
  await find.fill(MAIN);
  await page.getByRole("radio", { name: MAIN }).check();
  await find.fill(CO);
  await page.getByRole("checkbox", { name: `${CO}协办` }).check();
  await page.getByLabel(`${CO}协办的部分`).fill("核对用工登记。");
  await assertSound(page, "the butler's board on a phone");
  await page.getByRole("button", { name: "拟制并请单位确认" }).click();
  await confirmAndDispatch(page);
  await assertSound(page, "dispatched on a phone");

  // The one that assists does its part; the main one can't solve it alone.
  await changeTo(page, HANDLER, "/todo", CO);
  await takeUp(page, number, "签收");
  await submit(page, "签收");
  await open(page, "提交协办意见");
  await dialog(page, "提交协办意见")
    .getByLabel("意见或办理情况")
    .fill("用工登记无误。");
  await submit(page, "提交协办意见");
  await changeTo(page, HANDLER, "/todo", MAIN);
  await takeUp(page, number, "签收");
  await submit(page, "签收");
  await open(page, "申请提级协调");
  const stuck = dialog(page, "申请提级协调");
  await stuck.getByLabel("已采取的措施").fill("已与相关科室会商两次。");
  await stuck.getByLabel("难在哪里").fill("市级系统不认租赁合同。");
  await submit(page, "申请提级协调");

  // The chief butler takes it, and brings it to the joint meeting.
  await changeTo(page, CHIEF, "/todo");
  await takeUp(page, number, "提级协调");
  await dialog(page, "提级协调")
    .getByLabel("理由")
    .fill("须市级系统配合，单位已无法推进。");
  await submit(page, "提级协调");
  await open(page, "提交联席会");
  const brought = dialog(page, "提交联席会");
  await brought.getByLabel("已采取的措施").fill("已召集两个单位协调。");
  await brought.getByLabel("请联席会议定的问题").fill("是否报请市级调整系统。");
  await submit(page, "提交联席会");
  await assertSound(page, "case before the meeting");

  // The office plans a meeting on it and calls it.
  await changeTo(page, OFFICE, "/todo");
  await goTo(page, "联席会");
  await page.getByRole("list", { name: "联席会列表" }).waitFor();
  await assertSound(page, "meetings on a phone");
  await page.getByRole("button", { name: "筹备联席会" }).click();
  const plan = dialog(page, "筹备联席会");
  await plan.getByLabel("会议名称").fill("本周一事一议");
  await plan.getByRole("checkbox", { name: new RegExp(number) }).check();
  await plan.getByRole("button", { name: "筹备", exact: true }).click();
  await page.getByRole("heading", { name: "议题（1）" }).waitFor();
  await open(page, "召集");
  const call = dialog(page, "召集");
  await call.getByLabel("时间").fill(minuteOf(Date.now() + MINUTE));
  await call.getByLabel("地点").fill("区政府第二会议室");
  await chooseUnit(call, "到会单位", MAIN);
  await submit(page, "召集");
  const called = Date.now();

  // In the room; nobody holds a meeting in the minute in which it was called.
  await page.getByRole("link", { name: "会场投屏" }).click();
  await page.getByRole("heading", { name: MATTER, level: 1 }).waitFor();
  await page.getByText("是否报请市级调整系统。").waitFor();
  await assertSound(page, "presentation on a phone");
  await page.goBack();
  await page.waitForFunction(
    (next) => Date.now() >= next,
    Math.ceil(called / MINUTE) * MINUTE,
    { timeout: MINUTE },
  );

  // It is resolved to refer the case up.
  await open(page, "记录召开");
  const held = dialog(page, "记录召开");
  await held.getByLabel("召开时间").fill(minuteOf(Date.now()));
  await held.getByLabel("出席情况").fill("各单位分管负责人到会。");
  await submit(page, "记录召开");
  await page.getByRole("button", { name: /^记录议定/ }).click();
  const resolved = dialog(page, "议定");
  await resolved.getByRole("radio", { name: "上报" }).check();
  await resolved.getByLabel("上报给哪个部门").fill("市住房城乡建设委");
  await fillLetter(resolved, "东营商文〔2021〕1号");
  await resolved.getByLabel("议定事项").fill("报请市级调整系统。");
  await assertSound(page, "resolving on a phone");
  await submit(page, "议定");
  await open(page, "签发");
  await dialog(page, "签发").getByText("上报上级部门，等待答复。").waitFor();
  await submit(page, "签发");
  await page.getByRole("link", { name: "会议纪要" }).click();
  await page.getByRole("heading", { name: "联席会会议纪要" }).waitFor();
  await assertSound(page, "minutes on a phone");
  await picture(page, "phone-minutes");

  // The municipality has answered: it can be done.
  await page.goto("/todo");
  await takeUp(page, number, "记录上级答复");
  const reply = dialog(page, "记录上级答复");
  await fillLetter(reply, "京建函〔2021〕2号");
  await reply.getByLabel("答复内容").fill("系统已调整，可凭租赁合同申办。");
  await reply.getByRole("radio", { name: "已解决" }).check();
  await assertSound(page, "recording the reply");
  await submit(page, "记录上级答复");

  // The lead of the sector asks the company, verifies, and sums up.
  await changeTo(page, LEAD, "/todo", "区发改委");
  await goTo(page, "核查回访");
  await page
    .getByRole("list", { name: "待核查回访" })
    .getByRole("link", { name: new RegExp(number) })
    .click();
  const calls = region(page, "回访");
  await calls.getByRole("radio", { name: /^联系上了/ }).check();
  await calls.getByRole("radio", { name: /^已解决/ }).check();
  await calls.getByRole("radio", { name: "非常满意", exact: true }).check();
  await calls.getByRole("button", { name: "记录这次回访" }).click();
  await region(page, "下一步")
    .getByRole("button", { name: "核查办结" })
    .click();
  const verified = dialog(page, "核查办结");
  await verified.getByLabel("核查意见").fill("已核对许可证，属实。");
  await verified.getByLabel("总结").fill("同类商铺均可凭租赁合同申办。");
  await verified.getByRole("button", { name: "核查办结", exact: true }).click();
  await page.getByText(`${number} 核查办结，已完成`).waitFor();

  // Who blew the whistle sees how it ended.
  await changeTo(page, RESIDENT, "/cases?progress=all");
  await page.getByRole("link", { name: MATTER }).click();
  await page.getByText("同类商铺均可凭租赁合同申办。").first().waitFor();
  const history = region(page, "办理经过").getByRole("heading", { level: 3 });
  await history.first().waitFor();
  assert.deepEqual((await history.allInnerTexts()).reverse(), [
    "登记",
    "受理",
    "征求符合性意见",
    "作出符合性判断",
    "转派发",
    "列入工作单",
    "派发",
    "签收",
    "提交协办意见",
    "签收",
    "申请提级协调",
    "提级协调",
    "提交联席会",
    "列入联席会议程",
    "联席会议定",
    "上报",
    "记录上级答复",
    "认定已解决",
    "回访",
    "核查办结",
  ]);
  await assertSound(page, "closed on a phone");
  await picture(page, "phone-business-case-closed");
  await close();
});
