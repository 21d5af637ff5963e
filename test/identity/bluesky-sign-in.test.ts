import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outside } from '../../server/identity/networks/outside.ts';
import { type BlueskyHouse, noting, openBlueskyHouse } from '../support/networks/bluesky-house.ts';
import { consentAlone } from '../support/networks/bluesky-consent.ts';
import type { AtprotoPerson } from '../support/networks/dev-env.ts';
import { portrait } from '../support/networks/portrait.ts';

const BACK = 'http://127.0.0.1:8790/auth/back/bluesky';
const LEAVES = 'bluesky-session';

let house: BlueskyHouse;
let ana: AtprotoPerson;
let ben: AtprotoPerson;
beforeAll(async () => {
  house = await openBlueskyHouse();
  [ana, ben] = [await house.atproto.createPerson('ana'), await house.atproto.createPerson('ben')];
}, 600_000);
afterAll(() => house?.close());

test('whoever consents at their PDS is who they are, with name and picture, and nothing of the session is kept', async () => {
  const asked: string[] = [];
  const doorway = await house.open({ outside: noting(asked) });
  const picture = await portrait('ana');
  const avatar = await upload(ana, picture);
  const record = { $type: 'app.bsky.actor.profile', displayName: 'Ana Lima', avatar };
  const where = { repo: ana.did, collection: 'app.bsky.actor.profile', rkey: 'self' };
  await house.atproto.call(ana, 'com.atproto.repo.putRecord', {}, { ...where, record });

  const proof = await doorway.signIn(ana);
  expect(proof).toEqual({
    network: 'bluesky',
    subject: ana.did,
    handle: '@ana.test',
    host: 'localhost',
    name: 'Ana Lima',
    pictureUrl: expect.stringContaining('/xrpc/com.atproto.sync.getBlob?'),
    keys: [`at:${ana.did}`, 'at:ana.test'],
    mastodon: null,
    status: false,
  });
  const shown = await house.atproto.outside(proof.pictureUrl!);
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture);
  expect(await doorway.store.secret(LEAVES, ana.did)).toBeUndefined();
  expect(asked.filter((path) => path === '/oauth/revoke')).toHaveLength(1);
});

test('somebody without a profile is called as their handle', async () => {
  const { name, pictureUrl } = await (await house.open()).signIn(ben);
  expect([name, pictureUrl]).toEqual(['ben.test', null]);
});

test('whoever says no at the PDS has cancelled', async () => {
  const { door } = (await house.open()).bluesky;
  const { url, kept } = await door!.begin({ who: 'ana.test', purpose: 'sign-in' }, '', BACK);
  const answer = await consentAlone(house.browser, url, ana, { deny: true });
  await expect(door!.finish(kept, answer, BACK)).rejects.toMatchObject({ code: 'sign_in_cancelled' });
});

test('an answer counts once, for the sign-in that was begun, and from the server that was asked', async () => {
  const doorway = await house.open();
  const { door } = doorway.bluesky;
  const { kept, answer } = await doorway.visit(ana);
  const finish = (changes: Record<string, string | null>) => {
    const changed = new URLSearchParams(answer);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) changed.delete(name);
      else changed.set(name, value);
    }
    return door!.finish(kept, changed, BACK);
  };
  await expect(finish({ state: 'another' })).rejects.toMatchObject({ code: 'sign_in_over' });
  await expect(finish({ state: null })).rejects.toMatchObject({ code: 'sign_in_over' });
  await expect(finish({ code: null })).rejects.toMatchObject({ code: 'sign_in_over' });
  await expect(finish({ iss: 'https://elsewhere.example' })).rejects.toMatchObject({
    code: 'identity_untrusted',
  });
  await expect(finish({ iss: null })).rejects.toMatchObject({ code: 'identity_untrusted' });
  expect((await finish({})).subject).toBe(ana.did);
  await expect(finish({})).rejects.toMatchObject({ code: 'sign_in_over' });
});

test('whoever begins as one account and consents with another is let in as neither', async () => {
  const doorway = await house.open();
  const { kept, answer } = await doorway.visit(ben);
  const asAna = { ...(kept as object), did: ana.did };
  await expect(doorway.bluesky.door!.finish(asAna, answer, BACK)).rejects.toMatchObject({
    code: 'identity_untrusted',
  });
});

test('a server that gives out an account which lives elsewhere is not believed', async () => {
  const doorway = await house.open({ outside: claiming(ana.did) });
  const { kept, answer } = await doorway.visit(ben);
  const asAna = { ...(kept as object), did: ana.did };
  await expect(doorway.bluesky.door!.finish(asAna, answer, BACK)).rejects.toMatchObject({
    code: 'identity_untrusted',
  });
});

test('a name that does not point back is not told as theirs', async () => {
  const doorway = await house.open({ outside: pointingTo(ana.did) });
  const { kept, answer } = await doorway.visit(ben, { who: ben.did });
  const { handle, keys } = await doorway.bluesky.door!.finish(kept, answer, BACK);
  expect(handle).toBe(`@${ben.did.slice(0, 12)}…${ben.did.slice(-4)}`);
  expect(keys).toEqual([`at:${ben.did}`]);
});

test('nobody is sent to a server for what is no handle, nor for one that nobody has', async () => {
  const { door } = (await house.open()).bluesky;
  const begin = (who: string) => door!.begin({ who, purpose: 'sign-in' }, '', BACK);
  for (const who of [
    '',
    'ana',
    'ana.test/../x',
    'http://127.0.0.1:3000',
    'did:key:abc',
    '127.0.0.1',
    'a b.test',
  ]) {
    await expect(begin(who), who).rejects.toMatchObject({ code: 'invalid_input' });
  }
  await expect(begin('nobody.test')).rejects.toMatchObject({ code: 'network_unreachable' });
  await expect(begin('ana.elsewhere.example')).rejects.toMatchObject({ code: 'network_unreachable' });
});

test('nobody is sent to a server of which the operator takes nobody, nor is that server asked', async () => {
  const asked: string[] = [];
  const { bluesky, store } = await house.open({ outside: noting(asked) });
  await store.setDomain({ host: 'test', rule: 'block', by: 'olu', at: Date.now() });
  const begun = bluesky.door!.begin({ who: 'ana.test', purpose: 'sign-in' }, '', BACK);
  await expect(begun).rejects.toMatchObject({ code: 'domain_refused' });
  expect(asked).toEqual([]);
});

test('a server that fails for one is asked again for the next, as whose server it is anybody may claim', async () => {
  let fails = true;
  const outside =
    (through: Outside): Outside =>
    (url, init) =>
      fails && new URL(url).pathname === '/oauth/par'
        ? Promise.resolve(new Response(null, { status: 500 }))
        : through(url, init);
  const { door } = (await house.open({ outside })).bluesky;
  const begin = () => door!.begin({ who: 'ana.test', purpose: 'sign-in' }, '', BACK);
  await expect(begin()).rejects.toMatchObject({ code: 'network_unreachable' });
  fails = false;
  expect((await begin()).url).toContain('/oauth/authorize');
});

test('a server that never answers holds nobody up, at the beginning and at the end', async () => {
  let isMute = false;
  const limits = { outsideMs: 2_000 };
  const doorway = await house.open({
    limits,
    outside:
      (through) =>
      (...ask) =>
        isMute ? silence(ask[1]) : through(...ask),
  });
  const { door } = doorway.bluesky;
  const { kept, answer } = await doorway.visit(ana);
  isMute = true;
  await expect(door!.finish(kept, answer, BACK)).rejects.toMatchObject({ code: 'network_unreachable' });
  const again = door!.begin({ who: 'ana.test', purpose: 'sign-in' }, '', BACK);
  await expect(again).rejects.toMatchObject({ code: 'network_unreachable' });
});

test('a server without a public address sends people back to this machine alone', async () => {
  const { door } = (await house.open()).bluesky;
  const begin = (callback: string) => door!.begin({ who: 'ana.test', purpose: 'sign-in' }, '', callback);
  const { url } = await begin('http://localhost:8790/auth/back/bluesky');
  const client = new URL(new URL(url).searchParams.get('client_id')!);
  expect(client.hostname).toBe('localhost');
  expect(client.searchParams.get('redirect_uri')).toBe(BACK);
  await expect(begin('http://192.168.1.5:8790/auth/back/bluesky')).rejects.toMatchObject({
    code: 'forbidden',
  });
});

async function upload(person: AtprotoPerson, picture: Buffer): Promise<unknown> {
  const response = await fetch(`${house.atproto.pdsUrl}/xrpc/com.atproto.repo.uploadBlob`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}`, 'content-type': 'image/png' },
    body: new Uint8Array(picture),
  });
  return ((await response.json()) as { blob: unknown }).blob;
}

/** Every handle leads to that account. */
function pointingTo(did: string): (through: Outside) => Outside {
  return (through) => (url, init) =>
    new URL(url).pathname === '/.well-known/atproto-did'
      ? Promise.resolve(new Response(did))
      : through(url, init);
}

/** The server's tokens are for that account, which the directory has at another server. */
function claiming(did: string): (through: Outside) => Outside {
  const elsewhere = 'https://pds.elsewhere.example';
  return (through) => async (url, init) => {
    const { origin, pathname } = new URL(url);
    if (origin === elsewhere && pathname.endsWith('protected-resource')) {
      return Response.json({ resource: elsewhere, authorization_servers: [elsewhere] });
    }
    const response = await through(origin === elsewhere ? `${house.atproto.pdsUrl}${pathname}` : url, init);
    const change = async (changes: (body: { service: object[] }) => object) => {
      const body = (await response.json()) as { service: object[] };
      return Response.json({ ...body, ...changes(body) }, { headers: response.headers });
    };
    if (origin === elsewhere) return change(() => ({ issuer: elsewhere, protected_resources: [elsewhere] }));
    if (pathname === '/oauth/token' && response.ok) return change(() => ({ sub: did }));
    if (pathname !== `/${encodeURIComponent(did)}`) return response;
    return change(({ service }) => ({ service: [{ ...service[0], serviceEndpoint: elsewhere }] }));
  };
}

/** Never answers, until nobody waits any more. */
function silence(init: RequestInit | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new Error('nobody waits any more')), { once: true });
  });
}
