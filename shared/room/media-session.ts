import { effect, type ReadonlySignal } from '@preact/signals';
import type { RoomState } from '#shared/schema/room.ts';

/** Those of calls are newer than what is known of the rest. */
type Action = MediaSessionAction | 'togglemicrophone' | 'hangup';

/** What of the browser's own controls is used: media keys, the hub in its toolbar, a lock screen. Newer parts may lack. */
export interface MediaControls {
  metadata: unknown;
  playbackState: MediaSessionPlaybackState;
  setActionHandler(action: Action, handler: (() => void) | null): void;
  setMicrophoneActive?(isOn: boolean): unknown;
}

export interface MediaSessionDeps {
  controls: MediaControls;
  metadata(what: { title: string; artist: string; artwork: MediaImage[] }): unknown;
  artwork: MediaImage[];
  room: ReadonlySignal<RoomState>;
  /** The names of those who host the Space. */
  hosts: ReadonlySignal<readonly string[]>;
  setMicrophone(on: boolean): void;
  setSilenced(on: boolean): void;
  leave(): void;
}

type Handlers = Partial<Record<Action, () => void>>;
const ACTIONS: readonly Action[] = ['play', 'pause', 'stop', 'togglemicrophone', 'hangup'];

/** Shows the Space in the browser's own controls while the person is in one, and obeys them. Answers how to stop. */
export function showInControls(deps: MediaSessionDeps): () => void {
  const { controls, room, hosts } = deps;
  let shown = '';
  return effect(() => {
    const { phase, title, microphone, silenced } = room.value;
    const isIn = phase !== 'idle' && phase !== 'over';
    const isOpen = microphone === 'on';
    const artist = hosts.value.join(', ');
    // The room changes with every word that is spoken.
    const now = JSON.stringify([isIn, title, artist, microphone, silenced]);
    if (now === shown) return;
    shown = now;
    controls.metadata = isIn ? deps.metadata({ title, artist, artwork: deps.artwork }) : null;
    controls.playbackState = !isIn ? 'none' : silenced ? 'paused' : 'playing';
    const hasMicrophone = isOpen || microphone === 'off';
    handle(controls, {
      ...(isIn && {
        play: () => deps.setSilenced(false),
        pause: () => deps.setSilenced(true),
        stop: deps.leave,
        hangup: deps.leave,
      }),
      ...(isIn && hasMicrophone && { togglemicrophone: () => deps.setMicrophone(!isOpen) }),
    });
    controls.setMicrophoneActive?.(isIn && isOpen);
  });
}

function handle(controls: MediaControls, handlers: Handlers): void {
  for (const action of ACTIONS) {
    try {
      controls.setActionHandler(action, handlers[action] ?? null);
    } catch {
      // This browser does not know the action, and has no button for it.
    }
  }
}
