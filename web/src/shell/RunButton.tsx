import { isActive } from "../run/runner";
import { useStore } from "../state/store";
import { Hint } from "./kit/Button";
import { Icon } from "./kit/Icon";
import { formatShortcut } from "./keyboard";
import { useWorkbench } from "./WorkbenchContext";

/** The strongest thing on the page: Run, or Stop while something runs. */
export function RunButton() {
  const bench = useWorkbench();
  const phase = useStore(bench.runner.state, (state) => state.phase);
  const active = isActive(phase);
  const shape =
    "inline-flex h-9 min-w-24 items-center justify-center gap-2 rounded-lg px-4 text-sm font-semibold select-none max-md:h-11 max-md:min-w-20";
  return (
    <Hint text={active ? "Stop the program" : "Run the program"} shortcut={active ? "Mod+." : "Mod+Enter"}>
      {active ? (
        <button
          type="button"
          data-testid="stop"
          disabled={phase === "stopping"}
          onClick={() => void bench.runner.stop()}
          className={`${shape} border border-bad bg-surface text-bad hover:bg-bad/10 disabled:opacity-60`}
        >
          <Icon name="stop" size={14} />
          {phase === "stopping" ? "Stopping" : "Stop"}
        </button>
      ) : (
        <button
          type="button"
          data-testid="run"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={() => void bench.run()}
          className={`${shape} bg-accent text-white shadow-sm hover:bg-accent-strong dark:hover:bg-accent`}
        >
          <Icon name="play" size={14} />
          Run
          <span className="text-[11px] font-normal max-lg:hidden" aria-hidden="true">
            {formatShortcut("Mod+Enter")}
          </span>
        </button>
      )}
    </Hint>
  );
}
