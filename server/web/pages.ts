import { readPageSpace, type PageSpace } from '../spaces/page-space.ts';
import type { SpaceRecord, Store } from '../spaces/records.ts';
import { etagOf } from './asset.ts';
import { Kept } from './kept.ts';
import { renderNotFound, renderPage, type Dress } from './page.ts';
import { createPictures, type Picture } from './picture/pictures.ts';
import { pictureVersion } from './tags.ts';

const SPACES_MAX = 500;
const PAGES_MAX = 500;

export interface Page {
  html: string;
  etag: string;
}

/** What there is to see of a Space by its link. Null where there is no such Space. */
export interface Pages {
  page(id: string, dress: Dress): Promise<Page | null>;
  notFound(dress: Dress): Promise<Page>;
  /** `version` is what the tags name the picture by now. */
  picture(id: string, base: string): Promise<(Picture & { version: string }) | null>;
}

interface PagesDeps {
  store: Store;
  clock: () => number;
  /** How long a version of a Space is good for; what its host shows of themself can change without a new one. */
  keptMs: number;
}

/**
 * Reads and renders each version of a Space once, however many ask: a link that federates is fetched by hundreds of servers
 * within seconds. Each request costs one look-up of the version; LiveKit is never asked.
 */
export function createPages({ store, clock, keptMs: ms }: PagesDeps): Pages {
  const spaces = new Kept<PageSpace>({ max: SPACES_MAX, ms, clock });
  const pages = new Kept<Page>({ max: PAGES_MAX, ms, clock });
  const pictureOf = createPictures(clock);
  const read = (space: SpaceRecord) => spaces.get(nameOf(space), () => readPageSpace(store, space));
  return {
    page: async (id, dress) => {
      const space = await store.space(id);
      if (!space) return null;
      const { kind, language, base } = dress;
      return pages.get(`${nameOf(space)} ${kind} ${language} ${base}`, async () =>
        pageOf(await renderPage(await read(space), dress)),
      );
    },
    notFound: async (dress) => pageOf(await renderNotFound(dress)),
    picture: async (id, base) => {
      const space = await store.space(id);
      if (!space) return null;
      const seen = await read(space);
      return { ...(await pictureOf(seen, new URL(base).host)), version: pictureVersion(seen, base) };
    },
  };
}

const nameOf = ({ id, version }: SpaceRecord) => `${id}@${version}`;
const pageOf = (html: string): Page => ({ html, etag: etagOf(html) });
