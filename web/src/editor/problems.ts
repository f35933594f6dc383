import type { Execution } from "../api/schema";

/** Something a compiler or an interpreter found wrong, at a place in the source. */
export interface SourceProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number | null;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly hint: string | null;
}

/** What the compiler and the run reported, each once. */
export function problemsOf(record: Execution | null): SourceProblem[] {
  const reported = [...(record?.compile?.diagnostics ?? []), ...(record?.diagnostics ?? [])];
  return allProblems(
    reported.map((one) => ({
      file: one.file,
      line: one.line,
      column: one.column ?? null,
      severity: one.severity === "note" ? "info" : one.severity,
      message: one.message,
      hint: one.hint ?? null,
    })),
  );
}

/** From the top of each file, the files as they were first named: the order in which a reader goes through them. */
export function byPlace(problems: readonly SourceProblem[]): SourceProblem[] {
  const files = [...new Set(problems.map((one) => one.file))];
  return [...problems].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
  );
}

const WEIGHT: Record<SourceProblem["severity"], number> = { error: 0, warning: 1, info: 2 };

/** What keeps a program from running comes first; what weighs the same is in the order of the text. */
export function bySeverity(problems: readonly SourceProblem[]): SourceProblem[] {
  return byPlace(problems).sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

/** What several tools found, each finding once. */
export function allProblems(...lists: readonly (readonly SourceProblem[])[]): SourceProblem[] {
  return [...new Map(lists.flat().map((problem) => [JSON.stringify(problem), problem])).values()];
}
