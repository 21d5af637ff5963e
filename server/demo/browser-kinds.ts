/** A browser that Perch is tried and tested in. */
export interface BrowserKind {
  name: 'Chromium' | 'Firefox';
  /** The variable in which a person names one. */
  variable: 'CHROME_PATH' | 'FIREFOX_PATH';
  /** What its program is called on the PATH. */
  programs: readonly string[];
  /** Where else it stands: whole paths, and patterns below the home folder. */
  places: readonly string[];
  cached: readonly string[];
  /** Debian's package. */
  debian: string;
  /** Whether what prints this version is one that serves. */
  serves(version: string): boolean;
  /** Why another browser does not. */
  why: string;
}

const OLDEST_FIREFOX = 140;

export const CHROMIUM: BrowserKind = {
  name: 'Chromium',
  variable: 'CHROME_PATH',
  programs: ['chromium', 'chromium-browser', 'chrome-for-testing'],
  places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  cached: [
    '.cache/puppeteer/chrome/*/chrome-linux64/chrome',
    '.cache/ms-playwright/chromium-*/chrome-linux*/chrome',
    'Library/Caches/ms-playwright/chromium-*/chrome-mac*/Chromium.app/Contents/MacOS/Chromium',
  ],
  debian: 'chromium',
  // Chromium and Chrome for Testing load unpacked extensions.
  serves: (version) => /chrome for testing|chromium/i.test(version),
  why: 'Google Chrome and Microsoft Edge no longer load unpacked extensions from the command line',
};

export const FIREFOX: BrowserKind = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  programs: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
  places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  cached: ['.cache/puppeteer/firefox/*/firefox/firefox'],
  debian: 'firefox-esr',
  serves: (version) => Number(/Mozilla Firefox (\d+)/.exec(version)?.[1] ?? 0) >= OLDEST_FIREFOX,
  why: `the extension asks for Firefox ${OLDEST_FIREFOX} or later`,
};
