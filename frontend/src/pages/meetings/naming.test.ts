import { expect, test } from "vitest";
import { nameOf } from "./naming";

test("a meeting is cancelled, not a form", () => {
  expect(nameOf({ action: "cancel", label: "取消" })).toBe("取消会议");
  expect(nameOf({ action: "call", label: "召集" })).toBe("召集");
});
