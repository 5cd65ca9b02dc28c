// What is likely for who registers; all of it can be changed.
import type { Post, Unit } from "@/api/types";
import type { components } from "@/api/schema";

type Channel = components["schemas"]["Channel"];

/** How what comes in at this post usually comes in; nothing while its unit isn't known. */
export function usualChannel(
  { role, unit }: Pick<Post, "role" | "unit">,
  units: readonly Unit[],
): Channel | "" {
  if (role === "butler" || role === "resident_butler") return role;
  const here = units.find(({ id }) => id === unit);
  if (!here) return "";
  if (here.kind !== "hall") return "unit";
  const above = units.find(({ id }) => id === here.parent);
  if (above?.kind === "subdistrict") return "subdistrict_hall";
  return above?.leads ? "district_hall" : "professional_hall";
}

/** Who usually reports there. */
export const usualReporter = (role: Post["role"]): "company" | "" =>
  role === "butler" || role === "resident_butler" ? "company" : "";

/** What may follow at once at this post; what is not offered can still be done on the case's page. */
export const usualFollowUps = (role: Post["role"]): readonly string[] =>
  role === "resident_butler" ? ["register", "accept", "solve"] : ["register", "accept", "solve", "pass_on"];
