// The form by which a problem is taken in.

export const matter = (page) =>
  page.getByRole("combobox", { name: "事项名称" });
export const reporter = (page) =>
  page.getByRole("combobox", { name: /^(姓名|名称)/ });
export const box = (page, name) => page.getByRole("textbox", { name });

/** Fills what must be filled in. */
export async function fill(page, { what, kind = "企业", name }) {
  await matter(page).fill(what);
  await page.getByRole("radio", { name: "未成功受理" }).check();
  await box(page, "未成功受理原因").fill("窗口未一次性告知材料");
  await box(page, "存在问题").fill("往返三次仍未受理");
  await page.getByRole("radio", { name: kind }).check();
  await reporter(page).fill(name);
}

/** The number on the receipt, once the case is registered. */
export async function numberOf(page) {
  const heading = page.getByRole("heading", { name: /^已登记 /, level: 1 });
  return (await heading.innerText()).replace("已登记 ", "");
}
