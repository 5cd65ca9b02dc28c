// What a reporter sees and does without an account.
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
  visitor,
} from "./support/browser.mjs";
import { dispatchCase } from "./support/cases.mjs";
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

const ANSWER = "已当场为您办好过户，次日生效。";

/** A matter solved on the spot; gives its number and its enquiry code. */
async function solvedMatter() {
  const intake = await asAccount(server.origin, "intake");
  const registered = await intake.post("/cases", {
    channel: "district_hall",
    reporter: { kind: "person", name: "王秀兰", phone: "13800000000" },
    matter_name: "居民用户燃气过户",
    failure: "not_accepted",
    failure_reason: "材料不全",
    problem: "过户需要原户主到场，原户主已去世。",
  });
  const { id, number, enquiry_code: code, version } = registered;
  const accepted = await intake.post(`/cases/${id}/accept`, {}, version);
  await intake.post(
    `/cases/${id}/solve-on-the-spot`,
    { answer: ANSWER },
    accepted.version,
  );
  return { number, code };
}

const find = async (page, number, code) => {
  await page.getByLabel("事项编号").fill(number);
  await page.getByLabel("查询码").fill(code);
  await page.keyboard.press("Enter");
};

test("on a phone: from the sign-in page to the answer, a rating and a wish to go on", async () => {
  const { number, code } = await solvedMatter();
  const { page, close } = await visitor(browser, server.origin, PHONE);
  await page.goto("/login");
  await page.getByRole("link", { name: "凭编号查询办理进度" }).click();
  await page.getByRole("heading", { name: "查询办理进度" }).waitFor();
  await assertSound(page, "enquiry");

  await page.getByRole("button", { name: "查询", exact: true }).click();
  const alert = page.getByRole("alert");
  await alert.getByRole("link", { name: "查询码" }).waitFor();
  await assertSound(page, "enquiry with faults");

  await find(page, number, "AAAAAAAA");
  await alert.getByText("没有查到").waitFor();
  const wrongCode = await alert.innerText();
  await find(page, "2021-9999", code);
  await alert.getByText("没有查到").waitFor();
  assert.equal(await alert.innerText(), wrongCode);

  // As people type it: full-width, in small letters, with a gap.
  const typed = `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase();
  await find(page, `No. ${number.replace("-", "－")}`, typed);
  const matter = page.getByRole("heading", { name: "居民用户燃气过户" });
  await matter.waitFor();
  assert.ok(await matter.evaluate((node) => node === document.activeElement));
  assert.ok(!page.url().includes(code), "the code stands in the address");
  await page.getByText("已解决，事项办结。").waitFor();
  await page.getByText(ANSWER).waitFor();
  await page.getByRole("listitem").filter({ hasText: "已受理" }).waitFor();
  await page.getByText("非常满意", { exact: true }).waitFor();
  await assertSound(page, "progress");
  await picture(page, "phone-progress");

  await page.getByRole("button", { name: "提交评价" }).click();
  await alert.getByText("请选择一项").waitFor();
  await page.getByLabel("基本满意", { exact: true }).check();
  await page.getByLabel("您的意见").fill("跑了三趟。");
  await page.getByRole("button", { name: "提交评价" }).click();
  await page.getByText("已收到您的评价，谢谢。").waitFor();
  await page
    .getByRole("listitem")
    .filter({ hasText: "收到您的评价" })
    .waitFor();

  await page.getByText("可以申请重新办理").click();
  await page.getByLabel("还有什么没有解决").fill("燃气表还是原来的名字。");
  await assertSound(page, "asking to reopen");
  await page.getByRole("button", { name: "申请重新办理" }).click();
  await page.getByText("已收到您重新办理的申请").waitFor();
  await close();
});

test("while the result is verified the reporter says that it isn't solved, and no call outranks it", async () => {
  const [intake, lead, handler] = await Promise.all(
    ["intake", "lead.zw", "handler.qrlsbj"].map((name) =>
      asAccount(server.origin, name),
    ),
  );
  const {
    id,
    number,
    enquiry_code: code,
  } = await dispatchCase(intake, lead, "qrlsbj");
  const { version } = await handler.get(`/cases/${id}`);
  await handler.post(
    `/cases/${id}/give-feedback`,
    { solved: true, done: "补正后受理。", cause: "guide_unclear" },
    version,
  );

  const { page, close } = await visitor(browser, server.origin, PHONE);
  await page.goto("/progress");
  await find(page, number, code);
  await page.getByRole("heading", { name: "请您告知结果" }).waitFor();
  await page.getByText("非常满意", { exact: true }).waitFor();
  await page.getByRole("button", { name: "提交答复" }).click();
  await page.getByRole("alert").getByText("请选择一项").waitFor();
  await assertSound(page, "an answer with a fault");
  await page.getByLabel("还没有解决").check();
  await page.getByLabel("您的意见").fill("还是不给受理。");
  await page.getByRole("button", { name: "提交答复" }).click();
  await page.getByText("已收到您的答复，谢谢。").waitFor();
  await page
    .getByRole("listitem")
    .filter({ hasText: "收到您对办理结果的答复" })
    .waitFor();
  await close();

  const found = await lead.get(`/cases/${id}`);
  assert.deepEqual(
    found.callbacks.map(({ signed, solved }) => ({ signed, solved })),
    [{ signed: true, solved: false }],
  );
  const verify = found.allowed_actions.find(
    ({ action }) => action === "verify_solved",
  );
  assert.equal(verify.allowed, false);
});

test("by keyboard, with the number given by the link; too many tries are told when to come back", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await page.goto("/progress?number=2021-0001");
  assert.equal(await page.getByLabel("事项编号").inputValue(), "2021-0001");
  await page.getByLabel("查询码").fill("QXACW29Z");
  await page.route("**/api/v1/public/**", (route) =>
    route.fulfill({
      status: 429,
      contentType: "application/problem+json",
      json: {
        type: "urn:bancheng:problem:too_many_requests",
        title: "请求过于频繁",
        status: 429,
        detail: "请求过于频繁，请 30 秒后再试",
        code: "too_many_requests",
        request_id: "0",
      },
    }),
  );
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("请 30 秒后再试").waitFor();
  assert.equal(await page.getByLabel("查询码").inputValue(), "QXACW29Z");
  await assertSound(page, "too many tries");

  await page.unroute("**/api/v1/public/**");
  await page.route("**/api/v1/public/**", (route) => route.abort());
  await page.getByRole("button", { name: "查询", exact: true }).click();
  await page.getByRole("alert").getByText("连接不上服务器").waitFor();
  await page.setViewportSize(SMALL_PHONE);
  await assertSound(page, "enquiry without a server");
  await close();
});

test("a member of staff who is signed in may look as well", async () => {
  const { number, code } = await solvedMatter();
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await page.goto("/login");
  await page
    .getByRole("group", { name: "牵头部门", exact: true })
    .getByRole("button")
    .first()
    .click();
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
  await page.goto("/progress");
  await find(page, number, code);
  await page.getByRole("heading", { name: "居民用户燃气过户" }).waitFor();
  await close();
});
