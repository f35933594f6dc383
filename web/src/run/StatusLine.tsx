import { type ReactNode, useEffect, useState } from "react";
import type { Execution, Language } from "../api/schema";
import { Icon, type IconName } from "../shell/kit/Icon";
import { useStore } from "../state/store";
import { waiting } from "./connection";
import { formatBytes, formatDuration } from "./format";
import { isActive, type RunState } from "./runner";
import { describeNoise } from "./noise";
import { describeEnding, describePhase, type Tone } from "./verdict";

const TONE: Record<Tone, { className: string; icon: IconName }> = {
  good: { className: "text-good", icon: "check" },
  bad: { className: "text-bad", icon: "cross" },
  warn: { className: "text-warn", icon: "warning" },
  neutral: { className: "text-text-soft", icon: "circle" },
};

/** How the program stands or ended, always in the same place. */
export function StatusLine({ state, language }: { state: RunState; language: Language | undefined }) {
  const { phase, record, transcript } = state;
  const unsent = useStore(waiting, (wait) => wait?.what === "send");
  const ending = phase === "ended" ? (record?.verdict ? record : (transcript.end ?? record)) : null;
  const words = ending ? describeEnding(ending) : null;
  const tone = TONE[words?.tone ?? (phase === "failed" ? "bad" : "neutral")];
  return (
    <div
      data-testid="status"
      data-phase={phase}
      data-verdict={ending?.verdict ?? ""}
      className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-0.5 border-t border-line bg-raised px-3 py-1.5 text-xs"
    >
      <span className={`flex items-center gap-1.5 font-semibold ${tone.className}`}>
        {isActive(phase) ? (
          <span className="pulse-dot size-2 rounded-full bg-accent-text" />
        ) : (
          <Icon name={tone.icon} size={14} />
        )}
        {words?.title ?? describePhase(phase, record?.queue_position ?? null, unsent)}
        {isActive(phase) && state.startedAt !== null ? <Elapsed since={state.startedAt} /> : null}
      </span>
      {ending ? <Figures ending={ending} record={record} language={language} /> : null}
      {words?.detail ? (
        <span className="basis-full truncate text-text-soft" title={words.detail}>
          {words.detail}
        </span>
      ) : null}
      {transcript.restarts > 0 ? (
        <span className="text-text-soft">
          The server started it again{transcript.restarts > 1 ? ` ${transcript.restarts} times` : ""}; earlier output
          was void.
        </span>
      ) : null}
    </div>
  );
}

type Measures = Pick<Execution, "exit_code" | "signal" | "wall_time_ms" | "cpu_time_ms" | "memory_bytes">;

function Figures({
  ending,
  record,
  language,
}: {
  ending: Measures;
  record: Execution | null;
  language: Language | undefined;
}) {
  return (
    <>
      {ending.signal ? <Figure name="Signal">{ending.signal}</Figure> : null}
      {ending.exit_code !== null ? <Figure name="Exit">{ending.exit_code}</Figure> : null}
      {typeof record?.compile?.wall_time_ms === "number" ? (
        <Figure name="Compile">{formatDuration(record.compile.wall_time_ms)}</Figure>
      ) : null}
      {ending.wall_time_ms !== null ? <Figure name="Time">{formatDuration(ending.wall_time_ms)}</Figure> : null}
      {ending.cpu_time_ms !== null ? <Figure name="CPU">{formatDuration(ending.cpu_time_ms)}</Figure> : null}
      {ending.memory_bytes !== null ? <Figure name="Memory">{formatBytes(ending.memory_bytes)}</Figure> : null}
      {typeof record?.queue_time_ms === "number" ? (
        <Figure name="Queue">{formatDuration(record.queue_time_ms)}</Figure>
      ) : null}
      {record?.version ? (
        <span className="text-text-soft">
          {language?.name} {record.version}
        </span>
      ) : null}
      {language?.image ? (
        <span className="max-w-64 truncate text-text-soft" title={`Image ${language.image}`}>
          <span className="sr-only">Image </span>
          {language.image}
        </span>
      ) : null}
      {record?.noise?.disturbed ? <Disturbed noise={record.noise} /> : null}
      {record?.cached ? <span className="text-text-soft">from cache</span> : null}
    </>
  );
}

/** Times taken while the machine was busy with other programs are no measure; said small, because nothing went wrong. */
function Disturbed({ noise }: { noise: NonNullable<Execution["noise"]> }) {
  const { short, long } = describeNoise(noise);
  return (
    <span className="text-text-soft underline decoration-dotted underline-offset-2" title={long}>
      {short}
      <span className="sr-only">. {long}</span>
    </span>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="whitespace-nowrap text-text-soft">
      {name} <span className="text-text tabular-nums">{children}</span>
    </span>
  );
}

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="font-normal text-text-soft tabular-nums">{(Math.max(0, now - since) / 1000).toFixed(1)} s</span>
  );
}
