import type { Encoding, ExecutionRequest, Language, Limits, ShareRequest, SourceFile } from "../api/schema";
import { splitArguments } from "./arguments";
import { parseEnvironment } from "./environment";

export interface ProjectFile {
  readonly path: string;
  readonly content: string;
  readonly encoding: Encoding;
}

/** Limits as typed, in the units people think in; empty means the server's default. */
export interface LimitFields {
  readonly wallSeconds: string;
  readonly memoryMebibytes: string;
  readonly outputKibibytes: string;
}

/** Everything that decides what a run does: what is edited, saved, shared, sent and restored from history. */
export interface Project {
  readonly language: string;
  readonly files: readonly ProjectFile[];
  readonly stdin: string;
  readonly interactive: boolean;
  readonly argumentLine: string;
  readonly environment: string;
  readonly compilerFlagLine: string;
  readonly limits: LimitFields;
}

/** What of a language decides how a program of it is sent. */
export type LanguageFacts = Pick<Language, "source_file" | "accepts_compiler_flags">;

/** The server takes no more flags than this. */
export const MOST_FLAGS = 64;

export const NO_LIMITS: LimitFields = { wallSeconds: "", memoryMebibytes: "", outputKibibytes: "" };

export function singleFileProject(language: string, path: string, source: string, stdin = ""): Project {
  return {
    language,
    files: [{ path, content: source, encoding: "utf-8" }],
    stdin,
    interactive: false,
    argumentLine: "",
    environment: "",
    compilerFlagLine: "",
    limits: NO_LIMITS,
  };
}

/** The file the language starts from goes first; the others follow in their order. */
export function orderedFiles(project: Project, sourceFile: string | null): SourceFile[] {
  const files = project.files.map(({ path, content, encoding }) => ({ path, content, encoding }));
  const main = files.findIndex((file) => file.path === sourceFile);
  if (main > 0) files.unshift(...files.splice(main, 1));
  return files;
}

/** The flags as the compiler gets them. A language without a compiler is sent none, whatever was once typed. */
export function compilerFlags(project: Project, language: LanguageFacts | undefined): string[] {
  return language?.accepts_compiler_flags === false ? [] : splitArguments(project.compilerFlagLine);
}

export function toRequest(project: Project, language: LanguageFacts | undefined): ExecutionRequest {
  const files = orderedFiles(project, language?.source_file ?? null);
  const request: ExecutionRequest = { language: project.language, files };
  if (project.interactive) request.interactive = true;
  else if (project.stdin !== "") request.stdin = project.stdin;
  const args = splitArguments(project.argumentLine);
  if (args.length > 0) request.args = args;
  const flags = compilerFlags(project, language);
  if (flags.length > 0) request.compiler_flags = flags;
  const { variables } = parseEnvironment(project.environment);
  if (Object.keys(variables).length > 0) request.env = variables;
  const limits = toLimits(project.limits);
  if (Object.keys(limits).length > 0) request.limits = limits;
  return request;
}

/** The program as a link shows it, with the result of `executionId` where that ran exactly this. */
export function toShareRequest(
  project: Project,
  language: LanguageFacts | undefined,
  executionId: string | null,
): ShareRequest {
  const flags = compilerFlags(project, language);
  return {
    language: project.language,
    files: orderedFiles(project, language?.source_file ?? null),
    // An interactive run reads what is typed, not the box: its result would belong to another program.
    stdin: project.interactive ? "" : project.stdin,
    args: splitArguments(project.argumentLine),
    ...(flags.length > 0 ? { compiler_flags: flags } : {}),
    ...(executionId === null ? {} : { execution_id: executionId }),
  };
}

function toLimits(fields: LimitFields): Limits {
  const limits: Limits = {};
  const wall = positive(fields.wallSeconds);
  const memory = positive(fields.memoryMebibytes);
  const output = positive(fields.outputKibibytes);
  if (wall !== null) {
    limits.wall_time_ms = Math.round(wall * 1000);
    limits.cpu_time_ms = Math.round(wall * 1000);
  }
  if (memory !== null) limits.memory_bytes = Math.round(memory * 1024 * 1024);
  if (output !== null) limits.output_bytes = Math.round(output * 1024);
  return limits;
}

function positive(text: string): number | null {
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) && number > 0 ? number : null;
}

/** Whether two projects would run the same way; used to tell a stale result from a current one. */
export function sameProgram(a: Project, b: Project): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
