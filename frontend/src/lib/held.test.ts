import { expect, test } from "vitest";
import { ref } from "vue";
import { useHeld } from "./held";

test("what was opened stays though it isn't offered any more, until something else is wanted", () => {
  const wanted = ref<string>();
  const offered = ref<string>();
  const open = useHeld(
    () => wanted.value,
    () => offered.value,
  );
  offered.value = "签发";
  expect(open.value).toBeUndefined();
  wanted.value = "sign";
  expect(open.value).toBe("签发");
  offered.value = undefined;
  expect(open.value).toBe("签发");
  wanted.value = "hold";
  expect(open.value).toBeUndefined();
  offered.value = "记录召开";
  expect(open.value).toBe("记录召开");
  wanted.value = undefined;
  expect(open.value).toBeUndefined();
});
