import type { Card } from '#shared/schema/space.ts';
import type { Say } from './context.ts';

/** The line under a title: who hosts, and how many listen once somebody does. */
export function lineOf(card: Pick<Card, 'stage' | 'listeners'>, say: Say): string {
  const host = card.stage.find(({ role }) => role === 'host') ?? card.stage[0];
  const listening = say('listening', { n: card.listeners });
  if (!host) return listening;
  const hosts = say('hosts', { name: host.name });
  return card.listeners > 0 ? `${hosts} · ${listening}` : hosts;
}
