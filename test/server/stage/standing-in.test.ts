import { expect, test } from 'vitest';
import { openCore } from '../../support/core-app.ts';
import { CROWD, must, type Somebody, Talk } from '../../support/stage-talk.ts';

const TICK_MS = 5_000;

async function wait(talk: Talk, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= TICK_MS) {
    talk.core.now += TICK_MS;
    await talk.core.perch.reconcile();
  }
}

/** A new line for a session that LiveKit still has. */
async function resume({ core }: Talk, { pid }: Somebody): Promise<void> {
  const answer = await core.perch.admit(pid);
  if ('refused' in answer) throw new Error(answer.refused);
  await core.perch.admitted(answer.admission);
}

test('whose line was lost while they stood in as host is there again with the next line', async () => {
  const core = await openCore({ limits: CROWD });
  const talk = await Talk.open(core);
  const standIn = await talk.cohost('Cora');
  await core.perch.lost(talk.host.pid);
  await wait(talk, core.limits.hostGraceMs);
  expect((await talk.stage(standIn)).me?.role).toBe('host');

  await core.perch.lost(standIn.pid);
  await resume(talk, talk.host);
  expect((await talk.stage(standIn)).me?.role).toBe('cohost');
  await resume(talk, standIn);
  await must(talk.act(talk.host, 'host', standIn));
  await wait(talk, core.limits.hostAwayMs);
  expect((await talk.stage()).stage).toMatchObject({ hostLostAt: null });
});

test('who stood in stays co-host when the first host joins again, while there is a place', async () => {
  const core = await openCore({ limits: CROWD });
  const talk = await Talk.open(core);
  const [standIn, other] = [await talk.cohost('Cora'), await talk.cohost('Cleo')];
  await core.perch.lost(talk.host.pid);
  await wait(talk, core.limits.hostGraceMs);
  const rolesBefore = (await talk.stage()).stage.people.map(({ role }) => role);
  expect(rolesBefore).toEqual(['host', 'cohost', 'cohost']);

  await must(talk.enter(talk.host));
  expect((await talk.stage(talk.host)).me?.role).toBe('host');
  for (const one of [standIn, other]) expect((await talk.stage(one)).me?.role).toBe('cohost');
});
