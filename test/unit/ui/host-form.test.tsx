import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '#shared/schema/view.ts';
import { Popup } from '#shared/ui/popup.tsx';
import { fakePerch, type FakePerch } from '../../support/fake-perch.ts';
import { show } from '../../support/show.tsx';

function openForm(perch: FakePerch = fakePerch()) {
  show(perch, <Popup />);
  fireEvent.click(screen.getByRole('button', { name: 'Host a Space' }));
  return perch;
}
const repairs = { title: 'Sunday repairs', lang: 'en', speakPolicy: 'invited' };
const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name your Space' });
const name = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Your name' });
const start = () => screen.getByRole('button', { name: /^Start/ });
const write = (input: HTMLInputElement, value: string) => fireEvent.input(input, { target: { value } });
const noteOf = (input: HTMLInputElement) =>
  document.getElementById(input.getAttribute('aria-describedby')!)!.textContent;

describe('the host form', () => {
  it('begins in the title and keeps the name from before', async () => {
    openForm(fakePerch({ view: { name: 'Tomás' } }));
    await waitFor(() => expect(document.activeElement).toBe(title()));
    expect(name().value).toBe('Tomás');
  });

  it('starts a Space and goes back to the list', async () => {
    const perch = openForm();
    write(title(), 'Sunday repairs');
    write(name(), 'Tomás');
    fireEvent.click(start());
    await screen.findByRole('button', { name: 'Host a Space' });
    expect(perch.calls).toContainEqual(['host', { ...repairs, name: 'Tomás' }]);
  });

  it('asks for no name', async () => {
    const perch = openForm();
    write(title(), 'Sunday repairs');
    fireEvent.click(start());
    await screen.findByRole('button', { name: 'Host a Space' });
    expect(perch.calls).toContainEqual(['host', repairs]);
  });

  it('makes one request of a double click', () => {
    const perch = fakePerch();
    perch.answers.host = Promise.withResolvers<Outcome>().promise;
    openForm(perch);
    write(title(), 'Sunday repairs');
    fireEvent.click(start());
    fireEvent.click(start());
    expect(start().getAttribute('aria-busy')).toBe('true');
    expect(perch.calls.filter(([verb]) => verb === 'host')).toHaveLength(1);
  });

  it.each([
    ['nothing', '', 'Give your Space a name'],
    ['blanks', '   ', 'Give your Space a name'],
    ['hidden direction marks', 'safe\u202egnp.exe', 'characters that cannot be seen'],
    ['one character too many', 'x'.repeat(71), '1 character too many.'],
    ['many characters too many', '🦜'.repeat(90), '20 characters too many.'],
  ])('says what is wrong with %s', (_, text, sentence) => {
    const perch = openForm();
    write(title(), text);
    fireEvent.click(start());
    expect(title().getAttribute('aria-invalid')).toBe('true');
    expect(noteOf(title())).toContain(sentence);
    expect(document.activeElement).toBe(title());
    expect(perch.calls).toEqual([]);
  });

  it('counts down only near the end', () => {
    openForm();
    write(title(), 'x'.repeat(49));
    expect(noteOf(title())).toBe('');
    write(title(), 'x'.repeat(69));
    expect(noteOf(title())).toBe('1 character left');
  });

  it('says what went wrong, keeps what was written and starts again', async () => {
    const perch = fakePerch();
    perch.answers.host = { fault: 'unreachable' };
    openForm(perch);
    write(title(), 'Sunday repairs');
    fireEvent.click(start());
    expect((await screen.findByRole('alert')).textContent).toContain('The server does not answer');
    expect(title().value).toBe('Sunday repairs');
    delete perch.answers.host;
    fireEvent.click(start());
    await screen.findByRole('button', { name: 'Host a Space' });
  });
});
