import { expect, it } from "vitest";
import { describeNoise } from "./noise";

const noise = { throttled_time_ms: 0, voluntary_switches: 3, involuntary_switches: null, disturbed: true };

it("says how many programs computed at once", () => {
  const said = describeNoise({ ...noise, concurrent_runs: 3 });
  expect(said.short).toBe("times may be disturbed: 3 runs at once");
  expect(said.long).toContain("up to 3 programs");
});

it("does not blame others for what a run did alone", () => {
  const said = describeNoise({ ...noise, concurrent_runs: 1, throttled_time_ms: 12, involuntary_switches: 1400 });
  expect(said.short).toBe("times may be disturbed");
  expect(said.long).not.toContain("programs");
  expect(said.long).toContain("12 ms");
  expect(said.long).toContain("1,400 times");
});
