// differential: V8's settings and the garbage collector's functions.
// exit: 0
const v8 = require("node:v8");

console.log(typeof gc, Object.keys(v8.getHeapStatistics()), v8.getHeapSpaceStatistics().map((space) => space.space_name), v8.cachedDataVersionTag() > 0);
const { number_of_native_contexts, number_of_detached_contexts } = v8.getHeapStatistics();
console.log(number_of_native_contexts, number_of_detached_contexts, v8.startupSnapshot.isBuildingSnapshot(), process.memoryUsage().heapUsed < 20e6, Object.keys(process.memoryUsage()));
