import { Text } from "@codemirror/state";
import { expect, it } from "vitest";
import type { Execution } from "../api/schema";
import { markersFor } from "./diagnostics";
import { bySeverity, problemsOf } from "./problems";

const doc = Text.of(["int main() {", "  retrun 0;", "}"]);
const at = (line: number, column: number | null, file = "main.c") => ({
  file,
  line,
  column,
  severity: "error" as const,
  message: "m",
  hint: null,
});
const slice = (line: number, column: number | null) =>
  markersFor("main.c", ["main.c"], [at(line, column)], doc).map((marker) => doc.sliceString(marker.from, marker.to));

it("marks the word at the reported place, or the whole line", () => {
  expect(slice(2, 3)).toEqual(["retrun"]);
  expect(slice(2, null)).toEqual(["retrun 0;"]);
  expect(slice(2, 1)).toEqual(["retrun"]);
});

it("stays inside the document", () => {
  expect(slice(2, 400)).toEqual([";"]);
  expect(slice(9, 1)).toEqual([]);
});

it("keeps to its own file", () => {
  expect(markersFor("main.c", ["main.c"], [at(1, 1, "other.c")], doc)).toEqual([]);
});

it("takes a remark without a column, and each remark once", () => {
  const remark = { file: "main.py", line: 3, severity: "error", message: "NameError" };
  const record = { diagnostics: [remark, { ...remark }], compile: null } as unknown as Execution;
  const problems = problemsOf(record);
  expect(problems).toEqual([{ ...remark, column: null, hint: null }]);
  const python = Text.of(["", "", "  pirnt(1)"]);
  const [marker] = markersFor("main.py", ["main.py"], problems, python);
  expect(python.sliceString(marker?.from ?? 0, marker?.to)).toBe("pirnt(1)");
});

it("lists errors first, and the rest in the order of the text", () => {
  const list = [
    { ...at(9, 1), severity: "warning" as const },
    at(7, 1),
    { ...at(1, 1), severity: "info" as const },
    at(2, 5),
    { ...at(3, 1), severity: "warning" as const },
    at(2, 1),
  ];
  expect(bySeverity(list).map((one) => [one.severity, one.line, one.column])).toEqual([
    ["error", 2, 1],
    ["error", 2, 5],
    ["error", 7, 1],
    ["warning", 3, 1],
    ["warning", 9, 1],
    ["info", 1, 1],
  ]);
});
