import type { who as source } from '../en/who.ts';
import type { Translated } from '../words.ts';

export const who: Translated<typeof source> = {
  handleOn: '{handle} en {network}',
  aboutPerson: 'Sobre {name}',
  lookAlike_host: 'No es el anfitrión: es otra persona con un nombre parecido',
  lookAlike_cohost: 'No es el coanfitrión: es otra persona con un nombre parecido',
  lookAlike_person: 'No es {name}: es otra persona con un nombre parecido',
  lookAlike_handle: 'No es {name}: es otra persona con un usuario parecido',
  oddHandle: 'Algunas letras de este usuario se confunden con otras',

  muteForMe: 'Silenciar para mí',
  unmuteForMe: 'Volver a oír',
  mutedForMe: 'Sin sonido para ti',
  muteForMeHelp: 'Solo tú dejas de oír a esta persona, aquí y en otros Spaces.',
  unmuteForMeHelp: 'No oyes a esta persona, ni aquí ni en otros Spaces.',
};
