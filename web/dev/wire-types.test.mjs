import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { GENERATED, wireTypes } from "./wire-types.mjs";

it("the generated wire types fit the server's OpenAPI document; if not: npm run generate", async () => {
  expect(await readFile(GENERATED, "utf8")).toBe(await wireTypes());
});
