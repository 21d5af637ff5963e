import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import config from '../../../wxt.config.ts';
import { EXTENSION_ORIGIN, FIREFOX_ORIGIN } from '../../../server/identity/flow/returns.ts';
import { openCore, read } from '../../support/core-app.ts';

const X = { clientId: 'perch', clientSecret: null };

test('a server says which networks there are, and what guests may do', async () => {
  const core = await openCore({ config: { guests: 'listen', x: X } });
  const about = await read(await core.request('GET', '/v1/about'));
  expect(about).toEqual({ networks: ['mastodon', 'bluesky', 'x'], guests: 'listen' });
});

test('it offers none at an address that a request made up, where nobody could come back to it', async () => {
  const core = await openCore();
  expect(await read(await core.perch.app.request('http://evil.example/v1/about'))).toMatchObject({
    networks: [],
  });
});

test('it offers them wherever it is asked once it knows its own address', async () => {
  const core = await openCore({ config: { publicUrl: 'https://perch.example' } });
  const about = await read<{ networks: string[] }>(
    await core.perch.app.request('http://10.0.0.2:8790/v1/about'),
  );
  expect(about.networks).toContain('mastodon');
});

interface Manifest {
  key?: string;
  browser_specific_settings?: { gecko: { id: string } };
}
const manifestFor = (browser: string) =>
  (config.manifest as (env: { browser: string }) => Manifest)({ browser });

test('the published extension is the one that the manifest’s key makes', () => {
  const { key = '' } = manifestFor('chrome');
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  const id = digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  expect(EXTENSION_ORIGIN).toBe(`https://${id}.chromiumapp.org`);
});

test('the one in Firefox is the one that its id there makes', () => {
  const { id } = manifestFor('firefox').browser_specific_settings!.gecko;
  const digest = createHash('sha1').update(id).digest('hex');
  expect(FIREFOX_ORIGIN).toBe(`https://${digest}.extensions.allizom.org`);
});

test('every way in is described', async () => {
  const core = await openCore();
  const { paths } = await read<{ paths: Record<string, unknown> }>(
    await core.request('GET', '/openapi.json'),
  );
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/v1/about', '/v1/auth/flows', '/v1/auth/session', '/v1/auth/mastodon/revoke']),
  );
});
