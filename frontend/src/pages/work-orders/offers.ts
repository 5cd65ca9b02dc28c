// Which commands a work order is shown with: by its state, and by in whose hands it lies. A case tells what
// may be done with it, a work order doesn't; what the server refuses nevertheless it says in its own words.
import type { Post, Role, Sheet } from "@/api/types";

export type SheetAction =
  | "ask_confirmation"
  | "confirm"
  | "confirm_by_telephone"
  | "decline"
  | "dispatch"
  | "redraft"
  | "add_cases"
  | "remove_case"
  | "cancel";

export const LABELS: Record<SheetAction, string> = {
  ask_confirmation: "请单位确认",
  confirm: "确认承办",
  confirm_by_telephone: "记录电话确认",
  decline: "不予确认",
  dispatch: "派发",
  redraft: "改单位或时限",
  add_cases: "加入事项",
  remove_case: "移出",
  cancel: "取消工作单",
};

const DRAFTERS: readonly Role[] = ["lead", "butler", "chief_butler"];

/** The commands offered, the one mostly wanted first. */
export function offersOf(sheet: Sheet, { role, unit }: Post): SheetAction[] {
  const drafts = DRAFTERS.includes(role) && unit === sheet.drafter_unit.id;
  const receives = role === "handler" && unit === sheet.main_unit.id;
  if (sheet.state === "draft") {
    return drafts ? ["ask_confirmation", "dispatch", "redraft", "add_cases", "remove_case", "cancel"] : [];
  }
  if (sheet.state !== "awaiting_confirmation") return [];
  const answers: SheetAction[] = sheet.confirmation ? [] : ["confirm", "decline"];
  if (receives) return answers;
  if (!drafts) return [];
  return sheet.confirmation ? ["dispatch", "cancel"] : ["confirm_by_telephone", "dispatch", "cancel"];
}
