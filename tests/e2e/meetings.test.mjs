// 一事一议: the office brings cases to a joint meeting, from the plan to the signature.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asAccount } from "./support/api.mjs";
import {
  assertSound,
  DESKTOP,
  PHONE,
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

const ROOM = { width: 1920, height: 1080 };

/** Brings all cases in coordination to the meeting; gives them as the list has them. */
async function submitted(office) {
  const coordinators = await Promise.all(
    ["lead.zw", "lead.ss", "chief"].map((name) =>
      asAccount(server.origin, name),
    ),
  );
  const { items } = await office.get("/cases?state=under_coordination");
  for (const { id, version } of items) {
    const views = await Promise.all(
      coordinators.map((account) =>
        account.get(`/cases/${id}`).catch(() => undefined),
      ),
    );
    const may = views.findIndex((view) =>
      view?.allowed_actions.some(
        ({ action, allowed }) => action === "submit_to_meeting" && allowed,
      ),
    );
    await coordinators[may].post(
      `/cases/${id}/submit-to-meeting`,
      {
        tried: "已两次召集相关单位协调，职责分工未达成一致。",
        question: "由哪个单位主办，何时办结。",
      },
      version,
    );
  }
  return items;
}

/** Opens what waits for a meeting from the inbox. */
async function openWaiting(page, { number, matter_name: matter }) {
  await page.goto("/todo?kind=hold_meeting");
  await page
    .getByRole("listitem")
    .filter({ hasText: number })
    .getByRole("link", { name: matter })
    .click();
}

test("the office plans, puts in order by keyboard, calls, holds, resolves in two ways and signs", async () => {
  const office = await asAccount(server.origin, "office");
  const [first, second] = await submitted(office);
  assert.ok(second, "the demo has less than two cases in coordination");
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "区营商办", "/meetings");
  await page.getByRole("table", { name: "联席会列表" }).waitFor();
  await assertSound(page, "meetings");

  // Plan: a case that waits for a meeting leads here, and is on the agenda already.
  await openWaiting(page, first);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("会议名称").fill("第二次一事一议");
  const box = ({ matter_name: matter, number }) =>
    dialog.getByRole("checkbox", { name: new RegExp(`${matter}.*${number}`) });
  assert.ok(await box(first).isChecked());
  await box(second).check();
  await assertSound(page, "planning a meeting");
  await dialog.getByRole("button", { name: "筹备", exact: true }).click();
  await page
    .getByRole("heading", { name: "第二次一事一议", level: 1 })
    .waitFor();
  await page.getByRole("heading", { name: "议题（2）" }).waitFor();
  await assertSound(page, "planned meeting");
  await picture(page, "desktop-meeting");

  // Order, by keyboard alone; the focus stays with the case that moves.
  const id = new URL(page.url()).pathname.split("/").pop();
  const before = (await office.get(`/meetings/${id}`)).agenda;
  const up = page.getByRole("button", {
    name: new RegExp(`^上移.*${before[1].matter_name}`),
  });
  const arranged = page.waitForResponse(/\/arrange$/);
  await up.focus();
  await page.keyboard.press("Enter");
  assert.ok(await up.evaluate((node) => node === document.activeElement));
  assert.equal((await arranged).status(), 200);
  const after = (await office.get(`/meetings/${id}`)).agenda;
  assert.deepEqual(
    after.map((item) => item.case),
    [before[1].case, before[0].case],
  );
  const arrangedBack = page.waitForResponse(/\/arrange$/);
  await page.keyboard.press("Alt+ArrowDown");
  assert.equal((await arrangedBack).status(), 200);
  await page.getByText("正在保存顺序…").waitFor({ state: "detached" });

  // What stands on the agenda leads to the meeting, and isn't offered to another one.
  const meeting = page.url();
  await openWaiting(page, first);
  await page.waitForURL(meeting);
  await page.goto("/meetings");
  await page.getByRole("button", { name: "筹备联席会" }).click();
  await dialog.getByLabel("会议名称").waitFor();
  await dialog
    .getByText("没有其他待上会的事项")
    .or(dialog.getByRole("checkbox").first())
    .waitFor();
  assert.equal(await box(first).count(), 0);
  await dialog.getByRole("button", { name: "取消" }).click();
  await page.goto(meeting);

  // Call.
  await page.getByRole("button", { name: "召集", exact: true }).click();
  await dialog.getByRole("button", { name: "召集", exact: true }).click();
  await dialog.getByText("有 3 处需要修改").waitFor();
  await assertSound(page, "calling with faults");
  await dialog.getByLabel("时间").fill("2099-01-05 09:30");
  await page.keyboard.press("Enter");
  await dialog.getByLabel("地点").fill("区政府第二会议室");
  await dialog.getByRole("combobox", { name: "到会单位" }).fill("区财政");
  await dialog.getByRole("option", { name: "区财政局" }).click();
  await dialog.getByLabel("会议材料").fill("事项经过\n已做工作");
  await dialog.getByRole("button", { name: "召集", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("区政府第二会议室").first().waitFor();
  const { called } = await office.get(`/meetings/${id}`);
  assert.deepEqual(called.materials, ["事项经过", "已做工作"]);

  // The meeting is cancelled under a name of its own.
  await page.getByRole("button", { name: "取消会议", exact: true }).click();
  await page
    .getByRole("dialog", { name: "取消会议" })
    .getByRole("button", { name: "取消", exact: true })
    .click();

  // Hold: what the server refuses stands at the field, and what was typed stays.
  await page.getByRole("button", { name: "记录召开" }).click();
  const attendance = dialog.getByLabel("出席情况");
  await attendance.fill("各单位分管负责人到会。");
  await dialog.getByRole("button", { name: "记录召开" }).click();
  await dialog.getByText("有 1 处需要修改").waitFor();
  assert.equal(await attendance.inputValue(), "各单位分管负责人到会。");
  await dialog.getByRole("button", { name: "取消" }).click();
  await dialog.getByRole("button", { name: "放弃", exact: true }).click();
  // The form knows minutes: this one isn't over yet.
  const { version } = await office.get(`/meetings/${id}`);
  await office.post(
    `/meetings/${id}/hold`,
    {
      held_at: new Date().toISOString(),
      units: ["qczj"],
      attendance: "各单位分管负责人到会。",
    },
    version,
  );

  // Resolve in two ways.
  const resolve = async (matter, disposition, fill) => {
    await page
      .getByRole("button", { name: new RegExp(`^记录议定.*${matter}`) })
      .click();
    await dialog.getByRole("radio", { name: disposition }).check();
    await fill();
    await dialog.getByLabel("议定事项").fill("会议议定，照此办理。");
    await dialog.getByRole("button", { name: "议定", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
  };
  await resolve(first.matter_name, "交办", async () => {
    await dialog.getByRole("combobox", { name: "主办单位" }).fill("区财政");
    await dialog.getByRole("option", { name: "区财政局" }).click();
    await dialog.getByLabel("作为先例").check();
    await assertSound(page, "resolving");
  });
  await resolve(second.matter_name, "解释说明", async () => {
    await dialog.getByLabel("依据的规定").fill("某办法第三条");
    await dialog.getByLabel("给反映人的解释").fill("暂不符合办理条件。");
  });
  await page.getByText("议定：解释说明").waitFor();
  await assertSound(page, "resolved meeting");

  // Sign: first it is said what follows.
  await page.getByRole("button", { name: "签发" }).click();
  await dialog.getByText("签发后，下列议定同时生效，不能撤回：").waitFor();
  await dialog.getByText("即时派发给指定的单位，不能退回。").waitFor();
  await dialog.getByText("交办：区财政局").waitFor();
  await assertSound(page, "signing");
  await picture(page, "desktop-meeting-sign");
  await dialog.getByRole("button", { name: "签发" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("签发已完成").waitFor();
  assert.equal(new URL(page.url()).search, "");
  assert.equal(await page.getByText("现在不能做").count(), 0);
  await page.getByText("已签发").first().waitFor();
  const states = await Promise.all(
    [first, second].map(async (item) => {
      const { state } = await office.get(`/cases/${item.id}`);
      return state;
    }),
  );
  assert.deepEqual(states, ["in_progress", "closed"]);

  // The paper.
  await page.getByRole("link", { name: "会议纪要" }).click();
  await page.getByRole("heading", { name: "联席会会议纪要" }).waitFor();
  await page.getByText("签发日期").waitFor();
  await assertSound(page, "minutes");
  await page.emulateMedia({ media: "print" });
  await page.getByRole("button", { name: "打印" }).waitFor({ state: "hidden" });
  await picture(page, "print-minutes");
  await close();
});

test("a policy issue is reported, which is said, and the form is gone", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "区营商办", "/policy-issues?state=open");
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("button", { name: "记录报送" }).click();
  const dialog = page.getByRole("dialog", { name: "记录报送" });
  await dialog.getByLabel("报送给哪个部门").fill("市营商环境部门");
  await dialog.getByLabel("文号").fill("东营商〔2021〕7号");
  await dialog.getByLabel("文件日期").fill("2021-09-08");
  await page.keyboard.press("Enter");
  await dialog.getByLabel("报送内容").fill("建议修改限制办理的规定。");
  await dialog.getByRole("button", { name: "记录报送" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("已记录报送").waitFor();
  assert.equal(new URL(page.url()).search, "");
  await page.getByText("东营商〔2021〕7号").waitFor();
  await close();
});

test("the screen in the room shows one case at a time", async () => {
  const office = await asAccount(server.origin, "office");
  const { items } = await office.get("/meetings");
  const { id } = items.find((meeting) => meeting.cases > 1);
  const { agenda } = await office.get(`/meetings/${id}`);
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "区营商办", `/meetings/${id}`);
  await page.setViewportSize(ROOM);
  await page.getByRole("link", { name: "会场投屏" }).click();
  const shown = (item) =>
    page.getByRole("heading", { name: item.matter_name, level: 1 });
  await shown(agenda[0]).waitFor();
  await page.getByText("存在问题").waitFor();
  await assertSound(page, "presentation");
  await picture(page, "room-presentation");
  assert.equal(
    await page.getByRole("navigation", { name: "主导航" }).count(),
    0,
  );

  await page.keyboard.press("ArrowRight");
  await shown(agenda[1]).waitFor();
  await page.reload();
  await shown(agenda[1]).waitFor();
  await page.getByRole("button", { name: "上一项" }).click();
  await shown(agenda[0]).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: /^议题/ }).waitFor();

  await page.setViewportSize(PHONE);
  await assertSound(page, "meeting on a phone");
  await picture(page, "phone-meeting");
  await close();
});

test("a case that was put on another agenda meanwhile is named, and what was typed stays", async () => {
  const office = await asAccount(server.origin, "office");
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "区营商办", "/meetings");
  await page.getByRole("button", { name: "筹备联席会" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("会议名称").fill("第三次一事一议");
  const { items } = await office.get("/cases?state=awaiting_joint_meeting");
  const { id, version, number } = items.find(({ meeting }) => !meeting);
  await dialog.getByRole("checkbox", { name: new RegExp(number) }).check();
  const quicker = { subject: "另一次会议", cases: [{ id, version }] };
  await office.post("/meetings", quicker);
  await dialog.getByRole("button", { name: "筹备", exact: true }).click();
  await dialog.getByText(/已列入另一次会议的议程/).waitFor();
  assert.equal(
    await dialog.getByLabel("会议名称").inputValue(),
    "第三次一事一议",
  );
  await assertSound(page, "planning refused");
  await close();
});
