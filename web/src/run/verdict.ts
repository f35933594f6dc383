import type { EndEvent, Execution, LimitName } from "../api/schema";
import { sentence } from "../api/sentence";
import type { Phase } from "./runner";

export type Tone = "good" | "bad" | "warn" | "neutral";

export interface VerdictText {
  tone: Tone;
  title: string;
  detail: string;
}

type Ending = Pick<
  Execution | Required<EndEvent>,
  "status" | "verdict" | "limit_hit" | "message" | "exit_code" | "signal"
>;

const LIMITS: Record<LimitName, string> = {
  wall_time: "It ran longer than its time limit and was stopped.",
  cpu_time: "It used more CPU time than allowed and was stopped.",
  memory: "It needed more memory than allowed and was stopped.",
  output: "It wrote far more than the output limit and was stopped.",
  processes: "It tried to start more processes than allowed.",
  compile_time: "Compiling took longer than allowed.",
  compile_memory: "Compiling needed more memory than allowed.",
};

/** Plain words for how a program ended; each kind of ending reads differently. */
export function describeEnding(ending: Ending): VerdictText {
  const limit = ending.limit_hit ? LIMITS[ending.limit_hit] : null;
  const said = sentence(ending.message ?? "");
  switch (ending.verdict) {
    case "ok":
      return { tone: "good", title: "Finished", detail: said };
    case "accepted":
      return { tone: "good", title: "Accepted", detail: said };
    case "wrong_answer":
      return { tone: "bad", title: "Wrong answer", detail: said };
    case "time_limit":
      return { tone: "warn", title: "Time limit", detail: said || (limit ?? "") };
    case "memory_limit":
      return { tone: "warn", title: "Memory limit", detail: said || LIMITS.memory };
    case "output_limit":
      return { tone: "warn", title: "Output limit", detail: said || LIMITS.output };
    case "runtime_error":
      return { tone: "bad", title: "Runtime error", detail: said };
    case "compile_error":
      return { tone: "bad", title: "Compile error", detail: said || (limit ?? "The compiler refused the program.") };
    case "forbidden_call":
      return {
        tone: "bad",
        title: "Forbidden call",
        detail: said || "It asked for something programs may not do here.",
      };
    case "cancelled":
      return { tone: "neutral", title: "Stopped", detail: said || "You stopped it." };
    case "system_error":
      return {
        tone: "bad",
        title: "Our fault",
        detail: said || "Something failed on the server, not in your program. Run it again.",
      };
    default:
      return { tone: "neutral", title: "Ended", detail: said };
  }
}

export function describePhase(phase: Phase, queuePosition: number | null, unsent = false): string {
  switch (phase) {
    case "sending":
      return unsent ? "Waiting to be sent" : "Sending";
    case "queued":
      if (queuePosition === null) return "Starting";
      return queuePosition <= 1
        ? "Waiting for a free place: next in line"
        : `Waiting for a free place: number ${queuePosition} in line`;
    case "running":
      return "Running";
    case "stopping":
      return "Stopping";
    case "failed":
      return "Not run";
    default:
      return "Ready";
  }
}
