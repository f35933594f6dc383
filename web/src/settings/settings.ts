import { createStore } from "../state/store";

export type Theme = "system" | "light" | "dark";
export type Keymap = "default" | "vim" | "emacs";

export interface Settings {
  readonly theme: Theme;
  readonly keymap: Keymap;
  readonly fontSize: number;
  readonly tabSize: number;
  readonly wrap: boolean;
  readonly plainEditor: boolean;
  readonly showFiles: boolean;
}

export const FONT_SIZES = [12, 13, 14, 15, 16, 18, 20, 24] as const;
export const TAB_SIZES = [2, 4, 8] as const;

const KEY = "runyard.settings";
const DEFAULTS: Settings = {
  theme: "system",
  keymap: "default",
  fontSize: 14,
  tabSize: 4,
  wrap: false,
  plainEditor: false,
  showFiles: true,
};

export const settings = createStore<Settings>(read());

export function changeSettings(part: Partial<Settings>): void {
  settings.set((now) => ({ ...now, ...part }));
  try {
    localStorage.setItem(KEY, JSON.stringify(settings.get()));
  } catch {
    // A blocked storage costs only the memory of the choice; the choice itself holds for this page.
  }
}

function read(): Settings {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof value === "object" && value !== null ? { ...DEFAULTS, ...(value as Partial<Settings>) } : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
}
