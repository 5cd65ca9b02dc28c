import { expect, test } from "vitest";
import { csvOf } from "./csv";

test("a mark at the start, CRLF after each line", () => {
  expect(
    csvOf([
      ["编号", "事项"],
      ["2021-0001", "落户"],
    ]),
  ).toBe("\uFEFF编号,事项\r\n2021-0001,落户\r\n");
});

test("commas, quotes and line breaks stay within their cell", () => {
  expect(csvOf([["a,b", 'c"d', "e\nf"]])).toBe('\uFEFF"a,b","c""d","e\nf"\r\n');
});

test.each(["=1+1", "+86", "-1", "@SUM(A1)", "\tx"])("%s is no formula", (value) => {
  expect(csvOf([[value]])).toContain(`'${value}`);
});
