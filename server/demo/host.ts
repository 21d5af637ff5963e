import { readFile, writeFile } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import * as v from 'valibot';
import type { Join } from '#shared/schema/api.ts';
import { SpaceIdSchema } from '#shared/schema/space.ts';
import { Guest, Refused } from './client.ts';
import { Music, SAMPLE_RATE } from './music.ts';
import { publish } from './publish.ts';

const TITLE = 'Small webs, long walks';
const NAME = 'Ana Ferreira';
const AGAIN_MS = 1_000;

const KeptSchema = v.object({ token: v.string(), spaceId: v.optional(SpaceIdSchema) });
type Kept = v.InferOutput<typeof KeptSchema>;

const EnvSchema = v.object({ PERCH_URL: v.pipe(v.string(), v.url()), DATA_DIR: v.string() });

const { PERCH_URL: server, DATA_DIR: dataDir } = v.parse(EnvSchema, process.env);
const file = joinPath(dataDir, 'demo-host.json');
const stopping = new AbortController();
const sound = Object.assign(new Music(), { sampleRate: SAMPLE_RATE });

const keep = (kept: Kept) => writeFile(file, JSON.stringify(kept), { mode: 0o600 });

/** The session of last time, so that a Space that outlived a crash is found again by its own host. */
async function recall(): Promise<Kept | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), KeptSchema), text);
  return parsed.success ? parsed.output : null;
}

async function reopen({ token, spaceId }: Kept): Promise<Join | null> {
  if (spaceId === undefined) return null;
  const join = await new Guest(server, token).join(spaceId).catch((error: unknown) => {
    if (error instanceof Refused && error.code !== 'media_unavailable') return null;
    throw error;
  });
  return join?.role === 'host' ? join : null;
}

async function enter(): Promise<{ guest: Guest; join: Join }> {
  const kept = await recall();
  const again = kept && (await reopen(kept));
  if (kept && again) return { guest: new Guest(server, kept.token), join: again };
  const guest = await Guest.arrive(server, NAME);
  await guest.beAna();
  // Whoever tries Perch alone can come on stage without a host's word.
  const join = await guest.start(TITLE, { speakPolicy: 'everyone' });
  await keep({ token: guest.token, spaceId: join.space.id });
  return { guest, join };
}

/** Hosts once, until the room is lost or we are told to stop. */
async function hostOnce(): Promise<void> {
  const { guest, join } = await enter();
  const { ended } = await publish(join, sound, stopping.signal);
  process.send?.('live');
  await ended;
  if (stopping.signal.aborted) await guest.end(join.space.id);
}

function sayWhy(error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The demo host tries again: ${why}\n`);
}

async function run(): Promise<void> {
  while (!stopping.signal.aborted) {
    await hostOnce().catch(sayWhy);
    await wait(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
  await dispose();
  process.exit(0);
}

const stop = () => stopping.abort();
process.once('SIGTERM', stop);
// A terminal sends Ctrl-C to every process; our parent decides when we stop.
process.on('SIGINT', () => undefined);
process.once('disconnect', stop);
await run();
