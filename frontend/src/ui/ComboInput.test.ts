import { mount } from "@vue/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import ComboInput from "./ComboInput.vue";

const ties = { id: "matter" };
const options = [
  { value: "施工许可", label: "施工许可", note: "3 件" },
  { value: "营业执照", label: "营业执照" },
];

const show = () =>
  mount(ComboInput, {
    props: { ties, label: "常见事项", options, modelValue: "" },
    attachTo: document.body,
  });

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});

it("suggests only when asked, by arrow or by typing", async () => {
  const combo = show();
  const input = combo.get("input");
  expect(input.attributes("aria-expanded")).toBe("false");
  await input.trigger("keydown", { key: "ArrowDown" });
  expect(input.attributes("aria-expanded")).toBe("true");
  expect(combo.get("[role=listbox]").attributes("aria-label")).toBe("常见事项");
  const active = combo.get("[role=option][aria-selected=true]");
  expect(input.attributes("aria-activedescendant")).toBe(active.attributes("id"));
});

it("Enter and Tab take what the arrows have chosen, and nothing else", async () => {
  const combo = show();
  const input = combo.get("input");
  await input.setValue("自己写的");
  await input.trigger("keydown", { key: "Enter" });
  expect(combo.emitted("pick")).toBeUndefined();
  await input.trigger("keydown", { key: "ArrowUp" });
  await input.trigger("keydown", { key: "Enter" });
  expect(combo.emitted("update:modelValue")).toEqual([["自己写的"], ["营业执照"]]);
  expect(combo.emitted("pick")).toEqual([["营业执照"]]);
  expect(combo.find("[role=listbox]").exists()).toBe(false);
});

it("Escape closes the list, and only then goes on to what lies below", async () => {
  const below = vi.fn();
  document.body.addEventListener("keydown", below);
  const combo = show();
  const input = combo.get("input");
  await input.setValue("许可");
  await input.trigger("keydown", { key: "Escape" });
  expect(combo.find("[role=listbox]").exists()).toBe(false);
  expect(below).not.toHaveBeenCalled();
  await input.trigger("keydown", { key: "Escape" });
  expect(below).toHaveBeenCalledOnce();
});

it("a press on a suggestion takes it", async () => {
  const combo = show();
  await combo.get("input").trigger("click");
  await combo.findAll("[role=option]")[0]?.trigger("click");
  expect(combo.emitted("pick")).toEqual([["施工许可"]]);
});
