import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { VIEW_PROTOCOL } from '../../extension/platform/protocol.ts';

/** All scripts that are put into pages: the adapters and the bar. */
async function scriptsInPages(): Promise<string> {
  const folder = inject('extensionPath');
  const names = (await readdir(folder)).filter((name) => /^(site-\w+|timeline)\.js$/.test(name));
  expect(names.length).toBeGreaterThan(5);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}

it('puts nothing into a page that could act on a stage: the bar knows the commands of a bar alone', async () => {
  const known = new Set((await scriptsInPages()).match(/(?<=["'`])background:\w+(?=["'`])/g));
  const open = Object.entries(VIEW_PROTOCOL).filter(([, { from }]) => from === 'anywhere');
  expect([...known].toSorted()).toEqual(open.map(([command]) => command).toSorted());
});

it('puts nothing into a page that reads what the site keeps, or that asks a network by itself', async () => {
  const scripts = await scriptsInPages();
  for (const way of ['localStorage', 'sessionStorage', 'indexedDB', 'cookie', 'initial-state']) {
    expect(scripts).not.toContain(way);
  }
  expect(scripts).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/);
});
