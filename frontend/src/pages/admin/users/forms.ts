// The commands on a person, as forms.
import type { Post, User } from "@/api/types";
import { describe } from "@/pages/forms/description";
import type { Description } from "@/pages/forms/description";

export interface UserContext {
  user: User;
  /** The post that is taken. */
  post?: Post | undefined;
  /** The first password that is set. */
  password?: string | undefined;
}

export const change = describe<"/api/v1/users/{id}/change", UserContext>("/api/v1/users/{id}/change", {
  submit: "保存",
  fields: [
    { name: "name", label: "姓名" },
    { name: "phone", label: "办公电话" },
    { name: "home_unit", label: "来源单位", hint: "在区营商办或督查岗位工作的人员，须写明来自哪个单位。" },
  ],
  initial: ({ user }) => ({ name: user.name, phone: user.phone ?? "", home_unit: user.home_unit ?? "" }),
});

export const givePost = describe<"/api/v1/users/{id}/give-post", UserContext>(
  "/api/v1/users/{id}/give-post",
  {
    submit: "授予",
    fields: [
      { name: "role", label: "岗位" },
      { name: "unit", label: "所在单位" },
    ],
  },
);

export const takePost = describe<"/api/v1/users/{id}/take-post", UserContext>(
  "/api/v1/users/{id}/take-post",
  {
    intro: "立即生效：正在使用系统的，也不能再以这个岗位办理。",
    submit: "免去",
    fields: [{ name: "reason", label: "理由" }],
    besides: ({ post }) => ({ ...post }),
  },
);

export const disable = describe<"/api/v1/users/{id}/disable", UserContext>("/api/v1/users/{id}/disable", {
  intro: "停用后不能再登录，已登录的立即退出。经办过的记录都保留。",
  submit: "停用",
  fields: [{ name: "reason", label: "理由" }],
});

export const enable = describe<"/api/v1/users/{id}/enable", UserContext>("/api/v1/users/{id}/enable", {
  intro: "启用后可以再登录，岗位与停用前相同。",
  submit: "启用",
  fields: [{ name: "reason", label: "理由" }],
});

export const resetPassword = describe<"/api/v1/users/{id}/reset-password", UserContext>(
  "/api/v1/users/{id}/reset-password",
  {
    intro: "系统会生成一个新的初始密码，只显示一次。已登录的立即退出；本人用它登录后，须先改成自己的密码。",
    submit: "重置",
    fields: [{ name: "reason", label: "理由" }],
    besides: ({ password }) => ({ password }),
  },
);

export type UserForm = "change" | "givePost" | "takePost" | "disable" | "enable" | "resetPassword";

export const FORMS: Record<
  UserForm,
  { heading: string; done: string; description: Description<UserContext> }
> = {
  change: { heading: "更改信息", done: "信息已更改", description: change },
  givePost: { heading: "授予岗位", done: "岗位已授予", description: givePost },
  takePost: { heading: "免去岗位", done: "岗位已免去", description: takePost },
  disable: { heading: "停用账号", done: "账号已停用", description: disable },
  enable: { heading: "启用账号", done: "账号已启用", description: enable },
  resetPassword: { heading: "重置密码", done: "密码已重置", description: resetPassword },
};
