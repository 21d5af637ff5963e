import { send } from './page-messaging.ts';
import type { PageVerbs } from './perch.ts';

/** What our own pages may do beyond a bar; the desk is connected apart. */
export const PAGE_VERBS: Omit<PageVerbs, 'sound' | 'desk' | 'account' | 'bar' | 'share'> = {
  host: (request) => send('background:host', request),
  end: () => send('background:end', {}),
  setMicrophone: (on) => send('background:microphone', { on }),
  openMicrophonePage: (what = { check: false }) => send('background:openMicrophone', what),
  recap: () => send('background:recap', {}),
  openOptions: () => send('background:openOptions', {}),
};
