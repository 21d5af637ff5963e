import { afterAll, expect, it, vi } from 'vitest';

let isThere = false;
let made = 0;
/** Has the document that is asked to go be gone. */
let letGo: (() => void) | null = null;
const offscreen = {
  async createDocument() {
    if (isThere) throw new Error('Only a single offscreen document may be created.');
    isThere = true;
    made += 1;
  },
  async closeDocument() {
    await new Promise<void>((resolve) => (letGo = resolve));
    isThere = false;
  },
};
const runtime = { getURL: (path: string) => path, getContexts: async () => (isThere ? [{}] : []) };
vi.stubGlobal('chrome', { runtime, offscreen });
const { closeOffscreen, ensureOffscreen, isOffscreenOpen } =
  await import('../../../extension/platform/offscreen.ts');

afterAll(() => vi.unstubAllGlobals());

it('is made once for all who need it, and anew for whoever needs it while the old one goes', async () => {
  await Promise.all([ensureOffscreen(), ensureOffscreen()]);
  expect(made).toBe(1);
  const closing = closeOffscreen();
  await vi.waitFor(() => expect(letGo).not.toBeNull());
  const ensured = ensureOffscreen();
  letGo!();
  await Promise.all([closing, ensured]);
  expect(await isOffscreenOpen()).toBe(true);
  expect(made).toBe(2);
});
