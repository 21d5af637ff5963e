import type { signIn as source } from '../en/sign-in.ts';
import type { Translated } from '../words.ts';

export const signIn: Translated<typeof source> = {
  join_title: 'Gehören dir beide Konten? · Perch',
  join_heading: 'Gehören dir beide Konten?',
  join_both: 'Beide Konten',
  join_now: 'Jetzt angemeldet',
  join_question: '{handle} ist schon als {other} bei Perch. Mit {own} verbinden?',
  join_help:
    'Verbunden sind sie eins: {own} behält die Identitäten und Blockierungen von beiden, und {other} gibt es nicht mehr. Vorher fragt Perch dich noch einmal.',
  join_yes: 'Verbinden',
  join_no: 'Getrennt lassen',
  signIn_overHelp:
    'Sie hat zu lange gedauert oder wurde schon benutzt. Schließ dieses Fenster und fang in Perch noch einmal an.',
};
