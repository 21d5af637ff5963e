import { h } from './dom.ts';
import { icon } from './icons.ts';
import { AUTHORS, authorOf } from './people.ts';
import { avatar } from './post-row.ts';
import { FEEDS, postsBy, type FeedName, type Post } from './posts.ts';
import { VirtualList } from './virtual-list.ts';

/** The middle column of a route; whatever it started ends with the signal. */
export type Column = (signal: AbortSignal) => HTMLElement;

export const FEED_NAMES = Object.keys(FEEDS) as FeedName[];

function list(posts: readonly Post[], testId: string, signal: AbortSignal): HTMLElement {
  const section = h('section', { class: 'timeline', 'data-testid': testId, 'aria-label': 'Posts' });
  const virtual = new VirtualList(section, posts);
  requestAnimationFrame(() => {
    if (!signal.aborted) virtual.start(signal);
  });
  return section;
}

export function homeColumn(feed: FeedName, onFeed: (feed: FeedName) => void): Column {
  return (signal) => {
    const tabs = FEED_NAMES.map((name) => {
      const tab = h('button', { type: 'button', role: 'tab', 'aria-selected': String(name === feed) }, name);
      tab.addEventListener('click', () => onFeed(name), { signal });
      return tab;
    });
    return h(
      'main',
      { class: 'column', 'data-testid': 'home-column' },
      h('header', { class: 'top', role: 'tablist', 'aria-label': 'Timelines' }, ...tabs),
      list(FEEDS[feed](), 'timeline', signal),
    );
  };
}

const NEWS = [
  ['ana', 'liked your post', 'Took the long way home on purpose.'],
  ['malik', 'follows you now', 'Keeps forty small sites alive on one old machine.'],
  ['kerstin', 'boosted your post', 'There is a screw left over and everything works.'],
  ['lea', 'replied to you', 'Lend it to me after, I will bring it back. This time within the year.'],
  ['noor', 'liked your post', 'The recipe is on the door, in pencil.'],
] as const;

export const notificationsColumn: Column = () => {
  const rows = NEWS.flatMap(([handle, deed, text]) => {
    const author = authorOf(handle);
    if (author === undefined) return [];
    const name = h('a', { class: 'name', href: `/demo/profile/${handle}` }, author.name);
    const line = h('div', { class: 'byline' }, name, h('span', { class: 'quiet' }, deed));
    return [
      h(
        'article',
        { class: 'post notice' },
        avatar(author),
        h('div', { class: 'body' }, line, h('p', {}, text)),
      ),
    ];
  });
  const title = h('header', { class: 'top titled' }, h('h1', {}, 'Notifications'));
  return h('main', { class: 'column', 'data-testid': 'notifications-column' }, title, ...rows);
};

export function profileColumn(handle: string): Column {
  return (signal) => {
    const author = authorOf(handle) ?? AUTHORS[0]!;
    const back = h(
      'a',
      { class: 'back', href: '/demo/timeline', 'aria-label': 'Back to the timeline' },
      icon('back'),
    );
    const banner = h('div', { class: 'banner', 'aria-hidden': 'true' });
    banner.style.setProperty('--hue', String(author.hue));
    const card = h(
      'div',
      { class: 'profile' },
      avatar(author, 'large'),
      h('h2', {}, author.name),
      h('p', { class: 'quiet' }, `@${author.handle}`),
      h('p', {}, author.bio),
    );
    return h(
      'main',
      { class: 'column', 'data-testid': 'profile-column' },
      h('header', { class: 'top titled' }, back, h('h1', {}, author.name)),
      banner,
      card,
      list(postsBy(author.handle), 'profile-timeline', signal),
    );
  };
}
