// What is added to the file of a case, or taken from it.
import { instantText } from "@/lib/time";
import type { CommandBody } from "@/api/command";
import type { Field, FieldPath, Values } from "@/pages/forms/description";
import type { Choice } from "@/ui/field";
import { lazy } from "@/ui/lazy";
import { describe } from "./context";
import type { CaseContext } from "./context";

type ReporterPath = FieldPath<CommandBody<"/api/v1/cases/{id}/correct-contact">> | "~agent";

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

/**
 * Who reports, whole: what isn't filled in counts as not there. `kindOf` is the kind of reporter that the form
 * is about, none while it isn't asked for.
 */
export function reporterFields(
  kindOf: (values: Values, context: CaseContext) => string | undefined,
): Field<CaseContext, ReporterPath>[] {
  const asked = (values: Values, context: CaseContext): boolean => Boolean(kindOf(values, context));
  const isPerson = (values: Values, context: CaseContext): boolean => kindOf(values, context) === "person";
  const isOrganisation = (values: Values, context: CaseContext): boolean =>
    asked(values, context) && !isPerson(values, context);
  const hasAgent = (values: Values, context: CaseContext): boolean =>
    asked(values, context) && values["~agent"] === "yes";
  return [
    { name: "reporter.name", label: "姓名或名称", when: asked },
    { name: "reporter.credit_code", label: "统一社会信用代码", when: isOrganisation },
    { name: "reporter.contact_person", label: "联系人", when: isOrganisation },
    { name: "reporter.phone", label: "联系电话", when: asked },
    { name: "reporter.id_number", label: "身份证号", hint: "只在办理确有需要时收集。", when: isPerson },
    {
      name: "reporter.id_notice_given",
      label: "已告知反映人收集身份证号的目的",
      when: (values, context) => isPerson(values, context) && Boolean(values["reporter.id_number"]),
    },
    {
      name: "~agent",
      label: "代理人",
      options: () => [
        { value: "no", label: "没有" },
        { value: "yes", label: "有" },
      ],
      when: asked,
    },
    { name: "reporter.agent.name", label: "代理人姓名", when: hasAgent },
    { name: "reporter.agent.phone", label: "代理人电话", when: hasAgent },
  ];
}

export const correctContact = describe("correct-contact", {
  intro: "请填写反映人现在的完整信息：没有填的视为没有。",
  above: lazy(() => import("./ContactLoader.vue")),
  besides: ({ shown }) => ({
    "reporter.kind": shown.reporter.kind,
    "reporter.confidential": shown.reporter.confidential,
  }),
  fields: reporterFields((_values, { shown }) => shown.reporter.kind),
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
