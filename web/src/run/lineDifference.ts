/** Above this many pairs of lines a coarser answer is good enough: everything between equal ends counts as different. */
const MOST_PAIRS = 4_000_000;

/** Which lines of either text, numbered from 0, the other does not have in the same order. */
export function differingLines(
  before: readonly string[],
  after: readonly string[],
): { before: number[]; after: number[] } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [left, right] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const kept = left.length * right.length > MOST_PAIRS ? [] : commonLines(left, right);
  const [keptLeft, keptRight] = [new Set(kept.map(([at]) => at)), new Set(kept.map(([, at]) => at))];
  const rest = (lines: readonly string[], common: ReadonlySet<number>) =>
    [...lines.keys()].filter((at) => !common.has(at)).map((at) => at + head);
  return { before: rest(left, keptLeft), after: rest(right, keptRight) };
}

/** Pairs of places of a longest common subsequence. */
function commonLines(left: readonly string[], right: readonly string[]): (readonly [number, number])[] {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const length = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    if (left[row] === right[column]) pairs.push([row++, column++]);
    else if (length(row + 1, column) >= length(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
