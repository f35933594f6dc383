/** Shortcuts are written `Mod+Shift+K`; Mod is the command key on Apple devices and Control elsewhere. */
export const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

interface Pressed {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export function matchesShortcut(event: Pressed, shortcut: string, apple = isApple): boolean {
  const parts = shortcut.split("+");
  const key = parts.at(-1) ?? "";
  const has = (name: string) => parts.includes(name);
  const mod = apple ? event.metaKey : event.ctrlKey;
  const otherMod = apple ? event.ctrlKey : event.metaKey;
  if (mod !== has("Mod") || otherMod || event.altKey !== has("Alt")) return false;
  // A bare character such as `?` needs Shift on some layouts and not on others: the character itself decides.
  const bare = key.length === 1 && !/[a-z\d]/i.test(key);
  if (!bare && event.shiftKey !== has("Shift")) return false;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  // With Alt, a layout may produce another character: the key's place then counts.
  return has("Alt") && (event.code === `Key${key.toUpperCase()}` || event.code === `Digit${key}`);
}

export function formatShortcut(shortcut: string): string {
  if (!isApple) return shortcut.replace("Mod", "Ctrl");
  const symbols: Record<string, string> = { Mod: "⌘", Alt: "⌥", Shift: "⇧", Enter: "↩" };
  return shortcut
    .split("+")
    .map((part) => symbols[part] ?? part)
    .join("");
}

/** Whether plain characters typed here are text, so that single-key shortcuts must stay silent. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, textarea, select");
}
