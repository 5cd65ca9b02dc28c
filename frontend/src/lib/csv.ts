// Tables as files that spreadsheets open: UTF-8 with a mark at the start, CRLF between lines (RFC 4180).

import { saveFile } from "./save";

/** What a spreadsheet would take for a formula is made text by an apostrophe. */
const defused = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

const cell = (value: string): string => {
  const safe = defused(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** The text of a file with these rows, the first of which names the columns. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  "\uFEFF" + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");

/** Hands the file to the person. */
export const saveCsv = (name: string, rows: readonly (readonly string[])[]): void =>
  saveFile(`${name}.csv`, new Blob([csvOf(rows)], { type: "text/csv;charset=utf-8" }));
