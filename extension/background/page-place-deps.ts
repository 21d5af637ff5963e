import type { RoomFlow } from '#shared/client/room-flow.ts';
import type { RoomMemory } from '#shared/client/room-memory.ts';
import type { Mix } from '#shared/schema/sound.ts';
import type { HostMount, Office } from '../host/host-mount.ts';
import type { Tell } from '../platform/own-line.ts';
import type { StageWindow } from '../platform/stage-window.ts';
import type { Item } from '../platform/store.ts';

/** The media host in this page, as far as the place knows it. */
export type Mount = Pick<HostMount, 'commands' | 'serve' | 'rest'> & {
  host: Pick<HostMount['host'], 'resume' | 'leave'>;
};

export interface PagePlaceDeps {
  /** Makes the media host of this page. */
  mount(office: Office): Promise<Mount>;
  /** Gives commands to the media host of this page. */
  line(commands: Mount['commands']): Tell;
  /** Gives a command to the media host of the stage window. */
  tellStage: Tell;
  window: {
    kept: Pick<Item<StageWindow | null>, 'get' | 'set'>;
    /** Opens it; answers its tab. */
    create(): Promise<number>;
    focus(tabId: number): Promise<void>;
    isOpen(tabId: number): Promise<boolean>;
    close(tabId: number): Promise<void>;
  };
  heardAt: Pick<Item<number>, 'get' | 'set'>;
  /** Whether the person has allowed or forbidden the microphone for good. */
  standing(): Promise<PermissionState>;
  /** Asks for the microphone in a tab, below an address bar. */
  showMicrophoneTab(): Promise<void>;
  /** Keeps this page alive until what it answers is called, and calls back now and then meanwhile. */
  keepAwake(beat: () => void): () => void;
  now(): number;
}

/** Those of the background whom the media host has to do with. */
export interface Staff {
  memory: Pick<RoomMemory, 'room' | 'keep'>;
  flow: Pick<RoomFlow, 'rejoin' | 'microphone'>;
  leave(): Promise<unknown>;
  /** How the person hears. */
  mix(): Mix;
}
