// differential: Async generators left in the middle, and for await over promises.
// exit: 0
async function* numbers() {
  try {
    yield 1;
    yield Promise.resolve(2);
  } finally {
    console.log("closed");
  }
}

(async () => {
  for await (const n of numbers()) {
    console.log(n);
    if (n === 2) break;
  }
  for await (const n of [Promise.resolve("a"), "b"]) console.log(n);
  const left = numbers();
  console.log(await left.next(), await left.return("early"), await left.next());
  numbers().next();
})();
