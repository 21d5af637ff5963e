import type { Page } from 'puppeteer-core';
import sharp from 'sharp';

/** Colours as they are drawn, three bytes for each pixel. */
export interface Shot {
  width: number;
  height: number;
  pixels: Buffer;
}

/** Steps of a colour that nobody sees, of 255. */
const UNSEEN = 24;

/** What a person sees of the one element in the page that answers to the selector. */
export async function shoot(page: Page, selector: string): Promise<Shot> {
  await page.bringToFront();
  const clip = await page.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };
  });
  const png = await page.screenshot({ clip });
  const { data: pixels, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels };
}

/** Which part of the first picture is drawn otherwise in the second, from 0 to 1; 1 where even their sizes differ. */
export function unlikeness(one: Shot, other: Shot): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const bytes = [...one.pixels.keys()];
  const unlike = bytes.filter((at) => Math.abs(one.pixels[at]! - other.pixels[at]!) > UNSEEN);
  return unlike.length / bytes.length;
}

/** How many pixels have this colour (red, green and blue of 255), or one that nobody can tell from it. */
export function countOf({ pixels }: Shot, colour: readonly [number, number, number]): number {
  const starts = [...pixels.keys()].filter((at) => at % 3 === 0);
  return starts.filter((at) => colour.every((part, of) => Math.abs(pixels[at + of]! - part) <= UNSEEN))
    .length;
}
