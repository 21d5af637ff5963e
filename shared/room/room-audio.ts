import type { ReadonlySignal } from '@preact/signals';
import { signal } from '@preact/signals';
import { Room, type RoomOptions, setLogLevel } from 'livekit-client';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Mix } from '#shared/schema/sound.ts';
import type { AudioState, AudioTarget, RoomAudio } from './audio.ts';
import { captureOf } from './capture.ts';
import { toFault } from './connect-fault.ts';
import { Ears } from './ears.ts';
import type { MicrophoneDevice } from './microphone.ts';
import { OwnVoice, type VoiceState } from './own-voice.ts';
import { qualityOf, toPerson } from './person.ts';
import { listenTo } from './room-events.ts';
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
  readonly #ears = new Ears(
    () => this.#room,
    () => this.#tune(),
  );
  #gone: () => void = () => undefined;
  #maySpeak: (may: boolean) => void = () => undefined;

  /** Left out, the microphone is the browser's own, which is never asked for. */
  constructor(microphone?: MicrophoneDevice) {
    setLogLevel('warn');
    const onChange = (state: VoiceState) => this.#set(state);
    const onStuck = () => this.#giveUp();
    this.#voice = new OwnVoice({ room: () => this.#room, onChange, onStuck }, microphone);
    this.#listen(this.#room);
  }

  get state(): ReadonlySignal<AudioState> {
    return this.#state;
  }

  async warm(url: string): Promise<void> {
    this.#ears.open();
    if (this.#room.state === 'disconnected') this.#ears.rest();
    await Promise.all([this.#room.prepareConnection(url), warmPeerConnection()]);
  }

  async connect({ url, token }: AudioTarget): Promise<void> {
    if (this.#room.state !== 'disconnected') this.#abandon();
    const room = this.#room;
    this.#ears.open();
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
    this.#ears.rest();
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
    void this.#voice.setCapture(captureOf(mix));
  }

  setUnheard(pids: readonly string[]): void {
    this.#ears.unheard = new Set(pids);
    this.#tune();
  }

  async play(): Promise<void> {
    this.#ears.open();
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
    return this.#ears.levels();
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
    this.#ears.hush(old);
    this.#room = new Room(OPTIONS);
    this.#listen(this.#room);
    this.#set({ heldBack: false, quality: 'good' });
    return old.disconnect(false);
  }

  #listen(room: Room): void {
    listenTo(room, {
      isPresent: () => room === this.#room,
      onPeople: () => this.#refresh(),
      onSound: (track) => this.#ears.take(track),
      onSoundGone: (track) => this.#ears.drop(track),
      onPlayback: () => this.#tune(),
      onInterrupted: () => this.#set({ connection: 'interrupted' }),
      onBack: () => {
        this.#set({ connection: 'live' });
        this.#tune();
        void this.#voice.publish();
      },
      onGone: () => this.#handleDisconnected(),
      onPermission: (couldPublish) => this.#handlePermission(couldPublish),
      onMuted: (isMuted) => this.#voice.handleMuted(isMuted),
    });
  }

  /** Off the stage means silent at once, whatever else we have heard; on it, what is held is published. */
  #handlePermission(couldPublish: boolean): void {
    const canPublish = this.#room.localParticipant.permissions?.canPublish ?? false;
    if (canPublish) void this.#voice.publish();
    else if (couldPublish) void this.#voice.release();
    if (canPublish !== couldPublish) this.#maySpeak(canPublish);
  }

  /** A room that takes no voice from us is no room to stay in. */
  #giveUp(): void {
    void this.#abandon();
    this.#handleDisconnected();
  }

  #handleDisconnected(): void {
    // A failed first connection is answered by `connect` itself.
    if (this.#state.value.connection === 'joining') return;
    this.#set({ connection: 'off', people: [] });
    this.#voice.rewrap();
    this.#gone();
  }

  #tune(): void {
    this.#ears.tune();
    const heldBack = this.#ears.areHeldBack;
    if (heldBack !== this.#state.value.heldBack) this.#set({ heldBack });
  }

  /** Who came, or said something new, is told and heard as they should be. */
  #refresh(): void {
    this.#tune();
    const { localParticipant, remoteParticipants } = this.#room;
    const onStage = localParticipant.permissions?.canPublish ? [localParticipant] : [];
    const people = [...onStage, ...remoteParticipants.values()].map(toPerson);
    this.#set({ people, quality: qualityOf(localParticipant) });
  }

  #set(change: Partial<AudioState>): void {
    this.#state.value = { ...this.#state.value, ...change };
  }
}
