// differential: console in all its ways.
// exit: 0
console.log("%s is %d years and %i, %f, %j %o %O %c%%", "Ann", 42.5, 42.5, "1.5", { a: 1 }, [1], { b: { c: {} } }, "css", "rest");
console.group("group");
console.info("inside");
console.table([{ a: 1, b: "x" }, { a: 2, c: true }]);
console.groupEnd();
console.count();
console.count("named");
console.countReset();
console.count();
console.assert(1 > 2, "assertion %s", "text");
console.dir({ deep: { deeper: { deepest: {} } } }, { depth: 0 });
console.warn("warning");
console.debug("debug");
console.dirxml([1]);
