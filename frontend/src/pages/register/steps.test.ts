import { expect, it, vi } from "vitest";
import { useSteps } from "./steps";
import type { Step } from "./steps";

/** A step that fails so many times before it is done. */
function step(label: string, failures: number, done: string[], optional = false): Step {
  return {
    label,
    optional,
    run: () => {
      if (failures-- > 0) return Promise.reject(new TypeError("Failed to fetch"));
      done.push(label);
      return Promise.resolve();
    },
  };
}

it("goes through them in order and says how far it is", async () => {
  const far: number[] = [];
  const steps = useSteps([
    {
      label: "附件",
      run: (progress) => {
        progress(0.5);
        far.push(steps.views.value[0]?.progress ?? 0);
        return Promise.resolve();
      },
    },
  ]);
  expect(steps.finished.value).toBe(false);
  await steps.run();
  expect(far).toEqual([0.5]);
  expect(steps.finished.value).toBe(true);
});

it("stops at the one that fails, and goes on there, never doing twice what is done", async () => {
  const done: string[] = [];
  const steps = useSteps([step("受理", 0, done), step("当场办结", 1, done)]);
  await steps.run();
  expect(steps.failed.value?.label).toBe("当场办结");
  expect(steps.failed.value?.problem?.telling.title).toBe("连接不上服务器");
  expect(steps.running.value).toBe(false);
  await steps.run();
  expect(done).toEqual(["受理", "当场办结"]);
  expect(steps.finished.value).toBe(true);
});

it("only what is optional can be left out", async () => {
  const done: string[] = [];
  const steps = useSteps([step("附件", 9, done, true), step("受理", 1, done), step("当场办结", 0, done)]);
  await steps.run();
  await steps.leave();
  expect(steps.views.value.map(({ state }) => state)).toEqual(["left", "failed", "waiting"]);
  await steps.leave();
  expect(done).toEqual([]);
  await steps.run();
  expect(done).toEqual(["受理", "当场办结"]);
});

it("is not begun twice at once", async () => {
  const run = vi.fn(() => Promise.resolve());
  const steps = useSteps([{ label: "受理", run }]);
  await Promise.all([steps.run(), steps.run()]);
  expect(run).toHaveBeenCalledOnce();
});
