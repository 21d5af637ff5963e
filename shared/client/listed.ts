import type { Card, Space } from '#shared/schema/space.ts';
import type { Listed, Why } from '#shared/schema/view.ts';

const RANKS: Record<Why['is'] | 'none', number> = { hosts: 0, speaks: 1, seen: 2, none: 3 };

/** Where a card stands for its reason; the smaller comes first. */
export function rankOf({ why }: Pick<Listed, 'why'>): number {
  return RANKS[why?.is ?? 'none'];
}

/** A Space in a language of the person, then one that does not say, then another. */
function strangenessOf({ lang }: Pick<Listed, 'lang'>, languages: readonly string[]): number {
  if (lang === undefined) return 1;
  return languages.includes(lang) ? 0 : 2;
}

/**
 * The list as a person wants it: hosted by somebody they follow, then somebody they follow on stage, then their languages,
 * then the bigger ones, then the latest.
 */
export function inOrder(cards: readonly Listed[], languages: readonly string[]): Listed[] {
  return cards.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      strangenessOf(a, languages) - strangenessOf(b, languages) ||
      b.listeners - a.listeners ||
      b.startedAt - a.startedAt ||
      (a.id < b.id ? 1 : -1),
  );
}

/** Why a Space is of interest to somebody who follows these: its host, else the first on its stage whom they follow. */
export function whyOf(space: Space, isFollowed: (key: string) => boolean): Why | null {
  const followed = space.identities.filter(({ keys }) => keys.some(isFollowed));
  const host = hostOf(space);
  const one = followed.find(({ pid }) => pid === host) ?? followed[0];
  if (!one) return null;
  return {
    is: one.pid === host ? 'hosts' : 'speaks',
    name: nameOf(space, one.pid) ?? one.handle,
    pid: one.pid,
  };
}

/** What a live Space looks like in a list for somebody who follows its host under this key; null when it is none of that. */
export function cardHostedBy(space: Space, key: string): Listed | null {
  const { id, v, title, startedAt, stage, onStage, listeners, hostLostAt, lang, keys } = space;
  const host = hostOf(space);
  const hosting = space.identities.find((identity) => identity.pid === host && identity.keys.includes(key));
  if (space.state !== 'live' || startedAt === null || !hosting) return null;
  const name = nameOf(space, hosting.pid) ?? hosting.handle;
  const counts = { onStage, listeners, hostLostAt };
  const why: Why = { is: 'hosts', name, pid: hosting.pid };
  return { id, v, title, startedAt, stage, ...counts, ...(lang && { lang }), keys, why };
}

function hostOf({ stage }: Pick<Card, 'stage'>): string | undefined {
  return stage.find(({ role }) => role === 'host')?.pid;
}

export function nameOf({ stage }: Pick<Card, 'stage'>, person: string): string | undefined {
  return stage.find(({ pid }) => pid === person)?.name;
}
