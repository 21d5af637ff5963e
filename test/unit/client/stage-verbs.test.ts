import { describe, expect, it } from 'vitest';
import { ServerClient } from '#shared/client/server-client.ts';
import { SessionKeeper } from '#shared/client/session.ts';
import { StageVerbs } from '#shared/client/stage-verbs.ts';
import type { Session } from '#shared/schema/api.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';
import { problem } from '../../support/fake-flow.ts';
import { ulidOf } from '../../support/people.ts';

const SPACE = ulidOf(1);
const PID = `p_${ulidOf(2)}`;
const IN: RoomState = { ...IDLE_ROOM, phase: 'live', spaceId: SPACE, participantId: PID };
const ME: Session = { token: 'secret', account: { id: 'a', name: 'Ana', guest: true } };

function createVerbs(room: RoomState, session: Session | null = ME) {
  const asked: string[] = [];
  const at: (string | null)[] = [];
  const client = new ServerClient('https://perch.test', async (input, init) => {
    const request = new Request(input as string, init);
    const body = request.body ? ` ${await request.text()}` : '';
    const who = request.headers.has('authorization') ? ' as me' : '';
    asked.push(`${request.method} ${new URL(request.url).pathname}${body}${who}`);
    if (request.url.endsWith('/mute')) return problem(404, 'not_found');
    if (request.url.endsWith('/blocks')) return Response.json({ blocks: [{ id: 'b', name: 'Eve', at: 1 }] });
    return new Response(null, { status: 204 });
  });
  const store = { read: async () => session, write: async () => undefined, remove: async () => undefined };
  const verbs = new StageVerbs({
    server: async (spaceId) => (at.push(spaceId), client),
    sessions: new SessionKeeper(store),
    room: () => room,
  });
  return { verbs, asked, at };
}

describe('StageVerbs', () => {
  it('sends each verb to its address in the Space that the person is in', async () => {
    const { verbs, asked } = createVerbs(IN);
    await verbs.request('About screws');
    await verbs.request();
    await verbs.cancelRequest();
    await verbs.answerInvitation(true);
    await verbs.react('🔥');
    await verbs.show(false);
    await verbs.leaveStage();
    await verbs.muteAll();
    await verbs.person(PID, 'approve');
    await verbs.muteForMe(PID, true);
    await verbs.muteForMe(PID, false);
    await verbs.settings({ requestsLocked: true });
    await verbs.unblock('b/1');
    await verbs.report({ spaceId: SPACE, reason: 'spam' });
    expect(asked).toEqual([
      `POST /v1/spaces/${SPACE}/request {"text":"About screws"} as me`,
      `POST /v1/spaces/${SPACE}/request {} as me`,
      `DELETE /v1/spaces/${SPACE}/request as me`,
      `POST /v1/spaces/${SPACE}/invitation {"accept":true} as me`,
      `POST /v1/spaces/${SPACE}/react {"emoji":"🔥"} as me`,
      `POST /v1/spaces/${SPACE}/shown {"shown":false} as me`,
      `POST /v1/spaces/${SPACE}/leave-stage {} as me`,
      `POST /v1/spaces/${SPACE}/mute-all {} as me`,
      `POST /v1/spaces/${SPACE}/people/${PID}/approve {} as me`,
      `POST /v1/mutes {"spaceId":"${SPACE}","pid":"${PID}"} as me`,
      `DELETE /v1/mutes/${SPACE}/${PID} as me`,
      `PATCH /v1/spaces/${SPACE} {"requestsLocked":true} as me`,
      'DELETE /v1/blocks/b%2F1 as me',
      `POST /v1/reports {"spaceId":"${SPACE}","reason":"spam"} as me`,
    ]);
  });

  it('asks the server of the Space that it is about, and home for what is about none', async () => {
    const { verbs, at } = createVerbs(IN);
    await verbs.muteAll();
    await verbs.report({ spaceId: ulidOf(8), reason: 'spam' });
    await expect(verbs.block(ulidOf(9), PID)).rejects.toMatchObject({ code: 'not_perch' });
    await verbs.unblock('b');
    await verbs.blocks();
    await expect(verbs.preview(SPACE)).rejects.toMatchObject({ code: 'not_perch' });
    expect(at).toEqual([SPACE, ulidOf(8), ulidOf(9), null, null, null]);
  });

  it('looks where it is told to', async () => {
    const { verbs, asked, at } = createVerbs(IN);
    const other = new ServerClient('https://other.test', async () => Response.json({}));
    await expect(verbs.preview(SPACE, other)).rejects.toMatchObject({ code: 'not_perch' });
    expect([asked, at]).toEqual([[], []]);
  });

  it('does not take a person who is gone for a Space that is gone', async () => {
    const { verbs } = createVerbs(IN);
    await expect(verbs.person(PID, 'mute')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('asks nothing of the server while in no Space', async () => {
    const { verbs, asked } = createVerbs({ ...IN, phase: 'over' });
    await expect(verbs.request()).rejects.toMatchObject({ code: 'not_in_space' });
    expect(asked).toEqual([]);
  });

  it('looks at a Space without making a guest', async () => {
    const { verbs, asked } = createVerbs(IDLE_ROOM, null);
    await expect(verbs.preview(SPACE)).rejects.toMatchObject({ code: 'not_perch' });
    expect(asked).toEqual([`GET /v1/spaces/${SPACE}/stage`]);
  });

  it('knows that whoever has no session has blocked nobody', async () => {
    const { verbs, asked } = createVerbs(IDLE_ROOM, null);
    expect(await verbs.blocks()).toEqual([]);
    expect(asked).toEqual([]);
    expect(await createVerbs(IDLE_ROOM).verbs.blocks()).toEqual([{ id: 'b', name: 'Eve', at: 1 }]);
  });
});
