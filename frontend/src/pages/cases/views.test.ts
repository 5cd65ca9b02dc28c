import { expect, it } from "vitest";
import { nameOfView, queryOfView, viewOf } from "./views";

it("a view is what stands in the address, in plain signs, and never empty", () => {
  const address = { q: "施工 许可", state: "in_progress", sort: "accepted" };
  expect(viewOf(address)).toMatch(/^[!-~]+$/);
  expect(queryOfView(viewOf(address))).toEqual(address);
  expect(viewOf({})).toBe("progress=open");
  expect(queryOfView("progress=open")).toEqual({});
});

it("a view is known again however its words stand", () => {
  const views = [
    { name: "默认", query: "progress=open" },
    { name: "超期的商事", query: "light=red&sector=business_service" },
  ];
  expect(nameOfView(views, { sector: "business_service", light: "red" })).toBe("超期的商事");
  expect(nameOfView(views, {})).toBe("默认");
  expect(nameOfView(views, { light: "red" })).toBeUndefined();
});
