// How people and their posts are shown and found.
import type { Names } from "@/api/names";
import type { HistoryItem, Post, User } from "@/api/types";
import type { Fact } from "@/ui/FactList.vue";

/** What somebody is, and where: `服务管家 · 紫金服务管家团`. */
export const postText = ({ role, unit }: Post, names: Names): string =>
  `${names.label("Role", role)} · ${names.unit(unit)}`;

/** Those whose name, user name or telephone contains what was typed. */
export function found(users: readonly User[], typed: string): User[] {
  const wanted = typed.trim().toLowerCase();
  return users.filter(({ name, username, phone }) =>
    [name, username, phone ?? ""].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** What an event of a person's history says. */
export function factsOf({ type, data }: HistoryItem, names: Names): Fact[] {
  const { username, name, phone, home_unit, posts = [], role, unit } = data as Partial<User> & Partial<Post>;
  const given = role && unit ? [{ role, unit }] : posts;
  const whole = type === "user_created" || type === "user_changed";
  return [
    { label: "姓名", value: name },
    { label: "用户名", value: username },
    { label: "岗位", value: given.map((post) => postText(post, names)).join("、") },
    { label: "电话", value: whole ? (phone ?? "无") : undefined },
    { label: "来源单位", value: whole ? names.unit(home_unit) || "无" : undefined },
  ];
}
