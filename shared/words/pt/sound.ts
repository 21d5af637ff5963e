import type { sound as source } from '../en/sound.ts';
import type { Translated } from '../words.ts';

export const sound: Translated<typeof source> = {
  sound: 'Som',
  whatYouHear: 'O que você ouve',
  levelling: 'Igualar as vozes',
  levellingHelp: 'Vozes baixas ficam mais altas; vozes altas, mais baixas.',
  ducking: 'Mais baixo quando outra aba toca',
  duckingHelp: 'O volume volta assim que essa aba se cala.',
  playThrough: 'Alto-falantes',
  yourVoice: 'Sua voz',
  systemDefault: 'Padrão do sistema',
  notConnectedNow: 'Não conectado agora',
  devicesUnnamed: 'O navegador mostra os nomes dos dispositivos quando o Perch pode usar o microfone.',
  allowTheMicrophone: 'Permitir o microfone',
  musicMode: 'Modo música',
  musicModeHelp: 'Para instrumentos: o som como ele é, em estéreo. Use fones.',
  noiseSuppression: 'Remover ruído',
  echoCancellation: 'Remover eco',
  autoGain: 'Manter minha voz no mesmo volume',
  offInMusicMode: 'Desativado no modo música',

  holdAKey: 'Segurar uma tecla no player',
  holdNothing: 'Não faz nada',
  holdTalk: 'Liga meu microfone',
  holdMute: 'Silencia meu microfone',
  holdHelp:
    'Enquanto o Perch está aberto na sua frente. Se você olha para outro lugar, seu microfone se desliga.',
  changeKey: 'Tecla: {key}',
  pressAKey: 'Pressione uma tecla…',
  spaceKey: 'Espaço',
  holdToTalk: 'Segure {key} para falar',
  holdToMute: 'Segure {key} para silenciar seu microfone',
  talkingWhileHeld: 'Ouvem você enquanto segura {key}',
  mutedWhileHeld: 'Não ouvem você enquanto segura {key}',

  volumeOf: 'Volume de {name}',
  volumeOfHelp: 'Só para você, e vale também em outros Spaces.',
  volumeHereHelp: 'Só para você, e só neste Space.',
  volumeAsItComes: 'Redefinir',
  turnedDown: 'No volume zero, para você',
  quieterForTab: 'Mais baixo: outra aba está tocando.',
};
