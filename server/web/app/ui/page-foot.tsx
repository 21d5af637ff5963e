import { Languages } from 'lucide';
import { LANGUAGES } from '#shared/schema/view.ts';
import { useShell, useWords } from '#shared/ui/context.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { languageTitle } from '#shared/ui/language-name.ts';
import { usePage } from './page-context.ts';

/** The language of the page, each by its own name, for whoever cannot read the one that it opened in; and what the server keeps. */
export function PageFoot() {
  const { perch } = useShell();
  const say = useWords();
  const { speak } = usePage();
  return (
    <footer class="page-foot">
      <p class="page-language">
        <Icon of={Languages} size={18} />
        <select
          aria-label={say('language')}
          value={perch.catalogue.value.language}
          onChange={({ currentTarget }) => void speak(LANGUAGES[currentTarget.selectedIndex]!)}
        >
          {LANGUAGES.map((code) => (
            <option key={code} value={code} lang={code}>
              {languageTitle(code)}
            </option>
          ))}
        </select>
      </p>
      <a href="../privacy">{say('page_privacy')}</a>
    </footer>
  );
}
