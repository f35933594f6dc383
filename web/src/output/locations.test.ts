import { expect, it } from "vitest";
import { findLocations } from "./locations";

it.each([
  ["main.c:3:5: error: expected ';'", "main.c", 3, 5],
  ['  File "/work/main.py", line 12, in <module>', "main.py", 12, null],
  ["Died at main.pl line 4.", "main.pl", 4, null],
  ["PHP Fatal error: x in /work/main.php on line 7", "main.php", 7, null],
  ["./src/lib.rs:10:1", "src/lib.rs", 10, 1],
])("finds the place in %s", (text, path, line, column) => {
  const paths = ["main.c", "main.py", "main.pl", "main.php", "src/lib.rs"];
  expect(findLocations(text, paths).map((found) => found.location)).toEqual([{ path, line, column }]);
});

it("ignores files that are not the program's own", () => {
  expect(findLocations("/usr/lib/python3/json.py:3", ["main.py"])).toEqual([]);
});
