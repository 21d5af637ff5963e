import type { signIn as source } from '../en/sign-in.ts';
import type { Translated } from '../words.ts';

export const signIn: Translated<typeof source> = {
  join_title: '¿Las dos cuentas son tuyas? · Perch',
  join_heading: '¿Las dos cuentas son tuyas?',
  join_both: 'Las dos cuentas',
  join_now: 'Sesión actual',
  join_question: '{handle} ya está en Perch como {other}. ¿Unirla con {own}?',
  join_help:
    'Unidas, son una sola: {own} conserva las identidades y los bloqueos de ambas, y {other} deja de existir. Antes de eso, Perch te pregunta una vez más.',
  join_yes: 'Unirlas',
  join_no: 'Dejarlas separadas',
  signIn_overHelp: 'Tardó demasiado o ya se usó. Cierra esta ventana y empieza de nuevo en Perch.',
};
