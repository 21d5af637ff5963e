import type { Card } from '#shared/schema/space.ts';
import type { ServerMessage } from '#shared/schema/stream.ts';

/** Versions of ended Spaces that are remembered, so that a late card does not bring one back. */
const GONE_MAX = 200;

/** The live Spaces as last heard. `rev` names the list's content; null once it was changed by deltas. */
export interface LiveList {
  cards: Readonly<Record<string, Card>>;
  gone: Readonly<Record<string, number>>;
  rev: string | null;
}

type Update = Extract<ServerMessage, { t: 'up' }>;

export const EMPTY_LIST: LiveList = { cards: {}, gone: {}, rev: null };

/** The whole list, in place of what was known. */
export function withSnapshot(list: LiveList, rev: string, items: readonly Card[]): LiveList {
  const newest = items.map((card) => {
    const known = list.cards[card.id];
    return known && known.v > card.v ? known : card;
  });
  const alive = newest.filter((card) => card.v > (list.gone[card.id] ?? -1));
  return { ...list, rev, cards: Object.fromEntries(alive.map((card) => [card.id, card])) };
}

/** Cards and ends; each counts only when it is newer than what is known of its Space. */
export function withUpdate(list: LiveList, { items, gone }: Pick<Update, 'items' | 'gone'>): LiveList {
  const cards = { ...list.cards };
  const ended = { ...list.gone };
  for (const card of items) {
    const known = Math.max(cards[card.id]?.v ?? -1, ended[card.id] ?? -1);
    if (card.v > known) cards[card.id] = card;
  }
  for (const { id, v } of gone) {
    if (v < (cards[id]?.v ?? -1)) continue;
    delete cards[id];
    ended[id] = Math.max(v, ended[id] ?? -1);
  }
  return { cards, gone: Object.fromEntries(Object.entries(ended).slice(-GONE_MAX)), rev: null };
}

export function withCounts(list: LiveList, counts: readonly (readonly [string, number])[]): LiveList {
  const cards = { ...list.cards };
  for (const [id, listeners] of counts) {
    const card = cards[id];
    if (card) cards[id] = { ...card, listeners };
  }
  return { ...list, cards, rev: null };
}

/** Whether our list may be the server's; after deltas only the number of Spaces can tell. */
export function agrees(list: LiveList, sum: { n: number; rev: string }): boolean {
  if (Object.keys(list.cards).length !== sum.n) return false;
  return list.rev === null || list.rev === sum.rev;
}

/** Cards with what is told in the server's time moved to ours, which is `skewMs` ahead of it. */
export function inLocalTime(cards: Card[], skewMs: number): Card[] {
  return cards.map((card) =>
    card.hostLostAt === null ? card : { ...card, hostLostAt: card.hostLostAt + skewMs },
  );
}

/** The cards as they are shown: the latest Space first, so that counts move nothing under a pointer. */
export function shown(list: LiveList): Card[] {
  return Object.values(list.cards).toSorted((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1));
}
