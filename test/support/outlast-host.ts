import { expect } from 'vitest';
import type { Limits } from '#shared/schema/limits.ts';
import { listen } from './livekit-clients.ts';
import { raiseVoice } from './raise-voice.ts';
import type { TestServer } from './server.ts';
import { LiveTalk } from './stage-live.ts';
import { until } from './until.ts';

/** Time for a reconciler's round, and for a machine with much else to do. */
const SLACK_MS = 5_000;

/** A host goes while two others talk: they never stop, one of them is host in time, and the first host comes back as host. */
export async function outlastHost(
  server: TestServer,
  { hostAwayMs, hostGraceMs }: Pick<Limits, 'hostAwayMs' | 'hostGraceMs'>,
): Promise<void> {
  const talk = await LiveTalk.open(server, 'Nobody pulls the rug');
  const [bea, cem] = [await talk.speaker('Bea'), await talk.speaker('Cem')];
  await Promise.all([bea, cem].map(({ line }) => raiseVoice(line!.room)));
  await Promise.all([bea, cem].map(({ line }) => line!.untilHeard()));
  const stage = async () => (await talk.stage(bea)).stage;
  const host = async () => (await stage()).people.find(({ role }) => role === 'host')?.name;
  const untilHost = (name: string, withinMs: number) =>
    until(`${name} as host`, async () => (await host()) === name, withinMs);
  bea.line!.longestGap();

  const goneAt = Date.now();
  await talk.host.line!.leave();
  const told = async () => (await stage()).hostLostAt !== null;
  await until('the absence to be told', told, hostAwayMs + SLACK_MS);
  expect(Date.now() - goneAt).toBeGreaterThanOrEqual(hostAwayMs);
  await untilHost('Bea', hostGraceMs + SLACK_MS);
  expect(Date.now() - goneAt).toBeGreaterThanOrEqual(hostGraceMs);
  expect((await stage()).hostLostAt).toBeNull();
  expect(bea.line!.longestGap()).toBeLessThan(1_000);

  const back = await talk.host.guest.join(talk.id);
  expect(back.role).toBe('host');
  const line = await listen(back);
  expect((await stage()).people.map(({ name, role }) => `${name} ${role}`)).toEqual([
    'Ana host',
    'Bea cohost',
    'Cem speaker',
  ]);
  await line.untilHeard();
  await talk.host.guest.end(talk.id);
}
