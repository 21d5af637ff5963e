import type { Join, JoinRequest, StartRequest } from '#shared/schema/api.ts';
import type { RoomState } from '#shared/schema/room.ts';
import { IDLE_ROOM } from '#shared/schema/room.ts';
import type { Role } from '#shared/schema/space.ts';
import type { Me } from '#shared/schema/stage.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { Ending, WayBack } from '#shared/room/media-host.ts';
import { Fault } from './fault.ts';
import { isInRoom } from './room-memory.ts';
import type { ServerClient } from './server-client.ts';
import { noWayBack, WaysBack, type WaysBackDeps } from './ways-back.ts';

/** The media host as the background reaches it. Every verb but `ensure` and `isOpen` needs it to be open. */
export interface HostLine {
  ensure(): Promise<void>;
  isOpen(): Promise<boolean>;
  prepare(spaceId: string | null, title: string): Promise<Outcome>;
  connect(join: Join): Promise<Outcome>;
  leave(ending: Pick<Ending, 'ended'>): Promise<Outcome>;
  dismiss(): Promise<Outcome>;
  role(participantId: string, role: Role): Promise<Outcome>;
  /** Whom that participant of ours does not want to hear. */
  unheard(participantId: string, pids: string[]): Promise<Outcome>;
  microphone(on: boolean): Promise<Outcome>;
  acquire(asked: boolean): Promise<Outcome>;
  state(): Promise<RoomState>;
}

export interface RoomFlowDeps extends WaysBackDeps {
  host: HostLine;
  titleOf(spaceId: string, server?: string): string;
  showMicrophoneTab(): Promise<void>;
  /** From now on `server` answers for this Space, or for one that is about to be opened. For shells with several servers. */
  settle?(spaceId: string | null, server: ServerClient): void;
  /** The server has opened a Space of ours. */
  started?(spaceId: string, request: StartRequest): void;
}

/** A Space that a person wants into (null opens one), and where, unless that is known. */
interface Wish {
  spaceId: string | null;
  title: string;
  at?: ServerClient;
}
type Ask = (server: ServerClient, token: string) => Promise<Join>;

const FINE: Outcome = { fault: null };
/** A join that takes longer is announced to every view; a quick one saves that work for the sound. */
const QUICK_MS = 300;

/** Joining, hosting, leaving, ending: what the server is asked and what the media host is told. The last wish wins. */
export class RoomFlow {
  readonly #deps: RoomFlowDeps;
  readonly #ways: WaysBack;
  #turn = 0;
  /** The last word on our role that the media host was given. */
  #told: Pick<Me, 'participantId' | 'role'> | null = null;
  /** The same of whom we do not want to hear. */
  #hushed: string | null = null;
  #entering: (Wish & { done: Promise<Outcome> }) | null = null;
  /** Whom the server was last told to have left; the media host's word may come later than that. */
  #left: string | null = null;

  constructor(deps: RoomFlowDeps) {
    this.#deps = deps;
    this.#ways = new WaysBack(deps);
  }

  /** In a Space, or on the way into one. */
  get isUnderWay(): boolean {
    return this.#entering !== null || isInRoom(this.#deps.memory.room);
  }

  /** Enters a Space to listen; a second wish for the same one changes nothing. */
  join(spaceId: string, answers: JoinRequest = {}, at?: ServerClient): Promise<Outcome> {
    const entering = this.#entering;
    if (entering?.spaceId === spaceId && entering.at?.url === at?.url) return entering.done;
    const { room } = this.#deps.memory;
    if (!entering && room.spaceId === spaceId && isInRoom(room)) return this.#joinAgain(spaceId, answers, at);
    return this.#listen(spaceId, answers, at);
  }

  /** Opens a Space with us as its host, muted; then the microphone is taken, or asked for in its tab. */
  async host(request: StartRequest, at?: ServerClient): Promise<Outcome> {
    const turn = this.#turn + 1;
    const outcome = await this.#enter({ spaceId: null, title: request.title, at }, async (server, token) => {
      const join = await server.startSpace(token, request);
      if (request.name) await this.#deps.sessions.rename(server, request.name);
      this.#deps.started?.(join.space.id, request);
      return join;
    });
    if (outcome.fault || turn !== this.#turn) return outcome;
    const { fault } = await this.#deps.host.acquire(false);
    if (fault === 'microphone_denied') await this.#deps.showMicrophoneTab();
    return FINE;
  }

  /** Silent first; the server hears of it afterwards. */
  async leave(): Promise<Outcome> {
    this.#turn += 1;
    this.#entering = null;
    const { room } = this.#deps.memory;
    if (await this.#deps.host.isOpen()) await this.#leaveHost({});
    else await this.#deps.memory.keep({ ...IDLE_ROOM, volume: room.volume });
    this.#tellLeft(room, this.#deps.server(room.spaceId));
    return FINE;
  }

  /** Ends the Space for everyone. */
  async end(): Promise<Outcome> {
    const { spaceId } = this.#deps.memory.room;
    if (!spaceId) return FINE;
    const server = await this.#deps.server(spaceId);
    try {
      await this.#deps.sessions.use(server, (token) => server.endSpace(token, spaceId));
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'space_ended') throw error;
    }
    this.#turn += 1;
    if (await this.#deps.host.isOpen()) await this.#leaveHost({ ended: 'host_ended' });
    return FINE;
  }

  async microphone(on: boolean): Promise<Outcome> {
    if (!(await this.#deps.host.isOpen())) return FINE;
    const outcome = await this.#deps.host.microphone(on);
    if (outcome.fault !== 'microphone_denied') return outcome;
    await this.#deps.showMicrophoneTab();
    return FINE;
  }

  /** What the server says of our role goes to the media host, while it is about the participant that we are. */
  async obey(me: Me | null): Promise<void> {
    const { host, memory } = this.#deps;
    const { participantId, role } = memory.room;
    if (!me || me.participantId !== participantId) return;
    await this.#hush(me);
    // What we told last may not have come back to us yet.
    const told = this.#told?.participantId === participantId ? this.#told.role : role;
    if (me.role === role && me.role === told) return;
    this.#told = me;
    if (await host.isOpen()) await host.role(me.participantId, me.role);
  }

  async #hush({ participantId, muted }: Me): Promise<void> {
    const { host } = this.#deps;
    const isNews = hushedBy({ participantId, muted }) !== this.#hushed;
    this.#hushed = hushedBy({ participantId, muted });
    if (isNews && (await host.isOpen())) await host.unheard(participantId, muted);
  }

  /** The media host asks for a new way into a Space that it lost. Whoever left meanwhile stays out. */
  async rejoin(spaceId: string): Promise<WayBack> {
    const turn = this.#turn;
    if (this.#entering && this.#entering.spaceId !== spaceId) return noWayBack('not_in_space');
    const server = this.#deps.server(spaceId);
    const way = await this.#ways.find(spaceId);
    if (way.ok) this.#hushed = hushedBy(way.join);
    if (!way.ok || turn === this.#turn) return way;
    this.#tellLeft(placeOf(way.join), server);
    return noWayBack('not_in_space');
  }

  /** The media host died with us in a Space: come back as a muted listener, or in the kept seat. */
  async revive(): Promise<void> {
    const { room } = this.#deps.memory;
    if (!isInRoom(room) || this.#entering || (await this.#deps.host.isOpen())) return;
    const { spaceId, title } = room;
    const answers = spaceId ? this.#ways.answers(spaceId) : {};
    await this.#deps.memory.keep({ ...IDLE_ROOM, volume: room.volume });
    if (!spaceId) return;
    await this.#enter({ spaceId, title }, (server, token) => server.joinSpace(token, spaceId, answers));
  }

  /** The person is in a Space of this id; only a server that claims it too would have another one. */
  async #joinAgain(spaceId: string, answers: JoinRequest, at?: ServerClient): Promise<Outcome> {
    const there = await this.#deps.server(spaceId);
    return !at || at.url === there.url ? FINE : this.#listen(spaceId, answers, at);
  }

  #listen(spaceId: string, answers: JoinRequest, at?: ServerClient): Promise<Outcome> {
    const title = this.#deps.titleOf(spaceId, at?.url);
    return this.#enter({ spaceId, title, at }, (server, token) => server.joinSpace(token, spaceId, answers));
  }

  #enter(wish: Wish, ask: Ask): Promise<Outcome> {
    this.#turn += 1;
    const turn = this.#turn;
    const before = this.#deps.memory.room;
    // Asked before the new Space takes its place, which may go by the same id.
    const left = this.#deps.server(before.spaceId);
    if (wish.at) this.#deps.settle?.(wish.spaceId, wish.at);
    const server = wish.at ? Promise.resolve(wish.at) : this.#deps.server(wish.spaceId);
    const done = this.#askAndConnect(turn, { ...wish, server, isMove: isInRoom(before) }, ask).finally(() => {
      if (turn === this.#turn) this.#entering = null;
    });
    this.#entering = { ...wish, done };
    this.#tellLeft(before, left);
    return done;
  }

  async #askAndConnect(
    turn: number,
    { spaceId, title, server, isMove }: Wish & { server: Promise<ServerClient>; isMove: boolean },
    ask: Ask,
  ): Promise<Outcome> {
    const { host, sessions } = this.#deps;
    const announce = () => (turn === this.#turn ? host.prepare(spaceId, title) : FINE);
    // Another Space falls silent at once.
    const ready = host.ensure().then(() => (isMove ? announce() : FINE));
    const late = isMove ? undefined : setTimeout(() => void afterOpening(ready, announce), QUICK_MS);
    const there = await server;
    const [asked] = await Promise.allSettled([sessions.use(there, (token) => ask(there, token)), ready]);
    clearTimeout(late);
    if (asked.status === 'rejected') {
      if (turn === this.#turn && (await host.isOpen())) await host.leave({});
      throw asked.reason;
    }
    await ready;
    const join = asked.value;
    if (turn !== this.#turn) {
      this.#tellLeft(placeOf(join), server);
      return FINE;
    }
    if (spaceId === null) this.#deps.settle?.(join.space.id, there);
    this.#hushed = hushedBy(join);
    return host.connect(join);
  }

  async #leaveHost(ending: Pick<Ending, 'ended'>): Promise<void> {
    await this.#deps.host.leave(ending);
    await this.#deps.memory.keep(await this.#deps.host.state());
  }

  #tellLeft({ spaceId, participantId }: Place, server: Promise<ServerClient>): void {
    if (!spaceId || !participantId || participantId === this.#left) return;
    this.#left = participantId;
    void this.#leaveServer(server, spaceId, participantId);
  }

  async #leaveServer(server: Promise<ServerClient>, spaceId: string, participantId: string): Promise<void> {
    const there = await server;
    try {
      const session = await this.#deps.sessions.current(there);
      if (session) await there.leaveSpace(session.token, spaceId, participantId);
    } catch (error) {
      // We are out and silent; the server finds out by itself.
      if (!(error instanceof Fault)) throw error;
    }
  }
}

type Place = Pick<RoomState, 'spaceId' | 'participantId'>;

function placeOf({ space, participantId }: Join): Place {
  return { spaceId: space.id, participantId };
}

/** Says nothing where the media host could not be made: whoever waits for it says that. */
async function afterOpening(ready: Promise<Outcome>, announce: () => unknown): Promise<void> {
  const [opened] = await Promise.allSettled([ready]);
  if (opened.status === 'fulfilled') await announce();
}

/** Whom a participant of ours does not want to hear, as one text. */
function hushedBy({ participantId, muted }: Pick<Me, 'participantId' | 'muted'>): string {
  return [participantId, ...muted].join();
}
