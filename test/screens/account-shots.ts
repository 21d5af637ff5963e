import type { Shot } from './shots.ts';
import type { StateName } from './states.ts';

const popup = (name: string, state: StateName, more: Partial<Shot> = {}): Shot => ({
  name: `account-${name}`,
  kind: 'popup',
  state,
  width: 360,
  height: 600,
  ...more,
});
const options = (name: string, state: StateName, more: Partial<Shot> = {}): Shot =>
  popup(name, state, { kind: 'options', width: 560, height: 1700, ...more });
const page = (name: string, state: StateName, more: Partial<Shot> = {}): Shot =>
  popup(name, state, { kind: 'page', width: 390, height: 844, ...more });
const ACCOUNT = 'Account: Ana Ferreira';

/** Signing in and the account. */
export const ACCOUNT_SHOTS: Shot[] = [
  popup('header', 'signedIn'),
  popup('sign-in', 'signIn', { click: ['Sign in'] }),
  popup('sign-in-bluesky', 'signInX', { click: ['Sign in', 'Bluesky'] }),
  popup('sign-in-x', 'signInX', { click: ['Sign in', 'X'] }),
  popup('sign-in-wrong', 'signIn', { click: ['Sign in', 'Continue'] }),
  popup('sign-in-no-guests', 'signInNoGuests', { click: ['Sign in'] }),
  popup('sign-in-narrow', 'signInX', { click: ['Sign in'], width: 320 }),
  popup('sign-in-french', 'signInFrench', { click: ['Se connecter'] }),
  popup('sign-in-nowhere', 'signInNowhere', { click: ['Sign in'] }),
  popup('waiting', 'signInWaiting'),
  popup('cancelled', 'signInCancelled'),
  popup('unreachable', 'signInUnreachable'),
  popup('needed', 'signInNeeded'),
  popup('may-not-host', 'mayNotHost', { click: ['Host a Space'] }),
  popup('signed-out', 'signedOut', { click: ['Sign in'] }),
  popup('taken', 'signInTaken'),
  popup('done', 'signedInDone'),
  popup('one-in', 'shareSignedIn', { click: [ACCOUNT] }),
  popup('one', 'signedIn', { click: [ACCOUNT] }),
  popup('many', 'accountMany', { click: [ACCOUNT] }),
  popup('menu', 'signedIn', { click: [ACCOUNT, 'Options for @ana@walks.social'] }),
  popup('remove-last', 'signedIn', { click: [ACCOUNT, 'Options for @ana@walks.social', 'Remove'] }),
  popup('add', 'signedIn', { click: [ACCOUNT, 'Add another account'] }),
  popup('name', 'signedIn', { click: [ACCOUNT, 'Change your name'] }),
  popup('hostile', 'accountHostile', { click: [ACCOUNT], width: 320 }),
  popup('host-form', 'statusOffer', { click: ['Host a Space'], type: 'Sunday repairs' }),
  options('options-nobody', 'optionsNobody', { height: 900 }),
  options('options', 'accountMany'),
  options('options-delete', 'accountMany', { click: ['Delete account[role="button"]'], height: 1000 }),
  options('options-done', 'signedInDone', { height: 1100 }),
  options('options-french', 'accountFrench'),
  page('page', 'shareBefore'),
  page('page-sign-in', 'shareBefore', { click: ['Sign in'] }),
  page('page-done', 'signedInMoved'),
  page('page-wide', 'shareSignedIn', { width: 1100, height: 860, click: [ACCOUNT] }),
  popup('french', 'accountFrench', { click: ['Compte : Ana Ferreira'] }),
];
