import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { FOR_EVER } from '#shared/schema/moderation.ts';
import { problem } from '../../support/fake-flow.ts';
import { ben, report, showOffice } from '../../support/fake-office.tsx';
import { ana } from '../../support/fake-sign-in.ts';

const card = () => screen.findByRole('article');
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

describe('reports on the page of operators', () => {
  it('tell what was true then, and what is different now', async () => {
    await showOffice({
      reports: [
        report(1, {
          target: {
            name: 'Ben',
            role: 'speaker',
            handles: [{ network: 'mastodon', handle: '@ben@old.example' }],
            account: ben,
          },
        }),
      ],
    });
    const text = (await card()).textContent;
    for (const part of [
      'Harassment or threats',
      '@ben@old.example',
      'was on stage',
      'Now Ben Okafor @ben@walks.social',
      'He shouts over everybody',
      'in Small webs, long walks',
      'live now',
      'Reported by Cem @cem@walks.social',
      'was listening',
    ]) {
      expect(text).toContain(part);
    }
    expect(screen.getByRole('link', { name: 'in Small webs, long walks' }).getAttribute('href')).toMatch(
      /^s\//,
    );
  });

  it('name what is gone, and offer nothing against it', async () => {
    await showOffice({
      reports: [
        report(1, {
          space: { ...report(1).space, state: 'ended' },
          target: { name: '', role: null, handles: [], account: null },
          reporter: { name: '', role: null, handles: [], account: null },
        }),
      ],
    });
    const text = (await card()).textContent;
    expect(text).toContain('somebody who is gone');
    expect(text).toContain('The account is deleted');
    expect(screen.queryByRole('button', { name: /Suspend|End the Space/ })).toBeNull();
  });

  it('suspend for a day, a week or for ever, with a reason, and read the list anew', async () => {
    const { asked, pathsOf } = await showOffice();
    await press('Suspend…');
    const heading = await screen.findByRole('heading', { name: 'Suspend Ben Okafor' });
    expect(document.activeElement).toBe(heading);
    fireEvent.click(screen.getByRole('radio', { name: 'For ever' }));
    fireEvent.input(screen.getByRole('textbox', { name: 'Why' }), { target: { value: ' Hate ' } });
    await press('Suspend');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Why' })).toBeNull());
    expect(asked.find(({ path }) => path.endsWith('/suspend'))).toMatchObject({
      path: '/v1/moderation/accounts/ben/suspend',
      token: 'token',
      body: { until: FOR_EVER, why: 'Hate' },
    });
    expect(pathsOf().filter((path) => path === 'GET /v1/moderation/reports')).toHaveLength(2);
  });

  it('let in again who is suspended', async () => {
    const out = { ...report(1).target!, account: { ...ben, suspendedUntil: FOR_EVER } };
    const { asked } = await showOffice({ reports: [report(1, { target: out })] });
    expect((await card()).textContent).toContain('Suspended for ever');
    await press('Let in again');
    await waitFor(() => expect(asked.at(-2)).toMatchObject({ body: { until: 0 } }));
  });

  it('suspend the host for a report of a Space, and end the Space', async () => {
    const { asked } = await showOffice({ reports: [report(1, { target: null })] });
    expect(await screen.findByRole('button', { name: 'Suspend the host…' })).toBeTruthy();
    await press('End the Space…');
    await press('End the Space');
    await waitFor(() =>
      expect(asked.find(({ path }) => path.endsWith('/end'))).toMatchObject({
        path: `/v1/moderation/spaces/${report(1).space.id}/end`,
        body: {},
      }),
    );
  });

  it('are put away, and the focus stays in the list', async () => {
    const { asked } = await showOffice();
    await press('Put away');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Reports'));
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/v1/moderation/reports/r1',
      body: { state: 'done' },
    });
  });

  it('keep what was written when the server refuses, and say why', async () => {
    await showOffice({
      answers: { 'POST /v1/moderation/accounts/ben/suspend': () => problem(403, 'forbidden') },
    });
    await press('Suspend…');
    fireEvent.input(await screen.findByRole('textbox', { name: 'Why' }), { target: { value: 'Hate' } });
    await press('Suspend');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('That would shut out an operator');
    expect(within(alert).queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Why' }).value).toBe('Hate');
  });

  it('stay beside the fault when they cannot be read anew', async () => {
    const { answers } = await showOffice();
    await card();
    answers['GET /v1/moderation/reports'] = () => problem(503, 'shutting_down');
    await press('Put away');
    expect(await screen.findByText('What stands here may be old.')).toBeTruthy();
    expect(await card()).toBeTruthy();
  });

  it('ask anew who sits here once the server knows the operator no more', async () => {
    const { answers } = await showOffice();
    await card();
    answers['GET /v1/me'] = () => Response.json({ ...ana, name: 'Olu' });
    answers['GET /v1/moderation/reports'] = () => problem(404, 'not_found');
    await press('Put away');
    expect(await screen.findByText(/Olu is not an operator/)).toBeTruthy();
  });

  it('come in parts', async () => {
    const { asked, answers } = await showOffice({ more: true });
    await card();
    answers['GET /v1/moderation/reports'] = () => Response.json({ reports: [report(2)], more: false });
    await press('Show older ones');
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull();
    expect(asked.filter(({ path }) => path.endsWith('/reports'))).toHaveLength(2);
  });
});
