import { expect, it } from "vitest";
import type { Unit } from "@/api/types";
import { usualChannel } from "./preset";

const unit = (id: string, kind: Unit["kind"], more: Partial<Unit> = {}): Unit => ({
  id,
  kind,
  version: 1,
  name: id,
  full_name: id,
  rank: 0,
  closed: false,
  ...more,
});
const units = [
  unit("qzwfwj", "department", { leads: "government_service" }),
  unit("dt_qzwfw", "hall", { parent: "qzwfwj" }),
  unit("qmzj", "department"),
  unit("dt_hydj", "hall", { parent: "qmzj" }),
  unit("jd_jingshan", "subdistrict"),
  unit("dt_jingshan", "hall", { parent: "jd_jingshan" }),
];

it.each([
  ["dt_qzwfw", "district_hall"],
  ["dt_hydj", "professional_hall"],
  ["dt_jingshan", "subdistrict_hall"],
  ["qmzj", "unit"],
  ["unknown", ""],
])("what comes in at the window of %s comes by %s", (id, channel) => {
  expect(usualChannel({ role: "intake", unit: id }, units)).toBe(channel);
});

it("a butler's comes by the butler, whatever the unit", () => {
  expect(usualChannel({ role: "resident_butler", unit: "zjfwgj" }, [])).toBe("resident_butler");
});
