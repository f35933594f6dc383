import { createStore } from "../state/store";

/** What waits for the server, why, and when the next try is due. Null when nothing waits. */
export interface Waiting {
  what: "send" | "follow" | "result";
  why: string;
  /** Under which the server knows the refusal; null when nothing of the server answered. */
  requestId: string | null;
  retryAt: number;
  retryNow: () => void;
}

export const waiting = createStore<Waiting | null>(null);

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;

/** Doubles from half a second to 15 s; a random part keeps many pages from coming back in step after a restart. */
export function backOff(failures: number, random: number): number {
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures);
  return ceiling / 2 + (ceiling / 2) * random;
}

/** Waits for the delay, the browser coming back online, or a person asking for it. Rejects when `signal` aborts. */
export function waitToRetry(
  delayMs: number,
  about: Pick<Waiting, "what" | "why" | "requestId">,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
      signal.removeEventListener("abort", stop);
      waiting.set(null);
      settle();
    };
    const again = () => finish(resolve);
    const stop = () => finish(() => reject(signal.reason));
    const timer = setTimeout(again, delayMs);
    window.addEventListener("online", again);
    signal.addEventListener("abort", stop);
    waiting.set({ ...about, retryAt: Date.now() + delayMs, retryNow: again });
    if (signal.aborted) stop();
  });
}
