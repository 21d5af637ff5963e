import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAssets } from '../../../server/web/assets.ts';
import { NotBuilt } from '../../../server/web/build.ts';
import { ensureBuilt } from '../../../server/web/ensure-built.ts';
import { stampOf } from '../../../server/web/stamp.ts';
import { openCore, temporaryDir } from '../../support/core-app.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const silent = { error: () => undefined };

/** A built app of these files. */
function builtFolder(files: Record<string, string>): string {
  const folder = temporaryDir();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('the files of the pages', () => {
  const FILES = {
    'page.js': 'console.log(1)',
    'page.css': 'b{}',
    'parts/more-1.js': '2',
    stamp: 'x',
    'a.txt': 'x',
  };
  const open = async () => {
    const folder = builtFolder(FILES);
    return openCore({ asset: createAssets({ log: silent, build: async () => folder }).open });
  };

  test.each([
    ['page.js', 'text/javascript; charset=utf-8', 'console.log(1)'],
    ['page.css', 'text/css; charset=utf-8', 'b{}'],
    ['parts/more-1.js', 'text/javascript; charset=utf-8', '2'],
  ])('are sent with their type, to be asked for again each time: %s', async (name, type, text) => {
    const core = await open();
    const get = (headers = {}) => core.request('GET', `/s/assets/${name}`, { headers });
    const response = await get();
    expect([response.status, await response.text()]).toEqual([200, text]);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const etag = response.headers.get('etag')!;
    expect((await get({ 'if-none-match': etag })).status).toBe(304);
    const small = await get({ 'accept-encoding': 'br, gzip' });
    expect(small.headers.get('content-encoding')).toBe('gzip');
    expect(small.headers.get('etag')).not.toBe(etag);
    expect(gunzipSync(Buffer.from(await small.arrayBuffer())).toString()).toBe(text);
  });

  test.each(['stamp', 'a.txt', 'nothing.js', '..%2fpage.js', '../../package.json'])(
    'are no others: %s',
    async (name) => {
      const core = await open();
      expect((await core.request('GET', `/s/assets/${name}`)).status).toBe(404);
    },
  );

  test('that need no build are there while it goes on, and the others wait for it', async () => {
    const build = Promise.withResolvers<string>();
    const core = await openCore({ asset: createAssets({ log: silent, build: () => build.promise }).open });
    const waiting = core.request('GET', '/s/assets/page.js');
    const style = await core.request('GET', '/s/assets/share.css');
    expect(style.status).toBe(200);
    const text = await style.text();
    expect(text).toMatch(/--accent/);
    expect(text).not.toMatch(/@import/);
    expect((await core.request('GET', '/s/assets/icon.svg')).headers.get('content-type')).toBe(
      'image/svg+xml',
    );
    build.resolve(builtFolder(FILES));
    expect((await waiting).status).toBe(200);
  });

  test('that cannot be built are refused with 503 after one sentence in the log, and the page still stands', async () => {
    let builds = 0;
    const said: unknown[] = [];
    const assets = createAssets({
      log: { error: (...words: unknown[]) => void said.push(words) },
      build: async () => {
        builds += 1;
        throw new NotBuilt('Vite is not installed.');
      },
    });
    assets.prepare();
    const core = await openCore({ asset: assets.open });
    for (const name of ['page.js', 'page.css']) {
      expect((await core.request('GET', `/s/assets/${name}`)).status).toBe(503);
    }
    expect([builds, said]).toEqual([1, [['Vite is not installed.']]]);
    const { spaceId } = await core.liveSpace();
    expect((await core.request('GET', `/s/${spaceId}`)).status).toBe(200);
    expect((await core.request('GET', '/s/assets/share.css')).status).toBe(200);
  });
});

describe('building', () => {
  const job = (output: string, stamp: string, text: string, made: string[]) => ({
    output,
    stamp: async () => stamp,
    make: async (folder: string) => {
      made.push(text);
      writeFileSync(join(folder, 'page.js'), text);
      await new Promise((done) => setImmediate(done));
    },
  });
  const page = (output: string) => readFileSync(join(output, 'page.js'), 'utf8');

  test('happens when the sources have changed, and only then', async () => {
    const output = join(temporaryDir(), 'out', 'web');
    const made: string[] = [];
    await ensureBuilt(job(output, 'one', '1', made));
    await ensureBuilt(job(output, 'one', 'again', made));
    expect([page(output), made]).toEqual(['1', ['1']]);
    await ensureBuilt(job(output, 'two', '2', made));
    expect([page(output), made]).toEqual(['2', ['1', '2']]);
    expect(readdirSync(join(output, '..'))).toEqual(['web']);
  });

  test('by several servers at once leaves one whole folder and nothing else', async () => {
    const output = join(temporaryDir(), 'web');
    const made: string[] = [];
    await ensureBuilt(job(output, 'old', 'old', made));
    await Promise.all(Array.from({ length: 8 }, () => ensureBuilt(job(output, 'new', 'new', made))));
    expect(page(output)).toBe('new');
    expect(readFileSync(join(output, 'stamp'), 'utf8')).toBe('new');
    expect(readdirSync(join(output, '..'))).toEqual(['web']);
  });

  test('that fails leaves what was there', async () => {
    const output = join(temporaryDir(), 'web');
    await ensureBuilt(job(output, 'one', '1', []));
    const failing = ensureBuilt({
      output,
      stamp: async () => 'two',
      make: () => Promise.reject(new NotBuilt('no')),
    });
    await expect(failing).rejects.toThrow(NotBuilt);
    expect(page(output)).toBe('1');
    expect(readdirSync(join(output, '..'))).toEqual(['web']);
  });

  test('knows its sources by name and content', async () => {
    const root = `${builtFolder({ 'src/a.ts': '1', 'src/deep/b.ts': '2', 'lock.json': '3' })}/`;
    const stamps = [await stampOf(root, ['src', 'lock.json'])];
    expect(await stampOf(root, ['src', 'lock.json'])).toBe(stamps[0]);
    for (const [name, text] of [
      ['src/a.ts', '12'],
      ['src/deep/c.ts', ''],
      ['lock.json', '4'],
    ] as const) {
      writeFileSync(join(root, name), text);
      stamps.push(await stampOf(root, ['src', 'lock.json']));
    }
    expect(new Set(stamps).size).toBe(4);
  });
});

describe('a running server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ livekit: false });
  });
  afterAll(() => server.stop());

  test.each(['page.js', 'page.css', 'share.css'])('serves the app of its pages: %s', async (name) => {
    const response = await fetch(`${server.url}/s/assets/${name}`);
    expect(response.status).toBe(200);
    expect((await response.text()).length).toBeGreaterThan(0);
  });
});
