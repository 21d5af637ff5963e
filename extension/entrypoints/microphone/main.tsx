import { render } from 'preact';
import { signal } from '@preact/signals';
import { readCatalogue } from '../../platform/catalogue.ts';
import { wearLanguage } from '../../platform/wear-language.ts';
import { MicrophonePage } from './microphone-page.tsx';

const catalogue = signal(await readCatalogue());
wearLanguage(catalogue);
render(<MicrophonePage catalogue={catalogue.value} />, document.getElementById('app')!);
