import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AA, barColours, contrast, parseColour, readable, type Colour } from '#shared/ui/colour.ts';
import { colourOf, initialOf } from '#shared/words/face.ts';

const channel = fc.integer({ min: 0, max: 255 });
const colour = fc.tuple(channel, channel, channel, fc.constant(1)) as fc.Arbitrary<Colour>;
const WHITE: Colour = [255, 255, 255, 1];

/** A face's own colour. */
function fromHex(text: string): Colour {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
  return [r!, g!, b!, 1];
}

describe('colours', () => {
  it.each([
    ['rgb(1, 2, 3)', [1, 2, 3, 1]],
    ['rgb(1 2 3 / 0.5)', [1, 2, 3, 0.5]],
    ['rgba(0, 0, 0, 0)', [0, 0, 0, 0]],
    ['color(srgb 1 0 0.5)', [255, 0, 127.5, 1]],
  ])('reads %s', (text, parts) => expect(parseColour(text)).toEqual(parts));

  it.each(['', 'red', '#0a0b0c', 'oklch(0.5 0.2 30)', 'rgb(a, b, c)'])('leaves %j alone', (text) =>
    expect(parseColour(text)).toBeNull(),
  );

  it('measures contrast as WCAG does', () => {
    expect(contrast(WHITE, [0, 0, 0, 1])).toBeCloseTo(21);
    expect(contrast(WHITE, [118, 118, 118, 1])).toBeCloseTo(4.54, 2);
  });

  it('keeps a colour that can be read', () => {
    const ink: Colour = [15, 20, 25, 1];
    expect(readable(ink, [WHITE])).toEqual(ink);
  });

  it('can be read in the bar on whatever colours a page has', () => {
    fc.assert(
      fc.property(colour, colour, (background, text) => {
        const vars = barColours({ background, text, line: null });
        const of = (name: string) => parseColour(vars[name]!.replaceAll(' ', ', '))!;
        for (const under of [of('--bg'), of('--raise')]) {
          for (const name of ['--fg', '--muted', '--accent', '--rec']) {
            expect(contrast(of(name), under)).toBeGreaterThan(AA - 0.1);
          }
        }
        expect(contrast(of('--on-accent'), of('--accent'))).toBeGreaterThan(AA - 0.1);
      }),
    );
  });
});

describe('faces', () => {
  it('keep their colour, and carry white letters', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(colourOf(id)).toBe(colourOf(id));
        expect(contrast(fromHex(colourOf(id)), WHITE)).toBeGreaterThanOrEqual(AA);
      }),
    );
  });

  it.each([
    ['ana', 'A'],
    ['  élodie', 'É'],
    ['<script>', 'S'],
    ['👩‍👩‍👧‍👦 family', '👩‍👩‍👧‍👦'],
    ['נועה', 'נ'],
    ['…', '·'],
    ['e\u0301lodie', 'É'],
    ['Z\u0351\u036b a', 'Z\u0351\u036b'],
  ])('begin %j with %j', (name, initial) => expect(initialOf(name, 'en').normalize()).toBe(initial));

  it('begin with whole characters, also where no segmenter was asked', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4 }), (rest) => {
        const [{ segment } = { segment: '' }] = graphemes.segment(`b${rest}`.trim());
        expect(initialOf(`b${rest}`, 'en')).toBe(segment.toLocaleUpperCase('en'));
      }),
    );
  });
});
