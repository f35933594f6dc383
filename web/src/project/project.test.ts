import { expect, it } from "vitest";
import { singleFileProject, toRequest, toShareRequest } from "./project";
import { readProject } from "./storage";

const python = { source_file: "main.py", accepts_compiler_flags: false };
const c = { source_file: "main.c", accepts_compiler_flags: true };

it("sends only what was set", () => {
  const project = singleFileProject("python", "main.py", "print()");
  expect(toRequest(project, python)).toEqual({
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
  expect(toRequest(full, python)).toMatchObject({
    files: [{ path: "main.py" }, { path: "b.py" }],
    stdin: "x",
    args: ["-v"],
    env: { A: "1" },
    limits: { wall_time_ms: 2000, cpu_time_ms: 2000, memory_bytes: 67108864 },
  });
});

it("gives flags to compilers only, quoted like arguments", () => {
  const project = { ...singleFileProject("c", "main.c", ""), compilerFlagLine: `-O0 '-DNAME="two words"'` };
  const flags = ["-O0", '-DNAME="two words"'];
  expect(toRequest(project, c).compiler_flags).toEqual(flags);
  expect(toShareRequest(project, c, null).compiler_flags).toEqual(flags);
  expect(toRequest(project, python)).not.toHaveProperty("compiler_flags");
  expect(toShareRequest(project, python, null)).not.toHaveProperty("compiler_flags");
  // Before the list of languages came, what was typed counts.
  expect(toRequest(project, undefined).compiler_flags).toEqual(flags);
});

it("shares the input box only where a run would read it", () => {
  const project = { ...singleFileProject("python", "main.py", ""), stdin: "left over" };
  expect(toShareRequest(project, python, "7")).toMatchObject({ stdin: "left over", execution_id: "7" });
  expect(toShareRequest({ ...project, interactive: true }, python, "7").stdin).toBe("");
  expect(toShareRequest(project, python, null)).not.toHaveProperty("execution_id");
});

it("reads programs saved before there were flags", () => {
  const { compilerFlagLine: _, ...old } = singleFileProject("c", "main.c", "");
  expect(readProject(JSON.stringify(old))?.compilerFlagLine).toBe("");
  expect(readProject(JSON.stringify({ ...old, compilerFlagLine: "-g" }))?.compilerFlagLine).toBe("-g");
});
