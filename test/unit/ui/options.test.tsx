import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '#shared/schema/view.ts';
import { OptionsPage } from '../../../extension/entrypoints/options/options-page.tsx';
import { fakeDesk, type FakeDesk } from '../../support/fake-desk.ts';
import { fakeOptions } from '../../support/fake-options.ts';

const rex = { id: 'b1', name: 'Rex', at: Date.UTC(2026, 10, 20, 12) };
const mo = { id: 'b2', name: 'Mo', at: Date.UTC(2026, 10, 2, 12) };

async function open(change: (desk: FakeDesk) => void = () => undefined, others: string[] = []) {
  cleanup();
  const servers = signal<readonly string[]>(others);
  const desk = fakeDesk();
  desk.found.blocks = { found: [rex, mo], fault: null };
  change(desk);
  render(
    <OptionsPage
      options={fakeOptions({
        servers,
        removeServer: async (server): Promise<Outcome> => {
          servers.value = servers.value.filter((other) => other !== server);
          return { fault: null };
        },
        blocks: desk.blocks,
        unblock: desk.unblock,
      })}
    />,
  );
  await waitFor(() => expect(desk.calls).toEqual([['blocks']]));
  return desk;
}
const names = () =>
  within(screen.getByRole('region', { name: 'Blocked people' }))
    .queryAllByRole('listitem')
    .map((row) => row.querySelector('bdi')!.textContent);

describe('the list of blocked people', () => {
  it('names them and since when', async () => {
    await open();
    await waitFor(() => expect(names()).toEqual(['Rex', 'Mo']));
    expect(screen.getByText('Blocked on Nov 20, 2026')).toBeTruthy();
  });

  it('lets one go, and keeps the focus in the list', async () => {
    const desk = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Unblock Rex' }));
    await waitFor(() => expect(names()).toEqual(['Mo']));
    expect(desk.calls).toContainEqual(['unblock', 'b1']);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Blocked people' }));
  });

  it('keeps one whom the server did not let go, and says why', async () => {
    await open((desk) => (desk.answers.unblock = { fault: 'unreachable' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Unblock Rex' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The server does not answer');
    expect(names()).toEqual(['Rex', 'Mo']);
  });

  it('says when nobody is blocked', async () => {
    await open((desk) => (desk.found.blocks = { found: [], fault: null }));
    await screen.findByText('You have blocked nobody.');
  });

  it('asks again when it did not come, and for another server', async () => {
    const desk = await open((fresh) => (fresh.found.blocks = { found: null, fault: 'unreachable' }));
    desk.found.blocks = { found: [mo], fault: null };
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(names()).toEqual(['Mo']));
    desk.found.blocks = { found: [rex], fault: null };
    fireEvent.click(screen.getByRole('button', { name: 'Check and save' }));
    await waitFor(() => expect(names()).toEqual(['Rex']));
  });
});

describe('the list of other servers', () => {
  const hosts = () =>
    within(screen.getByRole('list', { name: 'Other servers' }))
      .queryAllByRole('listitem')
      .map((row) => row.querySelector('bdi')!.textContent);

  it('stands under the home server and says how one gets there', async () => {
    await open();
    const section = within(screen.getByRole('region', { name: 'Servers' }));
    expect(section.getByRole('textbox', { name: 'Server address' })).toBeTruthy();
    expect(section.getByText(/^None so far\./)).toBeTruthy();
    expect(hosts()).toEqual([]);
  });

  it('names them and lets one go, and keeps the focus in the list', async () => {
    await open(undefined, ['https://spaces.example.org', 'http://localhost:9000']);
    expect(hosts()).toEqual(['spaces.example.org', 'localhost:9000']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove spaces.example.org' }));
    await waitFor(() => expect(hosts()).toEqual(['localhost:9000']));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Other servers' })),
    );
  });
});
