import type { Words } from './words.ts';

export const fr: Words = {
  liveSpaces: 'Spaces en direct',
  startListening: 'Écouter',
  startListeningTo: 'Écouter : {title}',
  listening: { one: '{n} à l’écoute', other: '{n} à l’écoute' },
  hosts: '{name} anime',
  hostASpace: 'Animer un Space',
  nameYourSpace: 'Nom de votre Space',
  yourName: 'Votre nom',
  startYourSpace: 'Lancer votre Space',
  nowPlaying: 'En cours d’écoute',
  leave: 'Quitter',
  muteSpace: 'Couper le son du Space',
  unmuteSpace: 'Rétablir le son du Space',
  spaceVolume: 'Volume du Space',
  microphone: 'Micro',
  endSpace: 'Terminer le Space',
};
