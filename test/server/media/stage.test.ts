import { RoomEvent } from '@livekit/rtc-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knock, validate } from '../../support/knock.ts';
import { mediaKeys, refreshedToken, roomService } from '../../support/media-keys.ts';
import { raiseVoice } from '../../support/raise-voice.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { LiveTalk, type Member } from '../../support/stage-live.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ limits: { guestsPerMinute: 1_000, requestEveryMs: 0 } });
});

afterAll(() => server.stop());

const namesSeenBy = ({ line }: Member) => [...line!.room.remoteParticipants.values()].map(({ name }) => name);

const infoOf = async ({ room }: LiveTalk, { join }: Member) =>
  (await roomService(server.dataDir)).getParticipant(room, join.participantId);

test('a listener is nowhere in LiveKit for the others, and their name not even there', async () => {
  const talk = await LiveTalk.open(server, 'Unseen');
  const [bea, cem] = [await talk.listener('Bea Unseen'), await talk.listener('Cem Unseen')];
  const inside = await (await roomService(server.dataDir)).listParticipants(talk.room);
  expect(inside.map(({ name }) => name).toSorted()).toEqual(['', '', 'Ana']);
  expect(JSON.stringify(inside)).not.toContain('Unseen');
  expect([talk.host, bea, cem].map(namesSeenBy)).toEqual([[], ['Ana'], ['Ana']]);
  await talk.close();
});

test('who comes on stage is seen by name and heard; who is moved off is silent and goes on listening', async () => {
  const talk = await LiveTalk.open(server, 'Up and down');
  const [cem, bea] = [await talk.listener('Cem'), await talk.speaker('Bea')];
  await until('the speaker in the list of another', async () => namesSeenBy(cem).includes('Bea'));
  await raiseVoice(bea.line!.room);
  await cem.line!.untilHeard();

  await raiseVoice(talk.host.line!.room);
  await talk.sure(talk.act(talk.host, 'demote', bea));
  const { permission } = await infoOf(talk, bea);
  expect(permission).toMatchObject({ canPublish: false, canSubscribe: true, hidden: false });
  await until('the track to be gone', async () => (await infoOf(talk, bea)).tracks.length === 0);
  expect(namesSeenBy(cem)).toContain('Bea');
  await bea.line!.untilHeard();
  await talk.close();
});

test('a mute silences at once, and LiveKit lets nobody else unmute', async () => {
  const talk = await LiveTalk.open(server, 'Quiet please');
  const bea = await talk.speaker('Bea');
  await raiseVoice(bea.line!.room);
  await talk.host.line!.untilHeard();
  const muted = new Promise((resolve) => bea.line!.room.once(RoomEvent.TrackMuted, resolve));
  await talk.sure(talk.act(talk.host, 'mute', bea));
  await muted;
  await talk.host.line!.untilSilent(500);
  const [track] = (await infoOf(talk, bea)).tracks;
  expect(track?.muted).toBe(true);
  const rooms = await roomService(server.dataDir);
  const unmuted = rooms.mutePublishedTrack(talk.room, bea.join.participantId, track!.sid, false);
  await expect(unmuted).rejects.toThrow('remote unmute not enabled');
  await talk.close();
});

test('who was removed is cut off, and gets back in with no token of once', async () => {
  const talk = await LiveTalk.open(server, 'Not any more');
  const bea = await talk.speaker('Bea');
  const claims = { identity: bea.join.participantId, room: talk.room };
  const tokens = [bea.join.token, await refreshedToken(await mediaKeys(server.dataDir), claims)];
  await talk.sure(talk.act(talk.host, 'remove', bea));
  await bea.line!.gone;
  for (const token of tokens) {
    expect([await validate(server.url, token), await knock(server.url, token)]).toEqual([401, 401]);
  }
  expect(await talk.post(bea, 'join')).toBe('removed');
  await talk.close();
});
