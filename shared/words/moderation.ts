import type { Language } from '../schema/view.ts';
import { moderationEn } from './moderation-en.ts';
import { moderationFr } from './moderation-fr.ts';
import type { Translated } from './words.ts';

/** What only the page of those who run a server says; no other page carries it. */
export const MODERATION: Record<Language, Translated<typeof moderationEn>> = {
  en: moderationEn,
  fr: moderationFr,
};
