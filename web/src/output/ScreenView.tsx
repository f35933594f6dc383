import { memo, useState } from "react";
import type { Piece } from "../run/transcript";
import { findLocations, type SourceLocation } from "./locations";
import { type Line, Screen, type Segment } from "./screen";
import { segmentClass, segmentStyle } from "./segmentStyle";

export type OnLocation = (location: SourceLocation) => void;

/** Feeds a growing list of pieces into one Screen, starting again when the generation says the old ones are void. */
class ScreenFeed {
  private screen = new Screen();
  private generation = -1;
  private fed = 0;

  read(pieces: readonly Piece[], generation: number, terminal: boolean) {
    if (generation !== this.generation || pieces.length < this.fed) {
      this.screen = new Screen();
      this.generation = generation;
      this.fed = 0;
    }
    for (const piece of pieces.slice(this.fed)) {
      // A terminal is one: whichever stream a prompt came by, it is neither an error nor styled apart.
      this.screen.write(terminal && piece.source === "stderr" ? "stdout" : piece.source, piece.text);
    }
    this.fed = pieces.length;
    return { blocks: this.screen.view(), dropped: this.screen.dropped };
  }
}

interface ScreenViewProps {
  pieces: readonly Piece[];
  generation: number;
  paths: readonly string[];
  onLocation: OnLocation;
  /** Whether the program talked to a person at a terminal, where both of its streams are one. */
  terminal?: boolean;
  /** Keys of lines that another output does not have. */
  differing?: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

export function ScreenView({
  pieces,
  generation,
  paths,
  onLocation,
  terminal = false,
  differing = NONE,
}: ScreenViewProps) {
  const [feed] = useState(() => new ScreenFeed());
  const { blocks, dropped } = feed.read(pieces, generation, terminal);
  return (
    <div className="py-2 font-mono text-[13px] leading-[1.5] [tab-size:8]" data-testid="screen">
      {dropped > 0 ? (
        <p className="mb-2 px-4 font-sans text-xs text-text-soft">
          {dropped.toLocaleString()} earlier lines are not shown here; the download has them.
        </p>
      ) : null}
      {blocks.map((lines) => (
        <Block key={lines[0]?.key ?? 0} lines={lines} paths={paths} onLocation={onLocation} differing={differing} />
      ))}
    </div>
  );
}

/** A finished block keeps its identity, so that only the last one renders again while output streams in. */
const Block = memo(function Block({
  lines,
  paths,
  onLocation,
  differing,
}: {
  lines: readonly Line[];
  paths: readonly string[];
  onLocation: OnLocation;
  differing: ReadonlySet<number>;
}) {
  return (
    <div className="[contain-intrinsic-size:auto_1950px] [content-visibility:auto]">
      {lines.map((line, index) => (
        <LineView
          key={line.key}
          line={line}
          before={lines[index - 1]}
          paths={paths}
          onLocation={onLocation}
          differs={differing.has(line.key)}
        />
      ))}
    </div>
  );
});

interface LineViewProps {
  line: Line;
  before: Line | undefined;
  paths: readonly string[];
  onLocation: OnLocation;
  differs: boolean;
}

/** stderr is told apart by a bar and the letters "err" where it begins, not by colour alone. */
const LineView = memo(function LineView({ line, before, paths, onLocation, differs }: LineViewProps) {
  const isError = hasError(line);
  const begins = isError && !(before && hasError(before));
  const text = line.segments.map((segment) => segment.text).join("");
  const places = /[:\d]/.test(text) ? findLocations(text, paths) : [];
  return (
    <div
      className={`relative min-h-[1.5em] break-words whitespace-pre-wrap pr-4 pl-9 ${isError ? "before:absolute before:inset-y-0 before:left-7 before:w-0.5 before:bg-bad" : ""} ${differs ? "bg-warn/15" : ""}`}
    >
      {differs ? (
        <span
          className="absolute right-1 font-sans text-[11px] leading-[19px] text-warn select-none"
          title="Not in the other output"
        >
          <span aria-hidden="true">≠</span>
          <span className="sr-only">differs: </span>
        </span>
      ) : null}
      {begins ? (
        <span
          className="absolute left-1.5 font-sans text-[10px] leading-[19px] text-bad select-none"
          title="Standard error"
        >
          err<span className="sr-only">or output: </span>
        </span>
      ) : null}
      {places.length === 0
        ? line.segments.map((segment, index) => <SegmentView key={index} segment={segment} />)
        : pieces(
            line,
            places.map((place) => [place.start, place.end] as const),
          ).map((part, index) => {
            const place = part.place === null ? undefined : places[part.place];
            const shown = <SegmentView key={index} segment={part.segment} />;
            return place ? (
              <button
                key={index}
                type="button"
                className="underline decoration-dotted underline-offset-2 hover:decoration-solid"
                onClick={() => onLocation(place.location)}
                title={`Go to ${place.location.path}, line ${place.location.line}`}
              >
                {shown}
              </button>
            ) : (
              shown
            );
          })}
    </div>
  );
});

function hasError(line: Line): boolean {
  if (line.segments.length === 0) return line.endedBy === "stderr";
  return line.segments.some((segment) => segment.source === "stderr");
}

interface Part {
  segment: Segment;
  place: number | null;
}

/** Cuts the segments of a line at the borders of the places in it. */
function pieces(line: Line, places: readonly (readonly [number, number])[]): Part[] {
  const parts: Part[] = [];
  let offset = 0;
  for (const segment of line.segments) {
    const end = offset + segment.text.length;
    const cuts = new Set([offset, end]);
    for (const [from, to] of places) {
      if (from > offset && from < end) cuts.add(from);
      if (to > offset && to < end) cuts.add(to);
    }
    const sorted = [...cuts].sort((a, b) => a - b);
    for (const [index, from] of sorted.slice(0, -1).entries()) {
      const to = sorted[index + 1] ?? end;
      const place = places.findIndex(([start, stop]) => from >= start && to <= stop);
      parts.push({
        segment: { ...segment, text: segment.text.slice(from - offset, to - offset) },
        place: place < 0 ? null : place,
      });
    }
    offset = end;
  }
  return parts;
}

function SegmentView({ segment }: { segment: Segment }) {
  const className = segmentClass(segment);
  const style = segmentStyle(segment.style);
  if (segment.link !== null) {
    return (
      <a
        className={`underline ${className}`}
        style={style}
        href={segment.link}
        target="_blank"
        rel="noopener noreferrer nofollow"
      >
        {segment.text}
      </a>
    );
  }
  if (className === "" && style === undefined) return segment.text;
  return (
    <span className={className} style={style}>
      {segment.text}
    </span>
  );
}
