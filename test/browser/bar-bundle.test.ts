import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { VIEW_PROTOCOL } from '../../extension/platform/protocol.ts';

it('puts nothing into a page that could act on a stage: the bar knows the commands of a bar alone', async () => {
  const script = await readFile(join(inject('extensionPath'), 'timeline.js'), 'utf8');
  const known = new Set(script.match(/(?<=["'`])background:\w+(?=["'`])/g));
  const open = Object.entries(VIEW_PROTOCOL).filter(([, { from }]) => from === 'anywhere');
  expect([...known].toSorted()).toEqual(open.map(([command]) => command).toSorted());
});
