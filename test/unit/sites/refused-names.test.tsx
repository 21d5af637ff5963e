import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { Popup } from '#shared/ui/popup.tsx';
import { fixedSite } from '../../../extension/entrypoints/popup/fixed-site.ts';
import { OptionsPage } from '../../../extension/entrypoints/options/options-page.tsx';
import { matchesOfSites, refusedNames } from '../../../extension/sites/refused.ts';
import { fakeOptions } from '../../support/fake-options.ts';
import { fakePerch } from '../../support/fake-perch.ts';
import { fakeSites } from '../../support/fake-sites.ts';
import { show } from '../../support/show.tsx';
import { patternOf } from '../../support/site-access.ts';

const X = ['x.com', 'mobile.x.com', 'twitter.com', 'mobile.twitter.com'];

/** A browser that lets Perch into everything but these hosts, until it asks the person for them, who says yes. */
function keepOut(...hosts: string[]) {
  const refused = new Set(hosts.map(patternOf));
  const asked: (readonly string[])[] = [];
  return {
    asked,
    areAllowed: async (origins: readonly string[]) => origins.every((origin) => !refused.has(origin)),
    async askForAll(origins: readonly string[]) {
      asked.push(origins);
      for (const origin of origins) refused.delete(origin);
      return true;
    },
    showBar: async () => ({ fault: null }),
  };
}

it.each([
  ['one name', ['twitter.com'], ['twitter.com']],
  ['some names', ['twitter.com', 'mobile.twitter.com'], ['twitter.com', 'mobile.twitter.com']],
  ['all names', X, ['x.com']],
  ['names of two sites', ['mobile.x.com', 'bsky.app'], ['mobile.x.com', 'bsky.app']],
  ['no name', [], []],
])('%s that a browser refuses are told apart from those that it does not', async (_, hosts, told) => {
  expect(await refusedNames(keepOut(...hosts).areAllowed)).toEqual(told);
});

it('one refused name is told by itself in the settings, and asked for again with its whole site by one click', async () => {
  const { areAllowed, askForAll, asked } = keepOut('twitter.com', 'mobile.twitter.com');
  const sites = fakeSites({ refused: [...(await refusedNames(areAllowed))] });
  sites.allowFixed = async () => {
    const isAllowed = await askForAll(matchesOfSites(sites.refused.value));
    sites.refused.value = [...(await refusedNames(areAllowed))];
    return isAllowed;
  };
  show(fakePerch(), <OptionsPage options={fakeOptions({ sites })} />);
  const told = () => screen.queryByText(/^Your browser keeps Perch out of/);
  expect(told()?.textContent).toMatch(/\btwitter\.com\b.*\bmobile\.twitter\.com\b/);
  expect(told()?.textContent).not.toMatch(/\bx\.com\b/);
  fireEvent.click(screen.getByRole('button', { name: 'Allow' }));
  await waitFor(() => expect(told()).toBeNull());
  expect(asked).toEqual([X.map(patternOf)]);
});

it('one refused name is offered by the popup over its own pages, and had again with its whole site by one click', async () => {
  const doors = keepOut('twitter.com');
  const open = async (host: string) => show(fakePerch(), <Popup site={await fixedSite(host, doors)} />);
  const offer = (host: string) => screen.queryByRole('button', { name: `Show Spaces on ${host}` });
  await open('x.com');
  expect(offer('x.com')).toBeNull();
  await open('twitter.com');
  fireEvent.click(offer('twitter.com')!);
  await screen.findByText(/^Perch now works on twitter\.com/);
  expect(doors.asked).toEqual([X.map(patternOf)]);
  await open('twitter.com');
  expect(offer('twitter.com')).toBeNull();
});
