// @vitest-environment node
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { generate, schemaFile } from "../../scripts/client.mjs";

it("the client's types are those of openapi/openapi.json", async () => {
  const current = (await readFile(schemaFile, "utf8")) === (await generate());
  expect(current, "src/api/schema.d.ts is out of date; type: cd frontend && npm run client").toBe(true);
});
