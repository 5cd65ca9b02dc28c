import { expect, it } from "vitest";
import { EventStreamReader } from "./eventStream";

const WIRE = [
  ":\nid: 17\n\n",
  'event: notice\ndata: {"type":"dispatched","notice":"n1"}\n\n',
  'id: 18\nevent: case\ndata: {"type":"dispatched","case":"c1"}\n\n',
].join("");

const READ = [
  { id: "17", event: "message", data: null },
  { id: null, event: "notice", data: '{"type":"dispatched","notice":"n1"}' },
  { id: "18", event: "case", data: '{"type":"dispatched","case":"c1"}' },
];

it("reads what the server writes", () => {
  expect(new EventStreamReader().push(WIRE)).toEqual(READ);
});

it("reads the same however it is cut", () => {
  for (const size of [1, 2, 3, 7]) {
    const reader = new EventStreamReader();
    const read = [];
    for (let at = 0; at < WIRE.length; at += size) read.push(...reader.push(WIRE.slice(at, at + size)));
    expect(read).toEqual(READ);
  }
});

it("takes any end of line, several lines of data and fields without a value", () => {
  const read = new EventStreamReader().push("event: a\r\ndata: 1\r\ndata:2\r\ndata\r\n\r\nid\rdata: x\r\r:");
  expect(read).toEqual([
    { id: null, event: "a", data: "1\n2\n" },
    { id: "", event: "message", data: "x" },
  ]);
});
