import { describe, expect, it } from "vitest";
import { BLOCK_LINES, MOST_LINES, Screen } from "./screen";
import { applyStyle, PLAIN } from "./style";

function screenOf(text: string): Screen {
  const screen = new Screen();
  screen.write("stdout", text);
  return screen;
}

describe("Screen", () => {
  it("redraws a progress bar on one line", () => {
    expect(screenOf("10%\r50%\r100%\ndone\n").plainText()).toBe("100%\ndone");
  });

  it("keeps what a shorter redraw does not cover, until it is erased", () => {
    expect(screenOf("abcdef\rxy").plainText()).toBe("xycdef");
    expect(screenOf("abcdef\rxy\u001b[K").plainText()).toBe("xy");
    expect(screenOf("abcdef\r\u001b[2Kxy").plainText()).toBe("xy");
  });

  it("obeys backspace", () => {
    expect(screenOf("abc\b\bX").plainText()).toBe("aXc");
  });

  it("tells the streams apart on one line", () => {
    const screen = new Screen();
    screen.write("stdout", "out ");
    screen.write("stderr", "err\n");
    expect(screen.view()[0]?.[0]?.segments.map((segment) => [segment.source, segment.text])).toEqual([
      ["stdout", "out "],
      ["stderr", "err"],
    ]);
  });

  it("keeps one style per stream", () => {
    const screen = new Screen();
    screen.write("stdout", "\u001b[31mred ");
    screen.write("stderr", "plain ");
    screen.write("stdout", "still red");
    expect(screen.view()[0]?.[0]?.segments.map((segment) => segment.style.foreground)).toEqual([1, null, 1]);
  });

  it("hands finished blocks out unchanged", () => {
    const screen = screenOf("x\n".repeat(BLOCK_LINES));
    const before = screen.view()[0];
    screen.write("stdout", "more\n");
    expect(screen.view()[0]).toBe(before);
  });

  it("bounds what it keeps", () => {
    const screen = screenOf("x\n".repeat(MOST_LINES + 5 * BLOCK_LINES));
    expect(screen.lineCount()).toBeLessThanOrEqual(MOST_LINES + BLOCK_LINES);
    expect(screen.dropped).toBeGreaterThan(0);
  });

  it("joins combining marks to their letter", () => {
    expect(screenOf("e\u0301\bx").plainText()).toBe("x");
  });

  it("survives a lone surrogate", () => {
    expect(screenOf("a\ud800b\n").plainText()).toBe("a\ud800b");
  });
});

describe("applyStyle", () => {
  it("reads 256 colours and true colour", () => {
    expect(applyStyle(PLAIN, [38, 5, 9]).foreground).toBe(9);
    expect(applyStyle(PLAIN, [38, 5, 196]).foreground).toBe("rgb(255 0 0)");
    expect(applyStyle(PLAIN, [48, 2, 1, 2, 300]).background).toBe("rgb(1 2 255)");
    expect(applyStyle(PLAIN, [93]).foreground).toBe(11);
  });

  it("resets", () => {
    expect(applyStyle(applyStyle(PLAIN, [1, 31, 4]), [0])).toEqual(PLAIN);
  });
});
