import type { sound as source } from '../en/sound.ts';
import type { Translated } from '../words.ts';

export const sound: Translated<typeof source> = {};
