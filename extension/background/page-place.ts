import { isInRoom } from '#shared/client/room-memory.ts';
import { noWayBack } from '#shared/client/ways-back.ts';
import { isOnStage } from '#shared/policy/permissions.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';
import type { Office } from '../host/host-mount.ts';
import type { MessageRequest } from '../platform/host-protocol.ts';
import type { Tell } from '../platform/own-line.ts';
import type { Seat } from '../platform/stage-protocol.ts';
import type { StageWindow } from '../platform/stage-window.ts';
import type { HostPlace } from './host-place.ts';
import type { Mount, PagePlaceDeps, Staff } from './page-place-deps.ts';

/** Whoever was away for longer is asked before they are in a Space again. */
const COME_BACK_MS = 60_000;

/**
 * Where the media host stands in Firefox: in this background page, which nobody gives a microphone, or in the stage window,
 * which takes the seat over once it has one and gives it back when it is closed. Each change of place is a new join.
 */
export class PagePlace implements HostPlace {
  readonly #deps: PagePlaceDeps;
  #staff!: Staff;
  #mounting: Promise<Mount> | null = null;
  #own: Tell | null = null;
  #window: StageWindow | null = null;
  /** The stage window is taking the seat: until it has, we go on, but do not join again. */
  #taking: PromiseWithResolvers<void> | null = null;
  #sleep: (() => void) | null = null;

  constructor(deps: PagePlaceDeps) {
    this.#deps = deps;
  }

  /** Called before anything else. */
  serve(staff: Staff): void {
    this.#staff = staff;
  }

  readonly tell: Tell = async (type, request) => {
    if (type === 'host:prepare') await this.#makeRoom(request as MessageRequest<'host:prepare'>);
    if (this.#window?.isSeated) return this.#deps.tellStage(type, request);
    if (!this.#own) throw new Error(`no media host for ${type}`);
    return this.#own(type, request);
  };

  async ensure(): Promise<void> {
    if (this.#window?.isSeated) {
      if (isInRoom(this.#staff.memory.room)) return;
      await this.#closeWindow();
    }
    await this.#standHere();
  }

  async isOpen(): Promise<boolean> {
    return this.#own !== null || (this.#window?.isSeated ?? false);
  }

  async close(): Promise<void> {
    await this.#closeWindow();
    await this.#goAway();
  }

  /** Called with the room after each change. */
  follow(room: RoomState): void {
    if (!isInRoom(room)) {
      this.#sleep?.();
      this.#sleep = null;
    } else {
      this.#sleep ??= this.#deps.keepAwake(() => void this.#deps.heardAt.set(this.#deps.now()));
    }
    // The end of a Space stays on view in it.
    const isUseless = room.phase === 'idle' || (room.phase === 'over' && !this.#window?.isSeated);
    if (isUseless) void this.#closeWindow();
  }

  isStage(tabId: number | undefined): boolean {
    return tabId !== undefined && tabId === this.#window?.tabId;
  }

  /** Shows the stage window, which asks for the microphone. */
  async showStage(): Promise<void> {
    if (this.#window) return this.#deps.window.focus(this.#window.tabId);
    await this.#keepWindow({ tabId: await this.#deps.window.create(), isSeated: false });
  }

  /** The stage window has asked for the microphone; answers the seat that it takes over. */
  async handleGrant(tabId: number | undefined, granted: boolean): Promise<Seat | null> {
    if (!this.isStage(tabId)) return null;
    if (!granted) {
      if (this.#own) await this.#own('host:acquire', { asked: true });
      return null;
    }
    const { memory, mix } = this.#staff;
    const { room } = memory;
    if (!isInRoom(room) || room.phase === 'joining' || !room.role || !isOnStage(room.role)) return null;
    this.#taking ??= Promise.withResolvers();
    return { room, mix: mix() };
  }

  /**
   * Asks once more after a no. One for this time counts in its window alone, until that is closed; one for good is taken back
   * in the address bar, which the stage window lacks.
   */
  async askAgain(tabId: number | undefined): Promise<void> {
    if (!this.#window || !this.isStage(tabId)) return;
    const { window, standing, showMicrophoneTab } = this.#deps;
    if ((await standing()) === 'denied') return showMicrophoneTab();
    const { isSeated, tabId: old } = this.#window;
    // The new one first: it may be the last window that Firefox has.
    await this.#keepWindow({ tabId: await window.create(), isSeated: false });
    this.#endTaking();
    const { room } = this.#staff.memory;
    if (isSeated && isInRoom(room)) await this.#resume(room);
    await window.close(old);
  }

  /** The stage window tells of itself. Until it is in, what counts is that we are. */
  async hear(room: RoomState, tabId: number | undefined): Promise<void> {
    const { memory } = this.#staff;
    if (!this.#window || !this.isStage(tabId)) return;
    if (!this.#window.isSeated) {
      if (!this.#taking) return;
      if (room.phase !== 'live' && room.phase !== 'over')
        return memory.keep({ ...memory.room, participantId: room.participantId });
      await this.#giveSeat(this.#window.tabId);
    }
    await memory.keep(room);
  }

  /** Closed by hand, the stage window gives the microphone up and the seat back. */
  async handleTabClosed(tabId: number): Promise<void> {
    if (!this.#window || !this.isStage(tabId)) return;
    const { isSeated } = this.#window;
    await this.#keepWindow(null);
    this.#endTaking();
    const { room } = this.#staff.memory;
    if (isSeated && isInRoom(room)) await this.#resume(room);
    if (!isSeated && room.microphone === 'asking') await this.#own?.('host:acquire', { asked: true });
  }

  /** After a stop: the stage window, where it still stands, knows best; a Space that was heard here a moment ago goes on. */
  async recall(): Promise<void> {
    const { window, tellStage, heardAt, now } = this.#deps;
    const { memory } = this.#staff;
    const kept = await window.kept.get();
    if (kept && (await window.isOpen(kept.tabId))) this.#window = kept;
    else if (kept) await window.kept.set(null);
    if (this.#window?.isSeated) return memory.keep(await tellStage('host:state', {}));
    const { room } = memory;
    if (!isInRoom(room)) return;
    if (!room.spaceId) return memory.keep({ ...IDLE_ROOM, volume: room.volume });
    if (now() - (await heardAt.get()) < COME_BACK_MS) return this.#resume(room);
    await memory.keep({ ...room, ...OUT });
  }

  /** Whoever goes to listen elsewhere does that here: the stage window is for the Space in which they were to speak. */
  async #makeRoom({ spaceId }: MessageRequest<'host:prepare'>): Promise<void> {
    if (spaceId === null || !this.#window) return;
    await this.#closeWindow();
    await this.#standHere();
  }

  async #standHere(): Promise<Mount> {
    this.#mounting ??= this.#deps.mount(this.#office());
    const mount = await this.#mounting;
    this.#own ??= this.#deps.line(mount.commands);
    mount.serve();
    return mount;
  }

  async #goAway(): Promise<void> {
    if (!this.#own) return;
    this.#own = null;
    const mount = await this.#mounting!;
    // Silent first; whoever looked on here finds it where it is now.
    const left = mount.host.leave();
    mount.rest();
    await left;
  }

  async #resume(room: RoomState): Promise<void> {
    const mount = await this.#standHere();
    mount.host.resume({ room, mix: this.#staff.mix() });
  }

  #office(): Office {
    const { memory, flow, leave } = this.#staff;
    return {
      rejoin: async (spaceId) => {
        await this.#taking?.promise;
        return this.#own ? flow.rejoin(spaceId) : noWayBack('elsewhere');
      },
      report: (room) => void this.#keep(memory, room),
      leave: () => void leave(),
      setMicrophone: (on) => void flow.microphone(on),
    };
  }

  /** Not within the change that is told: it is for the media host alone to react to. */
  async #keep(memory: Staff['memory'], room: RoomState): Promise<void> {
    await Promise.resolve();
    if (!this.#own) return;
    // The new participant is not ours yet, and the old one is not theirs any more.
    const { participantId } = this.#taking ? memory.room : room;
    await memory.keep({ ...room, participantId });
  }

  async #giveSeat(tabId: number): Promise<void> {
    const kept = this.#keepWindow({ tabId, isSeated: true });
    await this.#goAway();
    this.#endTaking();
    await kept;
  }

  #endTaking(): void {
    this.#taking?.resolve();
    this.#taking = null;
  }

  async #keepWindow(window: StageWindow | null): Promise<void> {
    this.#window = window;
    await this.#deps.window.kept.set(window);
  }

  async #closeWindow(): Promise<void> {
    if (!this.#window) return;
    const { tabId } = this.#window;
    // Before it closes, so that nobody takes that for the person's doing.
    await this.#keepWindow(null);
    this.#endTaking();
    await this.#deps.window.close(tabId);
  }
}

/** Out, and told so with a way back in. */
const OUT: Partial<RoomState> = {
  phase: 'over',
  fault: 'stopped',
  participantId: null,
  people: [],
  microphone: 'none',
  silenced: false,
};
