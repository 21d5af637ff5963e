import { ACCOUNT_SHOTS } from './account-shots.ts';
import { MICROPHONE_SHOTS } from './microphone-shots.ts';
import type { MicrophoneState } from './microphone.tsx';
import { MODERATION_SHOTS } from './moderation-shots.ts';
import type { Language } from '#shared/schema/view.ts';
import type { ModerationState } from './moderation.tsx';
import type { Kind } from './looks.ts';
import { LANGUAGE_SHOTS } from './language-shots.ts';
import { PRIVACY_SHOTS } from './privacy-shots.ts';
import { SHARE_SHOTS } from './share-shots.ts';
import type { StateName } from './states.ts';
import { STAGE_WINDOW_SHOTS } from './stage-window-shots.ts';
import { WELCOME_SHOTS } from './welcome-shots.ts';

/** One picture: what is shown, how wide, and what a person does before it is taken. */
export interface Shot {
  name: string;
  kind: Kind;
  state: StateName | ModerationState | MicrophoneState;
  width: number;
  height: number;
  /** Accessible names of buttons to click, in order, or selectors that begin with a dot. */
  click?: string[];
  /** Sends reactions before it is taken. */
  react?: boolean;
  /** The selector of what comes by itself after a while. */
  waitFor?: string;
  /** The state that follows while one looks. */
  becomes?: StateName;
  /** The site under the popup (`new:HOST`, `known:HOST`), `many` for options about sites, `pinned` for the welcome page. */
  site?: string;
  /** The language, where the state does not say it. */
  language?: Language;
  /** Text for the focused textbox. */
  type?: string;
}

const popup = (name: string, state: StateName, more: Partial<Shot> = {}): Shot => ({
  name: `popup-${name}`,
  kind: 'popup',
  state,
  width: 360,
  height: 600,
  ...more,
});
const bar = (name: string, state: StateName, more: Partial<Shot> = {}): Shot => ({
  name: `bar-${name}`,
  kind: 'bar',
  state,
  width: 600,
  height: 240,
  ...more,
});

const LONG = 'A very long name for a Space that goes on and on until nobody remembers how it began at all';

export const SHOTS: Shot[] = [
  popup('list', 'list'),
  popup('listening', 'listening'),
  popup('hosting', 'hosting'),
  popup('speaking', 'speaking'),
  popup('end-question', 'hosting', { click: ['End Space'] }),
  popup('host-form', 'list', { click: ['Host a Space'], type: 'Sunday repairs, open bench' }),
  popup('host-form-empty', 'list', { click: ['Host a Space', 'Start your Space'] }),
  popup('host-form-long', 'list', { click: ['Host a Space'], type: LONG }),
  popup('loading', 'loading'),
  popup('empty', 'empty'),
  popup('unreachable', 'unreachable'),
  popup('stale', 'stale'),
  popup('offline', 'offline'),
  popup('offline-empty', 'offlineEmpty'),
  popup('one', 'one'),
  popup('thirty', 'thirty'),
  popup('hostile-long', 'hostileLong'),
  popup('joining', 'joining'),
  popup('reconnecting', 'reconnecting'),
  popup('denied', 'denied'),
  popup('ended', 'ended'),
  popup('ended-alone', 'endedAlone'),
  popup('ended-crowd', 'endedCrowd', { click: ['Show all 13'] }),
  popup('removed', 'removed'),
  popup('failed', 'failed'),
  popup('crowded', 'crowded'),
  popup('hostile', 'hostile'),
  popup('hostile-in', 'hostileIn'),
  popup('rtl-in', 'rtlIn'),
  popup('french', 'french'),
  popup('stage-listener', 'stageListener'),
  popup('stage-request', 'stageListener', { click: ['Request to speak'], type: 'the solar mesh in Porto?' }),
  popup('stage-waiting', 'stageWaiting'),
  popup('stage-locked', 'stageLocked'),
  popup('stage-open', 'stageOpen'),
  popup('stage-open-question', 'stageOpen', { click: ['Request to speak'] }),
  popup('stage-invitation', 'stageInvited'),
  popup('stage-speaker', 'stageSpeaker'),
  popup('stage-news', 'stageListener', { becomes: 'stageSpeaker' }),
  popup('stage-react', 'stageSpeaker', { click: ['React'], react: true }),
  popup('stage-reactions', 'stageListener', { react: true }),
  popup('stage-host', 'stageHost'),
  popup('stage-host-alone', 'stageHostAlone'),
  popup('stage-full', 'stageFull'),
  popup('stage-host-lost', 'stageHostLost'),
  popup('stage-hostile', 'stageHostile'),
  popup('stage-namesakes', 'stageNamesakes'),
  popup('stage-long', 'stageLong'),
  popup('people-long', 'stageLong', { click: ['People'] }),
  popup('stage-hostile-invitation', 'stageHostileInvited', { width: 320 }),
  popup('people-hostile', 'stageHostile', { width: 320, click: ['People'] }),
  popup('people-hostile-remove', 'stageHostile', {
    click: ['People', 'Actions for נועה (2) שלום!', 'Remove'],
  }),
  popup('people-hostile-report', 'stageHostile', {
    width: 320,
    click: ['People', 'Actions for Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww', 'Block and report'],
  }),
  popup('stage-french', 'stageFrench'),
  popup('stage-french-listener', 'stageFrenchListener'),
  popup('people', 'stageHost', { click: ['People'] }),
  popup('people-menu', 'stageHost', { click: ['People', 'Actions for Malik'] }),
  popup('people-full', 'stageFull', { click: ['People'] }),
  popup('people-listener', 'stageListener', { click: ['People'] }),
  popup('people-remove', 'stageHost', { click: ['People', 'Actions for Bea', 'Remove'] }),
  popup('people-host', 'stageHost', { click: ['People', 'Actions for Malik', 'Hand the Space over'] }),
  popup('settings', 'stageHost', { click: ['People', 'Space settings'] }),
  popup('report', 'stageListener', { click: ['People', 'Actions for Malik', 'Block and report'] }),
  popup('report-space', 'stageListener', { click: ['More', 'Report this Space'] }),
  popup('share', 'stageListener', { click: ['Share'] }),
  popup('share-mastodon', 'stageListener', {
    click: ['Share', 'Share on Mastodon'],
    type: 'my server',
  }),
  popup('who', 'whoListening'),
  popup('who-few', 'whoFew'),
  popup('who-hosting', 'whoHosting'),
  popup('who-asked', 'whoAsked'),
  popup('who-person', 'whoListening', { click: ['About Ana Ferreira'] }),
  popup('who-person-muted', 'whoHosting', { click: ['About Malik'] }),
  popup('who-person-like', 'whoHosting', { click: ['About An\u0430 Ferreira'] }),
  popup('who-person-rtl', 'whoListening', { click: ['About נועה (2) שלום!'], width: 320 }),
  popup('who-people', 'whoHosting', { click: ['People'] }),
  popup('who-people-menu', 'whoListening', { click: ['People', 'Actions for Malik'] }),
  popup('who-french', 'whoFrench', { click: ['À propos de Malik'] }),
  popup('who-list', 'whoList'),
  popup('sound', 'sound', { click: ['Sound'] }),
  popup('sound-narrow', 'sound', { click: ['Sound'], width: 320 }),
  popup('sound-person-narrow', 'soundPerson', { click: ['About Ana Ferreira'], width: 320 }),
  popup('sound-lines', 'soundLines'),
  popup('preview', 'list', { click: ['Preview: Small webs, long walks'] }),
  popup('question', 'question'),
  popup('question-name', 'questionName'),
  popup('link', 'linkLive'),
  popup('link-question', 'linkLive', {
    click: [
      'Start listening: Night trains of Europe: who still runs them, and how to book one without tears',
    ],
  }),
  popup('link-known', 'linkKnown'),
  popup('link-looking', 'linkLooking'),
  popup('link-over', 'linkOver'),
  popup('link-silent', 'linkSilent'),
  popup('link-hostile', 'linkHostile', { width: 320 }),
  popup('link-inside', 'linkInside'),
  popup('link-french', 'linkFrench'),
  popup('people-first', 'people'),
  popup('people-first-preview', 'people', { click: ['Preview: Small webs, long walks'] }),
  popup('people-first-narrow', 'peopleHostile', { width: 320 }),
  popup('people-first-french', 'peopleFrench'),
  popup('people-first-form', 'peopleFollowing', {
    click: ['Host a Space', 'People I follow'],
  }),
  popup('people-first-form-unknown', 'people', { click: ['Host a Space'] }),
  popup('site-new', 'list', { site: 'new:social.example' }),
  popup('site-new-quiet', 'empty', { site: 'new:a-very-long-name.of-a-server.social.example' }),
  popup('site-refused', 'list', { site: 'new:social.example', click: ['Show Spaces on social.example'] }),
  popup('site-hidden', 'siteHidden', { site: 'known:x.com' }),
  popup('site-hidden-today', 'siteHiddenToday', { site: 'known:x.com' }),
  popup('site-off', 'siteOff', { site: 'known:x.com' }),
  popup('site-back', 'siteHidden', { site: 'known:x.com', click: ['Show the bar on x.com again'] }),
  popup('site-in', 'siteHiddenIn', { site: 'known:x.com' }),
  popup('site-french', 'frenchList', { site: 'new:social.example', width: 320 }),
  popup('truth-system-muted', 'truthSystemMuted'),
  popup('truth-silent', 'truthSilent'),
  popup('truth-talking', 'truthTalking'),
  popup('truth-talking-narrow', 'truthTalkingFrench', { width: 320 }),
  popup('truth-unplugged', 'truthUnplugged', { width: 320 }),
  popup('truth-cutting-out', 'truthCuttingOut', { waitFor: '.connection-line' }),
  bar('list', 'list'),
  bar('who', 'whoList'),
  bar('one', 'one'),
  bar('listening', 'listening'),
  bar('preview', 'list', {
    click: ['Small webs, long walks, Ana Ferreira hosts · 57 listening'],
    height: 460,
  }),
  bar('invited', 'barInvited'),
  bar('host-lost', 'barHostLost'),
  bar('reconnecting', 'reconnecting'),
  bar('ended', 'ended'),
  bar('hostile', 'hostile'),
  bar('french', 'french'),
  bar('people-first', 'people'),
  bar('people-first-hostile', 'peopleHostile'),
  bar('people-first-in', 'peopleIn'),
  bar('people-first-french', 'peopleFrench'),
  bar('people-first-preview', 'people', {
    click: ['Small webs, long walks, Ana Ferreira, whom you follow, hosts'],
    height: 460,
  }),
  bar('people-first-posts', 'people', { kind: 'posts', height: 420 }),
  bar('menu', 'list', { click: ['Bar options'], height: 300 }),
  bar('collapsed', 'barCollapsed'),
  bar('collapsed-in', 'barCollapsedIn'),
  bar('quiet', 'barQuiet'),
  bar('posts', 'list', { kind: 'posts', height: 420 }),
  bar('posts-in', 'listening', { kind: 'posts', height: 420 }),
  bar('posts-hostile', 'hostile', { kind: 'posts', height: 420 }),
  { name: 'options', kind: 'options', state: 'list', width: 1100, height: 3300 },
  { name: 'options-narrow', kind: 'options', state: 'list', site: 'many', width: 320, height: 5200 },
  {
    name: 'options-sites',
    kind: 'options',
    state: 'list',
    site: 'many',
    width: 560,
    height: 4300,
    click: ['Check the open timeline', 'Copy'],
  },
  {
    name: 'options-fault',
    kind: 'options',
    state: 'unreachable',
    width: 560,
    height: 900,
    click: ['Check and save'],
  },
  { name: 'options-servers', kind: 'options', state: 'servers', width: 560, height: 1200 },
  { name: 'options-french', kind: 'options', state: 'frenchList', width: 1100, height: 3400 },
  ...WELCOME_SHOTS,
  ...MICROPHONE_SHOTS,
  ...STAGE_WINDOW_SHOTS,
  ...ACCOUNT_SHOTS,
  ...SHARE_SHOTS,
  ...MODERATION_SHOTS,
  ...PRIVACY_SHOTS,
  ...LANGUAGE_SHOTS,
];
