import { expect, it } from "vitest";
import { highlightLines } from "./highlight";

it("colours a language it has a grammar for, losing no character", async () => {
  const source = 'def f(x):\n    return "é" + x\n';
  const lines = await highlightLines("main.py", source);
  expect(lines?.map((line) => line.map((token) => token.text).join("")).join("\n")).toBe(source);
  expect(lines?.[0]?.[0]).toEqual({ text: "def", className: "tok-keyword" });
});

it("leaves other files plain", async () => {
  expect(await highlightLines("main.lua", "x = 1")).toBeNull();
});
