// What somebody asked for, as the form shows it in which it is decided: the form may lie over the case.
import type { Names } from "@/api/names";
import type { HistoryItem } from "@/api/types";
import { dayOf } from "@/lib/time";
import type { Fact } from "@/ui/FactList.vue";
import type { CaseContext } from "./context";
import type { FormAction } from ".";

type Decided = (context: CaseContext, names: Names) => Fact[];

const question: Decided = ({ shown: { opinion_request: asked } }) => [
  { label: asked ? `${asked.asked_by.name}请贵单位判断的问题` : "", value: asked?.question },
];
const coordination: Decided = ({ shown }) => [
  { label: "申请提级协调的理由", value: shown.coordination_request?.reason },
];
const referral: Decided = ({ shown }) => [
  { label: "申请上报的理由", value: shown.first_level.referral_request?.reason },
];
const proposal: Decided = ({ shown }) => [
  { label: "提请联席会的理由", value: shown.first_level.meeting_proposal?.reason },
];
const reopening: Decided = ({ shown }) => [
  { label: "请求重新办理的理由", value: shown.reopen_request?.reason },
];

/** Which main units would not have it, and what each said. */
const returns: Decided = ({ history }, names) =>
  history
    .filter(({ type, data }) => type === "unit_declined" || (type === "returned" && data.kind === "main"))
    .map((item, index) => ({
      label: `第 ${index + 1} 次，${dayOf(item.at)}`,
      value: refusalOf(item, names),
    }));

function refusalOf({ type, data, texts }: HistoryItem, { label, unit }: Names): string {
  const said = [
    typeof data.reason === "string" ? label("ReturnReason", data.reason) : "",
    ...Object.values(texts),
  ];
  const who = `${unit(String(data.unit))}${type === "returned" ? "退回" : "不予确认"}`;
  return [who, said.filter(Boolean).join("，")].filter(Boolean).join("：");
}

const DECIDED: Partial<Record<FormAction, Decided>> = {
  decline_opinion: question,
  give_opinion: question,
  raise: coordination,
  refer_up: referral,
  refuse_coordination: coordination,
  refuse_referral: referral,
  refuse_reopen: reopening,
  reopen: reopening,
  rule: returns,
  submit_to_meeting: proposal,
};

/** What is being decided by an action; nothing where nobody asked for it. */
export const decidedBy = (action: FormAction, context: CaseContext, names: Names): Fact[] =>
  (DECIDED[action]?.(context, names) ?? []).filter(({ value }) => value);
