import type { Profile } from './chromium.ts';

/** Writes one item of the extension's local storage, as its options do. */
export async function keepInExtension(profile: Profile, key: string, value: unknown): Promise<void> {
  const page = await profile.open(profile.address('options.html'));
  await page.evaluate(
    (name, kept) => {
      const { storage } = Reflect.get(globalThis, 'chrome') as {
        storage: { local: { set(items: object): Promise<void> } };
      };
      return storage.local.set({ [name]: kept });
    },
    key,
    value,
  );
  await page.close();
}
