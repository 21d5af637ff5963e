import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { sessionsOn, shareOn, volumeOn } from '../../../server/web/app/keep/kept.ts';
import { openShelf } from '../../../server/web/app/keep/shelf.ts';

const SERVER = 'https://perch.example.org';
const SESSION = { token: 'secret', account: { id: 'a', name: 'Guest 4821', guest: true } };

function storageOf(entries: Record<string, string> = {}): Storage {
  const kept = new Map(Object.entries(entries));
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
const refused = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('what the page keeps', () => {
  it('is there on the next visit', async () => {
    const storage = storageOf();
    await sessionsOn(openShelf(() => storage)).write(SERVER, SESSION);
    volumeOn(openShelf(() => storage)).set(0.4);
    await shareOn(openShelf(() => storage)).keepMastodon('walks.social');
    const later = openShelf(() => storage);
    expect(await sessionsOn(later).read(SERVER)).toEqual(SESSION);
    expect(volumeOn(later).get()).toBe(0.4);
    expect(shareOn(later).mastodon.value).toBe('walks.social');
  });

  it('is one session for each server, until it is removed', async () => {
    const sessions = sessionsOn(openShelf(() => storageOf()));
    await sessions.write(SERVER, SESSION);
    expect(await sessions.read('https://other.example')).toBeNull();
    await sessions.remove(SERVER);
    expect(await sessions.read(SERVER)).toBeNull();
  });

  it('lasts for the visit where the browser keeps nothing', async () => {
    const shelf = openShelf(refused);
    await sessionsOn(shelf).write(SERVER, SESSION);
    expect(await sessionsOn(shelf).read(SERVER)).toEqual(SESSION);
    await sessionsOn(shelf).remove(SERVER);
    expect(await sessionsOn(shelf).read(SERVER)).toBeNull();
    expect(volumeOn(shelf).get()).toBe(1);
  });

  it('lasts for the visit where there is no room', () => {
    const full = { ...storageOf(), setItem: refused };
    const shelf = openShelf(() => full);
    volumeOn(shelf).set(0.2);
    expect(volumeOn(shelf).get()).toBe(0.2);
  });

  it.each(['', 'not json', '{"token":1}', '2', '"x y"'])(
    'counts as absent when it is not what we wrote: %s',
    async (text) => {
      const names = [`session:${SERVER}`, 'volume', 'mastodon', 'any'];
      const storage = storageOf(Object.fromEntries(names.map((name) => [`perch:1:${name}`, text])));
      const shelf = openShelf(() => storage);
      expect(await sessionsOn(shelf).read(SERVER)).toBeNull();
      expect(volumeOn(shelf).get()).toBe(1);
      expect(shareOn(shelf).mastodon.value).toBe('');
      expect(shelf.read('any', v.boolean())).toBeNull();
    },
  );
});
