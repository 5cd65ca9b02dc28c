// @vitest-environment node
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { BODIES, COMMANDS } from "@/api/bodies";
import type { Case } from "@/api/types";
import { bodyOf, faultsOf, fieldAt, initialValues, ruleOf } from "@/pages/forms/values";
import type { CaseContext } from "./context";
import { DESCRIPTIONS } from ".";

const document = JSON.parse(
  await readFile(fileURLToPath(new URL("../../../../../openapi/openapi.json", import.meta.url)), "utf8"),
) as {
  paths: Record<string, { post?: unknown }>;
  components: { schemas: Record<string, { enum?: string[] }> };
};

const context = {
  shown: {
    sector: "business_service",
    matter_name: "燃气开通",
    channel: "district_hall",
    source_unit: { id: "dt_qzwfw", name: "区政务服务大厅" },
    failure: "not_accepted",
    failure_reason: "材料不全",
    problem: "指南没有写明",
    cause: "guide_unclear",
    needs_municipal_coordination: false,
    accepted_at: "2021-09-01T09:30:00+08:00",
    reporter: { kind: "person", confidential: false, agent: null },
    opinions: [],
    assignments: [
      {
        unit: { id: "qzjw", name: "区住建委" },
        due_date: "2021-09-08",
        extension_request: { until: "2021-09-15", reason: "须现场勘查" },
      },
    ],
  } as unknown as Case,
  history: [],
} satisfies CaseContext;

it("every command of a case has a form", () => {
  const commands = Object.entries(document.paths)
    .filter(([path, { post }]) => path.startsWith("/api/v1/cases/{id}/") && post)
    .map(([path]) => path);
  const described = Object.values(DESCRIPTIONS).map(({ path }) => path as string);
  // Shown value by value, uploaded in a dialog of its own, recorded at the desk.
  const ownForms = ["reveal", "attachments", "record-callback"].map((name) => `/api/v1/cases/{id}/${name}`);
  expect([...described, ...ownForms].sort()).toEqual(commands.sort());
});

it("every action has a form, or is done elsewhere", () => {
  const words = document.components.schemas.CaseAction?.enum ?? [];
  const elsewhere = ["register", "dispatch", "record_callback", "add_attachment", "answer"];
  expect([...Object.keys(DESCRIPTIONS), ...elsewhere].sort()).toEqual([...words].sort());
});

it.each(Object.entries(DESCRIPTIONS))("%s asks for all that its body requires", (_action, description) => {
  const rules = BODIES[COMMANDS[description.path]?.body ?? ""] ?? {};
  const given = [
    ...description.fields.map(({ name }) => name),
    ...Object.keys(description.besides?.(context) ?? {}),
  ];
  const required = Object.keys(rules).filter((name) => rules[name]?.required);
  // A reply that refers up once more or defers is none.
  const missing = required.filter(
    (name) => !given.includes(name) && !name.startsWith("settlement.refer_up."),
  );
  expect(missing).toEqual([]);
  expect(() => description.fields.forEach(({ name }) => ruleOf(description, name))).not.toThrow();
});

it("what is missing or too long is said at the field", () => {
  const description = DESCRIPTIONS.return;
  const values = initialValues(description, context);
  expect(faultsOf(description, values, context)).toEqual({ reason: "请选择", basis: "请填写" });
  const filled = { ...values, reason: "other_level", basis: "条".repeat(2001) };
  expect(faultsOf(description, filled, context)).toEqual({ basis: "最多 2000 字，现有 2001 字" });
});

it("only what was asked for and said is sent", () => {
  const description = DESCRIPTIONS.give_opinion;
  const initial = initialValues(description, context);
  const values = { ...initial, conforms: "yes", provision: " 某办法第三条 ", reason: "不再问的不发送" };
  expect(bodyOf(description, values, initial, context)).toEqual({
    conforms: true,
    provision: "某办法第三条",
  });
});

it("a body is put together by its paths", () => {
  const description = DESCRIPTIONS.record_reply;
  const initial = initialValues(description, context);
  const reply = { document_number: "京发〔2021〕3号", document_date: "2021-09-08", text: "同意" };
  const assigned = {
    ...initial,
    ...reply,
    settlement: "assign",
    "settlement.assign.to.main_unit": "qzjw",
    "settlement.assign.to.co_units": [{ unit: "qczj", task: "核定补贴" }],
    "settlement.explain.answer": "不再问的不发送",
  };
  expect(bodyOf(description, assigned, initial, context)).toEqual({
    ...reply,
    settlement: { assign: { to: { main_unit: "qzjw", co_units: [{ unit: "qczj", task: "核定补贴" }] } } },
  });
  expect(bodyOf(description, { ...initial, settlement: "solved" }, initial, context)).toEqual({
    settlement: { solved: {} },
  });
});

it("a correction sends what was changed, nothing else", () => {
  const description = DESCRIPTIONS.correct;
  const initial = initialValues(description, context);
  expect(bodyOf(description, { ...initial, problem: "指南未写明须预约" }, initial, context)).toEqual({
    problem: "指南未写明须预约",
  });
  const whom = { "~reporter": "yes", "reporter.kind": "company", "reporter.name": "测试公司" };
  const ticked = { "reporter.confidential": "yes", "reporter.id_number": "不再问的不发送" };
  expect(bodyOf(description, { ...initial, ...whom, ...ticked }, initial, context)).toEqual({
    reporter: { kind: "company", name: "测试公司", confidential: true },
  });
});

it("a withdrawal is proved in exactly one way", () => {
  const description = DESCRIPTIONS.withdraw;
  const initial = initialValues(description, context);
  const values = {
    ...initial,
    reason: "已自行办妥",
    "~proof": "code",
    enquiry_code: "S6HCUESN",
    signed_paper: "x",
  };
  expect(bodyOf(description, values, initial, context)).toEqual({
    reason: "已自行办妥",
    enquiry_code: "S6HCUESN",
  });
  expect(faultsOf(description, { ...values, enquiry_code: "S6H" }, context)).toEqual({
    enquiry_code: "至少 8 字",
  });
});

it("a request that waits alone is the one decided on", () => {
  expect(initialValues(DESCRIPTIONS.decide_extension, context).unit).toBe("qzjw");
});

it("what was decided on a request is said when it is done", () => {
  expect(DESCRIPTIONS.decide_extension.told?.({ granted: "yes" })).toBe("已同意延期");
  expect(DESCRIPTIONS.decide_extension.told?.({ granted: "no" })).toBe("已不同意延期");
});

it("an error within a list is one of the list", () => {
  expect(fieldAt(["to.co_units", "to.main_unit"], "to.co_units[0].task")).toBe("to.co_units");
  expect(fieldAt(["reason"], "other")).toBeUndefined();
});
