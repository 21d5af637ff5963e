import type { Shot } from './shots.ts';

const arabic = (name: string, shot: Omit<Shot, 'name' | 'width' | 'height'> & Partial<Shot>): Shot => ({
  width: 360,
  height: 600,
  ...shot,
  name: `arabic-${name}`,
  language: 'ar',
});

/** Every kind of view in a language that runs from right to left. */
export const LANGUAGE_SHOTS: Shot[] = [
  arabic('list', { kind: 'popup', state: 'list' }),
  arabic('people-first', { kind: 'popup', state: 'people' }),
  arabic('listening', { kind: 'popup', state: 'stageListener' }),
  arabic('speaking', { kind: 'popup', state: 'stageSpeaker' }),
  arabic('hosting', { kind: 'popup', state: 'stageHost' }),
  arabic('invited', { kind: 'popup', state: 'stageInvited' }),
  arabic('hostile', { kind: 'popup', state: 'hostile', width: 320 }),
  arabic('rtl-names', { kind: 'popup', state: 'rtlIn', width: 320 }),
  arabic('host-form', { kind: 'popup', state: 'peopleFollowing', click: ['.button[data-opens=form]'] }),
  arabic('people', { kind: 'popup', state: 'stageHost', click: ['.button[data-opens=people]'] }),
  arabic('people-menu', {
    kind: 'popup',
    state: 'stageHost',
    click: ['.button[data-opens=people]', '.button[aria-haspopup=menu]'],
  }),
  arabic('preview', { kind: 'popup', state: 'list', click: ['.row-preview'] }),
  arabic('sheet', { kind: 'popup', state: 'stageListener', click: ['.button[aria-haspopup=dialog]'] }),
  arabic('react', { kind: 'popup', state: 'stageSpeaker', click: ['.react-place .button'], react: true }),
  arabic('ended', { kind: 'popup', state: 'ended' }),
  arabic('unreachable', { kind: 'popup', state: 'unreachable' }),
  arabic('account', { kind: 'popup', state: 'list', click: ['.button[data-opens=account]'] }),
  arabic('bar', { kind: 'bar', state: 'list', width: 600, height: 240 }),
  arabic('bar-listening', { kind: 'bar', state: 'listening', width: 600, height: 240 }),
  arabic('posts', { kind: 'posts', state: 'list', width: 600, height: 420 }),
  arabic('microphone', { kind: 'microphone', state: 'denied', width: 640, height: 480 }),
  arabic('options', { kind: 'options', state: 'list', site: 'many', width: 560, height: 2400 }),
  arabic('page-before', { kind: 'page', state: 'shareBefore', width: 390, height: 844 }),
  arabic('page-listening', { kind: 'page', state: 'stageListener', width: 390, height: 844 }),
  arabic('wide', { kind: 'page', state: 'stageHost', width: 1100, height: 860 }),
  arabic('frame', { kind: 'frame', state: 'stageListener', width: 400, height: 180 }),
];
