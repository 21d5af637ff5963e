import type { Shot } from './shots.ts';

const window = (name: string, state: Shot['state'], more: Partial<Shot> = {}): Shot => ({
  name: `window-${name}`,
  kind: 'window',
  state,
  width: 400,
  height: 630,
  ...more,
});

export const STAGE_WINDOW_SHOTS: Shot[] = [
  window('asking', 'asking'),
  window('refused', 'denied'),
  window('alone', 'stageHostAlone'),
  window('speaking', 'stageHost'),
  window('muted', 'stageSpeaker'),
  window('full', 'stageFull'),
  window('ended', 'ended'),
  window('elsewhere', 'elsewhere'),
];
