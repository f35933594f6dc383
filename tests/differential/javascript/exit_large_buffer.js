// differential: A buffer that is too large is an error that can be caught.
// exit: 0
for (const attempt of [() => Buffer.alloc(2 ** 40), () => "x".repeat(2 ** 30), () => new Array(-1), () => new ArrayBuffer(2 ** 53)]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
