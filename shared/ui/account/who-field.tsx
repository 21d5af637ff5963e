import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useWords } from '../context.ts';

const WORDS = {
  mastodon: { label: 'mastodonServer', hint: 'mastodonHint', wrong: 'mastodonWrong' },
  bluesky: { label: 'blueskyHandle', hint: 'blueskyHint', wrong: 'blueskyWrong' },
} as const;

interface WhoFieldProps {
  network: keyof typeof WORDS;
  text: Signal<string>;
  isWrong: Signal<boolean>;
  field: { current: HTMLInputElement | null };
}

/** Where the person is known in that network. */
export function WhoField({ network, text, isWrong, field }: WhoFieldProps) {
  const say = useWords();
  const id = useId();
  const words = WORDS[network];
  return (
    <div class="field" data-invalid={isWrong.value || undefined}>
      <label for={id}>{say(words.label)}</label>
      <input
        id={id}
        ref={field}
        type="text"
        inputMode="url"
        dir="ltr"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        placeholder={say(words.hint)}
        value={text.value}
        aria-invalid={isWrong.value}
        aria-describedby={`${id}-note`}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
          isWrong.value = false;
        }}
      />
      <p id={`${id}-note`} class="field-note" aria-live="polite">
        {isWrong.value && say(words.wrong)}
      </p>
    </div>
  );
}
