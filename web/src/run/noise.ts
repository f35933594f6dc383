import type { Execution } from "../api/schema";
import { formatDuration } from "./format";

type Noise = NonNullable<Execution["noise"]>;

/** Why the times of a run should not be compared with others: a few words, and the whole of it. */
export function describeNoise(noise: Noise): { short: string; long: string } {
  const runs = noise.concurrent_runs > 1 ? `: ${noise.concurrent_runs} runs at once` : "";
  const causes = [
    noise.concurrent_runs > 1 ? `up to ${noise.concurrent_runs} programs computed here at the same time` : "",
    noise.throttled_time_ms >= 1
      ? `it was held back for ${formatDuration(noise.throttled_time_ms)} by its own limit on cores`
      : "",
    noise.involuntary_switches
      ? `the core was taken away ${noise.involuntary_switches.toLocaleString("en")} times`
      : "",
  ].filter((cause) => cause !== "");
  const because = causes.length > 0 ? `: ${causes.join("; ")}` : "";
  return { short: `times may be disturbed${runs}`, long: `Do not compare its times with others${because}.` };
}
