// What is likely for who registers; all of it can be changed.
import type { Post, Unit } from "@/api/types";
import type { components } from "@/api/schema";
import { FOLLOW_UPS } from "./description";

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

const AT_EVERY_POST = ["register", "accept", "solve", "hand_over"];

/**
 * What usually follows at this post, of all that may. A shorter choice, no rule: the server says what may be
 * done, and what it refuses can still be decided on the case's page.
 */
export const usualFollowUps = (role: Post["role"]): readonly string[] =>
  FOLLOW_UPS.map(({ value }) => value).filter(
    (value) => role !== "resident_butler" || AT_EVERY_POST.includes(value),
  );
