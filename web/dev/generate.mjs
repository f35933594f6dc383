// `npm run generate`: writes src/api/generated/wire.ts anew.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { GENERATED, wireTypes } from "./wire-types.mjs";

await mkdir(dirname(GENERATED), { recursive: true });
await writeFile(GENERATED, await wireTypes());
