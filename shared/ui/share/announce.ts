import { isolated } from '#shared/words/isolated.ts';

/** The longest post on Bluesky, counted as a reader counts characters. */
const BLUESKY_MAX = 300;

/** What is said of a Space. */
export interface Announcement {
  /** The sentence around a title. */
  sentence: (title: string) => string;
  title: string;
  /** Where the Space is. */
  url: string;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lettersOf = (text: string) => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** The address of a Space's own page. */
export function pageOf(server: string, spaceId: string): string {
  return `${server}/s/${spaceId}`;
}

/** A space as `%20`: not every app takes the plus sign for one. */
function address(base: string, values: Record<string, string>): string {
  const query = Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${base}?${query.join('&')}`;
}

function textOf({ sentence, title }: Announcement): string {
  return sentence(isolated(title.toWellFormed()));
}

/** Sentence and link in at most `max` characters: the title gives way, then the sentence, never the link. */
function fitted(announcement: Announcement, max: number): string {
  const { title, url } = announcement;
  const whole = `${textOf(announcement)} ${url}`;
  const excess = lettersOf(whole).length - max;
  if (excess <= 0) return whole;
  const kept = lettersOf(title).slice(0, -excess - 1);
  return kept.length ? `${textOf({ ...announcement, title: `${kept.join('')}…` })} ${url}` : url;
}

/** The pages of the networks where a person finds the announcement written, and sends it. */
export function intentsOf(announcement: Announcement) {
  const text = textOf(announcement);
  const { url } = announcement;
  return {
    x: address('https://x.com/intent/tweet', { text, url }),
    bluesky: address('https://bsky.app/intent/compose', { text: fitted(announcement, BLUESKY_MAX) }),
    elk: address('https://elk.zone/intent/post', { text: `${text} ${url}` }),
  };
}

/** The same at a Mastodon server, named by its host. */
export function mastodonIntent(host: string, announcement: Announcement): string {
  return address(`https://${host}/share`, { text: textOf(announcement), url: announcement.url });
}
