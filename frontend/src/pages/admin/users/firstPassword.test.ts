import { expect, it } from "vitest";
import { newFirstPassword } from "./firstPassword";

it("makes passwords that can be read out, each another one", () => {
  const made = Array.from({ length: 200 }, newFirstPassword);
  for (const password of made) expect(password).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){3}$/);
  expect(new Set(made).size).toBe(made.length);
});

it("makes every letter about as often", () => {
  const counts = new Map<string, number>();
  const letters = Array.from({ length: 2000 }, newFirstPassword).join("").replace(/-/g, "");
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(31);
  const expected = letters.length / 31;
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected / 4);
});
