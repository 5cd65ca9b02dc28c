import { expect, it } from "vitest";
import { arrangementOf, daysBetween, newDraft, pasted, withDaysOff, withIssuer, withWorked } from "./draft";
import type { Arrangement, Ground } from "./draft";

const empty: Ground = { year: 2027, earlier: null, lawful: new Set(["2027-10-01", "2027-10-02"]) };
const earlier: Arrangement = {
  year: 2027,
  notices: [{ number: "国办发明电〔2026〕1号", title: "通知", dated: "2026-11-01", issuer: "state_council" }],
  days_off: [{ date: "2027-10-01", holiday: "国庆节", kind: "statutory", notice: "国办发明电〔2026〕1号" }],
  make_up_days: [{ date: "2027-09-26", for: "国庆节", notice: "国办发明电〔2026〕1号" }],
};

it("counts days in one year, and none where the end comes first", () => {
  expect(daysBetween("2026-12-31", "2027-01-02", 2027)).toEqual(["2027-01-01", "2027-01-02"]);
  expect(daysBetween("2027-01-02", "2027-01-01", 2027)).toEqual([]);
  expect(daysBetween("", "2027-01-01", 2027)).toEqual([]);
});

it("knows what kind of day off each most likely is", () => {
  // Friday the 1st and Saturday the 2nd by law, Sunday the 3rd, Monday the 4th.
  const draft = withDaysOff(newDraft(empty), empty, "国庆节", daysBetween("2027-10-01", "2027-10-04", 2027));
  expect(draft.off.map(({ kind }) => kind)).toEqual(["statutory", "statutory", "weekend", "adjusted_rest"]);
  expect(withIssuer(draft, empty, "district").off.every(({ kind }) => kind === "district")).toBe(true);
});

it("adds to what earlier notices ordered, and names each day's notice", () => {
  const ground: Ground = { ...empty, earlier };
  let draft = newDraft(ground);
  expect(arrangementOf(draft, ground).days_off).toEqual(earlier.days_off);
  draft = withWorked(withDaysOff(draft, ground, "国庆节", ["2027-10-02"]), "国庆节", ["2027-10-09"]);
  draft.notice = { issuer: "state_council", number: " 新号 ", title: "补充通知", dated: "2027-09-01" };
  const { notices, days_off, make_up_days } = arrangementOf(draft, ground);
  expect(notices.map(({ number }) => number)).toEqual(["国办发明电〔2026〕1号", "新号"]);
  expect(days_off.map(({ notice }) => notice)).toEqual(["国办发明电〔2026〕1号", "新号"]);
  expect(make_up_days).toEqual([
    ...earlier.make_up_days,
    { date: "2027-10-09", for: "国庆节", notice: "新号" },
  ]);
});

it("takes what is pasted: a notice's text, or the document of the API", () => {
  const draft = newDraft(empty);
  const read = pasted("一、元旦：1月1日至3日放假调休，共3天。1月4日上班。", draft, empty);
  expect(read?.off.map(({ date }) => date)).toEqual(["2027-01-01", "2027-01-02", "2027-01-03"]);
  expect(read?.worked).toEqual([{ date: "2027-01-04", holiday: "元旦" }]);
  const json = pasted(JSON.stringify(earlier), draft, empty);
  expect(json && arrangementOf(json, empty)).toEqual(earlier);
  for (const nothing of ["{}", "{ broken", "没有日期"]) expect(pasted(nothing, draft, empty)).toBeNull();
});
