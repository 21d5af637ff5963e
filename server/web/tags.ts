import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { isolated } from '#shared/words/isolated.ts';
import type { PageSpace } from '../spaces/page-space.ts';
import { sayEnglish as say } from './language.ts';
import { PICTURE_SIZE } from './picture/size.ts';

/** A frame of 16:9 that a timeline has room for. */
const PLAYER_SIZE = { width: 640, height: 360 };
/** Raised when pictures are drawn differently, so that nobody keeps an old one. */
const DRAWING = 1;

export type Html = ReturnType<typeof html>;

/**
 * The tags of which other sites make previews. Mastodon keeps what it fetched for two weeks, so they hold nothing that
 * changes by itself: not who is on stage, not how many listen, not whether it is live. No oEmbed, which Mastodon would take
 * for the whole truth; `twitter:player` alone makes it offer our player, whatever `twitter:card` says.
 * They are in one language for everybody: a preview is fetched once and shown to all.
 */
export function tagsOf(space: PageSpace, base: string): Html[] {
  const url = `${base}/s/${space.id}`;
  const named = { name: isolated(space.host.name), title: isolated(space.title) };
  const property = (name: string, content: string | number) =>
    html`<meta property="${name}" content="${content}" />${raw('\n')}`;
  const meta = (name: string, content: string | number) =>
    html`<meta name="${name}" content="${content}" />${raw('\n')}`;
  return [
    html`<link rel="canonical" href="${url}" />${raw('\n')}`,
    meta('description', say('share_description', named)),
    property('og:type', 'website'),
    property('og:site_name', 'Perch'),
    property('og:locale', 'en_US'),
    property('og:url', url),
    property('og:title', space.title),
    property('og:description', say('share_description', named)),
    property('og:image', `${url}/image.png?v=${pictureVersion(space, base)}`),
    property('og:image:type', 'image/png'),
    property('og:image:width', PICTURE_SIZE.width),
    property('og:image:height', PICTURE_SIZE.height),
    property('og:image:alt', say('share_picture', named)),
    meta('twitter:card', 'summary_large_image'),
    meta('twitter:player', `${url}/player`),
    meta('twitter:player:width', PLAYER_SIZE.width),
    meta('twitter:player:height', PLAYER_SIZE.height),
    ...(space.creator === null ? [] : [meta('fediverse:creator', space.creator)]),
  ];
}

/** Names a picture by what it shows for good; who is on stage when it is drawn is not part of that. */
export function pictureVersion({ title, host }: PageSpace, base: string): string {
  const lasting = JSON.stringify([DRAWING, title, host.name, new URL(base).host]);
  return createHash('sha256').update(lasting).digest('base64url').slice(0, 12);
}
