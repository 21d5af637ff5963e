import { render } from 'preact';
import { signal } from '@preact/signals';
import { PartContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { readCatalogue } from '../../platform/catalogue.ts';
import { connectSound } from '../../platform/sound-desk.ts';
import { wearLanguage } from '../../platform/wear-language.ts';
import { CheckPage } from './check-page.tsx';
import { MicrophoneCheck } from './check.ts';
import { MicrophonePage } from './microphone-page.tsx';

const catalogue = signal(await readCatalogue());
wearLanguage(catalogue);
const root = document.getElementById('app')!;

async function showCheck(): Promise<void> {
  const sound = await connectSound(new AbortController().signal);
  render(
    <PartContext.Provider value={{ catalogue, deeds: createDeeds() }}>
      <CheckPage catalogue={catalogue.value} check={new MicrophoneCheck(sound)} />
    </PartContext.Provider>,
    root,
  );
}

if (new URLSearchParams(location.search).has('check')) await showCheck();
else render(<MicrophonePage catalogue={catalogue.value} />, root);
