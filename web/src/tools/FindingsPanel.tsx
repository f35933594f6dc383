import type { OnLocation } from "../output/ScreenView";
import { ScrollPane } from "../output/ScrollPane";
import { ProblemList } from "../run/ProblemList";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";

/** What the linter found, or what kept the formatter from its work; it stays until the next answer. */
export function FindingsPanel({ paths, onLocation }: { paths: readonly string[]; onLocation: OnLocation }) {
  const bench = useWorkbench();
  const marks = useStore(bench.tools.marks);
  const files = useStore(bench.workspace.store, (state) => state.project.files);
  const problems = marks?.problems ?? [];
  return (
    <ScrollPane label="Findings">
      {marks && problems.length > 0 ? (
        <>
          <p className="border-b border-line bg-raised px-3 py-1.5 text-xs text-text-soft">
            {marks.tool === "lint" ? "The linter found:" : "The formatter could not read:"}
            {marks.files === files ? "" : " The text has changed since; check again for the places as they are now."}
          </p>
          <ProblemList label="Findings" problems={problems} paths={paths} onLocation={onLocation} />
        </>
      ) : (
        <p className="px-4 py-3 text-text-soft">Nothing found.</p>
      )}
    </ScrollPane>
  );
}
