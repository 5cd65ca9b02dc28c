// Keys that do something. Pages and the shell register theirs for as long as they are shown; the sheet
// behind `?` lists them. Whoever dictates or mistypes can turn all keys without Ctrl off (WCAG 2.1.4).
import { onScopeDispose, readonly, shallowReactive } from "vue";
import { storedChoice } from "./stored";

export interface Shortcut {
  /** As `KeyboardEvent.key` says it, lower case; `ctrl+` before it for Ctrl or ⌘. */
  keys: string;
  label: string;
  run: () => void;
}

export interface ShortcutGroup {
  name: string;
  shortcuts: readonly Shortcut[];
}

const groups = shallowReactive(new Set<ShortcutGroup>());

/** What may be pressed now, group by group, as the page shown says. */
export const shortcutGroups = readonly(groups);

/** Whether single keys do anything. */
export const singleKeys = storedChoice("single-keys", ["on", "off"]);

/** These hold as long as the component lives. */
export function useShortcuts(name: string, shortcuts: readonly Shortcut[]): void {
  const group = { name, shortcuts };
  groups.add(group);
  onScopeDispose(() => groups.delete(group));
}

const TYPED_INTO = "input, textarea, select, [contenteditable=''], [contenteditable='true']";
/** An input method is still composing. */
const COMPOSING = 229;

/** Whether no dialog is open; closed ones may still lie in the document. */
function isFree(): boolean {
  const dialogs = document.querySelectorAll("[role='dialog'][aria-modal='true']");
  return ![...dialogs].some((dialog) => dialog.getClientRects().length > 0);
}

/** What the key pressed stands for; nothing while something is typed, composed or asked in a dialog. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (event.defaultPrevented || event.isComposing || event.keyCode === COMPOSING) return undefined;
  if (event.altKey || !isFree()) return undefined;
  const ctrl = event.ctrlKey || event.metaKey;
  const typed = event.target instanceof Element && event.target.closest(TYPED_INTO);
  if (!ctrl && (typed || singleKeys.value === "off")) return undefined;
  const keys = (ctrl ? "ctrl+" : "") + event.key.toLowerCase();
  // What the page registered goes before what holds everywhere.
  return [...groups]
    .reverse()
    .flatMap((group) => group.shortcuts)
    .find((shortcut) => shortcut.keys === keys);
}

/** Listens for them, as long as the component lives. */
export function listenForShortcuts(): void {
  const listen = (event: KeyboardEvent): void => {
    const shortcut = shortcutOf(event);
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  };
  document.addEventListener("keydown", listen);
  onScopeDispose(() => document.removeEventListener("keydown", listen));
}
