import { signal } from '@preact/signals';
import { type LevelMeter, type Loudness, measure } from '#shared/room/level-meter.ts';
import { microphonePermission, openMicrophone } from '#shared/room/microphone.ts';
import { namedDevices } from '#shared/ui/sound/named-devices.ts';
import type { Device, SoundDesk } from '#shared/ui/sound/sound-desk.ts';
import { tellHost } from './ask-microphone.ts';
import { type Block, blockOf } from './blocks.ts';
import { NO_LEVEL, readLevel, type Level } from './level.ts';
import { type Take, recordTake } from './take.ts';
import { watchGrant } from './watch-grant.ts';

const LOOK_EVERY_MS = 80;

/** `idle`: nothing was asked yet. */
export type CheckStage = 'idle' | 'opening' | 'open' | Block;

/** How the person wants to be captured and to hear, and where a chosen device is kept. */
export type CheckDesk = Pick<SoundDesk, 'settings' | 'change'>;

/** A microphone that a person tries out, apart from any that is held for a Space. */
export class MicrophoneCheck {
  readonly stage = signal<CheckStage>('idle');
  /** The name of the microphone that is open. */
  readonly device = signal('');
  readonly devices = signal<Device[]>([]);
  readonly level = signal<Level>(NO_LEVEL);
  readonly isBlockedBySystem = signal(false);
  readonly take = signal<Take>({ state: 'none' });
  readonly #desk: CheckDesk;
  #track: MediaStreamTrack | null = null;
  #meter: LevelMeter | null = null;
  #recent: Loudness[] = [];
  #turn = 0;

  constructor(desk: CheckDesk) {
    this.#desk = desk;
  }

  /** The id of the one that was chosen; empty for the system's own. */
  get input(): string {
    return this.#desk.settings.value.input;
  }

  /** Opens the microphone where that asks nobody, and follows what becomes of grant and devices until it is aborted. */
  async start(until: AbortSignal): Promise<void> {
    const timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    until.addEventListener('abort', () => {
      clearInterval(timer);
      this.#close();
    });
    const { mediaDevices } = navigator;
    mediaDevices.addEventListener('devicechange', () => void this.#followDevices(), { signal: until });
    void watchGrant(() => this.#isBlocked && void this.open(), until);
    if ((await microphonePermission()) !== 'prompt') await this.open();
  }

  /** Opens the microphone as the person wants to be captured; the browser asks them where it has not yet. */
  async open(): Promise<void> {
    const turn = ++this.#turn;
    this.#close();
    this.stage.value = 'opening';
    const wasAsked = (await microphonePermission()) !== 'granted';
    try {
      const track = await openMicrophone(this.#desk.settings.value);
      if (turn !== this.#turn) return track.stop();
      this.#hold(track);
    } catch (error) {
      if (turn === this.#turn) this.stage.value = blockOf(error);
    }
    if (wasAsked) await tellHost();
    this.devices.value = (await namedDevices()).inputs;
  }

  /** Goes over to another device, here and in every Space. */
  async choose(id: string): Promise<void> {
    await this.#desk.change({ input: id });
    await this.open();
  }

  /** Records for 3 s and plays it back; it is gone afterwards. */
  async record(): Promise<void> {
    const track = this.#track;
    const { state } = this.take.value;
    if (!track || state === 'recording' || state === 'playing') return;
    const turn = this.#turn;
    await recordTake(track, this.#desk.settings.value.output, (take) => {
      if (turn === this.#turn) this.take.value = take;
    });
  }

  get #isBlocked(): boolean {
    return this.stage.peek() !== 'open' && this.stage.peek() !== 'opening';
  }

  #hold(track: MediaStreamTrack): void {
    this.#track = track;
    this.#meter = measure(track);
    this.device.value = track.label;
    this.take.value = { state: 'none' };
    this.stage.value = 'open';
    // Unplugged: another one may be there.
    track.addEventListener('ended', () => void this.open());
  }

  #look(): void {
    const loudness = this.#meter?.read();
    this.isBlockedBySystem.value = this.#track?.muted ?? false;
    if (!loudness) return;
    const { level, recent } = readLevel(loudness, this.#recent);
    this.#recent = recent;
    this.level.value = level;
  }

  async #followDevices(): Promise<void> {
    if (this.stage.value === 'missing') return this.open();
    if (this.stage.value === 'open') this.devices.value = (await namedDevices()).inputs;
  }

  #close(): void {
    this.#track?.stop();
    this.#meter?.stop();
    this.#track = null;
    this.#meter = null;
    this.#recent = [];
    this.level.value = NO_LEVEL;
    this.take.value = { state: 'none' };
  }
}
