import { useSignal, type Signal } from '@preact/signals';
import { ChevronDown, Pencil } from 'lucide';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import * as v from 'valibot';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import { Button, RoundButton } from '../button.tsx';
import { useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import type { ShareDesk } from '../perch.ts';
import { mastodonIntent, type Announcement } from './announce.ts';
import { ShareLink } from './share-link.tsx';

interface MastodonProps {
  share: ShareDesk;
  announcement: Announcement;
}

/** Mastodon is many servers: the person's own is asked for once, and kept. */
export function MastodonRow({ share, announcement }: MastodonProps) {
  const say = useWords();
  const id = useId();
  const isAsking = useSignal(false);
  const link = useRef<HTMLAnchorElement>(null);
  const host = share.mastodon.value;
  const open = { 'aria-expanded': isAsking.value, 'aria-controls': id };
  const toggle = () => (isAsking.value = !isAsking.value);
  const handleKept = () => {
    isAsking.value = false;
    link.current?.focus();
  };
  return (
    <>
      {host ? (
        <span class="tell-known">
          <ShareLink network="Mastodon" at={host} href={mastodonIntent(host, announcement)} linkRef={link} />
          <RoundButton icon={Pencil} label={say('mastodonChange')} {...open} onClick={toggle} />
        </span>
      ) : (
        <Button
          look="bare"
          class="tell-way"
          aria-label={say('shareOn', { network: 'Mastodon' })}
          {...open}
          onClick={toggle}
        >
          <span class="tell-name">Mastodon</span>
          <Icon of={ChevronDown} size={18} />
        </Button>
      )}
      {isAsking.value && (
        <MastodonForm id={id} share={share} announcement={announcement} onKept={handleKept} />
      )}
    </>
  );
}

interface MastodonFormProps extends MastodonProps {
  id: string;
  onKept: () => void;
}

/** Asks which server it is, and leads there. */
function MastodonForm({ id, share, announcement, onKept }: MastodonFormProps) {
  const say = useWords();
  const text = useSignal(share.mastodon.peek());
  const isWrong = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    const host = v.safeParse(HostNameSchema, text.value);
    isWrong.value = !host.success;
    if (!host.success) return field.current?.focus();
    // First, because the tab that opens closes the popup.
    await share.keepMastodon(host.output);
    link.current!.href = mastodonIntent(host.output, announcement);
    link.current!.click();
    onKept();
  };
  return (
    <form id={id} class="tell-form" noValidate onSubmit={handleSubmit}>
      <HostField text={text} isWrong={isWrong} field={field} />
      <Button look="primary" type="submit">
        {say('mastodonGo')}
      </Button>
      <a ref={link} hidden target="_blank" rel="noopener noreferrer" />
    </form>
  );
}

interface HostFieldProps {
  text: Signal<string>;
  isWrong: Signal<boolean>;
  field: { current: HTMLInputElement | null };
}

function HostField({ text, isWrong, field }: HostFieldProps) {
  const say = useWords();
  const id = useId();
  return (
    <div class="field" data-invalid={isWrong.value || undefined}>
      <label for={id}>{say('mastodonServer')}</label>
      <input
        id={id}
        ref={field}
        type="text"
        inputMode="url"
        dir="ltr"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        placeholder={say('mastodonHint')}
        value={text.value}
        aria-invalid={isWrong.value}
        aria-describedby={`${id}-note`}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
          isWrong.value = false;
        }}
      />
      <p id={`${id}-note`} class="field-note" aria-live="polite">
        {isWrong.value && say('mastodonWrong')}
      </p>
    </div>
  );
}
