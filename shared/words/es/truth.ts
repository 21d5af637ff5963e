import type { truth as source } from '../en/truth.ts';
import type { Translated } from '../words.ts';

export const truth: Translated<typeof source> = {};
