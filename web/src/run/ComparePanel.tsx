import { ScreenView, type OnLocation } from "../output/ScreenView";
import { ScrollPane } from "../output/ScrollPane";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";
import { formatDuration } from "./format";
import { isActive, type FinishedRun } from "./runner";
import { describeEnding } from "./verdict";

/** The result on screen beside the one before it. */
export function ComparePanel({ paths, onLocation }: { paths: readonly string[]; onLocation: OnLocation }) {
  const { runner } = useWorkbench();
  const state = useStore(runner.state);
  const runs = useStore(runner.history);
  const at = runs.findIndex((run) => run.record.id === state.record?.id);
  // While a program runs it is not in the history yet, so the newest entry is the one before it.
  const previous = isActive(state.phase) ? runs[0] : runs[at + 1];
  return (
    <div className="grid min-h-0 flex-1 grid-cols-2 divide-x divide-line max-md:grid-cols-1 max-md:grid-rows-2 max-md:divide-x-0 max-md:divide-y">
      <div className="flex min-h-0 min-w-0 flex-col">
        <Heading title={previous ? `Before (run ${previous.number})` : "Before"} run={previous} />
        <ScrollPane label="Previous output">
          {previous ? (
            <ScreenView
              pieces={previous.transcript.run}
              generation={previous.number}
              paths={paths}
              onLocation={onLocation}
            />
          ) : (
            <p className="p-3 text-text-soft">No earlier run to compare with.</p>
          )}
        </ScrollPane>
      </div>
      <div className="flex min-h-0 min-w-0 flex-col">
        <Heading title="This run" run={at >= 0 ? runs[at] : undefined} />
        <ScrollPane label="Program output">
          <ScreenView
            pieces={state.transcript.run}
            generation={state.transcript.generation}
            paths={paths}
            onLocation={onLocation}
          />
        </ScrollPane>
      </div>
    </div>
  );
}

function Heading({ title, run }: { title: string; run: FinishedRun | undefined }) {
  return (
    <p className="flex items-center justify-between gap-2 border-b border-line bg-raised px-3 py-1 text-xs text-text-soft">
      <span className="font-medium text-text">{title}</span>
      {run ? (
        <span className="truncate">
          {describeEnding(run.record).title}
          {run.record.wall_time_ms === null ? "" : `, ${formatDuration(run.record.wall_time_ms)}`}
        </span>
      ) : null}
    </p>
  );
}
