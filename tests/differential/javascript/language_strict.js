// differential: What sloppy code may do that strict code may not.
// exit: 0
undeclared = 1;
console.log(delete Object.prototype, 010, (function () { return typeof this; })(), (function () { "use strict"; return typeof this; })(), (function (a, a) { return arguments.length; })(1, 2));
with ({ inside: "with" }) console.log(inside);
try {
  (() => { "use strict"; alsoUndeclared = 1; })();
} catch (error) {
  console.log(error.message);
}
for (const code of ["'use strict'; 010", "'use strict'; delete x", "await 1", "yield = 1", "return 1", "import 'x'", "a?.b = 1", "/(/", "let let", "new.target", "`${", "1_", "class A { constructor() {} constructor() {} }"]) {
  try {
    console.log(code, eval(code));
  } catch (error) {
    console.log(code, `${error}`);
  }
}
