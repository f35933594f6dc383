import { diff } from "@codemirror/merge";
import type { ChangeSpec } from "@codemirror/state";

/** Past this much work a coarser answer is good enough: the text is right either way, only more of it is replaced. */
const EFFORT = { scanLimit: 2000, timeout: 300 };

/** What has to change for one text to become the other, in pieces small enough that cursors between them stay put. */
export function smallestChanges(before: string, after: string): ChangeSpec[] {
  return diff(before, after, EFFORT).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: after.slice(fromB, toB),
  }));
}
