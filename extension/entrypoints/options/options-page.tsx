import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Block } from '#shared/schema/safety.ts';
import { LANGUAGES, type Language, type Outcome } from '#shared/schema/view.ts';
import type { AccountDesk } from '#shared/ui/account/account-desk.ts';
import type { Say } from '#shared/ui/context.ts';
import { languageTitle } from '#shared/ui/language-name.ts';
import { Mark } from '#shared/ui/mark.tsx';
import type { Found } from '#shared/schema/view.ts';
import type { Perch } from '#shared/ui/perch.ts';
import { say, type Catalogue } from '#shared/words/words.ts';
import { AccountSection } from './account-section.tsx';
import { BarChoices } from './bar-choices.tsx';
import type { FollowOptions } from './connect-follows.ts';
import { BlockedPeople } from './blocked-people.tsx';
import { FollowedPeople } from './followed-people.tsx';
import { Servers } from './servers.tsx';
import { Health } from './health.tsx';
import type { SiteOptions } from './site-options.ts';
import { Sites } from './sites.tsx';

/** What the page shows and what it can do. */
export interface Options {
  catalogue: ReadonlySignal<Catalogue>;
  address: string;
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
  /** Changes the language of everything that Perch says. */
  speak(language: Language): Promise<void>;
}

export function OptionsPage({ options }: { options: Options }) {
  const catalogue = options.catalogue.value;
  const servers = useSignal(0);
  const t: Say = (key, values) => say(catalogue, key, values);
  return (
    <div class="options">
      <header>
        <Mark />
        <h1>{t('settingsTitle')}</h1>
      </header>
      <Servers options={options} say={t} onSaved={() => (servers.value += 1)} />
      <AccountSection key={`account ${servers.value}`} options={options} say={t} />
      <LanguageChoice options={options} say={t} />
      <FollowedPeople options={options} say={t} />
      <BarChoices options={options} say={t} />
      <Sites options={options} say={t} />
      <BlockedPeople key={servers.value} options={options} say={t} />
      <Health options={options} say={t} />
      <section class="options-about" aria-labelledby="about">
        <h2 id="about">{t('about')}</h2>
        <p>{t('aboutPerch')}</p>
        <p>{t('version', { version: options.version })}</p>
      </section>
    </div>
  );
}

export interface PartProps {
  options: Options;
  say: Say;
}

function LanguageChoice({ options, say: t }: PartProps) {
  const id = useId();
  const { language } = options.catalogue.value;
  return (
    <div class="field">
      <label for={id}>{t('language')}</label>
      <select
        id={id}
        value={language}
        onChange={({ currentTarget }) => void options.speak(LANGUAGES[currentTarget.selectedIndex]!)}
      >
        {LANGUAGES.map((code) => (
          <option key={code} value={code} lang={code}>
            {languageTitle(code)}
          </option>
        ))}
      </select>
    </div>
  );
}
