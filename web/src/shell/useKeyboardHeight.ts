import { useEffect } from "react";

/** Keeps `--keyboard-height` true: phones lay their keyboard over the page, and what is fixed to its end is then hidden. */
export function useKeyboardHeight(): void {
  useEffect(() => {
    const { visualViewport } = window;
    if (!visualViewport) return;
    const measure = () => {
      // Zooming in makes the visible part smaller too, without any keyboard.
      const hidden =
        visualViewport.scale > 1 ? 0 : window.innerHeight - visualViewport.height - visualViewport.offsetTop;
      document.documentElement.style.setProperty("--keyboard-height", `${Math.max(0, Math.round(hidden))}px`);
    };
    measure();
    visualViewport.addEventListener("resize", measure);
    visualViewport.addEventListener("scroll", measure);
    return () => {
      visualViewport.removeEventListener("resize", measure);
      visualViewport.removeEventListener("scroll", measure);
    };
  }, []);
}
