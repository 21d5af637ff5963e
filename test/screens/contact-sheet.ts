import sharp, { type OverlayOptions } from 'sharp';
import type { Picture } from './shoot.ts';

/** Pixels of the sheet for one CSS pixel of a view. */
const SCALE = 0.4;
const [GAP, CAPTION, PADDING] = [8, 22, 24];
/** Taller pages are cut. */
const TALLEST = 360;
const SHEET = 3600;
const BACKGROUND = '#cfccd4';

interface Cell {
  name: string;
  width: number;
  height: number;
  images: { input: Buffer; left: number }[];
}

/** One view in both themes and all its widths, side by side. */
async function cellOf(name: string, pictures: readonly Picture[]): Promise<Cell> {
  const byWidth = pictures.toSorted((one, other) => one.width - other.width);
  const images: Cell['images'] = [];
  let [left, height] = [0, 0];
  for (const { path, width, shot } of byWidth) {
    const size = [width, shot.height].map((side) => Math.round(side * SCALE)) as [number, number];
    const shown = Math.min(size[1], TALLEST);
    const input = await sharp(path)
      .resize(...size)
      .extract({ left: 0, top: 0, width: size[0], height: shown })
      .png()
      .toBuffer();
    images.push({ input, left });
    left += size[0] + GAP;
    height = Math.max(height, shown);
  }
  return { name, images, width: left - GAP, height };
}

function caption(name: string, width: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${CAPTION}"><text y="15" font-family="sans-serif" font-size="13" fill="#333">${name}</text></svg>`,
  );
}

/** Rows as full as they get, in the order of the views. */
function rowsOf(cells: readonly Cell[]): Cell[][] {
  const rows: Cell[][] = [];
  let used = Infinity;
  for (const cell of cells) {
    if (used + cell.width > SHEET - 2 * PADDING) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(cell);
    used += cell.width + PADDING;
  }
  return rows;
}

/** Puts all pictures on one sheet: each view's name above it, in light and dark, narrow and wide. */
export async function contactSheet(pictures: readonly Picture[], path: string): Promise<void> {
  const views = Map.groupBy(pictures, ({ shot }) => shot.name);
  const cells = await Promise.all([...views].map(([name, taken]) => cellOf(name, taken)));
  const layers: OverlayOptions[] = [];
  let top = PADDING;
  for (const row of rowsOf(cells)) {
    let left = PADDING;
    for (const cell of row) {
      layers.push({ input: caption(cell.name, cell.width), left, top });
      layers.push(
        ...cell.images.map((image) => ({
          input: image.input,
          left: left + image.left,
          top: top + CAPTION,
        })),
      );
      left += cell.width + PADDING;
    }
    top += Math.max(...row.map(({ height }) => height)) + CAPTION + PADDING;
  }
  await sharp({ create: { width: SHEET, height: top, channels: 3, background: BACKGROUND } })
    .composite(layers)
    .png()
    .toFile(path);
}
