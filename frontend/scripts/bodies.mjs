// What the OpenAPI document says of the bodies of commands, flattened for forms: `to.main_unit` is a field.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const documentUrl = new URL("../../openapi/openapi.json", import.meta.url);
export const bodiesFile = fileURLToPath(new URL("../src/api/bodies.ts", import.meta.url));

const nameOf = ({ $ref }) => $ref?.split("/").pop();

/** The rules of each field below `schema`, by its path. */
function fieldsOf(schemas, schema, prefix = "") {
  const fields = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const required = schema.required?.includes(name) ?? false;
    Object.assign(fields, fieldAt(schemas, property, prefix + name, required));
  }
  return fields;
}

/** The rules of the field at `path`, and of those below it. */
function fieldAt(schemas, property, path, required) {
  // `null` says the same as leaving it out.
  const given = property.oneOf?.find(({ type }) => type !== "null") ?? property;
  const words = nameOf(given);
  const schema = words ? schemas[words] : given;
  const [type] = [schema.type].flat();
  const rule = (kind, more = {}) => ({ [path]: { kind, ...(required ? { required } : {}), ...more } });

  if (words === "UnitId") return rule("unit");
  // The district's own list, in the dictionary like the others.
  if (words === "CauseId") return rule("word", { words: "Cause" });
  if (schema.oneOf) {
    const of = schema.oneOf.map((variant) => variant.required[0]);
    const below = schema.oneOf.map((variant) => fieldsOf(schemas, variant, `${path}.`));
    return Object.assign(rule("variant", { of }), ...below.map((fields) => within(fields, path)));
  }
  if (type === "object") return fieldsOf(schemas, schema, `${path}.`);
  if (type === "array") {
    const itemName = nameOf(schema.items);
    const item = itemName ? schemas[itemName] : schema.items;
    const of = item.properties
      ? { of: fieldsOf(schemas, item) }
      : { items: itemName === "UnitId" ? "unit" : "text" };
    return rule("list", { ...of, ...defined({ max: schema.maxItems }) });
  }
  if (schema.enum) return rule("word", { words });
  if (type === "boolean") return rule("flag");
  if (type === "integer") return rule("number", defined({ min: schema.minimum, max: schema.maximum }));
  if (schema.format === "date") return rule("day");
  if (schema.format === "date-time") return rule("instant");
  return rule(
    "text",
    defined({ min: schema.minLength > 1 ? schema.minLength : undefined, max: schema.maxLength }),
  );
}

const within = (fields, path) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith(`${path}.`)));
const defined = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

const lines = (entries) =>
  entries.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);

/** The TypeScript text that tells of all bodies of commands, and which command takes which. */
export async function generateBodies(document = documentUrl) {
  const { paths, components } = JSON.parse(await readFile(document, "utf8"));
  const commands = Object.entries(paths).flatMap(([path, { post }]) => {
    const body = nameOf(post?.requestBody?.content["application/json"]?.schema ?? {});
    if (!body) return [];
    const version = post.parameters?.some(({ name }) => name === "If-Match") ?? false;
    return [[path, { body, version }]];
  });
  const bodies = [...new Set(commands.map(([, { body }]) => body))].sort();
  return [
    "// Generated from openapi/openapi.json by `npm run client`. Not for editing.\n",
    'import type { FieldRule } from "./fieldRule";\n\n',
    "/** What is asked of the fields of each command's body. */\n",
    "export const BODIES: Record<string, Record<string, FieldRule>> = {\n",
    ...lines(bodies.map((body) => [body, fieldsOf(components.schemas, components.schemas[body])])),
    "};\n\n",
    "/** The body that each command takes, and whether it asks for the version. */\n",
    "export const COMMANDS: Record<string, { body: string; version: boolean }> = {\n",
    ...lines(commands),
    "};\n",
  ].join("");
}
