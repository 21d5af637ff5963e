import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { FOR_EVER } from '#shared/schema/moderation.ts';
import { deedOf } from '../../../server/web/app/moderation/deed-of.ts';
import { voiceOf } from '../../../server/web/app/moderation/words.ts';
import { officeWordsOf } from '../../support/volumes.ts';
import { problem } from '../../support/fake-flow.ts';
import { AT, deed, known, showOffice } from '../../support/fake-office.tsx';
import { ana } from '../../support/fake-sign-in.ts';

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

describe('the door', () => {
  it('leads somebody without a session to their network, by what it is called there', async () => {
    const { left } = await showOffice({ me: null });
    await press('Sign in');
    expect(await screen.findByText('Write where you are known first.')).toBeTruthy();
    expect(left).toEqual([]);
    fireEvent.input(screen.getByRole('textbox', { name: 'Your Mastodon server' }), {
      target: { value: ' perch.example ' },
    });
    await press('Sign in');
    await waitFor(() =>
      expect(left).toEqual([{ network: 'mastodon', who: 'perch.example', purpose: 'sign-in', next: 'list' }]),
    );
  });

  it('asks nothing of somebody who signs in by X', async () => {
    const { left } = await showOffice({ me: null });
    await press('X');
    expect(screen.queryByRole('textbox')).toBeNull();
    await press('Sign in');
    await waitFor(() => expect(left).toMatchObject([{ network: 'x' }]));
  });

  it('offers a guest the sign-in, and asks the server nothing by that session', async () => {
    const { pathsOf } = await showOffice({ me: { ...ana, guest: true } });
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeTruthy();
    expect(pathsOf()).toEqual(['GET /v1/about']);
  });

  it('says why a sign-in came to nothing', async () => {
    const wish = { network: 'mastodon', purpose: 'sign-in', next: 'list' } as const;
    await showOffice({
      me: null,
      back: { news: { is: 'failed', wish, fault: 'domain_refused' }, wasIn: false },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('This server takes nobody from there');
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeTruthy();
  });

  it('says in one sentence that somebody is no operator, and lets them be another', async () => {
    const { pathsOf, sessions, server } = await showOffice({ me: ana });
    expect(
      await screen.findByRole('heading', { name: 'Ana Ferreira is not an operator of this server' }),
    ).toBeTruthy();
    expect(pathsOf().some((path) => path.includes('moderation'))).toBe(false);
    await press('Sign in with another account');
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeTruthy();
    expect(await sessions.current(server)).toBeNull();
  });

  it('opens again for an operator whose session has ended, and not for a server that does not answer', async () => {
    await showOffice({ answers: { 'GET /v1/me': () => problem(401, 'unauthenticated') } });
    expect((await screen.findByRole('alert')).textContent).toContain('You were signed out');
    await showOffice({ answers: { 'GET /v1/me': () => problem(503, 'shutting_down') } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });
});

describe('domains', () => {
  const open = async (state: Parameters<typeof showOffice>[0] = {}) => {
    const office = await showOffice(state);
    location.hash = '#domains';
    dispatchEvent(new Event('hashchange'));
    await screen.findByRole('heading', { name: 'Domains' });
    return office;
  };

  it('are added, from whatever is pasted', async () => {
    const { asked } = await open();
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Domain' });
    fireEvent.input(field, { target: { value: 'nonsense' } });
    await press('Add');
    expect(await screen.findByText('Write it like example.social.')).toBeTruthy();
    fireEvent.input(field, { target: { value: 'https://Finch.example/about' } });
    fireEvent.click(screen.getByRole('radio', { name: 'Allow' }));
    await press('Add');
    await waitFor(() => expect(field.value).toBe(''));
    expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
      path: '/v1/moderation/domains/finch.example',
      body: { rule: 'allow' },
    });
  });

  it('are listed with what they mean, and taken back', async () => {
    const { asked } = await open({ domains: [{ host: 'wren.example', rule: 'allow', at: AT }] });
    expect(await screen.findByText('Only people of the allowed domains can sign in.')).toBeTruthy();
    await press('Take back the rule for wren.example');
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'DELETE')?.path).toBe(
        '/v1/moderation/domains/wren.example',
      ),
    );
  });
});

describe('the audit trail', () => {
  it('is read for one account from its report, with all that was done to it', async () => {
    await showOffice();
    fireEvent.click(await screen.findByRole('link', { name: 'What was done to Ben Okafor' }));
    location.hash = '#trail';
    dispatchEvent(new Event('hashchange'));
    expect(await screen.findByText('What was done to @ben@walks.social')).toBeTruthy();
    expect(screen.getByText(/^@olu@perch\.example suspended @ben@walks\.social until /)).toBeTruthy();
    expect(screen.getByText('Shouts at everybody')).toBeTruthy();
    await press('Show all');
    await waitFor(() => expect(screen.queryByText('What was done to @ben@walks.social')).toBeNull());
  });

  it.each([
    [{ detail: { until: FOR_EVER } }, '@olu@perch.example suspended @ben@walks.social for ever'],
    [{ action: 'unsuspend', detail: {} }, '@olu@perch.example let @ben@walks.social in again'],
    [
      { action: 'end:moderated', targetId: null, target: null, space: { id: '1', title: 'Rust' } },
      '@olu@perch.example ended Rust',
    ],
    [
      { action: 'domain', detail: { host: 'a.example', rule: 'allow' as const } },
      '@olu@perch.example allowed a.example',
    ],
    [
      { action: 'undomain', detail: { host: 'a.example' } },
      '@olu@perch.example took back the rule for a.example',
    ],
    [
      { action: 'putAway', targetId: null, target: null, space: { id: '1', title: 'Rust' } },
      '@olu@perch.example put away a report of the Space Rust',
    ],
    [{ action: 'putBack', target: null }, '@olu@perch.example put back a report of somebody who is gone'],
    [
      { action: 'succeed', actorId: 'server', actor: null, space: { id: '1', title: 'Rust' } },
      '@ben@walks.social became host of Rust, because the host was away',
    ],
    [
      { action: 'request', actor: known('bea', 'Bea', { identities: [] }), targetId: null, target: null },
      'Bea: request',
    ],
    [{ action: 'uncohost', actor: null }, 'somebody who is gone: uncohost, @ben@walks.social'],
  ])('says %j as a sentence', (more, sentence) => {
    expect(deedOf(deed(1, more), voiceOf('en', officeWordsOf('en')))).toBe(sentence);
  });
});
