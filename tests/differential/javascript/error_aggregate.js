// differential: An aggregate of errors with causes, as console and as uncaught.
// exit: 1
const errors = [new TypeError("one", { cause: "a text" }), Object.assign(new Error("two"), { extra: true })];
Promise.any(errors.map((error) => Promise.reject(error))).catch((error) => {
  console.log(error.message, error.errors.length, error.name);
  throw new AggregateError(errors, "all of them");
});
