import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { Flag } from 'lucide';
import { describe, expect, it, vi } from 'vitest';
import { Menu } from '#shared/ui/parts/menu.tsx';
import { fakePerch } from '../../support/fake-perch.ts';
import { show } from '../../support/show.tsx';

function open() {
  const chosen = vi.fn();
  const items = ['One', 'Two', 'Three'].map((label) => ({
    key: label,
    label,
    icon: Flag,
    onChoose: () => chosen(label),
  }));
  show(fakePerch(), <Menu icon={Flag} label="Actions" items={items} />);
  return chosen;
}
const button = () => screen.getByRole('button', { name: 'Actions' });
const key = (name: string) => fireEvent.keyDown(document.activeElement!, { key: name });
const focused = () => document.activeElement?.textContent;

describe('a menu', () => {
  it.each([
    ['ArrowDown', 'One'],
    ['ArrowUp', 'Three'],
  ])('opens with %s on %s', async (name, item) => {
    open();
    button().focus();
    key(name);
    await waitFor(() => expect(focused()).toBe(item));
    expect(button().getAttribute('aria-expanded')).toBe('true');
  });

  it('goes round with the arrows, and to its ends', async () => {
    open();
    fireEvent.click(button());
    await waitFor(() => expect(focused()).toBe('One'));
    const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End'].map((name) => {
      key(name);
      return focused();
    });
    expect(seen).toEqual(['Two', 'Three', 'One', 'Three', 'One', 'Three']);
  });

  it('chooses one and gives the focus back', async () => {
    const chosen = open();
    fireEvent.click(button());
    await waitFor(() => expect(focused()).toBe('One'));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Two' }));
    expect(chosen.mock.calls).toEqual([['Two']]);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button());
  });

  it('closes with Escape, which goes no further', async () => {
    open();
    fireEvent.click(button());
    await waitFor(() => expect(focused()).toBe('One'));
    expect(key('Escape')).toBe(false);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button());
  });

  it.each([
    ['a press elsewhere', () => fireEvent.pointerDown(document.body)],
    ['Tab', () => key('Tab')],
  ])('closes with %s', async (_, leave) => {
    open();
    fireEvent.click(button());
    await waitFor(() => expect(focused()).toBe('One'));
    leave();
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  });
});
