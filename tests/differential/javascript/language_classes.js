// differential: Private fields, static blocks, proxies, generators, tagged templates, getters.
// exit: 0
class Counter {
  static #made = 0;
  static { Counter.label = `made ${Counter.#made}`; }
  #count = 0;
  constructor() { Counter.#made++; }
  static has(thing) { return #count in thing; }
  get next() { return ++this.#count; }
  *[Symbol.iterator]() { yield* [this.#count, Counter.#made]; }
}
const counter = new Counter();
console.log(counter.next, counter.next, [...counter], Counter.has({}), Counter.label, counter);
const traced = new Proxy({}, { get: (_, name) => `get ${String(name)}`, has: () => true, ownKeys: () => ["a"], getOwnPropertyDescriptor: () => ({ value: 1, configurable: true, enumerable: true }) });
console.log(traced.anything, "x" in traced, { ...traced }, ((strings, ...values) => strings.raw.join("|") + values)`a${1}\n${2}`);
try {
  counter.next = 1;
  ("use strict", Object.freeze([]).push(1));
} catch (error) {
  console.log(error.message);
}
