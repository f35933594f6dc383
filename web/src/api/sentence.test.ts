import { expect, it } from "vitest";
import { sentence } from "./sentence";

it.each([
  ["the queue is full", "The queue is full."],
  ["too large (64 KiB at most)", "Too large (64 KiB at most)"],
  ["files[0].path is empty", "files[0].path is empty."],
  ["main.js is not there", "main.js is not there."],
  ["fmt.Printf wants more", "fmt.Printf wants more."],
  ["stdout_encoding is unknown", "stdout_encoding is unknown."],
  ["", ""],
])("makes a sentence of %j without respelling names", (fragment, said) => {
  expect(sentence(fragment)).toBe(said);
});
