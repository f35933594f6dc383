import type {
  Encoding,
  EndEvent,
  Execution,
  ExecutionEvent,
  SnapshotEvent,
  Stage,
  Status,
  Stream,
} from "../api/schema";
import type { Source } from "../output/screen";

/** One stretch of output in the order it arrived. */
export interface Piece {
  readonly source: Source;
  readonly text: string;
}

export interface Truncation {
  readonly stage: Stage;
  readonly stream: Stream;
  readonly limitBytes: number | null;
}

/**
 * What the page knows about one execution from its events. A pure value: `reduce(transcript, event)` makes the next one.
 * `generation` changes when earlier pieces became void, so that a view knows to start again instead of appending.
 */
export interface Transcript {
  readonly attempt: number;
  readonly seq: number;
  readonly status: Status;
  readonly stage: Stage | null;
  readonly compile: readonly Piece[];
  readonly run: readonly Piece[];
  readonly truncated: readonly Truncation[];
  readonly generation: number;
  readonly restarts: number;
  /** Typed text already shown, whose echo from the program's terminal must not be shown a second time. */
  readonly awaitedEcho: string;
  readonly end: Required<EndEvent> | null;
}

export const EMPTY_TRANSCRIPT: Transcript = {
  attempt: 0,
  seq: -1,
  status: "QUEUED",
  stage: null,
  compile: [],
  run: [],
  truncated: [],
  generation: 0,
  restarts: 0,
  awaitedEcho: "",
  end: null,
};

/** The server leaves out of `end` what it does not know; the page reads null there, as in a record. */
const NOTHING_KNOWN = {
  limit_hit: null,
  message: null,
  exit_code: null,
  signal: null,
  wall_time_ms: null,
  cpu_time_ms: null,
  memory_bytes: null,
};

/** The place to resume from after a lost connection, or null when nothing was received yet. */
export function lastEventId(transcript: Transcript): string | null {
  return transcript.seq < 0 ? null : `${transcript.attempt}.${transcript.seq}`;
}

export function reduceAll(transcript: Transcript, events: readonly ExecutionEvent[]): Transcript {
  return events.reduce(reduce, transcript);
}

export function reduce(transcript: Transcript, event: ExecutionEvent): Transcript {
  if (isStale(transcript, event)) return transcript;
  const base = { ...transcript, attempt: event.attempt, seq: event.seq };
  switch (event.type) {
    case "status":
      return { ...base, status: event.status };
    case "stage":
      return { ...base, stage: event.stage, status: "RUNNING" };
    case "output":
      return appendOutput(base, event.stage, event.stream, decode(event.data, event.encoding));
    case "truncated": {
      const truncation = { stage: event.stage, stream: event.stream, limitBytes: event.limit_bytes };
      return { ...base, truncated: [...base.truncated, truncation] };
    }
    case "snapshot":
      return fromSnapshot(base, event);
    case "restart":
      return {
        ...base,
        status: "QUEUED",
        stage: null,
        compile: [],
        run: [],
        truncated: [],
        awaitedEcho: "",
        generation: base.generation + 1,
        restarts: base.restarts + 1,
      };
    case "end":
      return { ...base, status: event.status, end: { ...NOTHING_KNOWN, ...event } };
    default:
      // A newer server may send kinds of events this page does not know yet.
      return base;
  }
}

/** A reconnect may replay what was already seen, and an older attempt may still be talking. */
function isStale(transcript: Transcript, event: ExecutionEvent): boolean {
  if (event.attempt < transcript.attempt) return true;
  if (event.attempt > transcript.attempt) return false;
  // A snapshot replaces everything, even at the position already reached.
  return event.type === "snapshot" ? event.seq < transcript.seq : event.seq <= transcript.seq;
}

function appendOutput(transcript: Transcript, stage: Stage, stream: Stream, text: string): Transcript {
  if (stage === "compile") {
    return { ...transcript, compile: [...transcript.compile, { source: stream, text }] };
  }
  const echo = stream === "stdout" ? withoutEcho(transcript.awaitedEcho, text) : null;
  const shown = echo ? echo.text : text;
  const awaitedEcho = echo ? echo.awaited : transcript.awaitedEcho;
  if (shown === "") return { ...transcript, awaitedEcho };
  return { ...transcript, awaitedEcho, run: [...transcript.run, { source: stream, text: shown }] };
}

/** Shows a typed line at once, in its own style, and remembers it in case the program's terminal echoes it. */
export function typeLine(transcript: Transcript, line: string): Transcript {
  return {
    ...transcript,
    run: [...transcript.run, { source: "input", text: `${line}\n` }],
    awaitedEcho: `${transcript.awaitedEcho}${line}\r\n`,
  };
}

function withoutEcho(awaited: string, text: string): { text: string; awaited: string } {
  if (awaited === "") return { text, awaited };
  if (awaited.startsWith(text)) return { text: "", awaited: awaited.slice(text.length) };
  const at = text.indexOf(awaited);
  if (at >= 0) return { text: text.slice(0, at) + text.slice(at + awaited.length), awaited: "" };
  // The program talks without echoing (a pipe, a password prompt): nothing is owed any more.
  return { text, awaited: "" };
}

function fromSnapshot(transcript: Transcript, event: SnapshotEvent): Transcript {
  const run: Piece[] = [];
  const compile: Piece[] = [];
  const stdout = decode(event.stdout ?? "", event.stdout_encoding);
  const stderr = decode(event.stderr ?? "", event.stderr_encoding);
  const compileOutput = decode(event.compile_output ?? "", event.compile_output_encoding);
  if (compileOutput !== "") compile.push({ source: "stderr", text: compileOutput });
  if (stdout !== "") run.push({ source: "stdout", text: stdout });
  if (stderr !== "") run.push({ source: "stderr", text: separated(stdout, stderr) });
  return {
    ...transcript,
    status: event.status,
    stage: event.stage ?? null,
    compile,
    run,
    truncated: truncations(event.stdout_truncated, event.stderr_truncated),
    awaitedEcho: "",
    generation: transcript.generation + 1,
  };
}

/** The transcript of a record alone: a shared result, or a program that ended while the page was not listening. */
export function fromRecord(record: Execution, previous: Transcript = EMPTY_TRANSCRIPT): Transcript {
  const run: Piece[] = [];
  const compile: Piece[] = [];
  const stdout = decode(record.stdout ?? "", record.stdout_encoding);
  const stderr = decode(record.stderr ?? "", record.stderr_encoding);
  if (stdout !== "") run.push({ source: "stdout", text: stdout });
  if (stderr !== "") run.push({ source: "stderr", text: separated(stdout, stderr) });
  if (record.compile) {
    const out = decode(record.compile.stdout, record.compile.stdout_encoding);
    const err = decode(record.compile.stderr, record.compile.stderr_encoding);
    if (out !== "") compile.push({ source: "stdout", text: out });
    if (err !== "") compile.push({ source: "stderr", text: separated(out, err) });
  }
  return {
    ...EMPTY_TRANSCRIPT,
    status: record.status,
    run,
    compile,
    truncated: truncations(record.stdout_truncated, record.stderr_truncated),
    generation: previous.generation + 1,
    restarts: previous.restarts,
  };
}

function truncations(stdout: boolean | null | undefined, stderr: boolean | null | undefined): Truncation[] {
  const list: Truncation[] = [];
  if (stdout) list.push({ stage: "run", stream: "stdout", limitBytes: null });
  if (stderr) list.push({ stage: "run", stream: "stderr", limitBytes: null });
  return list;
}

/** A record keeps the streams apart, so the second one starts on a line of its own. */
function separated(before: string, text: string): string {
  return before === "" || before.endsWith("\n") ? text : `\n${text}`;
}

export function isFinal(status: Status): boolean {
  return status !== "QUEUED" && status !== "RUNNING";
}

/** Bytes that are not UTF-8 arrive as base64 and are shown with replacement characters. */
export function decode(data: string, encoding: Encoding | null | undefined): string {
  return encoding === "base64" ? new TextDecoder().decode(decodeBytes(data)) : data;
}

export function decodeBytes(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
