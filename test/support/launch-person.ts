import type { BrowserName } from './browsers.ts';
import { launchProfile } from './chromium.ts';
import { launchFirefox } from './firefox/firefox-profile.ts';
import type { Person } from './person.ts';

interface PersonOptions {
  /** Allowed without a question by default, or not yet asked for. */
  microphone?: 'granted' | 'ask';
}

/** A person with a fresh profile of either browser. */
export function launchPerson(browser: BrowserName, { microphone }: PersonOptions = {}): Promise<Person> {
  return browser === 'firefox' ? launchFirefox({ microphone }) : launchProfile({ microphone });
}
