// differential: An ES module as the program: import.meta, top-level await, missing names.
// exit: 0
import { createRequire } from "node:module";
import process, { argv } from "node:process";

const found = await Promise.resolve("awaited");
console.log(found, import.meta, typeof require, typeof __filename, this, argv.length, process === globalThis.process);
console.log(createRequire(import.meta.url)("node:path").basename(import.meta.url), import.meta.resolve("./x.js"));
