import { test } from 'vitest';
import { temporaryDir } from '../support/core-app.ts';
import { killWhileWriting } from '../support/crash-writer.ts';

test(
  '200 times kill -9 in the middle of writes lose nothing that was acknowledged',
  { timeout: 1_200_000 },
  async () => {
    await killWhileWriting(temporaryDir(), 200);
  },
);
