import { describe, expect, it, vi } from 'vitest';
import type { Me } from '#shared/schema/stage.ts';
import {
  createFlow,
  FINE,
  joinOf,
  OTHER_PID,
  PID,
  problem,
  SPACE_A,
  SPACE_B,
} from '../../support/fake-flow.ts';

describe('RoomFlow', () => {
  it('asks once and connects once for two clicks on one Space', async () => {
    const { flow, asked, told } = createFlow();
    await Promise.all([flow.join(SPACE_A), flow.join(SPACE_A)]);
    await flow.join(SPACE_A);
    expect(asked.filter((path) => path.endsWith('/join'))).toHaveLength(1);
    expect(told).toEqual([`connect ${SPACE_A}`]);
  });

  it('announces a join that is slow before it connects', async () => {
    const slow = Promise.withResolvers<Response>();
    const { flow, told } = createFlow({ [`/v1/spaces/${SPACE_A}/join`]: () => slow.promise });
    const joining = flow.join(SPACE_A);
    await vi.waitFor(() => expect(told).toEqual([`prepare ${SPACE_A}`]));
    slow.resolve(Response.json(joinOf(SPACE_A)));
    await joining;
    expect(told).toEqual([`prepare ${SPACE_A}`, `connect ${SPACE_A}`]);
  });

  it('silences one Space at once when another is joined', async () => {
    const { flow, told } = createFlow();
    await flow.join(SPACE_A);
    told.length = 0;
    await flow.join(SPACE_B);
    expect(told).toEqual([`prepare ${SPACE_B}`, `connect ${SPACE_B}`]);
  });

  it('lets the last of two wishes win and gives the other place back', async () => {
    const { flow, memory, asked, told } = createFlow();
    await Promise.all([flow.join(SPACE_A), flow.join(SPACE_B)]);
    expect(told.filter((act) => act.startsWith('connect'))).toEqual([`connect ${SPACE_B}`]);
    expect(asked).toContain(`/v1/spaces/${SPACE_A}/leave`);
    expect(memory.room.spaceId).toBe(SPACE_B);
  });

  it('tells the server that the old Space was left when another is joined', async () => {
    const { flow, asked } = createFlow();
    await flow.join(SPACE_A);
    await flow.join(SPACE_B);
    expect(asked).toContain(`/v1/spaces/${SPACE_A}/leave`);
  });

  it('is out when the person leaves before the server has answered', async () => {
    let answer: (response: Response) => void = () => undefined;
    const late = new Promise<Response>((resolve) => (answer = resolve));
    const { flow, told, asked } = createFlow({ [`/v1/spaces/${SPACE_A}/join`]: () => late });
    const joining = flow.join(SPACE_A);
    await flow.leave();
    answer(Response.json(joinOf(SPACE_A)));
    await joining;
    expect(told.some((act) => act.startsWith('connect'))).toBe(false);
    expect(asked).toContain(`/v1/spaces/${SPACE_A}/leave`);
  });

  it('puts the media host back when the server says no', async () => {
    const { flow, told } = createFlow({
      [`/v1/spaces/${SPACE_A}/join`]: () => problem(410, 'space_ended'),
    });
    await expect(flow.join(SPACE_A)).rejects.toMatchObject({ code: 'space_ended' });
    expect(told.at(-1)).toBe('leave ');
  });

  it('hosts muted and shows the microphone tab when there is no grant', async () => {
    const { flow, told, tabs } = createFlow();
    expect(await flow.host({ title: '  Repairs ' })).toEqual(FINE);
    expect(told).toContain(`connect ${SPACE_A}`);
    expect(tabs).toEqual(['microphone']);
  });

  it('leaves on view that the Space was ended', async () => {
    const { flow, told } = createFlow();
    await flow.host({ title: 'Repairs' });
    await flow.end();
    expect(told.at(-1)).toBe('leave host_ended');
  });

  it('passes the server’s word on our role on, while it is about us', async () => {
    const { flow, memory, told } = createFlow();
    await flow.join(SPACE_A);
    await memory.keep({ ...memory.room, role: 'listener' });
    told.length = 0;
    const me = { participantId: PID, shown: false, request: null, invitation: null, muted: [] };
    await flow.obey({ ...me, role: 'listener' });
    await flow.obey({ ...me, role: 'speaker', participantId: OTHER_PID });
    await flow.obey(null);
    await flow.obey({ ...me, role: 'speaker' });
    expect(told).toEqual(['role speaker']);
  });

  it('passes on whom the person does not want to hear, when that is news', async () => {
    const { flow, memory, told } = createFlow();
    await flow.join(SPACE_A);
    await memory.keep({ ...memory.room, role: 'listener' });
    told.length = 0;
    const me: Me = {
      participantId: PID,
      role: 'listener',
      shown: false,
      request: null,
      invitation: null,
      muted: [],
    };
    await flow.obey(me);
    expect(told).toEqual([]);
    await flow.obey({ ...me, muted: [OTHER_PID] });
    await flow.obey({ ...me, muted: [OTHER_PID] });
    await flow.obey({ ...me, muted: [], participantId: OTHER_PID });
    await flow.obey(me);
    expect(told).toEqual([`unheard ${OTHER_PID}`, 'unheard ']);
  });

  it('takes back a role that the media host was given a moment ago', async () => {
    const { flow, memory, told } = createFlow();
    await flow.join(SPACE_A);
    await memory.keep({ ...memory.room, role: 'listener' });
    told.length = 0;
    const me = { participantId: PID, shown: false, request: null, invitation: null, muted: [] };
    await flow.obey({ ...me, role: 'speaker' });
    await flow.obey({ ...me, role: 'listener' });
    expect(told).toEqual(['role speaker', 'role listener']);
  });

  it('joins, leaves and ends at the server of the Space, and hosts at the one it is given', async () => {
    const { flow, client, other, asked } = createFlow();
    await flow.join(SPACE_A, {}, other);
    await flow.leave();
    await vi.waitFor(() => expect(asked.at(-1)).toBe(`${other.url}/v1/spaces/${SPACE_A}/leave`));
    expect(asked.every((place) => place.startsWith(other.url))).toBe(true);
    await flow.host({ title: 'Repairs' }, client);
    asked.length = 0;
    await flow.end();
    expect(asked).toEqual([`/v1/spaces/${SPACE_A}/end`]);
  });

  it('tells each server only of its own Space on the way from one to the other', async () => {
    const late = Promise.withResolvers<Response>();
    const { flow, client, other, asked } = createFlow({
      [`https://other.test/v1/spaces/${SPACE_B}/join`]: () => late.promise,
    });
    await flow.join(SPACE_A, {}, client);
    const joining = flow.join(SPACE_B, {}, other);
    await flow.leave();
    late.resolve(Response.json({ ...joinOf(SPACE_B), participantId: OTHER_PID }));
    await joining;
    await vi.waitFor(() => expect(asked).toContain(`https://other.test/v1/spaces/${SPACE_B}/leave`));
    expect(asked.filter((place) => place.includes(SPACE_A))).toEqual([
      `/v1/spaces/${SPACE_A}/join`,
      `/v1/spaces/${SPACE_A}/leave`,
    ]);
    expect(asked.filter((place) => place.startsWith('/') && place.includes(SPACE_B))).toEqual([]);
  });

  it('takes a Space of another server for another one, whatever id it goes by', async () => {
    const { flow, client, other, asked, told } = createFlow();
    await flow.join(SPACE_A, {}, client);
    await flow.join(SPACE_A, {}, client);
    expect(told).toEqual([`connect ${SPACE_A}`]);
    await flow.join(SPACE_A, {}, other);
    expect(told.slice(1)).toEqual([`prepare ${SPACE_A}`, `connect ${SPACE_A}`]);
    expect(asked).toContain(`/v1/spaces/${SPACE_A}/leave`);
    expect(asked).toContain(`https://other.test/v1/spaces/${SPACE_A}/join`);
    expect(asked).not.toContain(`https://other.test/v1/spaces/${SPACE_A}/leave`);
  });

  it('comes back to the server of the Space, and asks nobody about another', async () => {
    const { flow, other, asked, die } = createFlow();
    await flow.join(SPACE_A, {}, other);
    asked.length = 0;
    await flow.rejoin(SPACE_A);
    die();
    await flow.revive();
    expect(asked.every((place) => place.startsWith(other.url))).toBe(true);
    expect(asked.filter((place) => place.endsWith('/join'))).toHaveLength(2);
    asked.length = 0;
    const joining = flow.join(SPACE_B);
    expect(await flow.rejoin(SPACE_A)).toMatchObject({ ok: false, final: true });
    await joining;
    expect(asked.some((place) => place.endsWith(`${SPACE_A}/join`))).toBe(false);
  });

  it('makes nobody of a person who leaves without having been anybody', async () => {
    const { flow, memory, asked } = createFlow();
    await memory.keep({ ...memory.room, phase: 'live', spaceId: SPACE_A, participantId: PID });
    await flow.leave();
    expect(asked).toEqual([]);
  });

  it('comes back after the media host died, and only then', async () => {
    const { flow, told, die } = createFlow();
    await flow.join(SPACE_A);
    told.length = 0;
    await flow.revive();
    expect(told).toEqual([]);
    die();
    await flow.revive();
    expect(told).toEqual([`connect ${SPACE_A}`]);
  });
});
