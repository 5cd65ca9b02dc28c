// What a reporter sees and does without an account, by the number of the case and the enquiry code.
import type { Word } from "./dictionary";
import { open } from "./open";
import { dataOf } from "./problem";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Progress = Schemas["Progress"];

/** What the reporter was given at registration. The code stands in no address and is kept nowhere. */
export interface Ticket {
  number: string;
  code: string;
}

export const progressOf = ({ number, code }: Ticket): Promise<Progress> =>
  dataOf(open.GET("/api/v1/public/cases/{number}", { params: { path: { number }, query: { code } } }));

/** Tells whether the problem is solved, while the result is verified; `key` as for rating. */
export const answer = (
  { number, code }: Ticket,
  word: Omit<Schemas["AnswerAsReporter"], "code">,
  key: string,
): Promise<Progress> =>
  dataOf(
    open.POST("/api/v1/public/cases/{number}/answer", {
      params: { path: { number }, header: { "Idempotency-Key": key } },
      body: { ...word, code },
    }),
  );

/** Rates a closed case; `key` is the same for all tries of one form. */
export const rate = (
  { number, code }: Ticket,
  rating: Omit<Schemas["RateAsReporter"], "code">,
  key: string,
): Promise<Progress> =>
  dataOf(
    open.POST("/api/v1/public/cases/{number}/rate", {
      params: { path: { number }, header: { "Idempotency-Key": key } },
      body: { ...rating, code },
    }),
  );

/** Asks to take a closed case up again. */
export const requestReopen = ({ number, code }: Ticket, reason: string, key: string): Promise<Progress> =>
  dataOf(
    open.POST("/api/v1/public/cases/{number}/request-reopen", {
      params: { path: { number }, header: { "Idempotency-Key": key } },
      body: { code, reason },
    }),
  );

/** The grades of satisfaction, best first. */
export async function grades(): Promise<readonly Word[]> {
  const { words } = await dataOf(open.GET("/api/v1/dictionary"));
  return words.find(({ name }) => name === "Satisfaction")?.words ?? [];
}
