// Who watches: the leader's overview with the lists behind its numbers, the auditor's log.
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

test("a leader begins at the overview, and every number opens the list behind it", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  const leader = await asAccount(server.origin, "leader");
  const { open, by_state: states } = await leader.get("/overview");
  await stepIn(page, "领导小组");
  await page.waitForURL(/\/overview$/);
  await page
    .getByRole("link", { name: new RegExp(`^超期 ?${open.red} ?件`) })
    .waitFor();
  await page
    .getByRole("region", { name: "上报待答复" })
    .getByRole("link")
    .first()
    .waitFor();
  await assertSound(page, "overview");
  await picture(page, "desktop-overview");

  const { total } = states.find(({ state }) => state === "in_progress");
  await page
    .getByRole("region", { name: "办到哪一步" })
    .getByRole("link", { name: /^办理中/ })
    .click();
  await page.waitForURL(/state=in_progress/);
  await page.getByText(`共 ${total} 件`).waitFor();

  await page.goBack();
  await page.getByRole("link", { name: /^超期/ }).click();
  await page.waitForURL(/light=red/);
  await page.getByText(`共 ${open.red} 件`).waitFor();
  await close();
});

test("the overview follows what happens, and is read on a phone", async () => {
  const { page, close } = await visitor(browser, server.origin, PHONE);
  const intake = await asAccount(server.origin, "intake");
  await stepIn(page, "领导小组");
  const figure = page.getByRole("link", { name: /^未办结/ });
  await figure.waitFor();
  const before = Number((await figure.innerText()).match(/\d+/)[0]);
  await assertSound(page, "overview on a phone");
  await picture(page, "phone-overview");

  await intake.post("/cases", {
    channel: "district_hall",
    reporter: { kind: "person", name: "王秀兰", phone: "13800000000" },
    matter_name: "居民用户燃气过户",
    failure: "not_accepted",
    failure_reason: "材料不全",
    problem: "过户需要原户主到场，原户主已去世。",
  });
  await page
    .getByRole("link", { name: new RegExp(`^未办结 ?${before + 1}`) })
    .waitFor();
  await close();
});

test("an auditor filters the log, opens an event, saves the table, and finds nothing to press", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "审计", "/log");
  const table = page.getByRole("table", { name: "日志" });
  await table.waitFor();
  await assertSound(page, "log");
  await picture(page, "desktop-log");

  await page.getByLabel("对象").selectOption({ label: "联席会" });
  await page.waitForURL(/noun=meeting/);
  await page.getByLabel("事件").selectOption({ label: "签发纪要" });
  await page.waitForURL(/type=meeting_signed/);
  await table
    .getByRole("rowheader")
    .filter({ hasNotText: "签发纪要" })
    .first()
    .waitFor({ state: "detached" });

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出表格" }).click();
  const file = await saved;
  assert.match(file.suggestedFilename(), /^日志 \d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), "utf8");
  assert.match(text, /^\uFEFF筛选条件：对象 联席会、事件 签发纪要/);
  assert.equal(
    text.trim().split("\r\n").length - 2,
    (text.match(/签发纪要,/g) ?? []).length,
  );

  await page
    .getByRole("button", { name: /：只看此人$/ })
    .first()
    .click();
  await page.waitForURL(/user=/);
  await page.getByText(/^只看“.+”的操作/).waitFor();
  await page.reload();
  await table.waitFor();

  await table.getByRole("link", { name: "签发纪要" }).first().click();
  await page.getByRole("heading", { name: /^议题/ }).waitFor();
  const main = page.getByRole("main");
  assert.equal(await main.getByRole("button").count(), 0);
  await assertSound(page, "signed meeting");

  await page.goto("/policy-issues");
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("heading", { name: "报送", exact: true }).waitFor();
  assert.equal(await main.getByRole("button").count(), 0);
  await assertSound(page, "policy issue");
  await close();
});
