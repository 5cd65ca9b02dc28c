// @vitest-environment node
import { expect, it } from "vitest";
import { textsOf } from "./texts";

it("what was written stands under a name that people read, known or not", () => {
  const texts = {
    reason: "甲",
    co_task_2: "乙",
    material_1: "丙",
    comment: "丁",
    something_new: "戊",
    organisation: "{}",
  };
  expect(textsOf({ texts }).map(({ label, value }) => `${label}：${value}`)).toEqual([
    "理由：甲",
    "协办分工：乙",
    "会议材料：丙",
    "意见和建议：丁",
    "内容：戊",
  ]);
});
