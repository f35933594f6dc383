import { expect, it } from "vitest";
import { ApiProblem, Unreachable } from "../api/problem";
import { singleFileProject } from "../project/project";
import { explainRefusedRun } from "./refusedRun";

const LANGUAGE = { source_file: "main.py", accepts_compiler_flags: false };
const one = singleFileProject("python", "main.py", "x".repeat(70 * 1024));
const two = {
  ...one,
  files: [
    { path: "data.csv", content: "y".repeat(100 * 1024), encoding: "utf-8" as const },
    { path: "main.py", content: "print(1)", encoding: "utf-8" as const },
  ],
};
const refused = (field: string, code: string, detail: string) =>
  new ApiProblem({ title: "Bad request", status: 400, field, code, detail, request_id: "r1" });
const tooLarge = refused("files", "source_too_large", "the source code is 71680 bytes, more than 65536 over all files");

it("names the only file and the limit when a program is too large", () => {
  const said = explainRefusedRun(tooLarge, one, LANGUAGE);
  expect(said.why).toBe("main.py holds 70 KiB; this server takes 64 KiB.");
  expect(said.requestId).toBe("r1");
});

it("names the largest of several files", () => {
  const said = explainRefusedRun(tooLarge, two, LANGUAGE);
  expect(said.why).toBe("The files hold 100 KiB together; this server takes 64 KiB for all files of a program.");
  expect(said.next).toContain("The largest is data.csv with 100 KiB");
});

it("says no limit that the server did not say", () => {
  const said = explainRefusedRun(refused("files", "source_too_large", "too much"), one, LANGUAGE);
  expect(said.why).toBe("main.py holds 70 KiB.");
});

it("names a refused file by its path, in the order the files were sent", () => {
  const said = explainRefusedRun(refused("files[1].path", "invalid_path", "files[1].path is odd"), two, LANGUAGE);
  expect(said.why).toMatch(/^data\.csv: /);
});

it("leaves other failures as they are", () => {
  expect(explainRefusedRun(new Unreachable(), one, LANGUAGE).why).toBe("The server cannot be reached.");
  expect(explainRefusedRun(refused("stdin", "x", "too long"), one, LANGUAGE).why).toBe("Too long (field stdin)");
});
