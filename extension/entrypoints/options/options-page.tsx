import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { Block } from '#shared/schema/safety.ts';
import type { Found, Language, Outcome } from '#shared/schema/view.ts';
import type { AccountDesk } from '#shared/ui/account/account-desk.ts';
import type { Say } from '#shared/ui/context.ts';
import { Mark } from '#shared/ui/mark.tsx';
import type { Perch } from '#shared/ui/perch.ts';
import type { SoundDesk } from '#shared/ui/sound/sound-desk.ts';
import { say, type Catalogue } from '#shared/words/words.ts';
import type { Shortcut } from '../../platform/shortcuts.ts';
import { About } from './about.tsx';
import { AccountSection } from './account-section.tsx';
import { BarChoices } from './bar-choices.tsx';
import { BlockedPeople } from './blocked-people.tsx';
import type { FollowOptions } from './connect-follows.ts';
import type { PrivacyOptions } from './connect-privacy.ts';
import type { FileOptions } from './files/connect-files.ts';
import { Files } from './files/files.tsx';
import { FollowedPeople } from './followed-people.tsx';
import { Health } from './health.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { PartList } from './part-list.tsx';
import { Privacy } from './privacy.tsx';
import { Servers } from './servers.tsx';
import { Shortcuts } from './shortcuts.tsx';
import type { SiteOptions } from './site-options.ts';
import { Sites } from './sites.tsx';
import { SoundSection } from './sound-section.tsx';

/** What the page shows and what it can do. */
export interface Options {
  catalogue: ReadonlySignal<Catalogue>;
  address: ReadonlySignal<string>;
  version: string;
  /** Checks the address and keeps it when a Perch server answers there. */
  useServer(url: string): Promise<Outcome>;
  /** The other servers that the person has added. */
  servers: ReadonlySignal<readonly string[]>;
  /** Leaves a Space there first. */
  removeServer(server: string): Promise<Outcome>;
  follows: FollowOptions;
  sites: SiteOptions;
  account: AccountDesk;
  /** See `Perch`. */
  picture?: Perch['picture'];
  /** Signing out would end what the person hears. */
  isInSpace: ReadonlySignal<boolean>;
  blocks(): Promise<Found<Block[]>>;
  unblock(id: string): Promise<Outcome>;
  language: LanguageOptions;
  sound: SoundDesk | null;
  /** Opens the tab that asks for the microphone and checks it. */
  openMicrophone(): Promise<Outcome>;
  shortcuts: ShortcutOptions;
  privacy: PrivacyOptions;
  files: FileOptions;
  openWelcome(): Promise<void>;
}

export interface LanguageOptions {
  /** Null follows the browser. */
  chosen: ReadonlySignal<Language | null>;
  /** What following the browser comes to. */
  ofSystem: Language;
  /** Changes the language of everything that Perch says. */
  speak(language: Language | null): Promise<void>;
}

export interface ShortcutOptions {
  all(): Promise<Shortcut[]>;
  /** Opens where the browser keeps them; false where it lets nobody in. */
  change(): Promise<boolean>;
  /** Where that is, for going there by hand. */
  address: string;
}

export interface PartProps {
  options: Options;
  say: Say;
}

export function OptionsPage({ options }: { options: Options }) {
  const catalogue = options.catalogue.value;
  const saved = useSignal(0);
  const t: Say = (key, values) => say(catalogue, key, values);
  const props = { options, say: t };
  const home = `${saved.value} ${options.address.value}`;
  return (
    <div class="options">
      <header class="options-side">
        <div class="options-head">
          <Mark />
          <h1>{t('settingsTitle')}</h1>
        </div>
        <PartList say={t} />
      </header>
      <div class="options-parts">
        <AccountSection key={`account ${home}`} {...props} />
        <Servers {...props} onSaved={() => (saved.value += 1)} />
        <Sites {...props} />
        <BarChoices {...props} />
        <SoundSection {...props} />
        <Shortcuts {...props} />
        <LanguageChoice {...props} />
        <Privacy {...props} />
        <FollowedPeople {...props} />
        <BlockedPeople key={home} {...props} />
        <Files {...props} />
        <Health {...props} />
        <About {...props} />
      </div>
    </div>
  );
}
