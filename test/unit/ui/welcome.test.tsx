import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { WelcomePage } from '../../../extension/entrypoints/welcome/welcome-page.tsx';
import { fakeWelcome } from '../../support/fake-welcome.ts';

function open(change: (desk: ReturnType<typeof fakeWelcome>) => void = () => undefined) {
  cleanup();
  const desk = fakeWelcome();
  change(desk);
  render(<WelcomePage desk={desk} />);
  return desk;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const title = (name: string) => screen.findByRole('heading', { name });

describe('the welcome page', () => {
  it('asks nothing of anybody who skips every step', async () => {
    const desk = open();
    for (const name of [
      'Keep Perch in sight',
      'Pick your server',
      'Hear whether you hear',
      'Where you read',
    ]) {
      const heading = await title(name);
      await waitFor(() => expect(document.activeElement).toBe(heading));
      press('Skip');
    }
    await title('You are set');
    expect(desk.calls).toEqual([]);
  });

  it('ticks the first step by itself once the icon is in the toolbar', async () => {
    const desk = open();
    await title('Keep Perch in sight');
    desk.isPinned.value = true;
    await screen.findByRole('button', { name: 'Pin Perch, done' });
    expect(screen.getByText('Perch is in your toolbar.')).toBeTruthy();
    press('Next');
    await title('Pick your server');
  });

  it('lets somebody whose browser does not tell say it themself', async () => {
    open((desk) => (desk.isPinned.value = null));
    press('I have pinned it');
    await screen.findByRole('button', { name: 'Pin Perch, done' });
  });

  it('keeps a server once it has answered, and says what is wrong with one that has not', async () => {
    const desk = open((fresh) => (fresh.outcome = { fault: 'unreachable' }));
    press('Your server');
    await title('Pick your server');
    press('Check and save');
    await screen.findByText(/^The server does not answer/);
    expect(screen.queryByRole('button', { name: 'Your server, done' })).toBeNull();
    desk.outcome = { fault: null };
    press('Check and save');
    await screen.findByRole('button', { name: 'Your server, done' });
    expect(desk.calls).toHaveLength(2);
  });

  it('plays a sound on a click alone, and offers other speakers to whoever heard none', async () => {
    const desk = open();
    press('Sound');
    await title('Hear whether you hear');
    expect(desk.calls).toEqual([]);
    press('Play the sound');
    await screen.findByText('Did you hear it?');
    press('No');
    const speakers = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Speakers' });
    fireEvent.change(speakers, { target: { value: 'headset' } });
    await waitFor(() => expect(desk.sound.settings.value.output).toBe('headset'));
    press('Play it again');
    await screen.findByText('Did you hear it?');
    expect(desk.calls).toEqual([
      ['play', ''],
      ['play', 'headset'],
    ]);
    press('Yes');
    await screen.findByText(/^Good\./);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Next'));
  });

  it('says why the browser could not play', async () => {
    open((desk) => (desk.mute = new Error('no such device')));
    press('Sound');
    await title('Hear whether you hear');
    press('Play the sound');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'The browser could not play it: no such device',
    );
  });

  it('asks the browser for a site once its button is pressed', async () => {
    const desk = open();
    press('Sites');
    await title('Where you read');
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Add a Mastodon server' });
    fireEvent.input(field, { target: { value: 'walks.social' } });
    expect(desk.calls).toEqual([]);
    fireEvent.submit(field.form!);
    await screen.findByText(/^Perch now works on walks\.social/);
    expect(desk.calls).toEqual([['allow', 'walks.social']]);
  });

  it('says where to click when the popup does not open by itself', async () => {
    open((desk) => (desk.mayOpen = false));
    press('Sites');
    await title('Where you read');
    press('Next');
    await title('You are set');
    press('See what is live');
    await screen.findByText('Click the Perch icon in the toolbar.');
  });
});
