import { expect, it } from "vitest";
import { addressOf, changed, filterOf, isNarrowed, questionOf, toldInLine } from "./filter";

const words = {
  label: (list: string, code: string) => `${list}.${code}`,
  unit: (id: string) => `单位${id}`,
};

it("an address without words shows what is open, by deadline", () => {
  const filter = filterOf({});
  expect(questionOf(filter)).toEqual({ open: true, sort: "due", limit: 20, count: true });
  expect(addressOf(filter)).toEqual({});
  expect(isNarrowed(filter)).toBe(false);
});

it("what an address says is asked for, and written back the same", () => {
  const query = {
    progress: "all",
    q: "施工",
    state: "in_progress,accepted",
    sector: "business_service",
    light: "red",
    level: "2",
    channel: "butler",
    holder_unit: "qzjw",
    main_unit: "qzjw",
    source_unit: "dt_qzwfw",
    needs_municipal_coordination: "true",
    accepted_from: "2021-09-01",
    accepted_to: "2021-09-30",
    sort: "due",
  };
  const filter = filterOf(query);
  const { progress, ...asked } = query;
  expect(filter.progress).toBe(progress);
  expect(questionOf(filter)).toEqual({
    ...asked,
    level: 2,
    needs_municipal_coordination: true,
    limit: 20,
    count: true,
  });
  expect(addressOf(filter)).toEqual(query);
  expect(isNarrowed(filter)).toBe(true);
});

it("nonsense in an address falls back to what is usual", () => {
  const nonsense = {
    progress: "x",
    sort: "y",
    page: "-3",
    state: ["a", "b"],
    needs_municipal_coordination: "z",
  };
  expect(filterOf(nonsense)).toEqual(filterOf({}));
});

it("a page further on begins where it says, and may be longer", () => {
  expect(questionOf(filterOf({ sector: "business_service" }), "c3", 200)).toMatchObject({
    sector: "business_service",
    cursor: "c3",
    limit: 200,
  });
});

it("what only closed cases have is looked for among them", () => {
  expect(filterOf({ outcome: "solved" }).progress).toBe("closed");
  expect(filterOf({ state: "closed" }).progress).toBe("closed");
  expect(filterOf({ outcome: "solved", progress: "all" }).progress).toBe("all");
});

it("what is chosen never contradicts itself", () => {
  const open = filterOf({});
  expect(changed(open, { state: "closed" })).toMatchObject({ progress: "closed", sort: "accepted" });
  expect(changed(filterOf({ progress: "closed" }), { state: "in_progress" }).progress).toBe("open");
  expect(changed(filterOf({ state: "in_progress" }), { progress: "closed" }).state).toBe("");
  expect(changed(filterOf({ state: "in_progress" }), { progress: "all" }).state).toBe("in_progress");
  expect(changed(open, { outcome: "solved" })).toMatchObject({ progress: "closed" });
  expect(changed(filterOf({ outcome: "solved" }), { progress: "open" }).outcome).toBe("");
  expect(changed(filterOf({ progress: "closed" }), { light: "red" })).toMatchObject({ progress: "open" });
  expect(changed(filterOf({ light: "red" }), { progress: "closed" }).light).toBe("");
});

it("a filter reads as a sentence", () => {
  const filter = filterOf({ state: "in_progress,accepted", level: "1", holder_unit: "7", q: "许可" });
  expect(toldInLine(filter, words)).toBe(
    "未办结；关键词：许可；状态：CaseState.in_progress、CaseState.accepted；响应级别：一级响应；经办单位：单位7；按办理期限",
  );
});
