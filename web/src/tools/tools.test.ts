import { beforeEach, describe, expect, it } from "vitest";
import { ApiProblem, Unreachable } from "../api/problem";
import type { Execution, ExecutionRequest, Language } from "../api/schema";
import { singleFileProject } from "../project/project";
import { Workspace } from "../project/workspace";
import { toasts } from "../shell/toasts";
import { toolFault } from "./requests";
import { Tools } from "./tools";

const PYTHON = {
  id: "python",
  name: "Python",
  source_file: "main.py",
  accepts_compiler_flags: false,
  actions: ["run", "format", "lint"],
} as unknown as Language;

const record = (part: Partial<Execution>): Execution =>
  ({
    verdict: "ok",
    stdout: "",
    stderr: "",
    stdout_encoding: "utf-8",
    compile: null,
    diagnostics: [],
    ...part,
  }) as Execution;

/** A bench whose server answers with what `answer` makes of the request. */
function bench(source: string, answer: (request: ExecutionRequest) => Execution | Promise<Execution>) {
  const workspace = new Workspace(singleFileProject("python", "main.py", source));
  const sent: ExecutionRequest[] = [];
  const places: unknown[] = [];
  const shown: string[] = [];
  const tools = new Tools({
    workspace,
    editor: () => null,
    language: () => PYTHON,
    execute: async (request) => {
      sent.push(request);
      return answer(request);
    },
    goTo: (place) => places.push(place),
    showFindings: () => shown.push("findings"),
  });
  return { workspace, tools, sent, places, shown };
}

const said = () => toasts.get().at(-1);
const text = (workspace: Workspace, path = "main.py") =>
  workspace.project.files.find((file) => file.path === path)?.content;

beforeEach(() => toasts.set([]));

describe("format", () => {
  it("replaces the open file, which goes first", async () => {
    const { workspace, tools, sent } = bench("x=1\n", () => record({ stdout: "x = 1\n" }));
    workspace.add([{ path: "other.py", content: "y=2\n", encoding: "utf-8" }]);
    await tools.format();
    expect(sent[0]).toMatchObject({ action: "format", files: [{ path: "other.py" }, { path: "main.py" }] });
    expect(text(workspace, "other.py")).toBe("x = 1\n");
    expect(text(workspace)).toBe("x=1\n");
    expect(said()?.text).toBe("Formatted other.py.");
  });

  it("keeps what was typed while it waited", async () => {
    const { workspace, tools } = bench("x=1\n", () => {
      workspace.edit("main.py", "x=12\n");
      return record({ stdout: "x = 1\n" });
    });
    await tools.format();
    expect(text(workspace)).toBe("x=12\n");
    expect(said()).toMatchObject({ text: expect.stringContaining("changed in the meantime"), action: {} });
  });

  it("says why a file cannot be formatted, and marks the place", async () => {
    const problem = { file: "main.py", line: 2, column: 3, severity: "error" as const, message: "cannot parse: )" };
    const { workspace, tools, places } = bench("(\n", () =>
      record({ verdict: "runtime_error", stderr: "error: cannot format -", diagnostics: [problem] }),
    );
    await tools.format();
    expect(text(workspace)).toBe("(\n");
    expect(said()?.text).toContain("Line 2: cannot parse: )");
    expect(tools.marks.get()).toMatchObject({ files: workspace.project.files, problems: [{ line: 2 }] });
    said()?.action?.run();
    expect(places).toEqual([{ path: "main.py", line: 2, column: 3 }]);
  });

  it("does not repeat the place that a formatter puts before its words", async () => {
    const message = "<standard input>:2:6: expected 'IDENT', found '{'";
    const { tools } = bench("(\n", () =>
      record({
        verdict: "runtime_error",
        diagnostics: [{ file: "main.py", line: 2, column: 6, severity: "error", message }],
      }),
    );
    await tools.format();
    expect(said()?.text).toBe("main.py was not formatted. Line 2: expected 'IDENT', found '{'");
    expect(tools.marks.get()?.problems[0]?.message).toBe("expected 'IDENT', found '{'");
  });

  it.each([
    ["a part of the file", { stdout: "x", stdout_truncated: true }, "larger than the output"],
    ["nothing", { stdout: "\n" }, "gave nothing back"],
    ["bytes", { stdout: "AA==", stdout_encoding: "base64" as const }, "did not give text"],
    ["a time limit", { verdict: "time_limit" as const }, "Time limit"],
  ])("never overwrites a file with %s", async (_, answer, why) => {
    const { workspace, tools } = bench("x=1\n", () => record(answer));
    await tools.format();
    expect(text(workspace)).toBe("x=1\n");
    expect(said()?.text).toContain(why);
  });

  it("is refused where the language has no formatter, or the file is another kind", async () => {
    const { workspace, tools, sent } = bench("x=1\n", () => record({}));
    workspace.add([{ path: "data.csv", content: "1,2\n", encoding: "utf-8" }]);
    expect(tools.fault("format")).toBe("data.csv is not a file of Python.");
    await tools.format();
    workspace.add([{ path: "b.py", content: "AA==", encoding: "base64" }]);
    expect(tools.fault("format")).toBe("b.py is not text.");
    const without = { ...PYTHON, actions: ["run" as const, "lint" as const] };
    expect(toolFault("format", workspace.project, workspace.project.files[0], without)).toBe(
      "This server has no formatter for Python.",
    );
    expect(sent).toEqual([]);
    expect(said()?.text).toBe("data.csv is not a file of Python.");
  });
});

describe("lint", () => {
  const unused = { file: "main.py", line: 1, severity: "warning" as const, message: "'os' imported but unused" };

  it("marks findings and counts them", async () => {
    const { workspace, tools, sent, shown } = bench("import os\n", () =>
      record({ diagnostics: [unused, { ...unused, line: 2 }] }),
    );
    await tools.lint();
    expect(shown).toEqual(["findings"]);
    expect(sent[0]).toMatchObject({ action: "lint", files: [{ path: "main.py" }] });
    expect(said()?.text).toBe("2 findings. First main.py:1: 'os' imported but unused");
    expect(tools.marks.get()?.problems).toHaveLength(2);
    expect(tools.marks.get()?.files).toBe(workspace.project.files);
  });

  it("leads to the top of the file first, whatever was reported first", async () => {
    const { tools, places } = bench("import os\n\n", () => record({ diagnostics: [{ ...unused, line: 2 }, unused] }));
    await tools.lint();
    expect(said()?.text).toBe("2 findings. First main.py:1: 'os' imported but unused");
    said()?.action?.run();
    expect(places).toEqual([{ path: "main.py", line: 1, column: null }]);
  });

  it("leaves names at the beginning of a message as they are spelt", async () => {
    const message = "fmt.Printf format %d has arg of wrong type";
    const { tools } = bench("x\n", () => record({ diagnostics: [{ ...unused, message }] }));
    await tools.lint();
    expect(said()?.text).toBe(`1 finding. main.py:1: ${message}`);
  });

  it("says the first words of a linter that failed without naming a place", async () => {
    const stderr = "\n# command-line-arguments\n# [main]\nmain.js: no such rule\nmore\n";
    const { tools, shown } = bench("x\n", () => record({ verdict: "runtime_error", stderr, message: "exit code 1" }));
    await tools.lint();
    expect(said()?.text).toBe("The program was not checked. main.js: no such rule");
    expect(shown).toEqual([]);
  });

  it("says when there is nothing to say", async () => {
    const { tools } = bench("x = 1\n", () => record({}));
    await tools.lint();
    expect(said()?.text).toBe("Nothing found.");
    expect(tools.marks.get()?.problems).toEqual([]);
  });

  it("marks nothing in a text that changed", async () => {
    const { workspace, tools } = bench("import os\n", () => {
      workspace.edit("main.py", "import sys\n");
      return record({ diagnostics: [unused] });
    });
    await tools.lint();
    expect(tools.marks.get()).toBeNull();
    expect(said()?.text).toContain("changed while it was checked");
  });
});

it("says what to do when the server is away or refuses, and can be asked again", async () => {
  const answers = [
    () => Promise.reject(new Unreachable()),
    () => Promise.reject(new ApiProblem({ title: "Busy", status: 429, detail: "too many", request_id: "r7" })),
    () => record({ stdout: "x = 1\n" }),
  ];
  const { workspace, tools } = bench("x=1\n", () => (answers.shift() as () => Execution | Promise<Execution>)());
  await tools.format();
  expect(said()?.text).toContain("The server cannot be reached.");
  expect(tools.busy.get()).toBeNull();
  await tools.format();
  expect(said()?.text).toBe("main.py was not formatted. Too many. Wait a moment, then try again. (request r7)");
  expect(text(workspace)).toBe("x=1\n");
  await tools.format();
  expect(text(workspace)).toBe("x = 1\n");
});
