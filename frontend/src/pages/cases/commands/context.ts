import { describe as describeCommand } from "@/pages/forms/description";
import type { Description, Field } from "@/pages/forms/description";
import type { CommandPath } from "@/api/command";
import type { Case, HistoryItem } from "@/api/types";

/** What the forms of a case may look at. */
export interface CaseContext {
  shown: Case;
  history: readonly HistoryItem[];
}

export type CaseDescription = Description<CaseContext>;
type CasePath = Extract<CommandPath, `/api/v1/cases/{id}/${string}`>;
type Command = CasePath extends `/api/v1/cases/{id}/${infer Name}` ? Name : never;
type Described<N extends Command> = Parameters<
  typeof describeCommand<`/api/v1/cases/{id}/${N}`, CaseContext>
>[1];

/** Describes the form of `POST /cases/{id}/<command>`. */
export const describe = <N extends Command>(command: N, description: Described<N>): CaseDescription =>
  describeCommand<`/api/v1/cases/{id}/${N}`, CaseContext>(`/api/v1/cases/{id}/${command}`, description);

// What many forms ask for in the same words.

export const reason = (hint?: string): Field<CaseContext, "reason"> => ({
  name: "reason",
  label: "理由",
  ...(hint ? { hint } : {}),
});

export const cause: Field<CaseContext, "cause"> = { name: "cause", label: "成因" };

/** What is known of the cause so far, to be confirmed. */
export const knownCause = ({ shown }: CaseContext): { cause: string } => ({ cause: shown.cause ?? "" });

const isBusiness = ({ shown }: CaseContext): boolean => shown.sector === "business_service";

export const summary: Field<CaseContext, "summary"> = {
  name: "summary",
  label: "总结",
  hint: "商事服务的二级、一级响应事项办结时须写总结。",
  when: (_values, context) => isBusiness(context),
};
