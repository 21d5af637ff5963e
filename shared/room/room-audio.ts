import type { ReadonlySignal } from '@preact/signals';
import { signal } from '@preact/signals';
import { ConnectionError, ConnectionErrorReason, Room, RoomEvent, setLogLevel, Track } from 'livekit-client';
import type { RemoteTrack, RoomOptions } from 'livekit-client';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Mix } from '#shared/schema/sound.ts';
import type { AudioState, AudioTarget, RoomAudio } from './audio.ts';
import { AudioFault } from './audio.ts';
import { Ears } from './ears.ts';
import { OwnVoice, type MicrophoneDevice, type VoiceState } from './own-voice.ts';
import { toPerson } from './person.ts';
import { soundingIn } from './sounding.ts';
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
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
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
  readonly #state = signal<AudioState>({
    connection: 'off',
    people: [],
    microphone: 'none',
    mutedByHost: false,
    oddity: null,
    device: '',
    quality: 'good',
    heldBack: false,
  });
  readonly #voice: OwnVoice;
  #room = new Room(OPTIONS);
  readonly #ears = new Ears();
  #gone: () => void = () => undefined;
  #maySpeak: (may: boolean) => void = () => undefined;

  /** Left out, the microphone is the browser's own, which is never asked for. */
  constructor(microphone?: MicrophoneDevice) {
    setLogLevel('warn');
    const voice = { room: () => this.#room, onChange: (state: VoiceState) => this.#set(state) };
    this.#voice = new OwnVoice(voice, microphone);
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
    await this.#voice.publish();
  }

  async leave(): Promise<void> {
    this.#voice.stop();
    this.#set({ connection: 'off', people: [] });
    await this.#abandon();
  }

  setVolume(volume: number): void {
    this.#ears.volume = volume;
    this.#tune();
  }

  setSilenced(on: boolean): void {
    this.#ears.silenced = on;
    this.#tune();
  }

  setMix(mix: Mix): void {
    this.#ears.mix = mix;
    this.#tune();
  }

  setUnheard(pids: readonly string[]): void {
    this.#ears.unheard = new Set(pids);
    this.#tune();
  }

  async play(): Promise<void> {
    await this.#room.startAudio();
    // It unmutes all that it starts.
    this.#tune();
  }

  acquireMicrophone(asked: boolean): Promise<FaultCode | null> {
    return this.#voice.acquire(asked);
  }

  readyMicrophone(): Promise<void> {
    return this.#voice.ready();
  }

  releaseMicrophone(): Promise<void> {
    return this.#voice.release();
  }

  setMicrophone(on: boolean): Promise<void> {
    return this.#voice.turn(on);
  }

  levels(): Record<string, number> {
    const { localParticipant, remoteParticipants } = this.#room;
    const people = [localParticipant, ...remoteParticipants.values()];
    return Object.fromEntries(people.map(({ identity, audioLevel }) => [identity, audioLevel]));
  }

  /** Participants whose sound has come to be played. */
  sounding(): ReadonlySet<string> {
    return soundingIn(this.#room);
  }

  onGone(listener: () => void): void {
    this.#gone = listener;
  }

  onMaySpeak(listener: (may: boolean) => void): void {
    this.#maySpeak = listener;
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
    this.#set({ heldBack: false });
    return old.disconnect(false);
  }

  #listen(room: Room): void {
    const mine = (act: () => void) => () => {
      if (room === this.#room) act();
    };
    const refresh = mine(() => this.#refresh());
    for (const event of PEOPLE_EVENTS) room.on(event, refresh);
    room.on(RoomEvent.TrackSubscribed, (track) => {
      if (room !== this.#room || track.kind !== Track.Kind.Audio) return;
      track.attach();
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
        this.#tune();
        this.#publish();
      }),
    );
    room.on(
      RoomEvent.AudioPlaybackStatusChanged,
      mine(() => this.#set({ heldBack: !room.canPlaybackAudio })),
    );
    room.on(
      RoomEvent.Disconnected,
      mine(() => this.#handleDisconnected()),
    );
    this.#listenForPowers(room);
  }

  /** What the server lets us do, and what it does to what we said. */
  #listenForPowers(room: Room): void {
    const { localParticipant } = room;
    const isMine = (participant: unknown) => room === this.#room && participant === localParticipant;
    room.on(RoomEvent.ParticipantPermissionsChanged, (before, participant) => {
      if (isMine(participant)) this.#handlePermission(before?.canPublish ?? false);
      this.#refresh();
    });
    for (const event of [RoomEvent.TrackMuted, RoomEvent.TrackUnmuted] as const) {
      room.on(event, (_publication, participant) => {
        if (isMine(participant)) this.#voice.handleMuted(event === RoomEvent.TrackMuted);
        this.#refresh();
      });
    }
  }

  /** Off the stage means silent at once, whatever else we have heard; on it, what is held is published. */
  #handlePermission(couldPublish: boolean): void {
    const canPublish = this.#room.localParticipant.permissions?.canPublish ?? false;
    if (canPublish) this.#publish();
    else if (couldPublish) void this.#voice.release();
    if (canPublish !== couldPublish) this.#maySpeak(canPublish);
  }

  #publish(): void {
    this.#voice.publish().catch(() => this.#handleDisconnected());
  }

  #handleDisconnected(): void {
    // A failed first connection is answered by `connect` itself.
    if (this.#state.value.connection === 'joining') return;
    this.#set({ connection: 'off', people: [] });
    this.#voice.rewrap();
    this.#gone();
  }

  #tune(): void {
    this.#ears.tune(this.#room);
  }

  /** Who came, or said something new, is told and heard as they should be. */
  #refresh(): void {
    this.#tune();
    const { localParticipant, remoteParticipants } = this.#room;
    const onStage = localParticipant.permissions?.canPublish ? [localParticipant] : [];
    this.#set({ people: [...onStage, ...remoteParticipants.values()].map(toPerson) });
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
