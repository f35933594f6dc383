// differential: Listeners of signals, their number and order, and the default after they are gone.
// signal: SIGUSR2
const send = (name) => process.kill(process.pid, name);

process.once("SIGUSR2", (...args) => console.log("got", args));
process.on("SIGUSR2", () => {
  console.log("second listener");
  send("SIGHUP");
});
process.once("SIGHUP", (...args) => {
  console.log("got", args);
  send("SIGTERM");
});
process.once("SIGTERM", (...args) => {
  console.log("got", args);
  process.removeAllListeners("SIGUSR2");
  send("SIGUSR2");
});
send("SIGUSR2");
setTimeout(() => {}, 5_000);
