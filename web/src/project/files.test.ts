import { describe, expect, it } from "vitest";
import { joinArguments, splitArguments } from "./arguments";
import { parseEnvironment } from "./environment";
import { fileTree, freePath, pathFault, renamePaths } from "./files";
import { singleFileProject, toRequest } from "./project";

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

it("sends only what was set", () => {
  const project = singleFileProject("python", "main.py", "print()");
  expect(toRequest(project, "main.py")).toEqual({
    language: "python",
    files: [{ path: "main.py", content: "print()", encoding: "utf-8" }],
  });
  const full = {
    ...project,
    files: [{ path: "b.py", content: "", encoding: "utf-8" as const }, ...project.files],
    stdin: "x",
    argumentLine: "-v",
    environment: "A=1",
    limits: { wallSeconds: "2", memoryMebibytes: "64", outputKibibytes: "" },
  };
  expect(toRequest(full, "main.py")).toMatchObject({
    files: [{ path: "main.py" }, { path: "b.py" }],
    stdin: "x",
    args: ["-v"],
    env: { A: "1" },
    limits: { wall_time_ms: 2000, cpu_time_ms: 2000, memory_bytes: 67108864 },
  });
});
