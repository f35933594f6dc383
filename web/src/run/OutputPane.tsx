import { type ReactNode, useCallback, useMemo } from "react";
import { Screen } from "../output/screen";
import { ScreenView } from "../output/ScreenView";
import { ScrollPane } from "../output/ScrollPane";
import type { SourceLocation } from "../output/locations";
import { problemsOf } from "../editor/problems";
import { announce } from "../shell/announcer";
import { copyText } from "../shell/clipboard";
import { formatShortcut } from "../shell/keyboard";
import { IconButton } from "../shell/kit/Button";
import { TabStrip } from "../shell/kit/Tabs";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";
import { FindingsPanel } from "../tools/FindingsPanel";
import { ComparePanel } from "./ComparePanel";
import { waiting } from "./connection";
import { CompilePanel } from "./CompilePanel";
import { formatBytes } from "./format";
import { HistoryPanel } from "./HistoryPanel";
import { InteractiveLine } from "./InteractiveLine";
import { downloadOutput } from "./outputDownload";
import { isActive, type RunState } from "./runner";
import { StatusLine } from "./StatusLine";

export function OutputPane() {
  const bench = useWorkbench();
  const state = useStore(bench.runner.state);
  const view = useStore(bench.view);
  const runs = useStore(bench.runner.history);
  const languages = useStore(bench.languages);
  const files = useStore(bench.workspace.store, (now) => now.project.files);
  const paths = useMemo(() => files.map((file) => file.path), [files]);
  const goTo = useCallback((place: SourceLocation) => bench.goTo(place.path, place.line, place.column), [bench]);
  const { transcript, record } = state;
  const problems = problemsOf(record);
  const compiled = transcript.compile.length > 0 || (record?.compile ?? null) !== null;
  const tab = view.outputTab;
  const found = useStore(bench.tools.marks, (marks) => marks?.problems.length ?? 0);
  const shownPieces = tab === "compile" ? transcript.compile : transcript.run;
  const canCompare = runs.length > 1;
  // An error needs the whole pane: beside an old output it would be overlooked.
  const comparing = view.compare && canCompare && state.error === null;
  const language = languages.find((one) => one.id === (record?.language ?? bench.workspace.project.language));

  return (
    <section aria-label="Output" className="flex h-full min-h-0 flex-col bg-surface" data-testid="output-pane">
      <div className="flex h-10 shrink-0 items-center gap-1 border-b border-line pr-2 pl-1">
        <TabStrip
          label="Output panels"
          panelId="output-panel"
          active={tab}
          onChange={(outputTab) => bench.show({ outputTab })}
          items={[
            { id: "output", label: "Output" },
            ...(compiled || tab === "compile"
              ? [
                  {
                    id: "compile" as const,
                    label: "Compiler",
                    badge: problems.length > 0 ? <Count value={problems.length} /> : null,
                  },
                ]
              : []),
            ...(found > 0 || tab === "findings"
              ? [{ id: "findings" as const, label: "Findings", badge: found > 0 ? <Count value={found} /> : null }]
              : []),
            { id: "history", label: "History", badge: runs.length > 0 ? <Count value={runs.length} /> : null },
          ]}
        />
        <div className="ml-auto flex shrink-0 items-center">
          {canCompare ? (
            <IconButton
              icon="compare"
              label="Compare with the previous run"
              pressed={view.compare && tab === "output"}
              onClick={() => bench.show({ compare: !view.compare, outputTab: "output" })}
            />
          ) : null}
          <IconButton
            icon="copy"
            label="Copy output"
            disabled={shownPieces.length === 0}
            onClick={() => void copyOutput(shownPieces)}
          />
          <IconButton
            icon="download"
            label="Download output"
            // A phone has no room for it beside the tabs; the list of commands has it too.
            className="max-md:hidden"
            disabled={shownPieces.length === 0}
            onClick={() => downloadOutput(shownPieces)}
          />
          <IconButton
            icon="erase"
            label="Clear output"
            disabled={isActive(state.phase) || state.phase === "idle"}
            onClick={() => bench.runner.clear()}
          />
          <IconButton
            icon={view.fullScreen ? "shrink" : "expand"}
            label={view.fullScreen ? "Leave full screen" : "Full screen"}
            shortcut={view.fullScreen ? "Escape" : "Alt+F"}
            className="max-md:hidden"
            onClick={() => bench.show({ fullScreen: !view.fullScreen })}
          />
        </div>
      </div>
      <div
        id="output-panel"
        role="tabpanel"
        aria-labelledby={`output-panel-tab-${tab}`}
        className="flex min-h-0 flex-1 flex-col"
      >
        {tab === "history" ? <HistoryPanel /> : null}
        {tab === "findings" ? <FindingsPanel paths={paths} onLocation={goTo} /> : null}
        {tab === "compile" ? <CompilePanel state={state} paths={paths} onLocation={goTo} /> : null}
        {tab === "output" && comparing ? <ComparePanel paths={paths} onLocation={goTo} /> : null}
        {tab === "output" && !comparing ? (
          <ScrollPane label="Program output">
            <Notice state={state} />
            {transcript.run.length > 0 ? (
              <ScreenView
                pieces={transcript.run}
                generation={transcript.generation}
                paths={paths}
                onLocation={goTo}
                terminal={state.project?.interactive ?? false}
              />
            ) : null}
            <Truncated state={state} />
          </ScrollPane>
        ) : null}
        {tab === "output" ? <InteractiveLine state={state} /> : null}
      </div>
      <StatusLine state={state} language={language} />
    </section>
  );
}

async function copyOutput(pieces: RunState["transcript"]["run"]): Promise<void> {
  const screen = new Screen();
  for (const piece of pieces) screen.write(piece.source, piece.text);
  await copyText(screen.plainText());
  announce("Output copied.");
}

function Count({ value }: { value: number }) {
  return <span className="rounded-full bg-line px-1.5 text-[11px] leading-4 text-text-soft tabular-nums">{value}</span>;
}

function Notice({ state }: { state: RunState }) {
  const unsent = useStore(waiting, (wait) => wait?.what === "send");
  if (state.error) {
    const { error } = state;
    return (
      <div role="alert" className="m-4 rounded-lg border border-bad/40 bg-bad/5 p-4">
        <p className="font-semibold text-bad">{error.what}</p>
        <p className="mt-1">{error.why}</p>
        <p className="mt-1 text-text-soft">{error.next}</p>
        {error.requestId ? <p className="mt-2 font-mono text-xs text-text-soft">Request {error.requestId}</p> : null}
      </div>
    );
  }
  if (state.transcript.run.length > 0) return null;
  if (state.phase === "idle") {
    return (
      <Quiet>
        Output appears here as the program writes it.
        <span className="mt-1 block text-xs max-md:hidden">
          Press Run, or {formatShortcut("Mod+Enter")} anywhere on the page.
        </span>
      </Quiet>
    );
  }
  if (state.record?.verdict === "compile_error")
    return <Quiet>It did not compile, so it did not run. The Compiler tab says why.</Quiet>;
  if (state.phase === "ended") return <Quiet>The program wrote nothing.</Quiet>;
  return (
    <Quiet>
      {state.phase === "running"
        ? "Running; nothing written yet."
        : unsent
          ? "Kept here until the server takes it."
          : "On its way."}
    </Quiet>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <p className="px-9 py-4 text-text-soft">{children}</p>;
}

function Truncated({ state }: { state: RunState }) {
  const { truncated, run } = state.transcript;
  const streams = [...new Set(truncated.filter((one) => one.stage === "run").map((one) => one.stream))];
  if (streams.length === 0) return null;
  const limit = truncated.find((one) => one.limitBytes !== null)?.limitBytes ?? null;
  return (
    <p className="mx-4 my-2 flex flex-wrap items-center gap-2 rounded-md border border-warn/40 bg-warn/5 px-3 py-2 text-xs">
      <span>
        Output truncated: {streams.join(" and ")} went past {limit === null ? "the limit" : formatBytes(limit)}; the
        rest was not kept.
      </span>
      <button type="button" className="font-medium text-accent-text underline" onClick={() => downloadOutput(run)}>
        Download full kept output
      </button>
    </p>
  );
}
