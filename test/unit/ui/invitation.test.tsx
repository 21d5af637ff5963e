import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Popup } from '#shared/ui/popup.tsx';
import { inside, yuki } from '../../support/in-space.ts';
import { show } from '../../support/show.tsx';

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('an invitation', () => {
  const invitation = { by: 'Ana', leftMs: 60_000 };
  const invited = (invitedUntil = Date.now() + 60_000) => {
    const perch = inside({ as: yuki, me: { invitation }, view: { invitedUntil } });
    show(perch, <Popup />);
    return perch;
  };

  it('says that the microphone starts off and that the name is seen', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    invited();
    const dialog = screen.getByRole('alertdialog', { name: 'Ana invites you to speak' });
    const help = document.getElementById(dialog.getAttribute('aria-describedby')!)!;
    expect(help.textContent).toBe('Your microphone starts off. Everybody will see your name.');
    expect(within(dialog).getByText('60 seconds left')).toBeTruthy();
  });

  it.each([
    ['Join the stage', true],
    ['Not now', false],
  ])('is answered by %s', async (name, accept) => {
    const { desk } = invited();
    press(name);
    expect(desk.calls).toEqual([['answerInvitation', accept]]);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it('takes no answer from a key that was meant for something else', () => {
    invited();
    expect(document.activeElement?.tagName).toBe('H2');
  });

  it('stays when the stage is full, and says so', async () => {
    const { desk } = invited();
    desk.answers.answerInvitation = { fault: 'stage_full' };
    press('Join the stage');
    expect((await within(screen.getByRole('alertdialog')).findByRole('alert')).textContent).toContain(
      'The stage is full',
    );
  });

  it('closes by itself at its end', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    invited(Date.now() + 2_500);
    expect(screen.getByRole('alertdialog')).toBeTruthy();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('is nothing without a person who is invited', () => {
    show(inside({ as: yuki, view: { invitedUntil: Date.now() + 60_000 } }), <Popup />);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});
