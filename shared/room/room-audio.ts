import type { ReadonlySignal } from '@preact/signals';
import { signal } from '@preact/signals';
import {
  ConnectionError,
  ConnectionErrorReason,
  LocalAudioTrack,
  PublishTrackError,
  Room,
  RoomEvent,
  setLogLevel,
  Track,
} from 'livekit-client';
import type { RemoteTrack, RoomOptions } from 'livekit-client';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Microphone } from '#shared/schema/room.ts';
import type { AudioState, AudioTarget, RoomAudio } from './audio.ts';
import { AudioFault } from './audio.ts';
import { faultOf, microphonePermission, openMicrophone, troubleOf } from './microphone.ts';
import { toPerson } from './person.ts';
import { warmPeerConnection } from './warm.ts';

const OPTIONS: RoomOptions = {
  adaptiveStream: false,
  dynacast: false,
  disconnectOnPageLeave: true,
  // The microphone is ours: it outlives a reconnection, and `leave` alone stops it.
  stopLocalTrackOnUnpublish: false,
  publishDefaults: { stopMicTrackOnMute: false },
};

const PEOPLE_EVENTS = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.Connected,
] as const;

const FAULTS: Partial<Record<ConnectionErrorReason, FaultCode>> = {
  [ConnectionErrorReason.NotAllowed]: 'unauthenticated',
  [ConnectionErrorReason.ServerUnreachable]: 'media_unavailable',
  [ConnectionErrorReason.WebSocket]: 'media_unavailable',
  [ConnectionErrorReason.ServiceNotFound]: 'media_unavailable',
  [ConnectionErrorReason.Timeout]: 'join_timeout',
};

function toFault(error: unknown): AudioFault {
  const code = error instanceof ConnectionError ? FAULTS[error.reason as ConnectionErrorReason] : undefined;
  return new AudioFault(code ?? 'media_unreachable', { cause: error });
}

/** RoomAudio over livekit-client. */
export class LiveKitAudio implements RoomAudio {
  readonly #state = signal<AudioState>({ connection: 'off', people: [], microphone: 'none' });
  #room = new Room(OPTIONS);
  #microphone: LocalAudioTrack | null = null;
  #publishing: Promise<unknown> = Promise.resolve();
  #acquiring: Promise<FaultCode | null> | null = null;
  #stay = 0;
  #volume = 1;
  #silenced = false;
  #gone: () => void = () => undefined;

  constructor() {
    setLogLevel('warn');
    this.#listen(this.#room);
  }

  get state(): ReadonlySignal<AudioState> {
    return this.#state;
  }

  async warm(url: string): Promise<void> {
    await Promise.all([this.#room.prepareConnection(url), warmPeerConnection()]);
  }

  async connect({ url, token }: AudioTarget): Promise<void> {
    if (this.#room.state !== 'disconnected') this.#abandon();
    const room = this.#room;
    this.#set({ connection: 'joining' });
    try {
      await room.connect(url, token);
    } catch (error) {
      if (room === this.#room) this.#set({ connection: 'off' });
      throw toFault(error);
    }
    if (room !== this.#room) return;
    this.#set({ connection: 'live' });
    await this.#publish();
  }

  async leave(): Promise<void> {
    this.#stay += 1;
    this.#microphone?.mediaStreamTrack.stop();
    this.#microphone = null;
    this.#set({ connection: 'off', people: [], microphone: 'none' });
    await this.#abandon();
  }

  setVolume(volume: number): void {
    this.#volume = volume;
    this.#tune();
  }

  setSilenced(on: boolean): void {
    this.#silenced = on;
    this.#tune();
  }

  /** One microphone, however many ask for it at a time: two published ones break the negotiation. */
  acquireMicrophone(asked: boolean): Promise<FaultCode | null> {
    this.#acquiring ??= this.#acquire(asked).finally(() => (this.#acquiring = null));
    return this.#acquiring;
  }

  async setMicrophone(on: boolean): Promise<void> {
    const track = this.#microphone;
    // The server never hears of an unmute that overtakes the track's publication.
    if (on) await this.#publishing;
    if (!track || track !== this.#microphone) return;
    await (on ? track.unmute() : track.mute());
    this.#refresh();
  }

  levels(): Record<string, number> {
    const { localParticipant, remoteParticipants } = this.#room;
    const people = [localParticipant, ...remoteParticipants.values()];
    return Object.fromEntries(people.map(({ identity, audioLevel }) => [identity, audioLevel]));
  }

  onGone(listener: () => void): void {
    this.#gone = listener;
  }

  async #acquire(asked: boolean): Promise<FaultCode | null> {
    if (this.#microphone) return null;
    const stay = this.#stay;
    if ((await microphonePermission()) !== 'granted') {
      this.#set({ microphone: asked ? 'denied' : 'asking' });
      return 'microphone_denied';
    }
    try {
      const source = await openMicrophone();
      // Whoever left while the microphone opened is not to be recorded.
      if (stay === this.#stay) await this.#take(source);
      else source.stop();
      return null;
    } catch (error) {
      const trouble = troubleOf(error);
      this.#set({ microphone: trouble });
      return faultOf(trouble);
    }
  }

  /** Silences the present room at once and puts a fresh one in its place; resolves when the server was told. */
  #abandon(): Promise<void> {
    const old = this.#room;
    if (old.state === 'disconnected') return Promise.resolve();
    for (const track of soundsOf(old)) {
      for (const element of track.detach()) element.pause();
      track.mediaStreamTrack.stop();
    }
    this.#room = new Room(OPTIONS);
    this.#listen(this.#room);
    return old.disconnect(false);
  }

  #listen(room: Room): void {
    const mine = (act: () => void) => () => {
      if (room === this.#room) act();
    };
    for (const event of PEOPLE_EVENTS)
      room.on(
        event,
        mine(() => this.#refresh()),
      );
    room.on(RoomEvent.TrackSubscribed, (track) => {
      if (room !== this.#room || track.kind !== Track.Kind.Audio) return;
      track.attach();
      this.#tune();
      this.#refresh();
    });
    room.on(RoomEvent.TrackUnsubscribed, (track) => track.detach());
    room.on(
      RoomEvent.Reconnecting,
      mine(() => this.#set({ connection: 'interrupted' })),
    );
    room.on(
      RoomEvent.Reconnected,
      mine(() => {
        this.#set({ connection: 'live' });
        this.#publish().catch(() => this.#handleDisconnected());
      }),
    );
    room.on(
      RoomEvent.Disconnected,
      mine(() => this.#handleDisconnected()),
    );
  }

  #handleDisconnected(): void {
    // A failed first connection is answered by `connect` itself.
    if (this.#state.value.connection === 'joining') return;
    this.#set({ connection: 'off', people: [] });
    // What was published once carries the old room's sender: wrap the held microphone anew, muted.
    if (this.#microphone) void this.#take(this.#microphone.mediaStreamTrack);
    this.#gone();
  }

  async #take(source: MediaStreamTrack): Promise<void> {
    const track = new LocalAudioTrack(source, undefined, true);
    track.source = Track.Source.Microphone;
    source.addEventListener('ended', () => void this.#lose(track));
    await track.mute();
    this.#microphone = track;
    this.#set({ microphone: 'off' });
    if (this.#state.value.connection === 'live') await this.#publish();
  }

  /** The device was unplugged or its grant withdrawn: the others see a muted person, not a silent one. */
  async #lose(track: LocalAudioTrack): Promise<void> {
    if (track !== this.#microphone) return;
    this.#microphone = null;
    this.#set({ microphone: (await microphonePermission()) === 'denied' ? 'denied' : 'missing' });
    await track.mute();
    await this.#room.localParticipant.unpublishTrack(track, false);
  }

  async #publish(): Promise<void> {
    const room = this.#room;
    const { localParticipant } = room;
    if (!this.#microphone || !localParticipant.permissions?.canPublish) return;
    // On a busy machine two offers can cross at the start; the client reconnects by itself and `Reconnected` publishes.
    const published = localParticipant.publishTrack(this.#microphone);
    this.#publishing = published.catch(() => undefined);
    await published.catch((error: unknown) => {
      if (error instanceof PublishTrackError || room.state === 'disconnected') throw error;
    });
    this.#refresh();
  }

  #tune(): void {
    for (const track of soundsOf(this.#room)) {
      for (const element of track.attachedElements) {
        element.volume = this.#volume;
        element.muted = this.#silenced;
      }
    }
  }

  #refresh(): void {
    const { localParticipant, remoteParticipants } = this.#room;
    const onStage = localParticipant.permissions?.canPublish ? [localParticipant] : [];
    const people = [...onStage, ...remoteParticipants.values()].map(toPerson);
    const held: Microphone | null = this.#microphone && (this.#microphone.isMuted ? 'off' : 'on');
    this.#set({ people, ...(held && { microphone: held }) });
  }

  #set(change: Partial<AudioState>): void {
    this.#state.value = { ...this.#state.value, ...change };
  }
}

function soundsOf(room: Room): RemoteTrack[] {
  const people = [...room.remoteParticipants.values()];
  return people
    .flatMap((person) => [...person.audioTrackPublications.values()])
    .flatMap(({ track }) => (track ? [track as RemoteTrack] : []));
}
