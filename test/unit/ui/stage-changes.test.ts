import { describe, expect, it } from 'vitest';
import { changesOf, mostOf, namesToSay, tallied } from '#shared/ui/stage/aloud/changes.ts';
import { stagePerson } from '../../support/people.ts';

const ana = stagePerson(1, 'Ana', 'host');
const malik = stagePerson(2, 'Malik', 'cohost');
const bea = stagePerson(3, 'Bea', 'speaker');

describe('who comes and goes', () => {
  it('names those who came on stage and those who left it', () => {
    expect(changesOf([ana, malik], [ana, bea], null)).toEqual({ came: [bea], left: [malik] });
  });

  it('says nothing of the person themself, who is told in other words', () => {
    expect(changesOf([ana], [ana, bea], bea.pid)).toEqual({ came: [], left: [] });
  });

  it('says nothing of a host who goes and comes back under another id', () => {
    const back = { ...ana, pid: 'p_back' };
    expect(changesOf([ana, bea], [bea], null)).toEqual({ came: [], left: [] });
    expect(changesOf([bea], [back, bea], null)).toEqual({ came: [], left: [] });
  });

  it('takes a Space that is handed over for no coming and going', () => {
    const handedOver = [
      { ...bea, role: 'host' as const },
      { ...ana, role: 'speaker' as const },
    ];
    expect(changesOf([ana, bea], handedOver, null)).toEqual({ came: [], left: [] });
  });

  it('names three and counts the others', () => {
    expect(namesToSay([bea, malik, ana])).toEqual(['Bea', 'Malik', 'Ana']);
    expect(namesToSay([bea, malik, ana, bea, bea])).toEqual(['Bea', 'Malik', 'Ana', '+2']);
  });
});

describe('reactions in short', () => {
  it('adds batches up and tells the two most frequent', () => {
    const first = tallied(
      new Map(),
      [
        [null, '👏', 5],
        [bea.pid, '💜', 1],
      ],
      null,
    );
    const both = tallied(
      first,
      [
        [malik.pid, '👏', 3],
        [null, '😂', 4],
      ],
      null,
    );
    expect(mostOf(both)).toBe('8 👏, 4 😂');
  });

  it('leaves out one’s own', () => {
    expect(mostOf(tallied(new Map(), [[bea.pid, '💜', 2]], bea.pid))).toBeNull();
  });
});
