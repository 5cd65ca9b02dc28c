import { mount } from "@vue/test-utils";
import type { VueWrapper } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import PopupPanel from "./PopupPanel.vue";

let popup: VueWrapper;

beforeEach(() => {
  popup = mount(PopupPanel, {
    props: { label: "账号" },
    slots: { button: "甄", default: "<a href='#'>退出</a>" },
    attachTo: document.body,
  });
});
afterEach(() => popup.unmount());

const expanded = (): string | undefined => popup.get("button").attributes("aria-expanded");

it("opens and closes by its button, which says so", async () => {
  expect(expanded()).toBe("false");
  await popup.get("button").trigger("click");
  expect(expanded()).toBe("true");
  expect(popup.get(`#${popup.get("button").attributes("aria-controls")}`).text()).toBe("退出");
  await popup.get("button").trigger("click");
  expect(popup.find("a").exists()).toBe(false);
});

it("closes by Escape, with the focus back on the button", async () => {
  await popup.get("button").trigger("click");
  await popup.get("a").trigger("keydown", { key: "Escape" });
  expect(expanded()).toBe("false");
  expect(document.activeElement).toBe(popup.get("button").element);
});

it("closes by a press beside it", async () => {
  await popup.get("button").trigger("click");
  document.body.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
  await popup.vm.$nextTick();
  expect(expanded()).toBe("false");
});
