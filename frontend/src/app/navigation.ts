// Which pages each role has in its navigation. A page stands there as soon as the router has it; who may
// read what stays the server's word.
import type { Router } from "vue-router";
import type { Role } from "@/api/types";
import type { IconName } from "@/ui/icons";

export interface Entry {
  path: string;
  label: string;
  icon: IconName;
  roles: readonly Role[];
  /** What the unit does all day stands in the bar of the phone; the lower the further left. */
  phone?: number;
}

export interface Group {
  label: string;
  entries: readonly Entry[];
}

const ACTING: readonly Role[] = [
  "intake",
  "resident_butler",
  "butler",
  "chief_butler",
  "handler",
  "unit_head",
  "lead",
  "office",
];
const WATCHING: readonly Role[] = ["supervisor", "leader", "auditor"];
const REGISTERING: readonly Role[] = ["intake", "butler", "resident_butler"];

export const GROUPS: readonly Group[] = [
  {
    label: "办理",
    entries: [
      {
        path: "/overview",
        label: "总览",
        icon: "overview",
        roles: ["leader", "supervisor", "auditor", "office"],
        phone: 1,
      },
      { path: "/todo", label: "待办", icon: "todo", roles: ACTING, phone: 2 },
      { path: "/cases/new", label: "登记", icon: "add", roles: REGISTERING, phone: 3 },
      {
        path: "/dispatch",
        label: "派发",
        icon: "dispatch",
        roles: ["lead", "butler", "chief_butler"],
        phone: 4,
      },
      {
        path: "/verify",
        label: "核查回访",
        icon: "verify",
        roles: ["lead", "office", "supervisor"],
        phone: 5,
      },
    ],
  },
  {
    label: "查阅",
    entries: [
      { path: "/cases", label: "事项", icon: "cases", roles: [...ACTING, ...WATCHING], phone: 6 },
      {
        path: "/work-orders",
        label: "工作单",
        icon: "sheet",
        roles: ["butler", "chief_butler", "handler", "unit_head", "lead", "office", ...WATCHING],
        phone: 7,
      },
      {
        path: "/meetings",
        label: "联席会",
        icon: "meeting",
        roles: ["chief_butler", "lead", "office", ...WATCHING],
        phone: 8,
      },
      {
        path: "/policy-issues",
        label: "政策问题",
        icon: "policy",
        roles: ["lead", "office", ...WATCHING],
      },
      { path: "/log", label: "日志", icon: "log", roles: ["auditor", "supervisor"] },
    ],
  },
  {
    label: "管理",
    entries: [
      { path: "/admin/users", label: "人员", icon: "people", roles: ["admin", "auditor"], phone: 10 },
      { path: "/admin/units", label: "单位", icon: "units", roles: ["admin", "auditor"], phone: 11 },
      {
        path: "/admin/settings",
        label: "设置",
        icon: "settings",
        roles: ["admin", "office", "auditor"],
        phone: 12,
      },
      {
        path: "/admin/calendar",
        label: "工作日历",
        icon: "calendar",
        roles: ["admin", "office", "auditor"],
        phone: 13,
      },
    ],
  },
];

/** Whether the router has a page of its own at the path. */
export function hasPage(router: Router, path: string): boolean {
  // A case's page would take any path of one more step for a case's.
  const { matched } = router.resolve(path);
  return matched.some((record) => record.path === path);
}

/** The groups of a role, without what isn't there. */
export function groupsOf(role: Role, exists: (path: string) => boolean): Group[] {
  return GROUPS.map(({ label, entries }) => ({
    label,
    entries: entries.filter((entry) => entry.roles.includes(role) && exists(entry.path)),
  })).filter(({ entries }) => entries.length > 0);
}

/** The main entries of a role in the bar of the phone; the rest stands behind 更多. */
export function mainOf(groups: readonly Group[], most: number): Entry[] {
  return groups
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.phone !== undefined)
    .sort((a, b) => (a.phone ?? 0) - (b.phone ?? 0))
    .slice(0, most);
}

/** The entry to which a path belongs: the one that says most of it. */
export function entryOf(groups: readonly Group[], path: string): Entry | undefined {
  return groups
    .flatMap(({ entries }) => entries)
    .filter((entry) => path === entry.path || path.startsWith(`${entry.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

const HOMES: Partial<Record<Role, string>> = {
  leader: "/overview",
  supervisor: "/overview",
  auditor: "/overview",
  admin: "/admin/users",
};

/** Where the day of a role begins: what it does first, as far as it is there. */
export function homeOf(role: Role, exists: (path: string) => boolean): string {
  const wanted = HOMES[role] ?? "/todo";
  const entries = groupsOf(role, exists).flatMap((group) => group.entries);
  return (entries.find(({ path }) => path === wanted) ?? entries[0])?.path ?? "/notices";
}
