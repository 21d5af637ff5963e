import { LocalAudioTrack, PublishTrackError, Track, type Room } from 'livekit-client';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Microphone } from '#shared/schema/room.ts';
import { faultOf, microphonePermission, openMicrophone, troubleOf } from './microphone.ts';

export interface VoiceState {
  microphone: Microphone;
  /** Somebody else muted what the person had opened, and they have not opened it since. */
  mutedByHost: boolean;
}

/** The microphone as the browser has it: the standing permission, and the device, which rejects as `getUserMedia` does. */
export interface MicrophoneDevice {
  permission(): Promise<PermissionState>;
  open(): Promise<MediaStreamTrack>;
}

const BROWSER: MicrophoneDevice = { permission: microphonePermission, open: openMicrophone };

export interface VoiceDeps {
  /** The present room. */
  room(): Room;
  onChange(state: VoiceState): void;
}

const SILENT: VoiceState = { microphone: 'none', mutedByHost: false };

/** The own microphone: held muted, published where the room lets us, and opened by nobody but the person. */
export class OwnVoice {
  readonly #deps: VoiceDeps;
  readonly #device: MicrophoneDevice;
  #state: VoiceState = SILENT;
  #track: LocalAudioTrack | null = null;
  #isOpened = false;
  #publishing: Promise<unknown> = Promise.resolve();
  #acquiring: Promise<FaultCode | null> | null = null;
  #stay = 0;

  constructor(deps: VoiceDeps, device: MicrophoneDevice = BROWSER) {
    this.#deps = deps;
    this.#device = device;
  }

  /** One microphone, however many ask for it at a time: two published ones break the negotiation. */
  acquire(asked: boolean): Promise<FaultCode | null> {
    if (this.#acquiring) return this.#acquiring;
    const acquiring = this.#acquire(asked).finally(() => {
      if (acquiring === this.#acquiring) this.#acquiring = null;
    });
    this.#acquiring = acquiring;
    return acquiring;
  }

  /** Takes the microphone where that asks nobody, so that the first word comes sooner. */
  async ready(): Promise<void> {
    const stay = this.#stay;
    if ((await this.#device.permission()) === 'granted' && stay === this.#stay) await this.acquire(false);
  }

  async turn(on: boolean): Promise<void> {
    const track = this.#track;
    this.#isOpened = on && track !== null;
    // The server never hears of an unmute that overtakes the track's publication.
    if (on) await this.#publishing;
    if (!track || track !== this.#track || on !== this.#isOpened) return;
    await (on ? track.unmute() : track.mute());
    this.#set({ mutedByHost: false });
    this.refresh();
  }

  /** Stops the microphone at once and gives it back. */
  stop(): LocalAudioTrack | null {
    const track = this.#track;
    this.#stay += 1;
    this.#acquiring = null;
    this.#isOpened = false;
    this.#track = null;
    track?.mediaStreamTrack.stop();
    this.#set(SILENT);
    return track;
  }

  /** As `stop`, in a room that we stay in; resolves when it was told. */
  async release(): Promise<void> {
    const track = this.stop();
    if (track?.sid) await this.#unpublish(track);
  }

  /** The room is gone: what was published once carries its sender, so the held microphone is wrapped anew, muted. */
  rewrap(): void {
    if (this.#track) void this.#take(this.#track.mediaStreamTrack);
  }

  /** A mute or an unmute came about, by the person or by the server's word. */
  handleMuted(isMuted: boolean): void {
    const track = this.#track;
    if (!track || isMuted !== this.#isOpened) return this.refresh();
    if (!isMuted) return this.#shut(track);
    this.#isOpened = false;
    this.#set({ mutedByHost: true });
    this.refresh();
  }

  async publish(): Promise<void> {
    const room = this.#deps.room();
    const { localParticipant } = room;
    const track = this.#track;
    if (!track || room.state !== 'connected' || !localParticipant.permissions?.canPublish) return;
    // On a busy machine two offers can cross at the start; the client reconnects by itself and `Reconnected` publishes.
    const published = localParticipant.publishTrack(track);
    this.#publishing = published.catch(() => undefined);
    await published.catch((error: unknown) => {
      const isFatal = error instanceof PublishTrackError || room.state === 'disconnected';
      if (isFatal && track === this.#track) throw error;
    });
    if (track === this.#track) this.refresh();
    else await this.#unpublish(track);
  }

  refresh(): void {
    if (this.#track) this.#set({ microphone: this.#track.isMuted ? 'off' : 'on' });
  }

  /** Nobody opens another person's microphone. */
  #shut(track: LocalAudioTrack): void {
    track.mediaStreamTrack.enabled = false;
    void track.mute();
  }

  async #acquire(asked: boolean): Promise<FaultCode | null> {
    if (this.#track) return null;
    const stay = this.#stay;
    const isHere = () => stay === this.#stay;
    if ((await this.#device.permission()) !== 'granted') {
      if (isHere()) this.#set({ microphone: asked ? 'denied' : 'asking' });
      return 'microphone_denied';
    }
    try {
      const source = await this.#device.open();
      // Whoever left while the microphone opened is not to be recorded.
      if (isHere()) await this.#take(source);
      else source.stop();
      return null;
    } catch (error) {
      const trouble = troubleOf(error);
      if (isHere()) this.#set({ microphone: trouble });
      return faultOf(trouble);
    }
  }

  async #take(source: MediaStreamTrack): Promise<void> {
    const stay = this.#stay;
    const track = new LocalAudioTrack(source, undefined, true);
    track.source = Track.Source.Microphone;
    source.addEventListener('ended', () => void this.#lose(track));
    await track.mute();
    if (stay !== this.#stay) return source.stop();
    this.#isOpened = false;
    this.#track = track;
    this.#set({ microphone: 'off', mutedByHost: false });
    await this.publish();
  }

  /** The device was unplugged or its grant withdrawn: the others see a muted person, not a silent one. */
  async #lose(track: LocalAudioTrack): Promise<void> {
    if (track !== this.#track) return;
    this.#track = null;
    this.#isOpened = false;
    const stay = this.#stay;
    const isDenied = (await this.#device.permission()) === 'denied';
    if (stay === this.#stay) this.#set({ microphone: isDenied ? 'denied' : 'missing', mutedByHost: false });
    await track.mute();
    await this.#unpublish(track);
  }

  async #unpublish(track: LocalAudioTrack): Promise<void> {
    // Whoever may no longer publish is unpublished by the server as well, and the two may cross.
    await this.#deps
      .room()
      .localParticipant.unpublishTrack(track, false)
      .catch(() => undefined);
  }

  #set(change: Partial<VoiceState>): void {
    this.#state = { ...this.#state, ...change };
    this.#deps.onChange(this.#state);
  }
}
