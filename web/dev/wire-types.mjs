// Turns openapi.json, which comes from the server's code, into the TypeScript types of the wire.
// A generator for JSON Schema is used because the schemas of an OpenAPI 3.1 document are exactly that, and because it
// needs no compiler of its own, whatever version of TypeScript the page is checked with.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const DOCUMENT = at("openapi.json");
export const GENERATED = at("src/api/generated/wire.ts");

const BANNER =
  "/** Generated from openapi.json by `npm run generate`; a test fails when it is stale. Not edited by hand. */";

/** The text of the generated module for an OpenAPI document. */
export async function wireTypes(document = DOCUMENT) {
  const { components } = JSON.parse(await readFile(document, "utf8"));
  const names = Object.keys(components.schemas);
  const schema = { $defs: Object.fromEntries(names.map((name) => [name, adapt(components.schemas[name])])) };
  const text = await compile(schema, "Wire", {
    bannerComment: BANNER,
    additionalProperties: false,
    unreachableDefinitions: true,
    style: { printWidth: 120 },
  });
  return tidy(text);
}

/** References point into one schema, and stand alone: words beside a reference would make a second type of it. */
function adapt(node) {
  if (Array.isArray(node)) return node.map(adapt);
  if (typeof node !== "object" || node === null) return node;
  if (typeof node.$ref === "string") return { $ref: node.$ref.replace("#/components/schemas/", "#/$defs/") };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, adapt(value)]));
}

/** Leaves out what speaks of the generator's own root type, which holds nothing. */
function tidy(text) {
  return text
    .replaceAll(
      /( \*\n)? \* This interface was referenced by `Wire`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g,
      "",
    )
    .replaceAll("/**\n */\n", "")
    .replace(/export interface Wire \{[^}]*\}\n/, "");
}
