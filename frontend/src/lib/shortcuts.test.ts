import { afterEach, expect, it, vi } from "vitest";
import { effectScope } from "vue";
import { shortcutGroups, shortcutOf, singleKeys, useShortcuts } from "./shortcuts";

const scope = effectScope();
const run = vi.fn();
scope.run(() => {
  useShortcuts("到处", [
    { keys: "ctrl+k", label: "搜索", run },
    { keys: "j", label: "别的", run },
  ]);
  useShortcuts("待办", [{ keys: "j", label: "下一件", run }]);
});

afterEach(() => {
  document.body.innerHTML = "";
  singleKeys.value = "on";
});

function pressed(key: string, init: KeyboardEventInit = {}, on: Element = document.body): string | undefined {
  let found: string | undefined;
  const hear = (event: Event): void => {
    found = shortcutOf(event as KeyboardEvent)?.label;
  };
  document.addEventListener("keydown", hear, { once: true });
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...init }));
  return found;
}

function put(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
}

it("finds what a key stands for, the page's before what holds everywhere", () => {
  expect(pressed("J")).toBe("下一件");
  expect(pressed("k", { ctrlKey: true })).toBe("搜索");
  expect(pressed("k", { metaKey: true })).toBe("搜索");
  expect(pressed("k")).toBeUndefined();
});

it("leaves whoever types alone, but for Ctrl", () => {
  const field = put("<textarea></textarea>");
  expect(pressed("j", {}, field)).toBeUndefined();
  expect(pressed("k", { ctrlKey: true }, field)).toBe("搜索");
});

it("leaves an input method alone", () => {
  expect(pressed("j", { isComposing: true })).toBeUndefined();
  expect(pressed("j", { keyCode: 229 })).toBeUndefined();
});

it("is silent in a dialog that is open, not for one that is put away", () => {
  const dialog = put('<div role="dialog" aria-modal="true"></div>');
  expect(pressed("j")).toBe("下一件");
  vi.spyOn(dialog, "getClientRects").mockReturnValue([{}] as unknown as DOMRectList);
  expect(pressed("j")).toBeUndefined();
  expect(pressed("k", { ctrlKey: true })).toBeUndefined();
});

it("can be turned off, but for Ctrl", () => {
  singleKeys.value = "off";
  expect(pressed("j")).toBeUndefined();
  expect(pressed("k", { ctrlKey: true })).toBe("搜索");
});

it("ends with the page", () => {
  expect([...shortcutGroups].map(({ name }) => name)).toEqual(["到处", "待办"]);
  scope.stop();
  expect(pressed("j")).toBeUndefined();
});
