import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { openLine } from '#shared/client/open-line.ts';
import { RoomFlow } from '#shared/client/room-flow.ts';
import { isInRoom, RoomMemory } from '#shared/client/room-memory.ts';
import { ServerClient } from '#shared/client/server-client.ts';
import { SessionKeeper } from '#shared/client/session.ts';
import { StageVerbs } from '#shared/client/stage-verbs.ts';
import type { RoomAudio } from '#shared/room/audio.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';
import type { Me } from '#shared/schema/stage.ts';
import { BAR_AS_IT_COMES, NOBODY_YET, type View } from '#shared/schema/view.ts';
import type { Perch } from '#shared/ui/perch.ts';
import { createDesk, type OnReactions } from './desk.ts';
import { sessionsOn, volumeOn } from './keep/kept.ts';
import type { Shelf } from './keep/shelf.ts';
import { PageHost } from './media/page-host.ts';
import type { PageMicrophone } from './media/page-microphone.ts';
import { PageSound } from './media/page-sound.ts';
import { createPerch } from './perch.ts';
import type { Root } from './root.ts';
import { PageAccount } from './sign-in/page-account.ts';
import type { PageSpeech } from './speech.ts';
import { SpaceWatch } from './space-watch.ts';

export interface ShellDeps {
  root: Root;
  /** The server's address, without a slash at the end. */
  server: string;
  shelf: Shelf;
  catalogue: PageSpeech['catalogue'];
  loadAudio(): Promise<RoomAudio>;
  /** Null for those who only listen. */
  microphone: PageMicrophone | null;
}

/** All that the page runs by itself, where the extension has a background and a media host. */
export class Shell {
  readonly perch: Perch;
  readonly watch: SpaceWatch;
  readonly host: PageHost;
  readonly flow: RoomFlow;
  readonly room = signal<RoomState>(IDLE_ROOM);
  readonly account: PageAccount | null;
  readonly sound: PageSound;
  readonly #deps: ShellDeps;
  readonly #server: ServerClient;
  readonly #sessions: SessionKeeper;
  readonly #memory: RoomMemory;
  readonly #who = signal<Pick<View, keyof typeof NOBODY_YET>>(NOBODY_YET);
  readonly #volume: ReturnType<typeof volumeOn>;
  #heard: Me | null = null;

  constructor(deps: ShellDeps) {
    this.#deps = deps;
    const { root, server, shelf } = deps;
    const listeners = new Set<OnReactions>();
    this.#volume = volumeOn(shelf);
    this.#server = new ServerClient(server, (input, init) => fetch(input, init));
    this.#sessions = new SessionKeeper(sessionsOn(shelf), { onChange: () => void this.refreshWho() });
    // Nobody comes back by themselves to a page that was closed: nothing of the room is kept.
    const nowhere = { get: async () => null, set: async () => undefined };
    this.#memory = new RoomMemory(nowhere, (room, before) => this.#handleRoom(room, before));
    const verbs = new StageVerbs({
      server: async () => this.#server,
      sessions: this.#sessions,
      room: () => this.#memory.room,
    });
    this.watch = new SpaceWatch({
      spaceId: root.spaceId,
      openLine: (events) => openLine(this.#server.streamUrl, events),
      fetchStage: (spaceId) => verbs.preview(spaceId),
      token: async () => (await this.#sessions.current(this.#server))?.token ?? null,
      now: () => Date.now(),
      setTimeout: (act, ms) => setTimeout(act, ms),
      clearTimeout: (timer) => clearTimeout(timer as number),
      random: () => Math.random(),
      onReactions: (items) => listeners.forEach((listener) => listener(items)),
    });
    this.host = new PageHost({
      loadAudio: () => deps.loadAudio(),
      rejoin: (spaceId) => this.flow.rejoin(spaceId),
      volume: () => this.#volume.get(),
      mixFor: ({ space }) => this.sound.mixFor(space),
      onState: (state) => void this.#memory.keep(state),
    });
    this.sound = new PageSound({
      shelf,
      tell: (mix) => void this.host.setMix(mix),
      speak: deps.microphone && ((on) => void this.host.microphone(on)),
    });
    this.flow = this.#createFlow();
    this.account = root.kind === 'page' ? this.#createAccount() : null;
    this.perch = createPerch(this, {
      view: this.#createView(),
      microphone: deps.microphone,
      shelf,
      catalogue: deps.catalogue,
      desk: root.kind === 'page' ? createDesk(verbs, this.watch, listeners) : null,
    });
  }

  /** Begins to follow the Space, for as long as somebody sees the page or hears it. Resolves once there is something to say. */
  async start(): Promise<void> {
    const isSeen = signal(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', () => {
      isSeen.value = document.visibilityState === 'visible';
    });
    effect(() => {
      const isOver = this.watch.view.value.stage?.state === 'ended';
      this.watch.want(isInRoom(this.room.value) || (isSeen.value && !isOver));
    });
    effect(() => this.#hear(this.watch.view.value.me));
    effect(() => {
      const { stage } = this.watch.view.value;
      if (stage) void this.sound.follow(stage);
    });
    void this.refreshWho();
    void this.account?.comeBack(() => this.perch.join(this.#deps.root.spaceId));
    this.watch.followAs(null);
    await settled(computed(() => this.watch.view.value.stage !== null || this.watch.fault.value !== null));
  }

  /** By whom the server knows us, once it does. */
  async refreshWho(): Promise<void> {
    const session = await this.#sessions.current(this.#server);
    const account = session && { id: session.account.id, picture: session.picture ?? null };
    this.#who.value = {
      ...NOBODY_YET,
      name: session?.account.name ?? null,
      signedIn: session?.account.guest === false,
      account,
      signedOut: await this.#sessions.isOver(this.#server),
    };
  }

  #createAccount(): PageAccount {
    const isIn = () => isInRoom(this.room.value);
    return new PageAccount({
      server: this.#server,
      sessions: this.#sessions,
      shelf: this.#deps.shelf,
      isIn,
      leave: async () => void (isIn() && (await this.flow.leave())),
    });
  }

  #createFlow(): RoomFlow {
    return new RoomFlow({
      server: async () => this.#server,
      sessions: this.#sessions,
      host: this.host,
      memory: this.#memory,
      titleOf: () => this.watch.view.value.stage?.title ?? '',
      wasShown: (spaceId) => this.watch.wasShown(spaceId),
      // The browser has asked already: what is left is to say that it refuses.
      showMicrophoneTab: async () => undefined,
    });
  }

  #createView(): ReadonlySignal<View> {
    const { catalogue, server } = this.#deps;
    return computed(() => {
      const fault = this.watch.fault.value;
      const isKnown = this.watch.view.value.stage !== null;
      return {
        language: catalogue.value.language,
        list: { status: fault ? 'stale' : isKnown ? 'fresh' : 'loading', spaces: [], fault },
        room: this.room.value,
        ...this.#who.value,
        signIn: (this.account?.news.value ?? null) !== null,
        server,
        servers: [],
        spaceServer: null,
        bar: BAR_AS_IT_COMES,
      };
    });
  }

  #handleRoom(room: RoomState, before: RoomState): void {
    this.room.value = room;
    if (room.volume !== before.volume) this.#volume.set(room.volume);
    // While a join is under way, nothing comes between it and the sound.
    if (room.phase !== 'joining') this.watch.followAs(isInRoom(room) ? room.participantId : null);
    // A role that changed on the way in is not the one that the join was answered with.
    if (room.phase === 'live' && before.phase !== 'live') void this.flow.obey(this.watch.view.value.me);
  }

  /** Each word of the server counts once: the room itself may have moved us since. */
  #hear(me: Me | null): void {
    if (me === this.#heard) return;
    this.#heard = me;
    void this.flow.obey(me);
  }
}

/** Resolves once `condition` holds. */
function settled(condition: ReadonlySignal<boolean>): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!condition.value) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}
