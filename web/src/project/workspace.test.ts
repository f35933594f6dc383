import { expect, it } from "vitest";
import { singleFileProject } from "./project";
import { Workspace } from "./workspace";

const fresh = () => new Workspace(singleFileProject("python", "main.py", "1"));
const paths = (workspace: Workspace) => workspace.project.files.map((file) => file.path);

it("adds files under free names and opens the first", () => {
  const workspace = fresh();
  workspace.add([{ path: "main.py", content: "2", encoding: "utf-8" }]);
  expect(paths(workspace)).toEqual(["main.py", "main-2.py"]);
  expect(workspace.store.get().active).toBe("main-2.py");
});

it("undoes a deletion without touching later edits", () => {
  const workspace = fresh();
  workspace.add([{ path: "lib/a.py", content: "a", encoding: "utf-8" }]);
  const undo = workspace.remove("lib");
  expect(paths(workspace)).toEqual(["main.py"]);
  expect(workspace.store.get().active).toBe("main.py");
  workspace.edit("main.py", "later");
  undo();
  expect(paths(workspace)).toEqual(["main.py", "lib/a.py"]);
  expect(workspace.project.files[0]?.content).toBe("later");
});

it("moves tabs along with a renamed folder", () => {
  const workspace = fresh();
  workspace.add([{ path: "lib/a.py", content: "a", encoding: "utf-8" }]);
  workspace.rename("lib", "core");
  expect(workspace.store.get().active).toBe("core/a.py");
  expect(workspace.store.get().open).toContain("core/a.py");
});

it("puts the former program back after a load", () => {
  const workspace = fresh();
  const undo = workspace.load(singleFileProject("rust", "main.rs", "fn main() {}"));
  expect(workspace.project.language).toBe("rust");
  undo();
  expect(workspace.project.language).toBe("python");
});

it("never closes the last tab", () => {
  const workspace = fresh();
  workspace.close("main.py");
  expect(workspace.store.get().open).toEqual(["main.py"]);
});
