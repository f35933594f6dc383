// differential: Arithmetic, big integers, typed arrays, dates, regular expressions.
// exit: 0
console.log(0.1 + 0.2, 2 ** 53 + 1, -0, 1 / -0, 5e-324, (25).toString(36), parseInt("0x1f"), Number(""), 7n ** 30n, BigInt.asUintN(8, 257n), (1.005).toFixed(2), Math.hypot(3, 4), Math.fround(5.05), -7 % 3, 1 << 33);
console.log(new Float32Array([1.1]), new DataView(new ArrayBuffer(2)).getInt16(0), Date.UTC(2024, 1, 29), new Date(NaN).getTime(), "aBc".replace(/(?<x>b)/i, "[$<x>]"), [..."a1b22".matchAll(/\d+/g)].map((m) => m.index), "x".padEnd(3, "ab"), [3, 1, 2].toSorted?.(), [1, [2, [3]]].flat(Infinity), Object.groupBy?.([1, 2, 3], (n) => (n % 2 ? "odd" : "even")));
label: for (const a of [1, 2]) for (const b of [1, 2]) if (b === 2) continue label; else console.log(a, b, null ?? "x", undefined?.y, typeof null, [] + {}, [10, 9, 1].sort());
