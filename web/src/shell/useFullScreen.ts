import { useEffect, useRef } from "react";
import { useStore } from "../state/store";
import type { Workbench } from "./workbench";

/** Whether the output has the whole page. Escape leads back, and the focus stays with the output either way. */
export function useFullScreen(bench: Workbench): boolean {
  const fullScreen = useStore(bench.view, (view) => view.fullScreen);
  const before = useRef(fullScreen);
  useEffect(() => {
    if (before.current !== fullScreen) {
      before.current = fullScreen;
      // The pane is drawn anew elsewhere; what had the focus in it is gone.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        document.querySelector<HTMLElement>("#typed-line:enabled, #output-panel [tabindex='0']")?.focus();
      });
    }
    if (!fullScreen) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || bench.view.get().dialog !== null) return;
      // An open menu or list takes its own Escape first.
      if (event.target instanceof Element && event.target.closest("[role=listbox], [role=menu], [role=dialog]")) return;
      bench.show({ fullScreen: false });
    };
    // In the capture phase: the tooltip of a button would keep the key to itself.
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [bench, fullScreen]);
  return fullScreen;
}
