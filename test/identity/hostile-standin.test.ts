import { safeFetchWrap } from '@atproto-labs/fetch-node';
import * as oauth from 'oauth4webapi';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { type Mastodon, type MastodonOptions, startMastodon } from '../support/networks/mastodon.ts';
import type { MastodonTrick } from '../support/networks/mastodon-tricks.ts';
import { mappedFetch } from '../support/networks/outside.ts';

const HOST = 'mastodon.example';
const METADATA = `https://${HOST}/.well-known/oauth-authorization-server`;
const NODEINFO = `https://${HOST}/nodeinfo/2.0`;

const running: Mastodon[] = [];
afterEach(async () => void (await Promise.all(running.splice(0).map((one) => one.stop()))));

async function start(options: MastodonOptions): Promise<Mastodon> {
  const mastodon = await startMastodon({ variant: '4.4', ...options });
  running.push(mastodon);
  return mastodon;
}

/** A safe fetch as a server has it, that finds the stand-ins. */
function outside({ timeout = 10_000 } = {}): typeof fetch {
  const hosts = Object.assign({}, ...running.map((one) => one.hosts)) as Record<string, string>;
  return safeFetchWrap({ allowIpHost: false, timeout, fetch: mappedFetch(hosts, fetch) }) as typeof fetch;
}

const ask = (url: string, fetcher = outside()) => fetcher(url, { redirect: 'error' });
const json = async (url: string) => (await ask(url)).json() as Promise<Record<string, unknown>>;
const avatarOf = async ({ idOf }: Mastodon) => {
  const { avatar } = await json(`https://${HOST}/api/v1/accounts/${idOf('ana')}`);
  return String(avatar);
};

describe('a server that answers badly', () => {
  it.each([
    ['ten-megabytes', 'Response too large'],
    ['zipped-megabytes', 'Response too large'],
  ] as const)('floods with %s', async (trick, why) => {
    await start({ trick });
    await expect(json(NODEINFO)).rejects.toThrow(why);
  });

  it('sends the asker to a private address', async () => {
    await start({ trick: 'private-redirect' });
    await expect(ask(NODEINFO)).rejects.toThrow('fetch failed');
    const response = await outside()(NODEINFO, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('https://169.254.169.254/latest/meta-data/');
  });

  it('never answers', async () => {
    const mastodon = await start({ trick: 'never-answers' });
    await expect(ask(NODEINFO, outside({ timeout: 60 }))).rejects.toThrow('aborted');
    expect(mastodon.asked).toMatchObject([{ path: '/nodeinfo/2.0', status: 0 }]);
  });

  it('answers late', async () => {
    const mastodon = await start({ trick: 'slow' });
    await expect(ask(NODEINFO, outside({ timeout: 60 }))).rejects.toThrow('aborted');
    await mastodon.stop();
    running.splice(0);
    const quicker = await start({ trick: 'slow', slowMs: 30 });
    expect((await ask(NODEINFO)).status).toBe(200);
    expect(quicker.asked).toHaveLength(1);
  });

  it('is broken, or shows a page to everybody', async () => {
    const mastodon = await start({ trick: 'fails' });
    expect((await ask(NODEINFO)).status).toBe(500);
    mastodon.play('html');
    await expect(json(NODEINFO)).rejects.toThrow(SyntaxError);
  });

  it('plays its trick only where it is told to, until it is told to stop', async () => {
    const mastodon = await start({});
    mastodon.play('fails', '/nodeinfo/');
    expect((await ask(NODEINFO)).status).toBe(500);
    expect((await ask(METADATA)).status).toBe(200);
    mastodon.play(null);
    expect((await ask(NODEINFO)).status).toBe(200);
  });
});

describe('a server that lies', () => {
  it('names another issuer, which oauth4webapi refuses', async () => {
    await start({ trick: 'wrong-issuer' });
    const response = await ask(METADATA);
    const refused = oauth.processDiscoveryResponse(new URL(`https://${HOST}`), response);
    await expect(refused).rejects.toThrow('"issuer" property does not match');
  });

  it.each([
    ['foreign-endpoints', METADATA, { token_endpoint: 'https://elsewhere.example/oauth/token' }],
    [
      'foreign-acct',
      `https://${HOST}/api/v1/accounts/lookup?acct=ana`,
      { acct: 'ana@elsewhere.example', uri: `https://${HOST}/users/ana` },
    ],
    [
      'foreign-actor',
      `https://${HOST}/api/v1/accounts/lookup?acct=ana`,
      { acct: 'ana', uri: 'https://elsewhere.example/users/ana' },
    ],
    [
      'foreign-webfinger',
      `https://${HOST}/.well-known/webfinger?resource=acct:ana@${HOST}`,
      { aliases: [`https://${HOST}/@ana`, 'https://elsewhere.example/users/ana'] },
    ],
  ] as const)('claims what is not its own: %s', async (trick, url, claim) => {
    await start({ trick });
    expect(await json(url)).toMatchObject(claim);
  });
});

describe('pictures', () => {
  it('are true ones as long as nobody plays a trick', async () => {
    const mastodon = await start({});
    const picture = await (await ask(await avatarOf(mastodon))).arrayBuffer();
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 400, height: 400 });
  });

  const fetched = async (trick: MastodonTrick) => ask(await avatarOf(await start({ trick })));

  it('that are none', async () => {
    const text = await (await fetched('avatar-not-image')).arrayBuffer();
    await expect(sharp(text).metadata()).rejects.toThrow('unsupported image format');
  });

  it('that hold a script', async () => {
    expect(await (await fetched('avatar-svg')).text()).toContain('<script>');
  });

  it('that unpack to far more than they weigh, within the limit that sharp has by itself', async () => {
    const bomb = await (await fetched('avatar-bomb')).arrayBuffer();
    expect(bomb.byteLength).toBeLessThan(50_000);
    const { width = 0, height = 0 } = await sharp(bomb).metadata();
    expect(width * height).toBe(256_000_000);
    await expect(sharp(bomb, { limitInputPixels: 1e7 }).resize(1).toBuffer()).rejects.toThrow('pixel limit');
  });

  it('that are too heavy, lead elsewhere, or lie in a private network', async () => {
    await expect(fetched('avatar-huge').then((response) => response.arrayBuffer())).rejects.toThrow(
      'Response too large',
    );
    await expect(fetched('avatar-redirect')).rejects.toThrow('fetch failed');
    await expect(fetched('avatar-private')).rejects.toThrow('Invalid hostname');
  });
});

describe('a domain that is not its host', () => {
  const split = { host: 'web.village.example', domain: 'village.example' };
  const finger = 'https://village.example/.well-known/webfinger?resource=acct:ana@village.example';

  it('answers for its people by itself', async () => {
    await start(split);
    const answer = await json(finger);
    expect(answer).toMatchObject({ subject: 'acct:ana@village.example' });
    expect(JSON.stringify(answer)).toContain('"href":"https://web.village.example/users/ana"');
    expect((await ask('https://village.example/api/v2/instance')).status).toBe(404);
    expect(await json('https://web.village.example/api/v2/instance')).toMatchObject({
      domain: 'village.example',
    });
  });

  it('or leads to its host by a redirect, which nobody has to follow', async () => {
    await start({ ...split, handsOn: 'by-redirect' });
    await expect(ask(finger)).rejects.toThrow('fetch failed');
    const response = await outside()(finger, { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect((await ask(response.headers.get('location')!)).status).toBe(200);
  });
});

describe('everybody else', () => {
  it.each([
    'http://mastodon.example/',
    'https://mastodon.example:8443/',
    'https://127.0.0.1/',
    'https://localhost/',
  ])('is not reached at %s', async (url) => {
    const mastodon = await start({});
    await expect(ask(url)).rejects.toThrow();
    expect(mastodon.asked).toEqual([]);
  });
});
