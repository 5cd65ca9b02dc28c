import { expect, test } from "vitest";
import { leftText } from "./due";

test("a deadline is told by its working days, and one that ended before days off as over", () => {
  expect(leftText(2, "amber")).toBe("剩 2 个工作日");
  expect(leftText(0, "amber")).toBe("今天到期");
  expect(leftText(0, "red")).toBe("已到期");
  expect(leftText(-1, "red")).toBe("超期 1 个工作日");
  expect(leftText(null, null)).toBe("");
});
