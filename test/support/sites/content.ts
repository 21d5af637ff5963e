/** The same people and posts on every fixture site, so that a test may look for the same thing on each. */

export interface Person {
  /** The name before any `@` or dot. */
  user: string;
  name: string;
  /** The server of a person from elsewhere in the fediverse; null for a local one. */
  home: string | null;
  did: string;
  hue: number;
  hasAvatar: boolean;
}

export interface Link {
  url: string;
}

export type Part = string | Link;

export interface LinkCard {
  url: string;
  title: string;
  description: string;
}

export interface Post {
  id: string;
  author: Person;
  booster: Person | null;
  parts: readonly Part[];
  card: LinkCard | null;
  quoted: Post | null;
  isAd: boolean;
  /** How long ago, as the sites write it. */
  age: string;
}

/** Places in the timeline, newest first, that tests look for. */
export const AT = { ana: 1, links: 2, boost: 8, quote: 9, ad: 10, withoutAvatar: 11, manyLinks: 12 } as const;
export const MANY_LINKS = 50;
/** Ana writes each post of the long tail whose place this divides. */
export const ANA_EVERY = 25;

const NEWEST_ID = 113_600_000_000_000;
const LATER_ID = NEWEST_ID + 1_000_000_000;
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DID_LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const DAY_HOURS = 24;

function letters(seed: number, count: number, alphabet: string): string {
  let state = (seed * 2_654_435_761 + 97) >>> 0;
  return Array.from({ length: count }, () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return alphabet[(state >>> 16) % alphabet.length]!;
  }).join('');
}

const did = (seed: number) => `did:plc:${letters(seed, 24, DID_LETTERS)}`;

function person(index: number, user: string, name: string, home: string | null = null): Person {
  return { user, name, home, did: did(index), hue: (index * 47) % 360, hasAvatar: true };
}

/** Whoever is signed in on the fixture sites. */
export const READER = person(0, 'reader', 'A Reader');
export const ANA = person(1, 'ana', 'Ana Ferreira');
/** From another server than the one that shows the post. */
export const BELA = person(2, 'bela', 'Béla Kovács', 'far.example');
export const CHIDI = person(3, 'chidi', 'Chidi Okeke');
export const DANA = person(4, 'dana', 'Dana Levi');
/** Has no avatar; Bluesky draws one. */
export const EMRE = { ...person(5, 'emre', 'Emre Aydın'), hasAvatar: false };

const NAMES = [
  'Farah Aziz',
  'Goran Petrov',
  'Hana Sato',
  'Ivo Horvat',
  'Jonas Berg',
  'Kamala Rao',
  'Liv Dahl',
  'Mateus Cruz',
  'Noor Haddad',
  'Oskar Lind',
  'Priya Nair',
  'Quentin Roy',
  'Rosa Marin',
  'Sipho Dube',
  'Tove Holm',
  'Uma Shah',
  'Vera Novak',
  'Wen Li',
  'Yara Costa',
  'Zofia Wolska',
];

const CROWD = NAMES.map((name, index) =>
  person(10 + index, name.split(' ')[0]!.toLowerCase(), name, index % 3 === 1 ? 'far.example' : null),
);

export const PEOPLE: readonly Person[] = [READER, ANA, BELA, CHIDI, DANA, EMRE, ...CROWD];

const SENTENCES = [
  'The tomatoes on the balcony are finally turning.',
  'Reading about how lighthouses were automated, one lamp at a time.',
  'Does anyone still mend their own shoes? Looking for a good awl.',
  'The night train was late, but the dining car made up for it.',
  'Our choir sings in the old swimming pool on Sunday, bring a cushion.',
  'Small joy of the day: a library book with pencilled notes that are kinder than mine.',
  'Swapped the bakery’s radio for a record player. Nobody has complained so far.',
  'Three herons at the canal this morning, standing like commuters.',
  'If you draw maps by hand, how do you letter along a river?',
  'We moved the allotment meeting to Thursday because of the storm.',
  'My grandmother’s bread again. It only works when nobody watches.',
  'The museum put the tiny ships back where children can see them.',
];

function textOf(index: number): string {
  const count = 1 + (index % 3);
  return Array.from({ length: count }, (_, at) => SENTENCES[(index * 5 + at * 7) % SENTENCES.length]!).join(
    ' ',
  );
}

function ageOf(index: number): string {
  const minutes = 2 + index * 7;
  if (minutes < 60) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  return hours < DAY_HOURS ? `${hours}h` : `${Math.floor(hours / DAY_HOURS)}d`;
}

/** A well-formed Space id that belongs to no Space. */
export const strangeSpaceId = (seed: number) => `01J${letters(seed, 23, BASE32)}`;

const article = (index: number): LinkCard => ({
  url: `https://news.example.org/2026/notes/a-long-walk-along-the-canal-${index}`,
  title: 'A long walk along the canal',
  description: 'What the water carries, and what it leaves.',
});

/** The id of the post at a place of the first timeline. */
export const idAt = (index: number) => `${NEWEST_ID - index * 1_000}`;

function plain(index: number): Post {
  const author = index % ANA_EVERY === 0 ? ANA : CROWD[(index * 3) % CROWD.length]!;
  const hasLink = index % 9 === 5;
  const card = hasLink ? article(index) : null;
  const parts: Part[] = card ? [`${textOf(index)} `, { url: card.url }] : [textOf(index)];
  return {
    id: idAt(index),
    author,
    booster: null,
    parts,
    card,
    quoted: null,
    isAd: false,
    age: ageOf(index),
  };
}

function linkPost(index: number, url: string): Post {
  const card = { url, title: 'Talking while we read', description: 'Audio Space by Chidi Okeke' };
  return { ...plain(index), author: CHIDI, card, parts: ['We are talking, come and listen: ', { url }] };
}

function manyLinks(index: number, spaces: readonly string[]): Post {
  const [first] = spaces;
  const origin = first === undefined ? null : new URL(first).origin;
  const urls = Array.from({ length: MANY_LINKS }, (_, at) => {
    if (origin === null) return article(at).url;
    return at === 0 ? first! : `${origin}/s/${strangeSpaceId(1_000 + at)}`;
  });
  const parts = urls.flatMap((url, at) => [`${at === 0 ? 'All of them: ' : ' '}`, { url }]);
  return { ...plain(index), author: DANA, parts, card: null };
}

function postAt(index: number, links: readonly string[]): Post {
  const link = links[index - AT.links];
  if (index >= AT.links && index < AT.boost && link !== undefined) return linkPost(index, link);
  const usual = plain(index);
  if (index === AT.ana) return { ...usual, author: ANA };
  if (index === AT.boost) return { ...usual, author: ANA, booster: DANA };
  if (index === AT.quote) return { ...usual, author: BELA, quoted: { ...plain(900), author: ANA } };
  if (index === AT.ad) return { ...usual, author: ANA, isAd: true };
  if (index === AT.withoutAvatar) return { ...usual, author: EMRE };
  if (index === AT.manyLinks) return manyLinks(index, links);
  return index === 0 ? { ...usual, author: BELA } : usual;
}

/** The first `count` posts, newest first; each of `links` has a post with its own card from `AT.links` on (six at most). */
export function makePosts(count: number, links: readonly string[] = []): Post[] {
  return Array.from({ length: count }, (_, index) => postAt(index, links));
}

/** Posts that arrive later, newest first, when `arrived` came before them. */
export function laterPosts(count: number, arrived: number): Post[] {
  return Array.from({ length: count }, (_, at) => {
    const number = arrived + count - at;
    return { ...plain(number), id: `${LATER_ID + number}`, card: null, parts: [textOf(number)], age: 'now' };
  });
}

/** `@ana`, or `@bela@far.example` when the person is from elsewhere. */
export const acct = ({ user, home }: Person) => (home === null ? user : `${user}@${home}`);

export const skyHandle = ({ user }: Person) => `${user}.sky.example`;

export const textFrom = (post: Post) =>
  post.parts.map((part) => (typeof part === 'string' ? part : part.url)).join('');
