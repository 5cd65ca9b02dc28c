// Writes what the SPA knows of the API from the OpenAPI document, its types and its bodies: npm run client
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { bodiesFile, generateBodies } from "./bodies.mjs";

const documentUrl = new URL("../../openapi/openapi.json", import.meta.url);
export const schemaFile = fileURLToPath(new URL("../src/api/schema.d.ts", import.meta.url));

/** The TypeScript text that stands for the OpenAPI document. */
export async function generate(document = documentUrl) {
  const heading = "// Generated from openapi/openapi.json by `npm run client`. Not for editing.\n\n";
  return heading + astToString(await openapiTS(document));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(schemaFile, await generate());
  await writeFile(bodiesFile, await generateBodies());
}
