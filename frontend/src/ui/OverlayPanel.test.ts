import { mount } from "@vue/test-utils";
import type { VueWrapper } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { h, nextTick } from "vue";
import OverlayPanel from "./OverlayPanel.vue";

let opened: VueWrapper | null = null;

beforeEach(() => {
  document.body.innerHTML = '<div id="app"><button id="before">打开</button></div>';
  document.getElementById("before")?.focus();
});
afterEach(() => {
  opened?.unmount();
  opened = null;
});

async function open(props: { firm?: boolean } = {}): Promise<HTMLElement> {
  opened = mount(OverlayPanel, {
    props: { heading: "快捷键", ...props },
    slots: { default: () => [h("input", { id: "first" }), h("button", { id: "last" }, "好")] },
    attachTo: document.body,
  });
  await nextTick();
  await nextTick();
  return document.querySelector("[role='dialog']") as HTMLElement;
}

function press(key: string, shiftKey = false): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true }),
  );
}

it("is a dialog with a name that takes the focus, and nobody gets below it", async () => {
  const dialog = await open();
  expect(dialog.getAttribute("aria-modal")).toBe("true");
  const label = document.getElementById(dialog.getAttribute("aria-labelledby") ?? "");
  expect(label?.textContent).toBe("快捷键");
  expect(document.activeElement).toBe(dialog);
  expect(document.getElementById("app")?.hasAttribute("inert")).toBe(true);
});

it("keeps the keyboard: Tab goes round, a focus elsewhere comes back", async () => {
  const dialog = await open();
  document.getElementById("last")?.focus();
  press("Tab");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("关闭");
  press("Tab", true);
  expect(document.activeElement?.id).toBe("last");
  document.getElementById("before")?.focus();
  expect(document.activeElement).toBe(dialog);
});

it("closes by Escape and gives the focus back", async () => {
  await open();
  press("Escape");
  expect(opened?.emitted("close")).toHaveLength(1);
  opened?.unmount();
  expect(document.activeElement?.id).toBe("before");
  expect(document.getElementById("app")?.hasAttribute("inert")).toBe(false);
});

it("stays where it must be answered", async () => {
  const dialog = await open({ firm: true });
  press("Escape");
  expect(opened?.emitted("close")).toBeUndefined();
  expect(dialog.querySelector("[aria-label='关闭']")).toBeNull();
});
