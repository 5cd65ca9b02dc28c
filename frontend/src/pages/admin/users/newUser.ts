// What is entered of a new person, and what is sent.
import type { CommandBody } from "@/api/command";
import type { Role } from "@/api/types";

export interface EnteredPost {
  key: number;
  role: string;
  unit: string;
}

export interface EnteredUser {
  name: string;
  username: string;
  phone: string;
  homeUnit: string;
  posts: EnteredPost[];
}

let lastKey = 0;
export const noPost = (unit = ""): EnteredPost => ({ key: ++lastKey, role: "", unit });

/** The field of a post as the server names it. */
export const fieldOf = (place: number, part: "role" | "unit"): string => `posts[${place}].${part}`;

/** What was left out, by the server's names of the fields. Everything else it says itself. */
export function missing({ name, username, posts }: EnteredUser): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!name.trim()) faults.name = "请填写";
  if (!username.trim()) faults.username = "请填写";
  posts.forEach(({ role, unit }, place) => {
    if (!role) faults[fieldOf(place, "role")] = "请选择";
    if (!unit) faults[fieldOf(place, "unit")] = "请选择";
  });
  return faults;
}

/** The body of the command. */
export function bodyOf(entered: EnteredUser, password: string): CommandBody<"/api/v1/users"> {
  const phone = entered.phone.trim();
  return {
    name: entered.name.trim(),
    username: entered.username.trim(),
    password,
    posts: entered.posts.map(({ role, unit }) => ({ role: role as Role, unit })),
    ...(phone ? { phone } : {}),
    ...(entered.homeUnit ? { home_unit: entered.homeUnit } : {}),
  };
}
