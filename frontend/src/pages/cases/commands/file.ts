// What is added to the file of a case, or taken from it.
import { defineAsyncComponent } from "vue";
import { instantText } from "@/lib/time";
import type { Choice } from "@/ui/field";
import { describe } from "./context";
import type { CaseContext } from "./context";

const SECRECY = "涉密材料请勿在网上提交。";

export const addMaterial = describe("add-material", {
  intro: `记下反映人后来补充的情况；文件请作为附件上传。${SECRECY}`,
  fields: [{ name: "description", label: "补充了什么" }],
});

export const note = describe("note", {
  intro: SECRECY,
  fields: [
    {
      name: "kind",
      label: "记什么",
      notes: { contacted: "已与反映人联系，计入首次联系时间。" },
    },
    { name: "text", label: "内容" },
  ],
  initial: () => ({ kind: "general" }),
});

export const correctContact = describe("correct-contact", {
  intro: "请填写反映人现在的完整信息：没有填的视为没有。",
  above: defineAsyncComponent(() => import("./ContactLoader.vue")),
  besides: ({ shown }) => ({
    "reporter.kind": shown.reporter.kind,
    "reporter.confidential": shown.reporter.confidential,
  }),
  fields: [
    { name: "reporter.name", label: "姓名或名称" },
    {
      name: "reporter.credit_code",
      label: "统一社会信用代码",
      when: (_values, { shown }) => shown.reporter.kind !== "person",
    },
    {
      name: "reporter.contact_person",
      label: "联系人",
      when: (_values, { shown }) => shown.reporter.kind !== "person",
    },
    { name: "reporter.phone", label: "联系电话" },
    {
      name: "reporter.id_number",
      label: "身份证号",
      hint: "只在办理确有需要时收集。",
      when: (_values, { shown }) => shown.reporter.kind === "person",
    },
    {
      name: "reporter.id_notice_given",
      label: "已告知反映人收集身份证号的目的",
      when: (values) => Boolean(values["reporter.id_number"]),
    },
    {
      name: "~agent",
      label: "代理人",
      options: () => [
        { value: "no", label: "没有" },
        { value: "yes", label: "有" },
      ],
    },
    { name: "reporter.agent.name", label: "代理人姓名", when: (values) => values["~agent"] === "yes" },
    { name: "reporter.agent.phone", label: "代理人电话", when: (values) => values["~agent"] === "yes" },
  ],
  initial: ({ shown }) => ({ "~agent": shown.reporter.agent ? "yes" : "no" }),
});

/** The entries of the history that have something to purge. */
const entries = ({ history }: CaseContext): Choice[] =>
  history
    .filter((item) => Object.keys(item.texts).length > 0 || item.personal.length > 0)
    .map((item) => ({
      value: String(item.seq),
      label: `第${item.seq}条 ${item.label}`,
      note: `${instantText(item.at)} ${item.by.name ?? ""}`.trim(),
    }));

export const purgeClassified = describe("purge-classified", {
  intro: "清除后内容不可恢复，只留下摘要值、清除的理由和经手人。理由会一直留存，请勿在其中重复涉密内容。",
  submit: "永久清除",
  fields: [
    { name: "seq", label: "清除哪一条记录的内容", options: entries },
    { name: "reason", label: "理由", rows: 2 },
  ],
});
