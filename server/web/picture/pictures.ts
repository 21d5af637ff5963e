import { createHash } from 'node:crypto';
import { colourOf, initialOf } from '#shared/words/face.ts';
import type { PageSpace } from '../../spaces/page-space.ts';
import { etagOf } from '../asset.ts';
import { Kept } from '../kept.ts';
import { sayEnglish } from '../language.ts';
import { drawPicture } from './draw.ts';
import type { Content } from './layout.ts';

const KEPT_MAX = 100;
const OTHERS_MAX = 5;
/** No packaged font has them. */
const PICTOGRAPHS = /\p{Extended_Pictographic}/gu;

export interface Picture {
  body: Buffer;
  etag: string;
}

/** A picture of the Space, for a server called `site`. */
export type PictureOf = (space: PageSpace, site: string) => Promise<Picture>;

/** Draws each picture once, one after the other, so that a burst of links never takes the whole processor. */
export function createPictures(clock: () => number, draw = drawPicture): PictureOf {
  const kept = new Kept<Picture>({ max: KEPT_MAX, ms: Infinity, clock });
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (content: Content): Promise<Buffer> => {
    const drawn = last.then(() => draw(content));
    last = drawn.catch(() => undefined);
    return drawn;
  };
  return (space, site) => {
    const content = contentOf(space, site);
    const key = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
    return kept.get(key, async () => {
      const body = await inTurn(content);
      return { body, etag: etagOf(body) };
    });
  };
}

function contentOf({ title, host, people }: PageSpace, site: string): Content {
  const faceOf = ({ pid, name }: PageSpace['host']) => ({
    colour: colourOf(pid),
    initial: initialOf(name.replace(PICTOGRAPHS, ''), 'en'),
  });
  const others = people.filter(({ pid }) => pid !== host.pid).slice(0, OTHERS_MAX);
  const what = sayEnglish('share_space');
  return { title, host: { ...faceOf(host), name: host.name }, others: others.map(faceOf), what, site };
}
