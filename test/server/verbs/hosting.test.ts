import { expect, test } from 'vitest';
import type { Join, Live } from '#shared/schema/api.ts';
import type { Space } from '#shared/schema/space.ts';
import { openCore, read } from '../../support/core-app.ts';
import { CROWD, must, Talk, type Somebody } from '../../support/stage-talk.ts';

const open = async (limits = {}) => Talk.open(await openCore({ limits: { ...CROWD, ...limits } }));
const people = async (talk: Talk) =>
  (await talk.stage()).stage.people.map(({ name, role }) => `${name} ${role}`);

test('there are two co-hosts at most', async () => {
  const talk = await open();
  const cora = await talk.cohost('Cora');
  await talk.cohost('Cleo');
  const bea = await talk.speaker('Bea');
  expect(await talk.act(talk.host, 'cohost', bea)).toBe('cohosts_full');
  expect(await talk.act(talk.host, 'uncohost', cora)).toBe('ok');
  expect(await talk.act(talk.host, 'cohost', bea)).toBe('ok');
  expect(await people(talk)).toEqual(['Ana host', 'Cleo cohost', 'Bea cohost', 'Cora speaker']);
});

test('of two made co-host at once for the last place one is', async () => {
  const talk = await open({ cohostsMax: 1 });
  const both = [await talk.speaker('Bea'), await talk.speaker('Cem')];
  const answers = await Promise.all(both.map((one) => talk.act(talk.host, 'cohost', one)));
  expect(answers.toSorted()).toEqual(['cohosts_full', 'ok']);
});

test('handed over, the Space is the other host for good', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  expect(await talk.act(talk.host, 'host', bea)).toBe('ok');
  expect(await people(talk)).toEqual(['Bea host', 'Ana cohost']);
  expect(await talk.core.store.space(talk.id)).toMatchObject({
    hostId: bea.account,
    firstHostId: bea.account,
  });
  await talk.enter(talk.host);
  expect(await people(talk)).toEqual(['Bea host', 'Ana cohost']);
  expect(await talk.post(talk.host, 'end')).toBe('forbidden');
  expect(await talk.post(bea, 'end')).toBe('ok');
});

test('beside two co-hosts who hands over becomes a speaker', async () => {
  const talk = await open();
  await talk.cohost('Cora');
  await talk.cohost('Cleo');
  const bea = await talk.speaker('Bea');
  expect(await talk.act(talk.host, 'host', bea)).toBe('ok');
  expect(await people(talk)).toEqual(['Bea host', 'Cora cohost', 'Cleo cohost', 'Ana speaker']);
});

test('nobody is handed a second Space', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  const own = await Talk.open(talk.core);
  await must(own.enter(bea));
  await must(own.post(bea, 'request'));
  await must(own.act(own.host, 'approve', bea));
  await must(own.act(own.host, 'host', bea));
  await must(talk.enter(bea));
  await must(talk.post(bea, 'request'));
  await must(talk.act(talk.host, 'approve', bea));
  expect(await talk.act(talk.host, 'host', bea)).toBe('already_hosting');
});

test('the host decides from outside too, nobody else does', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  await talk.post(talk.host, 'leave');
  expect(await talk.set(talk.host, { title: 'Evening talk' })).toBe('ok');
  expect((await talk.stage()).stage.title).toBe('Evening talk');
  expect(await talk.set(bea, { title: 'Mine' })).toBe('forbidden');
  await talk.post(bea, 'leave');
  expect([await talk.set(bea, {}), await talk.post(bea, 'end')]).toEqual(['not_in_space', 'not_in_space']);
  expect(await talk.post(talk.host, 'end')).toBe('ok');
  expect([await talk.post(talk.host, 'end'), await talk.post(bea, 'end')]).toEqual(['ok', 'space_ended']);
});

test('a Space opens as its host wants it', async () => {
  const core = await openCore({ limits: CROWD });
  const asked = {
    speakPolicy: 'everyone',
    requestsLocked: true,
    allowAnonymous: false,
    allowGuests: false,
  } as const;
  const talk = await Talk.open(core, asked);
  expect((await talk.stage()).stage).toMatchObject(asked);
  const plain = await Talk.open(core);
  expect((await plain.stage()).stage).toMatchObject({
    speakPolicy: 'invited',
    requestsLocked: false,
    allowAnonymous: true,
    allowGuests: true,
  });
});

test('the language that a host names stands on the card and the Space, and nothing where they named none', async () => {
  const core = await openCore({ limits: CROWD });
  const host = await core.guest();
  const open = (body: object) =>
    core.request('POST', '/v1/spaces', { token: host.token, body: { title: 'Thé', ...body } });
  const joined = await read<Join>(await open({ lang: 'fr' }));
  await core.connect(joined.participantId);
  const { spaces } = await read<Live>(await core.request('GET', '/v1/live'));
  expect(spaces[0]?.lang).toBe('fr');
  const plain = await Talk.open(core);
  const space = await read<Space>(await core.request('GET', `/v1/spaces/${plain.id}`));
  expect('lang' in space).toBe(false);
  for (const lang of ['', 'FR', 'fr-CA', 'x', 'frfr', 7]) {
    expect([lang, (await open({ lang })).status]).toEqual([lang, 422]);
  }
});

test('who is co-host or speaker keeps the role on another device, hidden from nobody', async () => {
  const talk = await open();
  const cora = await talk.cohost('Cora');
  const since = (await talk.core.store.participant(cora.pid))?.roleSince;
  talk.core.now += 5_000;
  const old: Somebody = { ...cora };
  await talk.enter(cora);
  const admission = await talk.core.connect(cora.pid);
  expect(admission).toMatchObject({ role: 'cohost', name: 'Cora', exposed: true });
  expect((await talk.core.store.participant(cora.pid))?.roleSince).toBe(since);
  expect(talk.mayPublish(old)).toBeNull();
});
