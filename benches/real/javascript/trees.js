// Many small objects that live for a short time, and a map that grows and shrinks: work for the allocator and the collector.
"use strict";

const SEED = 271828;

class Node {
  constructor(left, right, value) {
    this.left = left;
    this.right = right;
    this.value = value;
  }

  sum() {
    return this.left === null ? this.value : this.value + this.left.sum() + this.right.sum();
  }
}

function tree(depth, value) {
  if (depth === 0) return new Node(null, null, value);
  return new Node(tree(depth - 1, 2 * value), tree(depth - 1, 2 * value + 1), value);
}

// Adds and removes entries; every list in it is a new one.
function churn(seed, rounds) {
  const known = new Map();
  let state = seed;
  for (let turn = 0; turn < rounds; turn++) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    const key = `key-${state >>> 18}`;
    if (known.has(key) && state & 256) known.delete(key);
    else known.set(key, [...(known.get(key) ?? []), { turn, text: String(state) }]);
  }
  return [known.size, Math.max(...[...known.values()].map((list) => list.length))];
}

const kept = tree(15, SEED);
for (let depth = 4; depth < 16; depth += 2) {
  const count = 1 << (16 - depth);
  let total = 0;
  for (let turn = 0; turn < count; turn++) total += tree(depth, turn + SEED).sum();
  console.log(`${count} trees of depth ${depth}: ${total}`);
}
console.log(`the tree that was kept: ${kept.sum()}`);
const [entries, longest] = churn(SEED, 180_000);
console.log(`${entries} entries, the longest has ${longest}`);
