import type { Page } from 'puppeteer-core';
import { Profile } from './chromium.ts';
import { FirefoxProfile } from './firefox/firefox-profile.ts';
import type { Person } from './person.ts';
import { patternOf } from './site-access.ts';
import { until } from './until.ts';

/** What a person decides in the browser itself about the hosts that the manifest names. */
export interface SiteDoors {
  /** Takes the permission for these hosts back, in the browser's settings; or for some of them alone. */
  close(some?: readonly string[]): Promise<void>;
  /** Waits until the browser asks about them. */
  untilAsked(): Promise<void>;
  /** Says yes or no to what it asks. */
  answer(isYes: boolean): Promise<void>;
}

/** What Chromium's own page about extensions calls. */
interface Settings {
  updateExtensionConfiguration(to: { extensionId: string; hostAccess: 'ON_CLICK' }): Promise<void>;
  addHostPermission(id: string, pattern: string): Promise<void>;
}
declare const chrome: { developerPrivate: Settings };

/** Its prompt is drawn outside of every page, where no test clicks: a yes is given in the settings, and a no not at all. */
function chromiumDoors(profile: Profile, hosts: readonly string[]): SiteDoors {
  const { id } = profile.extension;
  const inSettings = async (act: (settings: Page) => Promise<void>) => {
    const settings = await profile.open('chrome://extensions');
    await act(settings);
    await settings.close();
  };
  const give = (settings: Page, given: readonly string[]) =>
    settings.evaluate(
      async (extensionId, patterns) => {
        for (const pattern of patterns) await chrome.developerPrivate.addHostPermission(extensionId, pattern);
      },
      id,
      given.map(patternOf),
    );
  return {
    close: (some = hosts) =>
      inSettings(async (settings) => {
        // It takes all of them at once.
        await settings.evaluate(
          (extensionId) =>
            chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }),
          id,
        );
        await give(
          settings,
          hosts.filter((host) => !some.includes(host)),
        );
      }),
    async untilAsked() {
      // The prompt closes the popup.
      await until('the prompt', async () => profile.target('popup.html') === undefined);
    },
    async answer(isYes) {
      if (!isYes) throw new Error('Nobody can say no to what Chromium asks');
      await inSettings((settings) => give(settings, hosts));
    },
  };
}

function firefoxDoors({ extension }: FirefoxProfile, hosts: readonly string[]): SiteDoors {
  return {
    close: (some = hosts) => extension.setHosts('remove', some.map(patternOf)),
    untilAsked: async () => {
      await until('the question', () => extension.isAsking());
    },
    answer: (isYes) => extension.answer(isYes),
  };
}

export function doorsOf(person: Person, hosts: readonly string[]): SiteDoors {
  if (person instanceof FirefoxProfile) return firefoxDoors(person, hosts);
  if (person instanceof Profile) return chromiumDoors(person, hosts);
  throw new Error('The browser of this person is unknown');
}
