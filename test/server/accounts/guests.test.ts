import { describe, expect, test } from 'vitest';
import { GUEST_RIGHTS, type GuestRights } from '#shared/schema/account.ts';
import { ACTIONS, type Action } from '#shared/policy/policy.ts';
import { type CoreApp, openCore, temporaryDir } from '../../support/core-app.ts';
import { member } from '../../support/members.ts';
import { Rows } from '../../support/stage-rows.ts';
import { CROWD, must, outcomeOf, type Outcome, type Somebody, Talk } from '../../support/stage-talk.ts';
import { DEEDS } from '../../support/stage-verbs.ts';

/** What guests may do under each setting, as operators are promised it. */
const PROMISED: Record<string, readonly GuestRights[]> = {
  'come here': ['listen', 'speak', 'host'],
  join: ['listen', 'speak', 'host'],
  show: ['listen', 'speak', 'host'],
  react: ['listen', 'speak', 'host'],
  report: ['listen', 'speak', 'host'],
  block: ['listen', 'speak', 'host'],
  request: ['speak', 'host'],
  open: ['host'],
};
const OWN = ['show', 'react', 'report', 'block', 'request'] as const satisfies readonly Action[];

async function somebody(core: CoreApp, name: string, guest: boolean): Promise<Somebody> {
  const { token, account } = await member(core, name, guest ? [] : ['mastodon']);
  return { name, token, account: account.id, pid: '' };
}

async function openTalk(core: CoreApp): Promise<Talk> {
  const host = await somebody(core, 'Ana', false);
  const { space, participantId } = await core.start(host.token);
  host.pid = participantId;
  await core.connect(host.pid);
  return new Talk(core, space.id, host);
}

/** The same data, under other rights: a guest who is in the Space from before. */
async function guestInside(dataDir: string, rights: GuestRights) {
  const before = await openCore({ dataDir, limits: CROWD, config: { guests: 'host' } });
  const talk = await openTalk(before);
  const guest = await somebody(before, 'Gil', true);
  await must(talk.enter(guest));
  await before.connect(guest.pid);
  const core = await openCore({ dataDir, limits: CROWD, config: { guests: rights }, media: before.media });
  return { core, talk: new Talk(core, talk.id, talk.host), guest };
}

const comes = async (core: CoreApp) => outcomeOf(await core.request('POST', '/v1/auth/guest', { body: {} }));
const opens = async (core: CoreApp, { token }: Somebody) =>
  outcomeOf(await core.request('POST', '/v1/spaces', { token, body: { title: 'Mine' } }));

describe.each(GUEST_RIGHTS)('where guests have the rights "%s"', (rights) => {
  const expected = (what: string): Outcome => (PROMISED[what]!.includes(rights) ? 'ok' : 'sign_in_required');

  test('they come, join and open as promised', async () => {
    const core = await openCore({ limits: CROWD, config: { guests: rights } });
    const talk = await openTalk(core);
    expect(await comes(core)).toBe(expected('come here'));
    const guest = await somebody(core, 'Gil', true);
    expect(await talk.enter(guest)).toBe(expected('join'));
    expect(await opens(core, guest)).toBe(expected('open'));
  });

  test.each(OWN)('from inside they do as promised: %s', async (action) => {
    const dataDir = temporaryDir();
    const { talk, guest } = await guestInside(dataDir, rights);
    const on = action === 'block' || action === 'report' ? talk.host : null;
    const rows = new Rows(dataDir);
    const before = rows.whole();
    expect(await DEEDS[action](talk, guest, on)).toBe(expected(action));
    if (expected(action) !== 'ok') expect(rows.whole()).toBe(before);
  });

  test('they read and leave in any case, and sign out', async () => {
    const { core, talk, guest } = await guestInside(temporaryDir(), rights);
    const { token } = guest;
    expect((await talk.stage(guest)).me?.participantId).toBe(guest.pid);
    for (const path of ['/v1/me', '/v1/me/sessions', '/v1/blocks']) {
      expect(await outcomeOf(await core.request('GET', path, { token }))).toBe('ok');
    }
    expect(await talk.post(guest, 'leave')).toBe('ok');
    expect(await outcomeOf(await core.request('POST', '/v1/auth/sign-out', { token, body: {} }))).toBe('ok');
  });

  test('nobody lifts them higher: invited, approved, made co-host or host', async () => {
    const { talk, guest } = await guestInside(temporaryDir(), rights);
    const speaks = rights === 'speak' || rights === 'host';
    expect(await talk.act(talk.host, 'invite', guest)).toBe(speaks ? 'ok' : 'target_is_guest');
    if (!speaks) return;
    await must(talk.post(guest, 'invitation', { accept: true }));
    expect(await talk.act(talk.host, 'cohost', guest)).toBe('ok');
    expect(await talk.act(talk.host, 'host', guest)).toBe(rights === 'host' ? 'ok' : 'target_is_guest');
  });

  test('people who have signed in may do all of it', async () => {
    const core = await openCore({ limits: CROWD, config: { guests: rights } });
    const talk = await openTalk(core);
    const ben = await somebody(core, 'Ben', false);
    await must(talk.enter(ben));
    await core.connect(ben.pid);
    await must(talk.post(ben, 'request'));
    await must(talk.act(talk.host, 'approve', ben));
    await must(talk.act(talk.host, 'host', ben));
    expect((await talk.stage()).stage.people[0]).toMatchObject({ name: 'Ben', role: 'host' });
  });
});

test('every action that a person can be refused is ruled for guests', () => {
  expect(ACTIONS.every((action) => action in DEEDS)).toBe(true);
});

/** A Space of before with a guest in each role, and a guest's own Space; then the server comes back under `rights`. */
async function restarted(rights: GuestRights) {
  const dataDir = temporaryDir();
  const before = await openCore({ dataDir, limits: CROWD });
  const talk = await openTalk(before);
  const [listener, speaker] = [await talk.listener('Lea'), await talk.speaker('Sol')];
  const waiting = await talk.waiting('Wim');
  const own = await Talk.open(before);
  const core = await openCore({ dataDir, limits: CROWD, config: { guests: rights }, media: before.media });
  await core.perch.start();
  return { core, talk: new Talk(core, talk.id, talk.host), own, listener, speaker, waiting };
}

test('after a restart with fewer rights guests on stage are listeners, who can ask no more', async () => {
  const { core, talk, own, listener, speaker, waiting } = await restarted('listen');
  await expect.poll(async () => (await talk.stage()).stage.people.length).toBe(1);
  await expect.poll(async () => (await core.store.space(own.id))?.hostLostAt).toBe(core.now);
  for (const who of [listener, speaker, waiting]) {
    expect((await talk.stage(who)).me).toMatchObject({ role: 'listener', request: null });
  }
  expect(talk.mayPublish(speaker)).toBe(false);
  await must(talk.enter(speaker));
  expect((await talk.stage(speaker)).me?.role).toBe('listener');
  const back = new Talk(core, own.id, own.host);
  await must(back.enter(own.host));
  expect((await back.stage(own.host)).me?.role).toBe('listener');
});

test('after a restart without guests none is in any Space', async () => {
  const { core, talk, listener, speaker } = await restarted('off');
  await expect.poll(async () => (await core.store.openParticipants(talk.id)).length).toBe(1);
  for (const who of [listener, speaker]) {
    expect(await core.perch.admit(who.pid)).toEqual({ refused: 'unauthenticated' });
    expect(await talk.enter(who)).toBe('sign_in_required');
  }
});

test('under "speak" no guest succeeds a lost host', async () => {
  const core = await openCore({ limits: CROWD, config: { guests: 'speak' } });
  const talk = await openTalk(core);
  const guest = await somebody(core, 'Gil', true);
  const ben = await somebody(core, 'Ben', false);
  for (const who of [guest, ben]) {
    await must(talk.enter(who));
    await core.connect(who.pid);
    await must(talk.post(who, 'request'));
    await must(talk.act(talk.host, 'approve', who));
  }
  await must(talk.act(talk.host, 'cohost', guest));
  await must(talk.post(talk.host, 'leave'));
  core.now += core.limits.hostGraceMs;
  await core.perch.reconcile();
  expect((await talk.stage()).stage.people[0]).toMatchObject({ name: 'Ben', role: 'host' });
});

test('under "everyone" a guest who may not speak takes no seat, and keeps nobody else from one', async () => {
  const dataDir = temporaryDir();
  const { core, talk, guest } = await guestInside(dataDir, 'listen');
  await core.store.updateParticipant(guest.pid, { requestedAt: core.now - 1 });
  await must(talk.set(talk.host, { speakPolicy: 'everyone' }));
  const ben = await somebody(core, 'Ben', false);
  await must(talk.enter(ben));
  await must(talk.post(ben, 'request'));
  expect((await talk.stage()).stage.people.map(({ name }) => name)).toEqual(['Ana', 'Ben']);
});
