import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '#shared/schema/view.ts';
import { Popup } from '#shared/ui/popup.tsx';
import { fakePerch, type FakePerch } from '../../support/fake-perch.ts';
import { show } from '../../support/show.tsx';

function openForm(perch: FakePerch = fakePerch()) {
  show(perch, <Popup />);
  const { hostASpace } = perch.catalogue.value.words;
  fireEvent.click(screen.getByRole('button', { name: hostASpace }));
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

  it('says which language is spoken: Perch’s own until the host chooses, the person’s languages first', async () => {
    const perch = openForm(fakePerch({ language: 'fr' }));
    const language = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Langue parlée' });
    expect(language.value).toBe('fr');
    const [first, second] = [...language.options].map(({ value }) => value);
    expect([first, second]).toEqual(['en', 'fr']);
    const codes = [...language.options].map(({ value }) => value);
    expect(new Set(codes).size).toBe(codes.length);
    fireEvent.change(language, { target: { value: 'de' } });
    write(screen.getAllByRole<HTMLInputElement>('textbox')[0]!, 'Sonntag');
    fireEvent.submit(language.form!);
    await waitFor(() => expect(perch.calls).toHaveLength(1));
    expect(perch.calls[0]).toEqual(['host', { title: 'Sonntag', lang: 'de', speakPolicy: 'invited' }]);
  });

  it('offers those whom the host follows only once somebody is known, and says what the server is told', async () => {
    const perch = openForm();
    const radio = () => screen.getByRole<HTMLInputElement>('radio', { name: 'People I follow' });
    expect(radio().disabled).toBe(true);
    expect(screen.getByText(/does not know yet whom you follow/)).toBeTruthy();
    perch.view.value = { ...perch.view.value, follows: 2 };
    await waitFor(() => expect(radio().disabled).toBe(false));
    expect(screen.queryByText(/scrambled codes/)).toBeNull();
    fireEvent.click(radio());
    expect(
      await screen.findByText(
        /scrambled codes of the 2 people .* salted anew .* deleted when the Space ends/,
      ),
    ).toBeTruthy();
    write(title(), 'Sunday repairs');
    fireEvent.click(start());
    await waitFor(() =>
      expect(perch.calls).toContainEqual(['host', { ...repairs, speakPolicy: 'followed' }]),
    );
  });

  it('leaves that choice out where no account could be named', () => {
    const perch = fakePerch();
    openForm(Object.assign(perch, { openOptions: null }));
    expect(screen.queryByRole('radio', { name: 'People I follow' })).toBeNull();
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
