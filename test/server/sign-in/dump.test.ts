import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { temporaryDir } from '../../support/core-app.ts';
import {
  askToSwap,
  begun,
  coreAmong,
  ending,
  followed,
  mastodon,
  refusalOf,
  signIn,
} from '../../support/sign-in.ts';

const TABLES = ['tickets', 'secrets', 'sessions', 'identities', 'accounts'];

/** Every text in the database that somebody could try as a key. */
function dump(dataDir: string): string[] {
  const db = new DatabaseSync(join(dataDir, 'perch.sqlite'), { readOnly: true });
  const rows = TABLES.flatMap((table) => db.prepare(`SELECT * FROM ${table}`).all());
  db.close();
  return [...new Set(rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'string'))];
}

/** As stored, and in the forms in which tokens and codes come. */
function guesses(text: string): string[] {
  const raw = Buffer.from(text, 'hex').toString('base64url');
  return [text, raw, text.slice(0, 43), createHash('sha256').update(text).digest('base64url')];
}

test('whoever holds the whole database signs in as nobody', async () => {
  const server = await mastodon();
  const dataDir = temporaryDir();
  const unlimited = { signInsPerMinute: 1e9, readsPerMinute: 1e9, verbsPerMinute: 1e9 };
  const core = await coreAmong(server.hosts, { dataDir, limits: unlimited });
  const swapped = await signIn(core, server, 'ana', { purpose: 'follows' });
  if (swapped.is !== 'signed-in') throw new Error('not signed in');
  // One flow that is still at the network, and one whose code lies there.
  const open = await begun(core);
  const ready = await begun(core, { purpose: 'follows' });
  const back = await server.consent(ready.url, { as: 'ana' });
  const { code } = ending(await followed(core, back));

  const rows = dump(dataDir);
  const whole = rows.join('\n');
  const state = new URL(open.url).searchParams.get('state')!;
  const { token } = swapped.session;
  const [app] = server.clients;
  const kept = [token, code!, state, app!.secret!, swapped.mastodon!.token!, open.verifier, ready.verifier];
  for (const secret of kept) expect(whole).not.toContain(secret);

  for (const guess of rows.flatMap(guesses)) {
    for (const bearer of [guess, `sps_${guess}`]) {
      const me = await core.request('GET', '/v1/me', {
        headers: { authorization: `Bearer ${encodeURIComponent(bearer)}` },
      });
      expect(me.status).toBe(401);
    }
    expect(await refusalOf(await askToSwap(core, guess, ready.verifier))).toMatch(
      /^(?:invalid_input|sign_in_over)$/,
    );
    const path = `/auth/back/mastodon/mastodon.example?code=x&state=${encodeURIComponent(guess)}`;
    expect((await core.request('GET', path)).status).toBe(410);
  }
  // What was tried was not all in vain for want of something to find.
  expect(await refusalOf(await askToSwap(core, code, ready.verifier))).toBe('none');
  expect((await core.request('GET', '/v1/me', { token })).status).toBe(200);
});
