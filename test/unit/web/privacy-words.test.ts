import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { privacy } from '#shared/words/en/privacy.ts';

it('holds no word that the page about privacy does not say', () => {
  const source = ['privacy.ts', 'privacy-body.ts']
    .map((file) => readFileSync(`server/web/${file}`, 'utf8'))
    .join('\n');
  expect(Object.keys(privacy).filter((key) => !source.includes(`'${key}'`))).toEqual([]);
});
