/**
 * The wire types of `/api/v1`, as described in docs/api.md. Times are milliseconds, sizes are bytes, and fields that are
 * not known yet are null.
 */

export type Encoding = "utf-8" | "base64";
export type Status = "QUEUED" | "RUNNING" | "COMPLETED" | "FAILED" | "TIMEOUT" | "CANCELLED";
export type Verdict =
  | "ok"
  | "accepted"
  | "wrong_answer"
  | "time_limit"
  | "memory_limit"
  | "output_limit"
  | "runtime_error"
  | "compile_error"
  | "forbidden_call"
  | "cancelled"
  | "system_error";
export type LimitName =
  "wall_time" | "cpu_time" | "memory" | "output" | "processes" | "compile_time" | "compile_memory";
export type Stage = "compile" | "run";
export type Stream = "stdout" | "stderr";

export interface SourceFile {
  path: string;
  content: string;
  encoding?: Encoding;
}

export interface Limits {
  wall_time_ms?: number;
  cpu_time_ms?: number;
  memory_bytes?: number;
  output_bytes?: number;
}

export interface ExecutionRequest {
  language: string;
  files: SourceFile[];
  stdin?: string;
  interactive?: boolean;
  args?: string[];
  env?: Record<string, string>;
  limits?: Limits;
}

/** One remark of a compiler or interpreter. What it did not say is left out. */
export interface Diagnostic {
  file: string;
  line: number;
  column?: number | null;
  severity: string;
  message: string;
  hint?: string | null;
}

export interface CompileReport {
  stdout: string;
  stderr: string;
  stdout_encoding?: Encoding | null;
  stderr_encoding?: Encoding | null;
  stdout_truncated?: boolean | null;
  stderr_truncated?: boolean | null;
  exit_code: number | null;
  wall_time_ms: number | null;
  diagnostics?: Diagnostic[] | null;
}

export interface ExecutionLinks {
  self: string;
  events: string;
  ws: string;
  cancel: string;
}

export interface Execution {
  id: string;
  status: Status;
  verdict: Verdict | null;
  limit_hit: LimitName | null;
  message: string | null;
  language: string;
  version: string | null;
  stdout: string | null;
  stderr: string | null;
  stdout_encoding: Encoding | null;
  stderr_encoding: Encoding | null;
  stdout_truncated: boolean | null;
  stderr_truncated: boolean | null;
  exit_code: number | null;
  signal: string | null;
  wall_time_ms: number | null;
  cpu_time_ms: number | null;
  memory_bytes: number | null;
  queue_time_ms: number | null;
  compile: CompileReport | null;
  diagnostics: Diagnostic[] | null;
  cached?: boolean | null;
  attempts?: number | null;
  queue_position?: number | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  links: ExecutionLinks;
}

interface EventBase {
  execution_id: string;
  attempt: number;
  seq: number;
}

/** How an execution ended. What the server does not know it leaves out. */
export interface EndEvent extends EventBase {
  type: "end";
  status: Status;
  verdict: Verdict | null;
  limit_hit?: LimitName | null;
  message?: string | null;
  exit_code?: number | null;
  signal?: string | null;
  wall_time_ms?: number | null;
  cpu_time_ms?: number | null;
  memory_bytes?: number | null;
}

export interface SnapshotEvent extends EventBase {
  type: "snapshot";
  status: Status;
  stage?: Stage | null;
  compile_output?: string | null;
  compile_output_encoding?: Encoding | null;
  stdout: string | null;
  stderr: string | null;
  stdout_encoding?: Encoding | null;
  stderr_encoding?: Encoding | null;
  stdout_truncated?: boolean | null;
  stderr_truncated?: boolean | null;
}

export type ExecutionEvent =
  | (EventBase & { type: "status"; status: Status })
  | (EventBase & { type: "stage"; stage: Stage })
  | (EventBase & { type: "output"; stage: Stage; stream: Stream; data: string; encoding?: Encoding | null })
  | (EventBase & { type: "truncated"; stage: Stage; stream: Stream; limit_bytes: number })
  | SnapshotEvent
  | (EventBase & { type: "restart"; reason: string | null })
  | EndEvent;

/** The answer to a client message that could not be taken; the socket stays open. */
export interface RefusedMessage {
  type: "error";
  code: string;
  detail: string;
}

export type ClientMessage =
  | { type: "stdin"; data: string; encoding?: Encoding }
  | { type: "eof" }
  | { type: "signal"; signal: "SIGINT" | "SIGTERM" }
  | { type: "resize"; columns: number; rows: number }
  | { type: "stop" };

export interface Language {
  id: string;
  name: string;
  version: string | null;
  aliases: string[];
  available: boolean;
  reason?: string | null;
  source_file: string;
  compiled: boolean;
}

export interface Example {
  title: string;
  source: string;
  stdin?: string | null;
}

export interface LanguageDetail extends Language {
  hello: string;
  examples: Example[];
}

export interface ShareRequest {
  language: string;
  files: SourceFile[];
  stdin?: string;
  args?: string[];
  execution_id?: string;
}

export interface Share {
  id: string;
  language: string;
  files: SourceFile[];
  stdin: string | null;
  args: string[] | null;
  created_at: string;
  result: Execution | null;
}

export interface ShareCreated {
  id: string;
  url: string;
}

export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  code?: string;
  request_id?: string;
  field?: string;
}
