/** Generated from openapi.json by `npm run generate`; a test fails when it is stale. Not edited by hand. */

/**
 * What an execution does with a program.
 */
export type Action = "run" | "format" | "lint";
export type CacheSwitch = boolean | "refresh";
/**
 * How bytes are written in JSON.
 */
export type Encoding = "utf-8" | "base64";
/**
 * How an execution ended, in the field's words.
 */
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
/**
 * The limit that ended or shaped a run.
 */
export type LimitHit = "wall_time" | "cpu_time" | "memory" | "output" | "processes" | "compile_time" | "compile_memory";
/**
 * Version of the kernel's control groups.
 */
export type CgroupVersion = "v1" | "v2";
/**
 * Good or not.
 */
export type HealthStatus = "ok" | "fail";
/**
 * What a client may say on the WebSocket of its execution.
 */
export type ClientMessage =
  | {
      /**
       * The bytes.
       */
      data: string;
      encoding?: Encoding;
      type: "stdin";
    }
  | {
      type: "eof";
    }
  | {
      /**
       * Which one, by name.
       */
      signal: string;
      type: "signal";
    }
  | {
      /**
       * Columns.
       */
      columns: number;
      /**
       * Rows.
       */
      rows: number;
      type: "resize";
    }
  | {
      type: "stop";
    };
/**
 * How serious a diagnostic is.
 */
export type Severity = "error" | "warning" | "note";
/**
 * One event as it goes out by SSE and WebSocket.
 */
export type Event = EventBody & {
  /**
   * The execution it belongs to.
   */
  execution_id: string;
  /**
   * Which attempt, counted from 1; 0 while none has begun.
   */
  attempt: number;
  /**
   * Sequence number within the attempt, counted from 1.
   */
  seq: number;
};
/**
 * What happened.
 */
export type EventBody =
  | {
      status: Status;
      type: "status";
    }
  | {
      stage: Stage;
      type: "stage";
    }
  | {
      stage: Stage;
      stream: Stream;
      /**
       * The bytes. A UTF-8 character is never split between two events.
       */
      data: string;
      encoding?: Encoding;
      type: "output";
    }
  | {
      stage: Stage;
      stream: Stream;
      /**
       * How many bytes were kept.
       */
      limit_bytes: number;
      type: "truncated";
    }
  | {
      status: Status;
      stage?: Stage | null;
      /**
       * The compiler's kept output, stdout before stderr.
       */
      compile_output: string;
      compile_output_encoding: Encoding;
      /**
       * Kept standard output of the run.
       */
      stdout: string;
      stdout_encoding: Encoding;
      /**
       * Kept standard error of the run.
       */
      stderr: string;
      stderr_encoding: Encoding;
      /**
       * Whether stdout is at its limit.
       */
      stdout_truncated: boolean;
      /**
       * Whether stderr is at its limit.
       */
      stderr_truncated: boolean;
      type: "snapshot";
    }
  | {
      /**
       * Why the earlier attempt does not count.
       */
      reason: string;
      type: "restart";
    }
  | {
      /**
       * Position in the submission, counted from 0.
       */
      index: number;
      /**
       * How many there are.
       */
      total: number;
      verdict: Verdict;
      /**
       * Elapsed time in milliseconds.
       */
      wall_time_ms: number;
      /**
       * Peak memory in bytes.
       */
      memory_bytes: number;
      type: "case";
    }
  | {
      status: Status;
      verdict: Verdict;
      limit_hit?: LimitHit | null;
      /**
       * The ending in plain words.
       */
      message?: string | null;
      /**
       * Exit code of the program.
       */
      exit_code?: number | null;
      /**
       * Signal that ended the program.
       */
      signal?: string | null;
      /**
       * Elapsed time in milliseconds.
       */
      wall_time_ms?: number | null;
      /**
       * CPU time in milliseconds.
       */
      cpu_time_ms?: number | null;
      /**
       * Peak memory in bytes.
       */
      memory_bytes?: number | null;
      type: "end";
    };
/**
 * Where an execution is on its way. Exactly one terminal status is ever recorded.
 */
export type Status = "QUEUED" | "RUNNING" | "COMPLETED" | "FAILED" | "TIMEOUT" | "CANCELLED";
/**
 * Which part of an execution is under way.
 */
export type Stage = "compile" | "run";
/**
 * Which output stream.
 */
export type Stream = "stdout" | "stderr";
/**
 * How strongly programs are separated from the machine.
 */
export type Tier = "native";
/**
 * Who makes the jails.
 */
export type SandboxMode = "root" | "rootless";
/**
 * `completed` whenever the program or the compiler gave a result, `failed` only when we did.
 */
export type JobState = "queued" | "active" | "completed" | "failed" | "cancelled";
/**
 * A language with programs to start from.
 */
export type LanguageDetail = LanguageView & {
  /**
   * The smallest complete program.
   */
  hello: string;
  /**
   * Programs worth reading.
   */
  examples: ExampleView[];
};
/**
 * What an item is about.
 */
export type ProtectionKind = "protection" | "host";
/**
 * How an item stands.
 */
export type ProtectionState = "pass" | "warn" | "fail" | "not_applicable";
/**
 * What is wrong.
 */
export type SessionApiMessage = string[] | string;
/**
 * A shared program.
 */
export type ShareView = SharedProgram & {
  /**
   * Its id.
   */
  id: string;
  /**
   * The page that shows it.
   */
  url: string;
  /**
   * When it was shared.
   */
  created_at: string;
};

/**
 * One cache.
 */
export interface CacheNumbers {
  /**
   * Found.
   */
  hits: number;
  /**
   * Looked for and not found.
   */
  misses: number;
  /**
   * In memory now.
   */
  entries: number;
  /**
   * Their bytes.
   */
  bytes: number;
}
/**
 * What this server keeps to use again, since it started.
 */
export interface CacheStats {
  answers: CacheNumbers;
  programs: CacheNumbers;
}
/**
 * One test.
 */
export interface CaseInput {
  /**
   * What the program reads.
   */
  stdin?: string | null;
  stdin_encoding?: Encoding | null;
  /**
   * What it should print; white space at the end of lines does not count.
   */
  expected: string;
  expected_encoding?: Encoding | null;
}
/**
 * One test of a judged program.
 */
export interface CaseView {
  /**
   * Position, counted from 0.
   */
  index: number;
  verdict: Verdict;
  limit_hit?: LimitHit | null;
  /**
   * Standard output.
   */
  stdout: string;
  stdout_encoding: Encoding;
  /**
   * Whether more was printed than kept.
   */
  stdout_truncated: boolean;
  /**
   * Standard error.
   */
  stderr: string;
  stderr_encoding: Encoding;
  /**
   * Whether more was printed than kept.
   */
  stderr_truncated: boolean;
  /**
   * Exit code.
   */
  exit_code?: number | null;
  /**
   * The signal that ended it.
   */
  signal?: string | null;
  /**
   * Elapsed time.
   */
  wall_time_ms: number;
  /**
   * CPU time.
   */
  cpu_time_ms: number;
  /**
   * Peak memory.
   */
  memory_bytes: number;
}
/**
 * How one part is.
 */
export interface Check {
  status: HealthStatus;
  /**
   * More about it, in words.
   */
  detail?: string | null;
}
/**
 * The compile stage of an execution.
 */
export interface CompileView {
  /**
   * The compiler's standard output.
   */
  stdout: string;
  /**
   * The compiler's standard error.
   */
  stderr: string;
  stdout_encoding: Encoding;
  stderr_encoding: Encoding;
  /**
   * Whether more was printed than kept.
   */
  stdout_truncated: boolean;
  /**
   * Whether more was printed than kept.
   */
  stderr_truncated: boolean;
  /**
   * Exit code.
   */
  exit_code?: number | null;
  /**
   * Elapsed time.
   */
  wall_time_ms: number;
  /**
   * Places the compiler complained about.
   */
  diagnostics: Diagnostic[];
  /**
   * Whether the program had been compiled before: all of this is of that time.
   */
  cached?: boolean;
}
/**
 * One message about one place.
 */
export interface Diagnostic {
  /**
   * Path of the file within the submission.
   */
  file: string;
  /**
   * Line, counted from 1.
   */
  line: number;
  /**
   * Column, counted from 1, where the tool tells it.
   */
  column?: number | null;
  severity: Severity;
  /**
   * What the tool said.
   */
  message: string;
  /**
   * What usually helps, in plain words.
   */
  hint?: string | null;
}
/**
 * A new session. Unknown fields are ignored.
 */
export interface CreateSession {
  /**
   * Id or alias of a language.
   */
  language?: string;
  /**
   * The source to begin with; the language's hello program when absent.
   */
  templateCode?: string | null;
}
/**
 * A program worth reading.
 */
export interface ExampleView {
  /**
   * What it shows.
   */
  title: string;
  /**
   * The program.
   */
  source: string;
  /**
   * What it reads.
   */
  stdin: string;
}
/**
 * What to run. Unknown fields are ignored.
 */
export interface ExecuteRequest {
  /**
   * The program.
   */
  code: string;
  /**
   * Id or alias of a language.
   */
  language: string;
  /**
   * What the program reads.
   */
  input?: string | null;
  /**
   * Tests: the program is compiled once and run once for each.
   */
  testCases?: TestCaseInput[] | null;
}
/**
 * One test. Unknown fields are ignored.
 */
export interface TestCaseInput {
  /**
   * What the program reads.
   */
  input?: string | null;
  /**
   * What it should print.
   */
  expectedOutput: string;
}
/**
 * One page of executions.
 */
export interface ExecutionList {
  /**
   * Newest first.
   */
  items: ExecutionView[];
  /**
   * Send it as `cursor` for the next page; null on the last one.
   */
  next_cursor?: string | null;
}
/**
 * One execution. What is not known yet is null.
 */
export interface ExecutionView {
  /**
   * Its id: knowing it grants reading.
   */
  id: string;
  status: Status;
  verdict?: Verdict | null;
  limit_hit?: LimitHit | null;
  /**
   * The ending in plain words.
   */
  message?: string | null;
  action?: Action;
  /**
   * Id of the language.
   */
  language: string;
  /**
   * Version of the toolchain.
   */
  version?: string | null;
  /**
   * Standard output, as far as it was kept.
   */
  stdout?: string | null;
  /**
   * Standard error, as far as it was kept.
   */
  stderr?: string | null;
  stdout_encoding?: Encoding | null;
  stderr_encoding?: Encoding | null;
  /**
   * Whether more was printed than kept.
   */
  stdout_truncated?: boolean | null;
  /**
   * Whether more was printed than kept.
   */
  stderr_truncated?: boolean | null;
  /**
   * Exit code.
   */
  exit_code?: number | null;
  /**
   * The signal that ended the program.
   */
  signal?: string | null;
  /**
   * Elapsed time of the run.
   */
  wall_time_ms?: number | null;
  /**
   * CPU time of the run.
   */
  cpu_time_ms?: number | null;
  /**
   * Peak memory of the run.
   */
  memory_bytes?: number | null;
  /**
   * Time in the queue.
   */
  queue_time_ms?: number | null;
  compile?: CompileView | null;
  /**
   * Places in the source that the error output names.
   */
  diagnostics: Diagnostic[];
  /**
   * The tests that have ended, in order; only there for judged programs.
   */
  cases?: CaseView[];
  /**
   * Whether this is the answer to an earlier, equal request: then times, memory and `noise` are of that run.
   */
  cached: boolean;
  sandbox?: Sandbox | null;
  noise?: NoiseView | null;
  /**
   * How often it was tried.
   */
  attempts: number;
  /**
   * 1 is next; only while it waits.
   */
  queue_position?: number | null;
  /**
   * When it was accepted.
   */
  created_at: string;
  /**
   * When it began.
   */
  started_at?: string | null;
  /**
   * When it ended.
   */
  finished_at?: string | null;
  links: Links;
}
/**
 * What a program ran in.
 */
export interface Sandbox {
  /**
   * Names of the protections that were in force, as `runyard doctor` names them.
   */
  protections: string[];
  tier: Tier;
  mode: SandboxMode;
  cgroup: CgroupVersion;
}
/**
 * What may have disturbed the times of a run; of a judged program, of all its runs together.
 */
export interface NoiseView {
  /**
   * How long processes that wanted to compute were held back by the run's own limit on cores.
   */
  throttled_time_ms: number;
  /**
   * How often processes stopped to wait for something; null when that could not be counted.
   */
  voluntary_switches?: number | null;
  /**
   * How often the kernel gave the core to another; null when that could not be counted.
   */
  involuntary_switches?: number | null;
  /**
   * Most programs that were computing on this worker at once during the run, itself included.
   */
  concurrent_runs: number;
  /**
   * Whether its times should not be compared with others.
   */
  disturbed: boolean;
  /**
   * The times of each run, in the order they ran; only there when `repeat` asked for several.
   */
  repeats?: RepeatView[];
}
/**
 * The times of one of several runs.
 */
export interface RepeatView {
  /**
   * CPU time.
   */
  cpu_time_ms: number;
  /**
   * Elapsed time.
   */
  wall_time_ms: number;
}
/**
 * Where to go from an execution.
 */
export interface Links {
  /**
   * This record.
   */
  self: string;
  /**
   * Live events by Server-Sent Events.
   */
  events: string;
  /**
   * Live events and input by WebSocket.
   */
  ws: string;
  /**
   * POST here to cancel.
   */
  cancel: string;
}
/**
 * What to run. `language` and one of `source` and `files` are required.
 */
export interface ExecutionRequest {
  /**
   * Id or alias of a language.
   */
  language: string;
  /**
   * A version this server must have.
   */
  version?: string | null;
  action?: Action | null;
  /**
   * The program, when it is one file.
   */
  source?: string | null;
  /**
   * The program's files; the first is the main one.
   */
  files?: FileInput[] | null;
  /**
   * Options for the compiler, after the language's own.
   */
  compiler_flags?: string[] | null;
  /**
   * What the program reads.
   */
  stdin?: string | null;
  stdin_encoding?: Encoding | null;
  /**
   * Give the program a terminal whose input stays open for the WebSocket.
   */
  interactive?: boolean | null;
  /**
   * Arguments after the program's name.
   */
  args?: string[] | null;
  /**
   * Environment variables.
   */
  env?: {
    [k: string]: string;
  } | null;
  limits?: LimitsRequest | null;
  /**
   * Tests: the program is compiled once and run once for each.
   */
  cases?: CaseInput[] | null;
  /**
   * How often a plain run is repeated, each time in a fresh jail, for times that are worth more: 1 (when absent) to 10.
   */
  repeat?: number | null;
  /**
   * 0 (last) to 9 (first); 5 when absent.
   */
  priority?: number | null;
  cache?: CacheSwitch | null;
}
/**
 * One file as it is sent.
 */
export interface FileInput {
  /**
   * Relative path with `/` between names.
   */
  path: string;
  /**
   * Its content.
   */
  content: string;
  encoding?: Encoding | null;
}
/**
 * Limits as a caller asks for them. Absent, null and zero mean "the default".
 */
export interface LimitsRequest {
  /**
   * Elapsed time of the run in milliseconds.
   */
  wall_time_ms?: number | null;
  /**
   * CPU time of the run in milliseconds.
   */
  cpu_time_ms?: number | null;
  /**
   * CPU cores the run may use at once.
   */
  cpu_cores?: number | null;
  /**
   * Memory in bytes.
   */
  memory_bytes?: number | null;
  /**
   * Bytes kept of stdout and of stderr, each.
   */
  output_bytes?: number | null;
  /**
   * Processes and threads at once.
   */
  processes?: number | null;
  /**
   * Elapsed time of the compile stage in milliseconds.
   */
  compile_wall_time_ms?: number | null;
  /**
   * Memory of the compile stage in bytes.
   */
  compile_memory_bytes?: number | null;
}
/**
 * What an execution was asked to run.
 */
export interface ExecutionSource {
  /**
   * Id of the language.
   */
  language: string;
  action: Action;
  /**
   * The files; the first is the main one.
   */
  files: FileInput[];
  /**
   * Options for the compiler.
   */
  compiler_flags: string[];
  /**
   * What the program read.
   */
  stdin: string;
  stdin_encoding: Encoding;
  /**
   * Arguments.
   */
  args: string[];
  /**
   * Environment variables.
   */
  env: {
    [k: string]: string;
  };
  /**
   * Whether it had a terminal.
   */
  interactive: boolean;
}
/**
 * One part of a request that is wrong.
 */
export interface FieldFault {
  /**
   * The field's path.
   */
  field: string;
  /**
   * What is wrong with it.
   */
  message: string;
}
/**
 * How the server is.
 */
export interface Health {
  status: HealthStatus;
  /**
   * The parts, by name.
   */
  checks: {
    [k: string]: Check;
  };
}
/**
 * The job that was made.
 */
export interface JobAccepted {
  /**
   * Its id.
   */
  jobId: string;
  /**
   * `queued`.
   */
  status: string;
}
/**
 * A job that was cancelled.
 */
export interface JobCancelled {
  /**
   * Its id.
   */
  jobId: string;
  state: JobState;
}
/**
 * What came of a job.
 */
export interface JobResult {
  verdict: Verdict;
  /**
   * Standard output.
   */
  stdout: string;
  /**
   * Standard error.
   */
  stderr: string;
  /**
   * What the compiler printed; empty for languages without one.
   */
  compileOutput: string;
  /**
   * Exit code.
   */
  exitCode?: number | null;
  /**
   * The signal that ended the program.
   */
  signal?: string | null;
  /**
   * Elapsed time.
   */
  executionTimeMs?: number | null;
  /**
   * Peak memory.
   */
  memoryBytes?: number | null;
  /**
   * How many tests were accepted.
   */
  passed?: number | null;
  /**
   * How many tests there are.
   */
  total?: number | null;
  /**
   * The tests in order.
   */
  testResults?: TestResult[] | null;
}
/**
 * What came of one test.
 */
export interface TestResult {
  /**
   * Position, counted from 0.
   */
  index: number;
  verdict: Verdict;
  /**
   * Whether it was accepted.
   */
  passed: boolean;
  /**
   * What the program read.
   */
  input: string;
  /**
   * What it should have printed.
   */
  expectedOutput: string;
  /**
   * What it printed.
   */
  actualOutput: string;
  /**
   * Elapsed time.
   */
  executionTimeMs: number;
  /**
   * Peak memory.
   */
  memoryBytes: number;
}
/**
 * A job. Clients ask until `state` is `completed` or `failed`.
 */
export interface JobView {
  /**
   * Its id.
   */
  jobId: string;
  state: JobState;
  /**
   * 0 to 100: the share of test cases that have ended, also of a job that was cancelled.
   */
  progress: number;
  result?: JobResult | null;
  /**
   * Why there is no result; null unless `failed` or `cancelled`.
   */
  failedReason?: string | null;
}
/**
 * A language of this server.
 */
export interface LanguageView {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its name for people.
   */
  name: string;
  /**
   * Version of its toolchain, once it is known.
   */
  version?: string | null;
  /**
   * Other names that requests may use.
   */
  aliases: string[];
  /**
   * Whether its self-test passed.
   */
  available: boolean;
  /**
   * Why it is not available.
   */
  reason?: string | null;
  /**
   * Name of the main file when a request sends one source.
   */
  source_file: string;
  /**
   * Whether programs are compiled first.
   */
  compiled: boolean;
  /**
   * Whether requests may give the compiler options.
   */
  accepts_compiler_flags: boolean;
  /**
   * What can be done with its programs on this server: `run` first.
   */
  actions: Action[];
  /**
   * The image its toolchain comes from; null when it is the machine's own.
   */
  image?: string | null;
}
/**
 * All languages.
 */
export interface LanguageList {
  /**
   * In the order of their names.
   */
  items: LanguageView[];
}
/**
 * The execution that was made.
 */
export interface LiveAccepted {
  /**
   * Its id.
   */
  executionId: string;
  /**
   * `QUEUED` when it is new.
   */
  status: string;
}
/**
 * What to run. Unknown fields are ignored.
 */
export interface LiveExecution {
  /**
   * A session of the session API.
   */
  sessionId?: string;
  /**
   * Id or alias of a language.
   */
  language?: string;
  /**
   * The program.
   */
  code?: string;
}
/**
 * An error of `/api/v1`: RFC 9457.
 */
export interface Problem {
  /**
   * Always `about:blank`: the `code` tells errors apart.
   */
  type: string;
  /**
   * The status in words.
   */
  title: string;
  /**
   * The HTTP status.
   */
  status: number;
  /**
   * What is wrong, for people.
   */
  detail: string;
  /**
   * What is wrong, for programs. Never changes.
   */
  code: string;
  /**
   * Names this answer in the server's log.
   */
  request_id: string;
  /**
   * Which part of the request, such as `limits.memory_bytes`.
   */
  field?: string | null;
}
/**
 * One protection of this server, or one thing about its host, as `runyard doctor` found it.
 */
export interface ProtectionItem {
  /**
   * Its name; for a protection, as in `protection.accept_missing`.
   */
  name: string;
  kind: ProtectionKind;
  state: ProtectionState;
  /**
   * What was found.
   */
  detail: string;
  /**
   * What to do about it.
   */
  remedy?: string | null;
}
/**
 * Every protection and every check of the host, and how each stands.
 */
export interface ProtectionList {
  /**
   * In the order of `runyard doctor`.
   */
  items: ProtectionItem[];
}
/**
 * An error of the queue API.
 */
export interface QueueApiError {
  /**
   * What is wrong, for people.
   */
  error: string;
  /**
   * What is wrong, for programs.
   */
  code: string;
  /**
   * Which part of the request.
   */
  details?: FieldFault[] | null;
}
/**
 * A language.
 */
export interface QueueLanguage {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its name for people.
   */
  name: string;
  /**
   * Version of its toolchain, once it is known.
   */
  version?: string | null;
  /**
   * Other names that requests may use.
   */
  aliases: string[];
  /**
   * Whether its self-test passed.
   */
  available: boolean;
}
/**
 * The queue's numbers.
 */
export interface QueueStats {
  /**
   * Jobs that wait.
   */
  waiting: number;
  /**
   * Jobs that run.
   */
  active: number;
  /**
   * Jobs that ended by themselves or at their time limit.
   */
  completed: number;
  /**
   * Jobs that ended otherwise, cancelled ones apart.
   */
  failed: number;
  /**
   * Jobs that wait or run.
   */
  depth: number;
  /**
   * Programs that may use a core at the same time.
   */
  workers: number;
  /**
   * Mean time in the queue of the last jobs; 0 before the first.
   */
  averageWaitMs: number;
  /**
   * Mean time from start to end of the last jobs; 0 before the first.
   */
  averageProcessingMs: number;
}
/**
 * The execution that was made, or that the same key made before.
 */
export interface RunAccepted {
  /**
   * Its id.
   */
  execution_id: string;
  /**
   * `QUEUED` when it is new.
   */
  status: string;
}
/**
 * An error of the session and live APIs.
 */
export interface SessionApiError {
  /**
   * The HTTP status.
   */
  statusCode: number;
  message: SessionApiMessage;
  /**
   * The status in words; absent on 500.
   */
  error?: string | null;
}
/**
 * An execution. What is not known yet is null.
 */
export interface SessionExecution {
  /**
   * Its id.
   */
  execution_id: string;
  /**
   * QUEUED, RUNNING, COMPLETED, FAILED or TIMEOUT.
   */
  status: string;
  /**
   * Standard output.
   */
  stdout?: string | null;
  /**
   * Standard error; the compiler's when the program did not get to run.
   */
  stderr?: string | null;
  /**
   * Elapsed time of the run in whole milliseconds.
   */
  execution_time_ms?: number | null;
  /**
   * The last line of `stderr`, or what else there is to say; null when it went well.
   */
  error_message?: string | null;
  /**
   * The kind of failure; null when it went well.
   */
  error_type?: string | null;
  /**
   * Its id, as the live API calls it.
   */
  executionId: string;
  /**
   * Standard output, then standard error, without the last line break.
   */
  output?: string | null;
}
/**
 * A session.
 */
export interface SessionView {
  /**
   * Its id.
   */
  session_id: string;
  /**
   * `ACTIVE`.
   */
  status: string;
}
/**
 * What to share.
 */
export interface ShareRequest {
  /**
   * Id or alias of a language.
   */
  language: string;
  /**
   * The files; the first is the main one.
   */
  files: FileInput[];
  /**
   * What the program reads.
   */
  stdin?: string | null;
  /**
   * Arguments.
   */
  args?: string[] | null;
  /**
   * Options for the compiler.
   */
  compiler_flags?: string[] | null;
  /**
   * An ended execution of yours, of this very program, whose record is kept with the share.
   */
  execution_id?: string | null;
}
/**
 * What a share keeps.
 */
export interface SharedProgram {
  /**
   * Id of the language.
   */
  language: string;
  /**
   * The files; the first is the main one.
   */
  files: FileInput[];
  /**
   * What the program reads.
   */
  stdin: string;
  /**
   * Arguments.
   */
  args: string[];
  /**
   * Options for the compiler.
   */
  compiler_flags?: string[];
  result?: ExecutionView | null;
}
/**
 * The queue now, and counts since the database was made.
 */
export interface StatsView {
  /**
   * Executions that wait.
   */
  waiting: number;
  /**
   * Executions that run.
   */
  running: number;
  /**
   * Ended as COMPLETED.
   */
  completed: number;
  /**
   * Ended as FAILED.
   */
  failed: number;
  /**
   * Ended as CANCELLED.
   */
  cancelled: number;
  /**
   * Ended as TIMEOUT.
   */
  timeout: number;
  /**
   * How many may wait.
   */
  depth_limit: number;
  /**
   * Age of the one that waits longest; null when none waits.
   */
  oldest_waiting_ms?: number | null;
  /**
   * Programs that may use a core at the same time.
   */
  workers: number;
  /**
   * Mean time in the queue of the last ones.
   */
  average_wait_ms?: number | null;
  /**
   * Mean time from start to end of the last ones.
   */
  average_run_ms?: number | null;
  cache: CacheStats;
}
/**
 * An anonymous token.
 */
export interface TokenView {
  /**
   * Send it as `Authorization: Bearer TOKEN`.
   */
  token: string;
}
/**
 * A new version of a session's source. Unknown fields are ignored.
 */
export interface UpdateSession {
  /**
   * The source.
   */
  source_code?: string;
  /**
   * Id or alias of a language.
   */
  language?: string;
}
