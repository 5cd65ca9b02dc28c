import { expect, test } from "vitest";
import { codeOf, numberOf } from "./ticket";

test.each([
  ["2021-0001", "2021-0001"],
  [" No. 2021-0001 ", "2021-0001"],
  ["№2021－0001", "2021-0001"],
  ["２０２１—０００１", "2021-0001"],
  ["20210001", "2021-0001"],
  ["202112345", "2021-12345"],
  ["2021", "2021"],
])("the number %s is %s", (typed, number) => {
  expect(numberOf(typed)).toBe(number);
});

test.each([
  ["QXACW29Z", "QXACW29Z"],
  ["qxac w29z", "QXACW29Z"],
  ["ｑｘａｃ－ｗ２９ｚ", "QXACW29Z"],
])("the code %s is %s", (typed, code) => {
  expect(codeOf(typed)).toBe(code);
});
