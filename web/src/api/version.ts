import { createStore } from "../state/store";

/** The server's version as first seen by this page, and whether a later answer came from another one. */
export const serverVersion = createStore<{ first: string | null; current: string | null }>({
  first: null,
  current: null,
});

export function noteServerVersion(version: string | null): void {
  if (version === null) return;
  serverVersion.set((seen) => (seen.current === version ? seen : { first: seen.first ?? version, current: version }));
}
