import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Player } from '#shared/ui/player.tsx';
import { fakeSound, type FakeSoundState } from '../../support/fake-sound.ts';
import { ana, inside, kerstin, malik, tell, yuki, type Inside } from '../../support/in-space.ts';
import { show } from '../../support/show.tsx';

const SPEAKERS = { id: 's1', name: 'Kitchen speaker' };
const HEADSET = { id: 'm1', name: 'Headset' };

function open({ sound: state, ...scene }: Partial<Inside> & { sound?: FakeSoundState } = {}) {
  const sound = fakeSound(state);
  const perch = { ...inside({ as: yuki, ...scene }), sound };
  show(perch, <Player onPeople={vi.fn()} />);
  return { perch, sound };
}

async function openSheet(state?: FakeSoundState) {
  const opened = open({ sound: state });
  fireEvent.click(screen.getByRole('button', { name: 'Sound' }));
  const sheet = within(await screen.findByRole('dialog', { name: 'Sound' }));
  return { ...opened, sheet };
}
const isOn = (element: HTMLElement) => element.getAttribute('aria-checked') === 'true';

describe('the sheet of the sound', () => {
  it('is not there in a shell without one', () => {
    show(inside({ as: yuki }), <Player onPeople={vi.fn()} />);
    expect(screen.queryByRole('button', { name: 'Sound' })).toBeNull();
  });

  it('switches what is heard', async () => {
    const { sheet, sound } = await openSheet();
    const levelling = sheet.getByRole('switch', { name: 'Even out voices' });
    const ducking = sheet.getByRole('switch', { name: 'Quieter while another tab plays' });
    expect([isOn(levelling), isOn(ducking)]).toEqual([true, false]);
    fireEvent.click(ducking);
    await waitFor(() => expect(isOn(ducking)).toBe(true));
    expect(sound.calls).toEqual([['change', { ducking: true }]]);
  });

  it('says that music mode takes the voice as it is, and gives the rest back after it', async () => {
    const { sheet } = await openSheet();
    const noise = sheet.getByRole('switch', { name: 'Remove noise' });
    fireEvent.click(sheet.getByRole('switch', { name: 'Music mode' }));
    await waitFor(() => expect(isOn(noise)).toBe(false));
    expect(noise.getAttribute('aria-disabled')).toBe('true');
    expect(sheet.getAllByText('Off in music mode')).toHaveLength(3);
    fireEvent.click(sheet.getByRole('switch', { name: 'Music mode' }));
    await waitFor(() => expect(isOn(noise)).toBe(true));
  });

  it('offers the devices that there are, as they come and go', async () => {
    const { sheet, sound } = await openSheet({ devices: { outputs: [SPEAKERS], inputs: [HEADSET] } });
    const speakers = await sheet.findByRole<HTMLSelectElement>('combobox', { name: 'Speakers' });
    fireEvent.change(speakers, { target: { value: 's1' } });
    await waitFor(() => expect(sound.settings.value.output).toBe('s1'));
    sound.plug({ outputs: [], inputs: [HEADSET] });
    await waitFor(() => expect(within(speakers).getByText('Not connected now')).toBeTruthy());
    expect(speakers.value).toBe('s1');
  });

  it('says why no device has a name, and leads to where that changes', async () => {
    const { sheet, sound } = await openSheet();
    await sheet.findByText(/names your devices once/);
    expect(sheet.queryByRole('combobox')).toBeNull();
    fireEvent.click(sheet.getByRole('button', { name: 'Allow the microphone' }));
    await waitFor(() => expect(sound.calls).toEqual([['grant']]));
  });

  it('takes the next key that is pressed, and Escape for none', async () => {
    const { sheet, sound } = await openSheet({ settings: { hold: 'talk' } });
    const button = () => sheet.getByRole('button', { name: /^(?:Key:|Press a key)/ });
    expect(button().textContent).toBe('Key: Space');
    const press = (code: string) => {
      fireEvent.keyDown(button(), { code, key: code });
      fireEvent.keyUp(button(), { code, key: code });
    };
    fireEvent.click(button());
    await waitFor(() => expect(button().textContent).toContain('Press a key…'));
    press('ArrowUp');
    press('KeyT');
    await waitFor(() => expect(button().textContent).toBe('Key: T'));
    expect(sound.settings.value.holdKey).toBe('KeyT');
    fireEvent.click(button());
    await waitFor(() => expect(button().textContent).toContain('Press a key…'));
    press('Escape');
    await waitFor(() => expect(button().textContent).toBe('Key: T'));
    expect(screen.getByRole('dialog', { name: 'Sound' })).toBeTruthy();
  });
});

describe('the volume of one person', () => {
  const look = async (name: string) => {
    fireEvent.click(screen.getByRole('button', { name: `About ${name}` }));
    return screen.findByRole<HTMLInputElement>('slider', { name: `Volume of ${name}` });
  };

  it('is set by a listener, and comes back with two clicks', async () => {
    const { sound } = open();
    const slider = await look('Ana');
    expect(slider.valueAsNumber).toBe(100);
    fireEvent.input(slider, { target: { value: '30' } });
    await waitFor(() => expect(sound.calls).toEqual([['setVoice', ana.pid, 0.3]]));
    expect(slider.getAttribute('aria-valuetext')).toBe('30 percent');
    fireEvent.dblClick(slider);
    await waitFor(() => expect(sound.calls.at(-1)).toEqual(['setVoice', ana.pid, 1]));
    await waitFor(() => expect(slider.valueAsNumber).toBe(100));
  });

  it('says for how long it is kept', async () => {
    const shows = [{ pid: ana.pid, network: 'mastodon' as const, handle: '@ana@a.example' }];
    open({ stage: { identities: shows } });
    await look('Ana');
    expect(screen.getByText('Only for you, and kept for other Spaces.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await look('Malik');
    expect(screen.getByText('Only for you, and only in this Space.')).toBeTruthy();
  });

  it('is not offered for oneself', async () => {
    open({ as: kerstin });
    fireEvent.click(screen.getByRole('button', { name: 'About Kerstin' }));
    await screen.findByRole('dialog', { name: 'Kerstin' });
    expect(screen.queryByRole('slider', { name: /^Volume of/ })).toBeNull();
  });

  it('is told at their face when it is nothing', () => {
    open({ sound: { voices: { [malik.pid]: 0 } } });
    const faces = within(screen.getByRole('list', { name: 'On stage' })).getAllByRole('listitem');
    const silent = faces.filter((face) => face.textContent.includes('Turned down to nothing'));
    expect(silent.map((face) => face.querySelector('bdi')?.textContent)).toEqual(['Malik']);
  });
});

describe('the player', () => {
  it('says that the Space stands back behind another tab', async () => {
    open({ room: { ducked: true } });
    expect(await screen.findByText('Quieter: another tab is playing.')).toBeTruthy();
  });

  it('says which key to hold, and what holding it does now', async () => {
    const { perch, sound } = open({ as: ana, sound: { settings: { hold: 'talk' } } });
    expect(await screen.findByText('Hold Space to talk')).toBeTruthy();
    fireEvent.keyDown(document.body, { code: 'Space' });
    expect(sound.calls).toEqual([['talk']]);
    perch.room.value = { ...perch.room.value, microphone: 'on' };
    expect(await screen.findByText('You are heard while you hold Space')).toBeTruthy();
    fireEvent.keyUp(document.body, { code: 'Space' });
    expect(sound.calls).toEqual([['talk'], ['talked']]);
  });

  it('says nothing of a key to whoever only listens, or has no microphone', async () => {
    const { perch } = open({
      as: ana,
      room: { microphone: 'denied' },
      sound: { settings: { hold: 'talk' } },
    });
    perch.room.value = { ...perch.room.value, ducked: true };
    await screen.findByText('Quieter: another tab is playing.');
    expect(screen.queryByText(/^Hold/)).toBeNull();
    perch.room.value = { ...perch.room.value, microphone: 'off', role: 'listener' };
    tell(perch, { me: { role: 'listener' } });
    expect(screen.queryByText(/^Hold/)).toBeNull();
  });
});
