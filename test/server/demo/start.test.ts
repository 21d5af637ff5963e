import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DemoStarter, START_MS } from '../../support/npm-start.ts';
import { until } from '../../support/until.ts';

/** A browser that notes how it was opened and stays until it is closed. */
const BROWSER = `#!/bin/sh
if [ "$1" = --version ]; then echo 'Chromium 156.0'; exit; fi
echo $$ > "$OPENED.pid"
echo "$@" > "$OPENED"
exec sleep 600
`;

let starter: DemoStarter;

beforeEach(async () => {
  starter = await DemoStarter.open();
});
afterEach(() => starter.close());

const timeline = () => fetch(`http://localhost:${starter.port}/demo/timeline`).catch(() => null);

it(
  'prints in three lines what to load where without a display, and stops it all at a signal',
  async () => {
    const { child, said, untilSaid } = await starter.start({});
    await untilSaid('Ctrl-C here stops everything.');
    expect(said()).toMatch(
      /\n1\. .*chrome-mv3\n2\. Open http:\/\/localhost:\d+\/demo\/timeline there\.\n3\. .*\n$/,
    );
    expect((await timeline())?.status).toBe(200);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await timeline()).toBeNull();
  },
  START_MS,
);

it(
  'opens a browser with its icon in sight, and goes on when it is closed',
  async () => {
    const browser = join(starter.folder, 'chromium');
    const opened = join(starter.folder, 'opened');
    await writeFile(browser, BROWSER, { mode: 0o755 });
    const { untilSaid } = await starter.start({ DISPLAY: ':7', CHROME_PATH: browser, OPENED: opened });
    const flags = await until('the browser', () => readFile(opened, 'utf8').catch(() => null), START_MS);
    expect(flags).toMatch(/--load-extension=\S+chrome-mv3 .* http:\/\/localhost:\d+\/demo\/timeline\n$/);
    const profile = join(starter.folder, 'demo-browser/Default/Preferences');
    expect(JSON.parse(await readFile(profile, 'utf8'))).toMatchObject({
      extensions: { pinned_extensions: [expect.stringMatching(/^[a-p]{32}$/)], ui: { developer_mode: true } },
    });
    await untilSaid('Chromium is open');
    process.kill(Number(await readFile(`${opened}.pid`, 'utf8')), 'SIGTERM');
    await untilSaid('the server goes on');
    expect((await timeline())?.status).toBe(200);
  },
  START_MS,
);

it.each([
  ['an option that it does not know', ['--nope'], /^"npm start" does not know that option.*\n$/],
  ['another browser', ['--browser', 'safari'], /^--browser takes "chromium" or "firefox"\.\n$/],
  ['no browser behind --browser', ['--browser'], /^--browser takes "chromium" or "firefox"\.\n$/],
  ['Firefox, to be rebuilt as you type', ['--dev', '--browser', 'firefox'], /^"npm run dev" builds.*\n$/],
])('says in one sentence why it does not start with %s', async (_, options, sentence) => {
  const { child, said } = await starter.start({}, options);
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(said()).toMatch(sentence);
});

it('names both browsers to whoever asks for help', async () => {
  const { child, said } = await starter.start({}, ['--help']);
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(said()).toMatch(/^npm start .*Chromium.*\nnpm start -- --browser firefox .*Firefox\n/);
});

it('says in one sentence that its port is taken, and how to take another', async () => {
  const { port } = starter;
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const { child, said } = await starter.start({});
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(said()).toMatch(new RegExp(`^Port ${port} is taken: .*"PORT=${port + 1} npm start"\\.\n$`));
  other.close();
});
