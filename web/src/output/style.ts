/** One colour: an index into the 16 theme colours, or an exact CSS colour. */
export type Color = number | string;

export interface TextStyle {
  readonly foreground: Color | null;
  readonly background: Color | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly inverse: boolean;
  readonly hidden: boolean;
}

export const PLAIN: TextStyle = {
  foreground: null,
  background: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  strike: false,
  inverse: false,
  hidden: false,
};

/** The style after one SGR sequence (ECMA-48 8.3.117 and the usual 256-colour and true-colour extensions). */
export function applyStyle(style: TextStyle, parameters: readonly number[]): TextStyle {
  let next = style;
  for (let at = 0; at < parameters.length; at += 1) {
    const code = parameters[at] ?? 0;
    if (code === 38 || code === 48) {
      const extended = extendedColor(parameters, at + 1);
      at = extended.last;
      if (extended.color !== null) {
        next = code === 38 ? { ...next, foreground: extended.color } : { ...next, background: extended.color };
      }
    } else {
      next = applyCode(next, code);
    }
  }
  return next;
}

function applyCode(style: TextStyle, code: number): TextStyle {
  if (code >= 30 && code <= 37) return { ...style, foreground: code - 30 };
  if (code >= 90 && code <= 97) return { ...style, foreground: code - 82 };
  if (code >= 40 && code <= 47) return { ...style, background: code - 40 };
  if (code >= 100 && code <= 107) return { ...style, background: code - 92 };
  switch (code) {
    case 0:
      return PLAIN;
    case 1:
      return { ...style, bold: true };
    case 2:
      return { ...style, dim: true };
    case 3:
      return { ...style, italic: true };
    case 4:
    case 21:
      return { ...style, underline: true };
    case 7:
      return { ...style, inverse: true };
    case 8:
      return { ...style, hidden: true };
    case 9:
      return { ...style, strike: true };
    case 22:
      return { ...style, bold: false, dim: false };
    case 23:
      return { ...style, italic: false };
    case 24:
      return { ...style, underline: false };
    case 27:
      return { ...style, inverse: false };
    case 28:
      return { ...style, hidden: false };
    case 29:
      return { ...style, strike: false };
    case 39:
      return { ...style, foreground: null };
    case 49:
      return { ...style, background: null };
    default:
      return style;
  }
}

function extendedColor(parameters: readonly number[], at: number): { color: Color | null; last: number } {
  if (parameters[at] === 5) {
    const index = parameters[at + 1];
    return { color: index === undefined ? null : paletteColor(index), last: at + 1 };
  }
  if (parameters[at] === 2) {
    const [red, green, blue] = [parameters[at + 1], parameters[at + 2], parameters[at + 3]].map((part) =>
      Math.min(255, part ?? 0),
    );
    return { color: `rgb(${red} ${green} ${blue})`, last: at + 3 };
  }
  return { color: null, last: at };
}

/** The xterm 256-colour table: 16 theme colours, a 6x6x6 cube, 24 greys. */
function paletteColor(index: number): Color | null {
  if (index < 0 || index > 255) return null;
  if (index < 16) return index;
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return `rgb(${grey} ${grey} ${grey})`;
  }
  const level = (step: number) => (step === 0 ? 0 : 55 + step * 40);
  const cube = index - 16;
  return `rgb(${level(Math.floor(cube / 36))} ${level(Math.floor(cube / 6) % 6)} ${level(cube % 6)})`;
}
