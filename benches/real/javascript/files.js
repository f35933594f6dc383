// Reads lines, writes them into files and reads those again, and prints a lot.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const SEED = 271828;
const FOLDER = path.join(process.env.TMPDIR ?? "/tmp", `files-${SEED}`);

const lines = fs.readFileSync(0, "utf8").trimEnd().split("\n");
const byWord = new Map();
for (const line of lines) {
  const [word, name, number] = line.split(" ");
  if (!byWord.has(word)) byWord.set(word, []);
  byWord.get(word).push([name, Number(number)]);
}

fs.mkdirSync(FOLDER);
for (let turn = 0; turn < 100; turn++) {
  for (const [word, entries] of byWord) {
    const own = entries.filter((_, index) => index % 100 === turn);
    const text = own.map(([name, number]) => `${name} ${number + SEED}\n`).join("");
    fs.writeFileSync(path.join(FOLDER, `${word}-${turn}.txt`), text);
  }
}

let total = 0;
const names = fs.readdirSync(FOLDER).sort();
for (const name of names) {
  const file = path.join(FOLDER, name);
  for (const line of fs.readFileSync(file, "utf8").trimEnd().split("\n")) total += Number(line.split(" ")[1]);
  fs.unlinkSync(file);
}
fs.rmdirSync(FOLDER);

lines.forEach((line, turn) => {
  process.stdout.write(`${String(turn).padStart(6)} ${SEED} ${line} ${line.length} ${"*".repeat(turn % 20)}\n`);
});
process.stdout.write(`${lines.length} lines, ${names.length} files, total ${total}\n`);
