/** Red, green, blue from 0 to 255 and alpha from 0 to 1. */
export type Colour = readonly [number, number, number, number];

export const WHITE: Colour = [255, 255, 255, 1];
export const BLACK: Colour = [0, 0, 0, 1];
// Perch's own, as in tokens.css.
const ACCENT: Colour = [100, 64, 240, 1];
const ACCENT_AT_NIGHT: Colour = [168, 148, 255, 1];
const RED: Colour = [201, 39, 62, 1];
const RED_AT_NIGHT: Colour = [255, 117, 131, 1];
/** WCAG AA for text of this size. */
export const AA = 4.5;

/** Reads a computed colour (`rgb()`, `rgba()`, `color(srgb ...)`); null for what it does not know. */
export function parseColour(text: string): Colour | null {
  const call = /^(rgba?|color)\((?:srgb )?(.+)\)$/.exec(text);
  if (!call) return null;
  const [r, g, b, alpha = 1] = call[2]!.split(/[\s,/]+/).map(Number);
  const scale = call[1] === 'color' ? 255 : 1;
  const colour = [r! * scale, g! * scale, b! * scale, alpha] as const;
  return colour.every(Number.isFinite) ? colour : null;
}

function toCss([r, g, b]: Colour): string {
  return `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)})`;
}

/** Lays `top` over `under`. */
export function over(top: Colour, under: Colour): Colour {
  return mix(under, [top[0], top[1], top[2], 1], top[3]);
}

/** `share` of `b` in `a`, 0 to 1. */
function mix(a: Colour, b: Colour, share: number): Colour {
  const part = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share;
  return [part(0), part(1), part(2), 1];
}

function luminance(colour: Colour): number {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

export function isDark(background: Colour): boolean {
  return contrast(background, WHITE) > contrast(background, BLACK);
}

/** The colour itself, or as little nearer to black or white as it takes to be read on all of the backgrounds. */
export function readable(colour: Colour, backgrounds: [Colour, ...Colour[]], least = AA): Colour {
  const end = isDark(backgrounds[0]) ? WHITE : BLACK;
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(colour, end, share);
    if (backgrounds.every((background) => contrast(candidate, background) >= least)) return candidate;
  }
  return end;
}

/** A step from the background towards the text; away from it where the text would be hard to read on it. */
function raised(background: Colour): Colour {
  const isNight = isDark(background);
  const [near, far] = isNight ? [WHITE, BLACK] : [BLACK, WHITE];
  const raise = mix(background, near, isNight ? 0.09 : 0.05);
  return contrast(raise, near) >= AA + 0.5 ? raise : mix(background, far, 0.09);
}

export interface PageColours {
  background: Colour;
  text: Colour;
  line: Colour | null;
}

/** The bar's colours from those of the page around it: the page's own where they can be read, else corrected. */
export function barColours({ background, text, line }: PageColours): Record<string, string> {
  const isNight = isDark(background);
  const raise = raised(background);
  const grounds: [Colour, Colour] = [background, raise];
  const fg = readable(over(text, background), grounds, 7);
  const accent = readable(isNight ? ACCENT_AT_NIGHT : ACCENT, grounds);
  const onAccent = isDark(accent) ? WHITE : mix(BLACK, accent, 0.14);
  return {
    '--bg': toCss(background),
    '--raise': toCss(raise),
    '--fg': toCss(fg),
    '--muted': toCss(readable(mix(fg, background, 0.4), grounds)),
    '--line': toCss(line ? over(line, background) : mix(background, fg, 0.14)),
    '--accent': toCss(accent),
    '--accent-hover': toCss(mix(accent, fg, 0.14)),
    '--on-accent': toCss(readable(onAccent, [accent])),
    '--rec': toCss(readable(isNight ? RED_AT_NIGHT : RED, grounds)),
  };
}
