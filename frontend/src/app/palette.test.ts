import { expect, it } from "vitest";
import type { Unit } from "@/api/types";
import { groupsOf } from "./navigation";
import { caseQuestion, pagesFor, unitsFor } from "./palette";

it("finds pages of the navigation", () => {
  const groups = groupsOf("lead", () => true);
  expect(pagesFor("核查", groups).map(({ path }) => path)).toEqual(["/verify"]);
  expect(pagesFor("", groups)).toHaveLength(7);
});

it("finds units by short and full name, the beginning first", () => {
  const unit = (name: string, full_name: string): Unit => ({ name, full_name }) as Unit;
  const units = [
    unit("和平里街道", "东城区人民政府和平里街道办事处"),
    unit("区住建委", "东城区住房和城市建设委员会"),
    unit("区民政局", "东城区民政局"),
  ];
  expect(unitsFor("和", units).map(({ name }) => name)).toEqual(["和平里街道", "区住建委"]);
  expect(unitsFor(" ", units)).toEqual([]);
});

it("asks for cases by number or words", () => {
  expect(caseQuestion("DC-2021-0001")).toBe("2021-0001");
  expect(caseQuestion("No.0001")).toBe("No.0001");
  expect(caseQuestion(" 养老 ")).toBe("养老");
  expect(caseQuestion("养")).toBeNull();
});
