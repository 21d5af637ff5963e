import type { PageVerbs } from '../../platform/perch.ts';
import { send } from '../../platform/view-messaging.ts';

const refuse = async () => ({ fault: 'forbidden' as const });

/** What stays in the popup: nothing that others could hear starts in a page. */
export const BAR_VERBS: PageVerbs = {
  host: refuse,
  end: refuse,
  setMicrophone: refuse,
  openMicrophonePage: refuse,
  openOptions: refuse,
  sound: null,
  desk: null,
  share: null,
  account: null,
  bar: {
    hideToday: () => send('background:bar', { hideToday: true }),
    hideHere: () => send('background:bar', { hideHere: true }),
    collapse: (collapsed) => send('background:bar', { collapsed }),
  },
};
