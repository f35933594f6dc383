// differential: Marks, measures, observers and histograms.
// exit: 0
const { PerformanceObserver, monitorEventLoopDelay, performance, createHistogram } = require("node:perf_hooks");

console.log(performance.getEntries().length, PerformanceObserver.supportedEntryTypes, performance.eventLoopUtilization().idle);
new PerformanceObserver((list, observer) => {
  console.log(list.getEntries().map(({ name, entryType, duration }) => [name, entryType, duration >= 0]));
  observer.disconnect();
}).observe({ entryTypes: ["mark", "measure"] });
performance.mark("a");
performance.measure("m", "a");
const histogram = createHistogram();
histogram.record(5);
console.log(histogram.count, histogram.max, typeof monitorEventLoopDelay().enable());
