import { act } from '@testing-library/preact';
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { Player } from '#shared/ui/player.tsx';
import { inside, walks, yuki } from '../../support/in-space.ts';
import { person, stagePerson } from '../../support/people.ts';
import { show } from '../../support/show.tsx';

const people = [...walks.stage, ...Array.from({ length: 10 }, (_, i) => stagePerson(50 + i, `Speaker ${i}`))];
const [loud, quiet] = [people[0]!, people[1]!];

function open() {
  const speaking = new Set([loud, quiet]);
  const perch = inside({
    as: yuki,
    stage: { people },
    room: { people: people.map((one) => person(one, { speaking: speaking.has(one) })) },
  });
  const { container } = show(perch, <Player onPeople={vi.fn()} />);
  const rings = [...container.querySelectorAll<HTMLElement>('.stage .avatar')];
  return { perch, container, levels: () => rings.map((ring) => ring.style.getPropertyValue('--level')) };
}

describe('the rings around those who speak', () => {
  it('stand off as far as each is loud', () => {
    const { perch, levels } = open();
    act(() => void (perch.levels.value = { [loud.pid]: 0.8, [quiet.pid]: 0.26 }));
    expect(levels().slice(0, 3)).toEqual(['0.8', '0.25', '']);
    act(() => void (perch.levels.value = { [loud.pid]: 0.1 }));
    expect(levels().slice(0, 2)).toEqual(['0.1', '0']);
  });

  it('let a level pass that comes between their end and the next frame', () => {
    const { perch, container } = open();
    // Not by the library, which would have the frame come at once.
    render(null, container);
    expect(() => (perch.levels.value = { [loud.pid]: 0.8 })).not.toThrow();
  });

  it('cost one style each, and render nothing, with thirteen on stage', async () => {
    const { perch, container } = open();
    const seen: string[] = [];
    const observer = new MutationObserver((changes) =>
      seen.push(
        ...changes.map(
          ({ type, attributeName, target }) => `${type} ${attributeName} ${(target as Element).className}`,
        ),
      ),
    );
    observer.observe(container, { subtree: true, childList: true, attributes: true, characterData: true });
    act(() => void (perch.levels.value = Object.fromEntries(people.map(({ pid }) => [pid, 0.5]))));
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0));
    observer.disconnect();
    expect(seen).toEqual(Array.from({ length: 2 }, () => 'attributes style avatar'));
  });
});
