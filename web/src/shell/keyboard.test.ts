import { beforeAll, describe, expect, it, vi } from "vitest";

vi.stubGlobal("navigator", { platform: "Linux" });
let matchesShortcut: typeof import("./keyboard").matchesShortcut;
beforeAll(async () => {
  ({ matchesShortcut } = await import("./keyboard"));
});

const key = (
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {},
  code = "",
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("matchesShortcut", () => {
  it("knows Mod on both kinds of keyboard", () => {
    expect(matchesShortcut(key("Enter", { ctrlKey: true }), "Mod+Enter", false)).toBe(true);
    expect(matchesShortcut(key("Enter", { metaKey: true }), "Mod+Enter", true)).toBe(true);
    expect(matchesShortcut(key("Enter", { ctrlKey: true }), "Mod+Enter", true)).toBe(false);
    expect(matchesShortcut(key("Enter"), "Mod+Enter", false)).toBe(false);
  });
  it("takes ? from any layout", () => {
    expect(matchesShortcut(key("?", { shiftKey: true }), "?", false)).toBe(true);
    expect(matchesShortcut(key("?"), "?", false)).toBe(true);
  });
  it("reads Alt keys by place when the layout changes the character", () => {
    expect(matchesShortcut(key("¡", { altKey: true }, "Digit1"), "Alt+1", true)).toBe(true);
  });
  it("tells Shift apart", () => {
    expect(matchesShortcut(key("K", { ctrlKey: true, shiftKey: true }), "Mod+K", false)).toBe(false);
  });
});
