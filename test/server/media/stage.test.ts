import { RoomEvent } from '@livekit/rtc-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Join } from '#shared/schema/api.ts';
import { Guest } from '../../../server/demo/client.ts';
import { knock, validate } from '../../support/knock.ts';
import { listen, type Listener } from '../../support/livekit-clients.ts';
import { mediaKeys, refreshedToken, roomService } from '../../support/media-keys.ts';
import { raiseVoice } from '../../support/raise-voice.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ limits: { guestsPerMinute: 1_000, requestEveryMs: 0 } });
});

afterAll(() => server.stop());

/** Somebody in a Space, connected to LiveKit without sending anything. */
interface Member {
  guest: Guest;
  join: Join;
  line: Listener;
}

async function open(name: string, title: string): Promise<Member> {
  const guest = await Guest.arrive(server.url, name);
  const join = await guest.start(title);
  return { guest, join, line: await listen(join) };
}

async function enter(name: string, { join: { space } }: Member): Promise<Member> {
  const guest = await Guest.arrive(server.url, name);
  const join = await guest.join(space.id);
  return { guest, join, line: await listen(join) };
}

async function ask({ guest, join }: Member, path: string, body = {}): Promise<number> {
  const response = await fetch(`${server.url}/v1/spaces/${join.space.id}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${guest.token}` },
    body: JSON.stringify(body),
  });
  return response.status;
}

const on = (person: Member, action: string) => `people/${person.join.participantId}/${action}`;

async function speaker(name: string, host: Member): Promise<Member> {
  const member = await enter(name, host);
  expect(await ask(member, 'request')).toBe(204);
  expect(await ask(host, on(member, 'approve'))).toBe(204);
  return member;
}

const namesSeenBy = ({ line }: Member) => [...line.room.remoteParticipants.values()].map(({ name }) => name);

const infoOf = async ({ join }: Member) =>
  (await roomService(server.dataDir)).getParticipant(`s_${join.space.id}_1`, join.participantId);

test('a listener is nowhere in LiveKit for the others, and their name not even there', async () => {
  const host = await open('Ana', 'Unseen');
  const listener = await enter('Bea Unseen', host);
  const other = await enter('Cem Unseen', host);
  const rooms = await roomService(server.dataDir);
  const inside = await rooms.listParticipants(`s_${host.join.space.id}_1`);
  expect(inside.map(({ name }) => name).toSorted()).toEqual(['', '', 'Ana']);
  expect(JSON.stringify(inside)).not.toContain('Unseen');
  expect([namesSeenBy(host), namesSeenBy(other), namesSeenBy(listener)]).toEqual([[], ['Ana'], ['Ana']]);
});

test('who comes on stage is seen by name and heard; who is moved off is silent and goes on listening', async () => {
  const host = await open('Ana', 'Up and down');
  const audience = await enter('Cem', host);
  const member = await speaker('Bea', host);
  await until('the speaker in the list of another', async () => namesSeenBy(audience).includes('Bea'));
  await raiseVoice(member.line.room);
  await audience.line.untilHeard();

  await raiseVoice(host.line.room);
  expect(await ask(host, on(member, 'demote'))).toBe(204);
  const info = await infoOf(member);
  expect(info.permission).toMatchObject({ canPublish: false, canSubscribe: true, hidden: false });
  await until('the track to be gone', async () => (await infoOf(member)).tracks.length === 0);
  expect(namesSeenBy(audience)).toContain('Bea');
  await member.line.untilHeard();
});

test('a mute silences at once, and LiveKit lets nobody else unmute', async () => {
  const host = await open('Ana', 'Quiet please');
  const member = await speaker('Bea', host);
  await raiseVoice(member.line.room);
  await host.line.untilHeard();
  const muted = new Promise((resolve) => member.line.room.once(RoomEvent.TrackMuted, resolve));
  expect(await ask(host, on(member, 'mute'))).toBe(204);
  await muted;
  await host.line.untilSilent(500);
  const [track] = (await infoOf(member)).tracks;
  expect(track?.muted).toBe(true);
  const rooms = await roomService(server.dataDir);
  const room = `s_${host.join.space.id}_1`;
  const unmuted = rooms.mutePublishedTrack(room, member.join.participantId, track!.sid, false);
  await expect(unmuted).rejects.toThrow('remote unmute not enabled');
});

test('who was removed is cut off, and gets back in with no token of once', async () => {
  const host = await open('Ana', 'Not any more');
  const member = await speaker('Bea', host);
  const keys = await mediaKeys(server.dataDir);
  const identity = { identity: member.join.participantId, room: `s_${host.join.space.id}_1` };
  const tokens = [member.join.token, await refreshedToken(keys, identity)];
  expect(await ask(host, on(member, 'remove'))).toBe(204);
  await member.line.gone;
  for (const token of tokens) {
    expect([await validate(server.url, token), await knock(server.url, token)]).toEqual([401, 401]);
  }
  expect(await ask(member, 'join')).toBe(403);
});
