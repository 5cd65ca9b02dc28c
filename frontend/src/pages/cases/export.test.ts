import { beforeEach, expect, it, vi } from "vitest";
import type { CaseSummary } from "@/api/types";
import { columnsOf } from "./columns";
import { MOST_ROWS, readAll, sheetOf } from "./export";
import { filterOf } from "./filter";

const GET = vi.hoisted(() => vi.fn());
vi.mock("@/api/client", () => ({ api: { GET } }));

const row = (number: string): CaseSummary => ({
  id: number,
  number,
  version: 1,
  state: "closed",
  outcome: "solved",
  sector: "business_service",
  channel: "butler",
  matter_name: "施工许可",
  reporter: { kind: "company", name: "北京样例有限公司" },
  source_unit: { id: "z", name: "管家团" },
  accepted_at: "2021-09-01T09:30:00+08:00",
  needs_municipal_coordination: true,
  send_backs: 0,
  provisional: false,
});

const page = (count: number, next: string | null, total: number) => ({
  response: new Response(),
  data: {
    items: Array.from({ length: count }, (_none, index) => row(`2021-${index}`)),
    next_cursor: next,
    total,
  },
});

beforeEach(() => GET.mockReset());

it("reads page after page to the end", async () => {
  GET.mockResolvedValueOnce(page(200, "c2", 230)).mockResolvedValueOnce(page(30, null, 230));
  const far: string[] = [];
  const rows = await readAll(filterOf({ progress: "all" }), new AbortController().signal, (read, total) =>
    far.push(`${read}/${total}`),
  );
  expect(rows).toHaveLength(230);
  expect(far).toEqual(["200/230", "230/230"]);
  expect(GET.mock.calls[1]?.[1].params.query).toMatchObject({ cursor: "c2", limit: 200 });
});

it("stops at the most that one file holds", async () => {
  GET.mockResolvedValue(page(200, "more", 9000));
  const rows = await readAll(filterOf({}), new AbortController().signal, () => undefined);
  expect(rows).toHaveLength(MOST_ROWS);
  expect(GET).toHaveBeenCalledTimes(MOST_ROWS / 200);
});

it("the file says what was asked, and has what is shown, as text", () => {
  const file = sheetOf({
    rows: [row("2021-0001")],
    columns: ["state", "accepted", "municipal"],
    label: (_list, code) => code ?? "",
    query: "未办结",
    at: new Date("2021-09-02T10:00:00+08:00"),
  });
  expect(file).toEqual([
    ["查询条件：未办结；导出时间：2021-09-02 10:00；共 1 件"],
    ["编号", "事项", "反映人类别", "反映人", "状态", "受理日期", "需市级协调"],
    ["2021-0001", "施工许可", "company", "北京样例有限公司", "closed：solved", "2021-09-01", "是"],
  ]);
});

it("the table has number and matter first, and says what it is ordered by", () => {
  const columns = columnsOf(["due", "accepted"], "accepted");
  expect(columns.map(({ key }) => key)).toEqual(["number", "matter", "due", "accepted"]);
  expect(columns.map(({ sorted }) => sorted)).toEqual([undefined, undefined, undefined, "descending"]);
});
