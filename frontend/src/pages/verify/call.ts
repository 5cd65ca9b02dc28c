// A call to the reporter as it is entered: three separate questions, and what follows from each answer.
import type { CommandBody } from "@/api/command";
import type { Word } from "@/api/dictionary";
import type { components } from "@/api/schema";
import type { Choice } from "@/ui/field";

export type Settings = components["schemas"]["Settings"];
type Satisfaction = components["schemas"]["Satisfaction"];

/** Each question by the value of the choice made; empty as long as none is. */
export interface Answers {
  /** `yes` or `no`. */
  reached: string;
  /** `yes`, `no` or `unanswered`. */
  solved: string;
  /** A grade of the dictionary or `unrated`. */
  satisfaction: string;
  opinion: string;
  signed: boolean;
  /** When it was, as `2021-09-01T09:30`; now where nothing is said. */
  calledAt: string;
}

export const unanswered = (): Answers => ({
  reached: "",
  solved: "",
  satisfaction: "",
  opinion: "",
  signed: false,
  calledAt: "",
});

/** What counts as having tried, in the district's figures. */
export function attemptsRule(settings: Settings): string {
  const { callback_from_hour: from, callback_until_hour: until, callback_gap_hours: gap } = settings;
  const { callback_dates: dates, callback_attempts: attempts } = settings;
  return `${from} 时至 ${until} 时之间、间隔 ${gap} 小时以上、分 ${dates} 日共 ${attempts} 次`;
}

export const reachedChoices = (settings: Settings | undefined): Choice[] => [
  { value: "yes", label: "联系上了", note: "接着问下面的问题。" },
  {
    value: "no",
    label: "没有联系上",
    note: settings
      ? `记为一次未联系上。${attemptsRule(settings)}仍联系不上的，可凭办结材料核查。`
      : "记为一次未联系上。",
  },
];

export const SOLVED: readonly Choice[] = [
  { value: "yes", label: "已解决", note: "可以核查办结。" },
  {
    value: "no",
    label: "未解决",
    note: "不能核查办结：退回重办或提级协调；经协调或联席会研究仍解决不了的，如实按未解决办结。",
  },
  { value: "unanswered", label: "没有回答", note: "不作为核查的依据，可以再回访。" },
];

export const satisfactionChoices = (words: readonly Word[]): Choice[] => [
  ...words.map(({ code, label }) => ({ value: code, label })),
  { value: "unrated", label: "未评价" },
];

/** What follows from the grades. */
export const satisfactionHint = (settings: Settings | undefined): string =>
  `不满意、非常不满意的，办结后由另一人核实，${settings ? `${settings.dissatisfaction_days} 个工作日内` : ""}答复反映人。没有回答就记未评价，不代为打分。`;

/** What is missing, by its name. */
export function faultsOf({ reached, solved, satisfaction }: Answers): Record<string, string> {
  if (!reached) return { reached: "请选择是否联系上" };
  if (reached === "no") return {};
  return {
    ...(solved ? {} : { solved: "请选择反映人的回答" }),
    ...(satisfaction ? {} : { satisfaction: "请选择反映人的评价" }),
  };
}

/** Whether the answer decides on the result: then the case must be as it was seen. */
export const decides = ({ reached, solved }: Answers): boolean =>
  reached === "yes" && (solved === "yes" || solved === "no");

export function bodyOf(answers: Answers): CommandBody<"/api/v1/cases/{id}/record-callback"> {
  const { reached, solved, satisfaction, opinion, signed, calledAt } = answers;
  const at = calledAt ? { called_at: `${calledAt}:00+08:00` } : {};
  if (reached !== "yes") return { reached: false, ...at };
  return {
    reached: true,
    ...(decides(answers) ? { solved: solved === "yes" } : {}),
    ...(satisfaction && satisfaction !== "unrated" ? { satisfaction: satisfaction as Satisfaction } : {}),
    ...(opinion.trim() ? { opinion: opinion.trim() } : {}),
    ...(signed ? { signed } : {}),
    ...at,
  };
}
