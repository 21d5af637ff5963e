import { Room, RoomEvent, type RoomOptions, Track } from 'livekit-client';
import type { HiddenRoom } from './ahead.ts';
import type { AudioTarget } from './audio.ts';
import { Ears } from './ears.ts';
import { soundingIn } from './sounding.ts';

const NOWHERE = new Room();

/**
 * Two connections instead of one: so the server itself offers what is wanted, where the client would first be told how much
 * there is, wait, and offer room for it.
 */
const OPTIONS: RoomOptions = {
  adaptiveStream: false,
  dynacast: false,
  disconnectOnPageLeave: true,
  singlePeerConnection: false,
};

/** A hidden room over livekit-client. */
export class HiddenListener implements HiddenRoom {
  /** Without its mixer: for the moment that this is heard, players do. */
  readonly ears = new Ears(
    () => this.#room ?? NOWHERE,
    () => this.tune(),
  );
  #room: Room | null = null;
  #isHeard = false;
  #gone: () => void = () => undefined;

  async connect({ url, token }: AudioTarget): Promise<void> {
    this.close();
    const room = new Room(OPTIONS);
    this.#room = room;
    this.#listen(room);
    await room.connect(url, token, { autoSubscribe: false, maxRetries: 0 });
    this.tune();
  }

  hear(): void {
    this.#isHeard = true;
    this.tune();
  }

  close(): void {
    const old = this.#room;
    this.#room = null;
    this.#isHeard = false;
    if (!old) return;
    this.ears.hush(old);
    void old.disconnect();
  }

  sounding(): ReadonlySet<string> {
    return this.#room ? soundingIn(this.#room) : new Set();
  }

  mayBeHeard(): boolean {
    if (this.#room?.state !== 'connected') return this.#room !== null;
    const people = [...this.#room.remoteParticipants.values()];
    return people.some(({ isMicrophoneEnabled }) => isMicrophoneEnabled);
  }

  onGone(listener: () => void): void {
    this.#gone = listener;
  }

  /** What holds for the ears holds for everybody here, and for who comes. */
  tune(): void {
    if (this.#isHeard && this.#room) this.ears.tune();
  }

  #listen(room: Room): void {
    const mine = (act: () => void) => () => {
      if (room === this.#room) act();
    };
    const tune = mine(() => this.tune());
    room.on(RoomEvent.TrackPublished, tune);
    room.on(RoomEvent.TrackSubscribed, (track) => {
      if (room !== this.#room || track.kind !== Track.Kind.Audio) return;
      this.ears.take(track);
      this.tune();
    });
    room.on(RoomEvent.TrackUnsubscribed, (track) => this.ears.drop(track));
    room.on(
      RoomEvent.Disconnected,
      mine(() => this.#gone()),
    );
  }
}
