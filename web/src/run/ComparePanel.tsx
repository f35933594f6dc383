import { useMemo } from "react";
import { Screen } from "../output/screen";
import { ScreenView, type OnLocation } from "../output/ScreenView";
import { ScrollPane } from "../output/ScrollPane";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";
import { formatDuration } from "./format";
import { differingLines } from "./lineDifference";
import { isActive, type FinishedRun } from "./runner";
import type { Piece } from "./transcript";
import { describeEnding } from "./verdict";

/** The result on screen beside the one before it. */
export function ComparePanel({ paths, onLocation }: { paths: readonly string[]; onLocation: OnLocation }) {
  const { runner } = useWorkbench();
  const state = useStore(runner.state);
  const runs = useStore(runner.history);
  const at = runs.findIndex((run) => run.record.id === state.record?.id);
  // While a program runs it is not in the history yet, so the newest entry is the one before it.
  const previous = isActive(state.phase) ? runs[0] : runs[at + 1];
  const active = isActive(state.phase);
  const [older, newer] = [previous?.transcript.run, state.transcript.run];
  // An output that still grows differs anyway; it is compared when it has ended.
  const marks = useMemo(() => (older && !active ? compare(older, newer) : null), [older, newer, active]);
  return (
    <div className="grid min-h-0 flex-1 grid-cols-2 divide-x divide-line max-md:grid-cols-1 max-md:grid-rows-2 max-md:divide-x-0 max-md:divide-y">
      <div className="flex min-h-0 min-w-0 flex-col">
        <Heading
          title={previous ? `Before (run ${previous.number})` : "Before"}
          run={previous}
          differing={marks?.before.size}
        />
        <ScrollPane label="Previous output">
          {previous ? (
            <ScreenView
              pieces={previous.transcript.run}
              generation={previous.number}
              paths={paths}
              onLocation={onLocation}
              terminal={previous.project.interactive}
              {...(marks ? { differing: marks.before } : {})}
            />
          ) : (
            <p className="p-3 text-text-soft">No earlier run to compare with.</p>
          )}
        </ScrollPane>
      </div>
      <div className="flex min-h-0 min-w-0 flex-col">
        <Heading title="This run" run={at >= 0 ? runs[at] : undefined} differing={marks?.after.size} />
        <ScrollPane label="Program output">
          <ScreenView
            pieces={state.transcript.run}
            generation={state.transcript.generation}
            paths={paths}
            onLocation={onLocation}
            terminal={state.project?.interactive ?? false}
            {...(marks ? { differing: marks.after } : {})}
          />
        </ScrollPane>
      </div>
    </div>
  );
}

/** The keys of the lines that differ, as the screens number them. */
function compare(older: readonly Piece[], newer: readonly Piece[]) {
  const [before, after] = [shownLines(older), shownLines(newer)];
  const found = differingLines(
    before.map((line) => line.text),
    after.map((line) => line.text),
  );
  const keys = (lines: readonly { key: number }[], places: readonly number[]): ReadonlySet<number> =>
    new Set(places.map((at) => lines[at]?.key ?? -1));
  return { before: keys(before, found.before), after: keys(after, found.after) };
}

function shownLines(pieces: readonly Piece[]): { key: number; text: string }[] {
  const screen = new Screen();
  for (const piece of pieces) screen.write(piece.source, piece.text);
  return screen
    .view()
    .flat()
    .map((line) => ({ key: line.key, text: line.segments.map((segment) => segment.text).join("") }));
}

interface HeadingProps {
  title: string;
  run: FinishedRun | undefined;
  differing: number | undefined;
}

function Heading({ title, run, differing }: HeadingProps) {
  return (
    <p className="flex items-center justify-between gap-2 border-b border-line bg-raised px-3 py-1 text-xs text-text-soft">
      <span className="font-medium text-text">{title}</span>
      {run ? (
        <span className="truncate">
          {differing === undefined
            ? ""
            : `${differing === 0 ? "no line differs" : `${differing} ${differing === 1 ? "line differs" : "lines differ"}`}, `}
          {describeEnding(run.record).title}
          {run.record.wall_time_ms === null ? "" : `, ${formatDuration(run.record.wall_time_ms)}`}
        </span>
      ) : null}
    </p>
  );
}
