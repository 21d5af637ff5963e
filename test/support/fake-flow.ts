import { RoomFlow } from '#shared/client/room-flow.ts';
import type { HostLine } from '#shared/client/room-flow.ts';
import { RoomMemory } from '#shared/client/room-memory.ts';
import { ServerClient } from '#shared/client/server-client.ts';
import { SessionKeeper } from '#shared/client/session.ts';
import type { RoomState } from '#shared/schema/room.ts';
import { IDLE_ROOM } from '#shared/schema/room.ts';

export const SPACE_A = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
export const SPACE_B = '01BX5ZZKBKACTAV9WEVGEMMVRZ';
export const PID = 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV';
export const OTHER_PID = 'p_01BX5ZZKBKACTAV9WEVGEMMVRZ';
export const FINE = { fault: null };

export const problem = (status: number, code: string) =>
  Response.json({ type: 'x', title: code, status, code }, { status });
export const joinOf = (id: string, role = 'listener') => ({
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

/** The stage of Space A as seen by the account whose newest participant is this one. */
export const stageAnswerOf = (participantId: string | null) => ({
  stage: {
    ...joinOf(SPACE_A).space,
    at: 1,
    speakPolicy: 'invited',
    requestsLocked: false,
    allowAnonymous: true,
    allowGuests: true,
    people: [],
    seatsFree: 12,
    shown: [],
    waiting: 0,
  },
  me: participantId && {
    participantId,
    role: 'listener',
    shown: false,
    request: null,
    invitation: null,
    muted: [],
  },
  queue: null,
  blocked: [],
});

const HOME = 'https://perch.test';

/** A RoomFlow between fake servers and a fake media host. Answers by path, with the origin before it at the other server; a missing one is a Space that was joined, left or ended well. */
export function createFlow(
  answers: Record<string, () => Response | Promise<Response>> = {},
  shown?: boolean,
) {
  const asked: string[] = [];
  const bodies: string[] = [];
  const told: string[] = [];
  let isOpen = false;
  let shelf: RoomState | null = null;
  const memory = new RoomMemory(
    { get: async () => shelf, set: async (room) => void (shelf = room) },
    () => undefined,
  );
  const ask: typeof fetch = async (input, init) => {
    const { origin, pathname: path } = new URL(input as string);
    const place = origin === HOME ? path : `${origin}${path}`;
    asked.push(place);
    if (path.endsWith('/join')) bodies.push(String(init?.body));
    if (answers[place]) return answers[place]();
    if (path.endsWith('/guest'))
      return Response.json({ token: 't', account: { id: 'a', name: 'Guest', guest: true } });
    if (path.endsWith('/join')) return Response.json(joinOf(path.split('/')[3]!));
    if (path.endsWith('/stage')) return Response.json(stageAnswerOf(PID));
    if (path === '/v1/spaces') return Response.json(joinOf(SPACE_A, 'host'));
    return new Response(null, { status: 204 });
  };
  const client = new ServerClient(HOME, ask);
  const other = new ServerClient('https://other.test', ask);
  const places = new Map<string | null, ServerClient>();
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
    unheard: async (_pid, pids) => (told.push(`unheard ${pids.join()}`), FINE),
    microphone: async () => FINE,
    acquire: async () => ({ fault: 'microphone_denied' }),
    state: async () => IDLE_ROOM,
  };
  const tabs: string[] = [];
  const flow = new RoomFlow({
    server: async (spaceId) => places.get(spaceId) ?? client,
    settle: (spaceId, server) => void places.set(spaceId, server),
    sessions: new SessionKeeper({
      read: async () => null,
      write: async () => undefined,
      remove: async () => undefined,
    }),
    host,
    memory,
    titleOf: () => 'A title',
    wasShown: () => shown,
    showMicrophoneTab: async () => void tabs.push('microphone'),
  });
  return { flow, client, other, memory, asked, bodies, told, tabs, die: () => (isOpen = false) };
}
