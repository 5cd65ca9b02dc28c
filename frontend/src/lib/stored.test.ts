import { beforeEach, expect, it } from "vitest";
import { nextTick } from "vue";
import { storedWords } from "./stored";

const WORDS = ["state", "due", "holder"] as const;

beforeEach(() => localStorage.clear());

it("begins with what is usual, and remembers what was chosen", async () => {
  const chosen = storedWords("columns", WORDS, ["state", "due"]);
  expect(chosen.value).toEqual(["state", "due"]);
  chosen.value = ["holder", "state"];
  await nextTick();
  expect(storedWords("columns", WORDS, ["state"]).value).toEqual(["state", "holder"]);
});

it("nothing chosen is a choice, and words that are no more are forgotten", async () => {
  const chosen = storedWords("columns", WORDS, ["state"]);
  chosen.value = [];
  await nextTick();
  expect(storedWords("columns", WORDS, ["state"]).value).toEqual([]);
  localStorage.setItem("bancheng.columns", "gone due");
  expect(storedWords("columns", WORDS, ["state"]).value).toEqual(["due"]);
});
