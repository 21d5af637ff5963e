import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { SpeakPolicy } from '#shared/schema/space.ts';
import { Button } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { Switch } from './parts/switch.tsx';
import { SpeakPolicyChoice } from './people/speak-policy.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { SpokenLanguage } from './spoken-language.tsx';
import { charactersLeft, errorOf } from './text-check.ts';
import { TextField } from './text-field.tsx';

interface HostFormProps {
  /** Once the host is in; with the Bluesky account whose status is to tell, where the person wants that. */
  onStarted: (tellsBluesky: string | null) => void;
}

/** Names a Space and starts it. */
export function HostForm({ onStarted }: HostFormProps) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const title = useSignal('');
  const speakPolicy = useSignal<SpeakPolicy>('invited');
  const lang = useSignal<string>(perch.catalogue.value.language);
  const name = useSignal(perch.view.value.name ?? '');
  const tellsBluesky = useSignal(false);
  const wasSent = useSignal(false);
  const titleInput = useRef<HTMLInputElement>(null);
  useEffect(() => titleInput.current?.focus(), []);

  const titleError = errorOf('title', title.value, say);
  const nameError = name.value.trim() ? errorOf('name', name.value, say) : null;
  const isTitleLong = charactersLeft('title', title.value) < 0;
  const isStarting = deeds.pending.value === 'host';

  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    wasSent.value = true;
    if (titleError || nameError)
      return titleInput.current?.form?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
    const request = {
      title: title.value,
      lang: lang.value,
      speakPolicy: speakPolicy.value,
      ...(name.value.trim() && { name: name.value }),
    };
    const who = tellsBluesky.value ? perch.view.value.statusFor : null;
    if (await deeds.run('host', () => perch.host(request))) onStarted(who);
  };

  return (
    <form class="host-form" noValidate onSubmit={handleSubmit}>
      <TextField
        field="title"
        label={say('nameYourSpace')}
        hint={say('nameYourSpaceHint')}
        text={title}
        error={wasSent.value || isTitleLong ? titleError : null}
        inputRef={titleInput}
      />
      <TextField
        field="name"
        label={say('yourName')}
        hint={say('yourNameHint')}
        text={name}
        error={nameError}
      />
      <SpokenLanguage chosen={lang} />
      <SpeakPolicyChoice chosen={speakPolicy.value} onChoose={(policy) => (speakPolicy.value = policy)} />
      <StatusOffer tellsBluesky={tellsBluesky} />
      <Trouble />
      <p class="host-note">{say('hostFormNote')}</p>
      <div class="host-foot">
        <Button look="primary" type="submit" isBusy={isStarting}>
          {say(isStarting ? 'startingYourSpace' : 'startYourSpace')}
        </Button>
      </div>
    </form>
  );
}

/** Why it did not start, which is brought into sight: the form is longer than the popup. */
function Trouble() {
  const { problem } = useShell().deeds;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem.value) place.current?.scrollIntoView({ block: 'nearest' });
  }, [problem.value]);
  return (
    <div ref={place} class="host-trouble">
      <ProblemNotice />
    </div>
  );
}

/** Offered while the person has never hosted with their Bluesky account. */
function StatusOffer({ tellsBluesky }: { tellsBluesky: Signal<boolean> }) {
  const { perch } = useShell();
  const say = useWords();
  if (!perch.view.value.statusFor) return null;
  return (
    <Switch
      label={say('statusOffer')}
      help={say('showOnBlueskyHelp')}
      isOn={tellsBluesky.value}
      onChange={(on) => (tellsBluesky.value = on)}
    />
  );
}
