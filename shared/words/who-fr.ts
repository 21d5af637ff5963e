import type { Translated } from './words.ts';
import type { whoEn } from './who-en.ts';

export const whoFr: Translated<typeof whoEn> = {
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
  muteForMeHelp: 'Vous n’entendrez plus {name}, ni ici ni dans d’autres Spaces. Personne n’en est averti.',
  unmuteForMeHelp: 'Vous n’entendez {name} ni ici ni dans d’autres Spaces. Personne n’en est averti.',
};
