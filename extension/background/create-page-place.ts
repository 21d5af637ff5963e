import { microphonePermission } from '#shared/room/microphone.ts';
import { keepAwake } from '../platform/keep-awake.ts';
import { setAlarm } from '../platform/lifecycle.ts';
import { answer, send } from '../platform/messaging.ts';
import { createOwnLine } from '../platform/own-line.ts';
import * as stage from '../platform/stage-window.ts';
import { showMicrophoneTab } from '../platform/tabs.ts';
import { PagePlace } from './page-place.ts';

/** Its only purpose is to wake a background that was ended: the media host comes back as that wakes. */
const COME_BACK = 'come-back';
/** Later than the next beat, which puts it off. */
const COME_BACK_MS = 30_000;

/** The media host's places in Firefox, of this browser. */
export function createPagePlace(): PagePlace {
  return new PagePlace({
    async mount(office) {
      const { HostMount } = await import('../host/host-mount.ts');
      return new HostMount({
        office,
        // Firefox never gives it to a background page: whoever wants to speak opens the stage window.
        microphone: {
          permission: async () => 'prompt',
          open: () => Promise.reject(new DOMException('not in the background', 'NotAllowedError')),
        },
        // What the page that checks the microphone was granted is nothing to us.
        answer: (commands) => answer({ ...commands, 'host:acquire': () => ({ fault: null }) }),
      });
    },
    line: createOwnLine,
    tellStage: send,
    window: {
      kept: stage.openStageWindow,
      create: stage.createStageWindow,
      focus: stage.focusStageWindow,
      isOpen: stage.isTabOpen,
      close: stage.closeTab,
    },
    heardAt: stage.lastHeardAt,
    standing: microphonePermission,
    showMicrophoneTab,
    keepAwake: (beat) =>
      keepAwake(() => {
        beat();
        void setAlarm(COME_BACK, COME_BACK_MS);
      }),
    now: () => Date.now(),
  });
}
