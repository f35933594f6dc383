import type { Extension } from "@codemirror/state";
import type { Keymap } from "../settings/settings";

export async function keymapExtension(name: Keymap): Promise<Extension> {
  switch (name) {
    case "vim":
      return import("@replit/codemirror-vim").then((module) => module.vim({ status: true }));
    case "emacs":
      return import("@replit/codemirror-emacs").then((module) => module.emacs());
    default:
      return [];
  }
}
