import { test } from 'vitest';
import { runModel } from './run-model.ts';

test('whatever people do, the server stands as the promise has it', () => runModel({ runs: 30, steps: 60 }));
