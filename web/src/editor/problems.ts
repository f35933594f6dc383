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

/** What several tools found, each finding once. */
export function allProblems(...lists: readonly (readonly SourceProblem[])[]): SourceProblem[] {
  return [...new Map(lists.flat().map((problem) => [JSON.stringify(problem), problem])).values()];
}
