// What can be said of a new password before the server sees it.

/** As `ChangePassword` of the OpenAPI document has it; a test compares. */
export const SHORTEST = 12;
export const LONGEST = 128;

export interface Entered {
  old: string;
  fresh: string;
  again: string;
}

/** What is wrong, field by field. */
export function passwordFaults({ old, fresh, again }: Entered): { [Field in keyof Entered]?: string } {
  const faults: { [Field in keyof Entered]?: string } = {};
  // Characters as people count them, not UTF-16 units.
  const length = [...fresh].length;
  if (!old) faults.old = "请填写原密码";
  if (length < SHORTEST) faults.fresh = `至少 ${SHORTEST} 个字符，现有 ${length} 个`;
  else if (length > LONGEST) faults.fresh = `至多 ${LONGEST} 个字符，现有 ${length} 个`;
  if (fresh !== again) faults.again = "两次输入的新密码不一致";
  return faults;
}
