import { cardOf, readView, stepped } from '../spaces/cards.ts';
import type { Store } from '../spaces/records.ts';
import type { Card, EndReason } from '#shared/schema/space.ts';
import { encodeList, type EncodedList } from './encode.ts';

export type LiveChange = { card: Card } | { gone: { id: string; v: number; why: EndReason | null } };

/** All live Spaces, newest first, kept in memory and always re-read from the store. */
export interface LiveList {
  changed(spaceId: string): Promise<void>;
  /** Reads every live Space; afterwards `changed` keeps the list. */
  load(): Promise<void>;
  /** Counts the listeners of all Spaces anew; answers those whose shown count moved. */
  recount(): Promise<[id: string, listeners: number][]>;
  encoded(): EncodedList;
  size(): number;
}

export function createLiveList(
  store: Store,
  cardBytes: number,
  onChange: (change: LiveChange) => void,
): LiveList {
  const cards = new Map<string, Card>();
  let encoded: EncodedList | null = null;

  const put = (card: Card) => {
    const known = cards.get(card.id);
    if (known && (known.v > card.v || looksLike(known, card))) return false;
    cards.set(card.id, card);
    encoded = null;
    return true;
  };
  const recounted = (card: Card) => {
    cards.set(card.id, card);
    encoded = null;
  };
  const drop = (id: string) => {
    if (cards.delete(id)) encoded = null;
  };
  const refresh = async (id: string) => {
    const space = await store.space(id);
    if (!space || space.state === 'starting') return;
    const view = await readView(store, space, cardBytes);
    const card = cardOf(view);
    if (card && put(card)) onChange({ card });
    if (card || space.startedAt === null) return;
    drop(id);
    onChange({ gone: { id, v: view.v, why: view.endReason } });
  };
  // One reading after the other: an older one must not bring back a Space that a newer one saw end.
  let reading: Promise<void> = Promise.resolve();
  const changed = (id: string) => {
    const read = () => refresh(id);
    return (reading = reading.then(read, read));
  };
  return {
    changed,
    load: async () => {
      for (const { id } of await store.openSpaces()) await changed(id);
    },
    recount: async () => {
      const counts = await store.listenerCounts();
      const moved = [...cards.values()]
        .map((card) => ({ card, listeners: stepped(counts.get(card.id) ?? 0) }))
        .filter(({ card, listeners }) => card.listeners !== listeners);
      for (const { card, listeners } of moved) recounted({ ...card, listeners });
      return moved.map(({ card, listeners }) => [card.id, listeners]);
    },
    encoded: () => (encoded ??= encodeList([...cards.values()].toSorted(newestFirst))),
    size: () => cards.size,
  };
}

/** Listeners are counted apart, and a version that rose without anything to see on a card (somebody asks to speak) is no news. */
function looksLike(known: Card, card: Card): boolean {
  return JSON.stringify({ ...card, v: known.v, listeners: known.listeners }) === JSON.stringify(known);
}

function newestFirst(a: Card, b: Card): number {
  return b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1);
}
