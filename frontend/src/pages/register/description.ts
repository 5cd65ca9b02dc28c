// What is asked when a problem is taken in, section by section, and what may follow at once.
import type { CommandPath } from "@/api/command";
import { dayOf } from "@/lib/time";
import { describe } from "@/pages/forms/description";
import type { Description, Field, Values } from "@/pages/forms/description";
import type { CaseContext, CaseDescription } from "@/pages/cases/commands/context";
import * as intake from "@/pages/cases/commands/intake";

const today = (): string => dayOf(new Date().toISOString());
const isPerson = (values: Values): boolean => values["reporter.kind"] === "person";
const isOrganisation = (values: Values): boolean => Boolean(values["reporter.kind"]) && !isPerson(values);
const hasAgent = (values: Values): boolean => values["~agent"] === "yes";

export const REGISTER: Description<null> = describe<"/api/v1/cases", null>("/api/v1/cases", {
  fields: [
    { name: "matter_name", label: "事项名称" },
    { name: "failure", label: "未办成情形" },
    { name: "failure_reason", label: "未成功受理原因", rows: 2 },
    { name: "problem", label: "存在问题" },
    { name: "reporter.kind", label: "反映人类别" },
    { name: "reporter.name", label: "姓名或名称", hint: "不填即为匿名反映。" },
    { name: "reporter.phone", label: "联系电话", hint: "用于回访。" },
    { name: "reporter.credit_code", label: "统一社会信用代码", when: isOrganisation },
    { name: "reporter.contact_person", label: "联系人", when: isOrganisation },
    {
      name: "~agent",
      label: "代理人",
      options: () => [
        { value: "no", label: "没有" },
        { value: "yes", label: "有" },
      ],
    },
    { name: "reporter.agent.name", label: "代理人姓名", when: hasAgent },
    { name: "reporter.agent.phone", label: "代理人电话", when: hasAgent },
    {
      name: "reporter.confidential",
      label: "要求对责任单位保密",
      hint: "责任单位只看到事项，与反映人的联系由牵头部门负责。",
    },
    { name: "channel", label: "受理途径" },
    { name: "sector", label: "问题所属领域", unanswered: "按受理途径" },
    { name: "accepted_at", label: "受理时间", hint: "不填即为现在。", past: true },
    {
      name: "late_reason",
      label: "逾期登记原因",
      rows: 2,
      required: true,
      when: ({ accepted_at: at }) => typeof at === "string" && at !== "" && at.slice(0, 10) < today(),
    },
    { name: "cause", label: "成因" },
    { name: "needs_municipal_coordination", label: "需要市级部门协调解决" },
    { name: "account", label: "群众反映记录", rows: 2, hint: "属个人信息，加密保存。" },
    {
      name: "reporter.id_number",
      label: "身份证号",
      hint: "只在办理确有需要时收集。",
      when: isPerson,
    },
    {
      name: "reporter.id_notice_given",
      label: "已告知反映人收集身份证号的目的",
      when: (values) => isPerson(values) && Boolean(values["reporter.id_number"]),
    },
    {
      name: "receiving_unit",
      label: "由哪个单位研判",
      hint: "线上反映须指定；不填由区政务服务局研判。",
      when: ({ channel }) => channel === "online_hall" || channel === "suggestion_platform",
    },
    { name: "repeat_of", label: "此前的编号", hint: "同一反映人的同一事项此前登记过的，填写其编号。" },
  ],
  initial: () => ({ "~agent": "no" }),
});

export interface Section {
  heading: string;
  /** Its fields; those with a star take the whole width. */
  fields: readonly string[];
}

export const SECTIONS: readonly Section[] = [
  { heading: "反映的问题", fields: ["matter_name*", "failure*", "failure_reason*", "problem*"] },
  {
    heading: "反映人",
    fields: [
      "reporter.kind*",
      "reporter.name",
      "reporter.phone",
      "reporter.credit_code",
      "reporter.contact_person",
      "~agent*",
      "reporter.agent.name",
      "reporter.agent.phone",
      "reporter.confidential*",
    ],
  },
];

/** Preset or seldom needed: out of the way until it is. */
export const BESIDES: readonly string[] = [
  "channel",
  "sector*",
  "receiving_unit*",
  "accepted_at",
  "late_reason*",
  "cause",
  "repeat_of",
  "account*",
  "reporter.id_number",
  "reporter.id_notice_given*",
  "needs_municipal_coordination*",
];

/** A command given to the case right after it was registered. */
export interface FollowingCommand {
  path: Extract<CommandPath, `/api/v1/cases/{id}/${string}`>;
  /** How it is called while it is under way. */
  label: string;
  /** The action's word, to open the case at it where it wasn't done. */
  action: string;
  description: Pick<Description<null>, "path" | "fields">;
}

export interface FollowUp {
  value: string;
  label: string;
  note: string;
  /** What the button says. */
  submit: string;
  commands: readonly FollowingCommand[];
}

const PASS_ON = "/api/v1/cases/{id}/pass-on";

/** A command with the fields of its form on the case's page, as far as none of them looks at the case. */
const command = (
  label: string,
  action: string,
  { path, fields }: Pick<CaseDescription, "path" | "fields">,
): FollowingCommand => ({
  path: path as FollowingCommand["path"],
  label,
  action,
  description: { path, fields: fields as unknown as readonly Field<null>[] },
});

const accept = command("受理", "accept", intake.accept);

/** The hint on the case's page is by the case's sector and opinions; here neither is settled. */
const passOn = command(
  "转派发",
  "pass_on",
  describe<typeof PASS_ON, CaseContext>(PASS_ON, {
    fields: [
      {
        name: "reason",
        label: "转派发说明",
        hint: "商事服务事项未征求符合性意见的，写明为什么不需要。",
        rows: 2,
      },
    ],
  }),
);

/** What screening may come to, the most frequent first. */
export const FOLLOW_UPS: readonly FollowUp[] = [
  { value: "register", label: "先登记", note: "稍后研判", submit: "登记", commands: [] },
  { value: "accept", label: "受理", note: "三级响应", submit: "登记并受理", commands: [accept] },
  {
    value: "solve",
    label: "当场办结",
    note: "简单问题立即办",
    submit: "登记并当场办结",
    commands: [accept, command("当场办结", "solve_on_the_spot", intake.solveOnTheSpot)],
  },
  {
    value: "pass_on",
    label: "转派发",
    note: "交责任单位办理",
    submit: "登记并转派发",
    commands: [accept, passOn],
  },
  {
    value: "request_opinion",
    label: "征求符合性意见",
    note: "先问是否符合规定",
    submit: "登记并征求意见",
    commands: [command("征求符合性意见", "request_opinion", intake.requestOpinion)],
  },
  {
    value: "hand_over",
    label: "移交",
    note: "由别的单位研判",
    submit: "登记并移交",
    commands: [command("移交", "hand_over", intake.handOver)],
  },
  {
    value: "explain",
    label: "解释说明",
    note: "诉求与规定不符",
    submit: "登记并解释说明",
    commands: [command("解释说明", "explain", intake.explain)],
  },
  {
    value: "close_out_of_scope",
    label: "不属范围",
    note: "告知可向何处反映",
    submit: "登记并按不属范围办结",
    commands: [command("不属范围办结", "close_out_of_scope", intake.closeOutOfScope)],
  },
  {
    value: "close_duplicate",
    label: "重复",
    note: "此前已经登记",
    submit: "登记并按重复办结",
    commands: [command("按重复件办结", "close_duplicate", intake.closeDuplicate)],
  },
];
