import { expect, it } from "vitest";
import { csvOf } from "./csv";

it("says that it is UTF-8, and ends each line", () => {
  expect(csvOf([["编号", "事项"], ["2021-0001"]])).toBe("\uFEFF编号,事项\r\n2021-0001\r\n");
});

it("quotes what would break the table", () => {
  expect(csvOf([["a,b", 'say "x"', "two\nlines"]])).toBe('\uFEFF"a,b","say ""x""","two\nlines"\r\n');
});

it.each(["=1+1", "+86", "-2", "@SUM(A1)", "\tx", "\rx"])("%j is text, not a formula", (text) => {
  expect(csvOf([[text]])).toContain(`'${text}`);
});

it("a formula that has to be quoted is text, too", () => {
  expect(csvOf([['=HYPERLINK("http://x","y")']])).toBe('\uFEFF"\'=HYPERLINK(""http://x"",""y"")"\r\n');
});
