import { render } from 'preact';
import { fetchCatalogue } from '../../platform/early.ts';
import { MicrophonePage } from './microphone-page.tsx';

const catalogue = await fetchCatalogue();
document.documentElement.lang = catalogue.language;
render(<MicrophonePage catalogue={catalogue} />, document.getElementById('app')!);
