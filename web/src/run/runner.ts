import { cancelExecution, createExecution, getExecution } from "../api/client";
import { ApiProblem, explain, type Explanation, Unreachable, whyRefused } from "../api/problem";
import type { ClientMessage, Execution, ExecutionEvent } from "../api/schema";
import { type LanguageFacts, type Project, toRequest } from "../project/project";
import { createStore, type Store } from "../state/store";
import { backOff, waiting, waitToRetry } from "./connection";
import { FrameBatch } from "./frames";
import { explainRefusedRun } from "./refusedRun";
import { followOnce, type Transport } from "./stream";
import { EMPTY_TRANSCRIPT, fromRecord, isFinal, lastEventId, reduceAll, type Transcript, typeLine } from "./transcript";

export type Phase = "idle" | "sending" | "queued" | "running" | "stopping" | "ended" | "failed";

export interface RunState {
  readonly phase: Phase;
  readonly project: Project | null;
  readonly startedAt: number | null;
  readonly record: Execution | null;
  readonly transcript: Transcript;
  readonly error: Explanation | null;
  /** Whether typing reaches the program: only over a socket, and only until end of input was sent. */
  readonly canType: boolean;
  readonly inputRefused: string | null;
}

export interface FinishedRun {
  readonly number: number;
  readonly at: number;
  readonly project: Project;
  readonly record: Execution;
  readonly transcript: Transcript;
}

export const IDLE: RunState = {
  phase: "idle",
  project: null,
  startedAt: null,
  record: null,
  transcript: EMPTY_TRANSCRIPT,
  error: null,
  canType: false,
  inputRefused: null,
};

/** Runs kept for the history list; each holds its source and output, so the list is bounded. */
const MOST_RUNS = 50;
/** While a program waits in the queue its place is asked for this often; no event carries it. */
const QUEUE_POLL_MS = 1000;

export function isActive(phase: Phase): boolean {
  return phase === "sending" || phase === "queued" || phase === "running" || phase === "stopping";
}

/** Sends a program, follows it through lost connections and server restarts, and keeps what came back. */
export class Runner {
  readonly state: Store<RunState>;
  readonly history: Store<readonly FinishedRun[]> = createStore<readonly FinishedRun[]>([]);
  private current: AbortController | null = null;
  private send: ((message: ClientMessage) => void) | null = null;
  private runs = 0;

  constructor(shown: Pick<RunState, "record" | "project"> | null = null) {
    const initial: RunState = shown?.record
      ? { ...IDLE, ...shown, phase: "ended", transcript: fromRecord(shown.record) }
      : IDLE;
    this.state = createStore(initial);
  }

  async run(project: Project, language: LanguageFacts | undefined): Promise<void> {
    if (isActive(this.state.get().phase)) return;
    const control = new AbortController();
    this.current = control;
    const generation = this.state.get().transcript.generation + 1;
    this.state.set({
      ...IDLE,
      phase: "sending",
      project,
      startedAt: Date.now(),
      transcript: { ...EMPTY_TRANSCRIPT, generation },
    });
    try {
      const record = await this.submit(project, language, control.signal);
      const stopWanted = this.state.get().phase === "stopping";
      this.update({ record, phase: stopWanted ? "stopping" : record.status === "RUNNING" ? "running" : "queued" });
      if (stopWanted) void this.cancel(record.id);
      await this.follow(record, control.signal);
    } catch (error) {
      if (control.signal.aborted) return;
      this.update({ phase: "failed", error: explainRefusedRun(error, project, language), canType: false });
    } finally {
      this.send = null;
    }
  }

  async stop(): Promise<void> {
    const { phase, record } = this.state.get();
    if (!isActive(phase)) return;
    if (!record && waiting.get() !== null) {
      // It never reached the server, which cannot be reached now: there is nothing to stop but the next try.
      this.current?.abort();
      this.state.set({ ...IDLE, transcript: this.state.get().transcript });
      return;
    }
    this.update({ phase: "stopping" });
    // Without a record yet, `run` cancels as soon as it has one.
    if (record) await this.cancel(record.id);
  }

  private async cancel(id: string): Promise<void> {
    try {
      await cancelExecution(id);
    } catch (error) {
      // It may have ended in the meantime; its end then arrives by the stream.
      if (error instanceof ApiProblem && error.problem.status === 409) return;
      if (isActive(this.state.get().phase)) {
        this.update({ phase: "running", error: explain(error, "The program could not be stopped.") });
      }
    }
  }

  /** Gives up following, as when the page is left. The program itself goes on. */
  detach(): void {
    this.current?.abort();
  }

  typeLine(line: string): void {
    if (!this.send || !this.state.get().canType) return;
    this.send({ type: "stdin", data: `${line}\n` });
    this.update({ transcript: typeLine(this.state.get().transcript, line), inputRefused: null });
  }

  endInput(): void {
    this.send?.({ type: "eof" });
    this.update({ canType: false });
  }

  resize(columns: number, rows: number): void {
    this.send?.({ type: "resize", columns, rows });
  }

  interrupt(): void {
    this.send?.({ type: "signal", signal: "SIGINT" });
  }

  clear(): void {
    if (isActive(this.state.get().phase)) return;
    this.state.set({
      ...IDLE,
      transcript: { ...EMPTY_TRANSCRIPT, generation: this.state.get().transcript.generation + 1 },
    });
  }

  show(run: FinishedRun): void {
    if (isActive(this.state.get().phase)) return;
    const generation = this.state.get().transcript.generation + 1;
    this.state.set({
      ...IDLE,
      phase: "ended",
      project: run.project,
      record: run.record,
      transcript: { ...run.transcript, generation },
    });
  }

  private update(part: Partial<RunState>): void {
    this.state.set((state) => ({ ...state, ...part }));
  }

  private async submit(project: Project, language: LanguageFacts | undefined, signal: AbortSignal): Promise<Execution> {
    const key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    const request = toRequest(project, language);
    for (let failures = 0; ; failures += 1) {
      try {
        return await createExecution(request, key, { signal });
      } catch (error) {
        await this.waitAfter(error, failures, "send", signal);
      }
    }
  }

  private async follow(record: Execution, signal: AbortSignal): Promise<void> {
    let transport: Transport = "socket";
    let failures = 0;
    const position = this.watchQueue(record.id, signal);
    try {
      for (;;) {
        const before = this.state.get().transcript.seq;
        const outcome = await this.followOnce(transport, record, signal);
        if (signal.aborted) return;
        if (outcome.ended) break;
        if (!outcome.opened && transport === "socket") transport = "events";
        else if (outcome.opened) transport = "socket";
        if (this.state.get().transcript.seq > before) failures = 0;
        const known = await this.recordAfterLoss(record.id, failures, signal);
        if (known && isFinal(known.status)) {
          this.finish(known, fromRecord(known, this.state.get().transcript));
          return;
        }
        // The record came, so the server is there and only the stream failed. A first failure is tried again at once.
        if (known && failures > 0) await waitToRetry(backOff(failures, Math.random()), lost("follow"), signal);
        failures += 1;
      }
    } finally {
      position();
    }
    const { transcript } = this.state.get();
    this.update({ phase: "ended", canType: false });
    const final = await this.finalRecord(record.id, signal);
    // A stream that began late may have missed the beginning; the record has it all.
    this.finish(
      final,
      transcript.run.length === 0 && transcript.compile.length === 0 ? fromRecord(final, transcript) : transcript,
    );
  }

  private async followOnce(transport: Transport, record: Execution, signal: AbortSignal) {
    const batch = new FrameBatch<ExecutionEvent>((events) => this.receive(events));
    const interactive = this.state.get().project?.interactive ?? false;
    try {
      return await followOnce(
        transport,
        record.links,
        lastEventId(this.state.get().transcript),
        {
          onOpen: (send) => {
            this.send = send;
            this.update({ canType: interactive && send !== null });
          },
          onEvent: (event) => batch.add(event),
          onRefused: (message) => this.update({ inputRefused: message.detail }),
        },
        signal,
      );
    } finally {
      if (signal.aborted) batch.discard();
      else batch.flush();
      this.send = null;
      if (!signal.aborted) this.update({ canType: false });
    }
  }

  private receive(events: readonly ExecutionEvent[]): void {
    const state = this.state.get();
    const transcript = reduceAll(state.transcript, events);
    let { phase } = state;
    if (transcript.status === "RUNNING" && (phase === "queued" || phase === "sending")) phase = "running";
    if (transcript.status === "QUEUED" && phase === "running") phase = "queued";
    this.state.set({ ...state, transcript, phase });
  }

  private async recordAfterLoss(id: string, failures: number, signal: AbortSignal): Promise<Execution | null> {
    try {
      return await getExecution(id, { signal });
    } catch (error) {
      if (signal.aborted) throw error;
      if (error instanceof Unreachable || (error instanceof ApiProblem && error.temporary)) {
        await this.waitAfter(error, failures, "follow", signal);
        return null;
      }
      throw error;
    }
  }

  private async finalRecord(id: string, signal: AbortSignal): Promise<Execution> {
    for (let failures = 0; ; failures += 1) {
      try {
        return await getExecution(id, { signal });
      } catch (error) {
        await this.waitAfter(error, failures, "result", signal);
      }
    }
  }

  /** Waits when the same request may succeed later, and passes the error on when it never will. */
  private async waitAfter(error: unknown, failures: number, what: "send" | "follow" | "result", signal: AbortSignal) {
    if (signal.aborted) throw error;
    if (error instanceof Unreachable) {
      await waitToRetry(backOff(failures, Math.random()), lost(what), signal);
    } else if (error instanceof ApiProblem && error.temporary) {
      const delay = error.retryAfterMs ?? backOff(failures, Math.random());
      const { problem } = error;
      await waitToRetry(delay, { what, why: whyRefused(problem), requestId: problem.request_id ?? null }, signal);
    } else {
      throw error;
    }
  }

  private watchQueue(id: string, signal: AbortSignal): () => void {
    const timer = setInterval(() => {
      if (this.state.get().phase !== "queued") return;
      getExecution(id, { signal }).then(
        (record) => {
          if (this.state.get().phase === "queued") this.update({ record });
        },
        () => undefined, // The stream notices a lost server and says so; this is only a place in a line.
      );
    }, QUEUE_POLL_MS);
    return () => clearInterval(timer);
  }

  private finish(record: Execution, transcript: Transcript): void {
    const { project } = this.state.get();
    this.update({ phase: "ended", record, transcript, canType: false });
    if (!project) return;
    this.runs += 1;
    const run: FinishedRun = { number: this.runs, at: Date.now(), project, record, transcript };
    this.history.set((runs) => [run, ...runs].slice(0, MOST_RUNS));
  }
}

function lost(what: "send" | "follow" | "result") {
  return {
    what,
    why: navigator.onLine ? "The server does not answer." : "This device is offline.",
    requestId: null,
  };
}
