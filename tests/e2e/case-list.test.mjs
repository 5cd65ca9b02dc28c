// The list of cases as a tool: filters in the address, views by name, columns, a file, rows for one sheet.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
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

const total = async (page) => {
  const told = page.getByText(/^共 \d+ 件$/).first();
  await told.waitFor();
  return Number((await told.innerText()).match(/\d+/)[0]);
};
const settled = (page) =>
  page.locator("[aria-busy='true']").first().waitFor({ state: "detached" });

test("filters stand in the address, and each can be taken away", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  const lead = await asAccount(server.origin, "lead.zw");
  await stepIn(page, "牵头部门", "/cases");
  const all = await total(page);

  await page.getByRole("button", { name: "更多筛选" }).click();
  const drawer = page.getByRole("dialog", { name: "筛选事项" });
  await drawer.getByLabel("响应级别").selectOption({ label: "二级响应" });
  await drawer.getByLabel("办结情况").selectOption({ label: "全部" });
  const unit = drawer.getByRole("combobox", { name: "来源单位" });
  await unit.fill("区政务服务大厅");
  await drawer
    .getByRole("listbox", { name: "来源单位" })
    .getByRole("option", { name: "区政务服务大厅" })
    .click();
  await assertSound(page, "filters");
  await drawer.getByRole("button", { name: "查看结果" }).click();
  await page.waitForURL(/level=2/);
  await settled(page);
  const asked = new URL(page.url()).search;
  assert.equal(asked, "?progress=all&level=2&source_unit=dt_qzwfw");
  const { total: expected } = await lead.get(
    "/cases?level=2&source_unit=dt_qzwfw&count=true&limit=1",
  );
  await page.getByText(`共 ${expected} 件`, { exact: true }).waitFor();
  await assertSound(page, "cases, narrowed");

  const chips = page.getByRole("list", { name: "筛选条件" });
  await chips
    .getByRole("button", { name: "去掉条件 来源单位：区政务服务大厅" })
    .click();
  await page.waitForURL((url) => url.search === "?progress=all&level=2");
  await chips.getByRole("button", { name: "全部去掉" }).click();
  await page.waitForURL((url) => url.search === "?progress=all");
  await chips.waitFor({ state: "detached" });

  const find = page.getByRole("searchbox", { name: "查找" });
  await find.fill("许");
  await find.press("Enter");
  await page.getByText("请至少输入 2 个字").waitFor();
  await find.fill("许可");
  await find.press("Enter");
  await page.waitForURL(/q=/);
  await settled(page);
  const names = await page.getByRole("rowheader").allInnerTexts();
  assert.ok(names.length > 0);
  assert.ok((await total(page)) < (await lead.get("/cases?count=true")).total);
  assert.ok(all > 0);
  await close();
});

test("a view is saved, chosen, shown to a colleague by its address, and forgotten", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/cases?light=red");
  await page.getByRole("button", { name: "保存为视图" }).click();
  const dialog = page.getByRole("dialog", { name: "保存为视图" });
  await dialog.getByRole("button", { name: "保存" }).click();
  await dialog.getByText("请填写").waitFor();
  await assertSound(page, "saving a view");
  await dialog.getByRole("textbox", { name: "视图名称" }).fill("超期的");
  await dialog.getByRole("button", { name: "保存" }).click();
  const view = page
    .getByRole("navigation", { name: "我的视图" })
    .getByRole("link", { name: "超期的" });
  await view.waitFor();
  assert.equal(await view.getAttribute("aria-current"), "page");

  await page.goto("/cases?sector=government_service");
  await view.waitFor();
  assert.equal(await view.getAttribute("aria-current"), null);
  await view.click();
  await page.waitForURL((url) => url.search === "?light=red");
  await settled(page);
  await assertSound(page, "cases with views");

  await page.getByRole("button", { name: "删除此视图" }).click();
  await view.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "保存为视图" }).waitFor();
  await close();
});

test("columns are chosen on this device; what is shown goes into a file and onto paper", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  const office = await asAccount(server.origin, "office");
  await stepIn(page, "区营商办", "/cases?progress=all");
  const all = await total(page);
  await page.getByRole("button", { name: "选择列" }).click();
  await page.getByRole("checkbox", { name: "来源单位" }).check();
  await page.getByRole("checkbox", { name: "领域" }).uncheck();
  await assertSound(page, "choosing columns");
  await page.keyboard.press("Escape");
  await page.reload();
  await page.getByRole("columnheader", { name: "来源单位" }).waitFor();
  assert.equal(
    await page.getByRole("columnheader", { name: "领域" }).count(),
    0,
  );

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出" }).click();
  const file = await downloading;
  assert.match(file.suggestedFilename(), /^事项 \d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), "utf8");
  const lines = text.split("\r\n");
  assert.ok(text.startsWith("\uFEFF查询条件：全部；按受理时间；导出时间："));
  assert.equal(
    lines[1],
    "编号,事项,反映人类别,反映人,状态,现由谁经办,办理期限,受理日期,来源单位",
  );
  assert.equal(lines.length - 3, all);
  assert.equal((await office.get("/cases?count=true&limit=1")).total, all);
  await page.getByText(`已导出 ${all} 件`).waitFor();

  await page.emulateMedia({ media: "print" });
  assert.equal(
    await page.getByText("全部；按受理时间", { exact: true }).isVisible(),
    true,
  );
  assert.equal(
    await page.getByRole("search", { name: "筛选事项" }).isVisible(),
    false,
  );
  await close();
});

test("an export that fails says so, and goes on when asked", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "区营商办", "/cases?progress=all");
  await total(page);
  await page.route("**/api/v1/cases?**limit=200**", (route) => route.abort());
  await page.getByRole("button", { name: "导出" }).click();
  const dialog = page.getByRole("dialog", { name: "导出" });
  await dialog.getByText("连接不上服务器").waitFor();
  await assertSound(page, "export that failed");
  await page.unroute("**/api/v1/cases?**limit=200**");
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "重试" }).click();
  await downloading;
  await dialog.waitFor({ state: "detached" });
  await close();
});

test("by keyboard: rows are chosen for one work order", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/cases?state=awaiting_dispatch");
  await page.getByRole("table").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  const ids = await page
    .locator("tr[data-key]")
    .evaluateAll((rows) => rows.slice(0, 2).map((row) => row.dataset.key));
  await assertSound(page, "rows chosen");
  await page
    .getByRole("button", { name: `列入一张工作单派发（${ids.length} 件）` })
    .click();
  await page.waitForURL(/\/dispatch/);
  assert.deepEqual(
    new URL(page.url()).searchParams.get("cases").split(","),
    ids,
  );
  await close();
});

test("a person is found by their whole telephone number, which no address shows", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  const intake = await asAccount(server.origin, "intake");
  const { number } = await intake.post("/cases", {
    channel: "district_hall",
    matter_name: "不动产登记",
    failure: "not_accepted",
    failure_reason: "系统报错",
    problem: "多次提交失败",
    reporter: { kind: "person", name: "甲某某", phone: "13912345678" },
  });
  await stepIn(page, "窗口/专班受理", "/cases");
  await page.getByRole("button", { name: "按人查找" }).click();
  const dialog = page.getByRole("dialog", { name: "按人查找" });
  const phone = dialog.getByRole("textbox", { name: "电话" });
  await phone.fill("139");
  await phone.press("Enter");
  await dialog.getByText(/手机号码应为11位/).waitFor();
  await phone.fill("139 1234 5678");
  await phone.press("Enter");
  await dialog.getByRole("link", { name: new RegExp(number) }).waitFor();
  await assertSound(page, "person found");
  assert.doesNotMatch(page.url(), /139/);

  // Who only reads isn't offered it.
  await page.goto("/");
  await close();
  const auditor = await visitor(browser, server.origin, DESKTOP);
  await stepIn(auditor.page, "审计", "/cases");
  await total(auditor.page);
  assert.equal(
    await auditor.page.getByRole("button", { name: "按人查找" }).count(),
    0,
  );
  assert.equal(await auditor.page.getByRole("checkbox").count(), 0);
  await auditor.close();
});

test("on a phone: cards, and the filters behind a button", async () => {
  const { page, close } = await visitor(browser, server.origin, PHONE);
  await stepIn(page, "服务管家", "/cases?progress=all");
  await page.getByRole("list", { name: "事项列表" }).waitFor();
  await page.getByRole("button", { name: "更多筛选" }).click();
  const drawer = page.getByRole("dialog", { name: "筛选事项" });
  await drawer.getByLabel("受理日期起").fill("2021-01-01");
  await assertSound(page, "filters on a phone");
  await drawer.getByRole("button", { name: "查看结果" }).click();
  await page.waitForURL(/accepted_from=2021-01-01/);
  await page
    .getByRole("button", { name: "去掉条件 受理日期起：2021-01-01" })
    .waitFor();
  await page.getByRole("checkbox").first().check();
  await page
    .getByRole("button", { name: "列入一张工作单派发（1 件）" })
    .waitFor();
  await assertSound(page, "cases on a phone, one chosen");
  await picture(page, "phone-cases");
  await close();
});

test("the head of a column orders the list", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "牵头部门", "/cases");
  const due = page.getByRole("columnheader", { name: /^办理期限/ });
  const accepted = page.getByRole("columnheader", { name: /^受理日期/ });
  await due.waitFor();
  assert.equal(await due.getAttribute("aria-sort"), "ascending");
  await accepted.getByRole("button").click();
  await page.waitForURL(/sort=accepted/);
  await settled(page);
  assert.equal(await accepted.getAttribute("aria-sort"), "descending");
  assert.equal(await due.getAttribute("aria-sort"), null);
  await assertSound(page, "cases, ordered by a head");
  await close();
});

test("what the unit has returned it still finds, as it was when it left", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  const [intake, lead, handler] = await Promise.all(
    ["intake", "lead.zw", "handler.qrlsbj"].map((name) =>
      asAccount(server.origin, name),
    ),
  );
  const { id, number } = await dispatchCase(intake, lead, "qrlsbj");
  const { version } = await handler.get(`/cases/${id}`);
  await handler.post(
    `/cases/${id}/return`,
    {
      reason: "not_our_duty",
      basis: "区职责清单第三条。",
      proposed_unit: "qzjw",
    },
    version,
  );
  await stepIn(page, "责任单位经办/专班", "/cases");
  await page.getByRole("link", { name: "曾经办" }).click();
  await page.getByRole("heading", { name: "曾经办的事项", level: 1 }).waitFor();
  const row = page.getByRole("row").filter({ hasText: number });
  await row.waitFor();
  await assertSound(page, "former cases");
  await picture(page, "desktop-former-cases");
  await row.getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: /失业保险金/ }).waitFor();
  await close();
});
