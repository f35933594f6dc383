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
  const problems = new Map<string, SourceProblem>();
  for (const one of [...(record?.compile?.diagnostics ?? []), ...(record?.diagnostics ?? [])]) {
    const problem: SourceProblem = {
      file: one.file,
      line: one.line,
      column: one.column ?? null,
      severity: one.severity === "warning" ? "warning" : one.severity === "error" ? "error" : "info",
      message: one.message,
      hint: one.hint ?? null,
    };
    problems.set(JSON.stringify(problem), problem);
  }
  return [...problems.values()];
}
