import type { Execution } from "../api/schema";
import { sentence } from "../api/sentence";
import { byPlace, problemsOf, type SourceProblem } from "../editor/problems";
import { decode } from "../run/transcript";
import { describeEnding } from "../run/verdict";

export type FormatOutcome =
  | { readonly kind: "formatted"; readonly text: string }
  | { readonly kind: "failed"; readonly why: string; readonly problems: readonly SourceProblem[] };

export type LintOutcome =
  | { readonly kind: "checked"; readonly problems: readonly SourceProblem[] }
  | { readonly kind: "failed"; readonly why: string; readonly problems: readonly SourceProblem[] };

/** What came back from the formatter. Whatever is not surely the whole file counts as a failure: it would replace one. */
export function formatOutcome(record: Execution, sent: string): FormatOutcome {
  if (record.verdict !== "ok") return failed(record);
  const text = decode(record.stdout ?? "", record.stdout_encoding);
  if (record.stdout_truncated) return because("The formatted text is larger than the output a program may have.");
  if (record.stdout_encoding === "base64") return because("The formatter did not give text back.");
  if (text.trim() === "" && sent.trim() !== "") return because("The formatter gave nothing back.");
  return { kind: "formatted", text };
}

export function lintOutcome(record: Execution): LintOutcome {
  return record.verdict === "ok" ? { kind: "checked", problems: byPlace(problemsOf(record)) } : failed(record);
}

function because(why: string) {
  return { kind: "failed" as const, why, problems: [] };
}

function failed(record: Execution) {
  const problems = byPlace(problemsOf(record)).map((one) => ({ ...one, message: withoutPlace(one.message) }));
  const [first] = problems;
  if (record.verdict !== "runtime_error") {
    const { title, detail } = describeEnding(record);
    return { kind: "failed" as const, why: `${title}. ${detail}`.trim(), problems };
  }
  // What tools say stays as they say it: it may begin with a name, and names have a spelling.
  const said = firstWords(decode(record.stderr ?? "", record.stderr_encoding)) ?? sentence(record.message ?? "");
  const why = first ? `Line ${first.line}: ${first.message.trim()}` : said;
  return { kind: "failed" as const, why, problems };
}

/** The first line that says something; lines of `#` only name what is worked on. */
function firstWords(text: string): string | undefined {
  return text
    .split("\n")
    .map((line) => line.trim())
    .find((line) => line !== "" && !line.startsWith("#"));
}

/** Formatters that read standard input begin with a place of their own; the line is said already. */
function withoutPlace(message: string): string {
  return message.replace(/^(?:<[^>]*>|[^\s:]+):\d+(?::\d+)?:\s+/, "");
}

/** One line on what a linter found: how much, and the first of it for whoever cannot see the marks. */
export function summary(problems: readonly SourceProblem[]): string {
  const [first] = problems;
  if (!first) return "Nothing found.";
  const what = `${first.file}:${first.line}: ${first.message.trim()}`;
  return problems.length === 1 ? `1 finding. ${what}` : `${problems.length} findings. First ${what}`;
}
