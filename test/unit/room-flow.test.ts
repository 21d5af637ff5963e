import { describe, expect, it, vi } from 'vitest';
import { RoomFlow } from '../../extension/background/room-flow.ts';
import type { HostLine } from '../../extension/background/room-flow.ts';
import { RoomMemory } from '../../extension/background/room-memory.ts';
import { ServerClient } from '../../extension/background/server-client.ts';
import { SessionKeeper } from '../../extension/background/session.ts';
import type { RoomState } from '#shared/schema/room.ts';
import { IDLE_ROOM } from '#shared/schema/room.ts';

const SPACE_A = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const SPACE_B = '01BX5ZZKBKACTAV9WEVGEMMVRZ';
const PID = 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV';
const FINE = { fault: null };

const problem = (status: number, code: string) =>
  Response.json({ type: 'x', title: code, status, code }, { status });
const joinOf = (id: string, role = 'listener') => ({
  participantId: PID,
  url: 'ws://perch.test',
  token: 'token',
  role,
  space: {
    id,
    v: 1,
    title: 'A title',
    startedAt: 5,
    stage: [],
    onStage: 1,
    listeners: 0,
    hostLostAt: null,
    state: 'live',
    endedAt: null,
    endReason: null,
  },
});

/** Answers by path; a missing one is a Space that was joined, left or ended well. */
function createFlow(answers: Record<string, () => Response | Promise<Response>> = {}) {
  const asked: string[] = [];
  const told: string[] = [];
  let isOpen = false;
  let shelf: RoomState | null = null;
  const memory = new RoomMemory(
    { get: async () => shelf, set: async (room) => void (shelf = room) },
    () => undefined,
  );
  const client = new ServerClient('https://perch.test', async (input) => {
    const path = new URL(input as string).pathname;
    asked.push(path);
    if (answers[path]) return answers[path]();
    if (path.endsWith('/guest'))
      return Response.json({ token: 't', account: { id: 'a', name: 'Guest', guest: true } });
    if (path.endsWith('/join')) return Response.json(joinOf(path.split('/')[3]!));
    if (path === '/v1/spaces') return Response.json(joinOf(SPACE_A, 'host'));
    return new Response(null, { status: 204 });
  });
  const become = (room: Partial<RoomState>) => memory.keep({ ...memory.room, ...room });
  const host: HostLine = {
    ensure: async () => void (isOpen = true),
    isOpen: async () => isOpen,
    prepare: async (spaceId) => (
      told.push(`prepare ${spaceId}`),
      await become({ phase: 'joining', spaceId }),
      FINE
    ),
    connect: async ({ space, participantId }) => {
      told.push(`connect ${space.id}`);
      await become({ phase: 'live', spaceId: space.id, participantId });
      return FINE;
    },
    leave: async ({ ended }) => (told.push(`leave ${ended ?? ''}`), FINE),
    dismiss: async () => FINE,
    role: async (_pid, role) => (told.push(`role ${role}`), FINE),
    microphone: async () => FINE,
    acquire: async () => ({ fault: 'microphone_denied' }),
    state: async () => IDLE_ROOM,
  };
  const tabs: string[] = [];
  const flow = new RoomFlow({
    server: async () => client,
    sessions: new SessionKeeper({
      read: async () => null,
      write: async () => undefined,
      remove: async () => undefined,
    }),
    host,
    memory,
    titleOf: () => 'A title',
    wasShown: () => undefined,
    showMicrophoneTab: async () => void tabs.push('microphone'),
  });
  return { flow, memory, asked, told, tabs, die: () => (isOpen = false) };
}

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

  it('tells the media host why there is no way back', async () => {
    const ended = { ...joinOf(SPACE_A).space, state: 'ended', endedAt: 9, endReason: 'stage_empty' };
    const { flow } = createFlow({
      [`/v1/spaces/${SPACE_A}/join`]: () => problem(410, 'space_ended'),
      [`/v1/spaces/${SPACE_A}`]: () => Response.json(ended),
      [`/v1/spaces/${SPACE_B}/join`]: () => problem(503, 'media_unavailable'),
    });
    expect(await flow.rejoin(SPACE_A)).toEqual({
      ok: false,
      fault: 'space_ended',
      final: true,
      ended: 'stage_empty',
    });
    expect(await flow.rejoin(SPACE_B)).toMatchObject({ ok: false, final: false });
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
