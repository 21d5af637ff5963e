import type { Translated } from '../words.ts';
import type { who as source } from '../en/who.ts';

export const who: Translated<typeof source> = {
  handleOn: '{handle} sur {network}',
  aboutPerson: 'À propos de {name}',
  lookAlike_host: 'Ce n’est pas l’hôte : une autre personne au nom semblable',
  lookAlike_cohost: 'Ce n’est pas un cohôte : une autre personne au nom semblable',
  lookAlike_person: 'Ce n’est pas {name} : une autre personne au nom semblable',
  lookAlike_handle: 'Ce n’est pas {name} : une autre personne au pseudo semblable',
  oddHandle: 'Des lettres de ce pseudo peuvent être prises pour d’autres',

  muteForMe: 'Couper pour moi',
  unmuteForMe: 'Rétablir pour moi',
  mutedForMe: 'Son coupé pour moi',
  muteForMeHelp: 'Vous seul·e n’entendez plus cette personne, ici et dans d’autres Spaces.',
  unmuteForMeHelp: 'Vous n’entendez pas cette personne, ni ici ni dans d’autres Spaces.',
};
