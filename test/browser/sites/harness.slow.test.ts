import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { SpaceSchema } from '#shared/schema/space.ts';
import { strangeSpaceId } from '../../support/sites/content.ts';
import { LIARS, MASTODON_DOMAIN, MASTODON_HOST, SITES, SPACES_URL } from '../../support/sites/hosts.ts';
import { onFixtures } from '../../support/sites/on-fixtures.ts';

const ID = strangeSpaceId(77);
/** Long enough for an answer on loopback, short for one that never comes. */
const PATIENCE_MS = 1_000;

const fixtures = onFixtures();

interface Answer {
  status: number;
  bytes: number;
  body: string;
}

/** What a page without a policy of its own gets from an address; the beginning of it when it is long. */
async function ask(url: string): Promise<Answer | string> {
  const page = await fixtures.open(SITES.bluesky);
  const answer = await page.evaluate(
    async (address, patience) => {
      try {
        const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
        const body = await response.text();
        return { status: response.status, bytes: body.length, body: body.slice(0, 4_000) };
      } catch (error) {
        return (error as Error).name;
      }
    },
    url,
    PATIENCE_MS,
  );
  // Asking strangers is what these tests do.
  fixtures.forgive();
  return answer;
}

async function body(url: string): Promise<unknown> {
  const answer = await ask(url);
  return typeof answer === 'string' ? answer : JSON.parse(answer.body);
}

describe('the hosts of the harness', () => {
  it('serve each site with its policy, and keep what was asked', async () => {
    await fixtures.open(SITES.mastodon);
    const asked = fixtures.sites.requests().filter(({ host }) => host === MASTODON_HOST);
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toContain('GET /home');
    const page = fixtures.browser;
    const policies = await Promise.all(
      [SITES.mastodon, SITES.x, SITES.elk, SITES.phanpy].map(async (site) => {
        const tab = await page.newPage();
        const response = await tab.goto(site.home);
        await tab.close();
        return response!.headers()['content-security-policy'] ?? '';
      }),
    );
    expect(policies.map((policy) => /default-src[^;]*/.exec(policy)?.[0])).toEqual([
      "default-src 'none'",
      "default-src 'self'",
      "default-src 'self'",
      undefined,
    ]);
  });

  it('say which domain a Mastodon server has, to anybody', async () => {
    expect(await body(`https://${MASTODON_HOST}/api/v2/instance`)).toMatchObject({ domain: MASTODON_DOMAIN });
  });

  it('are all there are', async () => {
    const tab = await fixtures.browser.newPage();
    await expect(tab.goto('https://elsewhere.example/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    await tab.close();
  });
});

describe('the servers that mean harm', () => {
  const at = (host: string) => `https://${host}/v1/spaces/${ID}`;

  it('answer rubbish, another shape, or another Space than was asked for', async () => {
    const rubbish = (await ask(at(LIARS.rubbish))) as Answer;
    expect(() => JSON.parse(rubbish.body) as unknown).toThrow(SyntaxError);
    expect(v.safeParse(SpaceSchema, await body(at(LIARS.shape))).success).toBe(false);
    const other = v.parse(SpaceSchema, await body(at(LIARS.otherId)));
    expect(other.id).not.toBe(ID);
  });

  it('answer markup in their texts, and send the asker on', async () => {
    const told = v.parse(SpaceSchema, await body(at(LIARS.markup)));
    expect([told.id, told.title.startsWith('<img')]).toEqual([ID, true]);
    expect(await body(at(LIARS.redirect))).toMatchObject({ id: ID });
  });

  it('hang, answer half, or pour without an end', async () => {
    expect(await ask(at(LIARS.hanging))).toBe('TimeoutError');
    expect(await ask(at(LIARS.half))).toBe('TimeoutError');
    // A quick one pours more than the browser takes before the time is up.
    expect(['TimeoutError', 'TypeError']).toContain(await ask(at(LIARS.endless)));
  });

  it('answer ten megabytes', async () => {
    expect(((await ask(at(LIARS.flood))) as Answer).bytes).toBeGreaterThan(10_000_000);
  });
});

describe('the way to another Perch server', () => {
  let server: Server;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { host, 'x-forwarded-host': outside, 'x-forwarded-proto': protocol } = request.headers;
      response.setHeader('access-control-allow-origin', '*');
      response.end(JSON.stringify({ path: request.url, host, outside, protocol }));
    });
    const echo = new WebSocketServer({ server });
    echo.on('connection', (socket) => socket.on('message', (data) => socket.send(`heard ${String(data)}`)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    fixtures.sites.proxySpaces(`http://127.0.0.1:${port}`);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('hands requests on and says where they came to', async () => {
    expect(await body(`${SPACES_URL}/v1/live?x=1`)).toEqual({
      path: '/v1/live?x=1',
      host: 'spaces.example',
      outside: 'spaces.example',
      protocol: 'https',
    });
  });

  it('hands WebSockets on', async () => {
    const page = await fixtures.open(SITES.bluesky);
    const heard = await page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const socket = new WebSocket(url);
          socket.onopen = () => socket.send('hello');
          socket.onmessage = ({ data }) => resolve(data);
          socket.onclose = () => resolve('closed');
        }),
      'wss://spaces.example/v1/stream',
    );
    fixtures.forgive();
    expect(heard).toBe('heard hello');
  });
});
