import type { Language } from '../schema/view.ts';
import { moderation as en } from './en/moderation.ts';
import { moderation as fr } from './fr/moderation.ts';
import type { Translated } from './words.ts';

/** What only the page of those who run a server says; no other page carries it. */
export const MODERATION: Record<Language, Translated<typeof en>> = { en, fr };
