// What a person finds on a page, and does there, in more than one story.
import { signOut, stepIn } from "./browser.mjs";

export const dialog = (page, name) =>
  page.getByRole("dialog", { name, exact: true });
export const region = (page, name) =>
  page.getByRole("region", { name, exact: true });
export const actions = (page) =>
  page.getByRole("group", { name: "可以做的事" });
export const toast = (page, text) => page.getByRole("status").getByText(text);

/** The next person takes the seat; see `stepIn`. */
export async function changeTo(page, role, path, unit) {
  await signOut(page);
  await stepIn(page, role, path, unit);
}

/** Goes to a page by the navigation; on a phone it may stand behind 更多. */
export async function goTo(page, name) {
  const places = page.getByRole("navigation", { name: "主导航" });
  const place = places.getByRole("link", { name });
  if (await place.isVisible()) return place.click();
  await places.getByRole("button", { name: "更多" }).click();
  await page
    .getByRole("navigation", { name: "全部页面" })
    .getByRole("link", { name })
    .click();
}

/** Takes up what waits in 待办 for a case: its page opens with the form for what is to be done. */
export async function takeUp(page, number, name) {
  await page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: number })
    .getByRole("link")
    .click();
  await dialog(page, name).waitFor();
}

/** Leaves the form that is open, with nothing in it. */
export async function leave(page, name) {
  const form = dialog(page, name);
  await form.getByRole("button", { name: "取消", exact: true }).click();
  await form.waitFor({ state: "detached" });
}

/** Opens a form from the bar, or from the menu behind it. */
export async function open(page, name) {
  await actions(page).waitFor();
  const button = actions(page).getByRole("button", { name, exact: true });
  if (!(await button.first().isVisible()))
    await actions(page).getByRole("button", { name: "更多操作" }).click();
  await button.locator("visible=true").first().click();
  await dialog(page, name).waitFor();
}

/** Sends the form that is open, and waits until it is said to be done. */
export async function submit(page, name, told = `${name}已完成`) {
  const form = dialog(page, name);
  await form.getByRole("button", { name, exact: true }).click();
  await form.waitFor({ state: "detached" });
  await toast(page, told).first().waitFor();
}

/** Finds a unit by typing its name, and takes it. */
export async function chooseUnit(form, field, unit) {
  await form.getByRole("combobox", { name: field }).fill(unit);
  await form.getByRole("option", { name: unit, exact: true }).click();
}

/** On the board: the unit has confirmed the work order by telephone, and it is dispatched. */
export async function confirmAndDispatch(page) {
  await page.getByRole("button", { name: "记录电话确认" }).click();
  const call = dialog(page, "记录电话确认");
  await call.getByLabel("与谁通话").fill("甄科长");
  await call.getByRole("button", { name: "记录确认" }).click();
  await call.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "派发", exact: true }).click();
  await dialog(page, "派发")
    .getByRole("button", { name: "派发", exact: true })
    .click();
  await page.getByText("已派发，期限开始计算").waitFor();
}
