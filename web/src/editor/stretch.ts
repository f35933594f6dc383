export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The one stretch that differs, for an editor that can only replace one. */
export function differingStretch(before: string, after: string): Replacement {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/** Where a position is after the stretch was replaced. */
export function movedPosition(position: number, { from, to, insert }: Replacement): number {
  if (position <= from) return position;
  if (position >= to) return position + insert.length - (to - from);
  return Math.min(position, from + insert.length);
}
