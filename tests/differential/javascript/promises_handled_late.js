// differential: unhandledRejection and rejectionHandled tell of a late handler.
// exit: 0
process.on("unhandledRejection", (reason, promise) => {
  console.log("unhandled", reason, promise === late);
  setImmediate(() => late.catch((value) => console.log("caught late", value)));
});
process.on("rejectionHandled", (promise) => console.log("handled", promise === late));
const late = Promise.reject("late");
