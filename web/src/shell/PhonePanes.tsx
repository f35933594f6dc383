import { EditorPane } from "../editor/EditorPane";
import { SymbolRow } from "../editor/SymbolRow";
import { FilesPane } from "../project/FilesPane";
import { InputPane } from "../project/InputPane";
import { OutputPane } from "../run/OutputPane";
import { useStore } from "../state/store";
import { useWorkbench } from "./WorkbenchContext";

/** One pane at a time. The others stay mounted but hidden, so that nothing typed or scrolled is lost. */
export function PhonePanes() {
  const bench = useWorkbench();
  const pane = useStore(bench.view, (view) => view.pane);
  return (
    <div className="min-h-0 flex-1">
      <div hidden={pane !== "files"} className="h-full">
        <FilesPane />
      </div>
      <div hidden={pane !== "code"} className="h-full">
        <div className="flex h-full flex-col">
          <div className="min-h-0 flex-1">
            <EditorPane />
          </div>
          {bench.kind === "edit" ? <SymbolRow /> : null}
        </div>
      </div>
      <div hidden={pane !== "input"} className="h-full">
        <InputPane />
      </div>
      <div hidden={pane !== "output"} className="h-full">
        <OutputPane />
      </div>
    </div>
  );
}
