// The chart of plan A1 for a case: the stations of its sector, how they follow each other, and the way the
// case has gone through them.
import type { Case, CaseState, HistoryItem, Sector } from "@/api/types";

export interface Station {
  key: string;
  label: string;
  /** The words of plan A1 or §4 that go with it. */
  note?: string;
  /** Where a case in this state stands; the first station has none. */
  state?: CaseState;
  /** Its place in the drawing: the main way above, what leads off it below. */
  column: number;
  row: 0 | 1;
}

/** A station as one case has gone through it. */
export interface Passed extends Station {
  /** Not known before the history is there, but for where the case stands. */
  standing: "gone" | "here" | "ahead" | "unknown";
  /** When it was reached first. */
  at?: string;
  /** How often it was reached. */
  times: number;
}

/** From one station to another, by their keys. */
export interface Step {
  from: string;
  to: string;
  label?: string;
}

export interface PassedStep extends Step {
  /** How often the case went this way. */
  times: number;
}

export interface Way {
  main: Passed[];
  /** 一事一议: for what the main way doesn't solve. */
  branch: Passed[];
  steps: PassedStep[];
}

interface Chart {
  main: readonly Station[];
  branch: readonly Station[];
}

const AFTER_DISPATCH: readonly Station[] = [
  { key: "handle", label: "办理", note: "限时解决", state: "in_progress", column: 4, row: 0 },
  { key: "verify", label: "核查回访", note: "核实结果", state: "awaiting_verification", column: 5, row: 0 },
];
const CONFORM: Station = {
  key: "conform",
  label: "符合性判断",
  note: "相关单位",
  state: "under_review",
  column: 2,
  row: 1,
};

const CHARTS: Record<Sector, Chart> = {
  government_service: {
    main: [
      { key: "register", label: "登记", note: "企业、群众反映", column: 0, row: 0 },
      { key: "screen", label: "研判", note: "窗口受理", state: "registered", column: 1, row: 0 },
      { key: "accept", label: "受理", note: "简单问题立即办", state: "accepted", column: 2, row: 0 },
      CONFORM,
      { key: "dispatch", label: "派发转办", note: "复杂问题", state: "awaiting_dispatch", column: 3, row: 0 },
      ...AFTER_DISPATCH,
      { key: "closed", label: "办结", note: "回答或解决", state: "closed", column: 6, row: 0 },
    ],
    branch: [
      {
        key: "coordinate",
        label: "专班协调",
        note: "提级协调",
        state: "under_coordination",
        column: 4,
        row: 1,
      },
      {
        key: "meeting",
        label: "联席会",
        note: "一事一议",
        state: "awaiting_joint_meeting",
        column: 5,
        row: 1,
      },
      { key: "referral", label: "上报", note: "上级主管部门", state: "referred_up", column: 6, row: 1 },
    ],
  },
  business_service: {
    main: [
      { key: "register", label: "企业提出", note: "或吹哨登记", column: 0, row: 0 },
      { key: "screen", label: "管家研判", note: "服务管家受理", state: "registered", column: 1, row: 0 },
      { key: "accept", label: "受理", note: "简单问题立即办", state: "accepted", column: 2, row: 0 },
      CONFORM,
      {
        key: "dispatch",
        label: "确定协同单位",
        note: "复杂问题限时办",
        state: "awaiting_dispatch",
        column: 3,
        row: 0,
      },
      ...AFTER_DISPATCH,
      { key: "closed", label: "办结", note: "回答、总结", state: "closed", column: 6, row: 0 },
    ],
    branch: [
      {
        key: "coordinate",
        label: "总管家协调",
        note: "提级协调",
        state: "under_coordination",
        column: 4,
        row: 1,
      },
      {
        key: "meeting",
        label: "联席会审议",
        note: "服务管家提请",
        state: "awaiting_joint_meeting",
        column: 5,
        row: 1,
      },
      { key: "referral", label: "上报", note: "市级、中央", state: "referred_up", column: 6, row: 1 },
    ],
  },
};

/** What the chart always shows; any other way that a case went is added where it went it. */
const STEPS: readonly Step[] = [
  { from: "register", to: "screen" },
  { from: "screen", to: "accept" },
  { from: "screen", to: "closed", label: "解释、不属范围" },
  { from: "accept", to: "closed", label: "当场办结" },
  { from: "accept", to: "conform" },
  { from: "conform", to: "accept" },
  { from: "accept", to: "dispatch" },
  { from: "dispatch", to: "handle" },
  { from: "handle", to: "dispatch", label: "退回" },
  { from: "handle", to: "verify" },
  { from: "handle", to: "coordinate", label: "提级" },
  { from: "verify", to: "closed" },
  { from: "verify", to: "handle", label: "退回重办" },
  { from: "verify", to: "coordinate" },
  { from: "coordinate", to: "verify", label: "协调结果" },
  { from: "coordinate", to: "meeting" },
  { from: "meeting", to: "handle", label: "议定交办" },
  { from: "meeting", to: "referral" },
  { from: "referral", to: "closed", label: "答复" },
];

/** The state that an event led to, if it led to one. */
export function stateAfter({ type, data }: Pick<HistoryItem, "type" | "data">): CaseState | undefined {
  if (type === "registered") return "registered";
  const { step } = data as { step?: { to?: CaseState } | null };
  return step?.to;
}

interface Arrival {
  to: CaseState;
  at: string;
  label: string;
}

/** The steps of the chart between these stations, and those that the case went besides. */
function stepsOf(stations: readonly Station[], arrivals: readonly Arrival[]): PassedStep[] {
  const isShown = ({ from, to }: Step): boolean =>
    [from, to].every((key) => stations.some((station) => station.key === key));
  const steps = STEPS.filter(isShown).map((step): PassedStep => ({ ...step, times: 0 }));
  let from = "register";
  for (const { to: state, label } of arrivals) {
    const to = stations.find((station) => station.state === state)?.key;
    if (!to || to === from) continue;
    const known = steps.find((step) => step.from === from && step.to === to);
    if (known) known.times += 1;
    else steps.push({ from, to, label, times: 1 });
    from = to;
  }
  return steps;
}

/** The chart of a case: what was passed, where it stands, what lies ahead. No history: not known yet. */
export function wayOf(
  { sector, state }: Pick<Case, "sector" | "state">,
  history: readonly HistoryItem[] | undefined,
): Way {
  const arrivals = (history ?? []).flatMap((item): Arrival[] => {
    const to = stateAfter(item);
    return to ? [{ to, at: item.at, label: item.label }] : [];
  });
  const reachedBy = (station: Station): Arrival[] =>
    station.state ? arrivals.filter(({ to }) => to === station.state) : arrivals.slice(0, 1);
  const pass = (station: Station): Passed => {
    const reached = reachedBy(station);
    const first = reached[0]?.at;
    const before = !history ? "unknown" : reached.length > 0 ? "gone" : "ahead";
    return {
      ...station,
      standing: station.state === state ? "here" : before,
      times: reached.length,
      ...(first ? { at: first } : {}),
    };
  };
  const chart = CHARTS[sector];
  // An opinion is asked for in government cases rarely: their chart shows it where it was.
  const isShown = (station: Station): boolean =>
    station.key !== CONFORM.key ||
    sector === "business_service" ||
    station.state === state ||
    reachedBy(station).length > 0;
  const main = chart.main.filter(isShown);
  return {
    main: main.map(pass),
    branch: chart.branch.map(pass),
    steps: stepsOf([...main, ...chart.branch], arrivals),
  };
}
