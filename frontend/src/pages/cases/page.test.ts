// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { AllowedAction, Case, CaseAction, HistoryItem } from "@/api/types";
import { arrange } from "./actions";
import { isOfKind, writtenOf } from "./history";
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
