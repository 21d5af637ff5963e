import type { CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfKey, identityKey } from '#shared/schema/identity.ts';
import { visit } from '../../support/site-visit.ts';
import { acct, PEOPLE, READER, skyHandle } from '../../support/sites/content.ts';
import { SITES } from '../../support/sites/hosts.ts';
import {
  FIXED,
  nextFrames,
  openTimelines,
  scrollTo,
  type Timelines,
  untilSome,
} from '../../support/timelines.ts';
import { until } from '../../support/until.ts';

let timelines: Timelines;
let worker: CDPSession;
/** All that the extension has sent: addresses, headers, bodies, frames. */
const sent: string[] = [];

beforeAll(async () => {
  timelines = await openTimelines();
  const { profile } = timelines;
  // What an earlier worker has read of the Space, it would not ask for again.
  await profile.stopWorker(await profile.open('about:blank'));
  await profile.open(profile.address('options.html'));
  worker = await (await until('the worker', async () => profile.worker())).createCDPSession();
  worker.on('Network.requestWillBeSent', ({ request }) =>
    sent.push(request.url, JSON.stringify(request.headers), request.postData ?? ''),
  );
  worker.on('Network.webSocketFrameSent', ({ response }) => sent.push(response.payloadData));
  await worker.send('Network.enable');
});
afterAll(() => timelines?.close());

/** Every form in which a fixture page names somebody. */
function namesOf(person: (typeof PEOPLE)[number]): string[] {
  const { user, did } = person;
  return [`@${user}`, `${user}@`, `@${acct(person)}`, skyHandle(person), did];
}

async function hashesOf(person: (typeof PEOPLE)[number]): Promise<string[]> {
  const { user, did, home } = person;
  const keys = [
    identityKey('x', user),
    identityKey('at', skyHandle(person)),
    identityKey('at', did),
    ...['social.example', 'example.social', home ?? 'elk.zone'].map((host) =>
      identityKey('ap', `${user}@${host}`),
    ),
  ];
  return Promise.all(keys.map(hashOfKey));
}

describe('what is read of a page', () => {
  it('leaves the browser in no form: no handle, and no hash of one', async () => {
    const before = timelines.sites.requests().length;
    for (const name of FIXED) {
      const { page, hosts } = await visit(timelines.profile, SITES[name]);
      await untilSome(page, '[data-perch-live]');
      for (let top = 0; top < 12_000; top += 3_000) {
        await scrollTo(page, top);
        await nextFrames(page);
      }
      expect([...hosts].filter((host) => host === 'localhost')).toEqual([]);
      await page.close();
    }
    const asked = timelines.sites
      .requests()
      .slice(before)
      .filter(({ path, headers }) => headers.origin?.startsWith('chrome-extension') || path.includes('/v1/'));
    expect(asked).toEqual([]);
    expect(sent.some((text) => text.includes('/v1/spaces/'))).toBe(true);
    const people = PEOPLE.filter((person) => person !== READER);
    const secrets = [...people.flatMap(namesOf), ...(await Promise.all(people.map(hashesOf))).flat()];
    const told = sent.join('\n').toLowerCase();
    expect(secrets.filter((secret) => told.includes(secret.toLowerCase()))).toEqual([]);
  });
});
