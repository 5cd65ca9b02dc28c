// The commands that the server offers with a work order, in the order in which they are mostly wanted.
import type { AllowedSheetAction, Sheet, SheetAction } from "@/api/types";

const ORDER: readonly SheetAction[] = [
  "confirm",
  "ask_confirmation",
  "dispatch",
  "decline",
  "redraft",
  "add_case",
  "cancel",
];

/** The commands on the sheet as a whole; what is done to a single row stands beside it. */
export function offersOf({ allowed_actions: known }: Sheet): readonly AllowedSheetAction[] {
  return ORDER.flatMap((action) => known.find((offered) => offered.action === action) ?? []);
}

export function mayDo(sheet: Sheet, action: SheetAction): boolean {
  return sheet.allowed_actions.some((known) => known.action === action && known.allowed);
}

/** What the command is called here: whoever drafted the sheet confirms by recording the unit's call. */
export function labelOf({ action, label }: AllowedSheetAction, byTelephone: boolean): string {
  return action === "confirm" && byTelephone ? "记录电话确认" : label;
}
