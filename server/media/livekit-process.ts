import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { open, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Endpoint } from './endpoint.ts';
import { LIVEKIT_VERSION } from './find-livekit.ts';
import { liveKitConfig } from './livekit-config.ts';
import type { MediaSettings } from './livekit-config.ts';
import { acceptsOurKey, healthOf } from './livekit-probe.ts';
import { readState, writePrivate, writeState } from './livekit-state.ts';
import type { LiveKitState } from './livekit-state.ts';
import { checkMediaPorts, freePort } from './ports-in-use.ts';
import { endGroup } from './process-group.ts';

const KEEPER = fileURLToPath(new URL('keeper.sh', import.meta.url));
const LEASE_STEPS = 10;
const PROBE_MS = 1_000;
const STOP_MS = 3_000;
const RELEASE_MS = 2_000;

/** The livekit-server of one data directory, as a process. */
export interface LiveKitProcess {
  endpoint: Endpoint;
  /** One from an earlier run, still well, that can go on serving. */
  survivor: boolean;
  /** Starts livekit-server, which may have ended by the time this resolves; throws `PortTaken` when its media ports are held by others. */
  launch(binary: string): Promise<ChildProcess>;
  /** Tells the keeper that a server is there. */
  renewLease(): Promise<void>;
  /** The last complaint that livekit-server wrote, for the log. */
  lastWords(): Promise<string>;
  /** Ends livekit-server and its keeper, within `graceMs` or by force. */
  end(graceMs?: number): Promise<void>;
}

/** Reads what an earlier run left and decides where LiveKit is or will be. Starts nothing. `aloneMs`: how long LiveKit may run without a server. */
export async function prepareLiveKit(settings: MediaSettings, aloneMs: number): Promise<LiveKitProcess> {
  const state = await readState(settings.dataDir);
  const found = await whoAnswers(state);
  if (found === 'stranger') state.port = await freePort();
  const survivor = found === 'ours' && state.stamp === stampOf(settings, state);
  return liveKitProcess(settings, state, { survivor, aloneMs });
}

function liveKitProcess(
  settings: MediaSettings,
  state: LiveKitState,
  { survivor, aloneMs }: { survivor: boolean; aloneMs: number },
): LiveKitProcess {
  const path = (name: string) => join(settings.dataDir, name);
  const end = (graceMs = STOP_MS) => endGroup(state.group, path('livekit.yaml'), graceMs);
  return {
    endpoint: endpointOf(state),
    survivor,
    end,
    async launch(binary) {
      await end(0);
      // The keeper goes first; a livekit-server of an earlier run may hold its ports for a moment longer.
      await checkMediaPorts(settings, state.group ? RELEASE_MS : 0);
      state.stamp = stampOf(settings, state);
      await writePrivate(path('livekit.yaml'), liveKitConfig(settings, state));
      const child = await keep(binary, settings.dataDir, aloneMs);
      state.group = child.pid ?? 0;
      await writeState(settings.dataDir, state);
      return child;
    },
    renewLease: () => touch(path('livekit.lease')),
    lastWords: () => lastLine(path('livekit.log')),
  };
}

function endpointOf({ port, apiKey, apiSecret }: LiveKitState): Endpoint {
  return { url: `http://127.0.0.1:${port}`, apiKey, apiSecret };
}

/** Never by process id alone: ours is what knows our key. One that is only late or unwell is left to the watch, which is patient: its end would be the end of people's sound. */
async function whoAnswers(state: LiveKitState): Promise<'ours' | 'stranger' | 'nobody'> {
  const endpoint = endpointOf(state);
  if ((await healthOf(endpoint.url, PROBE_MS)) === 'gone') return 'nobody';
  return (await acceptsOurKey(endpoint)) ? 'ours' : 'stranger';
}

function stampOf(settings: MediaSettings, state: LiveKitState): string {
  return createHash('sha256').update(LIVEKIT_VERSION).update(liveKitConfig(settings, state)).digest('hex');
}

// Detached and writing to a file: neither Ctrl-C nor the end of this process may reach the sound.
async function keep(binary: string, dataDir: string, aloneMs: number): Promise<ChildProcess> {
  const log = await open(join(dataDir, 'livekit.log'), 'w', 0o600);
  const files = ['livekit.yaml', 'livekit.lease', 'livekit.pid'].map((name) => join(dataDir, name));
  const step = String(Math.max(0.1, aloneMs / LEASE_STEPS / 1000));
  try {
    const child = spawn('sh', [KEEPER, binary, ...files, step], {
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
    child.unref();
    await once(child, 'spawn');
    return child;
  } finally {
    await log.close();
  }
}

async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => writeFile(file, ''));
}

async function lastLine(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return (text.trim().split('\n').at(-1) ?? '').slice(0, 500);
}
