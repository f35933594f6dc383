import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/**
 * Emits `src/theme/boot.js` as a small blocking script in the page's head. It has to run before the first paint, so it
 * cannot be a (deferred) module, and the content security policy forbids inline scripts.
 */
export function themeBoot(): Plugin {
  const file = new URL("../src/theme/boot.js", import.meta.url);
  let building = false;
  let reference = "";
  return {
    name: "theme-boot",
    configResolved(config) {
      building = config.command === "build";
    },
    buildStart() {
      if (building) {
        reference = this.emitFile({ type: "asset", name: "theme-boot.js", source: readFileSync(file) });
      }
    },
    transformIndexHtml: {
      order: "post",
      handler(_html, context) {
        const bundled = Object.values(context.bundle ?? {}).find(
          (output) => output.type === "asset" && output.names.includes("theme-boot.js"),
        );
        const src = bundled && reference ? `/${bundled.fileName}` : "/src/theme/boot.js";
        return [{ tag: "script", attrs: { src }, injectTo: "head-prepend" }];
      },
    },
  };
}
