import { problemsOf } from "../editor/problems";
import { matchPath } from "../output/locations";
import { ScreenView, type OnLocation } from "../output/ScreenView";
import { ScrollPane } from "../output/ScrollPane";
import { Icon } from "../shell/kit/Icon";
import { formatDuration } from "./format";
import type { RunState } from "./runner";

interface CompilePanelProps {
  state: RunState;
  paths: readonly string[];
  onLocation: OnLocation;
}

/** What the compiler said, apart from what the program wrote: first the problems, then its own words. */
export function CompilePanel({ state, paths, onLocation }: CompilePanelProps) {
  const { transcript, record } = state;
  const problems = problemsOf(record);
  const time = record?.compile?.wall_time_ms ?? null;
  return (
    <ScrollPane label="Compiler output">
      {problems.length > 0 ? (
        <ul aria-label="Problems" className="border-b border-line py-1">
          {problems.map((one, index) => {
            const path = matchPath(one.file, paths);
            const isError = one.severity === "error";
            return (
              <li key={index}>
                <button
                  type="button"
                  disabled={path === null}
                  className="flex w-full items-start gap-2 px-3 py-1.5 text-left enabled:hover:bg-raised disabled:cursor-default focus-visible:-outline-offset-2"
                  onClick={() => (path === null ? undefined : onLocation({ path, line: one.line, column: one.column }))}
                >
                  <Icon
                    name={isError ? "cross" : "warning"}
                    className={`mt-0.5 ${isError ? "text-bad" : "text-warn"}`}
                  />
                  <span className="min-w-0 flex-1 break-words">
                    <span className="sr-only">{one.severity}: </span>
                    {one.message}
                    {one.hint ? <span className="block text-text-soft">{one.hint}</span> : null}
                  </span>
                  <span className="shrink-0 font-mono text-xs text-text-soft">
                    {[path ?? one.file, one.line, one.column].filter((part) => part !== null).join(":")}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
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
