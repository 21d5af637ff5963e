import { describe, expect, it } from 'vitest';
import { isMeant, pointOf, STILL_MS } from '../../../extension/entrypoints/timeline/guard.ts';

const SEEN = { isVisible: true, opacity: 1, stillMs: STILL_MS };
const CLICK = { isTrusted: true, hitsHost: true };

describe('a guarded click', () => {
  it('passes when a person sees what they click', () => expect(isMeant(CLICK, SEEN)).toBe(true));

  it.each([
    ['the page made it up', { isTrusted: false }, {}],
    ['something lies above us', { hitsHost: false }, {}],
    ['we cannot be seen', {}, { isVisible: false }],
    ['we are nearly transparent', {}, { opacity: 0.69 }],
    ['we have just moved', {}, { stillMs: STILL_MS - 1 }],
  ])('is refused when %s', (_, click, sight) => {
    expect(isMeant({ ...CLICK, ...click }, { ...SEEN, ...sight })).toBe(false);
  });

  const button = document.createElement('button');
  button.getBoundingClientRect = () => new DOMRect(100, 40, 60, 20);

  it('is looked for where the pointer was', () => {
    const event = new MouseEvent('click', { detail: 1, clientX: 7, clientY: 9 });
    expect(pointOf(event, button)).toEqual({ x: 7, y: 9 });
  });

  it('is looked for in the middle of the button when it came from the keyboard', () => {
    expect(pointOf(new MouseEvent('click', { detail: 0 }), button)).toEqual({ x: 130, y: 50 });
  });
});
