import { createHash } from 'node:crypto';
import { ELSEWHERE, type MastodonTrick } from './mastodon-tricks.ts';

/** Somebody with an account on a stand-in; what a test changes holds from the next request on. */
export interface MastodonPerson {
  /** `ana` in `@ana@mastodon.example`. */
  user: string;
  name: string;
  /** Whom they follow, the latest first, as `user@domain`. */
  follows?: string[];
  isListHidden?: boolean;
}

/** How a server shows itself: where it answers, and the domain in its people's handles. */
export interface Place {
  host: string;
  domain: string;
  tellsUri: boolean;
  trick(): MastodonTrick | null;
}

/** A number as long as those of Mastodon, the same for the same person on the same server. */
export function accountId({ host }: Place, acct: string): string {
  const digest = createHash('sha256').update(`${host} ${acct}`).digest();
  return `1${(digest.readBigUInt64BE() % 10n ** 17n).toString().padStart(17, '0')}`;
}

/** The address by which others know an account, whichever host claims to be its home. */
export const actorUri = (host: string, user: string) => `https://${host}/users/${user}`;

export function uriOf({ host, trick }: Place, user: string): string {
  return actorUri(trick() === 'foreign-actor' ? ELSEWHERE : host, user);
}

function avatarOf({ host, trick }: Place, id: string): string {
  if (trick() === 'avatar-private') return 'https://169.254.169.254/latest/meta-data/avatar.png';
  return `https://${host}/system/accounts/avatars/${id}/original/face.png`;
}

interface Shown {
  user: string;
  name: string;
  acct: string;
  uri: string;
  url: string;
  follows: number;
  isListHidden: boolean;
}

function account(place: Place, { user, name, acct, uri, url, follows, isListHidden }: Shown) {
  const id = accountId(place, acct);
  const avatar = avatarOf(place, id);
  const header = `https://${place.host}/headers/original/missing.png`;
  return {
    id,
    username: user,
    acct,
    display_name: name,
    locked: false,
    bot: false,
    discoverable: true,
    group: false,
    created_at: '2024-03-01T00:00:00.000Z',
    note: '<p>Sings.</p>',
    url,
    ...(place.tellsUri && { uri }),
    avatar,
    avatar_static: avatar,
    header,
    header_static: header,
    followers_count: 3,
    following_count: follows,
    statuses_count: 12,
    last_status_at: '2026-11-20',
    hide_collections: isListHidden,
    emojis: [],
    fields: [],
  };
}

/** A person of this server, as its API shows them. */
export function localAccount(place: Place, person: MastodonPerson) {
  const { user, name, follows = [], isListHidden = false } = person;
  const isForeign = place.trick() === 'foreign-acct';
  return account(place, {
    user,
    name,
    acct: isForeign ? `${user}@${ELSEWHERE}` : user,
    uri: uriOf(place, user),
    url: `https://${isForeign ? ELSEWHERE : place.host}/@${user}`,
    follows: follows.length,
    isListHidden,
  });
}

/** Somebody of another server, as this one came to know them. */
export function remoteAccount(place: Place, acct: string) {
  const [user, host] = acct.split('@') as [string, string];
  return account(place, {
    user,
    name: user,
    acct,
    uri: actorUri(host, user),
    url: `https://${host}/@${user}`,
    follows: 0,
    isListHidden: false,
  });
}

/** What somebody sees of their own account beside it. */
export const ownSource = {
  privacy: 'public',
  sensitive: false,
  language: 'en',
  note: 'Sings.',
  fields: [],
  follow_requests_count: 0,
};
