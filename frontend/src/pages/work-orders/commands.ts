// The forms of the commands of a work order.
import type { Description } from "@/pages/forms/description";
import { describe } from "@/pages/forms/description";
import { instantText } from "@/lib/time";
import type { Sheet, SheetAction } from "@/api/types";

/** What the forms may look at. */
export interface SheetContext {
  sheet: Sheet;
}

type SheetDescription = Description<SheetContext>;

/** What has a form of texts here: cases are put on it and taken off by other means. */
export type FormAction = Exclude<SheetAction, "draft" | "add_case" | "remove_case">;

const BASE = "/api/v1/work-orders/{id}";

const needsReason = ({ sheet }: SheetContext): boolean => !sheet.confirmation;

export const DESCRIPTIONS: Record<FormAction | "confirm_by_telephone", SheetDescription> = {
  ask_confirmation: describe<`${typeof BASE}/ask-confirmation`, SheetContext>(`${BASE}/ask-confirmation`, {
    intro: ({ sheet }) =>
      `请“${sheet.main_unit.name}”确认是否由其承办。确认期满没有答复的，视为确认。确认之前事项仍为待派发。`,
    fields: [],
  }),
  confirm: describe<`${typeof BASE}/confirm`, SheetContext>(`${BASE}/confirm`, {
    intro: ({ sheet }) => `确认由本单位承办这 ${sheet.rows.length} 件事项。派发后开始计算期限。`,
    fields: [],
  }),
  confirm_by_telephone: describe<`${typeof BASE}/confirm`, SheetContext>(`${BASE}/confirm`, {
    intro: ({ sheet }) => `已与“${sheet.main_unit.name}”通电话，对方确认承办。`,
    submit: "记录确认",
    fields: [
      { name: "telephone.spoke_with", label: "与谁通话", hint: "对方姓名、职务。" },
      { name: "telephone.called_at", label: "通话时间", past: true },
    ],
    initial: () => ({
      "telephone.called_at": instantText(new Date().toISOString()).replace(" ", "T"),
    }),
  }),
  decline: describe<`${typeof BASE}/decline`, SheetContext>(`${BASE}/decline`, {
    intro: "不属本单位办理的，写明理由。工作单退给拟制单位，每件事项计一次退回。",
    fields: [
      { name: "reason", label: "理由", hint: "写明规定或职责清单的条目。" },
      { name: "proposed_unit", label: "应由哪个单位办理" },
    ],
  }),
  dispatch: describe<`${typeof BASE}/dispatch`, SheetContext>(`${BASE}/dispatch`, {
    intro: ({ sheet }) =>
      `派发给“${sheet.main_unit.name}”，即时送达，期限从现在起计算。派发后工作单不能再改。`,
    fields: [
      {
        name: "unconfirmed_reason",
        label: "单位尚未确认，仍要派发的理由",
        required: true,
        when: (_values, context) => needsReason(context),
      },
      {
        name: "other_unit_reason",
        label: "改派其他单位的理由",
        hint: "只有事项此前已裁定或议定由别的单位承办时才需要填写。",
        rows: 2,
      },
    ],
  }),
  redraft: describe<`${typeof BASE}/redraft`, SheetContext>(`${BASE}/redraft`, {
    submit: "保存",
    fields: [
      { name: "to.main_unit", label: "主办单位" },
      { name: "to.co_units", label: "协办单位及分工" },
      {
        name: "to.due_date",
        label: "完成时限",
        hint: "不填即按规定的工作日计算；可以更晚，须写明理由。",
      },
      {
        name: "to.due_reason",
        label: "延后完成时限的理由",
        required: true,
        rows: 2,
        when: (values) => Boolean(values["to.due_date"]),
      },
    ],
    initial: ({ sheet }) => ({
      "to.main_unit": sheet.main_unit.id,
      "to.co_units": sheet.co_units.map(({ unit, task }) => ({ unit: unit.id, task: task ?? "" })),
      "to.due_date": sheet.due_date ?? "",
      "to.due_reason": sheet.due_reason ?? "",
    }),
  }),
  cancel: describe<`${typeof BASE}/cancel`, SheetContext>(`${BASE}/cancel`, {
    intro: "工作单作废，事项回到待派发，可以另行拟制。",
    fields: [{ name: "reason", label: "理由" }],
  }),
};

export const isForm = (action: SheetAction): action is FormAction => action in DESCRIPTIONS;
