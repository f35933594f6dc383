import { bySeverity, problemsOf } from "../editor/problems";
import { ScreenView, type OnLocation } from "../output/ScreenView";
import { ScrollPane } from "../output/ScrollPane";
import { formatDuration } from "./format";
import { ProblemList } from "./ProblemList";
import type { RunState } from "./runner";

interface CompilePanelProps {
  state: RunState;
  paths: readonly string[];
  onLocation: OnLocation;
}

/** What the compiler said, apart from what the program wrote: first the problems, then its own words. */
export function CompilePanel({ state, paths, onLocation }: CompilePanelProps) {
  const { transcript, record } = state;
  const problems = bySeverity(problemsOf(record));
  const time = record?.compile?.wall_time_ms ?? null;
  return (
    <ScrollPane label="Compiler output">
      {problems.length > 0 ? (
        <ProblemList label="Problems" problems={problems} paths={paths} onLocation={onLocation} />
      ) : null}
      {transcript.compile.length > 0 ? (
        <ScreenView
          pieces={transcript.compile}
          generation={transcript.generation}
          paths={paths}
          onLocation={onLocation}
        />
      ) : (
        <p className="px-4 py-3 text-text-soft">
          The compiler had nothing to say{time === null ? "." : `; it took ${formatDuration(time)}.`}
        </p>
      )}
    </ScrollPane>
  );
}
