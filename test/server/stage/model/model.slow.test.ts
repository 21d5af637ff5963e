import { test } from 'vitest';
import { runModel } from './run-model.ts';

const MINUTES = 60_000;

test('many short talks', { timeout: 10 * MINUTES }, () => runModel({ runs: 400, steps: 60 }));
test('a few very long talks', { timeout: 10 * MINUTES }, () => runModel({ runs: 15, steps: 1_000 }));
