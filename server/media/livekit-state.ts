import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { freePort } from './ports-in-use.ts';

const StateSchema = v.object({
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  apiKey: v.pipe(v.string(), v.minLength(8)),
  apiSecret: v.pipe(v.string(), v.minLength(32)),
  /** What the running LiveKit was started with; empty before the first start. */
  stamp: v.string(),
  /** Process group of the running LiveKit, 0 before the first start. */
  group: v.number(),
});

/** What we know from one start to the next about the LiveKit of a data directory. */
export type LiveKitState = v.InferOutput<typeof StateSchema>;

const file = (dataDir: string) => join(dataDir, 'livekit.json');

/** The kept state, or a new one with a random key and a free port when there is none that can be read. */
export async function readState(dataDir: string): Promise<LiveKitState> {
  const text = await readFile(file(dataDir), 'utf8').catch(() => '');
  const kept = v.safeParse(v.pipe(v.string(), v.parseJson(), StateSchema), text);
  return kept.success ? kept.output : newState();
}

export async function writeState(dataDir: string, state: LiveKitState): Promise<void> {
  await writePrivate(file(dataDir), JSON.stringify(state));
}

/** Writes a file that only its owner can read, whole or not at all. */
export async function writePrivate(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

async function newState(): Promise<LiveKitState> {
  return {
    port: await freePort(),
    apiKey: `PK${randomBytes(8).toString('hex')}`,
    apiSecret: randomBytes(32).toString('base64url'),
    stamp: '',
    group: 0,
  };
}
