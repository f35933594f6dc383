const PATHS = {
  play: "M7 4.5v15l12-7.5z",
  stop: "M6.5 6.5h11v11h-11z",
  share: "M12 15V4m0 0L8 8m4-4 4 4M5 13v6h14v-6",
  menu: "M4 7h16M4 12h16M4 17h16",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zm4.7-1.8L20 20",
  settings: "M4 7h9m4 0h3M4 17h3m4 0h9M15 5v4M9 15v4",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  folder: "M3 6h6l2 2h10v11H3z",
  plus: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6L6 18",
  check: "M5 12.5l4.5 4.5L19 7.5",
  warning: "M12 4l9 16H3zM12 10v4m0 2.5v.5",
  cross: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9l6 6m0-6l-6 6",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  download: "M12 4v11m0 0l-4-4m4 4l4-4M5 20h14",
  upload: "M12 16V5m0 0L8 9m4-4 4 4M5 20h14",
  expand: "M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5",
  shrink: "M4 9h5V4M20 9h-5V4M4 15h5v5M20 15h-5v5",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5m4-5v5",
  pencil: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  history: "M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2",
  compare: "M4 5h7v14H4zM13 5h7v14h-7z",
  down: "M12 5v14m0 0l-6-6m6 6l6-6",
  chevron: "M8 10l4 4 4-4",
  keyboard: "M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8",
  code: "M9 7l-5 5 5 5M15 7l5 5-5 5",
  input: "M4 12h11m0 0l-4-4m4 4l-4 4M15 5h5v14h-5",
  output: "M4 5h16v14H4zM7 9l3 3-3 3M12 15h5",
  fork: "M7 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm10 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 21a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 7c0 5 5 4 5 10M17 7c0 5-5 4-5 10",
  erase: "M4 18h16M7 15l-2-2 8-8 6 6-6 6h-4z",
  format: "M4 6h16M4 10h10M4 14h16M4 18h10",
  lint: "M4 7l2 2 3.5-4M4 16l2 2 3.5-4M13 7.5h7M13 16.5h7",
  circle: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z",
  cloud: "M7 18a4 4 0 0 1 0-8 5.5 5.5 0 0 1 10.5 1.5A3.3 3.3 0 0 1 17 18z",
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: ReadonlySet<IconName> = new Set(["play", "stop"]);

/** Decoration only: whatever an icon says is also said in words next to it or in its button's label. */
export function Icon({ name, size = 16, className = "" }: { name: IconName; size?: number; className?: string }) {
  const filled = FILLED.has(name);
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      className={`shrink-0 ${className}`}
      fill={filled ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth={filled ? 1.5 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
