// The desk: the reporter is called, and what they say decides.
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
import { dispatchCase, registerCase } from "./support/cases.mjs";
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

const queue = (page, name) => page.getByRole("list", { name });
const decisions = (page) => page.getByRole("region", { name: "下一步" });
const calls = (page) => page.getByRole("region", { name: "回访" });

/** A case solved on the spot: no unit had it, and nobody has called. */
async function solvedCase() {
  const intake = await asAccount(server.origin, "intake");
  const { id, number, version, enquiry_code } = await registerCase(intake);
  const accepted = await intake.post(`/cases/${id}/accept`, {}, version);
  await intake.post(
    `/cases/${id}/solve-on-the-spot`,
    { answer: "已当场补办，次日生效。" },
    accepted.version,
  );
  return { intake, id, number, enquiry_code };
}

test("not reached; not solved, so back to the unit; the next one solved but dissatisfied, which is owed an answer", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/verify");
  const waiting = queue(page, "待核查回访").getByRole("link");
  await waiting.first().waitFor();
  const before = await waiting.count();
  assert.ok(before > 1);
  await waiting.nth(1).click();
  await calls(page).getByText("还没有回访。").waitFor();
  await page
    .getByText(/8 时至 20 时之间、间隔 2 小时以上、分 2 日共 3 次/)
    .first()
    .waitFor();
  // Nobody is verified without a call.
  const verify = decisions(page).getByRole("button", { name: "核查办结" });
  assert.ok(await verify.isDisabled());
  await decisions(page)
    .getByText(/^须先回访反映人/)
    .waitFor();
  await assertSound(page, "desk");
  await picture(page, "desktop-desk");

  await calls(page).getByRole("button", { name: "查看联系电话" }).click();
  await calls(page)
    .getByRole("link", { name: /^1\d{10}$/ })
    .waitFor();
  await calls(page).getByText("已记入日志").waitFor();

  const record = calls(page).getByRole("button", { name: "记录这次回访" });
  await record.click();
  await page.getByRole("alert").getByText("请选择是否联系上").waitFor();
  await calls(page)
    .getByRole("radio", { name: /^没有联系上/ })
    .check();
  await record.click();
  await page.getByText("回访已记录").waitFor();
  await calls(page).getByText("未联系上", { exact: true }).waitFor();
  assert.ok(await verify.isDisabled(), "one attempt isn't enough");
  await calls(page)
    .getByText(/^已计 [01] 次，还差 [23] 次/)
    .waitFor();

  await calls(page)
    .getByRole("radio", { name: /^联系上了/ })
    .check();
  await calls(page)
    .getByText("不能核查办结：退回重办或提级协调", { exact: false })
    .waitFor();
  await calls(page)
    .getByText(/5 个工作日内答复反映人/)
    .waitFor();
  await assertSound(page, "desk in a call");
  await picture(page, "desktop-desk-call");
  await calls(page)
    .getByRole("radio", { name: /^未解决/ })
    .check();
  await calls(page).getByRole("radio", { name: "未评价" }).check();
  await calls(page).getByLabel("意见和建议").fill("还是要我跑两趟。");
  await record.click();
  await decisions(page)
    .getByText(/^反映人表示问题未解决/)
    .waitFor();
  await record.waitFor({ state: "detached" });
  await assertSound(page, "desk after the call");
  await picture(page, "desktop-desk-unsolved");

  await decisions(page).getByRole("button", { name: "退回重办" }).click();
  const back = page.getByRole("dialog", { name: "退回重办" });
  await back.getByLabel("理由").fill("窗口仍要求再跑一趟，请一次办结。");
  await assertSound(page, "sending back");
  await back.getByRole("button", { name: "提交并下一件" }).click();
  await back.waitFor({ state: "detached" });
  await page.getByText(/退回重办，已完成/).waitFor();
  await waiting.nth(before - 1).waitFor({ state: "detached" });

  // The next one lies open already.
  await calls(page)
    .getByRole("radio", { name: /^联系上了/ })
    .check();
  await calls(page)
    .getByRole("radio", { name: /^已解决/ })
    .check();
  await calls(page).getByRole("radio", { name: "不满意", exact: true }).check();
  await record.click();
  await decisions(page).getByRole("button", { name: "核查办结" }).click();
  const finding = page.getByRole("dialog", { name: "核查办结" });
  await finding.getByLabel("核查意见").fill("已核对办结回执，属实。");
  await finding.getByRole("button", { name: "核查办结", exact: true }).click();
  await finding.waitFor({ state: "detached" });
  await page
    .getByRole("main")
    .getByText("已办结", { exact: false })
    .first()
    .waitFor();

  // Who closed it doesn't answer: another person does.
  const number = await page
    .getByRole("heading", { level: 2 })
    .getByText(/^\d{4}-\d{4}$/)
    .innerText();
  await page.getByRole("link", { name: /^待答复不满意/ }).click();
  await queue(page, "待答复不满意")
    .getByRole("link", { name: new RegExp(number) })
    .click();
  await page
    .getByRole("heading", { level: 2, name: new RegExp(number) })
    .waitFor();
  await decisions(page).getByText("须由办结人以外的人员核实答复").waitFor();
  await close();
});

test("a callback half entered survives somebody else's call, of which it is told", async () => {
  const [intake, lead, handler] = await Promise.all(
    ["intake", "lead.zw", "handler.qrlsbj"].map((name) =>
      asAccount(server.origin, name),
    ),
  );
  const { id } = await dispatchCase(intake, lead, "qrlsbj");
  const dispatched = await handler.get(`/cases/${id}`);
  await handler.post(
    `/cases/${id}/give-feedback`,
    { solved: true, done: "补正后受理。", cause: "guide_unclear" },
    dispatched.version,
  );
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", `/verify?case=${id}`);
  await calls(page)
    .getByRole("radio", { name: /^联系上了/ })
    .check();
  const opinion = calls(page).getByLabel("意见和建议");
  await opinion.fill("希望告知要带的材料。");

  const { version } = await lead.get(`/cases/${id}`);
  await lead.post(
    `/cases/${id}/record-callback`,
    {
      reached: true,
      solved: true,
      satisfaction: "satisfied",
      opinion: "已经办好了。",
    },
    version,
  );
  const notice = calls(page).getByRole("alert");
  await notice.getByText("填写期间，这里已有新的变化").waitFor();
  await notice.getByText("已经办好了。").waitFor();
  assert.equal(await opinion.inputValue(), "希望告知要带的材料。");
  await assertSound(page, "another's call meanwhile");
  await notice.getByRole("button", { name: "按最新情况继续" }).click();

  await calls(page).getByRole("radio", { name: "没有回答" }).check();
  await calls(page).getByRole("radio", { name: "未评价" }).check();
  await calls(page).getByRole("button", { name: "记录这次回访" }).click();
  await page.getByText("回访已记录").waitFor();
  await calls(page).getByText("希望告知要带的材料。").waitFor();
  await close();
});

test("who answers a dissatisfied reporter sees what they said, and what they were told", async () => {
  const { intake, id, number, enquiry_code } = await solvedCase();
  await intake.post(`/public/cases/${number}/rate`, {
    code: enquiry_code,
    satisfaction: "very_dissatisfied",
    comment: "说好次日，等了一周。",
  });
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  // The hall is the government lead's own: the other lead answers.
  await stepIn(
    page,
    "牵头部门",
    `/verify?kind=answer_dissatisfaction&case=${id}`,
    "发改",
  );
  const brief = page.getByRole("region", { name: "事项和结果" });
  await brief.getByText("非常不满意", { exact: true }).waitFor();
  await brief.getByText("说好次日，等了一周。").waitFor();
  await brief.getByText("已当场补办，次日生效。").waitFor();
  await assertSound(page, "a dissatisfied reporter");
  await calls(page).getByRole("button", { name: "记录回访" }).click();
  await calls(page)
    .getByRole("radio", { name: /^没有联系上/ })
    .check();
  await calls(page).getByRole("button", { name: "记录这次回访" }).click();
  await calls(page).getByRole("button", { name: "再记一次回访" }).waitFor();
  await close();
});

test("the supervisor calls on closed cases, but not on those of the unit they come from", async () => {
  const { id } = await solvedCase();
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "领导小组办公室（督查考核）", "/verify");
  await queue(page, "抽查回访：已办结的事项").getByRole("link").first().click();
  await page.getByRole("region", { name: "事项和结果" }).waitFor();
  await assertSound(page, "spot calls");
  await page.goto(`/verify?case=${id}`);
  await calls(page)
    .getByText("承办单位的人员不能核查、回访本单位承办的事项")
    .waitFor();
  await close();
});

test("on a phone: the queue, then the case, without scrolling sideways", async () => {
  const { page, close } = await visitor(browser, server.origin, PHONE);
  await stepIn(page, "牵头部门", "/verify?kind=answer_dissatisfaction");
  const waiting = queue(page, "待答复不满意").getByRole("link");
  await waiting.first().click();
  await page.getByRole("region", { name: "回访" }).waitFor();
  await decisions(page).waitFor();
  await assertSound(page, "desk on a phone");
  await picture(page, "phone-desk");
  await page.setViewportSize(SMALL_PHONE);
  await assertSound(page, "desk on a small phone");
  await page.getByRole("link", { name: "返回列表" }).click();
  await waiting.first().waitFor();
  await page.goto("/verify?kind=decide_reopen");
  await page.getByText("没有“待决定是否重办”的事项").waitFor();
  await assertSound(page, "empty desk");
  await close();
});
