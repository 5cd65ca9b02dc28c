import { expect, it } from "vitest";
import type { HistoryItem, User } from "@/api/types";
import type { Names } from "@/api/names";
import { factsOf, found, postText } from "./people";

const names: Names = {
  label: (_list, code) => ({ handler: "经办" })[code ?? ""] ?? "",
  unit: (id) => ({ qzjw: "区住建委" })[id ?? ""] ?? "",
};
const person = (by: Partial<User>): User =>
  ({ name: "甄经办", username: "zhen", phone: null, ...by }) as User;
const event = (type: string, data: object): HistoryItem => ({ type, data }) as HistoryItem;

it("tells what somebody is, and where", () => {
  expect(postText({ role: "handler", unit: "qzjw" }, names)).toBe("经办 · 区住建委");
});

it("finds people by name, user name and telephone", () => {
  const people = [person({}), person({ name: "贾主任", username: "Head.QZJW", phone: "010-6" })];
  expect(found(people, "")).toHaveLength(2);
  expect(found(people, " 贾 ").map(({ name }) => name)).toEqual(["贾主任"]);
  expect(found(people, "head.q")).toHaveLength(1);
  expect(found(people, "010-6")).toHaveLength(1);
  expect(found(people, "没有")).toEqual([]);
});

it("tells what an event says, and nothing that it doesn't", () => {
  const told = (item: HistoryItem): string[] =>
    factsOf(item, names).flatMap(({ label: name, value }) => (value ? [`${name}=${value}`] : []));
  expect(told(event("post_given", { role: "handler", unit: "qzjw" }))).toEqual(["岗位=经办 · 区住建委"]);
  expect(told(event("user_changed", { name: "甄改名", phone: null, home_unit: "qzjw" }))).toEqual([
    "姓名=甄改名",
    "电话=无",
    "来源单位=区住建委",
  ]);
  expect(told(event("password_reset", {}))).toEqual([]);
});
