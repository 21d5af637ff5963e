import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { REACTIONS } from '#shared/schema/stage.ts';
import { Player } from '#shared/ui/player.tsx';
import { inside, kerstin, tell, yuki, type Inside } from '../../support/in-space.ts';
import { show } from '../../support/show.tsx';

function open(scene: Partial<Inside> = {}) {
  const perch = inside({ as: yuki, ...scene });
  show(perch, <Player onPeople={vi.fn()} />);
  return { perch, desk: perch.desk };
}
const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => fireEvent.click(button(name));

describe('reacting', () => {
  it('offers the closed list and stays open for more', () => {
    const { desk } = open();
    press('React');
    const tray = within(screen.getByRole('toolbar', { name: 'Reactions' }));
    expect(tray.getAllByRole('button').map((one) => one.textContent)).toEqual([...REACTIONS]);
    fireEvent.click(tray.getByText('👏'));
    fireEvent.click(tray.getByText('👏'));
    expect(desk.calls).toEqual([
      ['react', '👏'],
      ['react', '👏'],
    ]);
  });

  it('is moved through with arrows and closed with Escape', async () => {
    open();
    press('React');
    const tray = screen.getByRole('toolbar');
    await waitFor(() => expect(document.activeElement?.textContent).toBe(REACTIONS[0]));
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' });
    expect(document.activeElement?.textContent).toBe(REACTIONS[1]);
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowLeft' });
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowLeft' });
    expect(document.activeElement?.textContent).toBe(REACTIONS.at(-1));
    expect(tray.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    expect(fireEvent.keyDown(document.activeElement!, { key: 'Escape' })).toBe(false);
    expect(screen.queryByRole('toolbar')).toBeNull();
    expect(document.activeElement).toBe(button('React'));
  });
});

describe('listening with a name', () => {
  const name = () => screen.getByRole('switch', { name: 'Show my name' });

  it('is a choice that can be taken back', async () => {
    const { perch, desk } = open();
    expect(name().getAttribute('aria-checked')).toBe('false');
    expect(screen.getByText('You are counted, not named.')).toBeTruthy();
    fireEvent.click(name());
    tell(perch, { me: { shown: true } });
    await waitFor(() => expect(name().getAttribute('aria-checked')).toBe('true'));
    fireEvent.click(name());
    expect(desk.calls).toEqual([
      ['show', true],
      ['show', false],
    ]);
  });

  it('stays so where the host wants names', () => {
    const { desk } = open({ stage: { allowAnonymous: false }, me: { shown: true } });
    expect(screen.getByText('The host wants to see who listens')).toBeTruthy();
    fireEvent.click(name());
    expect(desk.calls).toEqual([]);
  });

  it('is no question for those on stage', () => {
    open({ as: kerstin });
    expect(screen.queryByRole('switch')).toBeNull();
  });
});
