import type { Translated } from '../words.ts';
import type { signIn as source } from '../en/sign-in.ts';

export const signIn: Translated<typeof source> = {
  join_title: 'Ces deux comptes sont-ils à vous ? · Perch',
  join_heading: 'Ces deux comptes sont-ils à vous ?',
  join_both: 'Les deux comptes',
  join_now: 'Session en cours',
  join_question: '{handle} est déjà sur Perch sous le nom de {other}. Le réunir avec {own} ?',
  join_help:
    'Réunis, ils ne font plus qu’un : {own} garde les identités et les blocages des deux, et {other} disparaît. Avant cela, Perch vous le demande une dernière fois.',
  join_yes: 'Les réunir',
  join_no: 'Les laisser séparés',
  signIn_overHelp: 'Elle a trop duré ou a déjà servi. Fermez cette fenêtre et recommencez dans Perch.',
};
