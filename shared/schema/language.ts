/** The languages in which Perch speaks; alone in this file, because a script that must be small needs no more of a view. */
export const LANGUAGES = ['en', 'fr', 'es', 'pt', 'de', 'ja', 'ar', 'hi'] as const;
export type Language = (typeof LANGUAGES)[number];
