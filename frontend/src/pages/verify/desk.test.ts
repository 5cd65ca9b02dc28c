import { expect, test } from "vitest";
import type { AllowedAction, Case } from "@/api/types";
import { awaitsCall, callRefusal, mayCall, offersOf } from "./actions";
import { attemptsRule, bodyOf, decides, faultsOf, unanswered } from "./call";
import type { Settings } from "./call";
import { lastGrade } from "./grade";
import { nextAfter } from "./queues";
import type { Waiting } from "./queues";
import { triesText } from "./tries";

const SETTINGS = {
  callback_from_hour: 8,
  callback_until_hour: 20,
  callback_gap_hours: 2,
  callback_dates: 2,
  callback_attempts: 3,
} as Settings;

test("not reached is an attempt and nothing else, whatever was chosen before", () => {
  const answers = { ...unanswered(), reached: "no", solved: "yes", satisfaction: "satisfied", opinion: "好" };
  expect(faultsOf(answers)).toEqual({});
  expect(decides(answers)).toBe(false);
  expect(bodyOf(answers)).toEqual({ reached: false });
});

test("no answer is not a silent grade", () => {
  const answers = { ...unanswered(), reached: "yes", solved: "unanswered", satisfaction: "unrated" };
  expect(faultsOf(answers)).toEqual({});
  expect(decides(answers)).toBe(false);
  expect(bodyOf(answers)).toEqual({ reached: true });
});

test("each question is answered for itself", () => {
  expect(Object.keys(faultsOf(unanswered()))).toEqual(["reached"]);
  expect(Object.keys(faultsOf({ ...unanswered(), reached: "yes" }))).toEqual(["solved", "satisfaction"]);
  const answers = {
    ...unanswered(),
    reached: "yes",
    solved: "yes",
    satisfaction: "dissatisfied",
    opinion: " 跑了三趟 ",
    calledAt: "2021-09-01T09:30",
  };
  expect(decides(answers)).toBe(true);
  expect(bodyOf(answers)).toEqual({
    reached: true,
    solved: true,
    satisfaction: "dissatisfied",
    opinion: "跑了三趟",
    called_at: "2021-09-01T09:30:00+08:00",
  });
});

test("what counts as having tried is said in the district's figures", () => {
  expect(attemptsRule(SETTINGS)).toBe("8 时至 20 时之间、间隔 2 小时以上、分 2 日共 3 次");
});

test("what is missing is told: calls, or days, until there are enough of both", () => {
  const told = (counted: number, missing: number, dates: number): string =>
    triesText({ counted, missing, missing_dates: dates });
  expect(told(0, 3, 2)).toBe("已计 0 次，还差 3 次，须分 2 天。");
  expect(told(2, 1, 0)).toBe("已计 2 次，还差 1 次。");
  expect(told(3, 1, 1)).toBe("已计 3 次，还差 1 次，还须在另 1 天再试。");
  expect(told(3, 0, 0)).toBe("已计 3 次，次数已够。");
});

const offered = (action: string, code?: string): AllowedAction =>
  ({ action, label: action, allowed: code === undefined, code, reason: code }) as AllowedAction;
const withActions = (...actions: AllowedAction[]): Case => ({ allowed_actions: actions }) as unknown as Case;

test("as long as the reporter is to be asked, no decision comes first", () => {
  const actions = [
    offered("record_callback"),
    offered("send_back"),
    offered("verify_solved", "callback_required"),
  ];
  expect(awaitsCall(actions)).toBe(true);
  expect(mayCall(actions)).toBe(true);
  expect(offersOf(withActions(...actions)).map(({ action, first }) => [action, first])).toEqual([
    ["verify_solved", false],
    ["send_back", false],
  ]);
});

test("who may not call is told why", () => {
  expect(callRefusal([offered("send_back"), offered("record_callback")])).toBeUndefined();
  expect(callRefusal([offered("record_callback", "segregation")])).toBe("segregation");
});

test("after the answer, what it leaves comes first; what isn't the time for is left out", () => {
  const unsolved = withActions(
    offered("send_back"),
    offered("raise"),
    offered("verify_solved", "callback_says_unsolved"),
    offered("answer_dissatisfaction", "wrong_state"),
  );
  expect(offersOf(unsolved).map(({ action, first, allowed }) => [action, first, allowed])).toEqual([
    ["verify_solved", false, false],
    ["send_back", true, true],
    ["raise", false, true],
  ]);
});

test("of the grades, own or given in a call, the last one counts", () => {
  const callbacks = [
    { called_at: "2021-09-02T10:00:00+08:00", satisfaction: "satisfied", opinion: "快" },
    { called_at: "2021-09-05T10:00:00+08:00", satisfaction: null, opinion: "在忙" },
  ];
  const ratings = [{ at: "2021-09-03T01:00:00Z", satisfaction: "dissatisfied", comment: "跑了三趟" }];
  const graded = { ratings, callbacks } as unknown as Case;
  expect(lastGrade(graded)).toMatchObject({ satisfaction: "dissatisfied", comment: "跑了三趟" });
  expect(lastGrade({ ...graded, ratings: [] })).toMatchObject({ satisfaction: "satisfied", comment: "快" });
  expect(lastGrade({ ratings: [], callbacks: [] })).toBeUndefined();
});

test("the next case is the next in the order in which the person works", () => {
  const queue = (...ids: string[]): Waiting[] =>
    ids.map((id) => ({ case: { id }, due: null, light: null, daysLeft: null }) as unknown as Waiting);
  const before = queue("a", "b", "c");
  expect(nextAfter("b", before, queue("a", "c"))).toBe("c");
  expect(nextAfter("c", before, queue("a", "b"))).toBe("a");
  expect(nextAfter("a", before, queue("new"))).toBe("new");
  expect(nextAfter("a", queue("a"), [])).toBeUndefined();
});
