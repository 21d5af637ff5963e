import { test } from 'vitest';
import { runModel } from './run-model.ts';

test('whatever people do, the server stands as the promise has it', { timeout: 120_000 }, () =>
  runModel({ runs: 20, steps: 60, ending: true }),
);
