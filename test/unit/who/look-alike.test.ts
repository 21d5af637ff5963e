import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikes, type Named } from '#shared/policy/look-alike.ts';
import { skeletonsOf } from '#shared/policy/skeleton.ts';
import { ROLES } from '#shared/schema/space.ts';

const HOST: Named = { pid: 'host', name: 'Ana Ferreira', role: 'host', handles: ['@ana@mastodon.social'] };

/** How somebody who asks to speak, under this name, is marked beside the host. */
function besideHost(name: string, host: Partial<Named> = {}, handles: string[] = []) {
  return lookAlikes([
    { ...HOST, ...host },
    { pid: 'other', name, role: 'listener', handles },
  ]).get('other');
}

const isLike = (a: string, b: string) => besideHost(a, { name: b, handles: [] }) !== undefined;

describe('a name that can be taken for the host’s', () => {
  it.each([
    ['the same', 'Ana Ferreira'],
    ['in another case', 'ANA FERREIRA'],
    ['with Cyrillic letters', '\u0410n\u0430 F\u0435rr\u0435ir\u0430'],
    ['with Greek letters', '\u0391na Ferreira'],
    ['fullwidth', 'Ａｎａ Ｆｅｒｒｅｉｒａ'],
    ['mathematical', '𝐀𝐧𝐚 𝐅𝐞𝐫𝐫𝐞𝐢𝐫𝐚'],
    ['with accents', 'Aná Férreira'],
    ['without its space', 'AnaFerreira'],
    ['with a zero-width space', 'Ana\u200b Ferreira'],
    ['with a sign that looks like a badge', 'Ana Ferreira ✔️'],
    ['with signs around it', '★ Ana.Ferreira ★'],
    ['with l for i', 'Ana Ferrelra'],
    ['with I for i', 'Ana FerreIra'],
    ['with a bar for i', 'Ana Ferre|ra'],
  ])('is marked: %s', (_, name) => {
    expect(besideHost(name)).toEqual({ of: 'host', name: 'Ana Ferreira' });
  });

  it.each([
    ['Marnie', 'Mamie'],
    ['Bob', 'B0b'],
    ['Al', 'AI'],
    ['Guest 4821', 'Guest 482l'],
    ['Софья', 'Coфья'],
    ['محمد', 'مُحَمَّد'],
    ['علی', 'علي'],
    ['🦊', '🦊️'],
  ])('is marked in any script: %s and %s', (one, other) => {
    expect([isLike(one, other), isLike(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['Ana Ferreira', 'Ana Pereira'],
    ['Ana Ferreira', 'Ana'],
    ['Ana', 'Anna'],
    ['Ben', 'Cem'],
    ['राम', 'रमा'],
    ['はな', 'ばな'],
    ['🦊', '🐝'],
    ['🏳️‍🌈', '🏴‍☠️'],
    ['נועה', 'נועם'],
    ['Guest 4821', 'Guest 4827'],
    ['\u200b', '\u200d'],
  ])('is another one: %s and %s', (one, other) => {
    expect([isLike(one, other), isLike(other, one)]).toEqual([false, false]);
  });

  it('is marked with whom it can be taken for: of several the one who stands highest, or came first', () => {
    const people: Named[] = [
      { pid: 'a', name: 'Kim', role: 'speaker' },
      { pid: 'b', name: 'KIM', role: 'cohost' },
      { pid: 'c', name: 'Kim!', role: 'listener' },
      { pid: 'd', name: 'Lee', role: 'speaker' },
      { pid: 'e', name: 'L33', role: 'speaker' },
      { pid: 'f', name: 'lee', role: 'listener' },
    ];
    expect([...lookAlikes(people)]).toEqual([
      ['a', { of: 'cohost', name: 'KIM' }],
      ['c', { of: 'cohost', name: 'KIM' }],
      ['f', { of: 'person', name: 'Lee' }],
    ]);
  });

  it('is marked when it is written like a handle of somebody else, not when it is their own', () => {
    for (const name of [
      '@ana@mastodon.social',
      'ana@mastodon.social',
      '@\u0430na@mastodon.social',
      '＠ana＠mastodon.social',
    ]) {
      expect(besideHost(name)).toEqual({ of: 'handle', name: '@ana@mastodon.social' });
    }
    expect(besideHost('ana mastodon social')).toBeUndefined();
    const own = { pid: 'a', name: '@ana@mastodon.social', role: 'speaker', handles: HOST.handles! } as const;
    expect(lookAlikes([own]).size).toBe(0);
  });

  it('is marked for its handle alone', () => {
    const like = { of: 'handle', name: '@ana@mastodon.social' };
    expect(besideHost('Somebody', {}, ['@\u0430na@mastodon.social'])).toEqual(like);
    expect(besideHost('Somebody', {}, ['@ana@mastodon.example'])).toBeUndefined();
  });
});

const anybody = fc
  .array(
    fc.record({
      name: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.constantFrom('Ana', 'АNA', 'ana ✔', '🦊', 'נועה'),
      ),
      role: fc.constantFrom(...ROLES),
    }),
    { maxLength: 8 },
  )
  .map((people) => people.map((person, index): Named => ({ ...person, pid: `p${index}` })));

describe('any people at all', () => {
  it('look like each other or not, whichever of two one asks about', () => {
    fc.assert(
      fc.property(anybody, (people) => {
        for (const { name: a } of people)
          for (const { name: b } of people) expect(isLike(a, b)).toBe(isLike(b, a));
      }),
      { numRuns: 60 },
    );
  });

  it('with one name are all marked but the one who was there first', () => {
    const seen = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((name) => skeletonsOf(name)[0] !== '');
    fc.assert(
      fc.property(
        seen,
        fc.array(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 6 }),
        (name, roles) => {
          const people = roles.map((role, index): Named => ({ pid: `p${index}`, name, role }));
          const marked = lookAlikes(people);
          const first = people.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))[0]!;
          expect(people.filter(({ pid }) => !marked.has(pid))).toEqual([first]);
        },
      ),
    );
  });

  it('never mark the first of those who stand highest', () => {
    fc.assert(
      fc.property(anybody, (people) => {
        const marked = lookAlikes(people);
        const [first] = people.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
        expect(first && marked.has(first.pid)).toBeFalsy();
        for (const [pid] of marked) expect(people.some((person) => person.pid === pid)).toBe(true);
      }),
    );
  });
});
