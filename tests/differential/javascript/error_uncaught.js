// differential: An uncaught error: the line, the mark, the stack, the cause, the version.
// exit: 1
function inner(value) {
  return value.field.deeper;
}

function outer() {
  try {
    inner({});
  } catch (error) {
    throw Object.assign(new Error("größer\nin two lines", { cause: error }), { code: "E_MINE", details: [1, { a: 2 }] });
  }
}

console.log("before");
outer();
