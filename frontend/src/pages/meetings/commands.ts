// The forms of all commands of a joint meeting, by the action's word.
import type { CommandPath } from "@/api/command";
import type { Meeting, MeetingAction } from "@/api/types";
import { instantText } from "@/lib/time";
import { describe as describeCommand } from "@/pages/forms/description";
import type { Description, SeenCase } from "@/pages/forms/description";
import { disposition, LETTER_UP, TERMS } from "@/pages/forms/settlement";
import CaseChoice from "./CaseChoice.vue";
import SignSummary from "./SignSummary.vue";
import { valuesOf } from "./resolution";
import type { AgendaItem } from "./resolution";

/** What the forms of a meeting may look at. */
export interface MeetingContext {
  meeting: Meeting;
  /** The case that the command is about, if it is about one. */
  item?: AgendaItem | undefined;
}

export type MeetingDescription = Description<MeetingContext>;
type MeetingPath = Extract<CommandPath, `/api/v1/meetings/{id}/${string}`>;
type Command = MeetingPath extends `/api/v1/meetings/{id}/${infer Name}` ? Name : never;
type Described<N extends Command> = Parameters<
  typeof describeCommand<`/api/v1/meetings/{id}/${N}`, MeetingContext>
>[1];

const describe = <N extends Command>(command: N, description: Described<N>): MeetingDescription =>
  describeCommand<`/api/v1/meetings/{id}/${N}`, MeetingContext>(
    `/api/v1/meetings/{id}/${command}`,
    description,
  );

/** As a field for a minute holds it. */
const minuteOf = (instant: string | undefined): string =>
  instant ? instantText(instant).replace(" ", "T") : "";

const about = ({ item }: MeetingContext): Record<string, unknown> => ({ case: item?.case });

/** Planning is about no meeting yet; an agenda may be given that it begins with. */
export const plan = describeCommand<"/api/v1/meetings", { agenda: SeenCase[] }>("/api/v1/meetings", {
  intro: "先定议题；时间、地点和到会单位在召集时填写。",
  submit: "筹备",
  fields: [
    { name: "subject", label: "会议名称", hint: "例如：十一月第二次一事一议" },
    { name: "cases", label: "列入议题的事项", hint: "待上会的事项，也可以以后再列入。", widget: CaseChoice },
  ],
  initial: ({ agenda }) => ({ cases: agenda }),
});

/** What has a form; putting the agenda in order has none. */
export type FormAction = Exclude<MeetingAction, "plan" | "arrange">;

export const DESCRIPTIONS: Record<FormAction, MeetingDescription> = {
  add_cases: describe("add-cases", {
    fields: [{ name: "cases", label: "列入议题的事项", widget: CaseChoice }],
  }),
  remove_case: describe("remove-case", {
    intro: ({ item }) => `“${item?.matter_name ?? ""}”撤下后，等待下次联席会。`,
    fields: [],
    besides: about,
  }),
  call: describe("call", {
    intro: ({ meeting }) =>
      meeting.called ? "再次召集即为改期：新的通知代替原来的通知。" : "通知发给到会单位。",
    fields: [
      { name: "begins_at", label: "时间" },
      { name: "place", label: "地点" },
      { name: "units", label: "到会单位" },
      { name: "materials", label: "会议材料", hint: "请各单位会前阅读或准备的，每行一项。" },
    ],
    initial: ({ meeting: { called } }) => ({
      begins_at: minuteOf(called?.begins_at),
      place: called?.place ?? "",
      units: called?.units.map(({ id }) => id) ?? [],
      materials: called?.materials ?? [],
    }),
  }),
  hold: describe("hold", {
    intro: "记录会议已经召开，随后逐项记录议定事项。",
    fields: [
      { name: "held_at", label: "召开时间", past: true },
      { name: "units", label: "到会单位" },
      { name: "attendance", label: "出席情况", hint: "主持人、出席人员。" },
    ],
    initial: ({ meeting: { called } }) => ({
      held_at: minuteOf(called?.begins_at),
      units: called?.units.map(({ id }) => id) ?? [],
    }),
  }),
  resolve: describe("resolve", {
    intro: "签发前可以修改，以最后一次为准；签发时才生效。",
    fields: [
      disposition("议定去向"),
      ...TERMS,
      ...LETTER_UP,
      { name: "decision", label: "议定事项", hint: "写入纪要的文字。" },
      { name: "decided_by_leading_group", label: "提请领导小组研究，由领导小组决定" },
      { name: "precedent", label: "作为先例", hint: "今后同类事项照此办理。" },
    ],
    initial: ({ item }) => valuesOf(item?.resolution),
    besides: about,
  }),
  sign: describe("sign", { fields: [], above: SignSummary }),
  cancel: describe("cancel", {
    intro: "取消后，议题等待下次联席会。",
    fields: [{ name: "reason", label: "理由" }],
  }),
};
