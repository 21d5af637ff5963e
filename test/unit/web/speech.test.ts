import { beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '#shared/schema/view.ts';
import { ENGLISH } from '#shared/words/catalogues.ts';
import { openShelf } from '../../../server/web/app/keep/shelf.ts';
import { openSpeech } from '../../../server/web/app/speech.ts';

/** A server that gives these languages, each when it is told to. */
function fakeServer(...has: Language[]) {
  const asked: Language[] = [];
  const waiting: (() => void)[] = [];
  let isHeld = false;
  return {
    asked,
    hold: () => (isHeld = true),
    /** Answers the one that was asked last, then those before. */
    release: () => waiting.toReversed().forEach((give) => give()),
    async bring(_: string, language: Language) {
      asked.push(language);
      if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
      if (!has.includes(language)) throw new Error('not given');
      return { language, words: ENGLISH.words };
    },
  };
}

const root = document.documentElement;

describe('the speech of a page', () => {
  beforeEach(() => localStorage.clear());

  const open = (server: ReturnType<typeof fakeServer>, language: Language) =>
    openSpeech({ server: '', shelf: openShelf(), language, bring: server.bring });

  it('is the browser’s language until the person chooses, and their choice from then on', async () => {
    const server = fakeServer('fr', 'ar');
    const { catalogue, speak } = await open(server, 'fr');
    expect([catalogue.value.language, root.lang, root.dir]).toEqual(['fr', 'fr', 'ltr']);
    await speak('ar');
    expect([catalogue.value.language, root.lang, root.dir]).toEqual(['ar', 'ar', 'rtl']);
    const next = await open(server, 'fr');
    expect(next.catalogue.value.language).toBe('ar');
  });

  it('is English where the server does not give the language', async () => {
    const { catalogue } = await open(fakeServer('en'), 'ja');
    expect(catalogue.value.language).toBe('en');
    await expect(open(fakeServer(), 'ja')).rejects.toThrow('not given');
  });

  it('stays as it is when another one cannot be had, and is not asked to change when one comes back', async () => {
    const server = fakeServer('fr');
    const { catalogue, speak } = await open(server, 'fr');
    await speak('de');
    expect(catalogue.value.language).toBe('fr');
    expect((await open(server, 'fr')).catalogue.value.language).toBe('fr');
    expect(server.asked).toEqual(['fr', 'de', 'fr']);
  });

  it('is the one chosen last, in whatever order they come', async () => {
    const server = fakeServer('fr', 'de', 'es');
    const { catalogue, speak } = await open(server, 'fr');
    server.hold();
    const both = [speak('de'), speak('es')];
    server.release();
    await Promise.all(both);
    expect(catalogue.value.language).toBe('es');
  });
});
