import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { BROWSERS } from './support/browsers.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Suites named *.slow.test.ts hold real durations and long runs; `npm run test:slow` runs only those. */
const slow = process.env.PERCH_SLOW === '1';
const files = (folder: string) =>
  slow ? [`test/${folder}/**/*.slow.test.{ts,tsx}`] : [`test/${folder}/**/*.test.{ts,tsx}`];
/** Most suites are of Chromium; those that hold for both browsers have a folder of their own. */
const inChromium = BROWSERS.includes('chromium');
/** Units and servers leave each other alone, and wait more than they work; browsers need the whole machine. */
const SIDE_BY_SIDE = 2;
const exclude = slow ? [] : ['**/*.slow.test.*'];

export default defineConfig({
  root,
  test: {
    passWithNoTests: false,
    projects: [
      {
        root,
        plugins: [preact()],
        test: {
          name: 'unit',
          include: files('unit'),
          exclude,
          environment: 'happy-dom',
          maxWorkers: SIDE_BY_SIDE,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          name: 'server',
          include: files('server'),
          exclude,
          environment: 'node',
          globalSetup: ['test/support/livekit-setup.ts'],
          setupFiles: ['test/support/leave-nothing.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: SIDE_BY_SIDE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: files(inChromium ? 'browser' : 'browser/both'),
          exclude,
          environment: 'node',
          globalSetup: ['test/support/browser-setup.ts'],
          setupFiles: ['test/support/leave-nothing.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
      {
        root,
        // The folder is a package of its own, for which the root's imports do not count.
        resolve: { alias: { '#shared': `${root}shared` } },
        test: {
          name: 'identity',
          include: inChromium ? files('identity') : [],
          exclude: [...exclude, '**/node_modules/**'],
          environment: 'node',
          globalSetup: ['test/support/browser-setup.ts'],
          setupFiles: ['test/support/leave-nothing.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
