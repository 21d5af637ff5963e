import { barCases } from './bar-cases.ts';

barCases(['x', 'bluesky', 'elk', 'phanpy', 'mastodon']);
