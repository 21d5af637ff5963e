import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { FollowSource } from '#shared/schema/follows.ts';
import type { Outcome } from '#shared/schema/view.ts';
import { OptionsPage } from '../../../extension/entrypoints/options/options-page.tsx';
import { fakeFollows, followSource } from '../../support/fake-follows.ts';
import { fakeOptions } from '../../support/fake-options.ts';

const ANA = '@ana.bsky.social';

function open(known: FollowSource[] = []) {
  cleanup();
  const follows = fakeFollows(known);
  render(<OptionsPage options={fakeOptions({ follows })} />);
  return follows;
}
const part = () => within(screen.getByRole('region', { name: 'People you follow' }));
const field = () =>
  part().getByRole<HTMLInputElement>('textbox', { name: 'Bluesky handle or full Mastodon name' });
const write = (value: string) => {
  fireEvent.input(field(), { target: { value } });
  fireEvent.submit(field().form!);
};
const noteOf = () => document.getElementById(field().getAttribute('aria-describedby')!)!.textContent;

describe('the settings about people that somebody follows', () => {
  it('say that the lists stay on the device, and that nobody is known yet', async () => {
    open();
    expect(part().getByText(/keeps it on this device\. No Perch server is told, unless/)).toBeTruthy();
    expect(await part().findByText(/knows nobody yet whom you follow/)).toBeTruthy();
  });

  it.each<[string, Partial<FollowSource>, RegExp]>([
    ['how many are known and since when', { count: 1_312 }, /^1,312 people · read 5 minutes ago$/],
    ['that they were read now', { count: 1, readAt: Date.now() }, /^1 person · read just now$/],
    ['that nothing was read yet', { state: 'new', readAt: null }, /^Not read yet/],
    ['that an own account needs leave', { state: 'needs-leave', identity: 'i' }, /only with your leave/],
    ['that another hides its list', { state: 'needs-leave' }, /does not show whom it follows/],
    ['that an own account is not read', { isOff: true, identity: 'i' }, /does not read whom you follow here/],
    [
      'why it failed',
      { state: 'failed', fault: 'network_unreachable' },
      /does not answer\. What was known stays/,
    ],
    ['that it was asked too often', { state: 'failed', fault: 'rate_limited' }, /left alone for a while/],
  ])('say %s', async (_, source, line) => {
    open([followSource(ANA, source)]);
    expect(await part().findByText(line)).toBeTruthy();
  });

  it('read again, and say that they do', async () => {
    const follows = open([followSource(ANA, { count: 1 })]);
    const reading = Promise.withResolvers<Outcome>();
    follows.outcome = reading.promise;
    fireEvent.click(await part().findByRole('button', { name: `Read again whom ${ANA} follows` }));
    expect(await part().findByText('Reading…')).toBeTruthy();
    follows.known = [followSource(ANA, { count: 2, readAt: Date.now() })];
    reading.resolve({ fault: null });
    expect(await part().findByText('2 people · read just now')).toBeTruthy();
    expect(follows.calls).toEqual([['readAgain', `bluesky:${ANA}`]]);
  });

  it('remove an account, and keep the focus near', async () => {
    const follows = open([followSource(ANA)]);
    const button = await part().findByRole('button', { name: `Remove ${ANA}` });
    follows.known = [];
    fireEvent.click(button);
    await waitFor(() => expect(part().queryByRole('button', { name: `Remove ${ANA}` })).toBeNull());
    expect(follows.calls).toEqual([['remove', `bluesky:${ANA}`]]);
    expect(document.activeElement?.textContent).toBe('People you follow');
  });

  it('add an account by its name', async () => {
    const follows = open();
    follows.known = [followSource(ANA)];
    write(' ana.bsky.social');
    expect(await part().findByText(ANA)).toBeTruthy();
    expect(follows.calls).toEqual([['add', ' ana.bsky.social']]);
    await waitFor(() => expect(field().value).toBe(''));
  });

  it.each(['ana', '', 'javascript:alert(1)', '@ana@', 'ana@localhost', 'https://evil.test/x'])(
    'ask nobody about %j, which is no name',
    async (name) => {
      const follows = open();
      write(name);
      await waitFor(() => expect(noteOf()).toContain('Write a Bluesky handle'));
      expect([follows.calls, field().getAttribute('aria-invalid')]).toEqual([[], 'true']);
    },
  );

  it.each<[string, Outcome['fault'], string]>([
    ['there is no such account', 'not_found', 'There is no such account.'],
    ['its server is not there', 'network_unreachable', 'Its server does not answer.'],
  ])('say in one sentence that %s', async (_, fault, sentence) => {
    const follows = open();
    follows.outcome = { fault };
    write('@ana@wren.example');
    await waitFor(() => expect(noteOf()).toBe(sentence));
    expect(field().value).toBe('@ana@wren.example');
  });
});
