import { effect, signal } from '@preact/signals';
import { coalesced } from '#shared/room/coalesce.ts';
import { EarlyAudio } from '#shared/room/early-audio.ts';
import { MediaHost, type WayBack } from '#shared/room/media-host.ts';
import { showInControls } from '#shared/room/media-session.ts';
import type { MicrophoneDevice } from '#shared/room/microphone.ts';
import { hostNames } from '#shared/policy/hosting.ts';
import type { RoomState } from '#shared/schema/room.ts';
import { acceptTalks } from '../platform/sound-talk.ts';
import type { Handlers } from '../platform/messenger.ts';
import { serveViews } from './serve-views.ts';

const PEOPLE_EVERY_MS = 5_000;

/** The background, as the media host needs it. */
export interface Office {
  /** Rejects when nobody answers. */
  rejoin(spaceId: string): Promise<WayBack>;
  /** The room after a change. */
  report(room: RoomState): void;
  /** The person left by the browser's own controls. */
  leave(): void;
  /** The person turns the microphone on or off by what stands outside of our views. */
  setMicrophone(on: boolean): void;
}

export interface HostMountDeps {
  office: Office;
  /** Left out, the browser's own, which is never asked for. */
  microphone?: MicrophoneDevice;
  /** Lets other contexts give commands; answers how to stop. */
  answer(commands: Handlers<'host'>): () => void;
}

/** The media host in one page: it obeys commands, tells its views and the background what is so, and shows the Space in the browser's own controls. */
export class HostMount {
  readonly host: MediaHost;
  readonly commands: Handlers<'host'>;
  readonly #deps: HostMountDeps;
  readonly #audio: EarlyAudio;
  readonly #hosts = signal<readonly string[]>([]);
  #ends: (() => void)[] = [];

  constructor(deps: HostMountDeps) {
    this.#deps = deps;
    this.#audio = new EarlyAudio(deps.microphone);
    this.host = new MediaHost({
      audio: this.#audio,
      rejoin: async (spaceId) => {
        const way = await deps.office.rejoin(spaceId);
        if (way.ok) this.#hosts.value = hostNames(way.join.space.stage);
        return way;
      },
      now: () => Date.now(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    this.commands = this.#commands();
  }

  get isServing(): boolean {
    return this.#ends.length > 0;
  }

  /** From now on it is found here. */
  serve(): void {
    if (this.isServing) return;
    const { host } = this;
    const { answer, office } = this.#deps;
    this.#ends = [
      answer(this.commands),
      serveViews(host),
      acceptTalks((on) => office.setMicrophone(on)),
      this.#showInControls(),
      this.#report(),
    ];
  }

  /** Nobody finds it here any more; what is heard goes on. */
  rest(): void {
    for (const end of this.#ends) end();
    this.#ends = [];
  }

  #commands(): Handlers<'host'> {
    const host = this.host;
    const audio = this.#audio;
    return {
      'host:warm': async ({ url }) => {
        await audio.warm(url);
        return {};
      },
      'host:ahead': (request) => {
        audio.look(request);
        return {};
      },
      'host:hear': ({ spaceId }) => {
        audio.ahead.hear(spaceId);
        return {};
      },
      'host:unhear': () => {
        audio.ahead.drop();
        return {};
      },
      'host:prepare': ({ spaceId, title }) => host.prepare(spaceId, title),
      'host:connect': (request) => {
        this.#hosts.value = hostNames(request.join.space.stage);
        return host.connect(request);
      },
      'host:state': () => host.state.value,
      'host:leave': ({ ended }) => host.leave({ ended }),
      'host:dismiss': () => host.dismiss(),
      'host:role': (request) => host.setRole(request),
      'host:unheard': (request) => host.setUnheard(request),
      'host:hosts': ({ spaceId, names }) => {
        if (spaceId === host.state.peek().spaceId) this.#hosts.value = names;
        return {};
      },
      'host:microphone': ({ on }) => host.setMicrophone(on),
      'host:acquire': ({ asked }) => host.acquire(asked),
      'host:volume': ({ volume }) => host.setVolume(volume),
      'host:mix': (mix) => host.setMix(mix),
      'host:silence': ({ on }) => host.setSilenced(on),
    };
  }

  #showInControls(): () => void {
    const { office } = this.#deps;
    return showInControls({
      controls: navigator.mediaSession,
      metadata: (what) => new MediaMetadata(what),
      artwork: [{ src: '/icon/live-128.png', sizes: '128x128', type: 'image/png' }],
      room: this.host.state,
      hosts: this.#hosts,
      setMicrophone: (on) => office.setMicrophone(on),
      setSilenced: (on) => void this.host.setSilenced(on),
      leave: () => office.leave(),
    });
  }

  /** Views hear who speaks over their port; the background needs the rest at once, and the people now and then. */
  #report(): () => void {
    const { state } = this.host;
    let isOver = false;
    const report = () => {
      if (!isOver) this.#deps.office.report(state.peek());
    };
    const reportPeople = coalesced(report, PEOPLE_EVERY_MS);
    const factsOf = ({ people: _people, ...facts }: RoomState) => JSON.stringify(facts);
    let reported = factsOf(state.peek());
    const initial = state.peek();
    const stop = effect(() => {
      const now = state.value;
      if (now === initial) return;
      const facts = factsOf(now);
      if (facts === reported) return reportPeople();
      reported = facts;
      report();
    });
    return () => {
      isOver = true;
      stop();
    };
  }
}
