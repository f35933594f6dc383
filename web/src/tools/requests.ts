import type { ActionName, ExecutionRequest, Language } from "../api/schema";
import { languageFromFilename } from "../project/language";
import { compilerFlags, orderedFiles, type Project, type ProjectFile } from "../project/project";

/** What can be done with a program besides running it. */
export type ToolName = Exclude<ActionName, "run">;

const WORKER: Record<ToolName, string> = { format: "formatter", lint: "linter" };

/** Why a tool cannot be used on what is open, in words for the person who asked, or null when it can. */
export function toolFault(
  tool: ToolName,
  project: Project,
  open: ProjectFile | undefined,
  language: Language | undefined,
): string | null {
  if (!language) return "The list of languages has not arrived yet.";
  if (!language.actions.includes(tool)) return `This server has no ${WORKER[tool]} for ${language.name}.`;
  if (tool === "lint") return null;
  if (!open) return "No file is open.";
  if (open.encoding === "base64") return `${open.path} is not text.`;
  const isMain = project.files[0] === open || open.path === language.source_file;
  if (!isMain && !isNamedFor(open.path, language)) return `${open.path} is not a file of ${language.name}.`;
  return null;
}

function isNamedFor(path: string, language: Language): boolean {
  const named = languageFromFilename(path);
  const own = languageFromFilename(language.source_file);
  // C++ programs have headers called .h as well.
  return named !== null && (named === own || (named === "c" && own === "cpp"));
}

/** The open file first, because the first is the one that is formatted; the others may hold the formatter's settings. */
export function formatRequest(project: Project, path: string): ExecutionRequest {
  return { language: project.language, files: orderedFiles(project, path), action: "format" };
}

/** All files, the main one first, with what the compiler would be told: flags decide what a linter sees. */
export function lintRequest(project: Project, language: Language): ExecutionRequest {
  const flags = compilerFlags(project, language);
  return {
    language: project.language,
    files: orderedFiles(project, language.source_file),
    ...(flags.length > 0 ? { compiler_flags: flags } : {}),
    action: "lint",
  };
}
