import { BLACK, over, parseColour, WHITE, type Colour, type PageColours } from '#shared/ui/colour.ts';

/** What is painted behind an element: its own background over those of its ancestors. */
function backgroundOf(element: Element): Colour {
  const layers: Colour[] = [];
  for (let node: Element | null = element; node; node = node.parentElement) {
    const colour = parseColour(getComputedStyle(node).backgroundColor);
    if (!colour || colour[3] === 0) continue;
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  return layers.reduceRight<Colour>((under, layer) => over(layer, under), WHITE);
}

/** What separates is quiet everywhere; a coloured line marks what is chosen. */
const GREY_SPREAD = 48;

function isGrey([r, g, b]: Colour): boolean {
  return Math.max(r, g, b) - Math.min(r, g, b) <= GREY_SPREAD;
}

/** The page's own line: the lower edge of the neighbour's first rows, or of what stands above it. */
function lineOf(near: Element): Colour | null {
  for (const element of [near.previousElementSibling, near, near.firstElementChild]) {
    if (!element) continue;
    const style = getComputedStyle(element);
    if (style.borderBottomStyle === 'solid' && Number.parseFloat(style.borderBottomWidth) > 0) {
      const colour = parseColour(style.borderBottomColor);
      if (colour && isGrey(colour)) return colour;
    }
  }
  return null;
}

/** The colours around a place in the page, as they are computed now. */
export function pageColoursNear(near: Element): PageColours {
  const text = parseColour(getComputedStyle(near).color) ?? BLACK;
  return { background: backgroundOf(near), text, line: lineOf(near) };
}

export function fontNear(near: Element): string {
  return getComputedStyle(near).fontFamily;
}
