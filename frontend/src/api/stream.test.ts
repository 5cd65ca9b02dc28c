import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Happening } from "./stream";
import { follow, HappeningReader, waitAfter } from "./stream";

const GET = vi.hoisted(() => vi.fn());
vi.mock("./client", () => ({ api: { GET } }));

beforeEach(() => {
  vi.useFakeTimers();
  GET.mockReset();
});
afterEach(() => vi.useRealTimers());

const encoder = new TextEncoder();

/** A stream that tells this, and then ends or stays silent. */
function telling(text: string, end: boolean): object {
  const data = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(text));
      if (end) controller.close();
    },
  });
  return { data, response: new Response(null, { status: 200 }) };
}

const placeOf = (call: number): string | undefined =>
  (GET.mock.calls[call]?.[1] as { params: { header: Record<string, string> } }).params.header[
    "Last-Event-ID"
  ];

it("tells notices with the event they belong to", () => {
  const reader = new HappeningReader();
  expect(reader.read({ id: null, event: "notice", data: '{"type":"dispatched","notice":"n1"}' })).toBeNull();
  expect(reader.read({ id: "18", event: "case", data: '{"type":"dispatched","case":"c1"}' })).toEqual({
    noun: "case",
    id: "c1",
    type: "dispatched",
    notices: ["n1"],
  });
  expect(reader.place).toBe("18");
});

it("goes on where it was cut off", async () => {
  GET.mockResolvedValueOnce(
    telling(':\nid: 17\n\nid: 18\nevent: case\ndata: {"type":"noted","case":"c1"}\n\n', true),
  );
  GET.mockResolvedValue(telling(":\nid: 18\n\n", false));
  const heard: Happening[] = [];
  const following = follow((happening) => heard.push(happening));
  await vi.advanceTimersByTimeAsync(1000);
  expect(heard.map(({ id }) => id)).toEqual(["c1"]);
  expect(GET).toHaveBeenCalledTimes(2);
  expect([placeOf(0), placeOf(1)]).toEqual([undefined, "18"]);
  expect(following.state.value).toBe("live");
  following.stop();
});

it("is lost after failures, waits longer and longer, and tries at once when asked", async () => {
  GET.mockRejectedValue(new TypeError("Failed to fetch"));
  const following = follow(() => undefined);
  await vi.advanceTimersByTimeAsync(2500);
  expect(GET).toHaveBeenCalledTimes(2);
  expect(following.state.value).toBe("lost");
  GET.mockResolvedValue(telling(":\nid: 3\n\n", false));
  following.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(following.state.value).toBe("live");
  following.stop();
});

it("hangs up when there is no sign of life", async () => {
  GET.mockImplementation((_: string, { signal }: { signal: AbortSignal }) => {
    return new Promise((_resolve, reject) =>
      signal.addEventListener("abort", () => reject(new Error("aborted"))),
    );
  });
  const following = follow(() => undefined);
  await vi.advanceTimersByTimeAsync(45_000);
  expect(GET).toHaveBeenCalledTimes(2);
  following.stop();
});

it("never waits longer than half a minute", () => {
  expect(waitAfter(0, 0)).toBe(500);
  expect(waitAfter(1, 1)).toBe(2000);
  expect(waitAfter(3, 0)).toBe(4000);
  expect(waitAfter(30, 1)).toBe(30_000);
});
