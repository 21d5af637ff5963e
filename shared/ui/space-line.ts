import type { Card } from '#shared/schema/space.ts';
import type { Listed } from '#shared/schema/view.ts';
import { isolated, listed } from '#shared/words/isolated.ts';
import type { Say } from './context.ts';

const NAMED_MAX = 3;

/** Why a Space is of interest to the person; null where there is no reason but that it is live. */
export function reasonOf({ why }: Pick<Listed, 'why'>, say: Say): string | null {
  return why ? say(`why_${why.is}`, { name: isolated(why.name) }) : null;
}

function hostIn(stage: Card['stage']) {
  return stage.find(({ role }) => role === 'host') ?? stage[0];
}

/** The line under a title: who hosts, and how many listen once somebody does. */
export function lineOf(card: Pick<Card, 'stage' | 'listeners'>, say: Say): string {
  const host = hostIn(card.stage);
  const listening = say('listening', { n: card.listeners });
  if (!host) return listening;
  const hosts = say('hosts', { name: isolated(host.name) });
  return card.listeners > 0 ? `${hosts} · ${listening}` : hosts;
}

/** Who else is on stage; the host stands in the line above. */
export function companyOf(
  { stage, onStage }: Pick<Card, 'stage' | 'onStage'>,
  say: Say,
  language: string,
): string | null {
  const host = hostIn(stage);
  const named = stage.filter((person) => person !== host).slice(0, NAMED_MAX);
  if (named.length === 0) return null;
  const names = named.map(({ name }) => name);
  const rest = onStage - named.length - 1;
  if (rest > 0) names.push(say('andOthers', { n: rest }));
  return say('withOnStage', { names: listed(names, language) });
}
