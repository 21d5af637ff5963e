import type { welcome as source } from '../en/welcome.ts';
import type { Translated } from '../words.ts';

export const welcome: Translated<typeof source> = {};
