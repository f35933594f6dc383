import { expect, it } from "vitest";
import type { LimitName, Verdict } from "../api/schema";
import { describeEnding, describePhase } from "./verdict";

const ending = (verdict: Verdict, message: string | null = null, limit_hit: LimitName | null = null) =>
  describeEnding({ status: "FAILED", verdict, limit_hit, message, exit_code: null, signal: null });

it("words every ending differently", () => {
  const verdicts: Verdict[] = [
    "ok",
    "accepted",
    "wrong_answer",
    "time_limit",
    "memory_limit",
    "output_limit",
    "runtime_error",
    "compile_error",
    "forbidden_call",
    "cancelled",
    "system_error",
  ];
  expect(new Set(verdicts.map((verdict) => ending(verdict).title)).size).toBe(verdicts.length);
});

it("makes sentences of the server's fragments", () => {
  expect(ending("runtime_error", "ended with exit code 3").detail).toBe("Ended with exit code 3.");
});

it("tells wall time from CPU time", () => {
  expect(ending("time_limit", null, "wall_time").detail).not.toBe(ending("time_limit", null, "cpu_time").detail);
});

it("says which place in the queue", () => {
  expect(describePhase("queued", 1)).toContain("next");
  expect(describePhase("queued", 4)).toContain("4");
  expect(describePhase("queued", null)).toBe("Starting");
});
