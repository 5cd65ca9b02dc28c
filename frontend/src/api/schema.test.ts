// @vitest-environment node
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { bodiesFile, generateBodies } from "../../scripts/bodies.mjs";
import { generate, schemaFile } from "../../scripts/client.mjs";

it("the client's types are those of openapi/openapi.json", async () => {
  const current = (await readFile(schemaFile, "utf8")) === (await generate());
  expect(current, "src/api/schema.d.ts is out of date; type: cd frontend && npm run client").toBe(true);
});

it("what forms know of bodies is what openapi/openapi.json says", async () => {
  const current = (await readFile(bodiesFile, "utf8")) === (await generateBodies());
  expect(current, "src/api/bodies.ts is out of date; type: cd frontend && npm run client").toBe(true);
});
