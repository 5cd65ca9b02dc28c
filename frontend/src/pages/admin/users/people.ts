// How people and their posts are shown and found.
import type { Dictionary } from "@/api/dictionary";
import type { HistoryItem, Post, Unit, User } from "@/api/types";
import type { Fact } from "@/ui/FactList.vue";

export type NameOf = (unit: string | null | undefined) => string;

/** The names of units by their codes; the code where there is none. */
export function namesOf(units: readonly Unit[] | undefined): NameOf {
  const names = new Map(units?.map(({ id, name }) => [id, name]));
  return (unit) => (unit ? (names.get(unit) ?? unit) : "");
}

/** What somebody is, and where: `服务管家 · 紫金服务管家团`. */
export const postText = ({ role, unit }: Post, label: Dictionary["label"], nameOf: NameOf): string =>
  `${label("Role", role)} · ${nameOf(unit)}`;

/** Those whose name, user name or telephone contains what was typed. */
export function found(users: readonly User[], typed: string): User[] {
  const wanted = typed.trim().toLowerCase();
  return users.filter(({ name, username, phone }) =>
    [name, username, phone ?? ""].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** What an event of a person's history says. */
export function factsOf({ type, data }: HistoryItem, label: Dictionary["label"], nameOf: NameOf): Fact[] {
  const { username, name, phone, home_unit, posts = [], role, unit } = data as Partial<User> & Partial<Post>;
  const given = role && unit ? [{ role, unit }] : posts;
  const whole = type === "user_created" || type === "user_changed";
  return [
    { label: "姓名", value: name },
    { label: "用户名", value: username },
    { label: "岗位", value: given.map((post) => postText(post, label, nameOf)).join("、") },
    { label: "电话", value: whole ? (phone ?? "无") : undefined },
    { label: "来源单位", value: whole ? nameOf(home_unit) || "无" : undefined },
  ];
}
