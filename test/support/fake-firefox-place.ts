import { PagePlace } from '../../extension/background/page-place.ts';
import type { Mount } from '../../extension/background/page-place-deps.ts';
import type { Office } from '../../extension/host/host-mount.ts';
import type { Tell } from '../../extension/platform/own-line.ts';
import type { StageWindow } from '../../extension/platform/stage-window.ts';
import { noWayBack } from '#shared/client/ways-back.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';
import { PLAIN_MIX } from '#shared/schema/sound.ts';
import { fakeShelf } from './fake-shelf.ts';

const SPACE = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
/** The tab of the stage window. */
export const TAB = 7;
const OURS = 'p_background';
/** Who we are in the stage window. */
export const THEIRS = 'p_stage';

/** In a Space that is heard in the background page, or as told. */
export const live = (more: Partial<RoomState> = {}): RoomState => ({
  ...IDLE_ROOM,
  phase: 'live',
  spaceId: SPACE,
  participantId: OURS,
  role: 'host',
  ...more,
});

/** The places of one Firefox, with nobody but us in it; `room` is what the background remembers. */
export function fakeFirefox({ room = IDLE_ROOM, heardAt = 0 }: { room?: RoomState; heardAt?: number } = {}) {
  const told: string[] = [];
  let office: Office | null = null;
  const kept = fakeShelf<StageWindow | null>(null);
  const heard = fakeShelf(heardAt);
  const open = new Set<number>();
  const memory = {
    room,
    async keep(next: RoomState) {
      memory.room = next;
      place.follow(next);
    },
  };
  const was = {
    isAwake: false,
    now: 100_000,
    left: 0,
    stage: IDLE_ROOM,
    standing: 'prompt' as PermissionState,
  };
  const world = { ...was, told, open, kept, heard, memory };
  const line =
    (who: string): Tell =>
    async (type) => {
      told.push(`${who} ${type}`);
      return (type === 'host:state' ? world.stage : { fault: null }) as never;
    };
  const mount: Mount = {
    commands: {} as Mount['commands'],
    serve: () => void told.push('served here'),
    rest: () => void told.push('not found here'),
    host: {
      resume: ({ room: { spaceId, microphone } }) => {
        told.push(`resumed here, in ${spaceId === SPACE ? 'the Space' : spaceId}, ${microphone}`);
        return { fault: null };
      },
      leave: async () => {
        told.push('silent here');
        return { fault: null };
      },
    },
  };
  const place = new PagePlace({
    mount: async (its) => {
      office = its;
      return mount;
    },
    line: () => line('here'),
    tellStage: line('stage'),
    window: {
      kept,
      async create() {
        const tabId = open.has(TAB) ? TAB + 1 : TAB;
        open.add(tabId);
        told.push('window opened');
        return tabId;
      },
      focus: async () => void told.push('window shown'),
      isOpen: async (tabId) => open.has(tabId),
      async close(tabId) {
        open.delete(tabId);
        told.push('window closed');
      },
    },
    heardAt: heard,
    standing: async () => world.standing,
    showMicrophoneTab: async () => void told.push('asked in a tab'),
    keepAwake(beat) {
      world.isAwake = true;
      beat();
      return () => void (world.isAwake = false);
    },
    now: () => world.now,
  });
  place.serve({
    memory,
    flow: { rejoin: async () => noWayBack('space_ended'), microphone: async () => ({ fault: null }) },
    leave: async () => void (world.left += 1),
    mix: () => PLAIN_MIX,
  });
  return { ...world, world, spaceId: SPACE, place, office: () => office! };
}

/** In a Space that is heard here, with the stage window open and still asking. */
export async function asking() {
  const browser = fakeFirefox();
  await browser.place.ensure();
  await browser.memory.keep(live({ microphone: 'asking' }));
  await browser.place.showStage();
  browser.told.length = 0;
  return browser;
}

/** As `asking`, and then the seat is the stage window's. */
export async function onStage() {
  const browser = await asking();
  await browser.place.handleGrant(TAB, true);
  await browser.place.hear(live({ participantId: THEIRS, microphone: 'on' }), TAB);
  browser.told.length = 0;
  return browser;
}
