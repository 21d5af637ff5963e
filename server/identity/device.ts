/** First match wins: many name others beside themselves. */
const BROWSERS: [RegExp, string][] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(?:OPR|OPiOS|OPT)\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/\S+ (?:Mobile\/\S+ )?Safari\//, 'Safari'],
];
/** Those that call themselves Chrome, and say who they are in `Sec-CH-UA` alone. */
const BRANDS = ['Brave', 'Microsoft Edge', 'Opera', 'Vivaldi', 'YaBrowser', 'Chromium', 'Google Chrome'];
const BRAND_NAMES: Record<string, string> = { 'Microsoft Edge': 'Edge', YaBrowser: 'Yandex Browser' };
const SYSTEMS: [RegExp, string][] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

/** Browser and system for people to know a device again by, as `Chrome on Linux`; empty when neither is known. */
export function deviceOf(userAgent: string | undefined, secChUa?: string): string {
  const named = (table: [RegExp, string][]) => table.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? '';
  const agent = named(BROWSERS);
  const browser = agent === 'Chrome' ? (brandIn(secChUa ?? '') ?? agent) : agent;
  const system = named(SYSTEMS);
  return browser && system ? `${browser} on ${system}` : browser || system;
}

function brandIn(secChUa: string): string | null {
  const brand = BRANDS.find((name) => secChUa.includes(`"${name}"`));
  if (!brand || brand === 'Chromium' || brand === 'Google Chrome') return null;
  return BRAND_NAMES[brand] ?? brand;
}
