// differential: Names and numbers of signals, and those that cannot be listened to.
// exit: 0
for (const name of ["SIGKILL", "SIGSTOP", "SIGNOTHING"]) {
  try {
    process.on(name, () => {});
    console.log(name, "listened to");
  } catch (error) {
    console.log(error.code, error.message);
  }
}
for (const signal of ["SIGNOTHING", 999, 0]) {
  try {
    console.log(process.kill(process.pid, signal));
  } catch (error) {
    console.log(error.code);
  }
}
