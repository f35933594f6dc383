import { history, undo } from "@codemirror/commands";
import { EditorState, Text } from "@codemirror/state";
import { expect, it } from "vitest";
import { smallestChanges } from "./changes";
import { differingStretch, movedPosition } from "./stretch";

const BEFORE = "def f(a,b):\n  return a+b\n\nprint( f(1,2) )  # here\n";
const AFTER = "def f(a, b):\n    return a + b\n\n\nprint(f(1, 2))  # here\n";

it("turns one text into the other in one step, which one undo takes back", () => {
  const state = EditorState.create({ doc: BEFORE, extensions: history() });
  const changed = state.update({ changes: smallestChanges(BEFORE, AFTER) }).state;
  expect(changed.doc.toString()).toBe(AFTER);
  let back = changed;
  undo({ state: changed, dispatch: (transaction) => (back = transaction.state) });
  expect(back.doc.toString()).toBe(BEFORE);
});

it("leaves the cursor at the word it was at", () => {
  const state = EditorState.create({ doc: BEFORE, selection: { anchor: BEFORE.indexOf("return") } });
  const changed = state.update({ changes: smallestChanges(BEFORE, AFTER) }).state;
  expect(changed.sliceDoc(changed.selection.main.head).startsWith("return")).toBe(true);
});

it("replaces nothing in equal texts", () => {
  expect(smallestChanges(AFTER, AFTER)).toEqual([]);
});

it.each([
  [BEFORE, AFTER],
  ["", "a"],
  ["a", ""],
  ["aaa", "aa"],
  ["abab", "ab"],
  ["same", "same"],
])("finds the stretch between %j and %j", (before, after) => {
  const { from, to, insert } = differingStretch(before, after);
  expect(
    Text.of(before.split("\n"))
      .replace(from, to, Text.of(insert.split("\n")))
      .toString(),
  ).toBe(after);
});

it("moves positions with the text around them", () => {
  const stretch = { from: 2, to: 5, insert: "x" };
  expect([1, 2, 4, 5, 9].map((position) => movedPosition(position, stretch))).toEqual([1, 2, 3, 3, 7]);
});
