import { useEffect } from "react";
import { settings } from "../settings/settings";
import { type Command, EMACS_OWN } from "./commands";
import { isTyping, matchesShortcut } from "./keyboard";

/** Listens in the capture phase, so that a shortcut works from every field and before the editor sees the key. */
export function useShortcuts(commands: readonly Command[], dialogOpen: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commands.find(
        (one) => one.shortcut !== undefined && !one.ownedByEditor && matchesShortcut(event, one.shortcut),
      );
      if (!command?.shortcut) return;
      const inEditor = event.target instanceof Element && event.target.closest(".cm-editor") !== null;
      if (inEditor && settings.get().keymap === "emacs" && EMACS_OWN.has(command.shortcut)) {
        // Even there, Ctrl+S must not open the browser's own dialog.
        if (command.id === "save") event.preventDefault();
        return;
      }
      if (command.shortcut.length === 1 && isTyping(event.target)) return;
      if (dialogOpen && command.id !== "run" && command.id !== "save") return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) command.run();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [commands, dialogOpen]);
}
