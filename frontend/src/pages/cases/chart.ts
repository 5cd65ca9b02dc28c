// The chart of plan A1 for a case: the stations of its sector and the way the case has gone through them.
import type { Case, CaseState, HistoryItem, Sector } from "@/api/types";

export interface Station {
  key: string;
  label: string;
  /** The words of plan A1 or §4 that go with it. */
  note?: string;
  /** Where a case in this state stands; the first station has none. */
  state?: CaseState;
}

/** A station as one case has gone through it. */
export interface Passed extends Station {
  standing: "gone" | "here" | "ahead";
  /** When it was reached first. */
  at?: string;
  /** How often it was reached. */
  times: number;
}

interface Chart {
  main: readonly Station[];
  /** 一事一议: for what the main way doesn't solve. */
  branch: readonly Station[];
}

const AFTER_DISPATCH: readonly Station[] = [
  { key: "handle", label: "办理", note: "限时解决", state: "in_progress" },
  { key: "verify", label: "核查回访", state: "awaiting_verification" },
];

export const CHARTS: Record<Sector, Chart> = {
  government_service: {
    main: [
      { key: "register", label: "登记" },
      { key: "screen", label: "研判", note: "窗口受理", state: "registered" },
      { key: "accept", label: "受理", note: "简单问题立即办", state: "accepted" },
      { key: "dispatch", label: "派发转办", note: "复杂问题", state: "awaiting_dispatch" },
      ...AFTER_DISPATCH,
      { key: "closed", label: "办结", note: "回答问题或解决需求", state: "closed" },
    ],
    branch: [
      { key: "coordinate", label: "专班协调", note: "提级协调", state: "under_coordination" },
      { key: "meeting", label: "联席会", note: "困难问题一事一议", state: "awaiting_joint_meeting" },
      { key: "referral", label: "上报", note: "上级主管部门", state: "referred_up" },
    ],
  },
  business_service: {
    main: [
      { key: "register", label: "企业提出" },
      { key: "screen", label: "管家研判", note: "服务管家受理", state: "registered" },
      { key: "accept", label: "受理", note: "简单问题立即办", state: "accepted" },
      { key: "conform", label: "符合性判断", note: "相关单位", state: "under_review" },
      { key: "dispatch", label: "确定协同单位", note: "复杂问题限时办", state: "awaiting_dispatch" },
      ...AFTER_DISPATCH,
      { key: "closed", label: "办结", note: "回答、总结", state: "closed" },
    ],
    branch: [
      { key: "coordinate", label: "总管家协调", note: "提级协调", state: "under_coordination" },
      { key: "meeting", label: "联席会审议", note: "服务管家提请", state: "awaiting_joint_meeting" },
      { key: "referral", label: "上报", note: "市级、中央", state: "referred_up" },
    ],
  },
};

/** The state that an event led to, if it led to one. */
export function stateAfter({ type, data }: Pick<HistoryItem, "type" | "data">): CaseState | undefined {
  if (type === "registered") return "registered";
  const { step } = data as { step?: { to?: CaseState } | null };
  return step?.to;
}

/** The chart of a case: what was passed, where it stands, what lies ahead. */
export function wayOf(
  { sector, state }: Pick<Case, "sector" | "state">,
  history: readonly HistoryItem[],
): { main: Passed[]; branch: Passed[] } {
  const arrivals = history.flatMap((item) => {
    const to = stateAfter(item);
    return to ? [{ to, at: item.at }] : [];
  });
  const pass = (station: Station): Passed => {
    const reached = station.state
      ? arrivals.filter(({ to }) => to === station.state)
      : arrivals.filter((_arrival, index) => index === 0);
    const first = reached[0]?.at;
    const standing = station.state === state ? "here" : reached.length > 0 ? "gone" : "ahead";
    return { ...station, standing, times: reached.length, ...(first ? { at: first } : {}) };
  };
  const { main, branch } = CHARTS[sector];
  // An opinion is asked for in government cases rarely: the chart shows it where it was.
  const visited = (station: Station): boolean =>
    station.state === state || arrivals.some(({ to }) => to === station.state);
  const conform: Station = { key: "conform", label: "符合性判断", state: "under_review" };
  const shown =
    sector === "government_service" && visited(conform)
      ? main.flatMap((station) => (station.key === "accept" ? [station, conform] : [station]))
      : main;
  return { main: shown.map(pass), branch: branch.map(pass) };
}
