// Where the chart's stations and the lines between them are drawn. Lengths are in units of the drawing,
// about a pixel each on a desk.
import type { Station } from "./chart";

export const BOX = { width: 118, height: 46 };
const COLUMN = 152;
const ROWS = [68, 214] as const;
const HALF = { width: BOX.width / 2, height: BOX.height / 2 };

/** What lies between stations runs in lanes, those of one kind in one: over, between and under the rows. */
const LANES = { over: 22, back: 109, farBack: 124, down: 139, upRight: 156, upLeft: 173, under: 246 };
/** Where lines leave and reach a box, beside its middle, so that they don't run into each other. */
const PORT = 17;

export const WIDTH = COLUMN * 6 + BOX.width + 4;
export const HEIGHT = LANES.under + 3;

export interface Point {
  x: number;
  y: number;
}

export interface Line {
  path: string;
  /** Its arrow's head. */
  head: string;
  /** Where its words stand. */
  label: Point;
}

/** The middle of a station's box. */
export const placeOf = ({ column, row }: Pick<Station, "column" | "row">): Point => ({
  x: 2 + HALF.width + column * COLUMN,
  y: ROWS[row],
});

const above = ({ x, y }: Point, port = 0): Point => ({ x: x + port, y: y - HALF.height });
const below = ({ x, y }: Point, port = 0): Point => ({ x: x + port, y: y + HALF.height });

const HEAD = 7;
/** The head of an arrow that comes to the point from `from`. */
function headAt({ x, y }: Point, from: Point): string {
  if (from.y === y) return `M${x} ${y}l${-HEAD} ${-HEAD / 2}v${HEAD}z`;
  const back = from.y < y ? -HEAD : HEAD;
  return `M${x} ${y}l${-HEAD / 2} ${back}h${HEAD}z`;
}

/** Up or down into the lane, along it, and up or down out of it. */
const alongLane = (start: Point, lane: number, end: Point): Line => ({
  path: `M${start.x} ${start.y}V${lane}H${end.x}V${end.y}`,
  head: headAt(end, { x: end.x, y: lane }),
  // Past the lines that come up on the left.
  label: { x: Math.min(start.x, end.x) + 0.55 * Math.abs(end.x - start.x), y: lane },
});

const straight = (start: Point, end: Point, label: Point): Line => ({
  path: `M${start.x} ${start.y}L${end.x} ${end.y}`,
  head: headAt(end, start),
  label,
});

/** Within one row: the next one straight, what is passed over in a lane. */
function besides(from: Point, to: Point): Line {
  const isNext = to.x - from.x === COLUMN;
  if (isNext) {
    const start = { x: from.x + HALF.width, y: from.y };
    const end = { x: to.x - HALF.width, y: to.y };
    return straight(start, end, { x: (start.x + end.x) / 2, y: from.y - 10 });
  }
  const isBack = to.x < from.x;
  if (from.y === ROWS[1]) {
    const port = isBack ? PORT : 0;
    return alongLane(below(from, -port), LANES.under, below(to, port));
  }
  if (isBack) {
    const isFar = from.x - to.x > COLUMN;
    return alongLane(below(from, -PORT), isFar ? LANES.farBack : LANES.back, below(to, PORT));
  }
  const over = alongLane(above(from), LANES.over, above(to));
  // Several run together to the end: their words stand where they begin.
  return { ...over, label: { x: from.x + COLUMN / 2, y: LANES.over } };
}

function downwards(from: Point, to: Point): Line {
  if (from.x === to.x)
    return straight(below(from), above(to), { x: from.x, y: (LANES.farBack + LANES.down) / 2 });
  return alongLane(below(from), LANES.down, above(to, from.x > to.x ? PORT : -PORT));
}

function upwards(from: Point, to: Point): Line {
  const port = 2 * PORT;
  if (from.x === to.x)
    return straight(above(from, port), below(to, port), { x: from.x + port, y: LANES.upRight });
  return from.x < to.x
    ? alongLane(above(from, port), LANES.upRight, below(to, -port))
    : alongLane(above(from, -port), LANES.upLeft, below(to, 3 * PORT));
}

/** The line from one station to another. */
export function lineBetween(start: Station, end: Station): Line {
  const [from, to] = [placeOf(start), placeOf(end)];
  if (start.row === end.row) return besides(from, to);
  return start.row < end.row ? downwards(from, to) : upwards(from, to);
}
