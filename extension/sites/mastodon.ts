import { identityKey } from '#shared/schema/identity.ts';
import { before, firstIn, makeshift, pathOf, type Site } from './site.ts';

// Mastodon 4.3 to 4.7 and glitch-soc 839591f, seen 2026-11-22.
const COLUMN = '.columns-area--mobile > .column > .scrollable';
const DECK_COLUMN = '.column:has(> .column-header__wrapper .icon-home) > .scrollable';
const FEED = '.column .item-list[role="feed"]';
// Vanilla keeps a wrapper, but no post, in rows that it has culled.
const POST = '.item-list .status[data-id]';
const GLITCH_AUTHOR = '.status__wrapper[data-status-by]';
const AUTHOR = 'a.status__display-name:not(.muted)';
const AVATAR = '.status__avatar .account__avatar';
const BOOSTED_AVATAR = '.account__avatar-overlay-base .account__avatar';
const TEXT = '.status__content';
const LINKS = '.status__content a[href*="/s/"]';
const CARD = '.status-card';

/** `user` or `user@domain`, without the first `@`. */
function acctOf(post: Element): string | null {
  const glitch = post.closest(GLITCH_AUTHOR)?.getAttribute('data-status-by');
  const acct = glitch ?? pathOf(post.querySelector(`${AUTHOR}[href^="/@"]`));
  return acct?.replace(/^@/, '') || null;
}

export const mastodon: Site = {
  id: 'mastodon',
  hosts: [],
  route({ pathname }) {
    const isHome = /^\/(?:home|timelines\/home|deck\/.+)\/?$/.test(pathname);
    return isHome ? 'home' : 'elsewhere';
  },
  anchor: (document) =>
    firstIn(document.querySelector(`${COLUMN}, ${DECK_COLUMN}`)) ??
    makeshift(before(document.querySelector(FEED))),
  stable: '#mastodon',
  // From 4.6 on by attributes of the root, before by a class of the body.
  themedBy: ['data-color-scheme', 'data-contrast', 'class'],
  post: POST,
  hasLocalNames: true,
  keys(post, domain) {
    const acct = acctOf(post);
    if (!acct) return [];
    if (acct.includes('@')) return [identityKey('ap', acct)];
    const profile = identityKey('ap', `${post.ownerDocument.location.origin}/@${acct}`);
    return domain ? [identityKey('ap', `${acct}@${domain}`), profile] : [profile];
  },
  avatar: (post) => post.querySelector(BOOSTED_AVATAR) ?? post.querySelector(AVATAR),
  ring: '',
  links: LINKS,
  text: TEXT,
  native: CARD,
  selectors: {
    COLUMN,
    DECK_COLUMN,
    FEED,
    POST,
    GLITCH_AUTHOR,
    AUTHOR,
    AVATAR,
    BOOSTED_AVATAR,
    TEXT,
    LINKS,
    CARD,
  },
};
