import type { CSSProperties } from "react";
import type { Segment } from "./screen";
import { type Color, PLAIN, type TextStyle } from "./style";

const cache = new WeakMap<TextStyle, CSSProperties | undefined>();

export function segmentStyle(style: TextStyle): CSSProperties | undefined {
  if (style === PLAIN) return undefined;
  if (!cache.has(style)) cache.set(style, toCss(style));
  return cache.get(style);
}

export function segmentClass(segment: Segment): string {
  if (segment.source === "input") return "font-semibold text-typed";
  if (segment.source === "note") return "text-text-soft italic";
  return segment.source === "stderr" && segment.style.foreground === null ? "text-bad" : "";
}

function toCss(style: TextStyle): CSSProperties {
  const css: CSSProperties = {};
  let [foreground, background] = [color(style.foreground), color(style.background)];
  if (style.inverse) [foreground, background] = [background ?? "var(--surface)", foreground ?? "var(--text)"];
  if (foreground !== null) css.color = foreground;
  if (background !== null) {
    css.backgroundColor = background;
    // The theme's 16 colours are chosen to be read on the page's ground; on a coloured ground the text has to change.
    if (style.foreground === null && !style.inverse) css.color = "var(--surface)";
  }
  if (style.bold) css.fontWeight = 700;
  if (style.dim) css.opacity = 0.75;
  if (style.italic) css.fontStyle = "italic";
  if (style.underline || style.strike) {
    css.textDecoration = [style.underline ? "underline" : "", style.strike ? "line-through" : ""].join(" ").trim();
  }
  if (style.hidden) css.visibility = "hidden";
  return css;
}

function color(value: Color | null): string | null {
  return typeof value === "number" ? `var(--ansi-${value})` : value;
}
