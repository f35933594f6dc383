import { ApiProblem, explain, type Explanation } from "../api/problem";
import { byteLength } from "../project/files";
import { type LanguageFacts, orderedFiles, type Project } from "../project/project";
import { formatBytes } from "./format";

/** Why a program was refused, in the names its author knows: files by their paths, sizes in units. */
export function explainRefusedRun(error: unknown, project: Project, language: LanguageFacts | undefined): Explanation {
  const said = explain(error, "Your program could not be run.");
  if (!(error instanceof ApiProblem)) return said;
  const { code, detail, field } = error.problem;
  if (code === "source_too_large") return { ...said, ...tooLarge(project, detail ?? "") };
  const index = /^files\[(\d+)\]/.exec(field ?? "")?.[1];
  const path =
    index === undefined ? undefined : orderedFiles(project, language?.source_file ?? null)[Number(index)]?.path;
  if (path === undefined) return said;
  return { ...said, why: `${path}: ${said.why}` };
}

function tooLarge({ files }: Project, detail: string): Pick<Explanation, "why" | "next"> {
  const sizes = files.map((file) => ({ path: file.path, bytes: byteLength(file) })).sort((a, b) => b.bytes - a.bytes);
  const [largest] = sizes;
  const total = sizes.reduce((sum, file) => sum + file.bytes, 0);
  const most = /more than (\d+)/.exec(detail)?.[1];
  const limit = most === undefined ? "" : `; this server takes ${formatBytes(Number(most))}`;
  if (files.length === 1 && largest) {
    const why = `${largest.path} holds ${formatBytes(largest.bytes)}${limit}.`;
    return { why, next: "Make it smaller; data can go into the input instead." };
  }
  return {
    why: `The files hold ${formatBytes(total)} together${limit} for all files of a program.`,
    next: `The largest is ${largest?.path} with ${formatBytes(largest?.bytes ?? 0)}: make it smaller, remove it, or give the data as input.`,
  };
}
