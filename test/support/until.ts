import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 40;

/** Looks until there is something to see and answers it; rejects with what was awaited, and what was there `instead`, when `withinMs` have passed. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  withinMs = 30_000,
  instead: () => Promise<string> = async () => '',
): Promise<T> {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > giveUpAt) throw new Error(`Waited ${withinMs} ms in vain: ${what}${await instead()}`);
    await wait(LOOK_EVERY_MS);
  }
}
