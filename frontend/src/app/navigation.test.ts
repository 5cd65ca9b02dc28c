import { expect, it } from "vitest";
import { createMemoryHistory, createRouter } from "vue-router";
import { entryOf, groupsOf, hasPage, homeOf, mainOf } from "./navigation";

const everything: (path: string) => boolean = () => true;
const labels = (role: Parameters<typeof groupsOf>[0], exists = everything): string[] =>
  groupsOf(role, exists).flatMap(({ entries }) => entries.map(({ label }) => label));

it("gives each role its pages", () => {
  expect(labels("intake")).toEqual(["待办", "登记", "事项"]);
  expect(labels("lead")).toEqual(["待办", "派发", "核查回访", "事项", "工作单", "联席会", "政策问题"]);
  expect(labels("admin")).toEqual(["人员", "单位", "设置", "工作日历"]);
  expect(labels("auditor")).toEqual([
    "总览",
    "事项",
    "工作单",
    "联席会",
    "政策问题",
    "日志",
    "人员",
    "单位",
    "设置",
    "工作日历",
  ]);
});

it("leaves out what the router hasn't, and groups without entries", () => {
  const page = { template: "" };
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: "/cases", component: page },
      { path: "/cases/:id", component: page },
      { path: "/:rest(.*)*", component: page },
    ],
  });
  const exists = (path: string): boolean => hasPage(router, path);
  expect(labels("intake", exists)).toEqual(["事项"]);
  expect(groupsOf("intake", exists).map(({ label }) => label)).toEqual(["查阅"]);
});

it("begins the day where the role's work is", () => {
  expect(homeOf("handler", everything)).toBe("/todo");
  expect(homeOf("leader", everything)).toBe("/overview");
  expect(homeOf("admin", everything)).toBe("/admin/users");
  expect(homeOf("leader", (path) => path === "/cases")).toBe("/cases");
  expect(homeOf("admin", () => false)).toBe("/notices");
});

it("knows where one is, and what the phone shows first", () => {
  const groups = groupsOf("butler", everything);
  expect(entryOf(groups, "/cases/new")?.label).toBe("登记");
  expect(entryOf(groups, "/cases/01a1")?.label).toBe("事项");
  expect(entryOf(groups, "/notices")).toBeUndefined();
  expect(mainOf(groups, 4).map(({ label }) => label)).toEqual(["待办", "登记", "派发", "事项"]);
});
