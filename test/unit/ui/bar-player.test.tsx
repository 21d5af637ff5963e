import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { BarPlayer } from '#shared/ui/bar-player.tsx';
import { inside, walks, yuki } from '../../support/in-space.ts';
import { show } from '../../support/show.tsx';

function open() {
  const perch = inside({ as: yuki });
  show(perch, <BarPlayer />);
  return perch;
}

describe('the player in the bar', () => {
  it('says that its listener is invited, and leads to where that is answered', async () => {
    const perch = open();
    expect(screen.queryByRole('button', { name: 'You are invited to speak' })).toBeNull();
    perch.view.value = { ...perch.view.value, invited: true };
    fireEvent.click(await screen.findByRole('button', { name: 'You are invited to speak' }));
    expect(perch.calls).toContainEqual(['openPopup']);
  });

  it('says that its listener has come on stage, and leads to the microphone', async () => {
    const perch = open();
    perch.view.value = { ...perch.view.value, raised: true };
    fireEvent.click(await screen.findByRole('button', { name: 'You are on stage. Your microphone is off.' }));
    expect(perch.calls).toContainEqual(['openPopup']);
  });

  it('says that the host is away, and no longer once they are back', async () => {
    const perch = open();
    const list = { ...perch.view.value.list, spaces: [{ ...walks, hostLostAt: Date.now() - 12_000 }] };
    perch.view.value = { ...perch.view.value, list };
    await screen.findByText(/^The host is reconnecting \(12 s\)/);
    perch.view.value = { ...perch.view.value, list: { ...list, spaces: [walks] } };
    await waitFor(() => expect(screen.queryByText(/reconnecting/)).toBeNull());
  });
});
