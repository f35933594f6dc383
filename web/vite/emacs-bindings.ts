import type { Plugin } from "vite";

/**
 * `@replit/codemirror-emacs` marks the calls that register its key bindings as pure, so a bundler drops them and the key
 * map does nothing in the built page. Without the marks they stay.
 */
export function emacsBindings(): Plugin {
  return {
    name: "emacs-bindings",
    transform(code, id) {
      if (!id.includes("@replit/codemirror-emacs")) return null;
      return { code: code.replaceAll("/*@__PURE__*/EmacsHandler.", "EmacsHandler."), map: null };
    },
  };
}
