import { expect, it } from "vitest";
import { backOff } from "./connection";

it("backs off to a ceiling and never to nothing", () => {
  expect(backOff(0, 0)).toBe(250);
  expect(backOff(0, 1)).toBe(500);
  expect(backOff(3, 1)).toBe(4000);
  expect(backOff(50, 1)).toBe(15_000);
});
