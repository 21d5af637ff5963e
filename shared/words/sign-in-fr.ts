import type { Translated } from './words.ts';
import type { signInEn } from './sign-in-en.ts';

export const signInFr: Translated<typeof signInEn> = {
  join_title: 'Réunir deux comptes ? · Perch',
  join_question: '{handle} est déjà sur Perch sous le nom de {other}. Le réunir avec {own} ?',
  join_help:
    'Réunis, ils ne font plus qu’un : {own} garde les identités, les blocages et les Spaces des deux, et {other} disparaît.',
  join_yes: 'Les réunir',
  join_no: 'Les laisser séparés',
  join_note: 'Rien ne change encore. Perch vous le demande une fois de plus avant de les réunir.',
  signIn_overHelp: 'Elle a trop duré ou a déjà servi. Fermez cette fenêtre et recommencez dans Perch.',
};
