import fc from 'fast-check';
import { expect, onTestFinished } from 'vitest';
import { openStore } from '../../../../server/store/store.ts';
import { CoreApp, temporaryDir } from '../../../support/core-app.ts';
import { Crossing } from '../../../support/stage-interleave.ts';
import { brokenRules, differences, wrongRights } from '../../../support/stage-invariants.ts';
import { type Race, SEATS } from './race.ts';
import { Rows } from '../../../support/stage-rows.ts';
import { Seeder } from '../../../support/stage-seed.ts';
import { CROWD } from '../../../support/stage-talk.ts';

/** Runs a race in `interleavings` orders of its calls, each in a Space of its own; a failure prints seed and path. */
export async function runRace(race: Race, interleavings: number): Promise<void> {
  const dataDir = temporaryDir();
  const store = await openStore(dataDir);
  const crossing = new Crossing();
  const core = new CoreApp(crossing.store(store), { limits: { ...CROWD, stageMax: SEATS } });
  crossing.slow(core.media);
  const rows = new Rows(dataDir);
  onTestFinished(async () => {
    await core.perch.close();
    await store.close();
    rows.close();
  });
  core.now += core.limits.hostGraceMs;
  const seeder = new Seeder(core);
  const once = async (scheduler: fc.Scheduler) => {
    const scene = await seeder.seed(race.plan);
    const before = (await store.space(scene.talk.id))!.version;
    const [one, two] = race.deeds;
    const outcomes = await crossing.cross(scheduler, [() => one(scene), () => two(scene)]);
    await race.verdict(scene, outcomes as [(typeof outcomes)[0], (typeof outcomes)[0]]);
    expect(await brokenRules(core, scene.talk.id)).toEqual([]);
    const done = outcomes.filter((outcome) => outcome === 'ok').length;
    expect((await store.space(scene.talk.id))!.version).toBeGreaterThan(before);
    expect(rows.audits(scene.talk.id).length).toBeLessThanOrEqual(done);
    expect(await wrongRights(core, scene.talk.id)).toEqual([]);
    core.now += core.limits.supersedeMs;
    await core.perch.reconcile();
    expect(await differences(core)).toEqual([]);
    await core.perch.endAll('server_stopped');
    core.now += 1_000;
  };
  await fc.assert(fc.asyncProperty(fc.scheduler(), once), { numRuns: interleavings, endOnFailure: true });
}
