// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { AllowedAction, Case, CaseAction, HistoryItem } from "@/api/types";
import { arrange } from "./actions";
import { isOfKind, resultsOf, writtenOf } from "./history";
import { periodOf } from "./reckoning";

const happened = (type: string, at: string, data: object = {}, texts: object = {}): HistoryItem =>
  ({ type, at, data, texts }) as unknown as HistoryItem;
const step = (to: string): object => ({ step: { to } });

const history = [
  happened("registered", "2021-09-01T09:00:00+08:00"),
  happened("accepted", "2021-09-01T09:10:00+08:00", step("accepted")),
  happened("passed_on", "2021-09-01T09:20:00+08:00", step("awaiting_dispatch")),
  happened("dispatched", "2021-09-02T09:00:00+08:00", {
    ...step("in_progress"),
    main: { due: { date: "2021-09-09", period: { from: "2021-09-02", working_days: 5 } } },
    co: [{ due: { date: "2021-09-07", period: { from: "2021-09-02", working_days: 3 } } }],
  }),
  happened("fed_back", "2021-09-03T09:00:00+08:00", step("awaiting_verification")),
  happened("sent_back", "2021-09-04T09:00:00+08:00", step("in_progress")),
];

it("a deadline's reckoning is that of the event that set it; a day named outright has none", () => {
  expect(periodOf(history, "2021-09-09")).toEqual({ from: "2021-09-02", working_days: 5 });
  expect(periodOf(history, "2021-09-07")).toEqual({ from: "2021-09-02", working_days: 3 });
  expect(periodOf(history, "2021-09-30")).toBeUndefined();
});

it("a history can be looked through by kind; the registration doesn't repeat what the page shows", () => {
  expect(history.filter((item) => isOfKind(item, "moves"))).toHaveLength(6);
  expect(history.filter((item) => isOfKind(item, "contact"))).toHaveLength(0);
  const [registered] = [happened("registered", "", {}, { problem: "x", late_reason: "y" })];
  expect(writtenOf(registered as HistoryItem)).toEqual([{ label: "逾期登记原因", value: "y" }]);
});

it("an event says whom it concerns and in whose hands the case is then", () => {
  const names = {
    label: (list: string, code?: string | null) => (code ? `${list}.${code}` : ""),
    unit: (id?: string | null) => (id ? `<${id}>` : ""),
  };
  const told = (type: string, data: object): string[] =>
    resultsOf(happened(type, "", data), names).map(({ label, value }) => `${label} ${value ?? ""}`);
  expect(
    told("dispatched", {
      step: { to: "in_progress", holder: "a" },
      main: { unit: "a", due: { date: "2021-09-09" } },
      co: [{ unit: "b" }, { unit: "c" }],
    }),
  ).toEqual(["转为 CaseState.in_progress，<a>", "主办单位 <a>", "协办单位 <b>、<c>", "期限 2021-09-09 周四"]);
  expect(told("co_added", { co: { unit: "b" } })).toEqual(["协办单位 <b>"]);
  expect(told("ruled", { unit: "a" })).toEqual(["裁定由其承办 <a>"]);
  expect(told("fed_back", { unit: "a", solved: true, cause: "legacy" })).toEqual([
    "成因 Cause.legacy",
    "是否解决 已解决",
  ]);
});

describe("the order of actions", () => {
  const action = (name: CaseAction, code?: string): AllowedAction => ({
    action: name,
    label: name,
    allowed: code === undefined,
    code: code ?? null,
    reason: code ?? null,
  });
  const a = (actions: AllowedAction[], more: object = {}): Case =>
    ({
      allowed_actions: actions,
      coordination_request: null,
      reopen_request: null,
      first_level: { meeting_proposal: null, referral_request: null },
      ...more,
    }) as unknown as Case;
  const names = (actions: AllowedAction[]): string[] => actions.map(({ action: name }) => name);

  it("puts what moves the case on before what goes to its file", () => {
    const { buttons, more } = arrange(
      a(["note", "give_feedback", "receive", "withdraw"].map((n) => action(n as CaseAction))),
    );
    expect(names(buttons)).toEqual(["receive", "give_feedback"]);
    expect(names(more)).toEqual(["note", "withdraw"]);
  });

  it("puts first what the person came for, and what waits for a decision", () => {
    const actions = [action("receive"), action("note"), action("raise"), action("refuse_coordination")];
    expect(names(arrange(a(actions), "note").buttons)[0]).toBe("note");
    const asked = arrange(a(actions, { coordination_request: {} }));
    expect(names(asked.buttons)).toEqual(["raise", "refuse_coordination", "receive"]);
  });

  it("shows beside the buttons what only lacks something, with its reason", () => {
    const { blocked, refused } = arrange(
      a([
        action("record_callback"),
        action("verify_solved", "callback_required"),
        action("receive", "wrong_state"),
      ]),
    );
    expect(names(blocked)).toEqual(["verify_solved"]);
    expect(names(refused)).toEqual(["receive"]);
  });
});
