// How a command is described for a form. What the server asks of its fields (kind, required, length) comes
// from the OpenAPI document; a description adds order, Chinese labels and hints. TypeScript checks that the
// fields named are those of the command's body.
import type { Component } from "vue";
import type { CommandBody, CommandPath } from "@/api/command";
import type { components } from "@/api/schema";
import type { Choice } from "@/ui/field";

/** A co unit as it is entered. */
export interface CoUnit {
  unit: string;
  task: string;
}

/** A cause of the district's list. */
export type Cause = components["schemas"]["Cause"];

/** A case as the person saw it. */
export interface SeenCase {
  id: string;
  version: number;
}

/**
 * What stands in a field: text, also of days, numbers and words; `yes` or `no`; a list of units, of texts, of
 * co units, of cases, of causes.
 */
export type FieldValue = string | string[] | CoUnit[] | SeenCase[] | Cause[];
/** What stands in the fields, by their paths. */
export type Values = Record<string, FieldValue>;

/** The paths of the fields of a body: `reason`, `to.main_unit`. */
export type FieldPath<T> = T extends readonly unknown[]
  ? never
  : T extends object
    ? { [K in keyof T & string]: K | `${K}.${FieldPath<NonNullable<T[K]>>}` }[keyof T & string]
    : never;

/** Begins the name of a field that only steers the form and isn't sent. */
type Local = `~${string}`;

export interface Field<Context, Name extends string = string> {
  name: Name;
  label: string;
  hint?: string | ((context: Context) => string | undefined);
  /** Whether it is asked for, by what stands in others; what isn't asked for isn't sent. */
  when?: (values: Values, context: Context) => boolean;
  /** Required though the document can't say so. */
  required?: boolean;
  /** What may be chosen, where it isn't all words of the list. */
  options?: (context: Context) => Choice[];
  /** The list of words, where the document doesn't say it. */
  words?: string;
  /** The words that are offered, where it isn't all. */
  only?: readonly string[];
  /** What each choice means, by its value (`yes` and `no` of a flag). */
  notes?: Record<string, string>;
  /** How yes and no are called; a flag that may be left out then is a choice too. */
  yesNo?: readonly [string, string];
  /** How a flag left out is called among the choices. */
  unanswered?: string;
  /** How high a text begins; 1 is a line. */
  rows?: number;
  /** A day or an instant isn't later than today. */
  past?: boolean;
  /** The widget, where the rule alone doesn't tell: takes `ties`, the context and the value. */
  widget?: Component;
}

export interface Description<Context> {
  path: CommandPath;
  fields: readonly Field<Context>[];
  /** What the command does, and what follows. */
  intro?: string | ((context: Context) => string | undefined);
  /** What the button says, where the action's own word doesn't do. */
  submit?: string;
  /** What is said when it is done, where it depends on what was entered. */
  told?: (values: Values) => string;
  /** What stands in the fields at first. */
  initial?: (context: Context) => Values;
  /** Sends only what was changed. */
  onlyChanges?: boolean;
  /** What is sent besides the fields, by path. */
  besides?: (context: Context) => Record<string, unknown>;
  /** Shown above the fields: takes the context, and may fill fields by `fill`. */
  above?: Component;
}

type Typed<P extends CommandPath, Context> = Omit<Description<Context>, "path" | "fields"> & {
  fields: readonly Field<Context, FieldPath<CommandBody<P>> | Local>[];
};

/** Describes the form of one command. */
export function describe<P extends CommandPath, Context>(
  path: P,
  description: Typed<P, Context>,
): Description<Context> {
  return { path, ...description };
}
