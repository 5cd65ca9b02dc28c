// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { HistoryItem } from "@/api/types";
import { wayOf } from "./chart";
import type { Way } from "./chart";
import { BOX, HEIGHT, lineBetween, placeOf, WIDTH } from "./chartDrawing";

/** A case that came to these states one after the other. */
const cameTo = (...states: string[]): HistoryItem[] =>
  states.map((to, index) => ({
    type: index === 0 ? "registered" : "noted",
    label: `第 ${index} 步`,
    at: `2021-09-0${index + 1}T09:00:00+08:00`,
    data: { step: { to } },
  })) as unknown as HistoryItem[];

const dispatched = cameTo("registered", "accepted", "awaiting_dispatch", "in_progress");
const sentBack = cameTo(
  "registered",
  "accepted",
  "awaiting_dispatch",
  "in_progress",
  "awaiting_verification",
  "in_progress",
);
const gone = ({ steps }: Way): string[] =>
  steps.filter(({ times }) => times > 0).map(({ from, to, times }) => `${from} ${to} ${times}`);

describe("the way through the chart", () => {
  it("tells what was passed, how often, and where the case stands", () => {
    const { main, branch } = wayOf({ sector: "government_service", state: "in_progress" }, sentBack);
    expect(main.map(({ label, standing, times }) => `${label} ${standing} ${times}`)).toEqual([
      "登记 gone 1",
      "研判 gone 1",
      "受理 gone 1",
      "派发转办 gone 1",
      "办理 here 2",
      "核查回访 gone 1",
      "办结 ahead 0",
    ]);
    expect(branch.map(({ standing }) => standing)).toEqual(["ahead", "ahead", "ahead"]);
  });

  it("tells by which steps, those back too, and how often each", () => {
    const way = wayOf({ sector: "government_service", state: "in_progress" }, sentBack);
    expect(gone(way)).toEqual([
      "register screen 1",
      "screen accept 1",
      "accept dispatch 1",
      "dispatch handle 1",
      "handle verify 1",
      "verify handle 1",
    ]);
    expect(way.steps.find(({ to, times }) => to === "meeting" && times === 0)).toBeDefined();
  });

  it("shows a step that the chart hasn't where a case took it, by the event's name", () => {
    const withdrawn = [...dispatched, ...cameTo("registered", "closed").slice(1)];
    const { steps } = wayOf({ sector: "government_service", state: "closed" }, withdrawn);
    expect(steps[steps.length - 1]).toEqual({ from: "handle", to: "closed", label: "第 1 步", times: 1 });
  });

  it("is another one in the business chart", () => {
    const { main } = wayOf({ sector: "business_service", state: "registered" }, dispatched.slice(0, 1));
    expect(main.map(({ label }) => label)).toContain("符合性判断");
    expect(main.find(({ standing }) => standing === "here")?.label).toBe("管家研判");
  });

  it("shows an opinion of a government case only where one was asked for", () => {
    const asked = cameTo("registered", "under_review", "registered", "accepted");
    const labels = (items: HistoryItem[]): string[] =>
      wayOf({ sector: "government_service", state: "in_progress" }, items).main.map(({ label }) => label);
    expect(labels(dispatched)).not.toContain("符合性判断");
    expect(labels(asked)).toContain("符合性判断");
  });

  it("before the history is there, says only where the case stands", () => {
    const { main, branch } = wayOf({ sector: "government_service", state: "closed" }, undefined);
    expect(main.map(({ standing }) => standing)).toEqual([...Array(6).fill("unknown"), "here"]);
    expect(branch.every(({ standing }) => standing === "unknown")).toBe(true);
  });
});

describe("the drawing", () => {
  const { main, branch } = wayOf({ sector: "business_service", state: "closed" }, []);
  const stations = [...main, ...branch];
  const pairs = stations.flatMap((from) => stations.filter((to) => to !== from).map((to) => ({ from, to })));
  const numbers = (path: string): number[] => (path.match(/-?[\d.]+/g) ?? []).map(Number);

  it("has all boxes apart and within it", () => {
    const places = stations.map(placeOf);
    for (const { x, y } of places) {
      expect(x - BOX.width / 2).toBeGreaterThan(0);
      expect(x + BOX.width / 2).toBeLessThan(WIDTH);
      expect(y + BOX.height / 2).toBeLessThan(HEIGHT);
    }
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(stations.length);
  });

  it("leads a line from any station to any other: out of the one's edge and into the other's", () => {
    for (const { from, to } of pairs) {
      const { path, head } = lineBetween(from, to);
      const [startX = 0, startY = 0] = numbers(path);
      const [endX = 0, endY = 0] = numbers(head);
      for (const [{ x, y }, atX, atY] of [
        [placeOf(from), startX, startY],
        [placeOf(to), endX, endY],
      ] as const) {
        const [dx, dy] = [Math.abs(atX - x), Math.abs(atY - y)];
        const onSide = dx === BOX.width / 2 && dy === 0;
        const onTopOrBottom = dy === BOX.height / 2 && dx < BOX.width / 2;
        expect(onSide || onTopOrBottom, `${from.key} ${to.key}`).toBe(true);
      }
      expect(Math.max(...numbers(path))).toBeLessThan(WIDTH);
    }
  });

  it("lets no line run into the end of one that goes elsewhere", () => {
    const { steps } = wayOf({ sector: "business_service", state: "closed" }, []);
    const find = (key: string) => stations.find((station) => station.key === key) as (typeof stations)[0];
    const ends = steps.map(({ from, to }) => lineBetween(find(from), find(to)).head);
    // Only what ends a case at registration comes together.
    expect(new Set(ends).size).toBe(ends.length - 1);
  });
});
