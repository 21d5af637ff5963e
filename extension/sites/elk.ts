import { identityKey } from '#shared/schema/identity.ts';
import { before, makeshift, pathOf, type Anchor, type Site } from './site.ts';

// Elk ae4ebf3, seen 2026-11-22.
const POST = '[id^="status-"][aria-roledescription="status-card"]';
/** The virtualiser; the attribute leaks from Vue and may go. */
const LIST = 'main div[buffer]';
const AVATAR = 'img.account-avatar';
const BODY = '.status-body';
const TEXT = '.status-body .content-rich';
const LINKS = `${TEXT} a[href*="/s/"]`;
const CARD = `a[href]:not(.content-rich a)`;

/** A post lies in its row, absolutely placed in a sizer in the list; without the virtualiser right in the list. */
function listOf(post: Element | null): Element | null {
  const row = post?.parentElement;
  if (!row || getComputedStyle(row).position !== 'absolute') return row ?? null;
  return row.parentElement?.parentElement ?? null;
}

function place(document: Document): Anchor | null {
  const list = document.querySelector(LIST);
  if (list?.checkVisibility()) return before(list);
  const posts = [...document.querySelectorAll(`main ${POST}`)];
  return makeshift(before(listOf(posts.find((post) => post.checkVisibility()) ?? null)));
}

/** The author's comes last; before it there may be that of somebody who boosted the post. */
function avatarOf(post: Element): Element | null {
  return [...post.querySelectorAll(AVATAR)].findLast((image) => !image.closest(BODY)) ?? null;
}

export const elk: Site = {
  id: 'elk',
  hosts: ['elk.zone', 'main.elk.zone'],
  route: ({ pathname }) => (pathname.replace(/\/$/, '') === '/home' ? 'home' : 'elsewhere'),
  anchor: place,
  stable: '#__nuxt',
  themedBy: ['class'],
  post: POST,
  keys(post) {
    // /SERVER/@user or /SERVER/@user@domain
    const [server, acct] = pathOf(avatarOf(post)?.closest('a') ?? null)?.split('/') ?? [];
    if (!server || !acct?.startsWith('@')) return [];
    const name = acct.slice(1);
    if (name.includes('@')) return [identityKey('ap', name)];
    return [identityKey('ap', `${name}@${server}`), identityKey('ap', `https://${server}/@${name}`)];
  },
  avatar: avatarOf,
  ring: 'round',
  links: LINKS,
  text: TEXT,
  native: CARD,
  selectors: { POST, LIST, AVATAR, BODY, TEXT, LINKS },
};
