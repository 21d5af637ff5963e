import { expect, onTestFinished, test } from 'vitest';
import { knock } from '../../support/knock.ts';
import { mediaKeys, refreshedToken } from '../../support/media-keys.ts';
import { startServer } from '../../support/server.ts';
import { LiveTalk } from '../../support/stage-live.ts';

const REPLAYS = 10_000;
const AT_ONCE = 20;
const VALIDATE = ['/rtc/validate', '/rtc/v1/validate', '/rtc', '/rtc/v1'];

test('of ten thousand replayed tokens of somebody removed none gets in', { timeout: 600_000 }, async () => {
  const limits = { guestsPerMinute: 10_000, requestEveryMs: 0, gatePerMinute: 10_000_000 };
  const server = await startServer({ limits });
  onTestFinished(() => server.stop());
  const talk = await LiveTalk.open(server, 'Ten thousand times no');
  onTestFinished(() => talk.close());
  const member = await talk.speaker('Bea');
  const identity = { identity: member.join.participantId, room: talk.room, ttl: 3_600 };
  const tokens = [member.join.token, await refreshedToken(await mediaKeys(server.dataDir), identity)];
  expect(await knock(server.url, tokens[1]!)).toBe(101);
  await talk.sure(talk.act(talk.host, 'remove', member));
  const answers = new Map<number, number>();
  let left = REPLAYS;
  const replay = async () => {
    while (left > 0) {
      left -= 1;
      const status = await tryToEnter(server.url, tokens[left % 2]!, left);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, replay));
  expect([...answers]).toEqual([[401, REPLAYS]]);
});

/** By each way in turn. */
async function tryToEnter(server: string, token: string, turn: number): Promise<number> {
  if (turn % 5 === 0) return knock(server, token, { inHeader: turn % 10 === 0 });
  const path = VALIDATE[turn % VALIDATE.length]!;
  const response = await fetch(`${server}${path}?access_token=${encodeURIComponent(token)}`);
  await response.text();
  return response.status;
}
