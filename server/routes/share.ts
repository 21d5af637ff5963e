import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { SpaceIdSchema } from '#shared/schema/space.ts';
import type { Asset } from '../web/asset.ts';
import { NotBuilt } from '../web/build.ts';
import { languageOf } from '../web/language.ts';
import type { Dress, PageKind } from '../web/page.ts';
import type { Page, Pages } from '../web/pages.ts';
import type { AppEnv } from './env.ts';
import { isCurrent } from './etag.ts';
import { CORS_HEADERS, SECURITY_HEADERS } from './headers.ts';
import { pageHeaders } from './page-policy.ts';
import { problem } from './problem.ts';
import { serverUrl, type Where } from './signal-url.ts';

const PAGE_CACHE = 'public, max-age=30';
const PICTURE_CACHE = 'public, max-age=300';
const FOREVER = 'public, max-age=31536000, immutable';

export type ShareKind = PageKind | 'picture' | 'asset';

interface ShareDeps {
  pages: Pages;
  /** A file of the pages by its name; null when there is none, rejects with `NotBuilt` when it cannot be made. */
  asset: (name: string) => Promise<Asset | null>;
  where: Where & { extensionUrl: string | null };
  /** Throws when this caller asked too often. */
  admit: (c: Context<AppEnv>) => Promise<void>;
  count: (kind: ShareKind, status: number) => void;
}

/** The pages of Spaces, for people with a link and for the sites that preview it. As the live list they come in bursts: counted, not logged. */
export function shareRoutes(deps: ShareDeps) {
  const { admit, count } = deps;
  const counted =
    (kind: ShareKind, answer: (c: Context<AppEnv>) => Promise<Response>) => async (c: Context<AppEnv>) => {
      await admit(c);
      const response = await answer(c);
      count(kind, response.status);
      return response;
    };
  return new Hono<AppEnv>()
    .get(
      '/assets/:name{.+}',
      counted('asset', (c) => sendAsset(c, deps)),
    )
    .get(
      '/:id',
      counted('page', (c) => sendPage(c, 'page', deps)),
    )
    .get(
      '/:id/player',
      counted('player', (c) => sendPage(c, 'player', deps)),
    )
    .get(
      '/:id/image.png',
      counted('picture', (c) => sendPicture(c, deps)),
    );
}

async function sendPage(c: Context<AppEnv>, kind: PageKind, { pages, where }: ShareDeps): Promise<Response> {
  const dress: Dress = {
    kind,
    language: languageOf(c.req.header('accept-language')),
    base: serverUrl(c, where),
    extensionUrl: where.extensionUrl,
  };
  const headers = { ...pageHeaders(c, kind, where), vary: 'accept-language' };
  const id = idOf(c);
  const page = id === null ? null : await pages.page(id, dress);
  if (page) return send(c, bytesOf(page), { ...headers, 'cache-control': PAGE_CACHE });
  const { html } = await pages.notFound(dress);
  return c.html(html, 404, { ...headers, 'cache-control': 'no-cache' });
}

function bytesOf({ html, etag }: Page): Sent {
  return { body: html, etag, type: 'text/html; charset=utf-8' };
}

async function sendPicture(c: Context<AppEnv>, { pages, where }: ShareDeps): Promise<Response> {
  const id = idOf(c);
  const picture = id === null ? null : await pages.picture(id, serverUrl(c, where));
  if (!picture) return problem(c, 'not_found');
  const isNamed = c.req.query('v') === picture.version;
  return send(
    c,
    { ...picture, type: 'image/png' },
    { ...CORS_HEADERS, ...SECURITY_HEADERS, 'cache-control': isNamed ? FOREVER : PICTURE_CACHE },
  );
}

async function sendAsset(c: Context<AppEnv>, { asset }: ShareDeps): Promise<Response> {
  const found = await asset(c.req.param('name') ?? '').catch(unlessBuilt);
  if (found === 'not built') return c.body(null, 503, { ...SECURITY_HEADERS, 'cache-control': 'no-store' });
  if (!found) return problem(c, 'not_found');
  const headers = {
    // A frame that its site gives no origin asks for its own script as a stranger.
    ...CORS_HEADERS,
    ...SECURITY_HEADERS,
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
  };
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return send(c, found, headers);
  const etag = found.etag.replace(/"$/, '-gzip"');
  return send(c, { ...found, body: found.gzipped, etag }, { ...headers, 'content-encoding': 'gzip' });
}

function unlessBuilt(error: unknown): 'not built' {
  if (error instanceof NotBuilt) return 'not built';
  throw error;
}

interface Sent {
  body: string | Buffer;
  etag: string;
  type: string;
}

function send(c: Context<AppEnv>, { body, etag, type }: Sent, headers: Record<string, string>): Response {
  const bare = { ...headers, etag };
  if (isCurrent(c.req.header('if-none-match'), etag)) return c.body(null, 304, bare);
  const bytes = typeof body === 'string' ? body : (body as Uint8Array<ArrayBuffer>);
  return c.body(bytes, 200, { ...bare, 'content-type': type });
}

function idOf(c: Context<AppEnv>): string | null {
  const parsed = v.safeParse(SpaceIdSchema, c.req.param('id'));
  return parsed.success ? parsed.output : null;
}
