import type { Shot } from './shots.ts';

const shot = (name: string, more: Partial<Shot>): Shot => ({
  name: `privacy${name}`,
  kind: 'privacy',
  state: 'list',
  width: 900,
  height: 3100,
  ...more,
});

/** What a server says that it keeps. */
export const PRIVACY_SHOTS: Shot[] = [
  shot('', {}),
  shot('-phone', { width: 390, height: 3100, language: 'ar' }),
  shot('-narrow', { width: 320, height: 4200, language: 'de' }),
];
