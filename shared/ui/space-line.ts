import type { Card } from '#shared/schema/space.ts';
import type { Say } from './context.ts';

/** The line under a title: who hosts, how many listen. */
export function lineOf(card: Card, say: Say): string {
  const host = card.stage.find(({ role }) => role === 'host') ?? card.stage[0];
  const listening = say('listening', { n: card.listeners });
  return host ? `${say('hosts', { name: host.name })} · ${listening}` : listening;
}
