import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Join, Live } from '#shared/schema/api.ts';
import { NAME_MAX, TITLE_MAX } from '#shared/schema/limits.ts';
import { TitleSchema } from '#shared/schema/text.ts';
import * as v from 'valibot';
import { cardOf, spaceView, stepped } from '../../server/spaces/cards.ts';
import type { ParticipantRecord, SpaceRecord } from '../../server/spaces/records.ts';
import { CoreApp, openCore, read } from '../support/core-app.ts';
import { participant, space as spaceRecord } from '../support/store-contract-records.ts';

const list = async (core: CoreApp) => {
  const response = await core.request('GET', '/v1/live');
  return { etag: response.headers.get('etag')!, live: await read<Live>(response) };
};

test('the list answers 304 until something that it shows changes', async () => {
  const core = await openCore();
  const { spaceId, host } = await core.liveSpace();
  const first = await list(core);
  expect(first.etag).toBe(`"${first.live.rev}"`);
  const again = (tag: string) => core.request('GET', '/v1/live', { headers: { 'if-none-match': tag } });
  for (const tag of [first.etag, `W/${first.etag}`, `"other", ${first.etag}`, '*']) {
    const response = await again(tag);
    expect([response.status, await response.text()]).toEqual([304, '']);
    expect(response.headers.get('etag')).toBe(first.etag);
  }
  for (const tag of ['"other"', first.live.rev, '']) expect((await again(tag)).status).toBe(200);

  await core.request('POST', `/v1/spaces/${spaceId}/end`, { token: host.token });
  expect((await again(first.etag)).status).toBe(200);
  expect((await list(core)).live.spaces).toEqual([]);
});

test('newer Spaces stand above older ones', async () => {
  const core = await openCore();
  const { spaceId: older } = await core.liveSpace('Older');
  core.now += 1_000;
  const { spaceId: newer } = await core.liveSpace('Newer');
  expect((await list(core)).live.spaces.map(({ id }) => id)).toEqual([newer, older]);
});

test('a server that starts again shows the list from before', async () => {
  const core = await openCore();
  await core.liveSpace('One');
  await core.liveSpace('Two');
  const before = (await list(core)).live;
  const again = new CoreApp(core.store, {});
  await again.perch.start();
  onTestFinished(() => again.perch.close());
  expect((await list(again)).live).toEqual(before);
});

test('listeners are counted from open joins', async () => {
  const core = await openCore();
  const { spaceId } = await core.liveSpace();
  const guests = await Promise.all([core.guest(), core.guest(), core.guest()]);
  for (const { token } of guests) await read<Join>(await core.join(token, spaceId));
  await core.join(guests[0]!.token, spaceId);
  const view = await read(await core.request('GET', `/v1/spaces/${spaceId}`));
  expect(view).toMatchObject({ listeners: 3, onStage: 1 });
});

test('shown counts are exact to 20, never rise with fewer people and stay within 5 % below', () => {
  for (let count = 0; count <= 20; count += 1) expect(stepped(count)).toBe(count);
  fc.assert(
    fc.property(fc.integer({ min: 21, max: 200_000 }), (count) => {
      const shown = stepped(count);
      expect(shown).toBeLessThanOrEqual(count);
      expect(shown).toBeGreaterThanOrEqual(Math.floor(count / 1.06));
      expect(stepped(count - 1)).toBeLessThanOrEqual(shown);
      expect(stepped(shown)).toBe(shown);
    }),
  );
});

const text = (max: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: max });

test('a card of any title and any stage stays within its bytes and keeps the host', () => {
  const title = text(TITLE_MAX).map((value) => Array.from(value).slice(0, TITLE_MAX).join(''));
  const names = fc.array(
    text(NAME_MAX).map((value) => Array.from(value).slice(0, NAME_MAX).join('')),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(title, names, fc.nat(20_000), (shown, people, listeners) => {
      const view = spaceView(space(shown), { stage: people.map(person), identities: [], listeners }, 900);
      const card = cardOf(view);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(900);
      expect(card?.onStage).toBe(people.length);
      expect(card?.stage[0]?.role).toBe('host');
    }),
  );
});

test('whatever title is accepted holds 1 to 70 plain characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (input) => {
      const result = v.safeParse(TitleSchema, input);
      if (!result.success) return;
      const length = Array.from(result.output).length;
      expect(length).toBeGreaterThanOrEqual(1);
      expect(length).toBeLessThanOrEqual(TITLE_MAX);
      expect(result.output).toBe(result.output.normalize('NFKC').trim());
      expect(result.output).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(v.parse(TitleSchema, result.output)).toBe(result.output);
    }),
    { numRuns: 2_000 },
  );
});

function space(title: string): SpaceRecord {
  return { ...spaceRecord('01HZZZZZZZZZZZZZZZZZZZZZZZ', 'host'), title, version: 7 };
}

function person(name: string, index: number): ParticipantRecord {
  const id = `p_01HZZZZZZZZZZZZZZZZZZZZZ${String(index).padStart(2, '0')}`;
  const role = index === 0 ? 'host' : 'speaker';
  return participant(id, '01HZZZZZZZZZZZZZZZZZZZZZZZ', `account-${index}`, { name, role });
}
