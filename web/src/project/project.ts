import type { Encoding, ExecutionRequest, Limits, SourceFile } from "../api/schema";
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
  readonly limits: LimitFields;
}

export const NO_LIMITS: LimitFields = { wallSeconds: "", memoryMebibytes: "", outputKibibytes: "" };

export function singleFileProject(language: string, path: string, source: string, stdin = ""): Project {
  return {
    language,
    files: [{ path, content: source, encoding: "utf-8" }],
    stdin,
    interactive: false,
    argumentLine: "",
    environment: "",
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

export function toRequest(project: Project, sourceFile: string | null): ExecutionRequest {
  const request: ExecutionRequest = { language: project.language, files: orderedFiles(project, sourceFile) };
  if (project.interactive) request.interactive = true;
  else if (project.stdin !== "") request.stdin = project.stdin;
  const args = splitArguments(project.argumentLine);
  if (args.length > 0) request.args = args;
  const { variables } = parseEnvironment(project.environment);
  if (Object.keys(variables).length > 0) request.env = variables;
  const limits = toLimits(project.limits);
  if (Object.keys(limits).length > 0) request.limits = limits;
  return request;
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
