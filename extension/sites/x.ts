import { identityKey } from '#shared/schema/identity.ts';
import { before, makeshift, pathOf, type Site } from './site.ts';

// Read in control-panel-for-twitter 4.24.0 and minimal-twitter, 2026-08-18; x.com itself was not seen.
const COLUMN = '[data-testid="primaryColumn"]';
const BELOW_TABS = `${COLUMN} > div > div:last-child`;
const SECTION = `${COLUMN} section`;
const POST = '[data-testid="cellInnerDiv"] article[data-testid="tweet"]';
const ADVERTISEMENT = '[data-testid="placementTracking"]';
const AUTHOR = '[data-testid="User-Name"] a[href^="/"]';
const AVATAR = '[data-testid="Tweet-User-Avatar"]';
const INNER_AVATAR = '[data-testid^="UserAvatar-Container"]';
const TEXT = '[data-testid="tweetText"]';
const LINKS = `${TEXT} a[href^="https://t.co/"]`;
const CARD = '[data-testid="card.wrapper"]';

/** Dialogs and viewers that leave the timeline under them. */
const OVER = /^\/(?:compose\/post|i\/foundmedia|home\/pinned\/edit|[^/]+\/status\/\d+\/(?:photo|video)\/)/;

export const x: Site = {
  id: 'x',
  hosts: ['x.com', 'twitter.com'],
  route({ pathname }) {
    if (pathname === '/home') return 'home';
    return OVER.test(pathname) ? 'over' : 'elsewhere';
  },
  anchor(document) {
    const place = document.querySelector(BELOW_TABS);
    return (
      before(place?.localName === 'perch-bar' ? null : place) ??
      makeshift(before(document.querySelector(SECTION)))
    );
  },
  stable: 'main',
  themedBy: ['style', 'class'],
  post: POST,
  keys(post) {
    const handle = pathOf(post.querySelector(AUTHOR));
    return handle ? [identityKey('x', handle)] : [];
  },
  avatar(post) {
    if (post.closest(ADVERTISEMENT)) return null;
    return (
      post.querySelector(`${AVATAR} ${INNER_AVATAR}`) ?? post.querySelector(`${AVATAR}, ${INNER_AVATAR}`)
    );
  },
  ring: 'round',
  links: LINKS,
  // The address itself is X's own; the text is the whole one, with an ellipsis where it was cut for the eye.
  hrefOf: (link) => (link.textContent ?? '').replace(/…$/, ''),
  text: TEXT,
  native: CARD,
  selectors: { BELOW_TABS, SECTION, POST, AUTHOR, AVATAR, INNER_AVATAR, TEXT, LINKS, CARD },
};
