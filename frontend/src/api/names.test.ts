import { expect, it } from "vitest";
import { unitNames } from "./names";

it("names units, and keeps the code of one it doesn't know", () => {
  const unit = unitNames([{ id: "qzjw", name: "区住建委" }] as never);
  expect([unit("qzjw"), unit("gone"), unit(null)]).toEqual(["区住建委", "gone", ""]);
});
