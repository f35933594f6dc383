import type { ReactNode } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { EditorPane } from "../editor/EditorPane";
import { FilesPane } from "../project/FilesPane";
import { InputPane } from "../project/InputPane";
import { OutputPane } from "../run/OutputPane";
import { settings } from "../settings/settings";
import { useStore } from "../state/store";
import { layoutStorage } from "./layoutStorage";
import { useFullScreen } from "./useFullScreen";
import { useWorkbench } from "./WorkbenchContext";

/** Side by side on a desk: files, code, and output over input. Sizes are remembered; a double click resets them. */
export function Panels() {
  const bench = useWorkbench();
  const fullScreen = useFullScreen(bench);
  const showFiles = useStore(settings, (now) => now.showFiles);
  const columns = useDefaultLayout({
    id: "runyard.columns",
    panelIds: showFiles ? ["files", "code", "side"] : ["code", "side"],
    storage: layoutStorage,
  });
  const rows = useDefaultLayout({ id: "runyard.rows", panelIds: ["output", "input"], storage: layoutStorage });
  if (fullScreen) {
    return (
      <div className="min-h-0 flex-1">
        <OutputPane />
      </div>
    );
  }
  return (
    <Group
      id="runyard.columns"
      orientation="horizontal"
      className="min-h-0 flex-1"
      defaultLayout={columns.defaultLayout}
      onLayoutChanged={columns.onLayoutChanged}
    >
      {showFiles ? (
        <>
          <Panel id="files" defaultSize="210px" minSize="140px" maxSize="40%" groupResizeBehavior="preserve-pixel-size">
            <FilesPane />
          </Panel>
          <Divider label="Resize files" />
        </>
      ) : null}
      <Panel id="code" minSize="280px">
        <EditorPane />
      </Panel>
      <Divider label="Resize code and output" />
      <Panel id="side" defaultSize="44%" minSize="300px">
        <Group
          id="runyard.rows"
          orientation="vertical"
          className="h-full"
          defaultLayout={rows.defaultLayout}
          onLayoutChanged={rows.onLayoutChanged}
        >
          <Panel id="output" minSize="140px">
            <OutputPane />
          </Panel>
          <Divider label="Resize output and input" vertical />
          <Panel id="input" defaultSize="28%" minSize="90px">
            <InputPane />
          </Panel>
        </Group>
      </Panel>
    </Group>
  );
}

function Divider({ label, vertical = false }: { label: string; vertical?: boolean }): ReactNode {
  return (
    <Separator
      aria-label={label}
      title="Drag to resize; double click resets"
      className={`bg-line transition-colors hover:bg-accent-text data-[separator=active]:bg-accent-text data-[separator=hover]:bg-accent-text ${vertical ? "h-px" : "w-px"}`}
    />
  );
}
