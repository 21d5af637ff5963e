import { openSharp } from '../../images.ts';
import type { Content, Face } from './layout.ts';
import { PICTURE_SIZE } from './size.ts';

type Draw = (content: Content) => Promise<Buffer>;

/** Letters and digits carry what a title says; without a sign or a smiley it still says it. */
const MEANT = /[\p{L}\p{N}\p{M}]/u;
/** They make an emoji of the letter before them. */
const JOINERS = /\u200d|\u20e3|\ufe0e|\ufe0f/gu;

let drawing: Promise<Draw> | null = null;

/**
 * Draws a picture as a PNG. What no packaged font can draw is left out: a sign alone, a title or name in another script
 * whole. The first picture brings in what draws it; a server that nobody asks for one never does.
 */
export async function drawPicture(content: Content): Promise<Buffer> {
  drawing ??= prepare();
  return (await drawing)(content);
}

async function prepare(): Promise<Draw> {
  const [{ default: satori }, sharp, { layOut }, { readFonts }] = await Promise.all([
    import('satori'),
    openSharp(),
    import('./layout.ts'),
    import('./fonts.ts'),
  ]);
  const fonts = await readFonts();
  return async (content) => {
    const missing = new Set<string>();
    const loadAdditionalAsset = async (_script: string, letters: string) => {
      for (const letter of letters) missing.add(letter);
      return [];
    };
    const options = { ...PICTURE_SIZE, fonts, loadAdditionalAsset };
    // What satori calls a ReactNode is any tree of types and props.
    type Tree = Parameters<typeof satori>[0];
    const drawWithout = (lost: ReadonlySet<string>) =>
      satori(layOut(without(content, lost)) as unknown as Tree, options);
    const whole = await drawWithout(new Set());
    const svg = missing.size === 0 ? whole : await drawWithout(missing);
    return sharp(Buffer.from(svg)).png().toBuffer();
  };
}

function without(content: Content, missing: ReadonlySet<string>): Content {
  const keep = (text: string) => drawable(text, missing);
  const { title, host, others, site } = content;
  const bare = (face: Face): Face => ({ ...face, initial: keep(face.initial) });
  return {
    ...content,
    title: keep(title),
    host: { ...bare(host), name: keep(host.name) },
    others: others.map(bare),
    site: keep(site),
  };
}

function drawable(text: string, missing: ReadonlySet<string>): string {
  const letters = Array.from(text.replace(JOINERS, ''));
  const isLost = (letter: string) => missing.has(letter);
  if (letters.some((letter) => isLost(letter) && MEANT.test(letter))) return '';
  const rest = letters.filter((letter) => !isLost(letter)).join('');
  return rest.replace(/\s+/g, ' ').trim();
}
