import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { REPORT_REASONS } from '#shared/schema/safety.ts';
import { fetchPeoplePage } from '#shared/ui/people-place.tsx';
import { Popup } from '#shared/ui/popup.tsx';
import { fakePerch, type FakePerch } from '../../support/fake-perch.ts';
import { inside, kerstin, malik, walks, yuki } from '../../support/in-space.ts';
import { card, stageOf } from '../../support/people.ts';
import { show } from '../../support/show.tsx';
import { fetchPreviewSheet } from '#shared/ui/safety/preview-place.tsx';
import { fetchReportSheet } from '#shared/ui/safety/report-place.tsx';

beforeAll(fetchPreviewSheet);
beforeAll(fetchReportSheet);

// It comes later than the popup, and is at hand from then on.
beforeAll(async () => void (await fetchPeoplePage()));

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => fireEvent.click(button(name));
const open = (perch: FakePerch) => {
  show(perch, <Popup />);
  return perch;
};

describe('a report of a person', () => {
  const start = () => {
    const perch = open(inside({ as: yuki }));
    press('People');
    press('Actions for Kerstin');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Block and report' }));
    return perch.desk;
  };
  const sheet = () => within(screen.getByRole('dialog', { name: 'Block and report Kerstin' }));

  it('gives a reason from the closed list, and blocks as well', async () => {
    const desk = start();
    expect(sheet().getAllByRole('radio')).toHaveLength(REPORT_REASONS.length);
    fireEvent.click(sheet().getByRole('radio', { name: 'Spam or fraud' }));
    fireEvent.input(sheet().getByRole('textbox'), { target: { value: 'sells stamps' } });
    press('Send report');
    await screen.findByRole('alertdialog', { name: 'Thank you. Your report has been sent.' });
    expect(screen.getByText('Kerstin is blocked. You can undo that in the settings.')).toBeTruthy();
    expect(desk.calls).toEqual([
      ['report', { spaceId: walks.id, pid: kerstin.pid, reason: 'spam', text: 'sells stamps' }],
      ['block', walks.id, kerstin.pid],
    ]);
  });

  it('needs no words and no block', async () => {
    const desk = start();
    fireEvent.click(sheet().getByRole('radio', { name: 'Something else' }));
    fireEvent.click(sheet().getByRole('switch', { name: 'Also block Kerstin' }));
    press('Send report');
    await screen.findByText('Thank you. Your report has been sent.');
    expect(desk.calls).toEqual([['report', { spaceId: walks.id, pid: kerstin.pid, reason: 'other' }]]);
    expect(screen.queryByText(/is blocked/)).toBeNull();
  });

  it('can be a block alone', async () => {
    const desk = start();
    press('Only block');
    await screen.findByRole('alertdialog', {
      name: 'Kerstin is blocked. You can undo that in the settings.',
    });
    expect(desk.calls).toEqual([['block', walks.id, kerstin.pid]]);
  });

  it('asks for a reason before it goes', () => {
    const desk = start();
    press('Send report');
    expect(sheet().getByRole('alert').textContent).toBe('Choose what is wrong first.');
    expect(document.activeElement?.getAttribute('type')).toBe('radio');
    expect(desk.calls).toEqual([]);
  });

  it('says what went wrong and keeps what was chosen', async () => {
    const desk = start();
    desk.answers.report = { fault: 'rate_limited' };
    fireEvent.click(sheet().getByRole('radio', { name: 'Spam or fraud' }));
    press('Send report');
    expect((await sheet().findByRole('alert')).textContent).toContain('That was a little too fast');
    expect(sheet().getByRole<HTMLInputElement>('radio', { name: 'Spam or fraud' }).checked).toBe(true);
    expect(desk.calls.map(([verb]) => verb)).toEqual(['report']);
  });

  it('is sent once, also when the block has to be tried again', async () => {
    const desk = start();
    desk.answers.block = { fault: 'unreachable' };
    fireEvent.click(sheet().getByRole('radio', { name: 'Spam or fraud' }));
    press('Send report');
    await sheet().findByRole('alert');
    desk.answers.block = { fault: null };
    press('Send report');
    await screen.findByText('Thank you. Your report has been sent.');
    expect(desk.calls.map(([verb]) => verb)).toEqual(['report', 'block', 'block']);
  });
});

it('reports a Space without anybody to block', async () => {
  const { desk } = open(inside({ as: yuki }));
  press('More');
  fireEvent.click(screen.getByRole('menuitem', { name: 'Report this Space' }));
  const sheet = within(screen.getByRole('dialog', { name: 'Report this Space' }));
  expect(sheet.queryByRole('switch')).toBeNull();
  fireEvent.click(sheet.getByRole('radio', { name: 'Hate against a group' }));
  press('Send report');
  await screen.findByText('Thank you. Your report has been sent.');
  expect(desk.calls).toEqual([['report', { spaceId: walks.id, reason: 'hate' }]]);
});

describe('the preview', () => {
  const look = async (blocked: string[] = [], allowAnonymous = true) => {
    const perch = fakePerch({ spaces: [walks] });
    const stage = stageOf(walks, { allowAnonymous, shown: [yuki], listeners: 12 });
    perch.desk.found.preview = { found: { stage, me: null, queue: null, blocked, muted: [] }, fault: null };
    open(perch);
    press(`Preview: ${walks.title}`);
    await screen.findByText('Yūki');
    return perch;
  };
  const anonymously = () => screen.getByRole('switch', { name: 'Listen anonymously' });

  it('shows who is there and joins nothing', async () => {
    const perch = await look();
    const faces = within(screen.getByRole('list', { name: 'On stage' })).getAllByRole('listitem');
    expect(faces.map((face) => face.textContent)).toEqual(['AnaHost', 'MalikCo-host', 'KerstinSpeaker']);
    expect(screen.getByText('Your microphone is off to start. You listen unseen.')).toBeTruthy();
    expect(perch.desk.calls).toEqual([['preview', walks.id]]);
    expect(perch.calls).toEqual([]);
  });

  it('starts unseen unless told otherwise', async () => {
    const perch = await look();
    expect(anonymously().getAttribute('aria-checked')).toBe('true');
    press('Start listening');
    expect(perch.calls).toEqual([['join', walks.id, { shown: false }]]);
  });

  it('starts with the name of whoever wants that', async () => {
    const perch = await look();
    fireEvent.click(anonymously());
    expect(screen.getByText('Your microphone is off to start. Your name is shown.')).toBeTruthy();
    press('Start listening');
    expect(perch.calls).toEqual([['join', walks.id, { shown: true }]]);
  });

  it('says where the host wants names', async () => {
    const perch = await look([], false);
    expect(anonymously().getAttribute('aria-checked')).toBe('false');
    expect(anonymously().getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('The host wants to see who listens')).toBeTruthy();
    press('Start listening');
    expect(perch.calls).toEqual([['join', walks.id, { shown: true }]]);
  });

  it('marks whom the person has blocked, and then asks no more', async () => {
    const perch = await look([malik.pid]);
    const faces = within(screen.getByRole('list', { name: 'On stage' })).getAllByRole('listitem');
    const marked = faces.filter((face) => face.textContent.includes('Blocked'));
    expect(marked.map((face) => face.querySelector('bdi')?.textContent)).toEqual(['Malik']);
    press('Start listening');
    expect(perch.calls).toEqual([['join', walks.id, { shown: false, despiteBlocked: true }]]);
  });

  it('keeps its answer where another one is wanted', async () => {
    const perch = await look();
    perch.answers.join = { fault: 'blocked_on_stage' };
    fireEvent.click(anonymously());
    press('Start listening');
    fireEvent.click(await screen.findByRole('button', { name: 'Listen anyway' }));
    expect(perch.calls.at(-1)).toEqual(['join', walks.id, { shown: true, despiteBlocked: true }]);
  });

  it('shows what the list knows while the server does not answer', async () => {
    const perch = fakePerch({ spaces: [{ ...walks, hostLostAt: Date.now() - 12_000 }] });
    perch.desk.found.preview = { found: null, fault: 'unreachable' };
    open(perch);
    press(`Preview: ${walks.title}`);
    expect(screen.getByText('The host is reconnecting (12 s). The Space goes on.')).toBeTruthy();
    expect(screen.getByText('+57 listeners')).toBeTruthy();
  });
});

describe('a join that wants an answer first', () => {
  const join = async (fault: 'blocked_on_stage' | 'anonymous_refused', name: string | null = null) => {
    const perch = fakePerch({ spaces: [walks], view: { name } });
    perch.answers.join = { fault };
    open(perch);
    press(`Start listening: ${walks.title}`);
    await screen.findByRole('alertdialog');
    delete perch.answers.join;
    perch.calls.length = 0;
    return perch;
  };

  it('goes on despite somebody blocked', async () => {
    const perch = await join('blocked_on_stage');
    expect(screen.getByRole('alertdialog', { name: 'Somebody you blocked is on stage' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    press('Listen anyway');
    expect(perch.calls).toEqual([['join', walks.id, { despiteBlocked: true }]]);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it.each([
    ['Yūki', 'Listen as Yūki'],
    [null, 'Listen with my name'],
  ])('goes on with the name %s', async (name, label) => {
    const perch = await join('anonymous_refused', name);
    press(label);
    expect(perch.calls).toEqual([['join', walks.id, { shown: true }]]);
  });

  it('brings both answers where both are asked', async () => {
    const perch = await join('anonymous_refused');
    perch.answers.join = { fault: 'blocked_on_stage' };
    press('Listen with my name');
    fireEvent.click(await screen.findByRole('button', { name: 'Listen anyway' }));
    expect(perch.calls.at(-1)).toEqual(['join', walks.id, { shown: true, despiteBlocked: true }]);
  });

  it('is let go', async () => {
    const perch = await join('blocked_on_stage');
    press('Not now');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(perch.calls).toEqual([]);
  });

  it('is asked here when it came from a bar, and put away there', async () => {
    const question = { spaceId: walks.id, fault: 'blocked_on_stage' } as const;
    const perch = open(fakePerch({ spaces: [walks], view: { question } }));
    press('Not now');
    expect(perch.calls).toEqual([['dismiss']]);
    perch.view.value = { ...perch.view.value, question: null };
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it('is said beside another Space that plays', async () => {
    const other = card(2, 'Rust audio, week 12');
    const perch = inside({ as: yuki });
    perch.view.value = { ...perch.view.value, list: { ...perch.view.value.list, spaces: [walks, other] } };
    perch.answers.join = { fault: 'anonymous_refused' };
    open(perch);
    press(`Start listening: ${other.title}`);
    expect(
      await screen.findByRole('alertdialog', { name: 'The host wants to see who listens' }),
    ).toBeTruthy();
  });
});
