import type { sound as source } from '../en/sound.ts';
import type { Translated } from '../words.ts';

export const sound: Translated<typeof source> = {
  sound: 'Son',
  whatYouHear: 'Ce que vous entendez',
  levelling: 'Équilibrer les voix',
  levellingHelp: 'Les voix faibles sont renforcées, les fortes adoucies.',
  ducking: 'Plus bas quand un autre onglet joue',
  duckingHelp: 'Le volume revient dès que cet onglet se tait.',
  playThrough: 'Haut-parleurs',
  yourVoice: 'Votre voix',
  systemDefault: 'Choix du système',
  notConnectedNow: 'Non connecté',
  devicesUnnamed: 'Le navigateur nomme vos appareils dès que Perch peut utiliser le micro.',
  allowTheMicrophone: 'Autoriser le micro',
  musicMode: 'Mode musique',
  musicModeHelp: 'Pour les instruments : le son tel quel, en stéréo. Mettez un casque.',
  noiseSuppression: 'Retirer le bruit',
  echoCancellation: 'Retirer l’écho',
  autoGain: 'Garder ma voix au même niveau',
  offInMusicMode: 'Désactivé en mode musique',

  // A key to hold
  holdAKey: 'Maintenir une touche dans le lecteur',
  holdNothing: 'Ne fait rien',
  holdTalk: 'Active mon micro',
  holdMute: 'Coupe mon micro',
  holdHelp: 'Tant que Perch est ouvert devant vous. Dès que vous regardez ailleurs, votre micro est coupé.',
  changeKey: 'Touche : {key}',
  pressAKey: 'Appuyez sur une touche…',
  spaceKey: 'Espace',
  holdToTalk: 'Maintenez {key} pour parler',
  holdToMute: 'Maintenez {key} pour couper votre micro',
  talkingWhileHeld: 'On vous entend tant que vous maintenez {key}',
  mutedWhileHeld: 'Votre micro est coupé tant que vous maintenez {key}',

  // One person
  volumeOf: 'Volume de {name}',
  volumeOfHelp: 'Pour vous seulement, et retenu pour les autres Spaces.',
  volumeHereHelp: 'Pour vous seulement, et seulement dans ce Space.',
  volumeAsItComes: 'Réinitialiser',
  turnedDown: 'Réduit à zéro, pour vous',
  quieterForTab: 'Plus bas : un autre onglet joue.',
};
