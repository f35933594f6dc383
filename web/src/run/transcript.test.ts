import { describe, expect, it } from "vitest";
import type { ExecutionEvent } from "../api/schema";
import { decode, EMPTY_TRANSCRIPT, lastEventId, reduceAll, typeLine } from "./transcript";

type Loose = Record<string, unknown> & { type: ExecutionEvent["type"] };

function event(seq: number, fields: Loose, attempt = 1): ExecutionEvent {
  return { execution_id: "x", attempt, seq, ...fields } as unknown as ExecutionEvent;
}
const output = (seq: number, data: string, attempt = 1, stream = "stdout") =>
  event(seq, { type: "output", stage: "run", stream, data }, attempt);
const text = (pieces: readonly { text: string }[]) => pieces.map((piece) => piece.text).join("");

describe("reduce", () => {
  it("collects output in order and remembers where to resume", () => {
    const transcript = reduceAll(EMPTY_TRANSCRIPT, [output(1, "a"), output(2, "b")]);
    expect(text(transcript.run)).toBe("ab");
    expect(lastEventId(transcript)).toBe("1.2");
  });

  it("has nothing to resume from at first", () => {
    expect(lastEventId(EMPTY_TRANSCRIPT)).toBeNull();
  });

  it("ignores what a reconnect replays", () => {
    const transcript = reduceAll(EMPTY_TRANSCRIPT, [output(1, "a"), output(2, "b"), output(1, "a"), output(2, "b")]);
    expect(text(transcript.run)).toBe("ab");
  });

  it("lets a snapshot replace everything", () => {
    const before = reduceAll(EMPTY_TRANSCRIPT, [output(1, "old")]);
    const after = reduceAll(before, [
      event(9, {
        type: "snapshot",
        status: "RUNNING",
        stage: "run",
        compile_output: "warning",
        stdout: "all",
        stderr: "oops",
        stdout_truncated: true,
      }),
      output(10, "!"),
    ]);
    expect(text(after.run)).toBe("all\noops!");
    expect(text(after.compile)).toBe("warning");
    expect(after.truncated).toHaveLength(1);
    expect(after.generation).toBe(before.generation + 1);
    expect(lastEventId(after)).toBe("1.10");
  });

  it("voids earlier output when a new attempt begins", () => {
    const after = reduceAll(EMPTY_TRANSCRIPT, [
      output(5, "lost"),
      event(0, { type: "restart", reason: "worker died" }, 2),
      output(1, "new", 2),
      output(6, "late", 1),
    ]);
    expect(text(after.run)).toBe("new");
    expect(after.restarts).toBe(1);
  });

  it("keeps compile output apart", () => {
    const after = reduceAll(EMPTY_TRANSCRIPT, [
      event(1, { type: "output", stage: "compile", stream: "stderr", data: "error" }),
    ]);
    expect(after.run).toEqual([]);
    expect(text(after.compile)).toBe("error");
  });

  it("skips events it does not know", () => {
    const unknown = event(1, { type: "weather" as ExecutionEvent["type"] });
    expect(reduceAll(EMPTY_TRANSCRIPT, [unknown]).seq).toBe(1);
  });

  it("records the end", () => {
    const after = reduceAll(EMPTY_TRANSCRIPT, [event(1, { type: "end", status: "COMPLETED", verdict: "ok" })]);
    expect(after.end?.verdict).toBe("ok");
    expect(after.status).toBe("COMPLETED");
    expect(after.end?.exit_code).toBeNull();
  });
});

describe("typed lines", () => {
  it("are not shown twice when a terminal echoes them, even in pieces", () => {
    const typed = typeLine(EMPTY_TRANSCRIPT, "Ada");
    const after = reduceAll(typed, [output(1, "Ad"), output(2, "a\r\nHello Ada\n")]);
    expect(after.run.map((piece) => [piece.source, piece.text])).toEqual([
      ["input", "Ada\n"],
      ["stdout", "Hello Ada\n"],
    ]);
  });

  it("leave the output of a program without echo alone", () => {
    const after = reduceAll(typeLine(EMPTY_TRANSCRIPT, "Ada"), [output(1, "Hello Ada\n"), output(2, "Ada\r\n")]);
    expect(text(after.run)).toBe("Ada\nHello Ada\nAda\r\n");
  });
});

it("shows replacement characters for bytes that are not UTF-8", () => {
  expect(decode(btoa("a\xffb"), "base64")).toBe("a\ufffdb");
});
