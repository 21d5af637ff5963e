import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { PERSON_ACTIONS } from '#shared/policy/policy.ts';
import { openCore, problemOf, read, type CoreApp } from '../support/core-app.ts';

const SPACE = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
const PERSON = 'p_01HZZZZZZZZZZZZZZZZZZZZZZZ';
const OWN_VERBS = 'join leave end shown request invitation leave-stage mute-all react';
const PERSON_VERBS = Object.keys(PERSON_ACTIONS).map((action) => `people/${PERSON}/${action}`);
const VERBS = [...OWN_VERBS.split(' '), ...PERSON_VERBS];
const POSTS = [
  ...['guest', 'sign-out', 'renew', 'merge'].map((verb) => `/v1/auth/${verb}`),
  '/v1/spaces',
  ...VERBS.map((verb) => `/v1/spaces/${SPACE}/${verb}`),
  '/v1/blocks',
  '/v1/reports',
];
const PATCHES = [`/v1/spaces/${SPACE}`, '/v1/me', '/v1/me/identities/one'];
const each = <Method extends string>(method: Method, paths: string[]) =>
  paths.map((path) => [method, path] as const);
const WRITES = [...each('POST', POSTS), ...each('PATCH', PATCHES)];
/** What each body that needs something needs. */
const NEEDED: Record<string, object> = {
  '/v1/spaces': { title: 'Talk' },
  [`/v1/spaces/${SPACE}/shown`]: { shown: true },
  [`/v1/spaces/${SPACE}/invitation`]: { accept: true },
  [`/v1/spaces/${SPACE}/react`]: { emoji: '👏' },
  '/v1/blocks': { spaceId: SPACE, pid: PERSON },
  '/v1/reports': { spaceId: SPACE, reason: 'spam' },
};

async function expectProblem(response: Response, status: number, code: string) {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = await problemOf(response);
  expect(problem).toMatchObject({ status, code, type: `urn:perch:problem:${code}` });
  return problem;
}

async function signedIn(core: CoreApp) {
  return (await core.guest()).token;
}

describe.each(WRITES)('%s %s', (method, path) => {
  test('refuses bad JSON, other types, big bodies and unknown fields', async () => {
    const core = await openCore();
    const token = await signedIn(core);
    const post = (body: unknown, headers?: Record<string, string>) =>
      core.request(method, path, { token, body, headers });

    await expectProblem(await post('{"title":'), 400, 'invalid_json');
    await expectProblem(await post('{}', { 'content-type': 'text/plain' }), 415, 'unsupported_media_type');
    await expectProblem(
      await post('x=1', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'unsupported_media_type',
    );
    await expectProblem(await post({ title: 'x'.repeat(17_000) }), 413, 'body_too_large');
    for (const body of [[], null, 'text', 7, true]) {
      await expectProblem(await post(JSON.stringify(body)), 422, 'invalid_input');
    }
    const problem = await expectProblem(
      await post({ ...NEEDED[path], isAdmin: 'secret-value' }),
      422,
      'invalid_input',
    );
    expect(problem.fields).toContainEqual({ path: 'isAdmin', message: 'unknown_field' });
    expect(JSON.stringify(problem)).not.toContain('secret-value');
  });

  test('refuses a streamed body that grows too large', async () => {
    const core = await openCore();
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(8_000))),
    });
    const init = { method, body, duplex: 'half', headers: { 'content-type': 'application/json' } };
    await expectProblem(await core.perch.app.request(path, init as RequestInit), 413, 'body_too_large');
  });

  test('names the methods it takes', async () => {
    const core = await openCore();
    for (const other of ['PUT', 'QUERY']) {
      const response = await core.request(other, path);
      await expectProblem(response, 405, 'method_not_allowed');
      expect(response.headers.get('allow')).toContain(method);
    }
  });
});

const FOR_SOMEBODY = [
  ...WRITES.slice(1),
  ['DELETE', `/v1/spaces/${SPACE}/request`],
  ['GET', '/v1/blocks'],
  ['DELETE', `/v1/blocks/${SPACE}`],
] as const;
test.each(FOR_SOMEBODY)('%s %s wants a session', async (method, path) => {
  const core = await openCore();
  const tokens = ['', 'sps_short', `sps_${'A'.repeat(43)}`, `${await signedIn(core)}x`, "sps_' OR 1=1 --"];
  for (const token of tokens) {
    const body = method === 'GET' ? undefined : { title: 'Talk' };
    const response = await core.request(method, path, { token, body });
    await expectProblem(response, 401, 'unauthenticated');
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  }
});

test('a session unused for a month is over', async () => {
  const core = await openCore();
  const token = await signedIn(core);
  core.now += core.limits.sessionIdleMs + 1;
  await expectProblem(await core.join(token, SPACE), 401, 'unauthenticated');
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['\u200c\u200d', 'empty'],
  ['x'.repeat(71), 'too_long'],
  ['🎙'.repeat(71), 'too_long'],
  ['safe\u202Eevil', 'hidden_characters'],
  ['bell\u0007', 'hidden_characters'],
  ['two\nlines', 'hidden_characters'],
  [42, 'wrong_type'],
  [null, 'wrong_type'],
  [['a'], 'wrong_type'],
  [{ a: 1 }, 'wrong_type'],
  [undefined, 'wrong_type'],
])('title %j is refused as %s', async (title, message) => {
  const core = await openCore();
  const token = await signedIn(core);
  const problem = await expectProblem(
    await core.request('POST', '/v1/spaces', { token, body: { title } }),
    422,
    'invalid_input',
  );
  expect(problem.fields).toEqual([{ path: 'title', message }]);
});

test('markup in a title and a name is kept as the text it is', async () => {
  const core = await openCore();
  const host = await core.guest('<b>Ana</b>');
  const title = '<img src=x onerror=alert(1)>';
  const joined = await core.start(host.token, title);
  expect(joined.space.title).toBe(title);
  expect(joined.space.stage[0]?.name).toBe('<b>Ana</b>');
});

test.each(['1', '../../etc/passwd', '%00', 'a'.repeat(5_000), SPACE, "' OR 1=1 --"])(
  'Space %j is not found',
  async (id) => {
    const core = await openCore();
    const token = await signedIn(core);
    const path = `/v1/spaces/${encodeURIComponent(id)}`;
    for (const place of [path, `${path}/stage`]) {
      await expectProblem(await core.request('GET', place), 404, 'not_found');
    }
    for (const verb of VERBS) {
      const body = NEEDED[`/v1/spaces/${SPACE}/${verb}`] ?? {};
      const response = await core.request('POST', `${path}/${verb}`, { token, body });
      await expectProblem(response, 404, 'not_found');
    }
    for (const [method, place] of [
      ['PATCH', path],
      ['DELETE', `${path}/request`],
    ] as const) {
      const body = method === 'PATCH' ? {} : undefined;
      await expectProblem(await core.request(method, place, { token, body }), 404, 'not_found');
    }
  },
);

test('leaving as somebody else leaves them where they are', async () => {
  const core = await openCore();
  const { spaceId, pid } = await core.liveSpace();
  const token = await signedIn(core);
  const body = { participantId: pid };
  expect((await core.request('POST', `/v1/spaces/${spaceId}/leave`, { token, body })).status).toBe(204);
  expect((await core.store.participant(pid))?.leftAt).toBeNull();
  const bad = { participantId: 'p_everyone' };
  await expectProblem(
    await core.request('POST', `/v1/spaces/${spaceId}/leave`, { token, body: bad }),
    422,
    'invalid_input',
  );
});

test('unknown addresses, preflights and HEAD are answered', async () => {
  const core = await openCore();
  await expectProblem(await core.request('GET', '/nothing'), 404, 'not_found');
  await expectProblem(await core.request('POST', '/v1/live'), 405, 'method_not_allowed');
  const preflight = await core.request('OPTIONS', '/v1/live', {
    headers: { origin: 'https://social.example', 'access-control-request-method': 'GET' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Authorization.*If-None-Match/);
  expect(preflight.headers.get('access-control-allow-methods')).toMatch(/POST, PUT, PATCH, DELETE/);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  const head = await core.request('HEAD', '/v1/live');
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('every answer can be read by any page and sniffed by none', async () => {
  const core = await openCore({ limits: { readsPerMinute: 1 } });
  const answers = [
    await core.request('GET', '/v1/live'),
    await core.request('GET', '/v1/live'),
    await core.request('GET', '/healthz'),
    await core.request('GET', '/nothing'),
  ];
  for (const { headers } of answers) {
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toMatch(/ETag, Retry-After/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  }
});

test.each([
  ['guestsPerMinute', 'POST', '/v1/auth/guest'],
  ['startsPerMinute', 'POST', '/v1/spaces'],
  ['joinsPerMinute', 'POST', `/v1/spaces/${SPACE}/join`],
  ['readsPerMinute', 'GET', '/v1/live'],
  ['readsPerMinute', 'GET', `/v1/spaces/${SPACE}/stage`],
  ['verbsPerMinute', 'POST', `/v1/spaces/${SPACE}/request`],
  ['verbsPerMinute', 'DELETE', `/v1/spaces/${SPACE}/request`],
  ['verbsPerMinute', 'PATCH', `/v1/spaces/${SPACE}`],
  ['verbsPerMinute', 'POST', `/v1/spaces/${SPACE}/people/${PERSON}/remove`],
  ['verbsPerMinute', 'POST', '/v1/blocks'],
  ['verbsPerMinute', 'POST', '/v1/reports'],
] as const)('past %s the answer is 429 with the time to wait', async (limit, method, path) => {
  const core = await openCore({ limits: { [limit]: 2 } });
  const ask = () => core.request(method, path, { body: method === 'GET' ? undefined : {} });
  expect([(await ask()).status, (await ask()).status]).not.toContain(429);
  const third = await ask();
  const seconds = Number(third.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await expectProblem(third, 429, 'rate_limited')).toMatchObject({ retryAfter: seconds });
});

test('a fault of ours is logged and answered without a word of it', async () => {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) });
  const core = await openCore({ log: pino(sink) });
  const failing = () => Promise.reject(new Error('disk full at /secret/place'));
  Object.assign(core.store, { space: failing });
  const problem = await expectProblem(await core.request('GET', `/v1/spaces/${SPACE}`), 500, 'internal');
  expect(JSON.stringify(problem)).not.toMatch(/disk|secret/);
  expect(lines.join('')).toContain('disk full');
  expect(lines.join('')).toContain(problem.requestId);
});

test('no token reaches the log, nor what stands behind a question mark', async () => {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) });
  const core = await openCore({ log: pino({ level: 'trace' }, sink) });
  const { host, spaceId } = await core.liveSpace('Quiet');
  const joined = await read<{ token: string }>(await core.join(host.token, spaceId));
  await core.request('GET', '/rtc/validate?access_token=jwt-in-the-query');
  await core.request('POST', '/v1/spaces', { token: host.token, body: '{"token":"in-the-body' });
  const log = lines.join('');
  expect(log).toContain('/v1/auth/guest');
  for (const secret of [host.token, joined.token, 'jwt-in-the-query', 'in-the-body', 'Quiet']) {
    expect(log).not.toContain(secret);
  }
});
