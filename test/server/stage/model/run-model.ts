import fc from 'fast-check';
import { expect } from 'vitest';
import { brokenRules, differences } from '../../../support/stage-invariants.ts';
import { CROWD } from '../../../support/stage-talk.ts';
import { Model } from './model.ts';
import { RealStage } from './real-stage.ts';
import { anyStep, type Step } from './steps.ts';

/** Few seats, so that a stage gets full; nobody ends the Space by being slow. */
const LIMITS = { ...CROWD, stageMax: 4, drainMs: 20 };
const UNWRITTEN = ['join', 'leave', 'connect', 'drop', 'hang', 'resume', 'wait', 'webhooks', 'restart'];

class Stepping implements fc.AsyncCommand<Model, RealStage> {
  readonly step: Step;

  constructor(step: Step) {
    this.step = step;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: RealStage): Promise<void> {
    const before = await this.#look(real);
    const step = model.named(this.step);
    const expected = model.apply(step);
    expect(await real.apply(step)).toBe(expected);
    expect(await real.picture()).toEqual(model.picture());
    expect(await brokenRules(real.core, real.talk.id)).toEqual([]);
    const after = await this.#look(real);
    expect(after.version).toBeGreaterThanOrEqual(before.version);
    if (expected !== 'ok') expect(after.whole).toBe(before.whole);
    else if (!UNWRITTEN.includes(step.do) && !before.ended) {
      expect(after.version).toBeGreaterThan(before.version);
      expect(after.audits).toBe(before.audits + 1);
    }
    if (step.do === 'wait') expect(await differences(real.core)).toEqual([]);
  }

  toString(): string {
    return JSON.stringify(this.step);
  }

  async #look({ core, talk, rows }: RealStage) {
    const { version, state } = (await core.store.space(talk.id))!;
    const audits = rows.audits(talk.id).length;
    return { version, ended: state === 'ended', audits, whole: rows.whole() };
  }
}

interface Run {
  runs: number;
  steps: number;
  /** Whether Spaces end now and then; else they go on while anybody is on stage. */
  ending: boolean;
}

/** Plays random talks on the model and on the server side by side; a failure prints seed, path and the shortest talk found. */
export async function runModel({ runs, steps, ending }: Run): Promise<void> {
  const talks = fc.commands([anyStep({ ending }).map((step) => new Stepping(step))], {
    maxCommands: steps,
    size: 'max',
  });
  await fc.assert(fc.asyncProperty(talks, play), { numRuns: runs, endOnFailure: false });
}

async function play(steps: Iterable<fc.AsyncCommand<Model, RealStage>>): Promise<void> {
  const real = await RealStage.open(LIMITS);
  const model = new Model(real.core.limits, real.core.now);
  try {
    await fc.asyncModelRun(() => ({ model, real }), steps);
  } finally {
    await real.close();
  }
}
