// differential: How values show themselves.
// exit: 0
class Thing { #hidden = 1; shown = [undefined, null, , 3]; get value() { return 1; } static kind = "k"; }
console.log(new Thing(), Thing, new Map([[{ a: 1 }, new Set([1])]]), [1.0, -0, 1n, "it's", Symbol("s")], new Date(0), /x/gi, () => 1, class {}, new Error("e").message);
console.log(Object.create(null), [..."x".repeat(120)], new Proxy({ a: 1 }, {}), new WeakMap(), Promise.reject(1).catch(() => 2), new Uint8Array(3), Buffer.from("é"), globalThis === global, [[[[1]]]], { a: { b: { c: { d: 1 } } } });
const cycle = { name: "cycle" };
cycle.self = cycle;
console.log(cycle, new (class extends Array {})(3), Object.assign(function named() {}, { extra: 1 }), new Number(3), [undefined], { get a() { return 1; }, set b(x) {} }, new (class Foo extends Map {})());
