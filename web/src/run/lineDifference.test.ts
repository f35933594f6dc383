import { expect, it } from "vitest";
import { differingLines } from "./lineDifference";

it("finds nothing where nothing differs", () => {
  expect(differingLines(["a", "b"], ["a", "b"])).toEqual({ before: [], after: [] });
});

it("marks a changed line on both sides", () => {
  expect(differingLines(["a", "b", "c"], ["a", "x", "c"])).toEqual({ before: [1], after: [1] });
});

it("marks an added line once, and keeps what moved down", () => {
  expect(differingLines(["a", "b", "c"], ["a", "new", "b", "c"])).toEqual({ before: [], after: [1] });
  expect(differingLines(["a", "1", "b", "2"], ["a", "b", "3"])).toEqual({ before: [1, 3], after: [2] });
});

it("copes with nothing on one side", () => {
  expect(differingLines([], ["a"])).toEqual({ before: [], after: [0] });
});

it("stays quick, and right at the ends, on long outputs that share nothing between", () => {
  const lines = (name: string) => ["first", ...Array.from({ length: 5000 }, (_, n) => `${name} ${n}`), "last"];
  const found = differingLines(lines("a"), lines("b"));
  expect(found.before).toHaveLength(5000);
  expect(found.after[0]).toBe(1);
});
