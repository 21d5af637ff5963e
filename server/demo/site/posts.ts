import { AUTHORS, type Author } from './people.ts';
import { between, seeded, shuffled, type Random } from './random.ts';
import { THEMES, type ThemeName } from './sentences.ts';

/** A link to a Space, with what the site's own preview of it says. */
export interface PostLink {
  url: string;
  title: string;
  host: string;
}

export interface Post {
  id: string;
  author: Author;
  minutesAgo: number;
  text: string;
  /** Seed of the picture under the text. */
  picture?: number;
  link?: PostLink;
  replies: number;
  boosts: number;
  likes: number;
  liked: boolean;
}

const SEED = 20_261;
const PICTURE_EVERY = 5;

// Every opening comes up once before any comes back, each time with another ending.
function textsOf(theme: ThemeName, random: Random): string[] {
  const first: readonly string[] = shuffled(random, THEMES[theme].first);
  const second: readonly string[] = shuffled(random, THEMES[theme].second);
  return second.flatMap((_, round) =>
    first.map((opening, index) => `${opening} ${second[(index + round) % second.length]}`),
  );
}

function makePosts(): Post[] {
  const random = seeded(SEED);
  const names = Object.keys(THEMES) as ThemeName[];
  const texts = new Map(names.map((name) => [name, textsOf(name, random)]));
  const posts: Post[] = [];
  let minutesAgo = 1;
  for (let turn = 0; ; turn += 1) {
    const waiting = AUTHORS.filter((one) => (texts.get(one.theme)?.length ?? 0) > 0);
    const others = waiting.filter((one) => one !== posts.at(-1)?.author);
    const [author] = shuffled(random, others.length > 0 ? others : waiting);
    const text = author && texts.get(author.theme)?.pop();
    if (author === undefined || text === undefined) return posts;
    minutesAgo += between(random, 1, 4 + turn / 6);
    const likes = between(random, 0, 90);
    posts.push({
      id: `post-${turn}`,
      author,
      minutesAgo,
      text,
      replies: between(random, 0, likes / 6),
      boosts: between(random, 0, likes / 3),
      likes,
      liked: false,
      ...(turn % PICTURE_EVERY === 2 && { picture: between(random, 1, 1_000_000) }),
    });
  }
}

export const POSTS: Post[] = makePosts();

export const FEEDS = {
  'For you': () => POSTS,
  Following: () => POSTS.filter((post) => post.author.followed),
} as const;
export type FeedName = keyof typeof FEEDS;

export const postsBy = (handle: string): Post[] => POSTS.filter((post) => post.author.handle === handle);

/** Puts a post on top; it lives as long as the page. */
export function addPost(author: Author, text: string, link?: PostLink): void {
  POSTS.unshift({
    id: `post-own-${POSTS.length}`,
    author,
    minutesAgo: 0,
    text,
    replies: 0,
    boosts: 0,
    likes: 0,
    liked: false,
    ...(link && { link }),
  });
}

export function ageOf(minutes: number): string {
  if (minutes < 1) return 'now';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 60 * 24) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / (60 * 24))} d`;
}
