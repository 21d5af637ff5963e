import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { OptionsPage } from '../../../extension/entrypoints/options/options-page.tsx';
import { fakeOptions } from '../../support/fake-options.ts';
import { fakeSites } from '../../support/fake-sites.ts';

const X = ['x.com', 'mobile.x.com', 'twitter.com', 'mobile.twitter.com'];
const HEALTH = { site: 'mastodon', counts: { COLUMN: 1, POST: 14, CARD: 0 } };

function open(state: Parameters<typeof fakeSites>[0] = {}) {
  cleanup();
  const sites = fakeSites(state);
  render(<OptionsPage options={fakeOptions({ sites })} />);
  return sites;
}
const part = (name: string) => within(screen.getByRole('region', { name }));
const switchOf = (name: string) => screen.getByRole('switch', { name });

describe('the sites that Perch knows by name', () => {
  it('can be switched off and on, with all their names', async () => {
    const sites = open();
    expect(switchOf('x.com').getAttribute('aria-checked')).toBe('true');
    expect(part('Sites').getByText('And twitter.com')).toBeTruthy();
    fireEvent.click(switchOf('x.com'));
    await waitFor(() => expect(switchOf('x.com').getAttribute('aria-checked')).toBe('false'));
    expect(sites.bar.value.offOn).toEqual(X);
    expect(switchOf('bsky.app').getAttribute('aria-checked')).toBe('true');
    fireEvent.click(switchOf('x.com'));
    await waitFor(() => expect(sites.bar.value.offOn).toEqual([]));
  });

  it('say where the bar is hidden, and bring it back', async () => {
    const sites = open({ bar: { hiddenOn: ['twitter.com', 'bsky.app'] } });
    expect(part('Sites').getAllByText('The bar is hidden here')).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Show the bar on x.com again' }));
    await waitFor(() => expect(sites.bar.value.hiddenOn).toEqual(['bsky.app']));
    expect(part('Sites').getAllByText('The bar is hidden here')).toHaveLength(1);
  });
});

describe('the sites that the person added', () => {
  it('are listed, and each can be removed', async () => {
    const sites = open({
      chosen: [
        { host: 'social.example', software: 'mastodon' },
        { host: 'other.example', software: 'elk' },
      ],
    });
    fireEvent.click(screen.getByRole('button', { name: 'Remove social.example' }));
    await waitFor(() => expect(sites.chosen.value.map(({ host }) => host)).toEqual(['other.example']));
    const heading = screen.getByRole('heading', { name: 'Added by you' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });

  it('say how to add one', () => {
    open();
    expect(part('Sites').getByText(/click Perch in the toolbar/)).toBeTruthy();
  });
});

describe('the choices about the bar', () => {
  it('let it stand also when nothing is live', async () => {
    const sites = open();
    const name = 'Show the bar also when nothing is live';
    expect(switchOf(name).getAttribute('aria-checked')).toBe('false');
    fireEvent.click(switchOf(name));
    await waitFor(() => expect(sites.bar.value.always).toBe(true));
  });

  it('bring it back before tomorrow', async () => {
    const sites = open({ bar: { hiddenUntil: Date.now() + 60_000 } });
    fireEvent.click(part('Bar').getByRole('button', { name: 'Show it now' }));
    await waitFor(() => expect(sites.bar.value.hiddenUntil).toBe(0));
    expect(part('Bar').queryByRole('button', { name: 'Show it now' })).toBeNull();
  });
});

describe('the health of the adapters', () => {
  async function check(state: Parameters<typeof fakeSites>[0]) {
    const sites = open(state);
    fireEvent.click(screen.getByRole('button', { name: 'Check the open timeline' }));
    return sites;
  }

  it('says when no timeline is open', async () => {
    await check({});
    await part('Adapter health').findByText(/^No timeline is open/);
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
  });

  it('shows how many each selector finds, and says none in words', async () => {
    await check({ health: HEALTH });
    const rows = within(await screen.findByRole('list', { name: 'Found on mastodon' })).getAllByRole(
      'listitem',
    );
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['COLUMN', '1 found'],
      ['POST', '14 found'],
      ['CARD', 'none found'],
    ]);
    expect(part('Adapter health').getByText('Perch 0.1.0, Chromium 156.0.8078.79')).toBeTruthy();
  });

  it('copies these lines and nothing else', async () => {
    const sites = await check({ health: HEALTH });
    fireEvent.click(await screen.findByRole('button', { name: 'Copy' }));
    await part('Adapter health').findByText('Copied.');
    expect(sites.copied).toEqual([
      ['Perch 0.1.0', 'Chromium 156.0.8078.79', 'mastodon', 'COLUMN: 1', 'POST: 14', 'CARD: 0', ''].join(
        '\n',
      ),
    ]);
  });

  it('says when the browser does not let it copy', async () => {
    const sites = await check({ health: HEALTH });
    sites.mayCopy = false;
    fireEvent.click(await screen.findByRole('button', { name: 'Copy' }));
    await part('Adapter health').findByText(/^The browser does not let Perch copy/);
  });
});
