import { describe, expect, it } from "vitest";
import { joinArguments, splitArguments } from "./arguments";
import { parseEnvironment } from "./environment";
import { fileTree, freePath, pathFault, renamePaths } from "./files";

describe("pathFault", () => {
  it.each(["", " a", "/a", "a/", "a//b", "../a", "a/./b", "a\\b", "main.py", "lib", "main.py/x"])(
    "refuses %j",
    (path) => expect(pathFault(path, ["main.py", "lib/a.py"])).not.toBeNull(),
  );
  it.each(["b.py", "lib/b.py", "héllo wörld.txt"])("takes %j", (path) =>
    expect(pathFault(path, ["main.py", "lib/a.py"])).toBeNull(),
  );
});

it("finds a free name", () => {
  expect(freePath("a.py", ["a.py", "a-2.py"])).toBe("a-3.py");
});

it("builds the tree with folders first", () => {
  expect(fileTree(["z.py", "lib/b.py", "lib/a.py", "a.py"]).map((node) => node.path)).toEqual(["lib", "a.py", "z.py"]);
});

it("renames whole folders", () => {
  const files = [
    { path: "lib/a.py", content: "", encoding: "utf-8" as const },
    { path: "library.py", content: "", encoding: "utf-8" as const },
  ];
  expect(renamePaths(files, "lib", "core").map((file) => file.path)).toEqual(["core/a.py", "library.py"]);
});

describe("arguments", () => {
  it("splits like a shell", () => {
    expect(splitArguments(`a "b c" 'd "e' f\\ g ''`)).toEqual(["a", "b c", 'd "e', "f g", ""]);
  });
  it("round-trips", () => {
    const args = ["plain", "two words", "it's", "", '"'];
    expect(splitArguments(joinArguments(args))).toEqual(args);
  });
});

it("reads the environment and points at faulty lines", () => {
  expect(parseEnvironment("A=1\n# note\nB=x=y\nnope")).toEqual({ variables: { A: "1", B: "x=y" }, faults: [4] });
});
