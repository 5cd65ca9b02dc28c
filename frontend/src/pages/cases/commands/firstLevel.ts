// 一事一议: coordination brought to the joint meeting, referrals to the municipality or the centre.
import type { Choice } from "@/ui/field";
import { describe, reason } from "./context";

export const proposeMeeting = describe("propose-meeting", {
  intro: "由总管家或牵头部门决定是否提交联席会。",
  fields: [reason("为什么需要联席会研判。")],
});

export const submitToMeeting = describe("submit-to-meeting", {
  intro: "提交后为一级响应，由区营商办安排联席会一事一议。",
  fields: [
    { name: "tried", label: "已采取的措施" },
    { name: "question", label: "请联席会议定的问题" },
  ],
});

export const remand = describe("remand", {
  intro: "还不到上会的时候，退回协调。",
  fields: [reason()],
});

export const requestReferral = describe("request-referral", {
  intro: "区里解决不了的，请区营商办上报市级或中央有关部门。",
  fields: [reason("为什么区级不能解决。")],
});

export const refuseReferral = describe("refuse-referral", {
  intro: "由原协调人继续协调。",
  fields: [reason()],
});

const letter = [
  { name: "document_number", label: "文号" },
  { name: "document_date", label: "文件日期", past: true },
] as const;

export const referUp = describe("refer-up", {
  intro: "上报后等待上级答复，答复由区营商办记录。",
  fields: [{ name: "body", label: "上报给哪个部门" }, ...letter],
});

export const recallReferral = describe("recall-referral", {
  intro: "迟迟没有答复，撤回后继续协调。",
  fields: [reason()],
});

/** What a reply may come to; a referral once more or a deferral is none. */
const SETTLEMENTS: Choice[] = [
  { value: "assign", label: "交办", note: "即时派发给指定的单位，不能退回。" },
  { value: "solved", label: "已解决", note: "转入核查。" },
  { value: "explain", label: "解释说明", note: "引用规定答复反映人，事项办结。" },
  { value: "unsolved", label: "未解决", note: "如实答复反映人，事项办结。" },
  { value: "back_to_coordination", label: "退回协调", note: "由原协调人继续协调。" },
];

type Settled = Record<string, unknown>;
const assigned = ({ settlement }: Settled): boolean => settlement === "assign";
const explained = ({ settlement }: Settled): boolean => settlement === "explain";

export const recordReply = describe("record-reply", {
  fields: [
    ...letter,
    { name: "text", label: "答复内容" },
    { name: "settlement", label: "按答复怎样处理", options: () => SETTLEMENTS },
    { name: "settlement.assign.to.main_unit", label: "主办单位", when: assigned },
    { name: "settlement.assign.to.co_units", label: "协办单位及分工", when: assigned },
    {
      name: "settlement.assign.to.due_date",
      label: "完成时限",
      hint: "不填即按规定的工作日计算。",
      when: assigned,
    },
    {
      name: "settlement.assign.to.due_reason",
      label: "延后完成时限的理由",
      required: true,
      rows: 2,
      when: (values) => assigned(values) && Boolean(values["settlement.assign.to.due_date"]),
    },
    { name: "settlement.explain.provision", label: "依据的规定", when: explained },
    { name: "settlement.explain.answer", label: "给反映人的解释", when: explained },
    { name: "settlement.explain.cause", label: "成因", when: explained },
    {
      name: "settlement.unsolved.answer",
      label: "给反映人的答复",
      when: ({ settlement }) => settlement === "unsolved",
    },
  ],
});
