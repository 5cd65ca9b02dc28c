import { expect, test } from "vitest";
import type { HistoryItem, Sheet, SheetAction } from "@/api/types";
import { labelOf, mayDo, offersOf } from "./offers";
import { stepsOf } from "./steps";

const sheet = (change: Partial<Sheet> = {}): Sheet => ({
  id: "1",
  number: "2026-0052",
  version: 2,
  state: "draft",
  sector: "government_service",
  drafter_unit: { id: "qzwfwj", name: "区政务服务局" },
  drafted_at: "2026-11-24T09:42:00+08:00",
  main_unit: { id: "qsfj", name: "区司法局" },
  co_units: [],
  declined: [],
  rows: [],
  extensions: [],
  allowed_actions: [],
  ...change,
});

const CONFIRMED = { at: "2026-11-24T10:00:00+08:00", by: "somebody" };

const standings = (shown: Sheet, history: readonly HistoryItem[] = []): string =>
  stepsOf(shown, history)
    .map(({ standing }) => standing)
    .join(" ");

test("the commands stand in the order in which they are wanted, with the refused among them", () => {
  const known = (action: SheetAction, allowed = true) => ({
    action,
    label: action,
    allowed,
    ...(allowed ? {} : { reason: "责任单位已经确认" }),
  });
  const shown = sheet({
    allowed_actions: [
      known("redraft"),
      known("remove_case"),
      known("ask_confirmation"),
      known("confirm", false),
    ],
  });
  expect(offersOf(shown).map(({ action }) => action)).toEqual(["confirm", "ask_confirmation", "redraft"]);
  expect(mayDo(shown, "remove_case")).toBe(true);
  expect(mayDo(shown, "confirm")).toBe(false);
  expect(mayDo(shown, "dispatch")).toBe(false);
  expect(labelOf(known("confirm"), true)).toBe("记录电话确认");
  expect(labelOf(known("confirm"), false)).toBe("confirm");
});

test("the steps follow the state", () => {
  expect(standings(sheet())).toBe("done now later later");
  expect(standings(sheet({ state: "awaiting_confirmation" }))).toBe("done now later later");
  expect(standings(sheet({ state: "awaiting_confirmation", confirmation: CONFIRMED }))).toBe(
    "done done now later",
  );
  expect(standings(sheet({ state: "dispatched" }))).toBe("done done done now");
  expect(standings(sheet({ state: "settled" }))).toBe("done done done done");
  expect(standings(sheet({ state: "cancelled" }))).toBe("done skipped skipped skipped");
});

test("the confirmation is told as it came about", () => {
  const note = (change: Partial<Sheet>, history: readonly HistoryItem[] = []): string =>
    stepsOf(sheet(change), history)[1]?.notes.join(" ") ?? "";
  const call = { ...CONFIRMED, called_at: "2026-11-24T09:50:00+08:00", spoke_with: "贾某" };
  expect(note({ confirmation: call })).toBe("2026-11-24 09:50 电话确认，通话人：贾某");
  expect(note({ confirmation: CONFIRMED })).toBe("2026-11-24 10:00 区司法局已确认");
  expect(note({ state: "dispatched", unconfirmed_reason: "紧急" })).toBe("未经确认派发：紧急");
  const asked = {
    type: "confirmation_asked",
    data: { due: { date: "2026-11-25" } },
  } as unknown as HistoryItem;
  expect(note({ state: "awaiting_confirmation", asked_at: CONFIRMED.at }, [asked])).toContain(
    "2026-11-25 周三前没有答复的，视为确认",
  );
  const declined = {
    unit: { id: "qmzj", name: "区民政局" },
    at: CONFIRMED.at,
    reason: "不属职责",
    proposed_unit: { id: "qsfj", name: "区司法局" },
  };
  expect(note({ declined: [declined] })).toBe(
    "2026-11-24 10:00 区民政局不予确认：不属职责 建议由区司法局承办",
  );
});
