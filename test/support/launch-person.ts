import type { BrowserName } from './browsers.ts';
import { launchProfile } from './chromium.ts';
import { type FirefoxOptions, launchFirefox } from './firefox/firefox-profile.ts';
import type { Person } from './person.ts';

interface PersonOptions {
  /** Allowed without a question by default, or not yet asked for. */
  microphone?: 'granted' | 'ask';
  /** For Chromium. */
  flags?: readonly string[];
  /** For Firefox. */
  prefs?: FirefoxOptions['prefs'];
}

/** A person with a fresh profile of either browser. */
export function launchPerson(
  browser: BrowserName,
  { microphone, flags, prefs }: PersonOptions = {},
): Promise<Person> {
  return browser === 'firefox' ? launchFirefox({ microphone, prefs }) : launchProfile({ microphone, flags });
}
