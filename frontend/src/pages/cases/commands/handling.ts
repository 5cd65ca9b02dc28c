// What the responsible units do with what was dispatched to them, and what the lead decides on it.
import type { Choice } from "@/ui/field";
import { dayText } from "@/lib/time";
import { cause, describe, knownCause, reason } from "./context";
import type { CaseContext } from "./context";

export const receive = describe("receive", {
  intro: "签收表示由本单位办理，签收后不能再退回。",
  fields: [],
});

export const returnCase = describe("return", {
  intro: "不属本单位办理的，写明情形和依据，退给派发单位。",
  fields: [
    { name: "reason", label: "退回原因" },
    { name: "basis", label: "依据", hint: "写明规定或职责清单的条目。" },
    { name: "proposed_unit", label: "应由哪个单位办理" },
  ],
});

export const giveFeedback = describe("give-feedback", {
  intro: "反馈后由牵头部门核查并回访反映人。",
  fields: [
    {
      name: "solved",
      label: "问题是否解决",
      yesNo: ["已解决", "未解决"],
      notes: { no: "如实反馈，由牵头部门决定重办、提级协调或其他处理。" },
    },
    { name: "done", label: "整改落实情况", hint: "做了什么，结果如何。", rows: 5 },
    { ...cause, label: "查明的成因" },
    { name: "evidence", label: "办结凭据", hint: "写明凭据，文件可作为附件上传。", rows: 2 },
  ],
  initial: knownCause,
});

export const giveCoOpinion = describe("give-co-opinion", {
  intro: "本单位协办的部分办完了。",
  fields: [{ name: "opinion", label: "意见或办理情况" }],
});

export const requestExtension = describe("request-extension", {
  intro: "批准之前，原期限照常计算。",
  fields: [
    { name: "until", label: "希望延到哪一天" },
    { name: "reason", label: "理由", hint: "难在哪里，需要时间做什么。" },
  ],
});

/** The units whose request waits for a decision. */
const asking = ({ shown }: CaseContext): Choice[] =>
  shown.assignments.flatMap(({ unit, extension_request: request, due_date }) =>
    request
      ? [
          {
            value: unit.id,
            label: `${unit.name}：延到 ${dayText(request.until)}`,
            note: [`现期限 ${dayText(due_date)}`, request.reason && `理由：${request.reason}`]
              .filter(Boolean)
              .join("。"),
          },
        ]
      : [],
  );

export const decideExtension = describe("decide-extension", {
  fields: [
    { name: "unit", label: "哪个单位的申请", options: asking },
    {
      name: "granted",
      label: "是否同意",
      yesNo: ["同意", "不同意"],
      notes: { yes: "期限改为申请的日期。", no: "原期限不变。" },
    },
    reason(),
    { name: "reporter_told", label: "怎样告知反映人" },
  ],
  told: ({ granted }) => (granted === "yes" ? "已同意延期" : "已不同意延期"),
  initial: (context) => {
    const units = asking(context);
    return { unit: units.length === 1 ? (units[0]?.value ?? "") : "" };
  },
});

export const requestCoordination = describe("request-coordination", {
  intro: "本单位办不下去的，请牵头部门或总管家协调。提级之前，期限照常计算。",
  fields: [
    { name: "tried", label: "已采取的措施" },
    { name: "reason", label: "难在哪里" },
  ],
});

export const refuseCoordination = describe("refuse-coordination", {
  intro: "由原单位继续办理，期限不变。",
  fields: [reason("请写明原单位下一步应当怎样办。")],
});

export const addCo = describe("add-co", {
  intro: "另请一个单位协办，以单独的工作单派发。",
  fields: [
    { name: "co.unit", label: "协办单位" },
    { name: "co.task", label: "请其办理的部分" },
  ],
});

const recipients = [
  { name: "to.main_unit", label: "主办单位" },
  { name: "to.co_units", label: "协办单位及分工" },
  { name: "to.due_date", label: "完成时限", hint: "不填即按规定的工作日计算；可以更晚，须写明理由。" },
  {
    name: "to.due_reason",
    label: "延后完成时限的理由",
    required: true,
    rows: 2,
    when: (values: Record<string, unknown>) => Boolean(values["to.due_date"]),
  },
] as const;

export const rule = describe("rule", {
  intro: "裁定由哪个单位办理，即时派发，该单位不能再退回。裁定留作先例。",
  fields: [...recipients, reason("为什么应由该单位办理。")],
});

export const returnToIntake = describe("return-to-intake", {
  intro: "退回受理单位重新研判。",
  fields: [
    { name: "reason", label: "情形" },
    { name: "explanation", label: "说明", hint: "可以当场办什么，或缺什么情况。" },
  ],
});

export const handOverSector = describe("hand-over-sector", {
  intro: "属另一领域的，移交另一牵头部门，只能移交一次。",
  fields: [reason()],
});

export const ruleSector = describe("rule-sector", {
  intro: "两个牵头部门有争议，由区营商办裁定属哪个领域。",
  fields: [{ name: "sector", label: "属于哪个领域" }, reason()],
});
