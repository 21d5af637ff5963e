import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Ahead, type AheadDeps } from '../../../extension/background/ahead.ts';
import { Fault } from '#shared/client/fault.ts';

const HERE = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const THERE = '01BX5ZZKBKACTAV9WEVGEMMVRZ';
const HOME = 'https://home.example';

function createAhead(over: Partial<AheadDeps> = {}) {
  const calls: string[] = [];
  const server = {
    url: HOME,
    lookAhead: async (_token: string, spaceId: string) => {
      calls.push(`ask ${spaceId}`);
      return { ahead: `h_${spaceId}`, space: { id: spaceId } };
    },
  };
  const deps = {
    servers: {
      home: server,
      clientFor: (url = HOME) => {
        if (url !== HOME) throw new Fault('bad_address');
        return server;
      },
    },
    sessions: { current: async () => ({ token: 'mine' }) },
    host: {
      ensure: async () => undefined,
      look: async ({ space }: { space: { id: string } }) => void calls.push(`look ${space.id}`),
      hear: async (spaceId: string) => void calls.push(`hear ${spaceId}`),
      unhear: async () => void calls.push('unhear'),
    },
    closeSoon: async () => undefined,
    isBusy: () => false,
    isWanted: async () => true,
    savesData: () => false,
    now: () => Date.now(),
    setTimeout: (act: () => void, ms: number) => setTimeout(act, ms),
    ...over,
  } as unknown as AheadDeps;
  const ahead = new Ahead(deps);
  return { ahead, since: () => calls.splice(0) };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('before a click', () => {
  beforeEach(() => void vi.useFakeTimers());

  it('connects for whoever stays for 100 ms, and lets go 5 s later', async () => {
    const { ahead, since } = createAhead();
    void ahead.begin(HERE);
    await pass(99);
    expect(since()).toEqual([]);
    await pass(1);
    expect(since()).toEqual([`ask ${HERE}`, `look ${HERE}`]);
    await pass(4_999);
    expect(since()).toEqual([]);
    await pass(1);
    expect(since()).toEqual(['unhear']);
  });

  it('does nothing for whoever only passes, and lets go of whoever turns away', async () => {
    const { ahead, since } = createAhead();
    void ahead.begin(HERE);
    await pass(90);
    await ahead.end(HERE);
    await pass(500);
    expect(since()).toEqual([]);
    void ahead.begin(HERE);
    await pass(100);
    await ahead.end(HERE);
    expect(since()).toEqual([`ask ${HERE}`, `look ${HERE}`, 'unhear']);
  });

  it('is at one Space at a time, and begins anew for somebody who comes back late', async () => {
    const { ahead, since } = createAhead();
    void ahead.begin(HERE);
    await pass(150);
    void ahead.begin(HERE);
    void ahead.begin(THERE);
    await pass(150);
    expect(since()).toEqual([`ask ${HERE}`, `look ${HERE}`, 'unhear', `ask ${THERE}`, `look ${THERE}`]);
    await pass(2_000);
    void ahead.begin(THERE);
    await pass(150);
    expect(since()).toEqual(['unhear', `ask ${THERE}`, `look ${THERE}`]);
  });

  it('lets the sound in with the click, and lets go when the click is on something else', async () => {
    const { ahead, since } = createAhead();
    void ahead.begin(HERE);
    await pass(100);
    await ahead.take(HERE);
    await ahead.end(HERE);
    await pass(6_000);
    expect(since()).toEqual([`ask ${HERE}`, `look ${HERE}`, `hear ${HERE}`]);
    void ahead.begin(HERE);
    await pass(100);
    await ahead.take(THERE);
    expect(since()).toEqual([`ask ${HERE}`, `look ${HERE}`, 'unhear']);
  });

  it('asks nobody in a Space, with Save-Data, when it is off, or without a session', async () => {
    const reasons: Partial<AheadDeps>[] = [
      { isBusy: () => true },
      { savesData: () => true },
      { isWanted: async () => false },
      { sessions: { current: async () => null } },
    ];
    for (const reason of reasons) {
      const { ahead, since } = createAhead(reason);
      void ahead.begin(HERE);
      await pass(200);
      expect(since()).toEqual([]);
    }
  });

  it('begins anew for whoever comes back at once after nothing came of it', async () => {
    const faults = [new Error('the media host went away'), new Fault('rate_limited'), null];
    const { ahead, since } = createAhead({
      closeSoon: async () => {
        const fault = faults.shift();
        if (fault) throw fault;
      },
    });
    const gone = ahead.begin(HERE).catch((error: Error) => error.message);
    await pass(100);
    expect(await gone).toBe('the media host went away');
    expect(ahead.isUnderWay).toBe(false);
    for (const calls of [[`ask ${HERE}`], [`ask ${HERE}`], [`ask ${HERE}`, `look ${HERE}`]]) {
      expect(since()).toEqual(calls);
      void ahead.begin(HERE);
      await pass(100);
    }
    expect(ahead.isUnderWay).toBe(true);
  });

  it('knows no other servers than the person does', async () => {
    const { ahead } = createAhead();
    await expect(ahead.begin(HERE, 'https://strange.example')).rejects.toThrow('bad_address');
  });
});
