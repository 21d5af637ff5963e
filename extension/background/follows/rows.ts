import type { Identity, MastodonAccess } from '#shared/schema/account.ts';
import type { FollowSource } from '#shared/schema/follows.ts';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import * as v from 'valibot';
import type { FollowRow, Own } from '../../platform/follows-store.ts';
import type { MastodonPlace } from './mastodon.ts';

const NOTHING = { state: 'new', fault: null, readAt: null, hashes: '' } as const;

/** Nothing is known of whom an account follows. */
const unread = () => ({ ...NOTHING, keys: [] });

const idOf = (network: FollowRow['network'], name: string) => `${network}:${name.toLowerCase()}`;

export function blueskyRow(handle: string, did: string, own: Own | null): FollowRow {
  const id = idOf('bluesky', did);
  return { ...unread(), isOff: false, isNamed: own === null, own, network: 'bluesky', id, handle, did };
}

export function mastodonRow(
  handle: string,
  { server, accountId, token }: Pick<MastodonPlace, 'server' | 'token'> & { accountId: string | null },
  own: Own | null,
): FollowRow {
  const [id, place] = [idOf('mastodon', handle), { server, accountId, token }];
  return { ...unread(), isOff: false, isNamed: own === null, own, network: 'mastodon', id, handle, ...place };
}

/** What a person's own identity says of where its follows are read; null for a network that tells nobody. */
export function rowOfIdentity(
  home: string,
  { id, network, handle, subject, host }: Identity,
  access: MastodonAccess | null,
): FollowRow | null {
  const own = { home, id };
  if (network === 'bluesky') return blueskyRow(handle, subject, own);
  const server = v.safeParse(HostNameSchema, host);
  if (network !== 'mastodon' || !server.success) return null;
  return mastodonRow(handle, access ?? { server: server.output, accountId: null, token: null }, own);
}

/** The same account told of again: what is newer counts, and what is known of its follows stays. */
export function withNews(row: FollowRow, news: FollowRow): FollowRow {
  const { handle } = news;
  const both = { own: news.own ?? row.own, isNamed: row.isNamed || news.isNamed };
  if (row.network !== 'mastodon' || news.network !== 'mastodon') return { ...row, handle, ...both };
  // A token goes back to the home that brought it, so it does not outlast the account's being known there.
  const isSameHome = !news.own || news.own.home === row.own?.home;
  const place = {
    server: news.server,
    accountId: news.accountId ?? row.accountId,
    token: news.token ?? (isSameHome ? row.token : null),
  };
  return { ...row, handle, ...both, ...place };
}

/** The token of a row; null where its list needs none. */
export function tokenOf(row: FollowRow): string | null {
  return row.network === 'mastodon' ? row.token : null;
}

/** Whether two rows differ in nothing but whom the account follows. */
export function isToldTheSame(one: FollowRow, other: FollowRow): boolean {
  const [a, b] = [one, other].map((row) => JSON.stringify({ ...row, keys: [], hashes: '' }));
  return a === b;
}

export function withoutToken(row: FollowRow): FollowRow {
  return row.network === 'mastodon' ? { ...row, token: null } : row;
}

/** The row without the leave to read it and without whom the account follows. */
export function forgotten(row: FollowRow): FollowRow {
  return { ...withoutToken(row), ...unread() };
}

/** How it stands with an account, without whom it follows. */
export function sourceOf(row: FollowRow): FollowSource {
  const { id, network, handle, own, isOff, state, fault, readAt, keys } = row;
  const hasLeave = row.network === 'mastodon' && row.token !== null;
  return {
    id,
    network,
    handle,
    identity: own?.id ?? null,
    isOff,
    hasLeave,
    state,
    fault,
    count: keys.length,
    readAt,
  };
}
