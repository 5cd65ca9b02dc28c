// Number and code as people type them from paper or by ear, brought into the form that they have.
import type { Ticket } from "@/api/progress";

/** Full-width letters and digits become plain ones, dashes of all kinds a hyphen; spaces go. */
const plain = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[‐-―－−]/g, "-")
    .replace(/\s/g, "")
    .toUpperCase();

/** `No. 2021－0001` and `20210001` are 2021-0001. */
export const numberOf = (typed: string): string =>
  plain(typed)
    .replace(/^(NO|№)[.:]?/, "")
    .replace(/^(\d{4})(\d{4,})$/, "$1-$2");

/** `qxac-w29z` is QXACW29Z. */
export const codeOf = (typed: string): string => plain(typed).replace(/-/g, "");

export const ticketOf = (number: string, code: string): Ticket => ({
  number: numberOf(number),
  code: codeOf(code),
});
