// What is done with a result: verification, closing, and what comes after. The call to the reporter is the desk's.
import { cause, describe, knownCause, reason, summary } from "./context";

export const verifySolved = describe("verify-solved", {
  intro: "经核查，问题确已解决，事项办结。",
  fields: [
    { name: "finding", label: "核查意见", hint: "查了什么，结果如何。" },
    { ...cause, label: "确认的成因" },
    summary,
  ],
  initial: knownCause,
});

export const sendBack = describe("send-back", {
  intro: "结果不成立，退给原单位重办，重新计算期限。",
  fields: [
    reason("哪里没有解决，应当怎样办。"),
    { name: "working_days", label: "限几个工作日办完", hint: "不填即按规定的工作日计算。" },
  ],
});

export const raise = describe("raise", {
  intro: "由牵头部门专班或总管家协调。现承办单位的办理到此为止。",
  fields: [reason("难在哪里，已采取哪些措施。")],
});

export const reportCoordinated = describe("report-coordinated", {
  intro: "报告后由另一人核查并回访。",
  fields: [
    { name: "solved", label: "问题是否解决", yesNo: ["已解决", "未解决"] },
    { name: "done", label: "协调和办理情况", rows: 5 },
    { ...cause, label: "查明的成因" },
  ],
  initial: knownCause,
});

export const closeUnsolved = describe("close-unsolved", {
  intro: "如实说明没有解决，计为未解决。",
  fields: [{ name: "answer", label: "给反映人的答复" }, cause, summary],
  initial: knownCause,
});

export const rate = describe("rate", {
  intro: "代反映人记录其对办理结果的评价，以最后一次为准。",
  fields: [
    { name: "satisfaction", label: "满意度" },
    { name: "comment", label: "意见" },
  ],
});

export const answerDissatisfaction = describe("answer-dissatisfaction", {
  intro: "反映人对结果不满意。核实情况后答复。",
  fields: [{ name: "answer", label: "核实情况和给反映人的答复", rows: 5 }],
});

export const requestReopen = describe("request-reopen", {
  intro: "反映人认为没有办好，请求重新办理，由牵头部门或区营商办决定。",
  fields: [reason()],
});

export const reopen = describe("reopen", {
  intro: "事项重新办理，原来的次数和逾期记录保留。",
  fields: [reason()],
});

export const refuseReopen = describe("refuse-reopen", {
  intro: "不再重新办理，理由告知反映人。",
  fields: [reason("这就是告知反映人的内容。")],
});
