import type { SourceProblem } from "../editor/problems";
import { matchPath } from "../output/locations";
import type { OnLocation } from "../output/ScreenView";
import { Icon, type IconName } from "../shell/kit/Icon";

interface ProblemListProps {
  label: string;
  problems: readonly SourceProblem[];
  paths: readonly string[];
  onLocation: OnLocation;
}

const LOOK: Record<SourceProblem["severity"], { icon: IconName; className: string }> = {
  error: { icon: "cross", className: "text-bad" },
  warning: { icon: "warning", className: "text-warn" },
  info: { icon: "circle", className: "text-text-soft" },
};

/** Problems with their places, in the order given; a click goes to the place where that is in the program's own files. */
export function ProblemList({ label, problems, paths, onLocation }: ProblemListProps) {
  return (
    <ul aria-label={label} className="border-b border-line py-1">
      {problems.map((one, index) => {
        const path = matchPath(one.file, paths);
        const look = LOOK[one.severity];
        return (
          <li key={index}>
            <button
              type="button"
              disabled={path === null}
              className="flex w-full items-start gap-2 px-3 py-1.5 text-left enabled:hover:bg-raised disabled:cursor-default focus-visible:-outline-offset-2 max-md:min-h-11"
              onClick={() => (path === null ? undefined : onLocation({ path, line: one.line, column: one.column }))}
            >
              <Icon name={look.icon} className={`mt-0.5 ${look.className}`} />
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
  );
}
