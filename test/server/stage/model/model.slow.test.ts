import { test } from 'vitest';
import { runModel } from './run-model.ts';

const MINUTES = 60_000;

test('many short talks', { timeout: 10 * MINUTES }, () => runModel({ runs: 250, steps: 60, ending: true }));
test('some long talks', { timeout: 10 * MINUTES }, () => runModel({ runs: 25, steps: 600, ending: false }));
