// The commands on a unit, as forms.
import type { Unit } from "@/api/types";
import { describe } from "@/pages/forms/description";
import type { Description } from "@/pages/forms/description";

export interface UnitContext {
  unit: Unit;
}

const REASON = { name: "reason", label: "理由", hint: "如机构改革文件的名称和文号。" } as const;

export const rename = describe<"/api/v1/units/{id}/rename", UnitContext>("/api/v1/units/{id}/rename", {
  intro: "此前的办理经过和已派发的工作单仍用原名。",
  submit: "更名",
  fields: [{ name: "name", label: "简称" }, { name: "full_name", label: "全称" }, REASON],
  initial: ({ unit }) => ({ name: unit.name, full_name: unit.full_name }),
});

export const place = describe<"/api/v1/units/{id}/place", UnitContext>("/api/v1/units/{id}/place", {
  submit: "保存",
  fields: [
    { name: "parent", label: "隶属于" },
    { name: "rank", label: "次序", hint: "在各处列表中，数字小的排在前面。" },
  ],
  initial: ({ unit }) => ({ parent: unit.parent ?? "", rank: String(unit.rank) }),
});

export const takeOver = describe<"/api/v1/units/{id}/take-over", UnitContext>(
  "/api/v1/units/{id}/take-over",
  {
    intro: "原来承担这项职责的单位同时卸任。",
    submit: "承接",
    fields: [
      {
        name: "duty",
        label: "职责",
        notes: { lead: "派发、核查、回访这个领域的事项", coordination: "协调这个领域久拖不决的事项" },
      },
      { name: "sector", label: "领域" },
      REASON,
    ],
  },
);

export const giveUp = describe<"/api/v1/units/{id}/give-up", UnitContext>("/api/v1/units/{id}/give-up", {
  intro: "此后由牵头单位自行协调这个领域的事项。",
  submit: "卸任",
  fields: [REASON],
});

export const close = describe<"/api/v1/units/{id}/close", UnitContext>("/api/v1/units/{id}/close", {
  intro: "撤销后不再接收新的事项，办理经过都保留。手上还有事项、工作单、人员或下属单位的，不能撤销。",
  submit: "撤销",
  fields: [{ name: "successor", label: "承接单位", hint: "今后由哪个单位承担它的工作。" }, REASON],
});

export const create = describe<"/api/v1/units", null>("/api/v1/units", {
  submit: "新增",
  fields: [
    { name: "name", label: "简称", hint: "如 区住建委。" },
    { name: "full_name", label: "全称" },
    { name: "id", label: "代码", hint: "小写字母、数字和 _，如 qzjw；以后不能更改。" },
    { name: "kind", label: "类别" },
    { name: "parent", label: "隶属于" },
    { name: "rank", label: "次序", hint: "在各处列表中，数字小的排在前面。", required: true },
    { name: "leads", label: "牵头领域" },
    { name: "coordinates", label: "协调领域" },
  ],
});

export type UnitForm = "rename" | "place" | "takeOver" | "giveUp" | "close";

export const FORMS: Record<
  UnitForm,
  { heading: string; done: string; description: Description<UnitContext> }
> = {
  rename: { heading: "单位更名", done: "单位已更名", description: rename },
  place: { heading: "调整隶属和次序", done: "隶属和次序已调整", description: place },
  takeOver: { heading: "承接职责", done: "职责已承接", description: takeOver },
  giveUp: { heading: "卸任协调", done: "已卸任协调职责", description: giveUp },
  close: { heading: "撤销单位", done: "单位已撤销", description: close },
};
