import { sameProgram } from "../project/project";
import { Button } from "../shell/kit/Button";
import { showToast } from "../shell/toasts";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";
import { formatDuration } from "./format";
import { type FinishedRun, isActive } from "./runner";
import { describeEnding } from "./verdict";

const TONE = { good: "text-good", bad: "text-bad", warn: "text-warn", neutral: "text-text-soft" } as const;

/** Every run of this page with the exact source it ran; one click shows its output, another brings its source back. */
export function HistoryPanel() {
  const bench = useWorkbench();
  const runs = useStore(bench.runner.history);
  const active = useStore(bench.runner.state, (state) => isActive(state.phase));
  const project = useStore(bench.workspace.store, (state) => state.project);

  const restore = (run: FinishedRun) => {
    const undo = bench.workspace.load(run.project);
    bench.show({ pane: "code" });
    showToast(`Source of run ${run.number} restored.`, { label: "Undo", run: undo });
  };

  if (runs.length === 0) {
    return <p className="px-4 py-4 text-text-soft">Runs of this session are kept here, each with the source it ran.</p>;
  }
  return (
    <ul className="min-h-0 flex-1 overflow-auto py-1" aria-label="Run history">
      {runs.map((run) => {
        const ending = describeEnding(run.record);
        const current = sameProgram(run.project, project);
        return (
          <li key={run.number} className="flex items-center gap-3 border-b border-line/60 px-3 py-2 last:border-0">
            <span className="w-6 text-right text-text-faint tabular-nums">{run.number}</span>
            <div className="min-w-0 flex-1">
              <p className="flex items-baseline gap-2">
                <span className={`font-medium ${TONE[ending.tone]}`}>{ending.title}</span>
                {run.record.wall_time_ms === null ? null : (
                  <span className="text-xs text-text-soft tabular-nums">{formatDuration(run.record.wall_time_ms)}</span>
                )}
                <time className="text-xs text-text-soft">{new Date(run.at).toLocaleTimeString()}</time>
              </p>
              <p className="truncate font-mono text-xs text-text-soft">{firstLine(run)}</p>
            </div>
            <Button
              look="quiet"
              disabled={active}
              onClick={() => {
                bench.runner.show(run);
                bench.show({ outputTab: "output" });
              }}
            >
              Output
            </Button>
            {bench.kind === "edit" ? (
              <Button look="plain" disabled={current} onClick={() => restore(run)}>
                {current ? "Current" : "Restore"}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function firstLine(run: FinishedRun): string {
  const file = run.project.files[0];
  const line = file?.encoding === "utf-8" ? file.content.split("\n").find((text) => text.trim() !== "") : undefined;
  return `${file?.path ?? ""}: ${line?.trim() ?? ""}`;
}
