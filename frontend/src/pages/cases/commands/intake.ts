// What is done at the window and by the butler: screening, solving on the spot, passing on.
import { instantText } from "@/lib/time";
import type { Values } from "@/pages/forms/description";
import { cause, describe, knownCause, reason } from "./context";
import { reporterFields } from "./file";

export const accept = describe("accept", {
  intro: "受理后为三级响应：简单问题当场办结，复杂问题转派发。",
  fields: [],
});

export const requestOpinion = describe("request-opinion", {
  intro: "请有关单位判断诉求是否符合法律、法规和政策要求。答复之前，事项处于“符合性判断中”。",
  fields: [
    { name: "unit", label: "征求哪个单位的意见" },
    { name: "question", label: "请对方判断的问题" },
  ],
});

export const recallOpinion = describe("recall-opinion", {
  intro: "不再等对方答复，事项回到征求意见之前。",
  fields: [reason()],
});

export const giveOpinion = describe("give-opinion", {
  fields: [
    {
      name: "conforms",
      label: "诉求是否符合法律、法规和政策要求",
      yesNo: ["符合", "不符合"],
      notes: { no: "受理单位可据此向反映人解释，也可作为有争议的事项转给牵头部门。" },
    },
    { name: "provision", label: "依据", hint: "写明文件名称和条款。" },
    { name: "reason", label: "说明", when: ({ conforms }) => conforms === "no" },
  ],
});

export const declineOpinion = describe("decline-opinion", {
  intro: "说明本单位为什么不能判断，事项回到征求意见的单位。",
  fields: [reason()],
});

export const solveOnTheSpot = describe("solve-on-the-spot", {
  intro: "简单问题立即办：写明给反映人的答复，事项即办结。",
  fields: [{ name: "answer", label: "给反映人的答复" }, cause],
  initial: knownCause,
});

export const passOn = describe("pass-on", {
  intro: "转派发后为二级响应，由牵头部门（商事服务由管家）派发给责任单位。",
  fields: [
    {
      name: "reason",
      label: "说明",
      hint: ({ shown }) =>
        shown.sector === "business_service" && !shown.opinions.length
          ? "尚未征求符合性意见，请写明为什么不需要。"
          : undefined,
    },
  ],
});

export const handOver = describe("hand-over", {
  intro: "移交给另一个窗口或管家单位，由其研判。",
  fields: [{ name: "unit", label: "移交给哪个单位" }, reason()],
});

export const closeOutOfScope = describe("close-out-of-scope", {
  intro: "不属本方案范围的，写明理由并告知反映人可向何处反映。",
  fields: [
    { name: "reason", label: "为什么不属范围" },
    { name: "answer", label: "给反映人的答复" },
    { name: "where_to_turn", label: "可向何处反映", rows: 2 },
  ],
});

export const explain = describe("explain", {
  intro:
    "诉求与规定不符时，引用规定向反映人做好解释，事项办结。成因选“政策或规定不允许”的，同时列为政策限制类问题。",
  fields: [
    { name: "provision", label: "依据的规定", hint: "写明文件名称和条款。" },
    { name: "answer", label: "给反映人的解释" },
    cause,
  ],
  initial: knownCause,
});

export const closeDuplicate = describe("close-duplicate", {
  intro: "同一反映人的同一事项已在另一编号下办理。",
  fields: [
    { name: "of", label: "另一事项的编号", hint: "如 2021-0001" },
    { name: "answer", label: "给反映人的答复" },
  ],
});

const refillsReporter = (values: Values): boolean => values["~reporter"] === "yes";

export const correct = describe("correct", {
  intro: "只改有误的地方，原来的内容留在记录里。",
  onlyChanges: true,
  fields: [
    { name: "matter_name", label: "事项名称" },
    { name: "sector", label: "问题所属领域" },
    { name: "channel", label: "受理途径" },
    { name: "failure", label: "未办成情形" },
    { name: "failure_reason", label: "未成功受理原因" },
    { name: "problem", label: "存在问题" },
    cause,
    { name: "needs_municipal_coordination", label: "需要市级部门协调解决" },
    { name: "accepted_at", label: "受理时间", past: true },
    { name: "late_reason", label: "逾期登记原因", rows: 2 },
    { name: "account", label: "群众反映记录", hint: "原记录属个人信息，不在此显示；填写即替换。" },
    { name: "source_unit", label: "受理地点" },
    { name: "repeat_of", label: "重复反映的原事项", hint: "填原事项编号，如 2021-0001" },
    {
      name: "~reporter",
      label: "反映人",
      options: () => [
        { value: "no", label: "不改" },
        { value: "yes", label: "重新填写" },
      ],
      notes: { yes: "原来的信息属个人信息，不在此显示；没有填的视为没有。" },
    },
    { name: "reporter.kind", label: "反映人类别", required: true, when: refillsReporter },
    ...reporterFields((values) =>
      refillsReporter(values) ? (values["reporter.kind"] as string | undefined) : undefined,
    ),
    { name: "reporter.confidential", label: "要求对责任单位保密", when: refillsReporter },
  ],
  initial: ({ shown }) => ({
    source_unit: shown.source_unit.id,
    "~reporter": "no",
    "~agent": "no",
    matter_name: shown.matter_name,
    sector: shown.sector,
    channel: shown.channel,
    failure: shown.failure,
    failure_reason: shown.failure_reason ?? "",
    problem: shown.problem ?? "",
    cause: shown.cause ?? "",
    needs_municipal_coordination: shown.needs_municipal_coordination ? "yes" : "no",
    accepted_at: instantText(shown.accepted_at).replace(" ", "T"),
    late_reason: shown.late_reason ?? "",
  }),
});

export const withdraw = describe("withdraw", {
  intro: "反映人不再要求办理。须有一项证明：反映人的查询码、签字材料，或由其他单位电话核实。",
  fields: [
    reason(),
    {
      name: "~proof",
      label: "凭什么确认是反映人的意思",
      options: () => [
        { value: "code", label: "查询码" },
        { value: "paper", label: "签字材料" },
        { value: "call", label: "其他单位电话核实" },
      ],
    },
    { name: "enquiry_code", label: "反映人的查询码", required: true, when: (v) => v["~proof"] === "code" },
    {
      name: "signed_paper",
      label: "签字材料",
      hint: "写明材料名称和日期，材料可作为附件上传。",
      required: true,
      rows: 2,
      when: (v) => v["~proof"] === "paper",
    },
    { name: "call.unit", label: "由哪个单位核实", when: (v) => v["~proof"] === "call" },
    { name: "call.called_at", label: "通话时间", past: true, when: (v) => v["~proof"] === "call" },
  ],
});
