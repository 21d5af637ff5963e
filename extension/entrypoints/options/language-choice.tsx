import { useId } from 'preact/hooks';
import { LANGUAGES } from '#shared/schema/view.ts';
import { languageTitle } from '#shared/ui/language-name.ts';
import type { PartProps } from './options-page.tsx';
import { Section } from './section.tsx';

/** The browser's own language, or one that Perch speaks, each by its own name. */
export function LanguageChoice({ options, say: t }: PartProps) {
  const id = useId();
  const { chosen, ofSystem, speak } = options.language;
  return (
    <Section part="language" title={t('language')}>
      <div class="field">
        <label for={id} class="unseen">
          {t('language')}
        </label>
        <select
          id={id}
          value={chosen.value ?? ''}
          aria-describedby={`${id}-help`}
          onChange={({ currentTarget }) => void speak(LANGUAGES[currentTarget.selectedIndex - 1] ?? null)}
        >
          <option value="">{t('languageOfSystem', { language: languageTitle(ofSystem) })}</option>
          {LANGUAGES.map((code) => (
            <option key={code} value={code} lang={code}>
              {languageTitle(code)}
            </option>
          ))}
        </select>
        <p id={`${id}-help`} class="field-note">
          {t('languageHelp')}
        </p>
      </div>
    </Section>
  );
}
