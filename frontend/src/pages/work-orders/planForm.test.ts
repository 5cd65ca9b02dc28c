import { expect, test } from "vitest";
import { DEMANDS, formDay, formMunicipal, formNumber, formRecords, formWays, TITLE } from "./planForm";

test("the sample of the plan is written as it stands there", () => {
  expect(formNumber("2021-0001")).toBe("No.0001");
  expect(formDay("2021-09-01")).toBe("2021.9.1");
  expect(formDay("2021-09-08")).toBe("2021.9.8");
  expect(TITLE).toBe("东城区优化营商环境解决企业群众“办不成事”问题工作单");
  expect(DEMANDS.join("\n")).toBe(
    "1.请针对上述问题认真整改，在完成时限前，及时将整改落实情况以书面形式反馈牵头部门；\n" +
      "2.有关整改情况已纳入监督考评范围。",
  );
});

test("what isn't known yet stays empty, and a number of five digits grows", () => {
  expect(formDay(null)).toBe("");
  expect(formNumber("2021-10000")).toBe("No.10000");
});

test("the ways in are those of the cases, each once", () => {
  const row = (mode: string) => ({ channel_mode: mode });
  expect(formWays([row("线下"), row("线下")])).toBe("线下");
  expect(formWays([row("线上"), row("线下")])).toBe("线下/线上");
});

test("the record is said to be attached where files are", () => {
  const row = (has: boolean) => ({ has_attachments: has });
  expect(formRecords([row(false), row(true)])).toBe("详见附件");
  expect(formRecords([row(false)])).toBe("无");
});

test("the municipality is named with the cases that need it", () => {
  const row = (number: string, needs: boolean) => ({ number, needs_municipal_coordination: needs });
  expect(formMunicipal([row("2021-0001", false)])).toBe("否");
  expect(formMunicipal([row("2021-0001", true), row("2021-0002", false), row("2021-0003", true)])).toBe(
    "是（No.0001、No.0003）",
  );
});
