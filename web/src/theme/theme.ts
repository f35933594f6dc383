import { useSyncExternalStore } from "react";
import { settings } from "../settings/settings";

const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

/** An embedding page may ask for one theme in the address; it then wins over the reader's own choice. */
function askedTheme(): "light" | "dark" | null {
  const asked = new URLSearchParams(location.search).get("theme");
  return asked === "light" || asked === "dark" ? asked : null;
}

function resolve(): "light" | "dark" {
  const { theme } = settings.get();
  return askedTheme() ?? (theme === "system" ? (systemDark.matches ? "dark" : "light") : theme);
}

/** Keeps the page on the chosen theme, following the system while none is pinned. `boot.js` did the first time. */
export function watchTheme(): void {
  const apply = () => {
    document.documentElement.dataset["theme"] = resolve();
  };
  settings.subscribe(apply);
  systemDark.addEventListener("change", apply);
  apply();
}

export function useResolvedTheme(): "light" | "dark" {
  return useSyncExternalStore((listener) => {
    const stop = settings.subscribe(listener);
    systemDark.addEventListener("change", listener);
    return () => {
      stop();
      systemDark.removeEventListener("change", listener);
    };
  }, resolve);
}
