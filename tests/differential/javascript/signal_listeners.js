// differential: Listeners of signals, their number and order, and the default after they are gone.
// signal: SIGUSR2
for (const name of ["SIGUSR2", "SIGHUP", "SIGTERM"]) process.once(name, (...args) => console.log("got", args));
process.on("SIGUSR2", () => console.log("second listener"));
process.kill(process.pid, "SIGUSR2");
setTimeout(() => process.kill(process.pid, "SIGHUP"), 20);
setTimeout(() => process.kill(process.pid, "SIGTERM"), 40);
setTimeout(() => {
  process.removeAllListeners("SIGUSR2");
  process.kill(process.pid, "SIGUSR2");
}, 60);
setTimeout(() => {}, 5_000);
