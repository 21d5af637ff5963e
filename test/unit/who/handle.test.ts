import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutInMiddle } from '#shared/ui/who/cut.ts';

describe('a handle', () => {
  it.each([
    ['@ana@wren.example', 30, '@ana@wren.example'],
    ['@yuki.of.the.very.long.example.com', 20, '@yuki.of.t…ample.com'],
    ['@ana\u202e@moc.live', 30, '@ana@moc.live'],
    ['@🦊🦊🦊🦊🦊🦊', 5, '@🦊…🦊🦊'],
  ])('%s is shown in %i letters as %s', (handle, max, shown) => {
    expect(cutInMiddle(handle, max)).toBe(shown);
  });

  it('keeps its beginning and its end, and never has more letters than there is room for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 3, max: 40 }),
        (handle, max) => {
          const shown = Array.from(cutInMiddle(handle, max));
          const whole = Array.from(cutInMiddle(handle, Infinity));
          expect(shown.length).toBe(Math.min(whole.length, max));
          expect([shown[0], shown.at(-1)]).toEqual([whole[0], whole.at(-1)]);
        },
      ),
    );
  });
});
