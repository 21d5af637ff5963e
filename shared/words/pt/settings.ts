import type { settings as source } from '../en/settings.ts';
import type { Translated } from '../words.ts';

export const settings: Translated<typeof source> = {};
