import { mount } from "@vue/test-utils";
import type { VueWrapper } from "@vue/test-utils";
import { expect, it, vi } from "vitest";
import { h } from "vue";
import DataTable from "./DataTable.vue";
import StatusTag from "./StatusTag.vue";

const rows = [
  { id: "a", name: "失业保险金申领", due: "超期" },
  { id: "b", name: "燃气开通", due: "正常" },
];

function shown(width: "wide" | "narrow"): VueWrapper {
  vi.stubGlobal("matchMedia", () => ({
    matches: width === "narrow",
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  return mount(DataTable<(typeof rows)[number]>, {
    props: {
      caption: "事项列表",
      columns: [
        { key: "name", label: "事项", heading: true },
        { key: "due", label: "期限", sorted: "ascending", sortable: true },
      ],
      rows,
      rowKey: (row) => row.id,
    },
    slots: {
      cell: ({ row, column }) =>
        column.key === "due" ? h(StatusTag, { tone: "danger", dot: true }, () => row.due) : row.name,
      card: ({ row }) => `${row.name}：${row.due}`,
    },
  });
}

it("is a table with caption, headings and order", () => {
  const table = shown("wide").get("table");
  expect(table.get("caption").text()).toBe("事项列表");
  expect(table.findAll("thead th[scope=col]").map((th) => th.attributes("aria-sort"))).toEqual([
    undefined,
    "ascending",
  ]);
  expect(table.findAll("tbody th[scope=row]").map((th) => th.text())).toEqual(["失业保险金申领", "燃气开通"]);
});

it("is ordered by the head of a column that can be ordered by, and says by which it is", async () => {
  const table = shown("wide");
  const heads = table.findAll("thead th");
  expect(heads.map((head) => head.find("button").exists())).toEqual([false, true]);
  expect(heads[1]?.attributes("aria-sort")).toBe("ascending");
  await heads[1]?.get("button").trigger("click");
  expect(table.emitted("sort")).toEqual([["due"]]);
});

it("says a light in words, not by colour alone", () => {
  const lights = shown("wide").findAll("td .tag");
  expect(lights.map((light) => light.text())).toEqual(["超期", "正常"]);
});

it("is a list of cards on a narrow screen", () => {
  const list = shown("narrow");
  expect(list.find("table").exists()).toBe(false);
  expect(list.get("ul").attributes("aria-label")).toBe("事项列表");
  expect(list.findAll("li").map((li) => li.text())).toEqual(["失业保险金申领：超期", "燃气开通：正常"]);
});

it("rows can be chosen one by one or all at once, and those chosen on other pages stay", async () => {
  const table = shown("wide");
  expect(table.find("input").exists()).toBe(false);
  await table.setProps({
    selected: ["elsewhere"],
    rowLabel: (row: unknown) => (row as { name: string }).name,
  });
  await table.get('input[aria-label="选择燃气开通"]').trigger("change");
  await table.get('input[aria-label="选择本页全部"]').trigger("change");
  await table.setProps({ selected: ["elsewhere", "a", "b"] });
  await table.get('input[aria-label="选择本页全部"]').trigger("change");
  await table.get('input[aria-label="选择燃气开通"]').trigger("change");
  expect(table.emitted("select")).toEqual([
    [["elsewhere", "b"]],
    [["elsewhere", "a", "b"]],
    [["elsewhere"]],
    [["elsewhere", "a"]],
  ]);
});
