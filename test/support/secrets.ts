import * as v from 'valibot';
import { SessionSchema } from '#shared/schema/api.ts';
import { readSessions } from './own-session.ts';
import type { Person } from './person.ts';

/** The tokens of the person's sessions, from where Perch keeps them. */
export async function tokensOf(person: Person): Promise<string[]> {
  const own = await person.openOwn('options.html');
  const sessions = await own.evaluate(`(${readSessions})()`);
  await own.close();
  return v.parse(v.array(SessionSchema), sessions).map(({ token }) => token);
}

interface Area {
  get(keys: null): Promise<object>;
}

/** Runs as a content script: all that it gets to read of what the browser keeps. */
export async function reachSecrets(): Promise<Record<string, unknown>> {
  const { browser, chrome } = globalThis as unknown as Record<string, { storage: Record<string, Area> }>;
  const areas = (browser ?? chrome)!.storage;
  const reached: Record<string, unknown> = {};
  for (const name of ['local', 'session', 'sync', 'managed']) {
    // What is not there for it, or refuses it, is out of its reach.
    reached[name] = await Promise.resolve()
      .then(() => areas[name]!.get(null))
      .catch(() => null);
  }
  const databases = await indexedDB.databases();
  return { ...reached, page: { ...localStorage }, databases: databases.map(({ name }) => name) };
}
