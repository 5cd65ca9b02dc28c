// Reading a holiday notice as it was published, so that nobody copies dates by hand: what is read is shown
// and can be mended, and the dry run tells what it would do.

export interface ReadStretch {
  holiday: string;
  /** `2027-01-01`. */
  first: string;
  last: string;
}

export interface ReadNotice {
  title: string;
  number: string;
  dated: string;
  off: ReadStretch[];
  worked: { date: string; holiday: string }[];
}

const dateOf = (year: string | number, month: string, day: string): string =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

/** Half-width digits, no spaces, and nothing in brackets but the year of a number: weekdays and such. */
function tidy(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/（[^（）]*）|\([^()]*\)/g, "")
    .replace(/[ \t\u3000]+/g, "");
}

/** `一、元旦：…`, each up to the next. */
const PARAGRAPH =
  /[一二三四五六七八九十]+、([^：:。\n]{1,20})[：:]([\s\S]*?)(?=\n*[一二三四五六七八九十]+、|\n\n|$)/g;
const STRETCH =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?[^。，]*?放假/;

function worked(sentence: string, year: number): string[] {
  const dates: string[] = [];
  let month = "";
  for (const [, otherYear, newMonth, day = ""] of sentence.matchAll(
    /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g,
  )) {
    month = newMonth ?? month;
    if (month) dates.push(dateOf(otherYear ?? year, month, day));
  }
  return dates;
}

/** What a notice on the holidays of `year` says, as far as it keeps to the usual wording. */
export function readNotice(published: string, year: number): ReadNotice {
  const text = tidy(published);
  const read: ReadNotice = {
    title: /国务院办公厅关于\d{4}年[^\n，。]*?安排的通知/.exec(text)?.[0] ?? "",
    number: /国办发明电〔\d{4}〕\d+号/.exec(text)?.[0] ?? "",
    dated: "",
    off: [],
    worked: [],
  };
  const signed = [...text.matchAll(/^(\d{4})年(\d{1,2})月(\d{1,2})日$/gm)].pop();
  if (signed) read.dated = dateOf(signed[1] ?? "", signed[2] ?? "", signed[3] ?? "");
  for (const [, holiday = "", body = ""] of text.matchAll(PARAGRAPH)) {
    for (const sentence of body.split("。")) {
      const stretch = STRETCH.exec(sentence);
      if (stretch) {
        const [, year1, month1 = "", day1 = "", year2, month2, day2] = stretch;
        const first = dateOf(year1 ?? year, month1, day1);
        const last = day2 ? dateOf(year2 ?? year, month2 ?? month1, day2) : first;
        read.off.push({ holiday, first, last });
      }
      if (sentence.includes("上班")) {
        for (const date of worked(sentence, year)) read.worked.push({ date, holiday });
      }
    }
  }
  return read;
}
