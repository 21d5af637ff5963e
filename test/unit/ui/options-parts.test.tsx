import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Visit } from '#shared/schema/history.ts';
import { OptionsPage, type Options } from '../../../extension/entrypoints/options/options-page.tsx';
import { writeSettings } from '../../../extension/entrypoints/options/files/settings-file.ts';
import { fakeFiles, fakeOptions, fakePrivacy, PLAIN_SETTINGS } from '../../support/fake-options.ts';
import { fakeSites } from '../../support/fake-sites.ts';
import { ulidOf } from '../../support/people.ts';

function open(more: Partial<Options> = {}): Options {
  cleanup();
  const options = fakeOptions(more);
  render(<OptionsPage options={options} />);
  return options;
}
const part = (name: string) => within(screen.getByRole('region', { name }));
const visit = (number: number, host = 'Ana'): Visit => ({
  spaceId: ulidOf(number),
  server: 'https://spaces.example.org',
  title: `Space ${number}`,
  host,
  at: Date.UTC(2026, 10, 27, 12),
});

describe('the list of parts', () => {
  it('leads to every part of the page', () => {
    open();
    const links = within(screen.getByRole('navigation', { name: 'Parts of the settings' })).getAllByRole(
      'link',
    );
    expect(links).toHaveLength(13);
    for (const link of links) {
      const place = document.getElementById(link.getAttribute('href')!.slice(1))!;
      expect(within(place).getAllByRole('heading')[0]!.textContent).toBe(link.textContent);
    }
  });
});

describe('shortcuts', () => {
  it('are named in words, with the key or that there is none', async () => {
    open();
    const rows = await part('Shortcuts').findAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Open PerchNot set',
      'Turn the microphone on or offAlt+Shift+M',
      'Leave the SpaceAlt+Shift+L',
    ]);
  });

  it('are changed on the browser’s own page, whose address is told where it does not open', async () => {
    open({ shortcuts: { all: async () => [], change: async () => false, address: 'chrome://there' } });
    fireEvent.click(screen.getByRole('button', { name: 'Change shortcuts' }));
    await screen.findByText('To change them, open chrome://there.');
  });
});

describe('the language', () => {
  it('follows the browser until one is chosen, and again later', async () => {
    const { language } = open();
    const select = part('Language').getByRole<HTMLSelectElement>('combobox');
    expect(select.selectedOptions[0]!.textContent).toBe('As your browser (English)');
    fireEvent.change(select, { target: { value: 'fr' } });
    await waitFor(() => expect(language.chosen.value).toBe('fr'));
    fireEvent.change(select, { target: { value: '' } });
    await waitFor(() => expect(language.chosen.value).toBeNull());
  });
});

describe('the Spaces that somebody was in', () => {
  it('lead to their pages, the newest five first', async () => {
    open({ privacy: fakePrivacy([1, 2, 3, 4, 5, 6].map((number) => visit(number))) });
    const links = () => part('Privacy').getAllByRole<HTMLAnchorElement>('link');
    expect(links()).toHaveLength(5);
    expect(links()[0]!.href).toBe(`https://spaces.example.org/s/${ulidOf(1)}`);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 6' }));
    await waitFor(() => expect(links()).toHaveLength(6));
  });

  it('go with one click, and the focus stays there', async () => {
    open({ privacy: fakePrivacy([visit(1, '')]) });
    fireEvent.click(screen.getByRole('button', { name: 'Clear the list' }));
    await part('Privacy').findByText('None yet.');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Spaces you were in'));
  });

  it('are not kept for somebody who wants none', async () => {
    const privacy = fakePrivacy([visit(1)]);
    open({ privacy });
    fireEvent.click(screen.getByRole('switch', { name: 'Remember the Spaces I was in' }));
    await waitFor(() => expect(screen.queryByText('Spaces you were in')).toBeNull());
    expect(privacy.visits.value).toEqual([]);
  });
});

describe('import', () => {
  const choose = (text: string) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    fireEvent.change(input, { target: { files: [new File([text], 'settings.json')] } });
  };

  it('says what will change, and changes nothing before it is told to', async () => {
    const files = fakeFiles();
    open({ files });
    choose(writeSettings({ server: 'https://perch.example', language: 'fr', privacy: { shown: true } }));
    await screen.findByText('Home server: perch.example instead of localhost:8790');
    expect(screen.getByText('Language: Français')).toBeTruthy();
    expect(screen.getByText('Privacy: Show my name when I listen: on')).toBeTruthy();
    expect(files.settings).toBe(PLAIN_SETTINGS);
    fireEvent.click(screen.getByRole('button', { name: 'Import' }));
    await screen.findByText('Imported.');
    expect(files.settings.server).toBe('https://perch.example');
  });

  it('leaves all as it was when it is cancelled, and gives the focus back', async () => {
    const files = fakeFiles();
    open({ files });
    choose(writeSettings({ language: 'fr' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByText('Import these settings?')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Import settings' }));
    expect(files.settings).toBe(PLAIN_SETTINGS);
  });

  it.each([
    ['{}', 'This is not a settings file of Perch. Nothing was changed.'],
    [
      '{"perch":"settings","version":9}',
      'This file is from a newer Perch. Update Perch, then import it again. Nothing was changed.',
    ],
  ])('refuses %s in one sentence', async (text, sentence) => {
    open();
    choose(text);
    expect((await screen.findByRole('alert')).textContent).toBe(sentence);
  });
});

describe('sites', () => {
  it('from a settings file wait for a click, and are then allowed or gone', async () => {
    const sites = fakeSites({
      awaited: [
        { host: 'one.example', software: 'elk' },
        { host: 'two.example', software: 'mastodon' },
      ],
    });
    open({ sites });
    fireEvent.click(screen.getByRole('button', { name: 'Allow one.example' }));
    await waitFor(() => expect(sites.chosen.value.map(({ host }) => host)).toEqual(['one.example']));
    fireEvent.click(screen.getByRole('button', { name: 'Remove two.example' }));
    await waitFor(() => expect(screen.queryByText('Waiting for your yes')).toBeNull());
    expect(sites.chosen.value).toHaveLength(1);
  });

  it.each([
    ['@ana@walks.social', true, /^Perch now works on walks\.social/],
    ['walks.social', false, /^Nothing was changed/],
    ['x.com', true, /^Perch works there already/],
    ['no name', true, /^Write the name of the server alone/],
  ])('are added by name: %s', async (name, answer, sentence) => {
    const sites = fakeSites();
    sites.answer = answer;
    open({ sites });
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Add a Mastodon server' });
    fireEvent.input(field, { target: { value: name } });
    fireEvent.submit(field.form!);
    await screen.findByText(sentence);
  });
});
