import { barCases } from './bar-cases.ts';

// Mastodon in its other kinds.
barCases(['deck', 'glitch', 'oldMastodon']);
