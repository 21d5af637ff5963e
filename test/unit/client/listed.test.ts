import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardHostedBy, inOrder, whyOf } from '#shared/client/listed.ts';
import type { ShownIdentity } from '#shared/schema/identity.ts';
import type { Space } from '#shared/schema/space.ts';
import type { Listed } from '#shared/schema/view.ts';
import { joinOf } from '../../support/fake-flow.ts';
import { card, stagePerson, ulidOf } from '../../support/people.ts';

const ana = stagePerson(1, 'Ana', 'host');
const ben = stagePerson(2, 'Ben');
const cem = stagePerson(3, 'Cem');

const shows = (pid: string, ...keys: string[]): ShownIdentity => ({
  pid,
  network: 'bluesky',
  handle: `@${keys[0]}`,
  keys,
});

function spaceOf(identities: ShownIdentity[], more: Partial<Space> = {}): Space {
  const stage = [ana, ben, cem];
  return { ...joinOf(ulidOf(7)).space, ...card(7, 'Talk', { stage }), identities, ...more } as Space;
}

const following =
  (...keys: string[]) =>
  (key: string) =>
    keys.includes(key);

const WHYS = [undefined, 'hosts', 'speaks'] as const;
const listed = fc
  .record({
    number: fc.integer({ min: 1, max: 500 }),
    why: fc.constantFrom(...WHYS),
    lang: fc.constantFrom(undefined, 'en', 'fr', 'ja'),
    listeners: fc.integer({ min: 0, max: 5 }),
    startedAt: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ number, why, lang, ...more }): Listed => {
    const plain = { ...card(number, 'Talk', more), ...(lang && { lang }) };
    return why ? { ...plain, why: { is: why, name: 'Ana', pid: ana.pid } } : plain;
  });
const lists = fc.uniqueArray(listed, { selector: ({ id }) => id, maxLength: 12 });

describe('the order of the list', () => {
  /** Each next to the one before: better in the first thing in which they differ. */
  const worth = ({ why, lang, listeners, startedAt }: Listed, languages: readonly string[]) => [
    why ? (why.is === 'hosts' ? 2 : 1) : 0,
    lang === undefined ? 1 : languages.includes(lang) ? 2 : 0,
    listeners,
    startedAt,
  ];

  it('is who hosts, who speaks, the languages, the size and the start, in this order', () => {
    fc.assert(
      fc.property(lists, fc.subarray(['en', 'fr']), (cards, languages) => {
        const order = inOrder(cards, languages).map((one) => worth(one, languages));
        for (const [at, one] of order.slice(1).entries()) {
          const difference = one.map((value, i) => order[at]![i]! - value).find((by) => by !== 0) ?? 0;
          expect(difference).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('is the same for the same cards in whatever order they come, and loses none', () => {
    fc.assert(
      fc.property(lists, fc.infiniteStream(fc.nat()), (cards, random) => {
        const shuffled = cards
          .map((one) => [random.next().value!, one] as const)
          .toSorted(([a], [b]) => a - b);
        const again = inOrder(
          shuffled.map(([, one]) => one),
          ['en'],
        );
        expect(again).toEqual(inOrder(cards, ['en']));
        expect(again).toHaveLength(cards.length);
      }),
    );
  });
});

describe('why a Space is of interest', () => {
  it('is its host before all others, else the first on stage whom the person follows', () => {
    const space = spaceOf([shows(ana.pid, 'at:ana'), shows(ben.pid, 'at:ben'), shows(cem.pid, 'at:cem')]);
    expect(whyOf(space, following('at:cem', 'at:ana'))).toEqual({ is: 'hosts', name: 'Ana', pid: ana.pid });
    expect(whyOf(space, following('at:cem', 'at:ben'))).toEqual({ is: 'speaks', name: 'Ben', pid: ben.pid });
    expect(whyOf(space, following('at:dan'))).toBeNull();
  });

  it('takes any name of any identity that is shown, and calls who is not named on the card by their handle', () => {
    const space = spaceOf([
      shows(ana.pid, 'at:ana', 'at:did:plc:ana'),
      shows('p_unnamed', 'ap:zoe@a.example'),
    ]);
    expect(whyOf(space, following('at:did:plc:ana'))?.name).toBe('Ana');
    expect(whyOf(space, following('ap:zoe@a.example'))).toMatchObject({
      is: 'speaks',
      name: '@ap:zoe@a.example',
    });
  });
});

describe('a Space that a status names', () => {
  const hosted = spaceOf([shows(ana.pid, 'at:did:plc:ana'), shows(ben.pid, 'at:did:plc:ben')], {
    startedAt: 5,
    state: 'live',
    lang: 'fr',
  });

  it('is listed when its host is that very person', () => {
    expect(cardHostedBy(hosted, 'at:did:plc:ana')).toMatchObject({
      id: hosted.id,
      lang: 'fr',
      startedAt: 5,
      why: { is: 'hosts', name: 'Ana', pid: ana.pid },
    });
  });

  it.each<[string, Space, string]>([
    ['somebody else hosts', hosted, 'at:did:plc:zoe'],
    ['the person only speaks', hosted, 'at:did:plc:ben'],
    ['it is over', { ...hosted, state: 'ended' }, 'at:did:plc:ana'],
    ['it has not begun', { ...hosted, state: 'starting', startedAt: null }, 'at:did:plc:ana'],
    ['it has no host', { ...hosted, stage: [ben] }, 'at:did:plc:ana'],
    [
      'a page claims an identity of nobody',
      { ...hosted, stage: [], identities: [shows('', 'at:did:plc:ana')] },
      'at:did:plc:ana',
    ],
  ])('is nothing when %s', (_, space, key) => expect(cardHostedBy(space, key)).toBeNull());
});
