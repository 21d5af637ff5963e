import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Block } from '#shared/schema/safety.ts';
import { LANGUAGES, type Language, type Outcome } from '#shared/schema/view.ts';
import { Button } from '#shared/ui/button.tsx';
import type { Say } from '#shared/ui/context.ts';
import { Mark } from '#shared/ui/mark.tsx';
import type { Found } from '#shared/schema/view.ts';
import { say, type Catalogue } from '#shared/words/words.ts';
import { BarChoices } from './bar-choices.tsx';
import { BlockedPeople } from './blocked-people.tsx';
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
  sites: SiteOptions;
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
      <ServerForm options={options} say={t} onSaved={() => (servers.value += 1)} />
      <LanguageChoice options={options} say={t} />
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

function ServerForm({ options, say: t, onSaved }: PartProps & { onSaved: () => void }) {
  const id = useId();
  const address = useSignal(options.address);
  const outcome = useSignal<Outcome | 'checking' | null>(null);
  const isChecking = outcome.value === 'checking';
  const fault = outcome.value && outcome.value !== 'checking' ? outcome.value.fault : null;

  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    if (outcome.value === 'checking') return;
    outcome.value = 'checking';
    const found = await options.useServer(address.value.trim());
    outcome.value = found;
    if (!found.fault) onSaved();
  };

  return (
    <form class="field" noValidate data-invalid={fault !== null || undefined} onSubmit={handleSubmit}>
      <label for={id}>{t('serverAddress')}</label>
      <p id={`${id}-help`} class="options-help">
        {t('serverHelp')}
      </p>
      <input
        id={id}
        type="url"
        dir="ltr"
        spellcheck={false}
        value={address.value}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-help ${id}-note`}
        onInput={({ currentTarget }) => {
          address.value = currentTarget.value;
          if (!isChecking) outcome.value = null;
        }}
      />
      <p id={`${id}-note`} class="field-note" role="status">
        {fault && `${t(`fault_${fault}`)}. ${t(`faultHelp_${fault}`)}`}
        {outcome.value && !fault && t(isChecking ? 'checking' : 'serverSaved')}
      </p>
      <Button look="primary" type="submit" isBusy={isChecking}>
        {t('checkAndSave')}
      </Button>
    </form>
  );
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
            {nameOf(code)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A language's own name for itself. */
function nameOf(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
