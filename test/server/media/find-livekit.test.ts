import { expect, test } from 'vitest';
import { findLiveKit, LiveKitMissing, type Machine, suits } from '../../../server/media/find-livekit.ts';

const CACHED = '/home/ana/.cache/perch/bin/livekit-server-1.13.5';

/** A machine on which only what is told is there. */
function machine(has: { path?: string; cached?: boolean; go?: boolean; buildFails?: string }) {
  const built: string[] = [];
  const answers: Record<string, string | undefined> = {
    'livekit-server': has.path && `livekit-server version ${has.path}\n`,
    go: has.go ? 'go version go1.26.8 linux/amd64\n' : undefined,
  };
  const fake: Machine = {
    cacheDir: '/home/ana/.cache/perch',
    output: async (command) => answers[command] ?? null,
    isExecutable: async (path) => (has.cached ?? false) && path === CACHED,
    async build(path, say) {
      if (has.buildFails) throw new Error(has.buildFails);
      say('building');
      built.push(path);
    },
  };
  return { fake, built };
}

const find = (has: Parameters<typeof machine>[0], say: (line: string) => void = () => {}) =>
  findLiveKit(say, machine(has).fake);

test('takes a fitting livekit-server on the PATH before all else', async () => {
  expect(await find({ path: '1.13.7', cached: true, go: true })).toBe('livekit-server');
});

test('passes over an older or newer one on the PATH', async () => {
  expect(await find({ path: '1.12.9', cached: true })).toBe(CACHED);
  expect(await find({ path: '1.14.0', cached: true })).toBe(CACHED);
});

test('takes the cached one before building', async () => {
  const { fake, built } = machine({ cached: true, go: true });
  expect(await findLiveKit(() => {}, fake)).toBe(CACHED);
  expect(built).toEqual([]);
});

test('builds into the cache and shows that it does', async () => {
  const lines: string[] = [];
  const { fake, built } = machine({ go: true });
  expect(await findLiveKit((line) => lines.push(line), fake)).toBe(CACHED);
  expect(built).toEqual([CACHED]);
  expect(lines).toEqual(['building']);
});

test('names every way in one sentence when there is none', async () => {
  const failure = find({});
  await expect(failure).rejects.toThrow(LiveKitMissing);
  await expect(failure).rejects.toThrow(/Go.*PATH.*LIVEKIT_URL.*\.$/);
});

test('says why a build failed, and the other ways', async () => {
  await expect(find({ go: true, buildFails: 'no space left on device' })).rejects.toThrow(
    /no space left on device.*LIVEKIT_URL/,
  );
});

test.each([
  ['1.13.5', true],
  ['1.13.12', true],
  ['1.13.4', false],
  ['1.12.5', false],
  ['11.13.5', false],
  ['2.0.0', false],
])('version %s suits: %s', (version, expected) => {
  expect(suits(`livekit-server version ${version}`)).toBe(expected);
});
