// differential: SIGKILL to itself, after what was written.
// signal: SIGKILL
process.on("exit", () => console.log("never"));
process.stdout.write("written\n");
process.kill(process.pid, "SIGKILL");
