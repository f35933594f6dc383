import { expect, it } from "vitest";
import { inputFault, quoteFault } from "./inputFault";
import { singleFileProject } from "./project";

const C = { source_file: "main.c", accepts_compiler_flags: true };
const program = singleFileProject("c", "main.c", "");

it.each([
  ['--name "Ada Lovelace"', null],
  ["it\\'s", null],
  ["'say \"hi\"'", null],
  ['--name "Ada', '"'],
  ["it's", "'"],
  ['"ends in \\"', '"'],
])("tells whether the quotes of %j are closed", (line, unclosed) => {
  if (unclosed === null) expect(quoteFault(line)).toBeNull();
  else expect(quoteFault(line)).toContain(`(${unclosed})`);
});

it("says which field is at fault", () => {
  expect(inputFault(program, C)).toBeNull();
  expect(inputFault({ ...program, argumentLine: '"x' }, C)).toMatch(/^In the arguments/);
  expect(inputFault({ ...program, compilerFlagLine: "-D'x" }, C)).toMatch(/^In the compiler flags/);
  expect(inputFault({ ...program, environment: "A=1\nb" }, C)).toBe("Line 2 of the environment is not NAME=value.");
});

it("does not mind flags that are not sent", () => {
  const python = { source_file: "main.py", accepts_compiler_flags: false };
  expect(inputFault({ ...program, compilerFlagLine: "-D'x" }, python)).toBeNull();
});
