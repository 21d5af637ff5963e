import * as v from 'valibot';

/** What the page keeps in this browser, for as long as the browser lets it. */
export interface Shelf {
  read<T>(key: string, schema: v.GenericSchema<unknown, T>): T | null;
  write(key: string, value: unknown): void;
  remove(key: string): void;
}

/** Bears the shape of what is kept: another shape gets another number. */
const keyOf = (name: string) => `perch:1:${name}`;

/** Keeps in `localStorage`, and only for this visit where that is refused, as in the frames of other sites. */
export function openShelf(storage: () => Storage = () => localStorage): Shelf {
  const visit = new Map<string, string>();
  function attempt<T>(act: (storage: Storage) => T): T | null {
    try {
      return act(storage());
    } catch {
      // Refused, or full.
      return null;
    }
  }
  return {
    read(name, schema) {
      const key = keyOf(name);
      const text = visit.get(key) ?? attempt((kept) => kept.getItem(key));
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
      return parsed.success ? parsed.output : null;
    },
    write(name, value) {
      const [key, text] = [keyOf(name), JSON.stringify(value)];
      visit.set(key, text);
      attempt((kept) => kept.setItem(key, text));
    },
    remove(name) {
      visit.delete(keyOf(name));
      attempt((kept) => kept.removeItem(keyOf(name)));
    },
  };
}
