// Changing the settings of one group, as a form.
import { describe } from "@/pages/forms/description";
import type { Description, Field, FieldValue } from "@/pages/forms/description";
import CausesInput from "./CausesInput.vue";
import { HOLIDAY_FRIDAY, isUnit, limitsText } from "./settings";
import type { Setting, SettingGroup, Settings } from "./settings";

export interface SettingsContext {
  values: Settings;
}

function fieldFor(setting: Setting): Field<SettingsContext, `values.${Setting["name"]}`> {
  const { name, label, unit, note } = setting;
  const limits = limitsText(setting);
  return {
    name: `values.${name}`,
    label: unit ? `${label}（${unit}）` : label,
    hint: limits ? `${note}；${limits}` : note,
    // Until a unit is set, the lead takes it.
    required: !isUnit(name),
    ...(name === "holiday_friday" ? { options: () => [...HOLIDAY_FRIDAY] } : {}),
    ...(name === "causes" ? { widget: CausesInput } : {}),
  };
}

const initialOf = (value: Settings[Setting["name"]]): FieldValue =>
  Array.isArray(value) ? value : String(value ?? "");

export function formOf({ settings }: SettingGroup): Description<SettingsContext> {
  return describe<"/api/v1/settings/change", SettingsContext>("/api/v1/settings/change", {
    intro: "从现在起的办理按新的设置；已经定下的期限不变。只提交改动的几项。",
    submit: "更改设置",
    fields: [
      ...settings.map(fieldFor),
      { name: "reason", label: "理由", hint: "如要求更改的文件名称和文号。" },
    ],
    initial: ({ values }) =>
      Object.fromEntries(settings.map(({ name }) => [`values.${name}`, initialOf(values[name])])),
    onlyChanges: true,
    // The server says it where nothing was changed.
    besides: () => ({ values: {} }),
  });
}
