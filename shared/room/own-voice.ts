import { LocalAudioTrack, Track, type Room } from 'livekit-client';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { AudioState } from './audio.ts';
import { type Capture, isSameCapture, PLAIN_CAPTURE } from './capture.ts';
import { MicrophoneWatch, type Senses } from './microphone-watch.ts';
import { BROWSER_MICROPHONE, faultOf, type MicrophoneDevice, troubleOf } from './microphone.ts';
import { mayPublish, publishVoice, unpublishVoice } from './publish-voice.ts';

export type VoiceState = Pick<AudioState, 'microphone' | 'mutedByHost' | 'oddity' | 'device'>;

export interface VoiceDeps {
  /** The present room. */
  room(): Room;
  onChange(state: VoiceState): void;
  /** What is held could not be published: the present room is of no use any more. */
  onStuck(): void;
}

const SILENT: VoiceState = { microphone: 'none', mutedByHost: false, oddity: null, device: '' };

/** The own microphone: held muted, published where the room lets us, and opened by nobody but the person. */
export class OwnVoice {
  readonly #deps: VoiceDeps;
  readonly #device: MicrophoneDevice;
  readonly #watch: MicrophoneWatch;
  #state: VoiceState = SILENT;
  #track: LocalAudioTrack | null = null;
  #isOpened = false;
  /** Counts what was said about open and muted, by whomever. */
  #words = 0;
  #capture = PLAIN_CAPTURE;
  /** How what is held was captured. */
  #captured = PLAIN_CAPTURE;
  /** About to take the place of what is held. */
  #incoming: MediaStreamTrack | null = null;
  #recapturing: Promise<void> = Promise.resolve();
  #publishing: Promise<unknown> = Promise.resolve();
  #acquiring: Promise<FaultCode | null> | null = null;
  #stay = 0;

  constructor(deps: VoiceDeps, device: MicrophoneDevice = BROWSER_MICROPHONE, senses?: Senses) {
    this.#deps = deps;
    this.#device = device;
    this.#watch = new MicrophoneWatch((oddity) => this.#set({ oddity }), senses);
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

  /** How the person is captured from now on; what is held stays as open or as muted as it is. */
  setCapture(capture: Capture): Promise<void> {
    this.#capture = capture;
    this.#recapturing = this.#recapturing.then(() => this.#recapture());
    return this.#recapturing;
  }

  async turn(on: boolean): Promise<void> {
    const track = this.#track;
    const word = this.#heed(on && track !== null);
    // The server never hears of an unmute that overtakes the track's publication.
    if (on) await this.#publishing;
    if (!track || track !== this.#track || word !== this.#words) return;
    await (on ? track.unmute() : track.mute());
    this.#set({ mutedByHost: false });
    this.refresh();
  }

  /** Stops the microphone at once and gives it back. */
  stop(): LocalAudioTrack | null {
    const track = this.#track;
    this.#stay += 1;
    this.#acquiring = null;
    this.#heed(false);
    this.#track = null;
    this.#watch.stop();
    this.#incoming?.stop();
    track?.mediaStreamTrack.stop();
    this.#set(SILENT);
    return track;
  }

  /** As `stop`, in a room that we stay in; resolves when it was told. */
  async release(): Promise<void> {
    const track = this.stop();
    if (track?.sid) await unpublishVoice(this.#deps.room(), track);
  }

  /** The room is gone: what was published once carries its sender, so the held microphone is wrapped anew, muted. */
  rewrap(): void {
    const source = this.#track?.mediaStreamTrack;
    if (!source) return;
    if (source.readyState === 'live') {
      void this.#take(source, this.#captured).then(() => this.setCapture(this.#capture));
      return;
    }
    // The media client gave it up together with the room.
    this.stop();
    void this.ready();
  }

  /** A mute or an unmute came about, by the person or by the server's word. */
  handleMuted(isMuted: boolean): void {
    const track = this.#track;
    if (!track || isMuted !== this.#isOpened) return this.refresh();
    if (!isMuted) return this.#shut(track);
    this.#heed(false);
    this.#set({ mutedByHost: true });
    this.refresh();
  }

  /** Publishes what is held where the room lets us; resolves when that is done or has come to nothing. */
  async publish(): Promise<void> {
    const room = this.#deps.room();
    const track = this.#track;
    if (!track || !mayPublish(room)) return;
    const publishing = publishVoice(room, track, this.#captured).then(
      () => true,
      () => false,
    );
    this.#publishing = publishing;
    const isPublished = await publishing;
    if (track !== this.#track) return unpublishVoice(room, track);
    this.refresh();
    if (!isPublished && room === this.#deps.room()) this.#deps.onStuck();
  }

  refresh(): void {
    if (this.#track) this.#set({ microphone: this.#track.isMuted ? 'off' : 'on' });
  }

  /** Notes a word about open and muted; answers its number. A muted person is silent whatever is still under way. */
  #heed(isOpened: boolean): number {
    this.#isOpened = isOpened;
    if (!isOpened && this.#incoming) this.#incoming.enabled = false;
    this.#words += 1;
    return this.#words;
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
    const capture = this.#capture;
    try {
      const source = await this.#device.open(capture);
      // Whoever left while the microphone opened is not to be recorded.
      if (isHere()) await this.#take(source, capture);
      else source.stop();
    } catch (error) {
      const trouble = troubleOf(error);
      if (isHere()) this.#set({ microphone: trouble });
      return faultOf(trouble);
    }
    void this.setCapture(this.#capture);
    return null;
  }

  /** Holds it muted, in place of what was held, and publishes it. */
  async #take(source: MediaStreamTrack, capture: Capture): Promise<void> {
    const stay = this.#stay;
    const track = new LocalAudioTrack(source, undefined, true);
    track.source = Track.Source.Microphone;
    await track.mute();
    if (stay !== this.#stay) return source.stop();
    this.#heed(false);
    this.#track = track;
    this.#publishing = Promise.resolve();
    this.#hold(track, source, capture);
    this.#set({ microphone: 'off', mutedByHost: false });
    await this.publish();
  }

  #hold(track: LocalAudioTrack, source: MediaStreamTrack, capture: Capture): void {
    this.#captured = capture;
    source.addEventListener('ended', () => {
      if (track === this.#track && source === track.mediaStreamTrack) void this.#lose(track);
    });
    this.#watch.start(source, () => !track.isMuted);
    this.#set({ oddity: null, device: source.label });
  }

  /** Lets what is held be captured as it is wanted now. */
  async #recapture(): Promise<void> {
    await this.#publishing;
    const track = this.#track;
    const capture = this.#capture;
    if (!track || isSameCapture(capture, this.#captured)) return;
    const source = await this.#device.open(capture).catch(() => null);
    // Without another one, what is held goes on.
    if (!source) return;
    if (track !== this.#track) return source.stop();
    // Stereo is agreed upon with the server when a track is published.
    const isMusicToo = capture.music === this.#captured.music;
    await (track.sender && isMusicToo
      ? this.#swap(track, source, capture)
      : this.#replace(track, source, capture));
  }

  /** The others go on hearing the same track, from another source. */
  async #swap(track: LocalAudioTrack, source: MediaStreamTrack, capture: Capture): Promise<void> {
    const before = track.mediaStreamTrack;
    this.#incoming = source;
    source.enabled = this.#isOpened;
    const isDone = await track.replaceTrack(source).then(
      () => true,
      // The room went meanwhile: what is held is wrapped anew for the next one.
      () => false,
    );
    this.#incoming = null;
    // Whatever was wrapped anew meanwhile goes on with the source from before.
    if (!isDone || track !== this.#track) return source.stop();
    before.stop();
    this.#hold(track, source, capture);
  }

  async #replace(track: LocalAudioTrack, source: MediaStreamTrack, capture: Capture): Promise<void> {
    const before = track.mediaStreamTrack;
    if (track.sid) await unpublishVoice(this.#deps.room(), track);
    if (track !== this.#track) return source.stop();
    const isOpened = this.#isOpened;
    const words = this.#words;
    const taken = this.#take(source, capture);
    before.stop();
    await taken;
    // Taking it muted was one word; any other is newer than the wish from before.
    if (isOpened && this.#words === words + 1) await this.turn(true);
  }

  /** The device was unplugged or its grant withdrawn: the others see a muted person, not a silent one. */
  async #lose(track: LocalAudioTrack): Promise<void> {
    this.#track = null;
    this.#heed(false);
    this.#watch.stop();
    const stay = this.#stay;
    const isDenied = (await this.#device.permission()) === 'denied';
    if (stay === this.#stay && !this.#track) {
      const [microphone, oddity] = isDenied
        ? (['denied', null] as const)
        : (['missing', 'unplugged'] as const);
      this.#set({ microphone, oddity, mutedByHost: false, device: '' });
    }
    await track.mute();
    await unpublishVoice(this.#deps.room(), track);
  }

  #set(change: Partial<VoiceState>): void {
    this.#state = { ...this.#state, ...change };
    this.#deps.onChange(this.#state);
  }
}
