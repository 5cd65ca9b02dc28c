// From what stands in a form to the body of its command, and what is wrong with it before it is sent.
import { BODIES, COMMANDS } from "@/api/bodies";
import type { FieldRule } from "@/api/fieldRule";
import type { Description, Field, Values, FieldValue } from "./description";

/** What the document asks of a field; one that only steers the form is a choice that must be made. */
export function ruleOf(description: Pick<Description<never>, "path">, name: string): FieldRule {
  if (name.startsWith("~")) return { kind: "word", words: "", required: true };
  const rule = BODIES[COMMANDS[description.path]?.body ?? ""]?.[name];
  if (!rule) throw new Error(`${description.path} takes no ${name}`);
  return rule;
}

export const takesVersion = ({ path }: Pick<Description<never>, "path">): boolean =>
  COMMANDS[path]?.version ?? false;

const isRequired = (field: Field<never>, rule: FieldRule): boolean =>
  field.required ?? rule.required ?? false;

/** A flag is ticked, or chosen between yes and no where one of them must be said. */
export const isTicked = (field: Field<never>, rule: FieldRule): boolean =>
  rule.kind === "flag" && !rule.required && !field.yesNo;

function blank(field: Field<never>, rule: FieldRule): FieldValue {
  if (rule.kind === "list") return [];
  return isTicked(field, rule) ? "no" : "";
}

/** What stands in the fields when the form opens. */
export function initialValues<C>(description: Description<C>, context: C): Values {
  const fields = description.fields.map((field) => [
    field.name,
    blank(field, ruleOf(description, field.name)),
  ]);
  return { ...Object.fromEntries(fields), ...description.initial?.(context) };
}

export function isEmpty(value: FieldValue | undefined): boolean {
  if (value === undefined) return true;
  return typeof value === "string" ? value.trim() === "" : value.length === 0;
}

/** The fields that are asked for now. */
export function askedFields<C>(description: Description<C>, values: Values, context: C): readonly Field<C>[] {
  return description.fields.filter((field) => field.when?.(values, context) ?? true);
}

/** Which entry of a list lacks what is asked of each, counted from 1; 0 where none does. */
function lacking(rule: FieldRule, value: FieldValue): number {
  if (rule.kind !== "list" || !rule.of || !Array.isArray(value)) return 0;
  const asked = Object.entries(rule.of).flatMap(([name, { required }]) => (required ? [name] : []));
  const lacks = (entry: object): boolean =>
    asked.some((name) => String((entry as Record<string, unknown>)[name] ?? "").trim() === "");
  return (value as object[]).findIndex(lacks) + 1;
}

function fault(rule: FieldRule, required: boolean, value: FieldValue): string | undefined {
  if (isEmpty(value)) {
    if (!required) return undefined;
    return rule.kind === "text" || rule.kind === "number" ? "请填写" : "请选择";
  }
  if (rule.kind === "text" && typeof value === "string") {
    const length = [...value.trim()].length;
    if (rule.max !== undefined && length > rule.max) return `最多 ${rule.max} 字，现有 ${length} 字`;
    if (rule.min !== undefined && length < rule.min) return `至少 ${rule.min} 字`;
  }
  if (rule.kind === "number") {
    const { min = -Infinity, max = Infinity } = rule;
    const number = Number(value);
    if (!Number.isInteger(number) || number < min || number > max) return `请填写 ${min} 至 ${max} 的整数`;
  }
  const place = lacking(rule, value);
  return place ? `请把第 ${place} 项填写完整` : undefined;
}

/** What is wrong with the fields asked for, by their names. */
export function faultsOf<C>(description: Description<C>, values: Values, context: C): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const field of askedFields(description, values, context)) {
    const rule = ruleOf(description, field.name);
    const message = fault(rule, isRequired(field, rule), values[field.name] ?? "");
    if (message) faults[field.name] = message;
  }
  return faults;
}

/** What is sent for a value; nothing where nothing was said. */
function sent(rule: FieldRule, value: FieldValue): unknown {
  if (isEmpty(value)) return undefined;
  switch (rule.kind) {
    case "flag":
      return value === "yes";
    case "number":
      return Number(value);
    case "instant":
      return `${String(value)}:00+08:00`;
    case "variant":
      return { [String(value)]: {} };
    default:
      return typeof value === "string" ? value.trim() : value;
  }
}

const isSame = (one: FieldValue, other: FieldValue | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Puts a value at its path: `to.main_unit`. */
function put(body: Record<string, unknown>, path: string, value: unknown): void {
  const names = path.split(".");
  const last = names.pop() as string;
  let place = body;
  for (const name of names) place = (place[name] ??= {}) as Record<string, unknown>;
  place[last] = value;
}

/** The body of the command; `initial` is what stood in the fields at first. */
export function bodyOf<C>(
  description: Description<C>,
  values: Values,
  initial: Values,
  context: C,
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(description.besides?.(context) ?? {})) put(body, path, value);
  for (const { name } of askedFields(description, values, context)) {
    const given = values[name] ?? "";
    if (name.startsWith("~") || (description.onlyChanges && isSame(given, initial[name]))) continue;
    const value = sent(ruleOf(description, name), given);
    if (value !== undefined) put(body, name, value);
  }
  return body;
}

/** The field that an error of the server is about: `to.co_units[0].task` is one of `to.co_units`. */
export function fieldAt(names: readonly string[], path: string): string | undefined {
  const plain = path.replace(/\[\d+\]/g, "");
  const found = names.filter((name) => plain === name || plain.startsWith(`${name}.`));
  return found.sort((a, b) => b.length - a.length)[0];
}
