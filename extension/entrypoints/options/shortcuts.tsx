import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import type { WordKey } from '#shared/words/words.ts';
import type { Shortcut } from '../../platform/shortcuts.ts';
import type { PartProps } from './options-page.tsx';
import { Section } from './section.tsx';

const NAMES: Partial<Record<string, WordKey>> = {
  'toggle-mic': 'shortcut_toggle_mic',
  leave: 'shortcut_leave',
  _execute_action: 'shortcut_open',
};

/** What is set changes on the browser's own page, so it is read again whenever the person comes back from there. */
function useShortcuts(read: () => Promise<Shortcut[]>) {
  const shortcuts = useSignal<Shortcut[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    const look = () => void read().then((found) => (shortcuts.value = found));
    addEventListener('focus', look, { signal: gone.signal });
    document.addEventListener('visibilitychange', look, { signal: gone.signal });
    look();
    return () => gone.abort();
  }, []);
  return shortcuts;
}

/** The keys that work from any tab, and the way to where the browser lets the person change them. */
export function Shortcuts({ options, say: t }: PartProps) {
  const id = useId();
  const { all, change, address } = options.shortcuts;
  const shortcuts = useShortcuts(all);
  const isByHand = useSignal(false);
  const handleChange = async () => (isByHand.value = !(await change()));
  return (
    <Section part="shortcuts" title={t('shortcuts')} help={t('shortcutsHelp')}>
      <ul id={id} class="entries" aria-label={t('shortcuts')}>
        {shortcuts.value.map(({ name, description, key }) => {
          const word = NAMES[name];
          return (
            <li key={name} class="entry">
              <span class="entry-name">{word ? t(word) : description}</span>
              {key ? <kbd dir="ltr">{key}</kbd> : <span class="entry-state">{t('shortcutNotSet')}</span>}
            </li>
          );
        })}
      </ul>
      <HeldKey options={options} say={t} />
      <Button look="quiet" onClick={() => void handleChange()}>
        {t('changeShortcuts')}
      </Button>
      <p class="options-help" role="status">
        {isByHand.value && t('changeShortcutsByHand', { address })}
      </p>
    </Section>
  );
}

/** The key that is held in the player; it is chosen among what is about sound. */
function HeldKey({ options, say: t }: PartProps) {
  const settings = options.sound?.settings.value;
  if (!settings) return null;
  const { hold, holdKey } = settings;
  return (
    <p class="entry">
      <a class="entry-name" href="#sound">
        {t('holdKey')}
      </a>
      {hold === 'off' ? (
        <span class="entry-state">{t('holdKey_off')}</span>
      ) : (
        <span class="entry-state">
          <kbd dir="ltr">{holdKey.replace(/^(?:Key|Digit)/, '')}</kbd>{' '}
          {t(hold === 'talk' ? 'holdKey_talk' : 'holdKey_mute')}
        </span>
      )}
    </p>
  );
}
