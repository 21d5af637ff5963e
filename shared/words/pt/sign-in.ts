import type { signIn as source } from '../en/sign-in.ts';
import type { Translated } from '../words.ts';

export const signIn: Translated<typeof source> = {
  join_title: 'As duas contas são suas? · Perch',
  join_heading: 'As duas contas são suas?',
  join_both: 'As duas contas',
  join_now: 'Conta em uso',
  join_question: '{handle} já está no Perch como {other}. Juntar com {own}?',
  join_help:
    'Juntas, são uma só: {own} fica com as identidades e os bloqueios das duas, e {other} deixa de existir. Antes disso, o Perch pergunta mais uma vez.',
  join_yes: 'Juntar as duas',
  join_no: 'Deixar separadas',
  signIn_overHelp: 'Demorou demais ou já foi usada. Feche esta janela e comece de novo no Perch.',
};
