// The way of a work order, step by step: what was done, what is to be done now, what comes then.
import type { HistoryItem, Sheet } from "@/api/types";
import { dayText, instantText } from "@/lib/time";

export interface Step {
  key: "draft" | "confirm" | "dispatch" | "settle";
  label: string;
  standing: "done" | "now" | "later" | "skipped";
  /** What is to be told of it. */
  notes: readonly string[];
}

/** By when the unit should answer, as it was reckoned when it was asked last. */
function answerDue(history: readonly HistoryItem[]): string | undefined {
  const asked = history.filter(({ type }) => type === "confirmation_asked" || type === "confirmation_moved");
  const { due } = (asked[asked.length - 1]?.data ?? {}) as { due?: { date?: string } };
  return due?.date;
}

function confirmationNotes(sheet: Sheet, history: readonly HistoryItem[]): string[] {
  const { confirmation, asked_at: askedAt, main_unit: unit } = sheet;
  if (confirmation?.called_at) {
    return [`${instantText(confirmation.called_at)} 电话确认，通话人：${confirmation.spoke_with ?? "未记"}`];
  }
  if (confirmation) return [`${instantText(confirmation.at)} ${unit.name}已确认`];
  if (history.some(({ type }) => type === "confirmation_presumed"))
    return [`${unit.name}逾期未答复，视为确认`];
  if (sheet.unconfirmed_reason) return [`未经确认派发：${sheet.unconfirmed_reason}`];
  if (sheet.state === "awaiting_confirmation" && askedAt) {
    const due = answerDue(history);
    return [
      `${instantText(askedAt)} 请${unit.name}确认`,
      ...(due ? [`${dayText(due)}前没有答复的，视为确认`] : []),
    ];
  }
  const declined = sheet.declined[sheet.declined.length - 1];
  if (!declined || sheet.state !== "draft") return [];
  return [
    `${instantText(declined.at)} ${declined.unit.name}不予确认：${declined.reason ?? ""}`,
    ...(declined.proposed_unit ? [`建议由${declined.proposed_unit.name}承办`] : []),
  ];
}

/** How far each state has come: how many of the steps are done. */
const DONE: Record<Sheet["state"], number> = {
  draft: 1,
  awaiting_confirmation: 1,
  dispatched: 3,
  settled: 4,
  cancelled: 1,
};

export function stepsOf(sheet: Sheet, history: readonly HistoryItem[]): Step[] {
  // A unit that has confirmed leaves the work order where it is: what waits then is the dispatch.
  const done = sheet.state === "awaiting_confirmation" && sheet.confirmation ? 2 : DONE[sheet.state];
  const { dispatched_at: dispatchedAt, state } = sheet;
  const steps: Omit<Step, "standing">[] = [
    {
      key: "draft",
      label: "拟制",
      notes: [
        [instantText(sheet.drafted_at), sheet.drafter_unit.name, sheet.filled_by].filter(Boolean).join(" "),
      ],
    },
    { key: "confirm", label: "沟通确认", notes: confirmationNotes(sheet, history) },
    { key: "dispatch", label: "派发", notes: dispatchedAt ? [instantText(dispatchedAt)] : [] },
    {
      key: "settle",
      label: state === "settled" ? "已了结" : "单位办理",
      notes: state === "settled" ? ["各事项的办理都已结束"] : [],
    },
  ];
  return steps.map((step, index) => {
    if (state === "cancelled") return { ...step, standing: index === 0 ? "done" : "skipped" };
    const standing = index < done ? "done" : index === done ? "now" : "later";
    return { ...step, standing };
  });
}
