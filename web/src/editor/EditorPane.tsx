import { lazy, Suspense, useCallback, useEffect, useMemo } from "react";
import { byteLength } from "../project/files";
import { downloadFile } from "../project/download";
import { fileLanguage } from "../project/language";
import { formatBytes } from "../run/format";
import { settings as settingsStore } from "../settings/settings";
import { Button } from "../shell/kit/Button";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";
import { EditorTabs } from "./EditorTabs";
import type { EditorHandle } from "./handle";
import { PlainEditor } from "./PlainEditor";
import { allProblems, problemsOf, type SourceProblem } from "./problems";

const CodeEditor = lazy(() => import("./CodeEditor"));

/** Text longer than this makes a highlighting editor slow; it is shown in a plain box instead. */
const LARGEST_HIGHLIGHTED = 1024 * 1024;

const NONE: readonly SourceProblem[] = [];

export function EditorPane() {
  const bench = useWorkbench();
  const { project, active } = useStore(bench.workspace.store);
  const settings = useStore(settingsStore);
  const record = useStore(bench.runner.state, (state) => state.record);
  const ran = useStore(bench.runner.state, (state) => state.project);
  const file = project.files.find((one) => one.path === active);
  const onReady = useCallback(
    (handle: EditorHandle | null) => {
      bench.editor.set(handle);
      if (handle) bench.placeIfReady();
    },
    [bench],
  );
  useEffect(() => bench.placeIfReady(active), [bench, active]);
  // Problems belong to the text that ran: after an edit they are gone, and come back with the next run.
  const current = ran?.files === project.files;
  const marks = useStore(bench.tools.marks);
  const marked = marks?.files === project.files ? marks.problems : NONE;
  const problems = useMemo(() => allProblems(current ? problemsOf(record) : NONE, marked), [current, record, marked]);
  const readOnly = bench.kind === "shared";
  const language = file ? fileLanguage(file.path, project.language, project.files[0]?.path === file.path) : null;

  return (
    <section aria-label="Code" className="flex h-full min-h-0 flex-col bg-surface" id="code-pane">
      <EditorTabs />
      <p id="editor-keys" className="sr-only">
        Tab indents. To leave the editor with the keyboard, press Escape and then Tab.
      </p>
      <div className="group/editor relative min-h-0 flex-1">
        {file === undefined ? (
          <p className="p-4 text-text-soft">No file is open.</p>
        ) : file.encoding === "base64" ? (
          <div className="flex flex-col items-start gap-3 p-4 text-text-soft">
            <p>
              {file.path} is a binary file of {formatBytes(byteLength(file))}. It is given to the program as it is.
            </p>
            <Button icon="download" onClick={() => downloadFile(file)}>
              Download
            </Button>
          </div>
        ) : settings.plainEditor || file.content.length > LARGEST_HIGHLIGHTED ? (
          <PlainEditor workspace={bench.workspace} path={file.path} readOnly={readOnly} onReady={onReady} />
        ) : (
          <Suspense fallback={<EditorSkeleton />}>
            <CodeEditor
              workspace={bench.workspace}
              path={file.path}
              language={language}
              readOnly={readOnly}
              problems={problems}
              onReady={onReady}
            />
          </Suspense>
        )}
        <p
          className="pointer-events-none absolute right-4 bottom-2 hidden rounded bg-raised/90 px-2 py-0.5 text-[11px] text-text-soft group-focus-within/editor:block max-md:!hidden"
          aria-hidden="true"
        >
          Esc then Tab leaves the editor
        </p>
      </div>
    </section>
  );
}

function EditorSkeleton() {
  return (
    <div className="grid gap-3 p-5" aria-label="Loading the editor" role="status">
      {[38, 62, 50, 28, 56].map((width) => (
        <div key={width} className="skeleton h-3.5" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
