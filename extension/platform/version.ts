import { browser } from 'wxt/browser';

/** This build's version, as the manifest has it. */
export function version(): string {
  return browser.runtime.getManifest().version;
}

interface Brands {
  getHighEntropyValues(hints: string[]): Promise<{
    fullVersionList?: { brand: string; version: string }[];
  }>;
}

/** The browser by name and version. */
export async function browserVersion(): Promise<string> {
  const { userAgentData } = navigator as { userAgentData?: Brands };
  const values = await userAgentData?.getHighEntropyValues(['fullVersionList']);
  // One of the brands is made up, so that nobody counts on there being just these.
  const brands = values?.fullVersionList?.filter(({ brand }) => !/not.?a.?brand/i.test(brand)) ?? [];
  if (brands.length > 0) return brands.map(({ brand, version }) => `${brand} ${version}`).join(', ');
  // Only Firefox gives none.
  return /\bFirefox\/[\d.]+/.exec(navigator.userAgent)?.[0].replace('/', ' ') ?? '';
}
