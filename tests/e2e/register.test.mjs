// A problem is taken in: at the window by keyboard alone, on a visit by phone; and nothing typed is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asAccount } from "./support/api.mjs";
import {
  assertSound,
  DESKTOP,
  PHONE,
  picture,
  signOut,
  startBrowser,
  stepIn,
  visitor,
} from "./support/browser.mjs";
import { box, fill, matter, numberOf, reporter } from "./support/register.mjs";
import { freshPostgres, startServer } from "./support/server.mjs";

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** By keyboard alone: a clerk registers, solves on the spot, and has the receipt. */
async function solveOnTheSpot(origin) {
  const { page, close } = await visitor(browser, origin, DESKTOP);
  const intake = await asAccount(origin, "intake");
  await stepIn(page, "窗口/专班受理", "/todo");
  const focused = () =>
    page.evaluate(() => document.activeElement.id.replace(/^.*?-\d+-/, ""));
  const keys = async (...names) => {
    for (const name of names) await page.keyboard.press(name);
  };
  const type = (text) => page.keyboard.insertText(text);

  await keys("n");
  await matter(page).waitFor();
  await page.waitForFunction(
    () => document.activeElement.getAttribute("role") === "combobox",
  );
  await keys("ArrowDown");
  await page.getByRole("option").first().waitFor();
  await keys("ArrowDown", "Enter");
  const chosen = await matter(page).inputValue();
  assert.ok(chosen.length > 1);

  // Sent too early: told what is missing, and led there.
  await keys("Control+Enter");
  await page.getByRole("alert").getByText("有 4 处需要修改").waitFor();
  await assertSound(page, "register with faults");
  await keys("Tab", "Enter");
  await keys("Space", "Tab");
  assert.equal(await focused(), "failure_reason");
  await type("窗口未一次性告知材料");
  await keys("Tab");
  await type("往返三次仍未受理");
  await keys("Tab", "Space", "Tab");
  assert.equal(await focused(), "reporter.name");
  await type("样例216");
  await page.getByRole("option").first().waitFor();
  await keys("ArrowDown", "Enter", "Tab");
  assert.match(await reporter(page).inputValue(), /样例216/);
  await type("138001380");
  // Code, contact person, agent, confidential, file, the rest, what follows.
  await keys("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
  await page.getByText("手机号码应为11位", { exact: false }).waitFor();
  await keys("ArrowRight", "ArrowRight", "Tab");
  assert.equal(await focused(), "following-answer");
  await type("已当场一次性告知并收齐材料");
  await keys("Control+Enter");
  await page.getByRole("alert").getByText("联系电话").waitFor();
  await keys("Tab", "Enter");
  assert.equal(await focused(), "reporter.phone");
  await keys("Control+A");
  await type("13800138000");
  await keys("Control+Enter");

  const number = await numberOf(page);
  assert.match(number, /^\d{4}-\d{4}$/);
  await page.getByText("全部完成").waitFor();
  const receipt = page.getByRole("region", { name: "回执" });
  const { items } = await intake.get(`/cases?q=${number}`);
  assert.deepEqual(
    items.map(({ state, outcome, matter_name }) => [
      state,
      outcome,
      matter_name,
    ]),
    [["closed", "solved", chosen]],
  );
  const code = (await receipt.locator("dd").nth(1).innerText()).replace(
    /\s/g,
    "",
  );
  assert.match(code, /^[0-9A-Z]{8}$/);
  await receipt.getByText(`${origin}/progress`).waitFor();
  await assertSound(page, "receipt");
  await picture(page, "desktop-receipt");

  // On paper there is the receipt, and nothing else.
  await page.emulateMedia({ media: "print" });
  assert.equal(await receipt.isVisible(), true);
  assert.equal(
    await page.getByRole("button", { name: "打印回执" }).isVisible(),
    false,
  );
  assert.equal(
    await page.getByRole("navigation", { name: "主导航" }).isVisible(),
    false,
  );
  await page.emulateMedia({ media: "screen" });

  await page.getByRole("button", { name: "同一反映人再登记" }).click();
  await matter(page).waitFor();
  assert.equal(await matter(page).inputValue(), "");
  assert.match(await reporter(page).inputValue(), /样例216/);
  await close();
}

const FIRST =
  "by keyboard alone: a clerk registers, solves on the spot, and has the receipt";
test(FIRST, () => solveOnTheSpot(server.origin));

test(`on PostgreSQL, ${FIRST}`, async () => {
  const onPostgres = await startServer(freshPostgres());
  try {
    await solveOnTheSpot(onPostgres.origin);
  } finally {
    await onPostgres.stop();
  }
});

test("a draft survives a reload, is offered, and goes when its writer signs out", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "窗口/专班受理", "/cases/new");
  await fill(page, { what: "占道施工许可", name: "北京草稿有限公司" });
  await page.reload();
  const offer = page.getByRole("region", { name: "草稿" });
  await offer.waitFor();
  assert.equal(await matter(page).inputValue(), "");
  await assertSound(page, "register with a draft");
  await offer.getByRole("button", { name: "接着填写" }).click();
  assert.equal(await matter(page).inputValue(), "占道施工许可");
  assert.equal(await reporter(page).inputValue(), "北京草稿有限公司");
  await offer.waitFor({ state: "detached" });

  await signOut(page);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  assert.doesNotMatch(kept, /北京草稿/);
  await stepIn(page, "窗口/专班受理", "/cases/new");
  await matter(page).waitFor();
  assert.equal(await offer.count(), 0);
  await close();
});

test("a likely repeat is shown while it is filled in, and can be named", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  const intake = await asAccount(server.origin, "intake");
  const [known] = (await intake.get("/cases?q=样例216&limit=1")).items;
  await stepIn(page, "窗口/专班受理", "/cases/new");
  await fill(page, { what: known.matter_name, name: known.reporter.name });
  const repeats = page.getByRole("region", { name: "可能重复" });
  const item = repeats
    .getByRole("listitem")
    .filter({ hasText: known.number })
    .first();
  await item.getByRole("button", { name: "与此件重复" }).click();
  await item.getByRole("button", { name: "已关联，点击取消" }).waitFor();
  await assertSound(page, "register with repeats");
  await picture(page, "desktop-register");
  await page.getByRole("radio", { name: /^受理/ }).check();
  await page.getByRole("button", { name: "登记并受理" }).click();
  const number = await numberOf(page);
  await page.getByText("全部完成").waitFor();
  const { items } = await intake.get(`/cases?q=${number}`);
  assert.equal(items[0].state, "accepted");
  const shown = await intake.get(`/cases/${items[0].id}`);
  assert.equal(shown.repeat_of, known.id);
  await close();
});

test("screened on the same page: not in scope, said with where to turn; a refusal loses nothing", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  const intake = await asAccount(server.origin, "intake");
  await stepIn(page, "窗口/专班受理", "/cases/new");
  await fill(page, { what: "劳动争议裁决", name: "北京界外有限公司" });
  await page.getByRole("radio", { name: /^不属范围/ }).check();
  await page
    .getByRole("radiogroup", { name: "为什么不属范围" })
    .getByRole("radio")
    .first()
    .check();
  await box(page, "给反映人的答复").fill("属劳动争议，不在受理范围。");
  await assertSound(page, "register, out of scope");
  await picture(page, "desktop-register-screening");
  const submit = page.getByRole("button", { name: "登记并按不属范围办结" });
  await submit.click();
  await page.getByRole("alert").getByText("可向何处反映").waitFor();
  await box(page, "可向何处反映").fill("区劳动人事争议仲裁委员会");
  await submit.click();
  const number = await numberOf(page);
  await page.getByText("全部完成").waitFor();
  const { items } = await intake.get(`/cases?q=${number}`);
  assert.equal(items[0].outcome, "out_of_scope");

  // What the server refuses waits on the case's page.
  await page.getByRole("button", { name: "再登记一件" }).click();
  await fill(page, { what: "占道施工许可", name: "北京移交有限公司" });
  await page.getByRole("radio", { name: /^重复/ }).check();
  await box(page, "另一事项的编号").fill("2021-9999");
  await box(page, "给反映人的答复").fill("已在另一编号下办理。");
  await page.getByRole("button", { name: "登记并按重复办结" }).click();
  await page.getByText("事项已经登记，没有丢失。").waitFor();
  const left = page.getByRole("link", { name: "到事项页面办理" });
  assert.match(await left.getAttribute("href"), /do=close_duplicate$/);
  await close();
});

test("when the second command fails, the case is registered and nothing is lost", async () => {
  const { page, close } = await visitor(browser, server.origin, DESKTOP);
  await stepIn(page, "窗口/专班受理", "/cases/new");
  await fill(page, { what: "公共场所卫生许可", name: "北京断网有限公司" });
  await page.getByRole("radio", { name: /^当场办结/ }).check();
  await box(page, "给反映人的答复").fill("已办结");
  await page.locator("input[type=file]").setInputFiles({
    name: "压缩包.txt",
    mimeType: "text/plain",
    buffer: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]),
  });
  await page.route("**/solve-on-the-spot", (route) => route.abort());
  await page.getByRole("button", { name: "登记并当场办结" }).click();
  const number = await numberOf(page);

  // What the server doesn't take as a file is left out, the rest goes on.
  await page.getByRole("button", { name: "不传这个附件，继续" }).click();
  const again = page.getByRole("button", { name: "重试“当场办结”" });
  await again.waitFor();
  await page.getByText("事项已经登记，没有丢失。").waitFor();
  await assertSound(page, "registered, with more to do");
  const left = page.getByRole("link", { name: "到事项页面办理" });
  assert.match(await left.getAttribute("href"), /do=solve_on_the_spot$/);

  await page.unroute("**/solve-on-the-spot");
  await again.click();
  await page.getByText("全部完成").waitFor();
  const intake = await asAccount(server.origin, "intake");
  const { items } = await intake.get(`/cases?q=${number}`);
  assert.equal(items[0].state, "closed");
  await close();
});

test("on a phone: a resident butler blows the whistle, with a photo", async () => {
  const { page, close } = await visitor(browser, server.origin, PHONE);
  await stepIn(page, "驻企专员", "/cases/new");
  await page.getByRole("heading", { name: "吹哨登记", level: 1 }).waitFor();
  await assertSound(page, "whistle");
  assert.equal(
    await page.getByRole("radio", { name: "企业" }).isChecked(),
    true,
  );
  assert.equal(await page.getByRole("radio", { name: /^转派发/ }).count(), 0);
  await fill(page, { what: "低压非居民用电增容", name: "北京走访有限公司" });
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({
      name: "现场.png",
      mimeType: "image/png",
      buffer: Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "base64",
      ),
    });
  await picture(page, "phone-register");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  const number = await numberOf(page);
  await page.getByText("全部完成").waitFor();
  await assertSound(page, "whistle blown");
  await picture(page, "phone-receipt");
  const resident = await asAccount(server.origin, "resident");
  const { items } = await resident.get(`/cases?q=${number}`);
  assert.equal(items[0].channel, "resident_butler");
  const shown = await resident.get(`/cases/${items[0].id}`);
  assert.equal(shown.attachments.length, 1);
  await close();
});
