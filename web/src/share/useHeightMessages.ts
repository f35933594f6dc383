import { type RefObject, useEffect, useRef } from "react";

/**
 * Tells the page around how high the frame would have to be to show everything without scrolling, whenever that changes.
 * A height is no secret, so any parent may hear it.
 */
export function useHeightMessages(root: RefObject<HTMLElement | null>): void {
  const told = useRef(0);
  // After every render, because source, output and status all arrive by rendering.
  useEffect(() => {
    if (window.parent === window || !root.current) return;
    const height = [...root.current.children].reduce((sum, part) => sum + fullHeight(part), 0);
    if (height === told.current) return;
    told.current = height;
    window.parent.postMessage({ type: "runyard:height", height }, "*");
  });
}

/** Includes what is scrolled out of sight inside the part. */
function fullHeight(part: Element): number {
  const inner = part.querySelector("[role=region]");
  return Math.max(part.scrollHeight, inner?.scrollHeight ?? 0);
}
