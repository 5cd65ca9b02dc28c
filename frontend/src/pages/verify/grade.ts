// How content the reporter of a case said last that they are.
import type { Case } from "@/api/types";

type Rating = Case["ratings"][number];

export interface Grade extends Rating {
  /** How it came to be known. */
  source: string;
}

/** The latest grade, whether the reporter gave it themselves or in a call. */
export function lastGrade({ ratings, callbacks }: Pick<Case, "ratings" | "callbacks">): Grade | undefined {
  const own = ratings.map((rating) => ({ ...rating, source: "反映人自己评价" }));
  const called = callbacks.flatMap(({ called_at, satisfaction, opinion }) =>
    satisfaction ? [{ at: called_at, satisfaction, comment: opinion ?? null, source: "回访时评价" }] : [],
  );
  return [...own, ...called].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).pop();
}
