// What was written, event by event, under names that people read.
import type { HistoryItem } from "@/api/types";
import type { Fact } from "@/ui/FactList.vue";

/** The texts of all events by their names. */
const TEXTS: Record<string, string> = {
  answer: "答复",
  attendance: "出席情况",
  basis: "依据",
  body: "上报部门",
  comment: "意见和建议",
  decision: "议定、答复内容",
  description: "材料说明",
  document_number: "文号",
  done: "办理情况",
  due_reason: "延后时限的理由",
  evidence: "办结凭据",
  explanation: "说明",
  failure_reason: "未成功受理原因",
  finding: "核查意见",
  late_reason: "逾期登记原因",
  matter_name: "事项名称",
  opinion: "意见",
  other_unit_reason: "改派其他单位的理由",
  place: "地点",
  problem: "存在问题",
  provision: "依据的规定",
  question: "请判断、议定的问题",
  reason: "理由",
  signed_paper: "签字材料",
  spoke_with: "通话人",
  subject: "会议名称",
  summary: "总结",
  text: "内容",
  tried: "已采取的措施",
  unconfirmed_reason: "未经确认派发的理由",
  where_to_turn: "可向何处反映",
};

/** Who has no account, by the identifier in the log. */
export const NOBODY: Record<string, string> = { system: "系统", reporter: "反映人（查询页面）" };

/** Of some there are several: `co_task_1`, `material_2`. */
const NUMBERED: Record<string, string> = { co_task: "协办分工", material: "会议材料" };

/** Not for reading: the search's own. */
const UNREAD = ["organisation"];

const labelOf = (name: string): string => TEXTS[name] ?? NUMBERED[name.replace(/_\d+$/, "")] ?? "内容";

/** The texts of an event, each with its label. */
export const textsOf = ({ texts }: Pick<HistoryItem, "texts">): Fact[] =>
  Object.entries(texts)
    .filter(([name]) => !UNREAD.includes(name))
    .map(([name, value]) => ({ label: labelOf(name), value }));
