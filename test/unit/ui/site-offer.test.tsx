import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { BAR_AS_IT_COMES, type BarSettings } from '#shared/schema/view.ts';
import { Popup } from '#shared/ui/popup.tsx';
import { fakePerch } from '../../support/fake-perch.ts';
import { fakeSite, type FakeSite } from '../../support/fake-sites.ts';
import { show } from '../../support/show.tsx';

const REFUSED = 'Nothing was changed. You can try again whenever you like.';
const OFFER = { name: 'Show Spaces on social.example' };

function open(site: FakeSite | null, bar: Partial<BarSettings> = {}) {
  const perch = fakePerch({ view: { bar: { ...BAR_AS_IT_COMES, ...bar } } });
  show(perch, <Popup site={site} />);
  return perch;
}

/** What the offer says of itself. */
function aboutOffer() {
  const id = screen.getByRole('button', OFFER).getAttribute('aria-describedby')!;
  return document.getElementById(id)?.textContent;
}

describe('the popup over a site that Perch could work on', () => {
  it('offers it, and says what that means', () => {
    open(fakeSite('social.example', false));
    expect(aboutOffer()).toContain('It reads author names of posts on your device only.');
  });

  it('asks the browser before anything else happens in the click', () => {
    const site = fakeSite('social.example', false);
    site.answer = Promise.withResolvers<boolean>().promise;
    open(site);
    const offer = screen.getByRole('button', OFFER);
    fireEvent.click(offer);
    expect(site.calls).toEqual(['allow']);
    fireEvent.click(offer);
    expect(site.calls).toEqual(['allow']);
  });

  it('says so when Perch may work there, and keeps the focus', async () => {
    open(fakeSite('social.example', false));
    fireEvent.click(screen.getByRole('button', OFFER));
    const said = await screen.findByText(/^Perch now works on social\.example/);
    expect(screen.queryByRole('button', OFFER)).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(said));
  });

  it('does not offer it again after another page of the popup', async () => {
    open(fakeSite('social.example', false));
    fireEvent.click(screen.getByRole('button', OFFER));
    await screen.findByText(/^Perch now works/);
    fireEvent.click(screen.getByRole('button', { name: 'Host a Space' }));
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.queryByRole('button', OFFER)).toBeNull();
  });

  it('says that nothing was changed when the person refused, and lets them try again', async () => {
    const site = fakeSite('social.example', false);
    site.answer = false;
    open(site);
    fireEvent.click(screen.getByRole('button', OFFER));
    await waitFor(() => expect(aboutOffer()).toContain(REFUSED));
    expect(screen.getByText(REFUSED).getAttribute('role')).toBe('status');
    site.answer = true;
    fireEvent.click(screen.getByRole('button', OFFER));
    await screen.findByText(/^Perch now works/);
  });
});

describe('the popup after a prompt that has closed it', () => {
  it('says that nothing was changed, and offers it again', async () => {
    const site = { ...fakeSite('social.example', false), wasRefused: true };
    open(site);
    expect(aboutOffer()).toContain(REFUSED);
    fireEvent.click(screen.getByRole('button', OFFER));
    await screen.findByText(/^Perch now works/);
  });
});

describe('the popup over a site where Perch works', () => {
  it.each([
    [
      'is hidden there',
      { hiddenOn: ['x.com'] },
      'Show the bar on x.com again',
      'The bar is hidden on x.com.',
    ],
    [
      'is switched off there',
      { offOn: ['x.com'] },
      'Show the bar on x.com again',
      'Perch is switched off on x.com.',
    ],
    [
      'is hidden for today',
      { hiddenUntil: Date.now() + 60_000 },
      'Show it now',
      'The bar is hidden until tomorrow.',
    ],
  ])('offers the way back to a bar that %s', async (_, bar, name, sentence) => {
    const site = fakeSite('x.com', true);
    const perch = open(site, bar);
    expect(screen.getByText(sentence)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name }));
    expect(site.calls).toEqual(['showBar']);
    perch.view.value = { ...perch.view.value, bar: BAR_AS_IT_COMES };
    const said = await screen.findByText('The bar is back, whenever somebody is live.');
    expect(screen.queryByRole('button', { name })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(said));
  });

  it.each([
    ['nothing keeps the bar away', {}],
    ['it is hidden elsewhere', { hiddenOn: ['bsky.app'], offOn: ['elk.zone'] }],
    ['it was hidden until today', { hiddenUntil: Date.now() - 1 }],
  ])('says nothing while %s', (_, bar) => {
    open(fakeSite('x.com', true), bar);
    expect(screen.queryByRole('button', { name: /bar|Show/ })).toBeNull();
  });
});

describe('the popup over any other page', () => {
  it('says nothing of it', () => {
    open(null, { hiddenUntil: Date.now() + 60_000 });
    expect(screen.queryByRole('button', { name: /bar|Show/ })).toBeNull();
  });
});
