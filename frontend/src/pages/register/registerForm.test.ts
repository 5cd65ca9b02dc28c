import { beforeEach, expect, it } from "vitest";
import { effectScope, nextTick } from "vue";
import { draftOf, keepDraft } from "@/lib/drafts";
import { FOLLOW_UPS } from "./description";
import { useRegisterForm } from "./registerForm";
import type { RegisterForm } from "./registerForm";

beforeEach(() => localStorage.clear());

const open = (preset: Record<string, string> = { channel: "district_hall" }): RegisterForm =>
  effectScope().run(() => useRegisterForm("u1", () => preset, "f")) as RegisterForm;

function fill(form: RegisterForm): void {
  form.set("matter_name", "施工许可");
  form.set("failure", "not_accepted");
  form.set("failure_reason", "材料不齐");
  form.set("problem", "多次补正");
  form.set("reporter.kind", "person");
  form.set("reporter.name", "甲某");
}

it("what is missing is marked at its field, what isn't asked for is not", () => {
  const form = open();
  form.set("reporter.agent.name", "");
  form.check();
  expect(form.listed.value.map(({ label }) => label)).toEqual([
    "事项名称",
    "未办成情形",
    "未成功受理原因",
    "存在问题",
    "反映人类别",
  ]);
  fill(form);
  form.check();
  expect(form.listed.value).toEqual([]);
});

it("what follows is asked for, and given as commands one after the other", () => {
  const form = open();
  fill(form);
  form.chooseFollowUp("solve");
  form.check();
  expect(form.listed.value).toEqual([
    { id: "f-following-answer", label: "给反映人的答复", message: "请填写" },
  ]);
  form.setFollowing("answer", "已补齐");
  form.check();
  expect(form.listed.value).toEqual([]);
  expect(form.commands().map(({ command, body }) => [command.label, body])).toEqual([
    ["受理", {}],
    ["当场办结", { answer: "已补齐" }],
  ]);
});

it("screening may come to anything; a repeat named above is the one that it is closed as", () => {
  const form = open();
  fill(form);
  for (const { value, commands } of FOLLOW_UPS) {
    form.chooseFollowUp(value);
    expect(form.commands().map(({ command }) => command)).toEqual(commands);
  }
  form.set("repeat_of", "2021-0007");
  form.chooseFollowUp("close_duplicate");
  form.setFollowing("answer", "已在前一编号下办理");
  form.check();
  expect(form.listed.value).toEqual([]);
  expect(form.commands().map(({ body }) => body)).toEqual([
    { of: "2021-0007", answer: "已在前一编号下办理" },
  ]);
});

it("a body says only what was filled in and asked for", () => {
  const form = open();
  fill(form);
  form.set("reporter.credit_code", "不问自然人");
  form.set("accepted_at", "2021-09-01T09:30");
  form.set("late_reason", "停电");
  expect(form.body()).toEqual({
    matter_name: "施工许可",
    failure: "not_accepted",
    failure_reason: "材料不齐",
    problem: "多次补正",
    reporter: { kind: "person", name: "甲某", confidential: false },
    channel: "district_hall",
    accepted_at: "2021-09-01T09:30:00+08:00",
    late_reason: "停电",
    needs_municipal_coordination: false,
  });
});

it("what is typed becomes a draft, which is offered the next time, but no ID number", async () => {
  const form = open();
  expect(draftOf("u1", "register")).toBeNull();
  fill(form);
  form.set("reporter.id_number", "secret");
  await nextTick();
  expect(JSON.stringify(draftOf("u1", "register"))).not.toContain("secret");

  const later = open();
  expect(later.values.matter_name).toBe("");
  later.takeUp();
  expect(later.values).toMatchObject({ matter_name: "施工许可", channel: "district_hall" });
  expect(later.offered.value).toBeNull();
  later.finish();
  expect(draftOf("u1", "register")).toBeNull();
});

it("a draft thrown away is gone, and an empty form makes none", async () => {
  keepDraft("u1", "register", { values: { matter_name: "旧" }, followUp: "register", following: {} });
  const form = open();
  form.throwAway();
  await nextTick();
  expect(draftOf("u1", "register")).toBeNull();
  form.set("matter_name", "新");
  await nextTick();
  form.clear();
  await nextTick();
  expect(draftOf("u1", "register")).toBeNull();
});

it("what the server finds wrong stands at its field", () => {
  const form = open();
  fill(form);
  form.showProblem({
    errors: [
      { path: "reporter.phone", message: "手机号码应为11位" },
      { path: "elsewhere", message: "别处有误" },
    ],
  } as never);
  expect(form.faults.value).toEqual({ "reporter.phone": "手机号码应为11位" });
  expect(form.others.value).toEqual(["别处有误"]);
});
