import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../../support/browsers.ts';
import { ALONE, type Demo, DemoStarter } from '../../support/npm-start.ts';
import { until } from '../../support/until.ts';

const LONG_MS = 240_000;
const HEADLESS = { DISPLAY: ':7', MOZ_HEADLESS: '1' };
const OPEN = 'Firefox is open on';

const canBeAlone = spawnSync(ALONE[0]!, [...ALONE.slice(1), 'true']).status === 0;

let starter: DemoStarter;

beforeEach(async () => {
  starter = await DemoStarter.open();
});
afterEach(() => starter.close());

const firefox = (under?: readonly string[]) => starter.start(HEADLESS, ['--browser', 'firefox'], under);

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`http://localhost:${starter.port}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
}

/** Command lines of processes that use our folder. */
async function left(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(join('/proc', pid, 'cmdline'), 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.includes(starter.folder));
}

async function stop({ child }: Demo): Promise<void> {
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await until('Firefox to be gone', async () => (await left()).length === 0);
}

describe.runIf(BROWSERS.includes('firefox'))('npm start -- --browser firefox', () => {
  it(
    'opens the timeline with the bar in it, and takes Firefox along at a signal',
    async () => {
      const demo = await firefox();
      await demo.untilSaid(OPEN, LONG_MS);
      // Only a bar that is shown keeps the socket open.
      await until('the bar', async () => (await metric('perch_stream_sockets')) === 1);
      await stop(demo);
    },
    LONG_MS,
  );

  it.runIf(canBeAlone)(
    'says in no network that nobody will be heard, and opens all the same',
    async () => {
      const demo = await firefox(ALONE);
      await demo.untilSaid(OPEN, LONG_MS);
      expect(demo.said()).toMatch(/\] This machine is in no network,.* Join a network and start again\.\n/);
      await stop(demo);
    },
    LONG_MS,
  );
});
