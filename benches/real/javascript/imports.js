// Requires much of what programs require, and uses each of them a little.
"use strict";

const assert = require("node:assert");
const { Buffer } = require("node:buffer");
const crypto = require("node:crypto");
const { EventEmitter, once } = require("node:events");
const fs = require("node:fs/promises");
const path = require("node:path");
const { performance } = require("node:perf_hooks");
const querystring = require("node:querystring");
const readline = require("node:readline");
const { Readable, Transform } = require("node:stream");
const { pipeline } = require("node:stream/promises");
const { setTimeout: sleep } = require("node:timers/promises");
const url = require("node:url");
const util = require("node:util");
const vm = require("node:vm");
const zlib = require("node:zlib");

const SEED = 271828;

class Counter extends EventEmitter {
  count(limit) {
    for (let number = 0; number < limit; number++) this.emit("number", number);
    setImmediate(() => this.emit("end", limit));
  }
}

async function main() {
  const digest = crypto.createHash("sha256");
  for (let turn = 0; turn < 20_000; turn++) digest.update(`${SEED}-${turn}`);
  console.log("digest", digest.digest("hex").slice(0, 16));

  const text = Array.from({ length: 20_000 }, (_, turn) => `line ${(turn * SEED) % 1009}`).join("\n");
  const packed = zlib.gzipSync(text, { level: 9 });
  assert.strictEqual(zlib.gunzipSync(packed).toString(), text);
  console.log("packed", packed.length < text.length);

  const counter = new Counter();
  let sum = 0;
  counter.on("number", (number) => (sum += number));
  counter.count(50_000);
  console.log("counted", ...(await once(counter, "end")), sum);

  const upper = new Transform({
    transform(chunk, _, done) {
      done(null, chunk.toString().toUpperCase());
    },
  });
  const words = [];
  await pipeline(Readable.from(text.split("\n").slice(0, 500)), upper, async (source) => {
    for await (const chunk of source) words.push(chunk.toString());
  });
  console.log("streamed", words.length, words[3]);

  const lines = readline.createInterface({ input: Readable.from([text.slice(0, 50_000)]) });
  let read = 0;
  for await (const line of lines) read += line.length;
  console.log("read", read);

  const address = new url.URL(`http://example.org/a/b?seed=${SEED}`);
  console.log(address.pathname, querystring.parse(address.search.slice(1)).seed, path.relative("/a/b", "/a/c/d"));
  console.log(util.inspect({ deep: { er: [1, { two: Buffer.from("three") }] } }, { depth: 4 }));
  console.log("apart", vm.runInNewContext("values.map((value) => value * 2).join()", { values: [1, 2, SEED] }));
  console.log("here", (await fs.readdir("/")).includes("usr"));
  const before = performance.now();
  await sleep(1);
  console.log("slept", performance.now() > before);
}

main();
