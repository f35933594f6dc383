// differential: resolve called twice, thenables, finally, all, any, race, allSettled.
// env: {"NODE_NO_WARNINGS": "1"}
// exit: 0
process.on("multipleResolves", () => console.log("deprecated"));
const never = new Promise(() => {});
new Promise((resolve, reject) => {
  resolve("once");
  resolve("twice");
  reject(new Error("ignored"));
}).then(console.log);
Promise.resolve({ then: (done) => done("thenable") }).then(console.log);
Promise.race([never, Promise.resolve("race")]).finally(() => console.log("finally")).then(console.log);
Promise.allSettled([1, Promise.reject(2)]).then((all) => console.log(JSON.stringify(all)));
console.log(never, Promise.resolve(1), Object.getOwnPropertyNames(Promise));
