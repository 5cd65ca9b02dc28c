import { expect, it } from "vitest";
import { isTouched } from "./live";

const happening = { noun: "work_order", id: "w1", type: "dispatched", notices: [] };

it("touches what was read of the thing, whatever part", () => {
  const of = (path: string, id: string) =>
    isTouched({ queryKey: [path, { params: { path: { id } } }], meta: undefined }, happening);
  expect(of("/api/v1/work-orders/{id}", "w1")).toBe(true);
  expect(of("/api/v1/work-orders/{id}/history", "w1")).toBe(true);
  expect(of("/api/v1/work-orders/{id}", "w2")).toBe(false);
  expect(of("/api/v1/cases/{id}", "w1")).toBe(false);
});

it("touches no list, but for a count that asks for it", () => {
  expect(isTouched({ queryKey: ["/api/v1/work-orders", {}], meta: undefined }, happening)).toBe(false);
  const counted = {
    queryKey: ["/api/v1/inbox/counts", {}],
    meta: { live: (h: { noun: string }) => h.noun === "work_order" },
  };
  expect(isTouched(counted, happening)).toBe(true);
  expect(isTouched(counted, { ...happening, noun: "unit" })).toBe(false);
});
