// The settings as people read them. The server gives names, values and limits; until it gives the Chinese
// labels too, they stand here, and nowhere else.
import { BODIES } from "@/api/bodies";
import type { NumberRule } from "@/api/fieldRule";
import type { Names } from "@/api/names";
import type { components } from "@/api/schema";
import type { HistoryItem } from "@/api/types";
import type { Fact } from "@/ui/FactList.vue";
import type { Choice } from "@/ui/field";

export type Settings = components["schemas"]["Settings"];
export type SettingName = keyof Settings;

export interface Setting {
  name: SettingName;
  label: string;
  /** What the number counts. */
  unit?: string;
  note: string;
}

export interface SettingGroup {
  key: string;
  heading: string;
  settings: readonly Setting[];
}

const DAYS = "个工作日";

export const GROUPS: readonly SettingGroup[] = [
  {
    key: "deadlines",
    heading: "办理期限",
    settings: [
      { name: "main_days", label: "主办期限", unit: DAYS, note: "主办单位从派发起算" },
      { name: "co_days", label: "协办期限", unit: DAYS, note: "协办单位从派发起算，不晚于主办期限" },
      { name: "opinion_days", label: "符合性判断期限", unit: DAYS, note: "责任单位对是否符合规定提出意见" },
      { name: "confirmation_days", label: "工作单确认期限", unit: DAYS, note: "逾期未答复视为同意承办" },
      { name: "return_days", label: "退回期限", unit: DAYS, note: "从派发起算，逾期未退回视为签收" },
      { name: "ruling_days", label: "裁定期限", unit: DAYS, note: "可退回次数用完后，由牵头部门裁定" },
      {
        name: "closing_hour",
        label: "期限最后一日的截止时刻",
        unit: "时",
        note: "24 时即当日结束（民法典第二百零三条）；已定下的期限不变",
      },
      { name: "rework_days", label: "重办期限", unit: DAYS, note: "核查未通过、退回重办的新期限" },
      {
        name: "late_registration_days",
        label: "补登记期限",
        unit: DAYS,
        note: "受理时间最多可以早于登记多久",
      },
    ],
  },
  {
    key: "targets",
    heading: "工作目标",
    settings: [
      { name: "dispatch_target_days", label: "派发目标", unit: DAYS, note: "从转派发起算，只提示，不约束" },
      {
        name: "contact_target_days",
        label: "联系反映人目标",
        unit: DAYS,
        note: "从派发起算，只提示，不约束",
      },
      {
        name: "verification_target_days",
        label: "核查目标",
        unit: DAYS,
        note: "从反馈结果起算，只提示，不约束",
      },
    ],
  },
  {
    key: "limits",
    heading: "退回、延期与重办",
    settings: [
      { name: "max_returns", label: "可退回次数", unit: "次", note: "用完后须由牵头部门裁定" },
      { name: "max_send_backs", label: "可退回重办次数", unit: "次", note: "核查仍未通过的，提级协调" },
      { name: "extensions_by_lead", label: "牵头部门可批延期次数", unit: "次", note: "再延期由区营商办批准" },
    ],
  },
  {
    key: "overdue",
    heading: "超期提醒",
    settings: [
      { name: "overdue_days", label: "告知单位负责人和牵头部门", unit: DAYS, note: "超期满几个工作日时" },
      {
        name: "long_overdue_days",
        label: "告知督查考核",
        unit: DAYS,
        note: "超期满几个工作日时，须晚于前一项",
      },
    ],
  },
  {
    key: "online",
    heading: "线上受理",
    settings: [
      { name: "online_hall_unit", label: "网上办事大厅的受理单位", note: "由其受理专班研判" },
      { name: "online_hall_sector", label: "网上办事大厅的领域", note: "登记时未写明领域的" },
      { name: "suggestion_platform_unit", label: "建议收集平台的受理单位", note: "由其受理专班研判" },
      { name: "suggestion_platform_sector", label: "建议收集平台的领域", note: "登记时未写明领域的" },
    ],
  },
  {
    key: "callbacks",
    heading: "回访与重新办理",
    settings: [
      {
        name: "callback_attempts",
        label: "回访尝试次数",
        unit: "次",
        note: "始终联系不上时，满这个次数即可结束回访",
      },
      {
        name: "callback_dates",
        label: "回访尝试天数",
        unit: "天",
        note: "尝试须分布在几个不同日期，不多于尝试次数",
      },
      { name: "callback_gap_hours", label: "两次尝试的间隔", unit: "小时", note: "间隔不足的不计入次数" },
      { name: "callback_from_hour", label: "回访最早时间", unit: "时", note: "此前的尝试不计入次数" },
      { name: "callback_until_hour", label: "回访最晚时间", unit: "时", note: "此后的尝试不计入次数" },
      { name: "dissatisfaction_days", label: "答复不满意的期限", unit: DAYS, note: "反映人评价不满意后" },
      { name: "reopen_window_days", label: "可申请重新办理的期限", unit: "天", note: "从办结起算的自然日" },
      {
        name: "reopen_answer_days",
        label: "答复重新办理申请的期限",
        unit: DAYS,
        note: "逾期前也可主动重新办理",
      },
    ],
  },
  {
    key: "sheets",
    heading: "工作单与每周报送",
    settings: [
      { name: "max_cases_on_sheet", label: "一张工作单的事项数", unit: "件", note: "表格的序号有两位" },
      { name: "holiday_friday", label: "周五不上班时", note: "每周报送截止日顺延或提前；报送功能启用后生效" },
    ],
  },
  {
    key: "files",
    heading: "附件与保存",
    settings: [
      { name: "max_attachments", label: "一个事项的附件数", unit: "个", note: "已清除的不计" },
      { name: "max_attachment_mib", label: "单个附件大小", unit: "MB", note: "超过的不能上传" },
      {
        name: "retention_years",
        label: "个人信息保存期",
        unit: "年",
        note: "从办结起算；目前只作登记，尚不自动清除",
      },
    ],
  },
  {
    key: "causes",
    heading: "成因",
    settings: [
      { name: "causes", label: "可选的成因", note: "登记时初判，反馈时查明，核查时确认；停用的不再可选" },
    ],
  },
];

export const HOLIDAY_FRIDAY: readonly Choice[] = [
  { value: "previous", label: "提前到前一个工作日" },
  { value: "next", label: "顺延到后一个工作日" },
];

export const isUnit = (name: SettingName): boolean => name.endsWith("_unit");

/** The causes by their names, the retired ones marked. */
const causesText = (causes: Settings["causes"]): string =>
  causes.map(({ name, retired }) => (retired ? `${name}（已停用）` : name)).join("、");

/** A value in words: `5 个工作日`. */
export function valueText({ name, unit }: Setting, value: unknown, names: Names): string {
  if (isUnit(name)) return typeof value === "string" ? names.unit(value) : "政务服务牵头部门";
  if (name === "causes") return causesText(value as Settings["causes"]);
  if (name.endsWith("_sector")) return names.label("Sector", String(value));
  if (name === "holiday_friday") return HOLIDAY_FRIDAY.find((choice) => choice.value === value)?.label ?? "";
  return unit === undefined ? String(value) : `${String(value)} ${unit}`;
}

/** The limits as the OpenAPI document has them: `1 至 60`. */
export function limitsText({ name }: Setting): string {
  const rule = BODIES.ChangeSettings?.[`values.${name}`];
  if (rule?.kind !== "number") return "";
  const { min, max } = rule as NumberRule;
  return `${min} 至 ${max}`;
}

const ALL = GROUPS.flatMap(({ settings }) => settings);

/** What a change set, by the names of the settings. */
const changesOf = ({ data }: HistoryItem): Partial<Record<SettingName, unknown>> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));

/** What an event of the history set. */
export function factsOf(item: HistoryItem, names: Names): Fact[] {
  const changes = changesOf(item);
  return ALL.filter(({ name }) => name in changes).map((setting) => ({
    label: setting.label,
    value: valueText(setting, changes[setting.name], names),
  }));
}

/** When each setting that this district has changed was last changed. */
export function changedAt(history: readonly HistoryItem[]): Partial<Record<SettingName, string>> {
  const changed: Partial<Record<SettingName, string>> = {};
  for (const item of history) {
    for (const name of Object.keys(changesOf(item)) as SettingName[]) changed[name] = item.at;
  }
  return changed;
}
