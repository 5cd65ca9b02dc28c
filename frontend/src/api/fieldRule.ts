// What the OpenAPI document asks of one field of a command's body (api/bodies.ts lists them all).

interface Rule<Kind extends string> {
  kind: Kind;
  /** Required where what it belongs to is given. */
  required?: boolean;
}

export interface TextRule extends Rule<"text"> {
  min?: number;
  max?: number;
}
export interface NumberRule extends Rule<"number"> {
  min?: number;
  max?: number;
}
export interface WordRule extends Rule<"word"> {
  /** The list of words, as the dictionary calls it. */
  words: string;
}
export interface VariantRule extends Rule<"variant"> {
  /** Exactly one of these is given, with its own fields below it. */
  of: readonly string[];
}
export interface ListRule extends Rule<"list"> {
  /** What is asked of the fields of each entry. */
  of?: Record<string, FieldRule>;
  /** What each entry is, where it has no fields. */
  items?: "unit" | "text";
  max?: number;
}

export type FieldRule =
  | TextRule
  | NumberRule
  | WordRule
  | VariantRule
  | ListRule
  | Rule<"flag">
  | Rule<"day">
  | Rule<"instant">
  | Rule<"unit">;
