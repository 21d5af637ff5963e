import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Prefs = Readonly<Record<string, string | number | boolean>>;

const LOOK_EVERY_MS = 100;

/** Where a Firefox that is told to listen on any port writes down which one it took. */
const portFile = (profile: string) => join(profile, 'MarionetteActivePort');

/** Settings that Firefox starts with in this profile, whatever a person has changed there. */
export async function writePrefs(profile: string, prefs: Prefs): Promise<void> {
  await mkdir(profile, { recursive: true });
  // Of a start before, which nobody has cleared away.
  await rm(portFile(profile), { force: true });
  const lines = Object.entries({ ...prefs, 'marionette.port': 0 }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(profile, 'user.js'), lines.join(''));
}

/** The port of a Firefox that starts with `-marionette`; null when it has ended, or `withinMs` have passed. */
export async function untilDriven(
  profile: string,
  hasEnded: () => boolean,
  withinMs: number,
): Promise<number | null> {
  const giveUpAt = Date.now() + withinMs;
  while (!hasEnded() && Date.now() < giveUpAt) {
    const port = Number(await readFile(portFile(profile), 'utf8').catch(() => ''));
    if (port > 0) return port;
    await wait(LOOK_EVERY_MS);
  }
  return null;
}
