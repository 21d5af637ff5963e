import { expect, it } from 'vitest';
import { watchTouch } from '../../../extension/entrypoints/popup/watch-touch.ts';

it.each(['pointermove', 'pointerdown', 'keydown'])('knows by a %s that somebody has begun', (touch) => {
  const isTouched = watchTouch(new AbortController().signal);
  expect(isTouched()).toBe(false);
  dispatchEvent(new Event(touch));
  expect(isTouched()).toBe(true);
});
