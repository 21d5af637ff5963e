import fc from 'fast-check';
import { expect, onTestFinished } from 'vitest';
import { DEFAULT_LIMITS } from '#shared/schema/limits.ts';
import { openStore } from '../../../../server/store/store.ts';
import { CoreApp, temporaryDir } from '../../../support/core-app.ts';
import { brokenRules, differences } from '../../../support/stage-invariants.ts';
import { Rows } from '../../../support/stage-rows.ts';
import { CROWD } from '../../../support/stage-talk.ts';
import { Model } from './model.ts';
import { RealStage } from './real-stage.ts';
import { anyStep, type Step } from './steps.ts';

/** Few seats, so that a stage gets full; nobody ends the Space by being slow. */
const LIMITS = { ...CROWD, stageMax: 4, drainMs: 20 };
const UNWRITTEN = ['join', 'leave', 'connect', 'drop', 'wait', 'webhooks', 'restart'];

class Stepping implements fc.AsyncCommand<Model, RealStage> {
  readonly step: Step;
  readonly #rows: Rows;

  constructor(step: Step, rows: Rows) {
    this.step = step;
    this.#rows = rows;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: RealStage): Promise<void> {
    const before = await this.#look(real);
    const expected = model.apply(this.step);
    expect(await real.apply(this.step)).toBe(expected);
    expect(await real.picture()).toEqual(model.picture());
    expect(await brokenRules(real.core, real.talk.id)).toEqual([]);
    const after = await this.#look(real);
    expect(after.version).toBeGreaterThanOrEqual(before.version);
    if (expected !== 'ok') expect(after.whole).toBe(before.whole);
    else if (!UNWRITTEN.includes(this.step.do) && !before.ended) {
      expect(after.version).toBeGreaterThan(before.version);
      expect(after.audits).toBe(before.audits + 1);
    }
    if (this.step.do === 'wait') expect(await differences(real.core)).toEqual([]);
  }

  toString(): string {
    return JSON.stringify(this.step);
  }

  async #look({ core, talk }: RealStage) {
    const { version, state } = (await core.store.space(talk.id))!;
    const audits = this.#rows.audits(talk.id).length;
    return { version, ended: state === 'ended', audits, whole: this.#rows.whole() };
  }
}

interface Run {
  runs: number;
  steps: number;
  /** To see a failure again. */
  seed?: number;
  path?: string;
}

/** Plays random talks on the model and on the server side by side; a failure prints seed, path and the shortest talk found. */
export async function runModel({ runs, steps, seed, path }: Run): Promise<void> {
  const dataDir = temporaryDir();
  const store = await openStore(dataDir);
  const rows = new Rows(dataDir);
  onTestFinished(async () => {
    rows.close();
    await store.close();
  });
  const talks = fc.commands([anyStep.map((step) => new Stepping(step, rows))], {
    maxCommands: steps,
    size: 'max',
  });
  const play = async (commands: Iterable<fc.AsyncCommand<Model, RealStage>>) => {
    const core = new CoreApp(store, { limits: LIMITS });
    const real = await RealStage.open(core, LIMITS);
    const model = new Model({ ...DEFAULT_LIMITS, ...LIMITS }, core.now);
    try {
      await fc.asyncModelRun(() => ({ model, real }), commands);
    } finally {
      await real.core.perch.endAll('server_stopped');
      await real.core.perch.close();
    }
  };
  const seeded = { ...(seed !== undefined && { seed }), ...(path && { path }) };
  await fc.assert(fc.asyncProperty(talks, play), { numRuns: runs, ...seeded });
}
