import type { Shot } from './shots.ts';

const STEPS: readonly [name: string, click: string[]][] = [
  ['pin', []],
  ['server', ['Your server']],
  ['server-done', ['Your server', 'Check and save']],
  ['sound', ['Sound']],
  ['sound-question', ['Sound', 'Play the sound']],
  ['sound-unheard', ['Sound', 'Play the sound', 'No']],
  ['sites', ['Sites']],
  ['end', ['Sites', 'Next']],
];

/** The page after installing, step by step, on a wide window and on a very narrow one. */
export const WELCOME_SHOTS: Shot[] = STEPS.flatMap(([name, click]) =>
  [1280, 320].map((width): Shot => {
    const size = width === 320 ? { width, height: 1000 } : { width, height: 860 };
    return { name: `welcome-${name}-${width}`, kind: 'welcome', state: 'list', click, ...size };
  }),
);
WELCOME_SHOTS.push({
  name: 'welcome-pinned',
  kind: 'welcome',
  state: 'list',
  site: 'pinned',
  width: 1280,
  height: 860,
});
WELCOME_SHOTS.push({
  name: 'welcome-french',
  kind: 'welcome',
  state: 'frenchList',
  click: ['Sites'],
  width: 1280,
  height: 860,
});
