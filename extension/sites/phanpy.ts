import { identityKey } from '#shared/schema/identity.ts';
import { before, makeshift, type Site } from './site.ts';

// Phanpy 0340050, seen 2026-11-22.
const LIST = '#home-page .timeline-deck > ul.timeline';
const HEADER = '#home-page .timeline-deck > header';
const POST = 'article.status:not(.skeleton, .ghost, .status-quote article)[data-state-post-id]';
const AVATAR = 'picture.avatar';
const AUTHOR = 'a[title^="@"]';
const TEXT = '.content';
const LINKS = '.content a[href*="/s/"]';
const CARD = 'a.card.link';

function authorOf(post: Element): HTMLAnchorElement | null {
  return post.querySelector(AVATAR)?.closest<HTMLAnchorElement>(AUTHOR) ?? null;
}

export const phanpy: Site = {
  id: 'phanpy',
  hosts: ['phanpy.social'],
  // The page under it stays mounted and visible: only the hash tells.
  route({ hash }) {
    const path = hash.slice(1).split('?')[0]!;
    if (path === '' || path === '/') return 'home';
    return /^\/(?:[^/]+\/)?s\//.test(path) ? 'over' : 'elsewhere';
  },
  anchor(document) {
    const list = before(document.querySelector(LIST));
    if (list) return list;
    const header = document.querySelector(HEADER);
    const next = header?.nextElementSibling ?? null;
    const own = next?.localName === 'perch-bar' ? next.nextElementSibling : next;
    return makeshift(header && { parent: header.parentElement!, before: own, near: header });
  },
  stable: '#app',
  themedBy: ['class'],
  post: POST,
  keys(post) {
    const author = authorOf(post);
    if (!author) return [];
    const acct = author.title.slice(1);
    const full = acct.includes('@') ? acct : `${acct}@${new URL(author.href).host}`;
    return [identityKey('ap', full), identityKey('ap', author.href)];
  },
  avatar: (post) => authorOf(post)?.querySelector(AVATAR) ?? null,
  ring: 'round',
  links: LINKS,
  text: TEXT,
  native: CARD,
  selectors: { LIST, HEADER, POST, AVATAR, AUTHOR, TEXT, LINKS, CARD },
};
