import { expect, it } from "vitest";
import { readNotice } from "./notice";

const OF_2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
　　经国务院批准，现将2026年元旦、春节等放假调休日期的具体安排通知如下。
　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　四、国庆节：9月30日至10月7日放假调休，共8天。9月20日（周日）、27日（周日）上班。
　　节假日期间，各地区、各部门要妥善安排好值班。

国务院办公厅
2025年11月4日
`.replace("2026年\n部分", "2026年部分");

it("reads a notice as it was published", () => {
  expect(readNotice(OF_2026, 2026)).toEqual({
    title: "国务院办公厅关于2026年部分节假日安排的通知",
    number: "国办发明电〔2025〕7号",
    dated: "2025-11-04",
    off: [
      { holiday: "元旦", first: "2026-01-01", last: "2026-01-03" },
      { holiday: "春节", first: "2026-02-15", last: "2026-02-23" },
      { holiday: "清明节", first: "2026-04-04", last: "2026-04-06" },
      { holiday: "国庆节", first: "2026-09-30", last: "2026-10-07" },
    ],
    worked: [
      { date: "2026-01-04", holiday: "元旦" },
      { date: "2026-02-14", holiday: "春节" },
      { date: "2026-02-28", holiday: "春节" },
      { date: "2026-09-20", holiday: "国庆节" },
      { date: "2026-09-27", holiday: "国庆节" },
    ],
  });
});

it("reads a single day, another year and full-width digits", () => {
  const { off } = readNotice(
    "一、元旦：２０２７年１月１日放假1天，不调休。\n二、春节：2026年12月31日至2027年1月2日放假。",
    2027,
  );
  expect(off).toEqual([
    { holiday: "元旦", first: "2027-01-01", last: "2027-01-01" },
    { holiday: "春节", first: "2026-12-31", last: "2027-01-02" },
  ]);
});

it("makes nothing of other words", () => {
  expect(readNotice("请于1月1日前报送。", 2027)).toEqual({
    title: "",
    number: "",
    dated: "",
    off: [],
    worked: [],
  });
});
